"""Which words the network reads together: the sentences of a document, cut where they are very long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH, SENT_START
from spacy.tokens import Doc

Ints = NDArray[np.int64]

#: No group of words is longer: head scores grow with its square.
LONGEST = 128
#: A long sentence is cut after one of these where there is one in its second half.
BREAKS = {",", ";", ":", "–", "—", "-", ".", ")", "“", "|", "/"}
ENDS = {".", "!", "?"}


def pieces(doc: Doc) -> tuple[list[Ints], list[int], NDArray[np.uint64]]:
    """Token indices of each piece, for each piece the one it continues (or -1), and all words' hashes.

    Whitespace tokens are in no piece. Sentence starts are those of the document; where it
    has none, a full stop, ``!`` or ``?`` ends a sentence.
    """
    columns = doc.to_array([ORTH, IS_SPACE, SENT_START])
    real = columns[:, 1] == 0
    if doc.has_annotation("SENT_START"):
        begins = columns[:, 2] == 1
    else:
        ended = np.array([token.text in ENDS for token in doc], dtype=bool)
        begins = np.concatenate([[True], ended[:-1]])
    sentence = np.cumsum(begins)
    words = np.flatnonzero(real)
    groups = np.split(words, np.flatnonzero(np.diff(sentence[words])) + 1) if len(words) else []
    found: list[Ints] = []
    continues: list[int] = []
    for group in groups:
        first = True
        while len(group):
            cut = len(group) if len(group) <= LONGEST else _cut(doc, group)
            continues.append(-1 if first else len(found) - 1)
            found.append(group[:cut])
            group, first = group[cut:], False
    return found, continues, columns[:, 0]


def _cut(doc: Doc, group: Ints) -> int:
    """Where to end a piece: after the last break in its second half, else at the limit."""
    for at in range(LONGEST, LONGEST // 2, -1):
        if doc[int(group[at - 1])].text in BREAKS:
            return at
    return LONGEST
