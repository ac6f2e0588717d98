"""Bodies called by the town in which they sit, and the highest courts."""

import pytest
from spacy.tokens import Doc

from tests.reading.actors.bare import actor, pipe, pipe_with_places


@pytest.mark.parametrize(
    ("words", "tags", "name", "country"),
    [
        ("Die Staatsanwaltschaft Krefeld ermittelt .", "ART NN NE VVFIN $.", "Staatsanwaltschaft", "DEU"),
        ("Ein Gericht in Przemyśl urteilte .", "ART NN APPR NE VVFIN $.", "Gericht", "POL"),
        ("Das Landgericht München II urteilte .", "ART NN NE CARD VVFIN $.", "Landgericht", "DEU"),
        (
            "Die Staatsanwaltschaft Anna Meiers ermittelt .",
            "ART NN NE NE VVFIN $.",
            "Staatsanwaltschaft",
            None,
        ),
    ],
)
def test_a_body_is_of_the_country_of_its_town(words: str, tags: str, name: str, country: str | None) -> None:
    assert actor(tagged(words, tags), name).country == country


def tagged(words: str, tags: str) -> Doc:
    """A Doc read with tags, every word its own head."""
    split = words.split()
    deps, heads = ["dep"] * len(split), list(range(len(split)))
    return pipe()(Doc(pipe().vocab, words=split, tags=tags.split(), deps=deps, heads=heads))


def test_the_highest_court_is_that_of_the_state_told_of_not_of_the_united_nations() -> None:
    words = "Pakistan wählt . Pakistans Parteien klagten . Der Oberste Gerichtshof lehnte das ab ."
    doc = tagged(words, "NE VVFIN $. NE NN VVFIN $. ART ADJA NN VVFIN PDS PTKVZ $.")
    assert actor(doc, "pakistanischer Gerichtshof").country == "PAK"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Ungarn wies die Kritik aus Brüssel zurück.", {"HUN", "Europäische Union"}),
        ("Athen murrt über Sparvorgaben aus Brüssel.", {"GRC", "Europäische Union"}),
        ("Die Nato berät. Die EU zahlt. Kritik aus Brüssel gab es nicht.", {"Nato", "EU"}),
        ("Die Kritik aus Paris und Brüssel traf Polen.", {"FRA", "Europäische Union", "POL"}),
        ("Scharfe Kritik an dem Gesetz kam aus Brüssel.", {"Europäische Union"}),
        ("Aus Brüssel kam ein Vorschlag.", {"Europäische Union"}),
        ("Aus Brüssel kamen zwei Reisende.", set()),
        ("Ein Koffer kam aus Brüssel.", set()),
        # Neither travellers nor what may be the Alliance's or Belgium's.
        ("Polen nahm Reisende aus Brüssel auf.", {"POL"}),
        ("Die Nato berät. Russland wies die Kritik aus Brüssel zurück.", {"Nato", "RUS"}),
        ("Belgien wählt. Die Entscheidung aus Brüssel traf Flandern.", {"BEL"}),
    ],
)
def test_what_a_body_says_or_gives_comes_from_its_city(text: str, countries: set[str]) -> None:
    assert {a.country or a.name for a in pipe_with_places()(text)._.actors} == countries


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("US-Präsident Obama ist in Berlin gelandet. Die Polizei riegelte den Platz ab.", "DEU"),
        ("In Kairo sprach US-Minister Kerry. Die USA verurteilten die Gewalt. Die Polizei schoss.", "EGY"),
        # Not where the article names a place of those, too.
        (
            "Die türkische Polizei in Ankara suchte türkische Akademiker. Sie sprachen in Berlin. Die Polizei schwieg.",
            "TUR",
        ),
    ],
)
def test_the_police_are_those_of_the_town_that_a_guest_visits(text: str, country: str) -> None:
    police = [a for a in pipe_with_places()(text)._.actors if "Polizei" in a.name]
    assert [a.country for a in police] == [country]
