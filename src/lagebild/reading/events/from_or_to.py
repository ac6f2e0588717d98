"""The side beside a deed that is the subject of its verb: *dem Land droht ein Angriff*, *Kritik kam von der Opposition*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.slots import Slots

#: Slots of the side beside a deed that is the subject, by the role of its verb's line.
FROM_OR_TO: Final = {"dat": ("dat",), "from": ("von", "aus"), "midst": ("aus", "in", "von")}


def from_or_to(draft: Draft, role: str, around: Slots, places: Places) -> None:
    """The side beside a deed that is the subject: *dem Land droht ein Angriff*, *Kritik kam von der Opposition*."""
    sides = draft.sides
    mine, other = (sides.target, sides.source) if role == "dat" else (sides.source, sides.target)
    for slot in () if mine or sides.mutual else FROM_OR_TO[role]:
        if slot == "in" and any(_behind_noun(head) for head in around.get(slot)):
            continue  # *Vorwürfe gegen die Polizei in Kairo wurden laut*
        new = others(actors_of(around, slot, places), other)
        if new:
            mine.extend(new)
            draft.note("sides:carrier-verb", around.get(slot)[0])
            return


def _behind_noun(head: Token) -> bool:
    """Whether the phrase stands right behind a noun, of which it may tell."""
    case = noun_phrases.preposition(head)
    return case is not None and case.i > 0 and case.nbor(-1).tag_ in ("NN", "NE")
