"""Meetings that are called by the body that holds them; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Auf dem ASEAN-Gipfel in Laos drohte Vietnam China.", "CONSULT ASEAN-Gipfel: ASEAN > -"),
    ("Beim Nato-Treffen in Vilnius warnte Litauen Russland.", "CONSULT Nato-Treffen: Nato > -"),
    # those whom the body meets
    ("Auf dem EU-China-Gipfel kritisierte Polen China.", "CONSULT EU-China-Gipfel: CHN EU > -"),
    ("Der EU-Gipfel mit China in Prag ist gescheitert.", "CONSULT EU-Gipfel: CHN EU > -"),
    # whoever asks for it
    (
        "Georgien hat eine Sondersitzung des UN-Sicherheitsrates beantragt.",
        "CONSULT Sondersitzung: UN-Sicherheitsrat > -",
    ),
    (
        "Georgien bat den UN-Sicherheitsrat um eine Sondersitzung.",
        "CONSULT Sondersitzung: UN-Sicherheitsrat > -",
    ),
    ("Georgien bat die Nato um Gespräche.", "CONSULT Gespräche: GEO Nato > -"),
    ("Beim Gipfel der Arabischen Liga in Kairo sprach Kanada.", "CONSULT Gipfel: Arabische Liga > -"),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: str, events_of: Callable[[str], list[str]]) -> None:
    assert wanted in events_of(text)
