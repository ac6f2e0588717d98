"""Sentence borders by rule, before anything else is known of the words.

A sentence ends after a point, question or exclamation mark (with the quotation marks and brackets
that close behind it) when a capital letter, a number or an opening mark follows; after an
abbreviation or ordinal only when the next word cannot go on with it (`sentence_starters.tsv`); at an
empty line; at every block border (``doc._.blocks``); in headlines at a dash; and behind a dateline. A
colon or semicolon ends none. A Doc whose sentences are already set (a treebank's) is left alone.

A sentence of more than ``LONGEST`` words is parted, behind a comma where there is one: no German of a person
runs so long, and steps that compare the clauses of a sentence would take hours for a text without an end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.de.tokenizer import Words
from lagebild.language.texts import spelled
from lagebild.lexicon import table

_FINAL: Final = re.compile(r"[.!?…]+$")
_CLOSES: Final = frozenset(["“", "”", '"', "«", "»", "'", "‘", "’", ")", "]", "‹", "›"])
_OPENS: Final = frozenset(["„", "»", "«", '"', "“", "‚", "›", "‹", "(", "[", "'", "‘"])
_DASHES: Final = frozenset(["–", "—", "-", "•", "*", "·", "→"])
#: Words of a sentence at most. The longest of 6,500 sentences of news that we looked at has 132.
LONGEST: Final = 400
_TITLES: Final = frozenset(["kicker", "headline"])
#: Kinds of block that may begin with a dateline.
_RUNNING: Final = frozenset(["lede", "body"])
#: Words of a dateline with its places and date, and of what stands in its brackets, at most.
_DATELINE: Final = 12
_BRACKETS: Final = 6
#: Kinds of block that are titles where they end without a full stop.
_UNDER_TITLES: Final = frozenset(["lede", "subheading"])
#: Dashes that join the parts of a headline, and how many words a part has at least.
_JOINING: Final = frozenset(["–", "—", "-"])
_LEAST: Final = 3
#: What may part the places of a dateline.
_BETWEEN_PLACES: Final = frozenset(["/", ",", "und"])
_PARTING: Final = frozenset([",", ";", "–", "—", ":", ")"])
#: Words looked back for the opening partner of a straight quotation mark.
_QUOTE_REACH: Final = 120


@Language.factory("lagebild_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> Sentences:
    return Sentences()


class Sentences:
    """Sets ``token.is_sent_start`` of every token."""

    def __init__(self) -> None:
        self.words = Words()

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc) or doc.has_annotation("SENT_START"):
            return doc
        words = spelled(doc)[0]
        starts = self.starts(words)
        for kind, first, stop in doc._.blocks:
            starts[first] = True
            if kind in _RUNNING and (behind := _behind_dateline(words, first, stop)):
                starts[behind] = True
            if kind in _TITLES or (kind in _UNDER_TITLES and words[stop - 1][-1] not in ".!?…"):
                _part_title(words, starts, first, stop)
        _part(words, starts)
        array = np.where(np.array(starts), 1, -1).astype(np.int32).astype(np.uint64)
        doc.from_array(["SENT_START"], array.reshape(-1, 1))  # type: ignore[arg-type]
        return doc

    def starts(self, words: list[str]) -> list[bool]:
        """For each word whether a sentence begins with it; the first one always does."""
        starts = [False] * len(words)
        starts[0] = True
        quote_open = False
        i, n = 0, len(words)
        while i < n:
            word = words[i]
            if word in ("„", "»"):
                quote_open = True
            elif word in ("“", "«", "”"):
                quote_open = False
            if word.isspace():
                after = i + 1
                while after < n and words[after].isspace():
                    after += 1
                if after < n and any(blank.count("\n") > 1 for blank in words[i:after]):
                    starts[after] = True
                i = after
                continue
            if not self._may_end(words, i):
                i += 1
                continue
            after = i + 1
            while after < n and words[after] in _CLOSES and not self._opens(words, after, quote_open):
                quote_open = False
                after += 1
            if after < n and self._begins(words, i, after):
                while after + 1 < n and words[after].isspace():
                    after += 1
                starts[after] = True
            i = after
        return starts

    @staticmethod
    def _opens(words: list[str], at: int, quote_open: bool) -> bool:
        """Whether a quotation mark that may open or close opens: it does where none is open."""
        if quote_open or words[at] not in ('"', "»", "'"):
            return False
        return words[at] != '"' or words[max(0, at - _QUOTE_REACH) : at].count('"') % 2 == 0

    def _may_end(self, words: list[str], i: int) -> bool:
        word = words[i]
        if word[-1] not in ".!?…":
            return False
        return len(word) == 1 or bool(_FINAL.fullmatch(word)) or self._point_may_end(words, i)

    def _point_may_end(self, words: list[str], i: int) -> bool:
        """Whether a word that keeps its point (abbreviation, ordinal, initial) may end a sentence."""
        word = words[i]
        if not word.endswith("."):
            return False
        if word in self.words.may_end:
            return True
        if word in self.words.abbreviations or word[:-1].isdigit():
            return False
        if len(word) == 2:  # auf der Plattform X. Bei …; Markus H. Der Mann …
            return word[0].isupper() and i > 0
        return word[:-1].isupper() and word[0] in "IVX"

    def _begins(self, words: list[str], end: int, at: int) -> bool:
        """Whether the word at `at` begins a sentence after the final mark at `end`."""
        first = at
        while first < len(words) and (
            words[first] in _OPENS or words[first] in _DASHES or words[first].isspace()
        ):
            first += 1
        if first == len(words):
            return False
        word = words[first]
        if len(words[end]) > 1 and words[end][-1] == "." and words[end].strip("."):
            return word in self.words.starters
        if words[end] in ("…", "...", "..") and first == at:
            return word[0].isupper() and word in self.words.starters
        return word[0].isupper() or word[0].isdigit()


def _behind_dateline(words: list[str], first: int, stop: int) -> int | None:
    """Where the text begins behind a dateline: *Manila (Reuters) - Die*, *Kairo –*, *Rosch Hanikra (AP) Nach*.

    Places are words with a capital, parted by strokes; an agency in brackets, a dash or both must follow them.
    """
    i, agency, limit = first, False, min(stop, first + _DATELINE)
    while i < limit:
        word = words[i]
        if word == "(" and i > first:
            close = next((k for k in range(i + 1, min(stop, i + _BRACKETS)) if words[k] == ")"), None)
            if close is None:
                return None
            agency = all(w.lower() in agencies() or not w[0].isalpha() for w in words[i + 1 : close])
            i = close + 1
            if agency:
                break
        elif word[0].isupper() or (i > first and (word in _BETWEEN_PLACES or word[0].isdigit())):
            i += 1
        else:
            break
    dash = first < i < stop and words[i] in _JOINING
    if (
        dash
        and words[first:i] == [w for w in words[first:i] if w[0].isalpha() or w == "/"]
        and _again(words, i, stop)
    ):
        return None  # *Merkel – Kanzlerin seit 2005 – hat …*
    i += dash
    if i >= stop or not (dash or agency) or not (words[i][0].isupper() or words[i] in _OPENS):
        return None
    return i


def _again(words: list[str], dash: int, stop: int) -> bool:
    """Whether a second dash follows in the sentence, so that the first opens an insertion."""
    for i in range(dash + 1, stop):
        if words[i] in _JOINING or _FINAL.fullmatch(words[i]):
            return words[i] in _JOINING
    return False


@cache
def agencies() -> frozenset[str]:
    """The names of news agencies as they stand in datelines, in small letters."""
    return frozenset(row["agency"].lower() for row in table("base/agencies.tsv", ["agency"]))


def _part_title(words: list[str], starts: list[bool], first: int, stop: int) -> None:
    """Part a headline at a dash between two that could stand alone: *Putsch in Mali – Afrikanische Union droht*.

    Not behind a quotation, whose speaker may follow the dash.
    """
    begin = first
    for i in range(first + _LEAST, stop - _LEAST):
        alone = i - begin >= _LEAST and words[i - 1] not in _CLOSES
        if words[i] in _JOINING and alone:
            starts[i + 1] = True
            begin = i + 1


def _part(words: list[str], starts: list[bool]) -> None:
    """Part sentences that are too long, in place."""
    begin = 0
    for i, is_start in enumerate(starts):
        if is_start:
            begin = i
        elif i - begin >= LONGEST and not words[i].isspace():
            last_part = range(i, i - LONGEST // 2, -1)
            begin = next((at for at in last_part if words[at - 1] in _PARTING and not words[at].isspace()), i)
            starts[begin] = True
