"""Verbs of saying behind a comma that go on with what somebody does, and report nothing of it."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range
from lagebild.reading.speech import agents
from lagebild.reading.speech.predicates import Predicate, mood
from lagebild.reading.speech.units import Unit

#: Words by which a second verb of one subject adds to the first.
_ADDING: Final = frozenset(
    ["aber", "jedoch", "zugleich", "gleichzeitig", "allerdings", "zudem", "außerdem", "dagegen"]
)


#: Verbs of reproach whose object is what they say.
_REPROACHING: Final = frozenset(["vorwerfen", "vorhalten", "unterstellen", "bescheinigen", "attestieren"])


def adds(unit: Unit, pred: Predicate, members: list[int], subject: Range | None) -> bool:
    """Whether the clause goes on with what the subject of the one before does, told in the indicative: *Berlin lobte den
    Plan, warf Kiew aber Zögern vor*, *warf Kiew Zögern vor*; not *das sei falsch, sagte er aber*."""
    first = unit.segments[members[0]]
    front = unit.segments[members[0] - 1]
    told = front.finite is not None and mood(unit, front.finite) not in ("k1", "k2")
    if not told or unit.tags[front.first] == "QUOTE":
        return False
    if any(unit.lows[p] in _ADDING for p in range(first.first, first.last)):
        return True
    said = agents.object_of(unit, pred, subject) if pred.lemma in _REPROACHING else None
    return said is not None and said[1] == said[0] + 1 and unit.text.tags[said[0]] == "NN"
