"""The sides of an event: the frame of its predicate read off the slots."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.predicates import Frame
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.slots import Slots

#: Slots of a noun in which an actor stands as the one who acts, when the frame says *gen*.
_OWNERS: Final[tuple[str, ...]] = ("gen", "adj")


class Sides:
    """The actors of an event; ``mutual`` when both stand in ``source``."""

    def __init__(self, source: list[ActorFound], target: list[ActorFound], mutual: bool = False) -> None:
        self.source = source
        self.target = target
        self.mutual = mutual

    def hold(self, tests: frozenset[str]) -> bool:
        """Whether the sides that a condition asks for are known."""
        named = self.source + self.target
        if "both" in tests:
            return bool(self.source and self.target) or len(self.source) > 1
        if "source" in tests:
            return bool(self.source)
        if "target" in tests:
            return bool(self.target) or (self.mutual and bool(self.source))
        return "free" in tests or bool(named)


def verb_sides(frame: Frame, slots: Slots, places: Places) -> Sides:
    """The sides of a verb: the first slot of each side that holds an actor."""
    source = _first(frame.source, slots, places)
    if frame.mutual:
        for name in frame.target:
            merge(source, actors_of(slots, name, places))
        return Sides(source, [], True)
    target = _first(frame.target, slots, places)
    return Sides(source, [a for a in target if all(a is not s for s in source)])


def _first(names: tuple[str, ...], slots: Slots, places: Places) -> list[ActorFound]:
    for name in names:
        found = actors_of(slots, name, places)
        if found:
            return found
    return []


def noun_sides(frame: Frame, slots: Slots, places: Places, about: bool = False) -> Sides:
    """The sides of an event noun.

    ``gen`` left of the frame takes genitive, possessor, country adjective, acting first part and
    *durch*; where the genitive is the one acted upon (``durch>gen``), adjective and *durch* act.
    ``about``: a country in the noun's first part is only the topic (*Libyen-Konferenz*).
    """
    acting: list[ActorFound] = []
    befallen = "adj" in frame.target and not any(slots.get(name) for name in frame.target if name != "adj")
    owners = tuple(name for name in _OWNERS if name != "adj") if befallen else _OWNERS
    patient = "gen" in frame.target
    for name in frame.source:
        for slot in (*owners, "part", "durch") if name == "gen" else (name,):
            merge(acting, actors_of(slots, slot, places))
    if patient or "durch" in frame.source:
        for slot in ("adj", "part"):
            merge(acting, actors_of(slots, slot, places))
    if frame.mutual:
        against = opposed(frame, slots, places)
        about = about or bool(against)
        for name in frame.target if about else (*frame.target, "object_part"):
            merge(acting, actors_of(slots, name, places))
        return Sides(acting, others(against, acting), True)
    target = _first(frame.target if befallen else _not_adjectives(frame.target), slots, places)
    if not target:
        target = actors_of(slots, "object_part", places)
    if frame.target == ("in",):
        target = [a for a in target if a.kind != "international"]  # *der Einmarsch in der UN-Vollversammlung*
    if patient and not acting and slots.get("durch"):
        acting = actors_of(slots, "durch", places)
    target = [a for a in target if all(a is not s for s in acting)]
    return Sides(acting, target)


def _not_adjectives(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name != "adj")


def opposed(frame: Frame, slots: Slots, places: Places) -> list[ActorFound]:
    """Whom partners stand together against: *Anti-Russland-Bündnis*, *antirussische Allianz*, *Pakt gegen Iran*."""
    if "gegen" in frame.target:
        return []
    anti = any(token.text.startswith("Anti-") for token in slots.get("part"))
    return actors_of(slots, "object_part" if anti else "gegen", places)
