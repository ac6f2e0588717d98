"""The surface of a sentence: what stands in quotation marks, and which stretches are clauses.

German gives its clauses away on the surface — commas, quotation marks, where the finite
verb stands — and these signs hold where a parser errs. The speech step reads them first and
asks the parser only what they leave open.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any, Literal

from lagebild.reading.analysis import Range
from lagebild.reading.speech.zones import CLOSERS, FINITE, OPENERS, Text, Zone

SEPARATORS = {",", ";", ":", "–", "-", "—", "--", "…"}

Kind = Literal["main", "verb_first", "subordinate", "infinitive", "fragment"]


@dataclass(eq=False, slots=True)
class Segment:
    """A stretch between separators, in positions of ``Unit.words``, without the separators.

    ``finite`` is the position of its finite verb, ``coordinated`` that it begins with *und*
    or the like, ``before`` the separator in front of it.
    """

    first: int
    last: int
    before: str
    kind: Kind = "fragment"
    finite: int | None = None
    coordinated: bool = False
    clause: int = -1


@dataclass(eq=False, slots=True)
class Unit:
    """A sentence, or several that one pair of quotation marks holds together.

    ``words`` are its tokens without brackets, without marks around single words, and with
    one entry (the opening mark) for a whole quotation. ``clauses`` groups the segments of one
    clause, which others may interrupt. ``tags`` (STTS, or QUOTE for a whole quotation) and ``lows``
    have empty entries behind the last word, so that a look ahead or before the first finds nothing.
    """

    text: Text
    start: int
    stop: int
    words: list[int]
    zone_at: dict[int, Zone]
    zones: list[Zone]
    tags: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    clauses: list[list[int]] = field(default_factory=list)
    #: what later modules have read of a clause, kept for the next that asks
    predicates: list[Any] = field(default_factory=list)
    entries: dict[int, Any] = field(default_factory=dict)
    subjects: dict[tuple[int, frozenset[str]], Range | None] = field(default_factory=dict)

    def lemma(self, position: int) -> str:
        return self.text.lemma(self.words[position])

    def morph(self, position: int) -> str:
        """The features as ``Case=Nom|Gender=Masc|Number=Sing``."""
        return self.text.morph(self.words[position])

    def form(self, position: int) -> str:
        return self.text.words[self.words[position]]

    def end(self, position: int) -> int:
        """The token after the word at ``position``."""
        index = self.words[position]
        zone = self.zone_at.get(index)
        return zone.stop if zone else index + 1

    def range(self, first: int, last: int) -> Range:
        """Tokens from the word at ``first`` up to the word before ``last``, closing marks and brackets taken in."""
        words = self.text.words
        start, stop = self.words[first], self.end(last - 1)
        limit = self.words[last] if last < len(self.words) else self.stop
        if stop < limit and words[stop] in {"(", "["}:
            stop = limit
            while words[stop - 1] in MARKS:
                stop -= 1
        while stop < limit and words[stop] in CLOSERS:
            stop += 1
        floor = self.end(first - 1) if first else self.start
        while start > floor and words[start - 1] in MARKS:
            start -= 1
        return start, stop


_BEHIND = [""] * 4
#: opening quotation marks, which belong to the word behind them
MARKS = {"„", "»", "‚", "``"}
_OPEN_SENTENCE = OPENERS | {":", "…", "...", "-", "–", ".", "!", "?"}
_COORDINATORS = {"und", "oder", "aber", "sondern", "doch", "sowie", "denn", "jedoch"}


def units(text: Text, zones: list[Zone]) -> list[Unit]:
    """The Doc cut into units, in order."""
    found: list[Unit] = []
    starts = [*text.starts, len(text.words)]
    inside = {i for z in zones for i in range(z.start + 1, z.stop)}
    zone_starts = {z.start for z in zones if z.whole}
    edges = [s for s in starts if s not in inside and not (s in zone_starts and _colon_before(text, s))]
    if not edges or edges[0] != 0:
        edges.insert(0, 0)
    at = 0
    for start, stop in itertools.pairwise(edges):
        own = []
        while at < len(zones) and zones[at].start < stop:
            own.append(zones[at])
            at += 1
        found.append(_unit(text, start, stop, own))
    return found


def _colon_before(text: Text, index: int) -> bool:
    while index > 0 and text.words[index - 1].isspace():
        index -= 1
    return index > 0 and text.words[index - 1] == ":"


def _unit(text: Text, start: int, stop: int, zones: list[Zone]) -> Unit:
    forms = text.words
    zone_at = {z.start: z for z in zones if z.whole}
    if zones or not text.unread.isdisjoint(range(start, stop)):
        words = _words(text, start, stop, zones, zone_at)
        tags = ["QUOTE" if i in zone_at else text.tags[i] for i in words]
        lows = [text.lows[i] for i in words]
    else:
        words = list(range(start, stop))
        tags, lows = text.tags[start:stop], text.lows[start:stop]
    verbs = [p for p, tag in enumerate(tags) if tag in FINITE]
    for p in verbs:
        if p and forms[words[p]][0].isupper() and forms[words[p] - 1] not in _OPEN_SENTENCE:
            tags[p] = "NE"  # *der Reporter, Will Grant, sagte*: a verb is not written so inside a sentence
    unit = Unit(text, start, stop, words, zone_at, zones, tags + _BEHIND, lows + _BEHIND)
    unit.segments = _segments(unit)
    _group(unit)
    return unit


def _words(text: Text, start: int, stop: int, zones: list[Zone], zone_at: dict[int, Zone]) -> list[int]:
    """The tokens of a unit that are read: no brackets with what they hold, no marks, quotations as one."""
    forms, unread = text.words, text.unread
    marks = {i for z in zones if not z.whole for i in (z.start, z.stop - 1)}
    words: list[int] = []
    i = start
    while i < stop:
        if i in zone_at:
            words.append(i)
            i = zone_at[i].stop
            continue
        if forms[i] in {"(", "["}:
            close = next((j for j in range(i + 1, min(stop, i + 40)) if forms[j] in {")", "]"}), None)
            if close is not None:
                i = close + 1
                continue
        if i not in marks and i not in unread:
            words.append(i)
        i += 1
    return words


def _segments(unit: Unit) -> list[Segment]:
    """Cuts at separators, then at *und* between two clauses."""
    pieces: list[Segment] = []
    first, before = 0, ""
    lows, tags, end = unit.lows, unit.tags, len(unit.words)
    for p in [p for p in range(end) if lows[p] in SEPARATORS or tags[p] in {"$.", "QUOTE"}] + [end]:
        if p > first:
            pieces.append(Segment(first, p, before))
            before = ""
        if tags[p] == "QUOTE":
            pieces.append(Segment(p, p + 1, before))
            before = ""
        elif before != ":":
            before = lows[p]
        first = p + 1
    cut = [
        part
        for whole in pieces
        for piece in _unmarked(unit, whole)
        for part in _split_at_coordinator(unit, piece)
    ]
    for n, segment in enumerate(cut):
        _classify(unit, segment, cut[n - 1] if n else None)
    return cut


def _unmarked(unit: Unit, segment: Segment) -> list[Segment]:
    """The two clauses of a segment between which the paper has left out the comma.

    *Wie der Sender berichtet sind zwei Menschen gestorben*; *hat angekündigt die Preise zu erhöhen*.
    """
    tags, first, last = unit.tags, segment.first, segment.last
    fin = next((p for p in range(first, last) if tags[p] in FINITE), None)
    if fin is None or last - fin < 4:
        return [segment]
    cut = None
    if tags[first] == "KOUS" or unit.lows[first] == "wie":
        doubled = fin > first + 1 and tags[fin + 1] in FINITE and tags[fin + 2] not in {"$,", ""}
        cut = fin + 1 if doubled else None
    elif tags[fin] == "VAFIN" and tags[first] not in {"PRELS", "KOUI"} and _ends_in_infinitive(unit, last):
        said = next((p for p in range(fin + 1, last - 2) if tags[p] == "VVPP"), None)
        cut = said + 1 if said is not None and tags[said + 1] in _NP_START else None
    if cut is None or cut >= last:
        return [segment]
    return [Segment(first, cut, segment.before), Segment(cut, last, ",")]


def _ends_in_infinitive(unit: Unit, last: int) -> bool:
    return unit.tags[last - 1] == "VVIZU" or (
        unit.tags[last - 2] == "PTKZU" and unit.tags[last - 1].endswith("INF")
    )


_JOINTS = {"und", "oder", "aber", "sowie", "sondern"}


def _split_at_coordinator(unit: Unit, segment: Segment) -> list[Segment]:
    verbs = [p for p in range(segment.first, segment.last) if unit.tags[p] in FINITE]
    if len(verbs) < 2:
        return [segment]
    joints = [p for p in range(verbs[0] + 1, verbs[-1]) if unit.lows[p] in _JOINTS]
    for n, p in enumerate(joints):
        # *fordern Geld für Lehrer und Schüler und beklagen …*: the first joins two nouns
        later = joints[n + 1] if n + 1 < len(joints) else None
        if later is None or later + 1 not in verbs or any(p < v < later for v in verbs):
            left = Segment(segment.first, p, segment.before)
            return [left, *_split_at_coordinator(unit, Segment(p, segment.last, "und"))]
    return [segment]


def _classify(unit: Unit, segment: Segment, previous: Segment | None) -> None:
    first = segment.first
    if unit.lows[first] in _COORDINATORS and segment.last - first > 1 and unit.tags[first] in {"KON", "ADV"}:
        segment.coordinated = True
        first += 1
    verbs = [p for p in range(first, segment.last) if unit.tags[p] in FINITE]
    tag = unit.tags[first]
    lead = unit.tags[first + 1] if tag in {"APPR", "ADV", "APPRART"} else tag
    if tag == "KOUI" or (not verbs and _zu_infinitive(unit, first, segment.last)):
        segment.kind = "infinitive"
        return
    if not verbs:
        opens = tag == "KOUS" or lead.startswith("PREL") or unit.lows[first] in {"wie", "dass", "wonach"}
        segment.kind = "subordinate" if opens else "fragment"
        if opens and segment.last - first > 2 and unit.tags[segment.last - 1] in {"VVPP", "VVINF"}:
            # *wie die Zeitung berichtet*: taken for a participle where its form is both
            segment.finite = segment.last - 1
        return
    if lead == "PRELS" and _verb_second(unit, first, verbs[0], segment.last):
        lead = "ART"  # *die Brücke werde gesperrt*, its article taken for a relative pronoun
    segment.finite = verbs[-1] if tag in {"KOUS"} or lead.startswith(("PREL", "PW")) else verbs[0]
    question = lead.startswith("PW") and unit.tags[first + 1] and unit.tags[first + 1] in FINITE
    if (
        tag == "KOUS" or lead in {"KOUS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV", "KOKOM"}
    ) and not question:
        segment.kind = (
            "subordinate" if not (lead == "KOKOM" and segment.finite != segment.last - 1) else "main"
        )
    elif segment.finite == first:
        segment.kind = "verb_first"
    elif (
        segment.coordinated
        and previous is not None
        and previous.kind == "subordinate"
        and _verb_last(unit, segment)
    ):
        segment.kind = "subordinate"
    else:
        segment.kind = "main"


def _verb_second(unit: Unit, first: int, fin: int, last: int) -> bool:
    """Whether a clause that seems relative has its participle or infinitive at the end and its finite verb before."""
    return (
        first + 1 < fin < last - 1
        and unit.tags[last - 1] in {"VVPP", "VVINF", "VAPP", "VAINF"}
        and (not unit.tags[fin - 1].startswith("V") and unit.tags[last - 2] not in {"VVINF", "VVPP"})
    )


def _verb_last(unit: Unit, segment: Segment) -> bool:
    return segment.finite == segment.last - 1


_ZU_INSIDE = re.compile(
    r"(?:voran|heraus|herein|hinaus|hinein|zurück|zusammen|weiter|wieder|vorbei|fest|fort|dar|her|hin|los|mit|nach"
    r"|nieder|um|vor|weg|zu|ab|an|auf|aus|bei|durch|ein|entgegen|frei|statt|teil)zu\w+n$"
)


def _zu_infinitive(unit: Unit, first: int, last: int) -> bool:
    for p in range(first, last):
        if unit.tags[p] == "VVIZU" or (unit.tags[p] == "PTKZU" and unit.tags[p + 1].endswith("INF")):
            return True
    # *voranzutreiben* taken for a plain infinitive
    return unit.tags[last - 1] == "VVINF" and _ZU_INSIDE.match(unit.lows[last - 1]) is not None


def _group(unit: Unit) -> None:
    """Join the segments of one clause that commas have cut: *Der Chef, der …, sagte gestern*."""
    open_clause: int | None = None
    open_subordinate: int | None = None
    last_main: int | None = None
    for n, segment in enumerate(unit.segments):
        if unit.tags[segment.first] == "QUOTE":
            open_subordinate = None
            continue
        fresh = segment.coordinated or segment.before in {":", ";", "."}
        joined: int | None = None
        if not fresh and open_subordinate is not None and segment.kind != "subordinate":
            joined = open_subordinate
            if _verb_last(unit, segment):
                open_subordinate = None
        elif open_clause is not None and _continues(unit, open_clause, segment):
            joined = open_clause
        elif not fresh and last_main is not None and _closes(unit, last_main, segment):
            joined = last_main
        if joined is not None:
            segment.clause = joined
            unit.clauses[joined].append(n)
            if segment.kind in {"verb_first", "main"}:
                open_clause, last_main = None, joined
            continue
        segment.clause = len(unit.clauses)
        unit.clauses.append([n])
        if segment.kind == "subordinate" and segment.finite is None:
            open_subordinate = segment.clause
        elif segment.kind == "fragment" and not any(
            s.kind in {"main", "verb_first"} for s in unit.segments[:n]
        ):
            open_clause = segment.clause
        elif segment.kind in {"main", "verb_first"}:
            open_clause, last_main = None, segment.clause


def _closes(unit: Unit, main: int, segment: Segment) -> bool:
    """Whether a fragment ends the main clause: *…, als „Farce“*, or with its participle or split prefix."""
    if segment.kind != "fragment":
        return False
    if unit.lows[segment.first] == "als" and unit.tags[segment.first] in {"KOKOM", "APPR"}:
        return True
    return _right_bracket(unit, segment) and not _bracketed(unit, main)


def _continues(unit: Unit, open_clause: int, segment: Segment) -> bool:
    """Whether the segment goes on with a clause that has no verb yet: *Die Ministerin, Eva Berg[,] sagte*."""
    if segment.before in {":", ";", "."}:
        return False
    if segment.kind in {"fragment", "verb_first"}:
        return not (segment.coordinated and segment.kind == "verb_first")
    opening = unit.tags[unit.segments[unit.clauses[open_clause][0]].first]
    return (
        segment.kind == "main"
        and not segment.coordinated
        and segment.before == ","
        and opening in _NP_START | {"KON"}
        and unit.tags[segment.first] in _NP_START
        and (not _verb_last(unit, segment) or unit.lows[segment.first] not in {"der", "die", "das"})
    )


_NP_START = {"ART", "NN", "NE", "FM", "XY", "ADJA", "PPOSAT", "CARD", "PIAT", "TRUNC"}


def _bracketed(unit: Unit, clause: int) -> bool:
    """Whether the clause has its participle, infinitive or split prefix already."""
    return any(
        unit.tags[p] in _BRACKET
        for n in unit.clauses[clause]
        for p in range(unit.segments[n].first, unit.segments[n].last)
    )


_BRACKET = {"VVPP", "VVINF", "PTKVZ", "VAPP", "VAINF"}


def _right_bracket(unit: Unit, segment: Segment) -> bool:
    """Whether the fragment closes a clause: its last word is a participle, infinitive or split prefix."""
    return unit.tags[segment.last - 1] in _BRACKET
