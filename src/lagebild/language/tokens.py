"""The words of a Doc as plain objects: what the clauses and the reading steps ask of token after token.

spaCy's tokens look every answer up anew: a tag is decoded, a head made into an object, the children searched, at each
access. The rules ask some hundred such questions of every word, and behind the base no answer changes any more. So
`words_of` takes all of them out of the Doc at once, and keeps them with it: one `Token` for each word, with the names
that spaCy has for the same things, and the columns that loops go through. Tokens are the same where they are identical.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_TYPE,
    HEAD,
    IDX,
    LEMMA,
    MORPH,
    POS,
    SENT_START,
    TAG,
)
from spacy.tokens import Doc

from lagebild.language.found import Found
from lagebild.language.texts import spelled, texts

_COLUMNS: Final = [TAG, POS, DEP, LEMMA, MORPH, ENT_TYPE, SENT_START, IDX, HEAD]
_KEY: Final = "lagebild_words"


class Morph:
    """The features of a word, read from a bundle: ``Case=Nom|Number=Sing``. Words of one bundle share one."""

    __slots__ = ("_values", "bundle", "features")

    def __init__(self, bundle: str) -> None:
        self.bundle = bundle
        #: name → value as written; several values of one name stand with commas between
        self.features: dict[str, str] = dict(part.split("=", 1) for part in bundle.split("|") if "=" in part)
        self._values = {name: value.split(",") for name, value in self.features.items()}

    def get(self, name: str, default: list[str]) -> list[str]:
        """The values of a feature, for reading only; `default` where the word has none."""
        return self._values.get(name, default)


class Token:
    """A word of a Doc with what the base has read of it; `words_of` makes them. The names are spaCy's.

    ``i`` is its number in the Doc, ``idx`` its first character; ``lefts``, ``rights`` and ``children`` are lists for
    reading only.
    """

    __slots__ = (
        "_head",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "i",
        "idx",
        "is_sent_start",
        "lefts",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "rights",
        "tag_",
        "text",
    )

    def __init__(
        self,
        doc: Words,
        i: int,
        text: str,
        lower: str,
        tag: str,
        pos: str,
        dep: str,
        lemma: str,
        morph: Morph,
        kind: str,
        first: bool,
        idx: int,
        head: int,
    ) -> None:
        self.doc = doc
        self.i = i
        self.text = text
        self.lower_ = lower
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep
        self.lemma_ = lemma
        self.morph = morph
        self.ent_type_ = kind
        self.is_sent_start = first
        self.idx = idx
        self._head = head
        self.lefts: list[Token] = _NONE
        self.rights: list[Token] = _NONE
        self.children: list[Token] = _NONE

    @property
    def head(self) -> Token:
        """The word that this one hangs on; a root is its own."""
        return self.doc.tokens[self._head]

    def nbor(self, step: int = 1) -> Token:
        """The word so many places on; IndexError where the Doc ends before it."""
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    @property
    def left_edge(self) -> Token:
        """The first word of all that hang below this one."""
        return self.doc.tokens[self.doc.source[self.i].left_edge.i]

    @property
    def right_edge(self) -> Token:
        """The last word of all that hang below this one."""
        return self.doc.tokens[self.doc.source[self.i].right_edge.i]

    @property
    def subtree(self) -> list[Token]:
        """The word and all that hang below it: those on its left, itself, those on its right."""
        found: list[Token] = []
        self._gather(found)
        return found

    def _gather(self, found: list[Token]) -> None:
        for child in self.lefts:
            child._gather(found)
        found.append(self)
        for child in self.rights:
            child._gather(found)

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other word hangs somewhere below this one."""
        for _ in range(len(self.doc)):
            if other.head is other:
                break
            other = other.head
            if other is self:
                return True
        return False

    @property
    def is_punct(self) -> bool:
        return bool(self.doc.source[self.i].is_punct)

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def like_num(self) -> bool:
        return bool(self.doc.source[self.i].like_num)

    @property
    def whitespace_(self) -> str:
        """The blank behind the word, or nothing."""
        return str(self.doc.source[self.i].whitespace_)

    def __repr__(self) -> str:
        return self.text


#: Of words without any; nobody writes into it.
_NONE: Final[list[Token]] = []


