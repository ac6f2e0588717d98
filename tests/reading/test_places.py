"""Where: places with country and coordinates, read without a network."""

from functools import cache
from pathlib import Path

import pycountry
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from lagebild import lexicon
from lagebild.reading.actors.cities import _data, all_cities, cities, place_key
from lagebild.reading.actors.forms import fold
from lagebild.reading.places.atlas import Atlas
from tests.reading.by_rules import analysed


@cache
def pipe() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_places")
    return nlp


def read(text: str) -> Doc:
    return pipe()(text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Sie trafen sich in Moskau.", "Moskau", "RUS"),
        ("Sie trafen sich in Brüssel.", "Brüssel", "BEL"),
        ("Er reiste nach Russland.", "Russland", "RUS"),
        ("Die Kämpfe in der Ukraine dauern an.", "Ukraine", "UKR"),
        ("Der Zug hielt am Bahnhof Chasan.", "Chasan", "RUS"),
        ("Die besetzte Krim bleibt ruhig.", "Krim", "UKR"),
        ("Aus Wladiwostok kam nichts.", "Wladiwostok", "RUS"),
        ("Rebellen griffen in Ostbosnien an.", "Ostbosnien", "BIH"),
        ("Die Lage in der Westukraine ist ruhig.", "Westukraine", "UKR"),
        ("Sie flohen aus Nordmalis Dörfern.", "Nordmali", "MLI"),
        ("Er lebt in Nordirland.", "Nordirland", "GBR"),
        ("Er reiste nach Westindien.", "Karibik", None),
        ("Explosionen erschütterten die Stadt Charkiw.", "Charkiw", "UKR"),
        ("Kiew (dpa) – Es brennt.", "Kiew", "UKR"),
        ("Bozen. Es brennt. Rom hilft.", "Bozen", "ITA"),
        ("In Mailand fiel Schnee.", "Mailand", "ITA"),
        ("Raketen schlugen im Gazastreifen ein.", "Gazastreifen", "PSE"),
        ("Im Norden Malis fielen Schüsse.", "Mali", "MLI"),
        ("Im Süden des Libanon fielen Schüsse.", "Libanon", "LBN"),
        ("Auf dem Gebiet der Ukraine fielen Schüsse.", "Ukraine", "UKR"),
        ("Im Süden von Gaza fielen Schüsse.", "Gazastreifen", "PSE"),
        ("In der Meerenge Bab al-Mandab fielen Schüsse.", "Bab al-Mandab", None),
        ("Am Fluss Euphrat fielen Schüsse.", "Euphrat", None),
    ],
)
def test_places_are_found_where_the_text_uses_them_as_places(text: str, name: str, country: str) -> None:
    assert [(p.name, p.country) for p in read(text)._.places] == [(name, country)]


