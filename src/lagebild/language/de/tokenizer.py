"""Words of German news: the surface tokens of the Universal Dependencies treebanks of German.

A text is cut at white space, and each piece at its punctuation. What stays whole: abbreviations
(*z.B.*, *Dr.*), ordinals (*70.*), numbers (*1.500*, *0,006*, *1950–53*, *3:1*), compounds with hyphens
or strokes (*US-Präsident*, *CDU/CSU*), gender forms (*jede:r*, *Leser:innen*, *Mitarbeiter*innen*),
web addresses (*taz.de*). A point after a number stays with it where it makes an ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

from lagebild.lexicon import table

_WHITE: Final = re.compile(r"\s+")
_WEB = re.compile(
    r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|at|ch|info|tv|ru|uk)(?:/\S*)?",
    re.IGNORECASE,
)
_OPENING: Final = frozenset("\"'„“”‚‘’»«›‹([{<–—-*•·…¡¿=+&/|→")
_CLOSING: Final = frozenset("\"'“”„‘’‚»«›‹)]}>,;:!?…–—-%€$£°*/|=&+→")
_INFIX: Final = re.compile(
    r"(?<=[a-zäöüß]{2})\.(?=[“”»«\"]?[A-ZÄÖÜ][a-zäöüß])|"  # *kam.Die*, *kam."Die*: a paper has lost the blank
    r"(?<=[a-zäöüß][.!?])[“”»«\"](?=[A-ZÄÖÜ][a-zäöüß])|"
    r"(?<=\w)(?:\.\.\.+|…|—|(?<=[^\W\d])–(?=[^\W\d])|[;,](?=[^\W\d])|[!?](?=[“”»«\"]?[^\W\d-])|[„“”»«\"](?![\w-]*[“\"]?-))"
)
#: The short *es* on a verb or pronoun (*geht's*, *war’s*), a word of its own.
_IT: Final = re.compile(r"[^\W\dA-ZÄÖÜ_]{2,}['’]s")
#: A day and its month without a blank: *25.August*.
_DAY_MONTH: Final = re.compile(r"(\d{1,2}\.)([A-ZÄÖÜ][a-zäöü]{2,})")
_NUMBER_POINT: Final = re.compile(r"\d{1,4}\.$")
_ROMAN_POINT: Final = re.compile(r"[IVX]{1,6}\.$")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,4}\.){2,}$")
_ELLIPSIS: Final = re.compile(r"(?:\.{2,}|…)$")
#: Longest piece that is cut at all: white space is missing in anything longer, and it is no word.
_MAX_PIECE: Final = 2_000
#: Characters looked at after a line end to tell an ordinal from the end of a sentence.
_LOOK_AHEAD: Final = 40


class Words:
    """Tables that tokenizer and sentence splitter share."""

    def __init__(self) -> None:
        rows = list(table("base/abbreviations.tsv", ("form", "end")))
        self.abbreviations = frozenset(row["form"] for row in rows)
        self.may_end = frozenset(row["form"] for row in rows if row["end"] == "may")
        contexts = list(table("base/ordinal_contexts.tsv", ("word", "role")))
        self.before_ordinal = frozenset(row["word"] for row in contexts if row["role"] == "before")
        self.after_ordinal = frozenset(row["word"] for row in contexts if row["role"] == "after")
        self.starters = frozenset(row["word"] for row in table("base/sentence_starters.tsv", ("word",)))

    def ordinal(self, number: str, before: str, after: str) -> bool:
        """Whether the point after `number` makes an ordinal rather than ending a sentence.

        >>> Words().ordinal("70", "des", "Jahrestages")
        True
        """
        if not after:
            return False
        if after in self.after_ordinal:
            return len(number) <= 3
        if after[0].islower():
            return True
        if after[0].isdigit():
            counted = before.lower() in self.before_ordinal
            return len(number) <= 2 and (
                counted or any(_NUMBER_POINT.match(word) for word in (before, after))
            )
        if after in self.starters:
            return False
        return (len(number) <= 3 and before.lower() in self.before_ordinal) or (
            len(number) <= 2 and before[:1].islower()
        )


class GermanTokenizer:
    """Cuts a text into words; ``doc.text`` is the text again, to the character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.words = Words()
        self._pieces: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        pieces = text.split(" ")
        last = len(pieces) - 1
        previous = ""
        for n, piece in enumerate(pieces):
            space = n < last
            if not piece:
                if not space:
                    break
                # One blank more than the word before it owns: spaCy's white-space token.
                words.append(" ")
                spaces.append(False)
                continue
            if piece.isalpha():
                words.append(piece)
                spaces.append(space)
                previous = piece
                continue
            after = pieces[n + 1] if n < last else ""
            cut = list(self._cut_white(piece, previous, after))
            words.extend(cut)
            spaces.extend([False] * (len(cut) - 1))
            spaces.append(space)
            previous = cut[-1]
        return Doc(self.vocab, words=words, spaces=spaces)

    def _cut_white(self, piece: str, before: str, after: str) -> Iterator[str]:
        """Cut at white space other than the blank (line ends, tabs), which makes tokens of its own."""
        begin = 0
        for match in _WHITE.finditer(piece):
            if match.start() > begin:
                following = piece[match.end() : match.end() + _LOOK_AHEAD] or after
                yield from self._cut(piece[begin : match.start()], before, following)
            yield match.group()
            begin, before = match.end(), ""
        if begin < len(piece):
            yield from self._cut(piece[begin:], before, after)

    def _cut(self, piece: str, before: str, after: str) -> tuple[str, ...]:
        """The tokens of one piece without white space; the neighbours decide only about final points."""
        head, tail = self._strip(piece)
        core = piece[len(head) : len(piece) - len(tail)]
        if not core:
            return tuple(_groups(head + tail))
        points = ""
        if core.endswith("."):
            core, points = self._final_point(
                core, before if not head else "", _first_word(after) if not tail else "", tail
            )
        inner = self._pieces.get(core)
        if inner is None:
            inner = tuple(_inner(core))
            if len(self._pieces) < 50_000:
                self._pieces[core] = inner
        return (*_groups(head), *inner, *((points,) if points else ()), *_groups(tail))

    def _strip(self, piece: str) -> tuple[str, str]:
        """Leading and trailing punctuation of a piece (final points stay with the core)."""
        begin, end = 0, len(piece)
        if end > _MAX_PIECE or _WEB.fullmatch(piece):
            return "", ""
        while begin < end and piece[begin] in _OPENING and not _keeps_first(piece, begin):
            begin += 1
        while (
            end > begin
            and (piece[end - 1] in _CLOSING or _closes_after_point(piece, begin, end))
            and not _keeps_last(piece, begin, end)
        ):
            end -= 1
        return piece[:begin], piece[end:]

    def _final_point(self, core: str, before: str, after: str, tail: str) -> tuple[str, str]:
        ellipsis = _ELLIPSIS.search(core)
        if ellipsis:
            return core[: ellipsis.start()], ellipsis.group()
        dotted = _DOTTED.match(core) and not _WEB.fullmatch(core[:-1])
        if dotted or core in self.words.abbreviations:
            return core, ""
        if len(core) == 2 and core[0].isalpha():
            return core, ""
        if _NUMBER_POINT.match(core):
            keep = self.words.ordinal(core[:-1], before, after) or (tail[:1] in ("–", "-", "/"))
            return (core, "") if keep else (core[:-1], ".")
        if _ROMAN_POINT.match(core) and before[:1].isupper():
            return core, ""
        if core[-2:-1].isdigit() and re.fullmatch(r"\d{1,2}\.\d{1,2}\.", core):
            return core, ""
        return core[:-1], "."

    # spaCy asks a tokenizer to be storable; all that this one knows is in the lexicon.
    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the tables ship with the package."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> GermanTokenizer:
        """The tokenizer as it is."""
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes nothing: the tables ship with the package."""

    def from_disk(self, path: str | Path, **_: Any) -> GermanTokenizer:
        """The tokenizer as it is."""
        return self


def _first_word(piece: str) -> str:
    """The word a piece begins with, without quotation marks before or punctuation after it."""
    return piece.lstrip("„“”\"'»«›‹‚‘(").rstrip(',;:!?“”"»«)')


def _keeps_first(piece: str, at: int) -> bool:
    """A sign or hyphen before a number or a word part (*-5*, *+3*, *-verwaltung*) belongs to it."""
    following = piece[at + 1 : at + 2]
    if piece[at] in "-+":
        return following.isalnum() and at + 2 < len(piece)
    if piece[at] in "'’‘":
        return following in ("s", "n") and len(piece) - at <= 3
    return False


def _keeps_last(piece: str, begin: int, end: int) -> bool:
    """A closing sign that belongs to the word: *Mitarbeiter(innen)*, *Such-*, *5,-*, *Grass'*."""
    sign, core = piece[end - 1], piece[begin : end - 1]
    if sign in ")]":
        opener = "(" if sign == ")" else "["
        return core.count(opener) > core.count(sign) and not core.startswith(opener)
    if sign == "-":
        return bool(core) and (core[-1].isalnum() or core[-1] in ",.") and core[-1] != "-"
    if sign in "'’":
        return core[-1:] in ("s", "x", "z", "ß")
    return False


