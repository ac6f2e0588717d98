"""A sentence as the speech step reads it: its words, what stands in quotation marks, and its clauses."""

from __future__ import annotations

from typing import Any, Final, Literal

from lagebild.reading.analysis import Range
from lagebild.reading.speech.zones import CLOSERS, Text, Zone

#: opening quotation marks, which belong to the word behind them
MARKS: Final = {"„", "»", "‚", "``"}

Kind = Literal["main", "verb_first", "subordinate", "infinitive", "fragment"]


class Segment:
    """A stretch between separators, in positions of ``Unit.words``, without the separators.

    ``finite`` is the position of its finite verb, ``coordinated`` that it begins with *und*
    or the like, ``before`` the separator in front of it.
    """

    def __init__(self, first: int, last: int, before: str) -> None:
        self.first = first
        self.last = last
        self.before = before
        self.kind: Kind = "fragment"
        self.finite: int | None = None
        self.coordinated = False
        self.clause = -1


#: finite verbs that say nothing without what follows them
_OPEN: Final = {"VAFIN", "VMFIN"}


class Unit:
    """A sentence, or several that one pair of quotation marks holds together.

    ``words`` are its tokens without brackets, without marks around single words, and with
    one entry (the opening mark) for a whole quotation. ``clauses`` groups the segments of one
    clause, which others may interrupt. ``tags`` (STTS, or QUOTE for a whole quotation) and ``lows``
    have empty entries behind the last word, so that a look ahead or before the first finds nothing.
    """

    def __init__(
        self,
        text: Text,
        start: int,
        stop: int,
        words: list[int],
        zone_at: dict[int, Zone],
        zones: list[Zone],
        tags: list[str],
        lows: list[str],
    ) -> None:
        self.text = text
        self.start = start
        self.stop = stop
        self.words = words
        self.zone_at = zone_at
        self.zones = zones
        self.tags = tags
        self.lows = lows
        self.segments: list[Segment] = []
        self.clauses: list[list[int]] = []
        #: what later modules have read of the unit or a clause, kept for the next that asks
        self.telling: bool | None = None
        self.predicates: dict[int, Any] = {}
        self.entries: dict[int, Any] = {}
        self.moods: dict[int, str] = {}
        self.subjects: dict[tuple[int, frozenset[str]], Range | None] = {}

    def lemma(self, position: int) -> str:
        return self.text.lemmas[self.words[position]]

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
        if words[stop : stop + 1] == ["("] and words[stop + 2 : stop + 3] == [")"]:
            stop += 3  # *der „Bund der Wähler“ (BdW)*
        floor = self.end(first - 1) if first else self.start
        while start > floor and words[start - 1] in MARKS:
            start -= 1
        return start, stop

    def resumed(self, n: int) -> int | None:
        """The fragment in which the words go on that the segment at ``n`` has cut: *Das sei, sagte Berger, falsch*.

        Of several fragments the last, behind the appositions: *Das sei, sagte Berger, der Chef der Bahn, falsch*.
        """
        before = self.segments[n - 1] if n else None
        if before is None or before.kind != "main" or before.finite != before.last - 1:
            return None
        if self.tags[before.finite] not in _OPEN or self.segments[n].before != ",":
            return None
        m = n + 1
        while (
            m < len(self.segments) and self.segments[m].kind == "fragment" and self.segments[m].before == ","
        ):
            m += 1
        found = self.segments[m - 1]
        return m - 1 if m > n + 1 and self.tags[found.first] != "QUOTE" else None
