"""People of more than one state: *Soldaten beider Länder*, *die serbische Minderheit* of another state than Serbia."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.analysis import ActorFound
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


def some_states(token: Token) -> bool:
    """Whether the article speaks of states that it does not name: *andere Länder*, *viele Staaten*."""
    several = token.morph.get("Number", []) == ["Plur"]
    both = any(child.lower_.startswith("beide") for child in token.children)  # the two told before
    return several and not both and any(child.tag_ in ("ADJA", "PIAT", "CARD") for child in token.children)
