"""How far a source named beside the words reaches: *laut Polizei*, *nach Angaben der Stadt*."""

from __future__ import annotations

from lagebild.reading.analysis import Range
from lagebild.reading.speech import acts
from lagebild.reading.speech.parts import trim
from lagebild.reading.speech.predicates import mood
from lagebild.reading.speech.units import Segment, Unit


def scope_of(unit: Unit, n: int, segment: Segment) -> Range:
    """What a source frame covers: its subordinate clause or the clause in the Konjunktiv, else the sentence's part."""
    if segment.kind in {"subordinate", "infinitive"} and n > 0:
        return unit.range(segment.first, unit.segments[_last_of(unit, n)].last)
    first = _first_of(unit, n)
    later = range(n + 1, len(unit.segments))
    last = next((m for m in later if unit.segments[m].before == ";" or _tells_itself(unit, m)), None)
    start = unit.words[unit.segments[first].first] if first else unit.start
    return start, unit.words[unit.segments[last].first] if last else unit.stop


def _tells_itself(unit: Unit, m: int) -> bool:
    """Whether another teller has the clause: *nach Angaben des Rats kamen 700 Leute, die Polizei spricht von 400*."""
    segment = unit.segments[m]
    if segment.kind != "main" or segment.before != "," or unit.clauses[segment.clause][0] != m:
        return False
    return segment.finite is not None and not mood(unit, segment.finite) and acts.tells(unit, segment.clause)


def _first_of(unit: Unit, n: int) -> int:
    """Where the part of the sentence begins that the source tells: not with another main clause before a comma."""
    for m in range(n, 0, -1):
        segment = unit.segments[m]
        if segment.before in {":", ";"}:
            return m
        new = segment.finite is not None and segment.before == ","
        earlier = {s.kind for s in unit.segments[:m] if s.clause != segment.clause}
        opened = segment.kind == "main" or (segment.coordinated and segment.kind == "verb_first")
        if new and opened and earlier & {"main", "verb_first"}:
            return m
        if (
            new
            and segment.kind == "verb_first"
            and "main" in earlier
            and not acts.tells(unit, segment.clause)
        ):
            return m  # *…, ist aber nach seinen Worten bereit*
    return 0


def _last_of(unit: Unit, n: int) -> int:
    """The last segment of the dependent clause at ``n``, with those that depend on it or are joined to it."""
    last = n
    for m in range(n + 1, len(unit.segments)):
        segment = unit.segments[m]
        if segment.clause != unit.segments[n].clause and segment.kind in {"main", "verb_first"}:
            break
        if segment.before in {":", ";", "."}:
            break
        last = m
    return last


def pieces(unit: Unit, scope: Range, frame: Range) -> list[Range]:
    """The scope without the frame, trimmed."""
    parts = []
    for start, stop in ((scope[0], min(scope[1], frame[0])), (max(scope[0], frame[1]), scope[1])):
        while start < stop and (
            unit.text.words[start] in {",", "–", ":", "-"} or unit.text.words[start].isspace()
        ):
            start += 1
        if stop > start:
            span = trim(unit, (start, stop))
            if any(unit.text.words[i].isalnum() for i in range(*span)):
                parts.append(span)
    return parts
