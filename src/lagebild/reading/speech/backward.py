"""Words that stand in front of their frame as a sentence of their own: *Der Vertrag gilt. Das teilte die Firma mit.*"""

from __future__ import annotations

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import agents
from lagebild.reading.speech.entries import entry_of
from lagebild.reading.speech.hearers import addressee
from lagebild.reading.speech.lexicon import Verb, source_rule
from lagebild.reading.speech.parts import cue_ranges, like, trim
from lagebild.reading.speech.predicates import Predicate, predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.whose import speaker_of, subject_of


def pointing_back(unit: Unit, previous: Unit | None) -> list[SpeechFound]:
    """The sentence before, if the unit says of it who says so: *das* as the object of a verb of saying."""
    rule = source_rule("said-before")
    head = unit.segments[0] if unit.segments else None
    first = 1 if unit.lows[0] in {"und", "denn"} else 0
    if (
        head is None
        or previous is None
        or unit.lows[first] not in rule["initial"]
        or head.finite != first + 1
    ):
        return []
    pred = predicate(unit, head.clause)
    entry = entry_of(unit, pred) if pred is not None else None
    if pred is None or entry is None or not rule["verbs"] & {pred.lemma, entry.name}:
        return []
    mark = unit.words[first], unit.words[first] + 1
    return _speech(unit, pred, entry, mark, (_start(unit, previous), mark[1]), (mark[1], unit.stop))


def pointing_back_inside(unit: Unit) -> list[SpeechFound]:
    """The words of the same sentence before a comma: *Der Zug ist entgleist, das teilte die Bahn mit.*"""
    initial = source_rule("said-before")["initial"]
    for n, segment in enumerate(unit.segments[1:], 1):
        first = segment.first
        if unit.lows[first] not in initial or segment.kind != "main" or segment.before not in {",", "–", "-"}:
            continue
        turned = segment.finite == first + 1 or (
            segment.finite == first + 2 and unit.tags[first + 1] == "ADV"
        )
        pred = predicate(unit, segment.clause) if turned and segment.clause >= 0 else None
        entry = entry_of(unit, pred) if pred is not None else None
        if pred is None or entry is None or "clause" not in entry.content:
            continue
        quoted = unit.tags[unit.segments[n - 1].first] == "QUOTE"
        if not quoted and not any(s.kind == "main" and s.finite is not None for s in unit.segments[:n]):
            continue
        told = trim(unit, (unit.start, unit.words[first]))
        mark = unit.words[first], unit.words[first] + 1
        found = _speech(unit, pred, entry, mark, told, (mark[0], unit.stop))
        return (
            [like(s, unit.range(unit.segments[n - 1].first, unit.segments[n - 1].last)) for s in found]
            if quoted
            else found
        )
    return []


def _speech(
    unit: Unit, pred: Predicate, entry: Verb, mark: Range, words: Range, frame: Range
) -> list[SpeechFound]:
    """The words as those of the clause's subject, none where it is the *das* at ``mark`` itself."""
    if pred.lemma == "hervorgehen" or pred.passive:
        speaker = agents.agent(unit, pred)
    else:
        speaker = speaker_of(unit, pred, subject_of(unit, pred, None))
        if speaker is None or speaker[0] <= mark[0] < speaker[1]:
            return []
    return [
        SpeechFound(
            "indirect", [words], [speaker] if speaker else [], cue_ranges(unit, pred, entry, clausal=False),
            [trim(unit, frame)], addressee(unit, pred, entry, speaker), commitment=entry.commitment,
            rule="source:said-before",
        )
    ]  # fmt: skip


def _start(unit: Unit, previous: Unit) -> int:
    """Where the words begin: with the sentence before, in an article's first paragraph with the paragraph."""
    blocks: list[Range] = [
        (start, stop) for kind, start, stop in unit.text.doc._.blocks if kind in {"lede", "body"}
    ]
    if blocks and blocks[0][0] <= previous.start < blocks[0][1]:
        return blocks[0][0]
    return previous.start
