"""Organs, missions and members of international bodies under names of their own."""

import pytest

from lagebild.reading.actors.organs import member
from tests.reading.actors.bare import actor, names, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die EU prüft das. Die Kommission verklagte Polen.", "Kommission"),
        ("Die EU-Kommission prüft das. Am Abend verklagte die Kommission Polen.", "EU-Kommission"),
        ("Der Gouverneursrat rügte Iran.", "Gouverneursrat"),
        ("Kuba rügt die UN-Mission in Liberia.", "UN-Mission in Liberia"),
        ("Die Blauhelmsoldaten blieben. Kuba lobte die UN-Mission.", "UN-Mission"),
        ("Kuba lobte die UN-Mission Unmee. Die UN-Mission bleibt.", "UN-Mission UNMEE"),
        ("Die Blauhelme der Minustah blieben.", "MINUSTAH"),
        ("Kuba lobte die Überwachungsmission SLMM.", "SLMM"),
        ("Der Straßburger Gerichtshof rügte Polen.", "Straßburger Gerichtshof"),
        ("Das Haager Jugoslawien-Tribunal tagte.", "Haager Jugoslawien-Tribunal"),
    ],
)
def test_a_body_is_one_actor_under_the_name_that_the_article_gives_it(text: str, name: str) -> None:
    doc = read(text)
    assert (actor(doc, name).kind, actor(doc, name).country) == ("international", None)
    assert len([a for a in doc._.actors if a.kind == "international"]) <= 1 + ("EU" in names(doc))


@pytest.mark.parametrize(
    "text",
    [
        "Die Kommission prüfte das.",  # no word of the EU
        "Die EU schwieg. Eine Kommission prüft das. Die Kommission tagt.",
        "Die EU schwieg. Die Kommission der Bischöfe prüft das.",
        "Die EU schwieg. Die Wahlkommission tagte, die Kommission zählte.",
    ],
)
def test_not_every_commission_is_that_of_the_union(text: str) -> None:
    assert "Kommission" not in [a.name for a in read(text)._.actors if a.kind == "international"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Irak hielt UN-Kontrolleure auf.", "UN-Kontrolleure"),
        ("Das sagten die EU-Wahlbeobachter.", "EU-Wahlbeobachter"),
        ("Kuba rügte die EU-Vertretung.", "EU-Vertretung"),
        ("Kuba traf OSZE-Partner.", "OSZE-Partner"),
        ("Kuba rügte die Mitgliedstaaten der Europäischen Union.", "EU-Mitgliedstaaten"),
        ("Kuba lobte viele Länder der EU.", "EU-Länder"),
    ],
)
def test_people_and_offices_of_a_body_act_under_their_own_name(text: str, name: str) -> None:
    assert actor(read(text), name).country is None


@pytest.mark.parametrize(
    "text",
    [
        "Der UN-Vermittler reiste ab.",
        "Das verbietet ein EU-Gesetz.",
        "Er traf US-Beamte.",
        "Die Nachbarn der EU schwiegen.",
        "Das Recht der Staaten, der EU zu trotzen, bleibt.",
    ],
)
def test_one_man_a_thing_or_a_state_are_no_members(text: str) -> None:
    assert not [a for a in read(text)._.actors if "-" in a.name]


def test_the_word_of_members_is_told_in_the_nominative() -> None:
    assert member("Gesetz") is None and member("Experten") == ("Experten", "p")
    assert member("Menschenrechtsbeobachtern") == ("Menschenrechtsbeobachter", "p")


def test_an_acronym_of_two_bodies_is_that_of_the_country_told_of() -> None:
    assert actor(read("Im Sudan zog sich die RSF zurück."), "RSF-Miliz").country == "SDN"
    assert "RSF-Miliz" not in names(read("Die RSF rügte Peking."))
    assert (
        actor(read("London schwieg. Der Supreme Court rügte London."), "Britischer Supreme Court").country
        == "GBR"
    )
