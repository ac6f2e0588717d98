"""A Doc in columns: what the reading steps ask of token after token, taken out of the Doc once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

_KEY = "lagebild_columns"


@dataclass(frozen=True, slots=True)
class Columns:
    """Of each token the word, the same in small letters, its tag, its lemma (else the word) and its sentence."""

    words: list[str]
    lowers: list[str]
    tags: list[str]
    lemmas: list[str]
    sentences: list[range]


def columns(doc: Doc) -> Columns:
    """The columns of a Doc that the base has read; made once and kept with it, as its tokens no longer change.

    A Doc whose sentences nobody has found is one sentence.
    """
    kept: Columns | None = doc.user_data.get(_KEY)
    if kept is None:
        kept = doc.user_data[_KEY] = _columns(doc)
    return kept


def sentence(token: Token) -> range:
    """The tokens of the sentence that a token stands in, by their numbers."""
    return columns(token.doc).sentences[token.i]


def sentences_back(token: Token, number: int) -> int:
    """The first token of the sentence that stands so many before that of the token; 0 where there are not so many."""
    begins = columns(token.doc).sentences
    first = begins[token.i].start
    for _ in range(number):
        first = begins[first - 1].start if first > 0 else 0
    return first


def _columns(doc: Doc) -> Columns:
    if not len(doc):
        return Columns([], [], [], [], [])
    orth, lower, tag, lemma, marks = doc.to_array(["ORTH", "LOWER", "TAG", "LEMMA", "SENT_START"]).T.tolist()
    ids = {*orth, *lower, *tag, *lemma}
    strings = doc.vocab.strings
    text = {i: strings[i] for i in ids}
    begins = [i for i, mark in enumerate(marks) if mark == 1 and i > 0]
    sentences: list[range] = []
    for begin, end in pairwise([0, *begins, len(doc)]):
        sentences += [range(begin, end)] * (end - begin)
    return Columns(
        [text[i] for i in orth],
        [text[i] for i in lower],
        [text[i] for i in tag],
        [text[i or word] for i, word in zip(lemma, orth, strict=True)],
        sentences,
    )