def _closes_after_point(piece: str, begin: int, end: int) -> bool:
    """A point behind a closing sign (*Berlin).*, *raus!“.*) is cut off with it."""
    return piece[end - 1] == "." and end - 1 > begin and piece[end - 2] in _CLOSING


def _groups(signs: str) -> Iterator[str]:
    """Punctuation marks one by one, but runs of points and of one mark (*--*, *!!!*) together."""
    begin = 0
    for i in range(1, len(signs) + 1):
        if i == len(signs) or signs[i] != signs[begin] or signs[i] not in ".-!?*=":
            yield signs[begin:i]
            begin = i


def _inner(core: str) -> Iterator[str]:
    """Cut a core at marks that cannot stand inside a word."""
    if len(core) > _MAX_PIECE or core.isalnum() or _WEB.fullmatch(core):
        yield core
        return
    if _IT.fullmatch(core):
        yield from (core[:-2], core[-2:])
        return
    day = _DAY_MONTH.fullmatch(core)
    if day is not None:
        yield from day.groups()
        return
    begin = 0
    for match in _INFIX.finditer(core):
        if match.start() < begin:  # both rules have found this point
            continue
        if match.start() > begin:
            yield core[begin : match.start()]
        yield match.group()
        begin = match.end()
    if begin < len(core):
        yield core[begin:]
