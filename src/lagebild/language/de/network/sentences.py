"""Which words the network reads together: the sentences of documents, cut where they are very long."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, ORTH, SENT_START  # type: ignore[import-not-found]
from spacy.tokens import Doc

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: No group of words is longer: head scores grow with its square.
LONGEST = 128
#: A long sentence is cut after one of these where there is one in its second half.
BREAKS = {",", ";", ":", "–", "—", "-", ".", ")", "“", "|", "/"}
ENDS = {".", "!", "?"}
COLUMNS = [ORTH, IS_SPACE, SENT_START]


@dataclass(slots=True)
class Text:
    """The tokens of several documents in one row.

    ``starts`` are the documents' first tokens and the end of the last; ``keys`` spaCy's
    hashes of the words; ``real`` is false for whitespace, which is in no piece. A piece
    runs over ``words[bounds[i] : bounds[i + 1]]``; ``continues[i]`` says that it goes on
    with the sentence of the piece before.
    """

    starts: Ints
    keys: NDArray[np.uint64]
    real: Bools
    words: Ints
    bounds: Ints
    continues: Bools


def gather(docs: list[Doc]) -> Text:
    """The documents' sentences as pieces of at most LONGEST words.

    Sentence starts are those of the documents; in one that has none, a full stop, ``!`` or
    ``?`` ends a sentence.
    """
    columns = [doc.to_array(COLUMNS).astype(np.uint64).reshape(-1, 3) for doc in docs]
    starts = np.cumsum([0, *(len(doc) for doc in docs)])
    whole = np.concatenate(columns)
    begins = whole[:, 2] == 1
    for doc, start, end in zip(docs, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        if end > start:
            if end - start > 1 and not doc.has_annotation("SENT_START"):
                begins[start + 1 : end] = [token.text in ENDS for token in doc][:-1]
            begins[start] = True
    real = whole[:, 1] == 0
    words = np.flatnonzero(real)
    sentence = np.cumsum(begins)[words]
    cuts = (np.flatnonzero(np.diff(sentence)) + 1).tolist()
    bounds: Ints = np.array([0, *cuts, len(words)] if len(words) else [0], dtype=np.int64)
    text = Text(starts, whole[:, 0], real, words, bounds, np.zeros(len(bounds) - 1, dtype=bool))
    if len(bounds) > 1 and np.diff(bounds).max() > LONGEST:
        _cut_long(text, docs)
    return text


def _cut_long(text: Text, docs: list[Doc]) -> None:
    """Cut every sentence longer than LONGEST into pieces, in place."""
    bounds, continues = [0], []
    for start, end in zip(text.bounds[:-1].tolist(), text.bounds[1:].tolist(), strict=True):
        continues.append(False)
        while end - start > LONGEST:
            start += _cut(text, docs, start)
            bounds.append(start)
            continues.append(True)
        bounds.append(end)
    text.bounds, text.continues = np.array(bounds), np.array(continues)


def _cut(text: Text, docs: list[Doc], start: int) -> int:
    """How many words to keep: up to the last break in the second half, else all that fit."""
    first = int(text.words[start])
    number = int(np.searchsorted(text.starts, first, side="right")) - 1
    doc, offset = docs[number], int(text.starts[number])
    for size in range(LONGEST, LONGEST // 2, -1):
        if doc[int(text.words[start + size - 1]) - offset].text in BREAKS:
            return size
    return LONGEST
