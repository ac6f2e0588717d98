"""Nouns whose owner does not do what they tell: *der Prozess des Generals*, *das Verbot der Partei*, *der Abzug der
Truppen aus Mali*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.reading.events.frames import Sides
from lagebild.reading.events.lists import others
from lagebild.reading.events.predicates import Predicate
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import preposition

#: Sectors of those who are banned rather than ban.
_FORBIDDEN: Final = frozenset(["PTY", "MED", "OPP", "REB", "NGO"])


def turn(predicate: Predicate, sides: Sides, slots: Slots, places: Places, warrant: bool) -> None:
    """Make targets of owners who suffer it, and leave out those who are only left; ``warrant``: it is one."""
    if predicate.mode == "ban":
        _banned(sides)
    if predicate.mode == "withdraw":
        _left(sides, slots, places)
    if predicate.legal:
        _tried(sides, warrant)


def _left(sides: Sides, slots: Slots, places: Places) -> None:
    """The country that troops leave does not withdraw them: *der Abzug der Truppen aus Mali*."""
    for troops in slots.get("gen"):
        for case, place in noun_phrases.attributes(troops):
            if preposition(case) == "aus":
                sides.source = others(sides.source, phrase_actors(place, places))


def _banned(sides: Sides) -> None:
    """*das Verbot der Partei*: a group or paper owns what a state does to it."""
    if sides.target or sides.mutual or not sides.source:
        return
    if all(a.kind == "group" or a.sector in _FORBIDDEN for a in sides.source):
        sides.target, sides.source = sides.source, []


def _tried(sides: Sides, warrant: bool) -> None:
    """*sein Prozess*, *der Haftbefehl des Generals*: they own what a court does to them."""
    if sides.target or sides.mutual or not sides.source:
        return
    suffering = ("person", "group") if warrant else ("person",)
    if any(a.kind not in suffering for a in sides.source):
        return
    sides.target, sides.source = sides.source, []
