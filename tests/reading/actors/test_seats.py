"""Bodies called by the town in which they sit, and the highest courts."""

import pytest
from spacy.tokens import Doc

from tests.reading.actors.bare import actor, pipe


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
