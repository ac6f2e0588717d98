"""The parts of a quotation record as token ranges: cue, frame, addressee, and how ranges are trimmed.

They follow the news quotation data: the cue is the verb group with its prefix and the words of
a fixed phrase; the frame all of the sentence that introduces the words, its comma with it, its
final stop without.
"""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech.contents import Content
from lagebild.reading.speech.lexicon import Verb
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import MARKS, Segment, Unit

_CORRELATES: Final = {
    "davon", "darauf", "dazu", "damit", "daran", "darüber", "dafür", "darum", "davor", "dagegen", "darin", "daraus",
}  # fmt: skip
_BEFORE_PHRASE_WORD: Final = {"ART", "APPR", "APPRART", "PPOSAT", "PIAT", "ADJA"}
#: tags of the infinitives and participles that close a clause
_CLOSING: Final = {"VVPP", "VVINF", "VAPP", "VAINF"}
_MAIN: Final = {"main", "verb_first"}


def like(speech: SpeechFound, quote: Range) -> SpeechFound:
    """Words in quotation marks under the same frame."""
    return SpeechFound(
        "direct", [quote], list(speech.speaker), list(speech.cue), list(speech.frame), list(speech.addressee),
        commitment=speech.commitment, rule="quoted in " + speech.rule.removeprefix("quoted in "),
    )  # fmt: skip


def trim(unit: Unit, span: Range) -> Range:
    """Without separators and end marks at either end."""
    words = unit.text.words
    start, stop = span
    while stop > start + 1 and (words[stop - 1] in {".", ",", ";", ":", "–"} or words[stop - 1].isspace()):
        stop -= 1
    while start < stop - 1 and (words[start] in {",", ";", ":", "–", "-"} or words[start].isspace()):
        start += 1
    return start, stop


def ranges(tokens: list[int]) -> list[Range]:
    """Runs of neighbouring tokens as ranges."""
    found: list[Range] = []
    for t in tokens:
        if found and found[-1][1] == t:
            found[-1] = (found[-1][0], t + 1)
        else:
            found.append((t, t + 1))
    return found


def positions_of(segment: Segment) -> range:
    return range(segment.first, segment.last)


def clause_positions(unit: Unit, clause: int) -> list[int]:
    """The positions of all words of a clause."""
    return [p for n in unit.clauses[clause] for p in positions_of(unit.segments[n])]


def cue_ranges(unit: Unit, pred: Predicate, entry: Verb, clausal: bool = True) -> list[Range]:
    """The verb words with the prefix, the words of the phrase, *es* of *heißt es*, *davon* and the like."""
    positions = clause_positions(unit, pred.clause)
    chosen = set(pred.words)
    if (entry.reflexive or entry.words) and pred.reflexive is not None:
        chosen.add(pred.reflexive)
    for words in entry.words:
        p = next((p for p in positions if unit.lows[p] in words), None)
        if p is not None:
            q = p
            while q > positions[0] and unit.tags[q - 1] in _BEFORE_PHRASE_WORD and q - 1 not in chosen:
                q -= 1
            chosen |= set(range(q, p + 1))
    for p in positions:
        low = unit.lows[p]
        correlate = low in _CORRELATES and unit.lows[p + 1] != "hinaus" and p != positions[0]
        if (
            (clausal and correlate)
            or (low == "es" and pred.lemma in {"heißen", "halten"})
            or (low == "als" and "als" in entry.content and not clausal)
        ):
            chosen.add(p)
    return ranges(sorted(unit.words[p] for p in chosen))


def clause_start(unit: Unit, clause: int) -> int:
    """The token where the frame begins: the sentence's start, or where a later main clause of it begins."""
    n = unit.clauses[clause][0]
    while n > 0:
        segment = unit.segments[n]
        if segment.coordinated or segment.before in {";", ".", "und"}:
            return unit.words[segment.first]
        previous = unit.segments[n - 1]
        if unit.tags[previous.first] == "QUOTE":
            return unit.words[segment.first]
        if (
            segment.kind in _MAIN | {"fragment"}
            and any(
                s.kind in _MAIN and s.clause != segment.clause and s.clause != clause
                for s in unit.segments[:n]
            )
            and segment.before != ":"
        ):
            own = unit.clauses[segment.clause]
            if own[0] == n:
                return unit.words[segment.first]
        n -= 1
    return unit.start


def frame_before(unit: Unit, clause: int, content: Content) -> list[Range]:
    """The frame of words that follow it, and what is left of its clause behind them."""
    start = clause_start(unit, clause)
    stop = unit.words[unit.segments[content.first].first]
    while stop > start and unit.text.words[stop - 1] in MARKS:
        stop -= 1
    frame = [(start, stop)] if stop > start else []
    later = [m for m in unit.clauses[clause] if m >= content.last]
    if later:
        frame.append((unit.range(content_edge(unit, content) - 1, content_edge(unit, content))[1],
                      unit.end(unit.segments[later[-1]].last - 1)))  # fmt: skip
    return [f for f in frame if f[1] > f[0]]


def content_edge(unit: Unit, content: Content) -> int:
    return unit.segments[content.last - 1].last


def frame_after(unit: Unit, clause: int) -> list[Range]:
    """The frame of words that it follows: its comma, its clause, up to the end or to where the words go on."""
    words = unit.text.words
    start = unit.words[unit.segments[unit.clauses[clause][0]].first]
    if start > unit.start and words[start - 1] in {",", "–", "-"}:
        start -= 1
    rest = resumption(unit, clause)
    if rest is not None:
        stop = unit.words[unit.segments[rest].first]
        while stop > start + 1 and words[stop - 1] in MARKS | {"und", ";"}:
            stop -= 1
        return [(start, stop)]
    return [(start, trim(unit, (start + 1, unit.stop))[1])]


def resumption(unit: Unit, clause: int) -> int | None:
    """The segment where the words go on behind a frame in the middle, if they do."""
    cut = unit.resumed(unit.clauses[clause][0])
    if cut is not None:
        return cut
    for m in range(unit.clauses[clause][-1] + 1, len(unit.segments)):
        segment = unit.segments[m]
        if unit.tags[segment.first] == "QUOTE" or segment.kind in {"main", "verb_first", "infinitive"}:
            return m
        if segment.kind == "subordinate" and unit.lows[segment.first] in {"dass", "ob"}:
            return m
        if segment.kind == "fragment" and unit.tags[segment.last - 1] in _CLOSING:
            return m  # *Es müsse, sagte Berger, gehandelt werden*
    return None


def to_closing_mark(unit: Unit, words: Range) -> Range:
    """The words up to the mark that closes a quotation begun in them: *sie sei „klug, und das merkt man“*."""
    held = (z for z in unit.zones if words[0] <= z.start < words[1] < z.stop - 2)
    zone = next(held, None)
    return (words[0], zone.stop) if zone is not None else words
