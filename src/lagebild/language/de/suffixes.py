"""Rules by word ending: a table from (class, ending) to an edit of the word, longest ending first.

Used for lemmas and for the Konjunktiv. The table is learned (training/lemma.py) and pruned so that an
ending stands in it only where it says something else than the shorter ending does.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Generic, TypeVar

Value = TypeVar("Value")

#: Longest ending looked up, and the sign that marks the begin of the word in it.
LONGEST: Final = 12
BEGIN: Final = "^"


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


class Endings(Generic[Value]):
    """Words by which longer words are known that end in them, each with what it stands for.

    Words shorter than ``shortest`` letters do not count.

    >>> Endings({"amt": "n", "bundesamt": "n", "bank": "f"}).find("weltbank")
    (4, 'f')
    """

    def __init__(self, known: Mapping[str, Value], shortest: int = 1) -> None:
        self._known = {word: value for word, value in known.items() if len(word) >= shortest}
        self._shortest = min(map(len, self._known), default=1)
        #: what is looked at first: nearly all words end otherwise
        self._last = frozenset(word[-self._shortest :] for word in self._known)

    def find(self, word: str, first: int = 0) -> tuple[int, Value] | None:
        """Where in the word the longest known one begins, not before ``first``, and its value; None for none."""
        if word[-self._shortest :] not in self._last:
            return None
        for begin in range(first, len(word) - self._shortest + 1):
            value = self._known.get(word[begin:])
            if value is not None:
                return begin, value
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
