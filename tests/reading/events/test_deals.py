"""What is given for what: our own sentences with the sides of an exchange."""

import pytest
from spacy.language import Language


def test_a_deal_says_what_goes_against_what(until_events: Language) -> None:
    doc = until_events("Nordkorea und Russland handeln einen Deal aus: Waffen gegen Lebensmittel.")
    deal = next(event for event in doc._.events if event.type == "COOPERATE")
    assert [doc[slice(*h.range)].text for h in deal.gives] == ["Waffen"]
    assert [doc[slice(*h.range)].text for h in deal.receives] == ["Lebensmittel"]


@pytest.mark.parametrize(
    ("text", "gives", "receives"),
    [
        ("Nordkorea liefert Russland Granaten und erhält dafür Getreide.", "Granaten", "Getreide"),
        ("Russland liefert Weizen. Im Gegenzug bekommt es Raketen.", "Weizen", "Raketen"),
        ("Iran liefert Öl im Austausch für Weizen an Indien.", "Öl", "Weizen"),
        ("Deutschland verkauft dem Irak Panzer und bekommt im Gegenzug Erdöl.", "Panzer", "Erdöl"),
        ("Als Gegenleistung für die Raketen liefert Russland Weizen.", "Weizen", "die Raketen"),
        ("Indien erhält Öl aus dem Iran und liefert als Gegenleistung Waffen.", "Waffen", "Öl"),
        ("Ankara verkauft Drohnen an Somalia und bekommt im Gegenzug Zugang zum Hafen.", "Drohnen", "Zugang"),
        ("Im Gegenzug für Raketen soll Russland Nordkorea Weizen liefern.", "Weizen", "Raketen"),
    ],
)
def test_what_comes_in_return_is_received(
    until_events: Language, text: str, gives: str, receives: str
) -> None:
    doc = until_events(text)
    deal = next(event for event in doc._.events if event.type == "COOPERATE")
    assert [doc[slice(*h.range)].text for h in deal.gives] == [gives]
    assert [doc[slice(*h.range)].text for h in deal.receives] == [receives]
    assert deal.gives[0].actor is deal.source[0]


@pytest.mark.parametrize(
    ("text", "gives", "receives"),
    [
        (
            "Die Hamas ließ drei Geiseln frei, im Gegenzug entließ Israel 90 Gefangene.",
            "drei Geiseln",
            "90 Gefangene",
        ),
        ("Die Miliz ließ zwei Geiseln gegen Lösegeld frei.", "zwei Geiseln", "Lösegeld"),
    ],
)
def test_who_is_let_go_for_something_stays_a_release(
    until_events: Language, text: str, gives: str, receives: str
) -> None:
    doc = until_events(text)
    release = doc._.events[0]
    assert (release.type, release.mode) == ("RETREAT", "release")
    assert [doc[slice(*h.range)].text for h in release.gives] == [gives]
    assert [doc[slice(*h.range)].text for h in release.receives] == [receives]


@pytest.mark.parametrize(
    "text",
    [
        "Deutschland liefert der Ukraine Raketen gegen Drohnen.",
        "Deutschland liefert der Ukraine Panzer und sorgt dafür, dass Munition kommt.",
        "Deutschland liefert Slowenien Panzer, im Gegenzug gibt Slowenien der Ukraine Granaten.",
        "Polen liefert Panzer an die Ukraine und erhält dafür Ersatz aus Deutschland.",
    ],
)
def test_what_others_get_and_what_arms_are_for_is_no_deal(until_events: Language, text: str) -> None:
    help_given = until_events(text)._.events[0]
    assert (help_given.type, help_given.gives) == ("AID", [])


def test_help_for_nothing_is_no_deal(until_events: Language) -> None:
    doc = until_events("Deutschland liefert der Ukraine Panzer. Polen ist dafür.")
    assert [(event.type, event.gives) for event in doc._.events] == [("AID", [])]
