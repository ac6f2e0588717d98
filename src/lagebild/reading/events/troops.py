"""Whose troops and arms are moved: *die Entsendung amerikanischer Zerstörer*, *die Stationierung von Raketen der USA*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.attributes import noun_slots
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.sides import Places, actors_of

#: Slots of a noun that say whose it is.
_OWNERS: Final[tuple[str, ...]] = ("adj", "gen")


def senders(drafts: list[Draft], places: Places) -> None:
    """Let the state whose troops or arms a noun moves be who moves them, where nobody else is said to."""
    for draft in drafts:
        sides = draft.sides
        if not draft.nominal or draft.predicate.type != "MOBILIZE" or sides.source or sides.mutual:
            continue
        for moved in draft.slots.get("gen"):
            slots, owners = noun_slots(moved), list[ActorFound]()
            for name in _OWNERS:
                merge(owners, actors_of(slots, name, places))
            new = others([actor for actor in owners if actor.country], sides.target)
            if new:
                sides.source.extend(new)
                draft.note("sides:whose-troops", moved)
                break
