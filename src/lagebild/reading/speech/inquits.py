"""Verbs that no list has and that their place gives away: *Man habe nichts gewusst, schnaubte der Minister.*

Behind a sentence in the Konjunktiv I a clause that begins with its verb and has a subject can only tell who says it.
"""

from __future__ import annotations

from lagebild.reading.analysis import SpeechFound
from lagebild.reading.speech.colons import somebody
from lagebild.reading.speech.parts import trim
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.units import Segment, Unit
from lagebild.reading.speech.whose import subject_of


def find(unit: Unit) -> list[SpeechFound]:
    """The words before such a clause, where no cue has taken them."""
    for n, segment in enumerate(unit.segments):
        if n == 0 or not _tells(unit, segment) or not _told_before(unit, n):
            continue
        pred = predicate(unit, segment.clause)
        speaker = subject_of(unit, pred, None) if pred is not None else None
        if pred is None or speaker is None or segment.finite is None or not somebody(unit, speaker):
            continue
        verb = unit.words[segment.finite]
        if speaker[0] < verb:
            continue
        quote = trim(unit, (unit.start, verb))
        frame = trim(unit, unit.range(segment.first, segment.last))
        return [SpeechFound("indirect", [quote], [speaker], [(verb, verb + 1)], [frame], rule="inquit")]
    return []


def _tells(unit: Unit, segment: Segment) -> bool:
    """Whether the clause begins with a full verb in the indicative behind a comma."""
    if segment.kind != "verb_first" or segment.before != "," or segment.coordinated:
        return False
    fin = segment.finite
    return fin is not None and fin == segment.first and unit.tags[fin] == "VVFIN" and not mood(unit, fin)


def _told_before(unit: Unit, n: int) -> bool:
    """Whether the sentence before is in the Konjunktiv I; a clause in the indicative before it is the teller's."""
    main = [s for s in unit.segments[:n] if s.kind in ("main", "verb_first") and s.finite is not None]
    return bool(main) and all(s.finite is not None and mood(unit, s.finite) == "k1" for s in main)
