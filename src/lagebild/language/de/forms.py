"""Word forms after the network: lemmas, the mood of finite verbs, and lemmas with their prefix."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from lagebild.language.de.lemma import shipped
from lagebild.language.de.mood import Moods

#: Lemmas kept in memory, by word and tag.
_REMEMBERED = 200_000
_FINITE = ("VVFIN", "VAFIN", "VMFIN")


@Language.factory(
    "lagebild_forms", requires=["token.tag", "token.morph"], assigns=["token.lemma", "token.morph"]
)
def create(nlp: Language, name: str) -> Forms:
    return Forms()


class Forms:
    """Sets ``token.lemma_`` and mends ``token.morph``; adds ``token._.verb_lemma``."""

    def __init__(self) -> None:
        self.lemmatiser = shipped()
        self.moods = Moods()
        self._lemmas: dict[tuple[int, int, bool], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        strings = doc.vocab.strings
        name, noun = strings.add("NE"), strings.add("NN")
        finite = {strings.add(tag) for tag in _FINITE}
        rows = doc.to_array(["ORTH", "TAG", "MORPH", "SENT_START"]).tolist()
        lemmas: list[int] = []
        verbs: list[int] = []
        for i, (orth, tag, morph, start) in enumerate(rows):
            if start == 1 and verbs:
                self._mend_moods(doc, verbs, lemmas, i)
                verbs = []
            if tag in finite:
                verbs.append(i)
            flag = (tag == name and "Case=Gen" in strings[morph]) or (
                tag == noun and "Number=Sing" in strings[morph]
            )
            lemmas.append(self._lemma(doc, orth, tag, flag))
        if verbs:
            self._mend_moods(doc, verbs, lemmas, len(doc))
        column = np.array(lemmas, dtype=np.uint64).reshape(-1, 1)
        doc.from_array(["LEMMA"], column)  # type: ignore[arg-type]
        return doc

    def _lemma(self, doc: Doc, orth: int, tag: int, flag: bool) -> int:
        key = (orth, tag, flag)
        found = self._lemmas.get(key)
        if found is None:
            strings = doc.vocab.strings
            found = strings.add(self.lemmatiser.lemma(strings[orth], strings[tag], flag, flag))
            if len(self._lemmas) < _REMEMBERED:
                self._lemmas[key] = found
        return found

    def _mend_moods(self, doc: Doc, verbs: list[int], lemmas: list[int], end: int) -> None:
        begin = doc[verbs[0]].sent.start
        lower = [token.lower_ for token in doc[begin:end]]
        bundles = [str(doc[i].morph) for i in verbs]
        names = [doc.vocab.strings[lemmas[i]] for i in verbs]
        mended = self.moods.mend(lower, [i - begin for i in verbs], bundles, names)
        for i, old, new in zip(verbs, bundles, mended, strict=True):
            if new != old:
                doc[i].set_morph(new)  # type: ignore[attr-defined]


def verb_lemma(token: Token) -> str:
    """The lemma with the separable prefix that stands apart: *ablehnen* for *lehnt* in *lehnt … ab*."""
    if token.tag_[:1] != "V":
        return token.lemma_
    for child in token.children:
        if child.tag_ == "PTKVZ" or child.dep_ == "compound:prt":
            prefix = child.lower_
            return token.lemma_ if token.lemma_.startswith(prefix) else prefix + token.lemma_
    return token.lemma_


if not Token.has_extension("verb_lemma"):
    Token.set_extension("verb_lemma", getter=verb_lemma)
