"""Demands, promises, praise and concessions as political reporters word them; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Die vereinbarten Hilfslieferungen für Gaza blieben aus.", "AGREE vereinbarten: PSE > -"),
    ("Der Präsident Serbiens entschuldigte sich beim Kosovo.", "CONCEDE entschuldigte: SRB > XKX"),
    ("Die UNO räumte Unregelmäßigkeiten ein.", "CONCEDE räumte ein: Vereinte Nationen > -"),
    (
        "Der Machthaber Nordkoreas räumte ein, dass Agenten Japaner verschleppten.",
        "CONCEDE räumte ein: PRK > -",
    ),
    ("Viele Bürger in Peru forderten, dass der Präsident geht.", "REQUEST forderten: PER > PER"),
    ("Der Minister aus Ghana setzte sich bei den USA für einen Abzug ein.", "REQUEST setzte ein: GHA > USA"),
    ("Ecuador bot sich als Schlichter an.", "AGREE bot an: ECU > -"),
    ("Der Gerichtshof sprach Botswana die Insel zu.", "SUPPORT sprach zu: Gerichtshof > BWA"),
    (
        "Moskau lud den Botschafter Norwegens ins Außenministerium.",
        "REQUEST lud ins Außenministerium: RUS > NOR",
    ),
    ("Der Witwe wurde von Lima freies Geleit zugestanden.", "CONCEDE zugestanden: PER > PER"),
    ("Die SPD verlangte Neuwahlen, wofür sich auch Athen aussprach.", "SUPPORT aussprach: GRC > DEU"),
    ("Die Opposition in Togo will eine Wahl, wozu der König bereit wäre.", "AGREE bereit: TGO > -"),
    ("Kenia schlug Gespräche vor.", "CONSULT Gespräche: KEN > -"),
    ("Der General aus Kenia leugnete das Massaker nicht.", "CONCEDE leugnete nicht: KEN > -"),
]
NOT_TOLD = [
    "Der Sturm forderte in Peru zwanzig Tote.",
    "Brüssel räumt dem Klima Priorität ein.",
    "Peru ist auf Importe angewiesen.",
    "Der Minister aus Peru äußerte sein Unverständnis.",
]
TYPES = ("REQUEST", "AGREE", "SUPPORT", "CONCEDE")


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_not_told(events_of: Callable[[str], list[str]], sentence: str) -> None:
    assert not [told for told in events_of(sentence) if told.startswith(TYPES)]
