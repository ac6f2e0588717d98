"""An article as the later rooms see it: canonical text, its blocks, and what the page says of itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from lagebild.record import Block, PublishedFrom


@dataclass(frozen=True)
class ReadingText:
    """The words of the article alone: furniture cut, white space runs folded to one space.

    ``origin[i]`` is the offset in the canonical text of character ``i`` of ``text``, and
    ``origin[len(text)]`` the end, so that a token's canonical span is
    ``(origin[begin], origin[end - 1] + 1)``. ``blocks`` holds ``(kind, begin, end)`` in
    offsets of ``text``; a block border is always a sentence border.
    """

    text: str
    origin: npt.NDArray[np.int64]
    blocks: list[tuple[str, int, int]]

    def canonical(self, begin: int, end: int) -> tuple[int, int]:
        """The canonical span of the non-empty reading span ``[begin, end)``."""
        return int(self.origin[begin]), int(self.origin[end - 1]) + 1


@dataclass(frozen=True)
class Article:
    """One article after intake.

    ``text`` is the canonical text that every span of the record points into; for a
    plain-text input it is the input, unchanged to the character. ``blocks`` cover all of
    ``text`` but white space. ``published`` is an ISO date (YYYY-MM-DD).
    """

    text: str
    blocks: list[Block]
    uri: str = ""
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    retrieved: str | None = None
    language: str = "de"
    warnings: list[str] = field(default_factory=list)

    @property
    def identity(self) -> str:
        """The input's own id, else a stable hash of canonical text and source."""
        if self.id:
            return self.id
        digest = hashlib.blake2b(f"{self.uri}\0{self.text}".encode("utf8", "replace"), digest_size=10)
        return digest.hexdigest()

    def reading_text(self) -> ReadingText:
        """The text that the language pack reads, with the way back to the canonical text."""
        pieces: list[str] = []
        origin: list[int] = []
        blocks: list[tuple[str, int, int]] = []
        length = 0
        for block in self.blocks:
            if block.kind == "furniture":
                continue
            begin, end = block.span
            words = [(m.start(), m.end()) for m in re.finditer(r"\S+", self.text[begin:end])]
            if not words:
                continue
            if length:
                pieces.append(" ")
                origin.append(begin)
                length += 1
            start = length
            for n, (b, e) in enumerate(words):
                if n:
                    pieces.append(" ")
                    origin.append(begin + b - 1)
                    length += 1
                pieces.append(self.text[begin + b : begin + e])
                origin.extend(range(begin + b, begin + e))
                length += e - b
            blocks.append((block.kind, start, length))
        origin.append(len(self.text))
        return ReadingText("".join(pieces), np.array(origin, dtype=np.int64), blocks)
