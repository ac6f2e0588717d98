"""Words that take up what was just named: demnach, danach with a report before it, wonach, laut dem, denen zufolge."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import agents
from lagebild.reading.speech.entries import entry_of
from lagebild.reading.speech.lexicon import noun_of, source_rule
from lagebild.reading.speech.parts import clause_positions, trim
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.scope import pieces
from lagebild.reading.speech.units import Segment, Unit
from lagebild.reading.speech.whose import subject_of
from lagebild.reading.speech.zones import FINITE


@cache
def words() -> frozenset[str]:
    """The words without which nothing is told with *demnach* or a relative *laut dem, denen zufolge*."""
    rule = source_rule("demnach")
    return rule["initial"] | rule["relative"] | rule["told"] | {"zufolge", "laut", "gemäß", "nach"}


def find(unit: Unit, n: int, segment: Segment, previous: Unit | None) -> list[SpeechFound]:
    rule = source_rule("demnach")
    first = segment.first
    where = next((p for p in range(segment.first, segment.last) if unit.lows[p] in rule["initial"]), None)
    if where is None and n == 0 and unit.lows[0] in rule["told"] and unit.tags[1] in FINITE:
        told = previous is not None and _stands_in(unit, previous)
        where = 0 if told else None  # *Danach solle, hätte …*: not in time but in words
    if where is not None and segment.kind != "subordinate":
        mark = (unit.words[where], unit.words[where] + 1)
        return [
            SpeechFound(
                "indirect",
                pieces(unit, (unit.start, unit.stop), mark),
                [mark],
                [mark],
                [mark],
                rule="source:demnach",
            )
        ]
    relative = _relative(unit, first)
    if n > 0 and (unit.lows[first] in rule["relative"] or relative is not None):
        at, cue_at = relative or (first, first)
        mark = (unit.words[at], unit.words[at] + 1)
        source = mark if relative else agents.antecedent(unit, first) or mark
        stop = unit.stop
        later = next((s for s in unit.segments[n + 1 :] if s.kind in {"main", "verb_first"}), None)
        if later is not None:
            stop = unit.words[later.first]
        cue = (unit.words[cue_at], unit.words[cue_at] + 1)
        mark = (mark[0], max(mark[1], cue[1]))
        quote = trim(unit, (mark[1], stop))
        frame = (unit.start, mark[1])
        confirming = _confirming(unit, first)
        speaker, commitment = (confirming, "factive") if confirming is not None else (source, "neutral")
        return [
            SpeechFound(
                "indirect", [quote], [speaker], [cue], [frame], commitment=commitment, rule="source:demnach"
            )
        ]
    return []


def _confirming(unit: Unit, first: int) -> Range | None:
    """Who says of the report before *wonach* that it is true: *bestätigte einen Bericht, wonach …*."""
    named = (p for p in range(first - 1, max(-1, first - 25), -1) if unit.tags[p] == "NN")
    at = next((p for p in named if _is_report(unit, p)), None)
    segment = next((s for s in unit.segments if at is not None and s.first <= at < s.last), None)
    pred = predicate(unit, segment.clause) if segment is not None and segment.clause >= 0 else None
    entry = entry_of(unit, pred) if pred is not None else None
    if at is None or pred is None or entry is None or entry.commitment != "factive" or pred.passive:
        return None
    subject = subject_of(unit, pred, None)
    denied = any(unit.tags[p] == "PTKNEG" for p in clause_positions(unit, pred.clause))
    if subject is None or denied or subject[0] <= unit.words[at] < subject[1]:
        return None
    return subject


def _is_report(unit: Unit, position: int) -> bool:
    """Whether the word names what is told, not who tells it."""
    noun = noun_of(unit.form(position))
    return noun is not None and noun.content


#: ends of nouns of what rules or counts, by which something is so: *Der Rat beschloss ein Gesetz. Danach ist …*
_RULES: Final[tuple[str, ...]] = (
    "gesetz", "gesetze", "verordnung", "regelung", "regelungen", "vorschrift", "vorschriften", "richtlinie", "richtlinien",
    "verfassung", "abkommen", "vertrag", "vereinbarung", "quartalszahlen", "zahlen", "statistik", "ergebnisse", "act",
)  # fmt: skip


def _stands_in(unit: Unit, previous: Unit) -> bool:
    """Whether *danach* takes up a document of the sentence before: *Der Bericht liegt vor. Danach ist alles sicher.*

    Where the sentence is hearsay, words of any kind: *Sie widersprach der Darstellung. Danach solle, hätte …*.
    """
    hearsay = is_hearsay(unit)
    if not hearsay and "Tense=Pres" not in unit.morph(1):
        return False
    settled = not hearsay and unit.lemma(1) != "werden"
    named = (p for p in range(len(previous.words)) if previous.tags[p] in {"NN", "NE"})
    if settled and any(previous.lows[p].endswith(_RULES) for p in named):
        return True
    nouns = (noun_of(previous.form(p)) for p in range(len(previous.words)) if previous.tags[p] == "NN")
    return any(noun is not None and noun.source and (hearsay or noun.bearer) for noun in nouns)


def _relative(unit: Unit, first: int) -> tuple[int, int] | None:
    """The relative pronoun and its preposition in *nach denen, laut dem, denen zufolge*."""
    pronoun = {"PRELS", "PRELAT", "PWS", "PWAT"}
    if unit.tags[first] in pronoun and unit.lows[first + 1] == "zufolge":
        return first, first + 1
    of_source = unit.lows[first] in {"laut", "gemäß"} or (
        unit.lows[first] == "nach" and _noun_before(unit, first)
    )
    low = unit.lows[first + 1]
    named = unit.tags[first + 1] in pronoun or low in {"dem", "denen", "welchem"}
    alone = (
        low == "denen" or unit.tags[first + 1] == "PRELS" or unit.tags[first + 2] not in {"NN", "NE", "ADJA"}
    )
    if of_source and named and alone:
        return first + 1, first
    return None


def _noun_before(unit: Unit, first: int) -> bool:
    """Whether one of the two last nouns before is one of saying: *Gerüchte, nach denen*, *Umfragen im Land, nach denen*."""
    last = [p for p in range(first - 1, max(-1, first - 9), -1) if unit.tags[p] == "NN"][:2]
    return any((noun := noun_of(unit.form(p))) is not None and (noun.source or noun.content) for p in last)


def is_hearsay(unit: Unit) -> bool:
    """Whether the unit's main verb is one of hearsay: *nach der Ankündigung der Ministerin solle, soll …*."""
    fin = next(
        (s.finite for s in unit.segments if s.kind in {"main", "verb_first"} and s.finite is not None), None
    )
    return fin is not None and (unit.lows[fin] in {"soll", "sollen"} or mood(unit, fin) != "")
