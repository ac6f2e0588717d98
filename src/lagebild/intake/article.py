"""An article as the later rooms see it: canonical text, its blocks, and what the page says of itself."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from lagebild.record import Block, PublishedFrom

Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True)
class ReadingText:
    """The words of the article alone: furniture cut, white space runs folded to one space.

    ``origin[i]`` is the offset in the canonical text of character ``i`` of ``text``, and
    ``origin[len(text)]`` the end, so that a token's canonical span is
    ``(origin[begin], origin[end - 1] + 1)``. ``blocks`` holds ``(kind, begin, end)`` in
    offsets of ``text``; a block border is always a sentence border.
    """

    text: str
    origin: Offsets
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
        origins: list[Offsets] = []
        blocks: list[tuple[str, int, int]] = []
        length = 0
        for block in self.blocks:
            begin, end = block.span
            piece, origin = _folded(self.text, begin, end)
            if block.kind == "furniture" or not piece:
                continue
            if length:
                origins.append(np.array([begin], dtype=np.int64))
                length += 1
            pieces.append(piece)
            origins.append(origin)
            blocks.append((block.kind, length, length + len(piece)))
            length += len(piece)
        origins.append(np.array([len(self.text)], dtype=np.int64))
        return ReadingText(" ".join(pieces), np.concatenate(origins), blocks)


def _folded(text: str, begin: int, end: int) -> tuple[str, Offsets]:
    """A stretch of a text with one space for each run of white space, and where each of its characters is from."""
    piece = text[begin:end]
    folded = " ".join(piece.split())
    if len(folded) == len(piece.strip()):  # no run is longer than one, as nearly always
        first = begin + len(piece) - len(piece.lstrip())
        return folded, np.arange(first, first + len(folded), dtype=np.int64)
    origin: list[int] = []
    for word in re.finditer(r"\S+", piece):
        if origin:
            origin.append(begin + word.start() - 1)
        origin.extend(range(begin + word.start(), begin + word.end()))
    return folded, np.array(origin, dtype=np.int64)
