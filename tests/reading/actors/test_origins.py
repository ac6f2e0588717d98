"""Where somebody is at home by the name, where the text does not say it."""

from collections import Counter

import pytest

from lagebild.reading.actors.origins import likeliest, of_name
from tests.reading.actors.bare import actor, read


@pytest.mark.parametrize(
    ("name", "country", "told", "expected"),
    [
        ("Giulio Benassi", "EGY", {"EGY": 5, "ITA": 2}, "ITA"),  # the name speaks against the scene
        ("Giulio Benassi", None, {"EGY": 5, "ITA": 2}, "ITA"),
        ("Giulio Benassi", "EGY", {"EGY": 5, "CHN": 2}, "EGY"),  # no land told of is the name's
        ("Ahmed Karimi", "EGY", {"EGY": 5, "SYR": 9}, "EGY"),  # at home where it is supposed to be
        ("Quux Zörgel", "EGY", {"EGY": 5, "ITA": 2}, "EGY"),  # a name that tells nothing
        ("Stephen Hall", "CHN", {"CHN": 5, "USA": 2, "GBR": 2}, "CHN"),  # two lands, none before the other
        ("Benassi", "EGY", {"EGY": 5, "ITA": 2}, "EGY"),  # a surname alone
    ],
)
def test_a_name_chooses_among_the_countries_told_of(
    name: str, country: str | None, told: dict[str, int], expected: str
) -> None:
    assert likeliest(name, country, Counter(told)) == expected


@pytest.mark.parametrize(
    ("name", "home", "elsewhere"),
    [
        ("Rimantas Kazlauskas", "LTU", "RUS"),
        ("Surab Meladse", "GEO", "RUS"),
        ("Wolodymyr Hrytschenko", "UKR", "RUS"),
        ("Nguyen Van Long", "VNM", "CHN"),
        ("Andrei Țurcanu", "MDA", "RUS"),  # a letter that only one language has
        ("Pekka Salmela", "FIN", "SWE"),
        ("Harish Mehrotra", "IND", "PAK"),
    ],
)
def test_names_of_neighbours_differ(name: str, home: str, elsewhere: str) -> None:
    assert home in of_name(name)
    assert elsewhere not in of_name(name)


def test_a_minister_without_country_is_of_the_land_of_the_name() -> None:
    text = (
        "Italien und Kasachstan streiten. Kasachstan verlangt von Italien eine Auslieferung. "
        "Die Polizei in Kasachstan sucht den Mann. Außenministerin Giovanna Lombardelli lehnte den Antrag Kasachstans ab."
    )
    assert actor(read(text), "Giovanna Lombardelli").country == "ITA"


def test_an_office_of_many_states_makes_nobody_act_for_the_own_one() -> None:
    doc = read("Die EU tagt. Der maltesische EU-Kommissar Karl Zammit lehnte das ab.")
    assert actor(doc, "Karl Zammit").country is None


def test_who_held_offices_of_many_states_acts_for_none_where_the_own_is_not_told_of() -> None:
    text = "Die EU-Kommission tagt. José Manuel Barroso lehnte das ab."
    assert actor(read(text, None), "José Manuel Barroso").country is None
    assert actor(read(f"{text} Portugal schwieg.", None), "José Manuel Barroso").country == "PRT"


def test_a_surname_of_two_that_begins_with_a_country_names_none() -> None:
    doc = read(
        "Der Schlachter Kevin Holland-Moritz klagt. Holland-Moritz hat Sorgen, die Holland-Reise fällt aus."
    )
    told = [doc[i].text for i, country in doc._.country_at.items() if country == "NLD"]
    assert told == ["Holland-Reise"]
