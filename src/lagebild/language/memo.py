"""What has been worked out for single words, kept: an article has most of its words several times, an archive all of them.

    def fold(word: str) -> str:
        return _FOLDED.of(word)

    def _fold(word: str) -> str: ...

    _FOLDED: Final = Memo(_fold)

Compiled, that is one look into a dict, where `functools.lru_cache` makes a tuple of the arguments and keeps a list in
order of use: a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar, cast

V = TypeVar("V")

#: Words kept by each memo unless it says otherwise; memory stays bounded on any text.
MOST: Final = 65_536


class Memo(Generic[V]):
    """The answers of a function for the words that it was asked; when there are too many, it starts anew."""

    def __init__(self, answer: Callable[[str], V], most: int = MOST) -> None:
        self._answer = answer
        self._most = most
        self._known: dict[str, V] = {}
        _all.append(self)

    def of(self, word: str) -> V:
        """The answer for a word."""
        found = self._known.get(word)
        if found is None and word not in self._known:
            found = self._answer(word)
            if len(self._known) >= self._most:
                self._known.clear()
            self._known[word] = found
        return cast(V, found)

    def forget(self) -> None:
        """Drop all answers."""
        self._known.clear()

    def __len__(self) -> int:
        return len(self._known)


_all: list[Memo[Any]] = []


def forget_all() -> None:
    """Drop the answers of all memos."""
    for memo in _all:
        memo.forget()
