"""Deeds that a participle, a bare object or a noun tells with no side named beside them: our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

POLITICS = "Ungarn und Polen stritten mit der EU. Die Regierung in Budapest drohte der in Warschau. "
TOLD = [
    ("Das seit Mai ausgesetzte Hilfsprogramm beginnt wieder.", "SANCTION ausgesetzte"),
    ("Die eingefrorenen Gelder fehlen.", "SANCTION eingefrorenen"),
    ("Die Festgenommenen kamen in eine Halle.", "COERCE Festgenommenen"),
    ("Gut 40 Studenten gerieten in Gefangenschaft.", "COERCE"),
    ("Miliz lässt nach 90 Tagen zwei Geiseln frei", "RETREAT lässt frei"),
    ("Der Präsident begnadigte drei Journalisten.", "RETREAT begnadigte"),
    ("Der Militärrat setzte den Präsidenten ab.", "COERCE setzte ab"),
    ("Ein Patrouillenschiff Kenias hat am Sonntag im Meer den unter der Flagge Togos fahrenden Frachter gestoppt.",
     "COERCE gestoppt"),
    ("Die Liberalen verließen die Koalition.", "SANCTION verließen"),
    ("Studenten bewarfen die Botschaft mit Eiern.", "PROTEST bewarfen"),
    ("Aktivisten klebten sich auf der Straße fest.", "PROTEST klebten fest"),
]  # fmt: skip
NOT_TOLD = [
    "Die zugelassene Partei trat an.",
    "Die Spieler legten einen Zwischenstopp ein.",
    "Die Polizei setzte eine Million Euro als Belohnung aus.",
    "Er zündete sich eine Zigarette an.",
    "Die Hoffnung wurde noch nicht aufgegeben.",
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert any(told.startswith(wanted) for told in events_of(POLITICS + sentence))


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_not_told(events_of: Callable[[str], list[str]], sentence: str) -> None:
    told = events_of(POLITICS + sentence)
    assert not [event for event in told if event.startswith(("SANCTION", "RETREAT", "PROTEST", "COERCE"))]


@pytest.mark.parametrize(
    ("text", "event"),
    [("Die von Ankara verlangte Entschuldigung blieb aus.", "REQUEST verlangte: TUR > -"),
     ("Das von den USA bombardierte Bagdad brennt.", "ASSAULT bombardierte: USA > IRQ"),
     ("Die von Ankara bestellten Drohnen wurden geliefert.", "COOPERATE bestellten: TUR > -"),
     ("Lehrer in Ramallah ließen den Unterricht ruhen.", "PROTEST Unterricht ruhen: PSE > -")],
)  # fmt: skip
def test_forms_that_the_tree_tears_apart(
    events_of: Callable[[str], list[str]], text: str, event: str
) -> None:
    """A participle taken for a finite verb or hung on the wrong noun, and what stands beside *lassen*."""
    assert event in events_of(text)