class Words:
    """The words of a Doc: tokens, and in columns what loops ask of them. ``words._`` is what has been found in them.

    ``lemmas`` has the word where nobody has set a lemma. ``marked`` are the numbers of those that begin with a capital or
    have a hyphen, as nouns and names do. ``sentences`` gives for each word those of its sentence; a Doc
    whose sentences nobody has found is one sentence. ``source`` is the Doc.
    """

    __slots__ = (
        "_",
        "_annotated",
        "deps",
        "heads",
        "kinds",
        "lemmas",
        "lowers",
        "marked",
        "morphs",
        "offsets",
        "sentences",
        "source",
        "tags",
        "tokens",
        "user_data",
        "words",
    )

    def __init__(self, source: Doc) -> None:
        self.source = source
        self.user_data: dict[Any, Any] = source.user_data
        self._ = Found(source)
        self._annotated: dict[str, bool] = {}
        array = source.to_array(_COLUMNS) if len(source) else np.zeros((0, len(_COLUMNS)), dtype=np.uint64)
        rows: list[list[int]] = array.T.tolist()
        strings = source.vocab.strings
        self.words, self.lowers = spelled(source)
        self.marked = [i for i, word in enumerate(self.words) if word[0].isupper() or "-" in word]
        self.tags = texts(strings, rows[0])
        self.deps = texts(strings, rows[2])
        lemmas = texts(strings, rows[3])
        self.lemmas = [lemma or word for lemma, word in zip(lemmas, self.words, strict=True)]
        self.morphs = [_morph(bundle) for bundle in texts(strings, rows[4])]
        self.kinds = texts(strings, rows[5])
        self.offsets = rows[7]
        # spaCy stores heads as signed offsets in unsigned numbers.
        self.heads = (array[:, 8].astype(np.int64) + np.arange(len(source))).tolist()
        self.sentences = _sentences(rows[6])
        self.tokens: list[Token] = []
        self._make(texts(strings, rows[1]), lemmas, rows[6])

    def _make(self, pos: list[str], lemmas: list[str], marks: list[int]) -> None:
        tokens = self.tokens
        for i, word in enumerate(self.words):
            tokens.append(
                Token(
                    self,
                    i,
                    word,
                    self.lowers[i],
                    self.tags[i],
                    pos[i],
                    self.deps[i],
                    lemmas[i],
                    self.morphs[i],
                    self.kinds[i],
                    marks[i] == 1,
                    self.offsets[i],
                    self.heads[i],
                )
            )
        for i, at in enumerate(self.heads):
            if at != i:
                token, head = tokens[i], tokens[at]
                if i < at:
                    head.lefts = _with(head.lefts, token)
                else:
                    head.rights = _with(head.rights, token)
        for token in tokens:
            if not token.rights:
                token.children = token.lefts
            else:
                token.children = token.lefts + token.rights if token.lefts else token.rights

    def hang(self, child: int, head: int, dep: str) -> None:
        """Hang a word on another: what the clauses found against the parser holds for whoever reads phrases, too."""
        token, above, below = self.tokens[child], self.tokens[self.heads[child]], self.tokens[head]
        self.heads[child], self.deps[child] = head, dep
        token._head, token.dep_ = head, dep
        if above is not token:
            above.lefts = [t for t in above.lefts if t is not token]
            above.rights = [t for t in above.rights if t is not token]
            above.children = above.lefts + above.rights
        if below is not token:
            if child < head:
                below.lefts = sorted([*below.lefts, token], key=_place)
            else:
                below.rights = sorted([*below.rights, token], key=_place)
            below.children = below.lefts + below.rights

    def make_verb(self, i: int, lemma: str) -> None:
        """Take a word that was read as an adjective for a finite verb, as `hang` does for its place."""
        token = self.tokens[i]
        self.tags[i] = token.tag_ = "VVFIN"
        self.lemmas[i] = token.lemma_ = lemma
        token.pos_ = "VERB"

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def has_annotation(self, name: str) -> bool:
        """Whether the Doc says this of any word: ``TAG``, ``SENT_START`` …"""
        found = self._annotated.get(name)
        if found is None:
            found = self._annotated[name] = self.source.has_annotation(name)
        return found


def words_of(doc: Doc) -> Words:
    """The words of a Doc that the base has read; made once and kept with it."""
    kept: Words | None = doc.user_data.get(_KEY)
    return kept if kept is not None else read_words(doc)


def read_words(doc: Doc) -> Words:
    """The words of a Doc as they stand now, kept with it from here on."""
    made = doc.user_data[_KEY] = Words(doc)
    return made


def let_go(doc: Doc) -> None:
    """Part what holds one another in circles, so that a Doc that nobody reads any more is gone without the collector."""
    words = doc.user_data.get(_KEY)
    doc.user_data.clear()
    if isinstance(words, Words):
        words.tokens = []


def sentence(token: Token) -> range:
    """The tokens of the sentence that a token stands in, by their numbers."""
    return token.doc.sentences[token.i]


def sentences_back(token: Token, number: int) -> int:
    """The first token of the sentence that stands so many before that of the token; 0 where there are not so many."""
    begins = token.doc.sentences
    first = begins[token.i].start
    for _ in range(number):
        first = begins[first - 1].start if first > 0 else 0
    return first


_morphs: Final[dict[str, Morph]] = {}


def _morph(bundle: str) -> Morph:
    found = _morphs.get(bundle)
    if found is None:
        found = _morphs[bundle] = Morph(bundle)
    return found


def _with(tokens: list[Token], token: Token) -> list[Token]:
    if tokens is _NONE:
        return [token]
    tokens.append(token)
    return tokens


def _place(token: Token) -> int:
    return token.i


def _sentences(marks: list[int]) -> list[range]:
    if not marks:
        return []
    begins = [i for i, mark in enumerate(marks) if mark == 1 and i > 0]
    found: list[range] = []
    for begin, end in pairwise([0, *begins, len(marks)]):
        found += [range(begin, end)] * (end - begin)
    return found
