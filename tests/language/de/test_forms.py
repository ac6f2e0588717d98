"""Lemmas, Konjunktive, compound parts."""

import pytest

from lagebild.language.de.compounds import parts_of
from lagebild.language.de.lemma import shipped
from lagebild.language.de.mood import Moods

LEMMAS = [
    ("Massenprotesten", "NN", "Massenprotest"),
    ("Strafzöllen", "NN", "Strafzoll"),
    ("Milizen", "NN", "Miliz"),
    ("Sozialisten", "NN", "Sozialist"),
    ("Fahrzeugen", "NN", "Fahrzeug"),
    ("abgelehnt", "VVPP", "ablehnen"),
    ("gewonnen", "VVPP", "gewinnen"),
    ("herauszuschlagen", "VVIZU", "herausschlagen"),
    ("schlossen", "VVFIN", "schließen"),
    ("bat", "VVFIN", "bitten"),
    ("lehnte", "VVFIN", "lehnen"),
    ("höhere", "ADJA", "hoch"),
    ("nordkoreanischen", "ADJA", "nordkoreanisch"),
    ("Lieferungen", "NN", "Lieferung"),
    ("Leser:innen", "NN", "Leser:in"),
    ("würde", "VAFIN", "werden"),
    ("dem", "ART", "der"),
    ("zum", "APPRART", "zu"),
    ("USA", "NE", "USA"),
]


@pytest.mark.parametrize(("word", "tag", "lemma"), LEMMAS)
def test_lemma(word: str, tag: str, lemma: str) -> None:
    assert shipped().lemma(word, tag) == lemma


def test_genitive_of_a_name() -> None:
    assert shipped().lemma("Russlands", "NE", genitive=True) == "Russland"
    assert shipped().lemma("Paris", "NE", genitive=False) == "Paris"


READINGS = [
    ("liefere", "liefern", "1"),
    ("könne", "können", "1"),
    ("sei", "sein", "1"),
    ("gäbe", "geben", "2"),
    ("kämen", "kommen", "2"),
    ("überschritten", "überschreiten", "i2"),
    ("führen", "führen", "i1"),
    ("wäre", "sein", "2"),
    ("sollte", "sollen", "i2"),
    ("lieferte", "liefern", "i2"),
    ("haben", "haben", "i1"),
    ("ist", "sein", "i"),
]


@pytest.mark.parametrize(("form", "lemma", "reading"), READINGS)
def test_konjunktiv_by_form(form: str, lemma: str, reading: str) -> None:
    assert Moods().reading(form, lemma) == reading


def test_ich_makes_an_indicative() -> None:
    bundle = "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    mended = Moods().mend(["das", "glaube", "ich", "nicht"], [1], [bundle], ["glauben"])
    assert "Mood=Ind" in mended[0]


@pytest.mark.parametrize(
    ("first", "second", "mood"),
    [("könnte", "lieferte", "Sub"), ("konnte", "lieferte", "Ind"), ("könnte", "kam", "Ind")],
)
def test_und_goes_on_in_the_mood_of_the_verb_before(first: str, second: str, mood: str) -> None:
    bundle = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
    words = ["er", first, "bald", "kommen", "und", second, "dann"]
    lemmas = ["können", "liefern" if second == "lieferte" else "kommen"]
    assert f"Mood={mood}" in Moods().mend(words, [1, 5], [bundle, bundle], lemmas)[1]


SHOULD = [
    ("sollte der Rat zustimmen , gilt das Gesetz", "Sub", False),
    ("das gilt nur , falls der Rat zustimmen sollte", "Sub", False),
    ("der Rat sollte zustimmen und könnte das auch", "Sub", False),
    ("der Rat sollte bald zustimmen", "Ind", True),
    ("er sagte , der Rat sollte bald zustimmen", "Ind", True),
    ("er kam , weil der Rat zustimmen sollte", "Ind", False),
]


@pytest.mark.parametrize(("sentence", "mood", "ambiguous"), SHOULD)
def test_sollte_by_what_stands_around_it(sentence: str, mood: str, ambiguous: bool) -> None:
    words = sentence.split()
    known = {"sollte": "sollen", "könnte": "können", "gilt": "gelten", "sagte": "sagen", "kam": "kommen"}
    verbs = [i for i, word in enumerate(words) if word in known]
    bundles = [
        f"Mood=Ind|Number=Sing|Person=3|Tense={'Pres' if words[i] == 'gilt' else 'Past'}|VerbForm=Fin"
        for i in verbs
    ]
    mended = Moods().mend(words, verbs, bundles, [known[words[i]] for i in verbs])
    found = mended[[words[i] for i in verbs].index("sollte")]
    assert (f"Mood={mood}" in found, "MoodAmbiguous=Yes" in found) == (True, ambiguous)


def test_a_weak_preterite_alone_is_indicative() -> None:
    bundle = "Mood=Sub|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
    assert "Mood=Ind" in Moods().mend(["er", "lieferte", "Waffen"], [1], [bundle], ["liefern"])[0]


@pytest.mark.parametrize(
    "sentence", ["er sagt , sie könnten kommen und bemühte sich", "weil sie kommen würde und weigerte sich"]
)
def test_und_joins_no_other_subject_and_no_verb_last_clause(sentence: str) -> None:
    words = sentence.split()
    verbs = [i for i, word in enumerate(words) if word in ("könnten", "würde", "bemühte", "weigerte")]
    number = {"könnten": "Plur"}
    bundles = [
        f"Mood=Ind|Number={number.get(words[i], 'Sing')}|Person=3|Tense=Past|VerbForm=Fin" for i in verbs
    ]
    lemmas = ["werden", words[verbs[1]].removesuffix("te") + "n"]
    assert "Mood=Ind" in Moods().mend(words, verbs, bundles, lemmas)[1]


PARTS = [
    ("Waffenlieferungen", ("Waffe", "Lieferung")),
    ("UN-Sanktionen", ("UN", "Sanktion")),
    ("Verteidigungsminister", ("Verteidigung", "Minister")),
    ("Auslandsbesuch", ("Ausland", "Besuch")),
    ("Regierung", ("Regierung",)),
    ("Urteil", ("Urteil",)),
]


@pytest.mark.parametrize(("word", "parts"), PARTS)
def test_parts(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word) == parts


@pytest.mark.parametrize(
    ("form", "lemma", "read", "tense"),
    [
        ("betont", "betonen", "Past", "Pres"),
        ("warten", "warten", "Past", "Pres"),
        ("warteten", "warten", "Pres", "Past"),
        ("strichen", "streichen", "Pres", "Past"),
        ("eintraten", "eintreten", "Pres", "Past"),
        ("tritt", "treten", "Past", "Pres"),
        ("muss", "müssen", "Pres", "Pres"),
    ],
)
def test_the_tense_that_a_form_shows_outweighs_what_was_read(
    form: str, lemma: str, read: str, tense: str
) -> None:
    features = "Mood=Ind|Person=3|Tense={}|VerbForm=Fin"
    assert Moods().mend(["dort", form], [1], [features.format(read)], [lemma]) == [features.format(tense)]
