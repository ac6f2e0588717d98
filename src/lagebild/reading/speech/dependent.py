"""Words that only their Konjunktiv gives away: *Berger rügte die Bank, die zu spät gewarnt habe.*

German puts a dependent clause into the Konjunktiv I for one reason: the paper does not say it itself. Where no
verb or noun of saying has taken the clause, whoever is the subject of the sentence says it.
"""

from __future__ import annotations

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech.parts import trim
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.units import Segment, Unit
from lagebild.reading.speech.whose import speaker_of, subject_of

#: clauses of comparison and purpose have a Konjunktiv of their own: *als sei nichts geschehen, damit er komme*
_OWN_MOOD = {"als", "damit", "ob", "dass", "daß", "wie"}


def find(unit: Unit, speeches: list[SpeechFound]) -> list[SpeechFound]:
    """The dependent clauses of a unit in the Konjunktiv I that no speech of it holds."""
    found: list[SpeechFound] = []
    for n, segment in enumerate(unit.segments):
        if n == 0 or not _told(unit, segment):
            continue
        last = _last_of(unit, n)
        quote = trim(unit, unit.range(segment.first, unit.segments[last].last))
        main = next((s for s in reversed(unit.segments[:n]) if s.kind in {"main", "verb_first"}), None)
        if main is None or main.finite is None or main.clause < 0 or not _by_the_paper(unit, main.finite):
            continue
        if any(_meets(quote, r) for s in (*speeches, *found) for r in (*s.quote, *s.cue)):
            continue
        pred = predicate(unit, main.clause)
        subject = subject_of(unit, pred, None) if pred is not None else None
        speaker = speaker_of(unit, pred, subject) if pred is not None else None
        if speaker is not None and "ich" not in unit.lows:
            frame = trim(unit, (unit.start, quote[0]))
            found.append(
                SpeechFound("indirect", [quote], [speaker], [], [frame], rule="konjunktiv-dependent")
            )
    return found


def _told(unit: Unit, segment: Segment) -> bool:
    """Whether the clause is in the Konjunktiv I and depends on the one before."""
    if segment.before != "," or segment.finite is None or mood(unit, segment.finite) != "k1":
        return False
    if unit.lows[segment.first] in _OWN_MOOD:
        return False
    if segment.kind == "subordinate":
        return True
    return segment.kind == "main" and not segment.coordinated and unit.tags[segment.finite] != "VVFIN"


def _by_the_paper(unit: Unit, fin: int) -> bool:
    """Whether the verb of the main clause is the paper's own: neither in a Konjunktiv nor *soll*."""
    return not mood(unit, fin) and unit.lows[fin] not in {"soll", "sollen"}


def _last_of(unit: Unit, n: int) -> int:
    """The last segment of the words that begin at ``n``: up to the next clause in the indicative."""
    last = n
    for m in range(n + 1, len(unit.segments)):
        segment = unit.segments[m]
        if segment.before in {":", ";", "."} or (
            segment.kind in {"main", "verb_first"}
            and (segment.finite is None or not mood(unit, segment.finite))
        ):
            break
        last = m
    return last


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