@pytest.mark.parametrize(
    "text",
    [
        "Moskau schweigt.",
        "Brüssel schweigt.",
        "Kritik kam aus Brüssel.",
        "Sofia Meyer kam.",
        "Das Essen war gut.",
        "Kiews Armee kämpft.",
        "Der Norden Malis wählte anders.",
        "Ein Mann aus dem Norden Malis kam.",
        "In Teilen unterstützt Mali die Rebellen.",
        "Er spielt Golf.",
        "Im Mai.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert read(text)._.places == []


@pytest.mark.parametrize(
    ("words", "ents", "names"),
    [
        ("Das sagte einer von Obamas Helfern .", {4: "B-LOC"}, ["Obama"]),
        ("Barack Obama kam . Das sagte einer von Obamas Helfern .", {0: "B-PER", 1: "I-PER", 8: "B-LOC"}, []),
        ("Barack Obama kam . Er reist nach Obama .", {0: "B-PER", 1: "I-PER", 7: "B-LOC"}, ["Obama"]),
    ],
)
def test_who_is_named_as_a_person_is_no_place_behind_von(
    words: str, ents: dict[int, str], names: list[str]
) -> None:
    split = words.split()
    labels = [ents.get(i, "O") for i in range(len(split))]
    tags = ["XY" if label == "O" else "NE" for label in labels]
    doc = Doc(pipe().vocab, words=split, tags=tags, ents=labels)
    assert [place.name for place in pipe()(doc)._.places] == names


def test_a_city_has_coordinates() -> None:
    (place,) = read("Sie trafen sich in Pjöngjang.")._.places
    assert place.lat == pytest.approx(39.03, abs=0.1) and place.lon == pytest.approx(125.75, abs=0.1)


def test_what_is_joined_to_a_place_is_one() -> None:
    assert [p.name for p in read("In Moskau und Peking brennt es.")._.places] == ["Moskau", "Peking"]


def test_mentions_of_one_place_are_joined() -> None:
    (place,) = read("In Kiew brennt es. Aus Kiew kam nichts.")._.places
    assert place.mentions == [(1, 2), (6, 7)]


def test_every_line_of_our_own_places_is_well_formed() -> None:
    codes = {c.alpha_3 for c in pycountry.countries} | {"XKX", ""}
    for row in lexicon.table("places/regions.tsv", ["name", "variants", "country", "lat", "lon"]):
        assert row["country"] in codes, row
        assert -90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180, row


def test_every_exonym_is_in_the_list_of_cities() -> None:
    atlas = Atlas()
    for row in lexicon.table("places/exonyms.tsv", ["name", "listed", "country"]):
        spots = atlas.spots(place_key(row["name"]))
        assert [s.name for s in spots if s.listed] == [row["name"]] or fold(row["name"]) in atlas.own, row


def test_every_city_is_found_by_the_names_that_the_list_has_for_it() -> None:
    """The list is halved to find a name, so it must lie in the order of its bytes."""
    found = list(all_cities())
    assert len(found) > 30_000
    for city in found[:: len(found) // 200]:
        assert city in cities(place_key(city.name))
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 and len(c.country) == 3 for c in found)


def test_the_list_is_kept_whole_and_made_anew_where_it_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = _data.__wrapped__()
    (kept,) = (tmp_path / "lagebild").iterdir()
    assert kept.read_bytes() == made
    kept.write_bytes(made[:1000])
    assert _data.__wrapped__() == made == kept.read_bytes()


def test_without_a_cache_folder_cities_are_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder can be made in here")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert _data.__wrapped__() == _data()


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("chasan", []),
        ("", []),
        ("zzz", []),
        ("abidjan", [("Abidjan", "CIV")]),
        ("lubumbashi", [("Lubumbashi", "COD")]),
        ("elisabethville", [("Lubumbashi", "COD")]),
    ],
)
def test_cities_by_name(name: str, there: list[tuple[str, str]]) -> None:
    assert [(c.name, c.country) for c in cities(name)] == there


def test_a_city_that_several_countries_have_is_that_of_the_article() -> None:
    assert {c.country for c in cities("tripoli")} >= {"LBY", "LBN"}
    (place,) = read("Libanesische Truppen marschierten in Tripoli ein.")._.places
    assert place.country == "LBN"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


def test_no_short_form_of_a_great_city_is_a_town() -> None:
    """GeoNames has *Ber* for Berlin, as lists of codes do; cities of three letters of their own stay."""
    assert not cities("ber")
    assert [city.country for city in cities("ulm")] == ["DEU"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Kanzler besuchte Köln.", ["Köln"]),
        ("Am Montag demonstrierte Mannheim gegen den Plan.", ["Mannheim"]),
        ("Der Kanzler kritisierte Köln.", []),
        ("Der Kanzler besuchte Angela Merkel.", []),
    ],
)
def test_a_verb_tells_of_a_town(text: str, names: list[str]) -> None:
    assert [place.name for place in analysed(text, steps=("places",))._.places] == names
