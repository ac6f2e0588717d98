"""What the network sees of a word: hashed word, affixes and shape, as rows of embedding tables.

Nothing here depends on context, so the rows of a word are computed once and kept
(`network/model.py`). Hashes are CRC-32: the same on every machine and in every run.
"""

from __future__ import annotations

import re
from typing import Final
from zlib import crc32

_DIGIT: Final = re.compile(r"\d")
_RUNS: Final = re.compile(r"(.)\1+")

#: Names of the features in the order of `hashes`.
FEATURES = ("word", "suffix2", "suffix3", "suffix4", "suffix5", "suffix7", "prefix3", "prefix5", "shape")

#: No more than this many characters of a word are looked at; longer "words" are noise or an attack.
LONGEST: Final = 60


#: A letter in front keeps the features apart: a CRC goes on from that of what came before. In the order of `FEATURES`.
_WORD, _LAST2, _LAST3, _LAST4, _LAST5, _LAST7, _FIRST3, _FIRST5, _SHAPE = (
    crc32(letter.encode()) for letter in "w23457pqs"
)


def shape(word: str) -> str:
    """Collapsed shape with a rough length: ``Waffenlieferung`` → ``Xx9``, ``1.500`` → ``0.05``."""
    length = str(min(len(word), 9))
    if word.isalpha():
        if word.islower():
            return "x" + length
        if word[0].isupper() and word[1:].islower():
            return "Xx" + length
    marks = []
    for char in word:
        if char.isdigit():
            marks.append("0")
        elif char.isupper():
            marks.append("X")
        elif char.isalpha():
            marks.append("x")
        else:
            marks.append(char)
    return _RUNS.sub(r"\1", "".join(marks)) + length


def hashes(word: str) -> list[int]:
    """One 32-bit number for each of `FEATURES`."""
    word = word[:LONGEST] if len(word) > LONGEST else word
    low = word.lower()
    if not low.isalpha():
        low = _DIGIT.sub("0", low)
    return [
        _hash(low, _WORD),
        _hash(low[-2:], _LAST2),
        _hash(low[-3:], _LAST3),
        _hash(low[-4:], _LAST4),
        _hash(low[-5:], _LAST5),
        _hash(low[-7:], _LAST7),
        _hash(low[:3], _FIRST3),
        _hash(low[:5], _FIRST5),
        _hash(shape(word), _SHAPE),
    ]


def _hash(text: str, begun: int) -> int:
    return crc32(text.encode("utf8", "surrogatepass"), begun)
