"""Who lifts a measure: whoever took it, however it is told that somebody asks for the end of it.

*Teheran fordert die Aufhebung der US-Sanktionen*: the USA would lift what is against Iran.
"""

from __future__ import annotations

from typing import Final

from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others

#: Types of what ends, and of what brings it to its end.
_MEASURES: Final = frozenset(["SANCTION", "COERCE"])
_ENDING: Final = frozenset(["RETREAT", "CONCEDE"])


def lifted(drafts: list[Draft]) -> None:
    """Give nouns for the end of a measure, *Aufhebung*, *Ende*, the sides of the measure in their genitive."""
    measures = {d.token.i: d for d in drafts if d.nominal and d.predicate.type in _MEASURES}
    for draft in drafts if measures else ():
        sides = draft.sides
        if not draft.nominal or draft.predicate.type not in _ENDING or sides.mutual:
            continue
        for head in (*draft.slots.get("gen"), *draft.slots.get("von")):
            measure = measures.get(head.i)
            if measure is None or not measure.sides.source:
                continue
            source, target = measure.sides.source, measure.sides.target or sides.target
            if sides.source == source and sides.target == target:
                continue
            sides.source = list(source)
            sides.target = others(target, source)
            draft.note("sides:of-the-measure", measure.token)
