"""Who is spoken to: the object of asking and accusing, a dative, *gegenüber* and a phrase, *vor Journalisten*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range
from lagebild.reading.speech import speakers
from lagebild.reading.speech.lexicon import Verb, source_rule
from lagebild.reading.speech.parts import clause_positions
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import Unit

#: articles and pronouns that can be a dative
_DATIVE: Final = {
    "dem", "den", "der", "einem", "einer", "ihm", "ihr", "ihnen", "uns", "mir", "diesem", "dieser", "diesen", "seinem",
    "seiner", "seinen", "ihrem", "ihrer", "ihren", "allen", "vielen", "mehreren",
}  # fmt: skip
_NOBODY: Final = {"es", "das", "man", "was", "dies", "sich", "alles", "etwas", "nichts"}
_TALKS: Final[tuple[str, ...]] = ("interview", "gespräch")


def addressee(unit: Unit, pred: Predicate, entry: Verb, speaker: Range | None) -> list[Range]:
    """Who is spoken to, at most one phrase."""
    positions = clause_positions(unit, pred.clause)
    limit = positions[-1] + 1
    rule = source_rule("hearers")
    for p in positions:
        if _before_hearer(unit, p, pred, entry) and not _attribute(unit, p, speaker):
            end = _limited(unit, p + 1, limit)
            if end > p + 1 and not _within(unit, p + 1, speaker):
                return [unit.range(p + 1, end)]
    first = pred.finite + 1 if pred.finite is not None and _verb_leads(unit, pred) else positions[0]
    if entry.name in rule["object"]:
        return _object(unit, positions[0] if pred.passive else first, limit, speaker, dative=False)
    if entry.name in rule["dative"] and not pred.passive:
        return _object(unit, first, limit, speaker, dative=True)
    return []


def _before_hearer(unit: Unit, p: int, pred: Predicate, entry: Verb) -> bool:
    """Whether the preposition at ``p`` stands before who is spoken to."""
    low, rule = unit.lows[p], source_rule("hearers")
    if low == "gegenüber":
        return True
    if low == "an":
        return entry.name in rule["an"]
    if low in {"von", "vom"}:
        return entry.name in rule["von"] and not pred.passive
    if low == "mit":
        return unit.lows[p - 1].endswith(_TALKS)
    if low != "vor" or "vor" in entry.content:
        return False
    end = speakers.noun_phrase(unit, p + 1, len(unit.words), speakers.ATTRIBUTES)
    head = next((q for q in range(p + 1, end) if unit.tags[q] in speakers.NOUNS), p)
    return head > p and unit.lows[head].endswith(tuple(source_rule("audience")["words"]))


def _attribute(unit: Unit, p: int, speaker: Range | None) -> bool:
    """Whether the preposition goes with a noun right before it: *die Haltung gegenüber der Partei, die Kosten von Bonn*."""
    if unit.lows[p] not in {"gegenüber", "von", "vom"} or unit.tags[p - 1] not in {"NN", "CARD"}:
        return False
    return unit.lows[p - 1] not in speakers.TIMES and not (speaker and _within(unit, p - 1, speaker))


def _verb_leads(unit: Unit, pred: Predicate) -> bool:
    return unit.segments[unit.clauses[pred.clause][0]].kind != "subordinate"


def _limited(unit: Unit, first: int, limit: int) -> int:
    """The position after the phrase; a thing behind a name is no part of it: *warf Berger Untreue vor*."""
    end = speakers.noun_phrase(unit, first, limit, speakers.ATTRIBUTES - {"aus"})
    if unit.tags[first] != "NE":
        return end
    at = unit.text.actor_at
    thing = (
        q
        for q in range(first + 1, end)
        if (unit.tags[q] == "NN" or _heads(unit, q, first)) and unit.words[q] not in at
    )
    return next(thing, end)


def _heads(unit: Unit, q: int, first: int) -> bool:
    """Whether the name at ``first`` hangs on the word behind it, as no part of a person's name does on another."""
    return unit.text.heads[unit.words[first]] == unit.words[q]


def _within(unit: Unit, first: int, speaker: Range | None) -> bool:
    return speaker is not None and speaker[0] <= unit.words[first] < speaker[1]


def _object(unit: Unit, first: int, limit: int, speaker: Range | None, dative: bool) -> list[Range]:
    """The first phrase from ``first`` on that no preposition governs and that is not the speaker."""
    for start, _ in speakers.noun_phrases(unit, first, limit):
        low = unit.lows[start]
        if low in _NOBODY or _within(unit, start, speaker) or low in speakers.TIMES:
            continue
        if dative and low not in _DATIVE and unit.tags[start] != "NE":
            continue
        return [unit.range(start, _limited(unit, start, limit))]
    return []
