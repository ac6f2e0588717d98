"""Who acts and who receives: our own sentences with the events they tell.

Each group says first what must be found, then the sentences that say it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

CORPUS: list[tuple[str, list[str]]] = [
    ("REJECT lehnt ab: POL > RUS", ["Polen lehnt die Forderung Russlands ab."]),
    ("CONSULT besuchte: FRA > EGY", ["Der französische Außenminister besuchte Ägypten."]),
    ("SANCTION verhängte Sanktionen: JPN > IRN", ["Japan verhängte Sanktionen gegen den Iran."]),
    ("SANCTION US-Sanktionen: USA > IRN", ["Die US-Sanktionen gegen Iran bleiben bestehen."]),
    ("COERCE besetzte: RUS > UKR", ["Die von Russland besetzte Krim liegt am Schwarzen Meer."]),
    ("ASSAULT bombardiert: ISR > LBN", ["Der Libanon wurde von Israel bombardiert."]),
    ("AID Waffenlieferungen: IRN > SYR", ["Die iranischen Waffenlieferungen an Syrien gehen weiter."]),
    ("COOPERATE Handel: CHN PRK > -", ["Der Handel zwischen China und Nordkorea wächst."]),
    ("CONSULT Gespräche: CHE IRN > -", ["Die Schweiz führte Gespräche mit dem Iran."]),
    ("RETREAT Abzug: USA > IRQ", ["Der Abzug der USA aus dem Irak begann."]),
    ("THREATEN drohte: TUR > GRC", ["Die Türkei drohte Griechenland mit Krieg."]),
    (
        "AGREE stellte in Aussicht: DEU > UKR",
        ["Deutschland stellte der Ukraine in Aussicht, Panzer zu liefern."],
    ),
    ("MOBILIZE Raketentest: PRK > -", ["Nordkorea führte einen Raketentest durch."]),
]

CONTENT = [
    ("Die USA warnten die Türkei, Russland zu helfen.", "THREATEN warnten", "AID helfen: TUR > RUS"),
    ("Frankreich bot Mali an, Soldaten zu entsenden.", "AGREE bot an", "MOBILIZE entsenden: FRA > MLI"),
    ("Ungarn weigert sich, Waffen an die Ukraine zu liefern.", "REJECT weigert", "AID liefern: HUN > UKR"),
    ("Polen forderte den Abzug der russischen Truppen.", "REQUEST forderte", "RETREAT Abzug: RUS"),
]

QUIET = [
    "Bayern gewann das Spiel in der Bundesliga, der Trainer lobte den Torwart nach dem Angriff.",
    "Der Vorsitzende sagte, das Wetter sei schön.",
    "Ein Sturm traf die Küste von Florida.",
    "Der Blutdruck des Patienten stieg nach dem Einkauf im Lebensmittelgeschäft.",
    "",
    " ",
    "Nein.",
    "?!",
]


@pytest.mark.parametrize(("wanted", "sentence"), [(w, s) for w, group in CORPUS for s in group])
def test_sides(events_of: Callable[[str], list[str]], wanted: str, sentence: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(("sentence", "outer", "inner"), CONTENT)
def test_what_is_asked_offered_or_refused_is_a_second_event(
    events_of: Callable[[str], list[str]], sentence: str, outer: str, inner: str
) -> None:
    found = events_of(sentence)
    assert any(line.startswith(outer) for line in found)
    assert any(line.startswith(inner) for line in found)


@pytest.mark.parametrize("sentence", QUIET)
def test_no_event(events_of: Callable[[str], list[str]], sentence: str) -> None:
    assert events_of(sentence) == []


def test_a_repeated_noun_keeps_its_sides(events_of: Callable[[str], list[str]]) -> None:
    found = events_of("Israel flog einen Luftangriff auf Syrien. Der Angriff dauerte eine Stunde.")
    assert found[-1] == "ASSAULT Angriff: ISR > SYR"


def test_the_same_text_gives_the_same_events(events_of: Callable[[str], list[str]]) -> None:
    text = "China, Russland und der Iran hielten ein Manöver ab. Die USA und Japan kritisierten die Übung."
    assert events_of(text) == events_of(text)


def test_a_deal_says_what_goes_against_what(until_events: Language) -> None:
    doc = until_events("Nordkorea und Russland handeln einen Deal aus: Waffen gegen Lebensmittel.")
    deal = next(event for event in doc._.events if event.type == "COOPERATE")
    assert [doc[slice(*h.range)].text for h in deal.gives] == ["Waffen"]
    assert [doc[slice(*h.range)].text for h in deal.receives] == ["Lebensmittel"]
