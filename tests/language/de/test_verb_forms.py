"""Infinitives of strong verbs and of weak ones that look like others."""

import pytest

from lagebild.language.de.lemma import separable_prefixes, shipped
from lagebild.language.de.verb_forms import VerbForms
from lagebild.lexicon import table

FINITE = [
    ("trafen", "treffen"),
    ("flohen", "fliehen"),
    ("lagen", "liegen"),
    ("stieß", "stoßen"),
    ("fände", "finden"),
    ("stünden", "stehen"),
    ("eintrafen", "eintreffen"),
    ("entstand", "entstehen"),
    ("beriet", "beraten"),
    ("bedurfte", "bedürfen"),
    ("gefällt", "gefallen"),
    ("anerkannten", "anerkennen"),
    ("töten", "töten"),
    ("ermorden", "ermorden"),
    ("loben", "loben"),
    ("hoben", "heben"),
    ("missachten", "missachten"),
    ("machten", "machen"),
    ("lieferte", "liefern"),
    ("drängen", "drängen"),
]
PARTICIPLES = [
    ("geflohen", "fliehen"),
    ("erlitten", "erleiden"),
    ("betroffen", "betreffen"),
    ("ausgefallen", "ausfallen"),
    ("anerkannt", "anerkennen"),
    ("abgeraten", "abraten"),
    ("begonnen", "beginnen"),
    ("empfangen", "empfangen"),
    ("geraten", "geraten"),
    ("verraten", "verraten"),
    ("orientiert", "orientieren"),
    ("enttäuscht", "enttäuschen"),
    ("ermordet", "ermorden"),
    ("geliefert", "liefern"),
    ("abgelehnt", "ablehnen"),
]


@pytest.mark.parametrize(("form", "infinitive"), FINITE)
def test_finite_forms(form: str, infinitive: str) -> None:
    assert shipped().lemma(form, "VVFIN") == infinitive


@pytest.mark.parametrize(("form", "infinitive"), PARTICIPLES)
def test_participles(form: str, infinitive: str) -> None:
    assert shipped().lemma(form, "VVPP") == infinitive


@pytest.mark.parametrize("word", ["", "machte", "be", "anlieferte", "haus" * 20])
def test_other_words_are_left_to_the_endings(word: str) -> None:
    forms = VerbForms(separable_prefixes())
    assert (forms.finite(word), forms.participle(word)) == ("", "")


def test_every_verb_is_found_by_its_own_forms() -> None:
    forms = VerbForms(separable_prefixes())
    columns = ("infinitive", "present", "past", "participle", "hypothetical")
    for row in table("base/strong_verbs.tsv", columns, optional=1):
        assert row["past"] == "-" or forms.finite(row["past"]) == row["infinitive"], row
        found = forms.participle(row["participle"])
        assert found == row["infinitive"] or (found, row["infinitive"]) == ("geraten", "raten"), row
