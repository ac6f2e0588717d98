"""A coalition that parties may form is nobody who acts; one that governs is."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die SPD schloss eine Koalition mit der Hamas aus.", "REJECT schloss aus: DEU > PSE"),
        ("Eine Koalition mit der Hamas lehnte die SPD ab.", "REJECT lehnte ab: DEU > PSE"),
        ("Die Koalition in Oslo lehnte den Antrag ab.", "REJECT lehnte ab: NOR > -"),
        ("Die SPD schloss den Abgeordneten aus.", "SANCTION schloss aus: DEU > DEU"),
        ("Der Gewerkschaftsbund droht der Regierung in Rom mit Streik.", "THREATEN droht: - > ITA"),
    ],
)
def test_who_acts(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "not_told"),
    [
        ("Die SPD schloss eine Koalition mit der Hamas aus.", "SANCTION"),
        ("Keine Koalition forderte Norwegen heraus.", "Koalition >"),
    ],
)
def test_what_is_not_told(events_of: Callable[[str], list[str]], sentence: str, not_told: str) -> None:
    assert not_told not in " ".join(events_of(sentence))
