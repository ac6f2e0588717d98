"""Speech acts that are told without their words: *kündigte Proteste an, sprach von einem Erfolg*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech.entries import entry_of, may_tell
from lagebild.reading.speech.hearers import addressee
from lagebild.reading.speech.lexicon import PREPOSITIONS, Verb
from lagebild.reading.speech.parts import clause_positions, cue_ranges
from lagebild.reading.speech.predicates import Predicate, predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.whose import in_content, speaker_of, subject_of


def reported(unit: Unit, speeches: list[SpeechFound]) -> list[SpeechFound]:
    """Speech acts told without their words, a sentence each; of several tellers or beside other speeches, a clause each.

    *Sagte, er gehe, und forderte Geld*; *die Stadt sprach von drei Opfern, während die Polizei von fünf sprach*.
    """
    if unit.text.words[unit.stop - 1] == "?" or not may_tell(unit):
        return []
    told = _told(unit)
    tellers = {speech.speaker[0] for speech, _ in told}
    if not speeches and len(tellers) == 1 and not _dependent(unit, told[0][1]):
        return [speech for speech, _ in told[:1]]
    found: list[SpeechFound] = []
    for speech, clause in told:
        members = unit.clauses[clause]
        speech.quote = [unit.range(unit.segments[members[0]].first, unit.segments[members[-1]].last)]
        if not _told_already(speech.quote[0], [*speeches, *found]):
            found.append(speech)
    return found[:1] if speeches else found


def _told(unit: Unit) -> list[tuple[SpeechFound, int]]:
    """The tellings of a unit, each as if all of the unit were its own, with their clauses."""
    told: list[tuple[SpeechFound, int]] = []
    telling = [clause for clause in range(len(unit.clauses)) if tells(unit, clause)]
    shared: Range | None = None
    for clause in range(telling[-1] + 1 if telling else 0):
        pred = predicate(unit, clause)
        if pred is None or pred.finite is None:
            continue
        subject = subject_of(unit, pred, shared)
        head = unit.segments[unit.clauses[clause][0]]
        if subject is not None and head.kind != "subordinate" and not in_content(unit, pred):
            shared = subject
        entry = entry_of(unit, pred) if clause in telling else None
        if entry is None:
            continue
        speaker = speaker_of(unit, pred, subject)
        if speaker is not None:
            speech = SpeechFound(
                "reported", [(unit.start, unit.stop)], [speaker], addressee=addressee(unit, pred, entry, speaker),
                commitment=entry.commitment, rule=f"reported:{entry.name}",
                teller=cue_ranges(unit, pred, entry, clausal=False),
            )  # fmt: skip
            told.append((speech, clause))
    return told


def tells(unit: Unit, clause: int) -> bool:
    """Whether the clause is no dependent one and has a verb of saying with what it tells."""
    pred = predicate(unit, clause)
    if pred is None or pred.finite is None:
        return False
    head = unit.segments[unit.clauses[clause][0]]
    if _dependent(unit, clause) and unit.lows[head.first] not in _BESIDE:
        return False
    entry = entry_of(unit, pred)
    if entry is None or (entry.lemma in _MUST and _bound(unit, pred)):
        return False
    return _tells_content(unit, pred, entry)


#: what opens a dependent clause that tells as much as a main one: *während die Polizei von fünf sprach*
_BESIDE: Final = {"während", "wohingegen"}


#: what somebody does who has to, without a word: *Reisende müssen mit Ausfällen rechnen*
_MUST: Final = {"rechnen", "hoffen", "bangen"}


def _bound(unit: Unit, pred: Predicate) -> bool:
    """Whether the verb stands under a modal or *haben … zu*."""
    if pred.modal:
        return True
    return (
        pred.finite is not None
        and unit.lemma(pred.finite) == "haben"
        and unit.tags[pred.verb].endswith(("INF", "IZU"))
    )


def _dependent(unit: Unit, clause: int) -> bool:
    return unit.segments[unit.clauses[clause][0]].kind == "subordinate"


def _told_already(words: Range, speeches: list[SpeechFound]) -> bool:
    """Whether a speech has its words, frame or cue among the words."""
    return any(b < words[1] and words[0] < e for s in speeches for b, e in (*s.quote, *s.frame, *s.cue))


def _tells_content(unit: Unit, pred: Predicate, entry: Verb) -> bool:
    if "noun" in entry.content:
        return True
    positions = clause_positions(unit, pred.clause)
    lows = {unit.lows[p] for p in positions if not (unit.lows[p] == "als" and unit.lows[p + 1] == "auch")}
    if lows & {"vom"}:
        lows.add("von")
    if lows & {"zum", "zur"}:
        lows.add("zu")
    return bool(entry.content & (PREPOSITIONS | {"als"}) & lows)
