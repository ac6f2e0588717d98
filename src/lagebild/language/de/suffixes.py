"""Rules by word ending: a table from (class, ending) to an edit of the word, longest ending first.

Used for lemmas and for the Konjunktiv. The table is learned (training/lemma.py) and pruned so that an
ending stands in it only where it says something else than the shorter ending does.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

Value = TypeVar("Value")

#: Longest ending looked up, and the sign that marks the begin of the word in it.
LONGEST = 12
BEGIN = "^"


class SuffixRules:
    """``find(class, word)`` gives the value of the longest known ending of the word, or ``""``."""

    def __init__(self, rows: dict[str, dict[str, str]]) -> None:
        self._rows = rows

    def items(self) -> Iterable[tuple[str, dict[str, str]]]:
        """The tables by class."""
        return self._rows.items()

    def find(self, kind: str, word: str) -> str:
        table = self._rows.get(kind)
        if table is None:
            return ""
        marked = BEGIN + word
        for begin in range(max(0, len(marked) - LONGEST), len(marked)):
            value = table.get(marked[begin:])
            if value is not None:
                return value
        return table.get("", "")


def longest_ending(known: Mapping[str, Value], word: str) -> Value | None:
    """The value of the longest of the known words that the word is or ends in; None for none.

    >>> longest_ending({"amt": "n", "bundesamt": "n", "bank": "f"}, "weltbank")
    'f'
    """
    for begin in range(len(word)):
        value = known.get(word[begin:])
        if value is not None:
            return value
    return None


@cache
def load_rules(name: str) -> SuffixRules:
    """The shipped table ``weights/<name>.tsv.gz``: lines of class, value, and the endings that have it."""
    path = files("lagebild.language.de") / "weights" / f"{name}.tsv.gz"
    rows: dict[str, dict[str, str]] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf8").splitlines():
        kind, value, endings = line.split("\t")
        table = rows.setdefault(kind, {})
        for ending in endings.split(" "):
            table[ending] = value
    return SuffixRules(rows)


def edit(word: str, lemma: str) -> str:
    """The edit ``cut+added`` that makes `lemma` of `word`.

    >>> edit("waffen", "waffe")
    '1+'
    """
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return f"{len(word) - shared}+{lemma[shared:]}"


def apply(rule: str, word: str) -> str:
    """The word as the edit changes it; an edit longer than the word leaves it alone."""
    cut, _, added = rule.partition("+")
    return word[: len(word) - int(cut)] + added if int(cut) < len(word) else word
