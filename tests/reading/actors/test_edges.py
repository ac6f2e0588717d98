"""Where a name ends: what stands behind an office may be what its holder is accused of."""

import pytest

from tests.reading.by_rules import analysed


@pytest.mark.parametrize(
    ("text", "word", "is_name"),
    [
        ("Kritiker warfen dem türkischen Präsidenten Blasphemie und Narzissmus vor.", "Blasphemie", False),
        ("Die Opposition in Togo hat dem Minister Untreue vorgeworfen.", "Untreue", False),
        ("Die Opposition in Togo warf dem Minister Amegan vor, er habe gelogen.", "Amegan", True),
        ("Die Opposition in Togo hat den Minister Amegan gerügt.", "Amegan", True),
        ("Kritiker werfen Präsident Lukaschenko Folter vor.", "Alexander Lukaschenko", True),
        ("Japan bot Ministerpräsident Modi Waffenlieferungen an.", "Narendra Modi", True),
        ("Japan traf Minister Amegan Folly.", "Amegan", False),
    ],
)
def test_what_somebody_is_accused_of_is_no_name(text: str, word: str, is_name: bool) -> None:
    found = analysed(text, steps=("times", "places", "actors"))._.actors
    assert any(actor.name == word for actor in found) == is_name


@pytest.mark.parametrize(
    ("text", "name", "is_name"),
    [
        # the tagger takes the surname for a noun, or the network but the surname for a name
        ("Ihr Gesandter Berhane Worte warf dem Nachbarn Lügen vor.", "Berhane Worte", True),
        ("Ein Sprecher der Regierung, Keheliya Gunawanta, widersprach.", "Keheliya Gunawanta", True),
        ("Das Außenministerium bestellte am Freitag Kairos Botschafter ein.", "Kairos Botschafter", False),
        # a plural verb tells of several people
        ("Schottische Fischer blockierten den Hafen. Die EU schwieg.", "Fischer", False),
        ("Außenminister Joschka Fischer schwieg. Fischer blockierte das Abkommen.", "Joschka Fischer", True),
        ("Präsident Putin Vorwürfe zu machen, liegt den USA fern.", "Putin Vorwürfe", False),
    ],
)
def test_a_name_has_the_words_that_hang_on_it(text: str, name: str, is_name: bool) -> None:
    found = analysed(text, steps=("times", "places", "actors"))._.actors
    assert any(actor.name == name for actor in found) == is_name
