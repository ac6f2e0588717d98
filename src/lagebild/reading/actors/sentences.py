"""Sentences and subjects of a Doc, with or without a tree."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import Final

from lagebild.language.tokens import Words

_ENDS: Final = frozenset(".!?")


class Sentences:
    """Which sentence a token stands in, and whether it is (in) a subject."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.tree = doc.has_annotation("DEP")
        if doc.has_annotation("SENT_START"):
            begins = [token.is_sent_start for token in doc.tokens]
        else:
            begins = [i > 0 and doc[i - 1].text in _ENDS for i in range(len(doc))]
        self._number: list[int] = list(accumulate(begins, initial=0))[1:]

    def first(self, number: int) -> int:
        """The first token of a sentence; of the first one for a negative number."""
        return bisect_left(self._number, number)

    def of(self, token: int) -> int:
        """The number of the sentence that the token stands in."""
        return self._number[token]

    def subject(self, token: int) -> bool:
        """Whether the token is the subject of a clause or belongs to its name; without a tree, false."""
        if not self.tree:
            return False
        word = self.doc[token]
        for _ in range(4):
            if word.dep_.startswith("nsubj"):
                return True
            if word.dep_ not in ("flat", "flat:name", "appos", "conj", "compound", "amod", "det"):
                return False
            word = word.head
        return False
