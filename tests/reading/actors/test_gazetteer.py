"""Every line of the lexicons of actors has a valid form, and the gazetteer finds what it holds."""

import re

import pycountry
import pytest

from lagebild import lexicon
from lagebild.reading.actors.forms import (
    adjective_forms,
    city_adjective,
    demonym_forms,
    fold,
    nominatives,
    sound,
)
from lagebild.reading.actors.gazetteer import ORGANISATION_FILES, REGIONS, Person, family_names, gazetteer
from lagebild.reading.actors.leads import leads
from lagebild.reading.actors.titles import office
from tests.reading.actors.bare import actor, names, read

CODES = {c.alpha_3 for c in pycountry.countries} | {"XKX"}
SECTORS = set(
    [
        "GOV",
        "IGO",
        "NGO",
        "LEG",
        "JUD",
        "MIL",
        "SPY",
        "COP",
        "PTY",
        "OPP",
        "REB",
        "UAF",
        "REL",
        "CVL",
        "MED",
        "BUS",
        "LAB",
        "EDU",
        "CRM",
        "ELI",
        "REF",
    ]
)
DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2]))?)?$")
STATES = ["code", "name", "article", "variants", "adjectives", "demonyms", "capitals", "seats"]
ORGANISATIONS = ["name", "kind", "country", "sector", "variants"]
PEOPLE = ["name", "variants", "country", "office", "from", "to", "sector"]


def test_every_state_line_is_well_formed() -> None:
    for row in lexicon.table("actors/states.tsv", STATES, optional=5):
        assert row["code"] in CODES, row
        assert row["article"] in {"n", "f", "m", "p"}, row


def test_every_united_nations_member_is_a_state() -> None:
    """All ISO countries but dependent territories: those with the kind of name that a state has."""
    dependent = set(
        [
            "ABW",
            "AIA",
            "ALA",
            "ASM",
            "ATA",
            "ATF",
            "BES",
            "BLM",
            "BVT",
            "CCK",
            "CUW",
            "CXR",
            "CYM",
            "ESH",
            "FLK",
            "FRO",
            "GGY",
            "GIB",
            "GLP",
            "GRL",
            "GUF",
            "GUM",
            "HKG",
            "HMD",
            "IMN",
            "IOT",
            "JEY",
            "MAC",
            "MAF",
            "MNP",
            "MSR",
            "MTQ",
            "MYT",
            "NCL",
            "NFK",
            "NIU",
            "PCN",
            "PRI",
            "PYF",
            "REU",
            "SGS",
            "SHN",
            "SJM",
            "SPM",
            "SXM",
            "TCA",
            "TKL",
            "UMI",
            "VGB",
            "VIR",
            "WLF",
            "BMU",
            "COK",
        ]
    )
    assert {c.alpha_3 for c in pycountry.countries} - dependent - set(gazetteer().states) == set()


@pytest.mark.parametrize("file", ORGANISATION_FILES)
def test_every_organisation_line_is_well_formed(file: str) -> None:
    names = set()
    for row in lexicon.table(f"actors/{file}.tsv", ORGANISATIONS, optional=1):
        assert row["kind"] in {"organisation", "group", "international"}, row
        assert row["country"] in CODES | {""}, row
        assert row["kind"] != "international" or not row["country"], row
        assert row["sector"] in SECTORS, row
        assert row["name"] not in names, row
        names.add(row["name"])


@pytest.mark.parametrize("region", REGIONS)
def test_every_term_of_office_is_well_formed(region: str) -> None:
    for row in lexicon.table(f"actors/people/{region}.tsv", PEOPLE, optional=3):
        assert row["country"] in CODES | {""}, row
        assert DATE.match(row["from"]) and DATE.match(row["to"]), row
        assert not row["to"] or row["from"][:4] <= row["to"][:4], row
        assert row["sector"] in SECTORS | {""}, row
        assert row["office"], row


def test_offices_and_bodies_have_known_classes() -> None:
    ranks = {"head", "minister", "official", "spokesman", "mp", "leader", "military", "other"}
    for row in lexicon.table("actors/offices.tsv", ["word", "class", "sector"], optional=1):
        assert row["class"] in ranks and row["sector"] in SECTORS | {""}, row
    for row in lexicon.table("actors/bodies.tsv", ["word", "kind", "sector", "gender", "forms"], optional=1):
        assert row["kind"] in {"state", "organisation", "group"}, row
        assert row["sector"] in SECTORS and row["gender"] in {"m", "f", "n", "p"}, row


def test_the_lists_are_as_large_as_the_world_of_the_news() -> None:
    known = gazetteer()
    people = [e for e in known.entries.values() if isinstance(e, Person)]
    assert sum(len(p.terms) for p in people) >= 1_500
    assert sum(e.kind in {"group", "international"} for e in known.entries.values()) >= 150
    assert sum(e.sector == "MED" for e in known.entries.values()) >= 100


@pytest.mark.parametrize(
    ("name", "date", "role"),
    [
        ("Wladimir Putin", "2009-05-01", "Ministerpräsident"),
        ("Wladimir Putin", "2023-09-12", "Präsident"),
        ("Angela Merkel", "2022-06-01", None),
        ("Jens Stoltenberg", "2015-01-01", "Nato-Generalsekretär"),
        ("Donald Trump", "2022-01-01", None),
        ("Kim Jong Un", None, None),
    ],
)
def test_an_office_depends_on_the_date(name: str, date: str | None, role: str | None) -> None:
    person = gazetteer().entries[f"person:{name}"]
    assert isinstance(person, Person)
    term = person.term(date)
    assert (term.office if term else None) == role


