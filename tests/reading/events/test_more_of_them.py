"""Deeds told by words beside the verb, by forms the parser splits wrongly, and by what somebody offers to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [("Das Flugzeug Georgiens sei von der Küste aus beschossen worden.", "ASSAULT beschossen: - > GEO"),
     ("Soldaten Togos und Benins haben sich erneut mit Artillerie beschossen.", "ASSAULT beschossen: BEN TGO > -"),
     ("Kairo bot sich im Streit mit dem Sudan als Vermittler an.", "CONSULT Vermittler: EGY > -"),
     ("Wärter Togos prügelten den Häftling zu Tode.", "ASSAULT prügelten zu Tode: TGO > TGO"),
     ("Der Präsident Togos wird den Präsidenten Benins am Montag empfangen.", "CONSULT empfangen: BEN TGO > -"),
     ("Der Minister Benins war vom Präsidenten Togos nicht empfangen worden.", "CONSULT empfangen: BEN TGO > -"),
     ("Benin drohte von dort aus, Togo anzugreifen.", "THREATEN drohte aus: BEN > TGO"),
     ("Mali bat Togo um Hilfe.", "REQUEST bat: MLI > TGO"),
     ("Mali bat Togo um Hilfe.", "AID Hilfe: TGO > MLI"),
     ("Rom drohte, dass es die Verträge mit Togo kündigen werde.", "THREATEN drohte: ITA > TGO")],
)  # fmt: skip
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Dem Land droht eine Krise.", "Die Verhandlungen drohen zu scheitern.", "Er ist Vermittler von Beruf.",
     "Kinder warfen Bälle in die Luft.", "Der Sturm zerstörte das Dorf in Togo."],
)  # fmt: skip
def test_not_told(events_of: Callable[[str], list[str]], sentence: str) -> None:
    assert not any(e.startswith(("ASSAULT", "THREATEN")) for e in events_of(sentence))
