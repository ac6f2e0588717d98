"""Word forms after the network: lemmas, the mood of finite verbs, and lemmas with their prefix."""

from __future__ import annotations

from typing import Final

import numpy as np
from spacy.attrs import LEMMA, MORPH, SENT_START, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Token

from lagebild.language.de.lemma import plural_by_form, says_how, shipped
from lagebild.language.de.mood import moods
from lagebild.language.de.tags import mend
from lagebild.language.texts import spelled, texts

#: Lemmas kept in memory, by word and tag.
_REMEMBERED: Final = 200_000
_FINITE: Final = frozenset(["VVFIN", "VAFIN", "VMFIN"])
#: Last letters of plurals; *-s* is a genitive more often than not.
_PLURAL_ENDINGS: Final = frozenset("ner")
_GENDERS: Final[tuple[str, ...]] = ("Gender=Fem", "Gender=Neut", "Gender=Masc")
_COLUMNS: Final = [TAG, MORPH, SENT_START]

#: UD parts of speech of the tags that `tags.mend` gives.
_POS: Final = {
    "NN": "NOUN",
    "ADJA": "ADJ",
    "APPR": "ADP",
    "NE": "PROPN",
    "PRF": "PRON",
    "PDS": "PRON",
    "PRELS": "PRON",
    "$(": "PUNCT",
}

#: Features of a name that was tagged as a verb or pronoun, and of a noun behind *zu* that was tagged as an infinitive.
_MORPH: Final = {"NE": "Case=Nom|Number=Sing", "NN": "Case=Dat|Number=Plur"}


@Language.factory(
    "lagebild_forms",
    requires=["token.tag", "token.morph"],
    assigns=["token.lemma", "token.morph", "token.tag", "token.pos"],
)
def create(nlp: Language, name: str) -> Forms:
    return Forms()


class Forms:
    """Sets ``token.lemma_`` and mends ``token.tag_`` and ``token.morph``; adds ``token._.verb_lemma``."""

    def __init__(self) -> None:
        self.lemmatiser = shipped()
        self.moods = moods()
        self._lemmas: dict[tuple[str, str, bool], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        strings = doc.vocab.strings
        rows = doc.to_array(_COLUMNS).T.tolist()
        words, lower = spelled(doc)
        tags, bundles = texts(strings, rows[0]), texts(strings, rows[1])
        starts = [i for i, start in enumerate(rows[2]) if start == 1 or i == 0]
        mended: list[tuple[int, str]] = []
        lemmas: list[int] = []
        for begin, end in zip(starts, [*starts[1:], len(words)], strict=True):
            here = [(begin + i, tag) for i, tag in mend(words[begin:end], lower[begin:end], tags[begin:end])]
            for i, tag in here:
                tags[i] = tag
            mended += here
            self._mend_number(doc, begin, end, words, tags, bundles)
            found = self._lemmas_of(doc, words[begin:end], tags[begin:end], bundles[begin:end])
            lemmas += found
            verbs = [i for i in range(begin, end) if tags[i] in _FINITE]
            if verbs:
                self._mend_finite(doc, verbs, lower, bundles, begin, found)
        column = np.array(lemmas, dtype=np.uint64).reshape(-1, 1)
        doc.from_array([LEMMA], column)  # type: ignore[arg-type]
        for i, tag in mended:
            doc[i].tag_, doc[i].pos_ = tag, _POS[tag]
            if tag in _MORPH:
                doc[i].set_morph(_MORPH[tag])  # type: ignore[attr-defined]
        return doc

    def _mend_number(
        self, doc: Doc, begin: int, end: int, words: list[str], tags: list[str], bundles: list[str]
    ) -> None:
        """Give the nouns that can be but singular or plural that number, in the Doc and in `bundles`."""
        for i in range(begin, end):
            if tags[i] != "NN" or words[i][-1] not in _PLURAL_ENDINGS:
                continue
            bundle = bundles[i]
            if "Number=Sing" in bundle:
                gender = next((name for name in _GENDERS if name in bundle), "")
                if not plural_by_form(words[i], gender[7:]):
                    continue
                bundle = bundle.replace("Number=Sing", "Number=Plur")
            elif i > begin and tags[i - 1] == "ART" and words[i - 1][:3].lower() == "ein":
                bundle = bundle.replace("Number=Plur", "Number=Sing")  # *einen Beamten*
            else:
                continue
            bundles[i] = bundle
            doc[i].set_morph(bundle)  # type: ignore[attr-defined]

    def _lemmas_of(self, doc: Doc, words: list[str], tags: list[str], bundles: list[str]) -> list[int]:
        known, found = self._lemmas, []
        for word, tag, bundle in zip(words, tags, bundles, strict=True):
            flag = (tag == "NN" and "Number=Sing" in bundle) or (tag == "NE" and "Case=Gen" in bundle)
            key = (word, tag, flag)
            lemma = known.get(key)
            if lemma is None:
                lemma = doc.vocab.strings.add(self.lemmatiser.lemma(word, tag, flag, flag))
                if len(known) < _REMEMBERED:
                    known[key] = lemma
            found.append(lemma)
        return found

    def _mend_finite(
        self, doc: Doc, verbs: list[int], lower: list[str], bundles: list[str], begin: int, lemmas: list[int]
    ) -> None:
        """Set the mended features of the finite verbs of the sentence from `begin`, whose lemmas these are."""
        old = [bundles[i] for i in verbs]
        names = texts(doc.vocab.strings, [lemmas[i - begin] for i in verbs])
        sentence = lower[begin : begin + len(lemmas)]
        new = self.moods.mend(sentence, [i - begin for i in verbs], old, names)
        for i, before, after in zip(verbs, old, new, strict=True):
            if after != before:
                doc[i].set_morph(after)  # type: ignore[attr-defined]


def verb_lemma(token: Token) -> str:
    """The lemma with the separable prefix that stands apart: *ablehnen* for *lehnt* in *lehnt … ab*."""
    if token.tag_[:1] != "V":
        return token.lemma_
    for child in token.children:
        prefix = child.lower_
        if (child.tag_ == "PTKVZ" or child.dep_ == "compound:prt") and not says_how(prefix, token.lower_):
            return token.lemma_ if token.lemma_.startswith(prefix) else prefix + token.lemma_
    return token.lemma_


if not Token.has_extension("verb_lemma"):
    Token.set_extension("verb_lemma", getter=verb_lemma)
