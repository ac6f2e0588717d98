"""Titles in quotation marks tell no events; slogans and quoted words do."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Er schrieb das Buch „Die Invasion der USA und die Besetzung des Irak“ in London.",
        "Der Film \"Angriff auf Polen\" läuft in Berlin.",
        "Die Ausstellung »Russlands Krieg gegen Georgien« eröffnete in Tiflis.",
    ],
)  # fmt: skip
def test_a_title_tells_nothing(events_of: Callable[[str], list[str]], text: str) -> None:
    assert events_of(text) == []


def test_what_is_quoted_is_told(events_of: Callable[[str], list[str]]) -> None:
    assert events_of("Moskau sprach von einem „Angriff Georgiens auf Russland“.") == [
        "ASSAULT Angriff: GEO > RUS"
    ]
