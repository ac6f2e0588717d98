"""What a time expression is read against: publication date, tense of its clause, and what was spoken of before."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cache
from typing import Final, Literal

from lagebild.language.clause import Clause
from lagebild.language.texts import TEXT
from lagebild.language.tokens import Words
from lagebild.lexicon import table
from lagebild.reading.analysis import article_of

Direction = Literal["past", "future"]

_SENTENCE_END: Final = re.compile(
    r"(?<=[^\W\d_]{2})[.!?][\"“”»«')]*\s+(?=[„\"»«(]*[A-ZÄÖÜ])|(?<=\d{4})[.!?]\s+(?=[A-ZÄÖÜ])|\n\s*\n"
)
_TODAY_NEWS: Final = re.compile(
    r"\b(?:[Gg]estern|[Vv]orgestern|[Üü]bermorgen)\b|\d Uhr\b|\b[Hh]eutigen \w+(?:tag|woch)\b"
)


def published(doc: Words) -> date | None:
    """The day of publication: the article's, else ``doc._.published`` (an ISO date)."""
    article = article_of(doc.source)
    written = article.published if article is not None else doc.source._.published
    try:
        day = date.fromisoformat(str(written)[:10]) if written else None
    except ValueError:
        return None
    return day if day is not None and day.year in _PRINTED else None


#: years in which a newspaper can have been published; any other is a mistake in the data
_PRINTED: Final = range(1600, 2400)


def text_of(doc: Words) -> str:
    """``doc.text``: as it was kept, or put together faster than token by token."""
    kept: str | None = doc.user_data.get(TEXT)
    if kept is not None:
        return kept
    blanks = doc.source.to_array("SPACY").tolist() if len(doc) else []
    return "".join([word + " " if blank else word for word, blank in zip(doc.words, blanks, strict=True)])


@cache
def _verb_tenses() -> dict[str, Direction]:
    rows = table("times/tense.tsv", ["form", "tense"])
    return {row["form"]: "past" if row["tense"] == "past" else "future" for row in rows}


class Context:
    """One text while its time expressions are read in order.

    ``last`` is what the text spoke of last (a day in it, its unit), ``last_day`` the last it spoke of to
    the day, ``last_at`` where. ``habit_at`` and ``yearly_at`` are where it last said what happens again
    and again, and each year. ``eras`` are the characters at which the names of eras may begin.
    """

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.published = published(doc)
        self.last: tuple[date, str] | None = None
        self.last_day: date | None = None
        self.last_at = -1
        self.habit_at = -1
        self.yearly_at = -100
        self.unresolved = False
        self.eras: list[int] = []
        self.year: tuple[int, int] | None = None
        self._borders: list[int] | None = None
        self._clauses: dict[int, Clause] | None = None
        self._daily: bool | None = None

    @property
    def daily(self) -> bool:
        """Whether the text speaks in days, as a daily paper does: it says yesterday, or at what o'clock."""
        if self._daily is None:
            self._daily = _TODAY_NEWS.search(self.text) is not None
        return self._daily

    def spoke_of(self, day: date, unit: str, at: int) -> None:
        """Remember the day (week, month, year by ``unit``) that the text speaks of at ``at``."""
        self.last = (day, unit)
        self.last_day = day if unit == "D" else self.last_day
        self.last_at = at

    def token_at(self, at: int) -> int:
        """The token that holds, or last begins before, a character."""
        return max(0, bisect_right(self.doc.offsets, at) - 1)

    def sentence(self, at: int) -> tuple[int, int]:
        """The characters of the sentence around ``at``; sentences are guessed where the pipeline sets none."""
        if self._borders is None:
            self._borders = self._find_borders()
        n = bisect_right(self._borders, at)
        begin = self._borders[n - 1] if n else 0
        return begin, self._borders[n] if n < len(self._borders) else len(self.text)

    def _find_borders(self) -> list[int]:
        if self.doc.has_annotation("SENT_START") and len(self.doc) > 1:
            return [token.idx for token in self.doc.tokens if token.is_sent_start]
        return [match.end() for match in _SENTENCE_END.finditer(self.text)]

    def same_sentence(self, at: int) -> bool:
        """Whether the day spoken of last stands in the sentence around ``at``."""
        return self.last is not None and self.last_at >= self.sentence(at)[0]

    def near(self, at: int) -> bool:
        """Whether the day spoken of last stands in the sentence around ``at`` or the one before."""
        begin = self.sentence(at)[0]
        return self.last is not None and self.last_at >= self.sentence(max(0, begin - 2))[0]

    def direction(self, at: int) -> Direction | None:
        """Whether the clause around ``at`` tells what has been or what is to come; None where it does not say."""
        if self._clauses is None:
            clauses = self.doc._.clauses
            self._clauses = {token: clause for clause in clauses for token in clause.tokens}
        clause = self._clauses.get(self.token_at(at)) if self._clauses else None
        if clause is not None:
            return _clause_direction(clause)
        begin, end = self.sentence(at)
        if self.doc.has_annotation("TAG"):
            found = self._by_verbs(begin, end, at)
            if found is not None:
                return found
        return self._by_words(begin, end, at)

    def _by_verbs(self, begin: int, end: int, at: int) -> Direction | None:
        """By the finite verbs of the sentence, the nearest first."""
        here = self.token_at(at)
        verbs = [
            t
            for t in self.doc.tokens[self.token_at(begin) : self.token_at(max(begin, end - 1)) + 1]
            if t.tag_ in _FINITE
        ]
        for verb in sorted(verbs, key=lambda t: (abs(t.i - here), t.i)):
            if verb.morph.get("Tense", []) == ["Past"]:
                return "past" if verb.tag_ != "VMFIN" else None
            if verb.tag_ == "VAFIN" and verb.lower_ in _HAVE:
                return (
                    "past"
                    if any(t.tag_ in ("VVPP", "VAPP") for t in self.doc.tokens[verb.i : verb.i + 25])
                    else "future"
                )
            return "future"
        return None

    def _by_words(self, begin: int, end: int, at: int) -> Direction | None:
        """By the verb forms of the lexicon and the endings of weak preterites, the nearest first."""
        best: tuple[int, Direction] | None = None
        for match in re.finditer(r"[^\W\d_]+", self.text[begin:end]):
            word = match.group()
            told = _verb_tenses().get(word)
            if told is None and word.islower() and re.search(r"(?:[^aeiouhs]te|ierten?|igten?)$", word):
                told = "past"
            if told is not None:
                distance = abs(begin + match.start() - at)
                if best is None or distance < best[0]:
                    best = (distance, told)
        return best[1] if best else None


_FINITE: Final = {"VVFIN", "VAFIN", "VMFIN"}
_HAVE: Final = {"hat", "haben", "habe", "habest", "ist", "sind", "sei", "seien", "bin", "habt"}


def _clause_direction(clause: Clause) -> Direction | None:
    seen = 0
    while clause.finite is None and clause.parent is not None and seen < 8:
        clause, seen = clause.parent, seen + 1
    if clause.finite is None:
        return None
    if clause.perfect_infinitive or clause.tense in ("past", "perfect", "pluperfect"):
        return None if clause.modals and not clause.perfect_infinitive else "past"
    return "future"
