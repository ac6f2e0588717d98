"""What the network sees of a word: hashed word, affixes and shape, as rows of embedding tables.

Nothing here depends on context, so the rows of a word are computed once and kept
(`network/model.py`). Hashes are CRC-32: the same on every machine and in every run.
"""

from __future__ import annotations

import re
from zlib import crc32

_DIGIT = re.compile(r"\d")
_RUNS = re.compile(r"(.)\1+")

#: Names of the features in the order of `hashes`.
FEATURES = ("word", "suffix2", "suffix3", "suffix4", "suffix5", "suffix7", "prefix3", "prefix5", "shape")

#: No more than this many characters of a word are looked at; longer "words" are noise or an attack.
LONGEST = 60


#: Where each feature but the shape stands in the word in small letters.
_PARTS = (
    ("w", slice(None)),
    ("2", slice(-2, None)),
    ("3", slice(-3, None)),
    ("4", slice(-4, None)),
    ("5", slice(-5, None)),
    ("7", slice(-7, None)),
    ("p", slice(3)),
    ("q", slice(5)),
)
#: A letter in front keeps the features apart: a CRC goes on from that of what came before.
_BEGUN = tuple((crc32(letter.encode()), part) for letter, part in _PARTS)
_SHAPE = crc32(b"s")


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
    if low.isascii():
        # A byte is a character, so that the word is encoded but once.
        bytes_ = low.encode()
        found = [crc32(bytes_[part], begun) for begun, part in _BEGUN]
    else:
        found = [crc32(low[part].encode("utf8", "surrogatepass"), begun) for begun, part in _BEGUN]
    found.append(crc32(shape(word).encode("utf8", "surrogatepass"), _SHAPE))
    return found
