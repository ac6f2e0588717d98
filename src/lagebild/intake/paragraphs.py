"""A text cut into paragraphs, and what can be seen of a paragraph without grammar."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_LINE = re.compile(r"[^\r\n\u2028\u2029\u0085\x0b\x0c]+")
_BLANK = re.compile(r"(?:\r\n|\r|\n|\u2029)[ \t\u00a0]*(?:\r\n|\r|\n|\u2029)")
_WORD = re.compile(r"\w+(?:[-'’:*.]\w+)*")
_QUOTED = re.compile(r"„[^“”\"]{1,600}[“”\"]|\"[^\"]{1,600}\"|»[^«]{1,600}«|“[^”]{1,600}”|‚[^‘’]{1,300}[‘’]")
_STOP = re.compile(r"[.!?…]['\"“”’»«›‹)\]]*\s*$|[.!?…]\s*\(\w{2,12}(?:/\w{2,12})*\)?\s*$")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the canonical text, without the white space around it.

    ``role`` is what the page itself says it is, where it says so: ``title``, ``heading``, ``teaser``,
    ``caption``, ``item`` (of a list), ``quote``, ``link`` (nothing but a link); "" for plain text.
    """

    text: str
    begin: int
    role: str = ""

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.begin + len(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The words, with inner hyphens, colons and apostrophes (*Leser:innen*, *U-Boote*)."""
        return _WORD.findall(self.text)

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def unquoted(self) -> str:
        """The text in the paper's own voice: what stands in quotation marks is left out."""
        return _QUOTED.sub("„…“", self.text)

    @cached_property
    def stopped(self) -> bool:
        """It ends like a sentence, an agency code in brackets after the stop allowed."""
        return _STOP.search(self.text[-60:]) is not None

    @cached_property
    def stops(self) -> int:
        """Sentence ends inside it, roughly."""
        return len(
            re.findall(r"[a-zäöüß)\"“”»«’]{2}[.!?…]['\"“”’»«)]*(?=\s+[A-ZÄÖÜ„“\"»«(]|\s*$)", self.text)
        )

    @cached_property
    def prose(self) -> bool:
        """It reads as running text: at least one full sentence of some length."""
        return (self.stopped and len(self.words) >= 5) or (len(self.words) >= 30 and self.stops >= 1)

    @cached_property
    def short(self) -> bool:
        """Short enough for a headline, a subheading or a teaser."""
        return len(self.text) <= 130 and len(self.words) <= 18


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a plain text, in order; together they cover all of it but white space.

    A line is a paragraph, unless blank lines part the paragraphs and the lines between them
    are wrapped at a fixed width.
    """
    lines = [Paragraph(m.group(), m.start()) for m in _LINE.finditer(text)]
    lines = [_stripped(line) for line in lines if not line.text.isspace()]
    if not _BLANK.search(text) or not _wrapped(text, lines):
        return lines
    joined: list[Paragraph] = []
    for line in lines:
        if joined and not _BLANK.search(text, joined[-1].end, line.begin):
            first = joined.pop()
            line = Paragraph(text[first.begin : line.end], first.begin)
        joined.append(line)
    return joined


def _stripped(line: Paragraph) -> Paragraph:
    bare = line.text.lstrip()
    return Paragraph(bare.rstrip(), line.begin + len(line.text) - len(bare), line.role)


def _wrapped(text: str, lines: Sequence[Paragraph]) -> bool:
    """Whether line ends are a matter of width: the lines followed by another one without a blank are alike in
    length, and most of them end in mid-sentence."""
    inner = [
        line for line, after in itertools.pairwise(lines) if not _BLANK.search(text, line.end, after.begin)
    ]
    if len(inner) < 2:
        return False
    width = sorted(len(line.text) for line in inner)[len(inner) // 2]
    even = sum(0.75 * width <= len(line.text) <= 1.25 * width for line in inner)
    return (
        35 <= width <= 120
        and even >= 0.8 * len(inner)
        and sum(line.stopped for line in inner) <= 0.4 * len(inner)
    )