@pytest.mark.parametrize(
    "spellings",
    [
        ("Schoigu", "Shoigu", "Schojgu"),
        ("Selenskyj", "Selenskij", "Zelensky", "Selenski"),
        ("Medwedew", "Medvedev"),
        ("Lukaschenko", "Lukashenko"),
        ("Chamenei", "Khamenei"),
    ],
)
def test_transliterations_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(fold(s)) for s in spellings}) == 1


@pytest.mark.parametrize("pair", [("Putin", "Poroschenko"), ("Schoigu", "Schröder"), ("Kim", "Khan")])
def test_different_names_sound_different(pair: tuple[str, str]) -> None:
    assert sound(fold(pair[0])) != sound(fold(pair[1]))


@pytest.mark.parametrize(
    ("name", "country", "short"),
    [
        ("Wladimir Putin", "RUS", ["Putin"]),
        ("Kim Jong Un", "PRK", ["Kim"]),
        ("Ursula von der Leyen", "DEU", ["von der Leyen", "Leyen"]),
        ("Baschar al-Assad", "SYR", ["al-Assad", "Assad"]),
        ("Juan Carlos I.", "ESP", ["Juan Carlos"]),
        ("Elisabeth II.", "GBR", []),
        ("Abhisit Vejjajiva", "THA", ["Abhisit", "Vejjajiva"]),
    ],
)
def test_short_forms_of_names(name: str, country: str, short: list[str]) -> None:
    assert family_names(name, country) == short


def test_forms_of_words() -> None:
    assert demonym_forms("Russe") == ["Russe", "Russen", "Russin", "Russinnen"]
    assert demonym_forms("=Deutscher") == ["Deutscher"]
    assert city_adjective("Moskau") == "Moskauer" and city_adjective("New York") is None
    assert "Vereinten" in adjective_forms("Vereinte")
    assert nominatives("putins") == ("putins", "putin")


@pytest.mark.parametrize(
    ("word", "office_word", "rank"),
    [
        ("Verteidigungsministers", "Verteidigungsminister", "minister"),
        ("US-Präsidenten", "US-Präsident", "head"),
        ("Ministerinnen", "Ministerin", "minister"),
        ("Hamas-Chef", "Hamas-Chef", "leader"),
        ("Kreml-Chef", "Kreml-Chef", "head"),
    ],
)
def test_an_office_is_known_by_its_last_member(word: str, office_word: str, rank: str) -> None:
    found = office(word)
    assert found is not None and (found.word, found.rank) == (office_word, rank)


@pytest.mark.parametrize("word", ["Provinz", "präsidial", "Führung", "Mineral", "", "-"])
def test_what_is_no_office(word: str) -> None:
    assert office(word) is None


def test_every_state_is_known_by_its_adjective() -> None:
    for row in lexicon.table("actors/states.tsv", STATES, optional=5):
        for stem in [s.strip() for s in row["adjectives"].split(",") if s.strip().islower()]:
            entry = leads().adjective(f"{stem}en")
            assert entry is not None and entry.country == row["code"], stem


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Die Gewerkschaft IG BCE rief in Hannover zum Streik auf.", "IG BCE", "DEU"),
        ("Die PAS stellt in der Republik Moldau die Regierung.", "Partei Aktion und Solidarität", "MDA"),
        ("In Bern lehnte der Bundesrat die Vorlage ab. Die Schweiz schweigt.", "Schweizer Bundesrat", "CHE"),
        ("Der Seimas stimmte für das Gesetz.", "Seimas", "LTU"),
        ("Airbus kündigte den Vertrag.", "Airbus", None),
        ("Die Alliierten beschossen die Stadt.", "Alliierte", None),
        ("Die Kontaktgruppe beriet.", "Kontaktgruppe", None),
        ("Internationale Gläubiger mahnten zur Eile.", "internationale Gläubiger", None),
        ("Die Geberländer sagten Hilfe zu.", "Geberländer", None),
        ("Die große Koalition beriet.", "Große Koalition", "DEU"),
        ("Die Regierungskoalition in Kiew beriet.", "ukrainische Regierungskoalition", "UKR"),
        ("Der Landkreistag warnte.", "Deutscher Landkreistag", "DEU"),
        ("Tamilen beschossen die Stadt.", "Tamilen", "LKA"),
        ("Exil-Iraner riefen zum Boykott auf.", "Exiliraner", "IRN"),
        ("Die türkischen Zyprer stimmten zu.", "Zyperntürken", "CYP"),
    ],
)
def test_parties_and_authorities_of_the_lists(text: str, name: str, country: str | None) -> None:
    assert actor(read(text), name).country == country


def test_a_short_name_of_many_bodies_means_none_where_its_country_is_not_told_of() -> None:
    assert "SP Schweiz" not in names(read("In Schweden verlor die SP drei Sitze."))


@pytest.mark.parametrize(
    ("text", "word", "known"),
    [
        ("SPD und Grüne lehnten das ab.", "Grüne", True),
        ("Die FDP warb um die Grünen.", "Grünen", True),
        ("In Kiel zogen Grüne Gruppen ab.", "Grüne", False),
        ("Nur der Grüne Hans Muster schwieg.", "Grüne", False),
        ("Nur grüne Politik half.", "grüne", False),
    ],
)
def test_a_party_called_by_an_adjective_stands_before_no_noun(text: str, word: str, known: bool) -> None:
    doc = read(text)
    at = next(token.i for token in doc if token.text == word)
    assert (doc._.actor_at.get(at) is not None) == known
