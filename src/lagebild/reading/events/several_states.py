"""People of more than one state: *Soldaten beider Länder*, *die serbische Minderheit* of another state than Serbia."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import ActorFound, PlaceFound
from lagebild.reading.events.words import lemma


def of_both(people: Token) -> list[str]:
    """The two countries of *Soldaten beider Länder*, whose people they are; none for others."""
    doc, i = people.doc, people.i + 1
    if doc.words[i : i + 1] != ["beider"]:
        return []
    end = min(i + 3, len(doc))
    at: dict[int, list[ActorFound]] = doc._.actors_at
    both = next((at[n] for n in range(i, end) if len(at.get(n, ())) == 2), [])
    countries = [actor.country for actor in both if actor.country]
    return countries if len(countries) == 2 else []


#: Nouns for a people within a state: the *serbische Minderheit* is not of Serbia.
_WITHIN: Final = frozenset(["Minderheit", "Volksgruppe", "Bevölkerungsgruppe"])


def within_a_state(people: Token) -> bool:
    """Whether the noun tells of people within another state than that of their adjective."""
    return lemma(people) in _WITHIN


def elsewhere(country: str, here: set[str], home: str | None) -> str | None:
    """The state in which such people live, other than their own: that of the scene, else that of the article."""
    others = here - {country}
    if len(others) == 1:
        return others.pop()
    return home if home != country else None


#: What stands between a people and the land in which it lives.
_WHERE: Final = frozenset(["in", "im", "auf", "aus"])


def land_of_minority(people: Token, own: str | None, places: dict[int, PlaceFound]) -> str | None:
    """The land behind a people of another state's name that is at home there: *die Albaner im Kosovo*, *Polen aus
    Litauen*; None for those who only are there. ``own`` is the state of the name."""
    doc, at, stop = people.doc, people.i + 1, sentence(people).stop
    if at >= stop or doc[at].lower_ not in _WHERE:
        return None
    at += 2 if at + 1 < stop and doc[at + 1].tag_ == "ART" else 1
    actor: ActorFound | None = doc._.actor_at.get(at)
    land = places[at].country if at in places else actor.country if actor is not None else None
    return land if land and own and (own, land) in _minorities() else None


@cache
def _minorities() -> frozenset[tuple[str, str]]:
    """Peoples by the state whose name they bear, and the land whose own people they are."""
    rows = lexicon.table("actors/minorities.tsv", ["people", "land", "example"])
    return frozenset((row["people"], row["land"]) for row in rows)


def some_states(token: Token) -> bool:
    """Whether the article speaks of states that it does not name: *andere Länder*, *viele Staaten*."""
    several = token.morph.get("Number", []) == ["Plur"]
    both = any(child.lower_.startswith("beide") for child in token.children)  # the two told before
    return several and not both and any(child.tag_ in ("ADJA", "PIAT", "CARD") for child in token.children)
