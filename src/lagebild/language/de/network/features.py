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


def shape(word: str) -> str:
    """Collapsed shape with a rough length: ``Waffenlieferung`` → ``Xx9``, ``1.500`` → ``0.05``."""
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
    return _RUNS.sub(r"\1", "".join(marks)) + str(min(len(word), 9))


def hashes(word: str) -> list[int]:
    """One 32-bit number for each of `FEATURES`."""
    word = word[:LONGEST] if len(word) > LONGEST else word
    low = _DIGIT.sub("0", word.lower())
    parts = (
        "w" + low,
        "2" + low[-2:],
        "3" + low[-3:],
        "4" + low[-4:],
        "5" + low[-5:],
        "7" + low[-7:],
        "p" + low[:3],
        "q" + low[:5],
        "s" + shape(word),
    )
    return [crc32(part.encode("utf8", "surrogatepass")) for part in parts]
