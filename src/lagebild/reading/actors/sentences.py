"""Sentences and subjects of a Doc, with or without a tree."""

from __future__ import annotations

from spacy.tokens import Doc

_ENDS = frozenset(".!?")


class Sentences:
    """Which sentence a token stands in, and whether it is (in) a subject."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tree = doc.has_annotation("DEP")
        self._number: list[int] = []
        number = 0
        marked = doc.has_annotation("SENT_START")
        for i, token in enumerate(doc):
            begins = token.is_sent_start if marked else i > 0 and doc[i - 1].text in _ENDS
            if begins and i:
                number += 1
            self._number.append(number)

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
