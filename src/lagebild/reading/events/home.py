"""The country that an article is about, by the actors and places that it names."""

from __future__ import annotations

from lagebild.language.tokens import Words
from lagebild.reading.actors import has_entry
from lagebild.reading.actors.scene import TELLERS, about_bodies, outstanding
from lagebild.reading.analysis import ActorFound, PlaceFound


def home_of(doc: Words, places: dict[int, PlaceFound]) -> tuple[bool, str | None]:
    """Whether the article is about international bodies, else the country that it is about, where one stands out: by
    its places, states and adjectives."""
    named = [(i, place.country) for i, place in places.items() if place.country]
    bodies = 0
    for i, actor in doc._.actor_at.items():
        if (
            actor.country
            and i not in places
            and not _sells_everywhere(doc, actor)
            and actor.sector != TELLERS
        ):
            named.append((i, actor.country))
        bodies += actor.kind == "international"
    return (True, None) if about_bodies(named, bodies) else (False, outstanding(named))


def _sells_everywhere(doc: Words, actor: ActorFound) -> bool:
    """Whether it is a company of the lists, not *ein chilenisches Unternehmen*."""
    return actor.sector == "BUS" and has_entry(doc, actor)
