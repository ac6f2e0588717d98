"""The spelling before 1996 and the Swiss one: look-ups see the standard form."""

import pytest
from spacy.language import Language

from lagebild.language.de.spelling import COLUMNS, standard
from lagebild.lexicon import table

STANDARD = """
groß Straße Maß Maßnahme Fuß Spaß ließ schließen heißt außen Gruß bloß Stoß süß weiß Preußen Gefäß mäßig
dass muss Wasser lassen Kasse Presse Messe Klasse russisch Aussage Aussicht aussetzen Busse Massen Interesse
Genosse Prozesse wissen müssen gewisse Adresse Bassin Fassung
"""
ROWS = list(table("base/spelling.tsv", COLUMNS))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["other"])
def test_every_stem_by_its_examples(row: dict[str, str]) -> None:
    stem, form = row["other"].lstrip("="), row["standard"]
    for word in row["examples"].split():
        assert form in standard(word).lower(), word
        assert stem not in standard(word).lower(), word
    for word in row["against"].replace("-", "").split():
        assert form not in standard(word).lower(), word


@pytest.mark.parametrize("word", STANDARD.split())
def test_what_is_standard_stays(word: str) -> None:
    assert standard(word) == word


def test_the_words_keep_their_text(nlp: Language) -> None:
    doc = nlp("Der Kongreß beschloß, daß Rußland liefern müsse.")
    assert doc.text == "Der Kongreß beschloß, daß Rußland liefern müsse."
    assert [word.lower_ for word in doc if word.lower_ != word.text.lower()] == [
        "kongress",
        "beschloss",
        "dass",
        "russland",
    ]
    assert [doc[i].lemma_ for i in (1, 2)] == ["Kongress", "beschließen"]


@pytest.mark.parametrize(
    ("other", "plain"),
    [
        ("Sie sagte, daß Moskau die Truppen abziehen müßte.", "Sie sagte, dass Moskau die Truppen abziehen müsste."),
        ("Iran läßt die Häftlinge frei, wenn Bagdad zuläßt, daß sie es verlassen.",
         "Iran lässt die Häftlinge frei, wenn Bagdad zulässt, dass sie es verlassen."),
        ("Die Behörden liessen ihn frei und beschlossen Massnahmen.",
         "Die Behörden ließen ihn frei und beschlossen Maßnahmen."),
    ],
)  # fmt: skip
def test_both_spellings_are_read_alike(nlp: Language, other: str, plain: str) -> None:
    def read(text: str) -> list[tuple[str, str, int]]:
        return [(word.tag_, word.dep_, word.head.i) for word in nlp(text)]

    assert read(other) == read(plain)
