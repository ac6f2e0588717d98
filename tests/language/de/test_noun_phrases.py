"""Noun phrases on hand-made trees."""

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.de.noun_phrases import apposition, attributes, conjuncts, genitive, phrase, preposition
from lagebild.language.tokens import Words, words_of


def tree(nlp: Language, rows: str) -> Words:
    """The words of lines "word tag head relation"; heads count from 0."""
    cells = [row.split() for row in rows.strip().splitlines()]
    doc = Doc(
        nlp.vocab,
        words=[c[0] for c in cells],
        tags=[c[1] for c in cells],
        heads=[int(c[2]) for c in cells],
        deps=[c[3] for c in cells],
    )
    return words_of(doc)


DELIVERY = """
die ART 1 det
Lieferung NN 1 ROOT
von APPR 3 case
Waffen NN 1 nmod
an APPR 6 case
den ART 6 det
Feind NN 1 nmod
des ART 8 det
Landes NN 6 nmod
"""


def test_attributes_and_genitive(nlp: Language) -> None:
    doc = tree(nlp, DELIVERY)
    assert [(p.text, n.text) for p, n in attributes(doc[1])] == [("von", "Waffen"), ("an", "Feind")]
    found = genitive(doc[6])
    assert found is not None and found.text == "Landes"
    found = preposition(doc[3])
    assert found is not None and found.i == 2


def test_extent(nlp: Language) -> None:
    doc = tree(nlp, DELIVERY)
    assert phrase(doc[1]) == (0, 2)
    assert phrase(doc[1], attributes=True) == (0, 9)
    assert phrase(doc[6]) == (5, 9)


def test_name_genitive_and_apposition(nlp: Language) -> None:
    doc = tree(nlp, "Russlands NE 1 nmod\nPräsident NN 1 ROOT\nWladimir NE 1 appos\nPutin NE 2 flat")
    assert genitive(doc[1]).text == "Russlands"  # type: ignore[union-attr]
    assert apposition(doc[1]).text == "Wladimir"  # type: ignore[union-attr]
    assert phrase(doc[1]) == (0, 4)


def test_conjuncts(nlp: Language) -> None:
    doc = tree(nlp, "Russland NE 0 ROOT\n, $, 2 punct\nChina NE 0 conj\nund KON 4 cc\nNordkorea NE 0 conj")
    assert [noun.text for noun in conjuncts(doc[0])] == ["Russland", "China", "Nordkorea"]
