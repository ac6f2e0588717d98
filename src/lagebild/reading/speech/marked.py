"""Single words in quotation marks that a clause puts into somebody's mouth: *nannte das „einen Witz“*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech.hearers import addressee
from lagebild.reading.speech.labels import is_label
from lagebild.reading.speech.lexicon import Verb
from lagebild.reading.speech.parts import clause_start, cue_ranges
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.whose import in_content, speaker_of

MARKED: Final = "words in marks:"
_NAMING: Final = {"nennen", "bezeichnen", "betiteln", "titulieren"}


def partial_zones(unit: Unit, pred: Predicate, entry: Verb, subject: Range | None) -> list[SpeechFound]:
    """Single words in marks that the verb puts into somebody's mouth: *nannte das „einen Witz“*."""
    inside = [unit.segments[n] for n in unit.clauses[pred.clause]]
    speaker = speaker_of(unit, pred, subject)
    if entry.lemma == "lauten" or (speaker is None and entry.lemma in _NAMING):
        return []  # *nennt man „Aktiensplit“, wird als „Sonnenwind“ bezeichnet*: what something is called
    found = []
    for zone in unit.zones:
        if zone.start < unit.words[pred.verb] < zone.stop:
            continue
        if zone.whole or is_label(unit, zone) or (speaker and speaker[0] <= zone.start < speaker[1]):
            continue
        if not any(unit.words[s.first] <= zone.start + 1 <= unit.end(s.last - 1) for s in inside):
            continue
        start = clause_start(unit, pred.clause)
        frame = [(start, zone.start)] if zone.start > start else []
        end = unit.words[max(pred.words)] + 1
        if end > zone.stop:
            frame.append((zone.stop, end))
        found.append(
            SpeechFound(
                "direct",
                [(zone.start, zone.stop)],
                [speaker] if speaker else [],
                cue_ranges(unit, pred, entry, clausal=False),
                frame,
                addressee(unit, pred, entry, speaker),
                commitment=entry.commitment,
                rule=MARKED + entry.name,
            )
        )
    return found


#: words of the shortest quotation that tells a will
_A_WILL: Final = 3


def resolved(unit: Unit, pred: Predicate, subject: Range | None) -> list[SpeechFound]:
    """What somebody will do, in marks with its verb, is in his own words: *will „alles sorgfältig prüfen“*."""
    if (
        pred.modal not in {"wollen", "mögen"}
        or subject is None
        or pred.finite is None
        or in_content(unit, pred)
    ):
        return []
    cue = (unit.words[pred.finite], unit.words[pred.finite] + 1)
    start = clause_start(unit, pred.clause)
    return [
        SpeechFound(
            "direct", [(zone.start, zone.stop)], [subject], [cue], [(start, zone.start)] if zone.start > start else [],
            rule=MARKED + pred.modal,
        )
        for zone in unit.zones
        if zone.start < unit.words[pred.verb] < zone.stop
        and zone.stop - zone.start - 2 >= _A_WILL
        and not zone.start < cue[0] < zone.stop
    ]  # fmt: skip
