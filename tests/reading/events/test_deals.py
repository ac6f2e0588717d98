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


def test_help_for_nothing_is_no_deal(until_events: Language) -> None:
    doc = until_events("Deutschland liefert der Ukraine Panzer. Polen ist dafür.")
    assert [(event.type, event.gives) for event in doc._.events] == [("AID", [])]
