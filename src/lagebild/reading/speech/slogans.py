"""What is shouted or written on walls: *skandierten Parolen wie „Weg mit ihm“*, *riefen die Losung „Brot für alle“*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import SpeechFound
from lagebild.reading.speech.lexicon import source_rule
from lagebild.reading.speech.parts import clause_start, ranges
from lagebild.reading.speech.predicates import Predicate, predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.whose import subject_of
from lagebild.reading.speech.zones import Zone

#: words between the noun and the mark: *Parolen auf Englisch wie „…“*
_REACH: Final = 5


def find(unit: Unit, speeches: list[SpeechFound]) -> list[SpeechFound]:
    """The quotations of a unit behind a noun of slogans that no other speech has taken, said by their clause's subject."""
    nouns = tuple(source_rule("slogans")["words"])
    taken = {quote for speech in speeches for quote in speech.quote}
    found: list[SpeechFound] = []
    for zone in unit.zones:
        at = _noun_before(unit, zone, nouns)
        if at is None or (zone.start, zone.stop) in taken:
            continue
        segment = next(s for s in unit.segments if s.first <= at < s.last)
        pred = predicate(unit, segment.clause) if segment.clause >= 0 else None
        if pred is None or pred.finite is None or pred.passive:
            continue
        speaker = subject_of(unit, pred, None)
        if speaker is not None and not any(unit.text.lows[i].endswith(nouns) for i in range(*speaker)):
            found.append(_speech(unit, pred, zone, speaker))
    return found


def _noun_before(unit: Unit, zone: Zone, nouns: tuple[str, ...]) -> int | None:
    """The position of the noun right before the zone, or of the one before *wie* in front of it."""
    last = max((p for p, index in enumerate(unit.words) if index < zone.start), default=-1)
    if last < 0 or zone.start - unit.words[last] > 1:
        return None
    reach = range(last, max(-1, last - _REACH), -1) if unit.lows[last] == "wie" else range(last, last - 1, -1)
    return next((p for p in reach if unit.tags[p] == "NN" and unit.lows[p].endswith(nouns)), None)


def _speech(unit: Unit, pred: Predicate, zone: Zone, speaker: tuple[int, int]) -> SpeechFound:
    start = clause_start(unit, pred.clause)
    cue = ranges(sorted(unit.words[p] for p in pred.words))
    frame = [(start, zone.start)] if zone.start > start else []
    return SpeechFound("direct", [(zone.start, zone.stop)], [speaker], cue, frame, rule="source:slogans")
