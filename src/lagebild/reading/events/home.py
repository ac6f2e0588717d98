"""The country that an article is about, and those in which a sentence plays, by the actors and places named."""

from __future__ import annotations

from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.actors import has_entry
from lagebild.reading.actors.scene import TELLERS, about_bodies, outstanding
from lagebild.reading.analysis import ActorFound, PlaceFound
from lagebild.reading.events.words import in_class


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


def states_here(token: Token) -> set[str]:
    """The states of the sentence in which something happens: *im Iran*."""
    doc, at = token.doc, token.doc._.actor_at
    found = set()
    for i in range(sentence(token).start + 1, sentence(token).stop):
        state = at.get(i)
        if state is not None and state.kind == "state" and state.country and doc[i].tag_ == "NE":
            before = doc[i - 1]
            if before.tag_ == "ART" and i - 1 > sentence(token).start:
                before = doc[i - 2]
            if before.lower_ in ("in", "im") or (
                i > 1 and in_class(before, "direction")
            ):  # *im Süden Serbiens*
                found.add(state.country)
    return found
