"""Whom hard words and demands answer that name nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    # who speaks against somebody and goes on demands it of him
    ("Kenia bestellte den Botschafter Ugandas ein und verlangte eine Entschuldigung.", "UGA"),
    ("Kenia warf Uganda Spionage vor und forderte, die Soldaten abzuziehen.", "UGA"),
    # and who was acted against demands it of who did it
    (
        "Uganda wies drei kenianische Diplomaten aus. Der Präsident Kenias verlangte eine Entschuldigung.",
        "UGA",
    ),
    ("Uganda wies drei Diplomaten Kenias aus. Nairobi beharrte auf einer Rücknahme.", "UGA"),
    # but not what others would do to him, nor more of what one has
    ("Kenia warf Uganda Spionage vor und forderte neue Sanktionen.", "-"),
    ("Kenia warf Uganda Spionage vor und forderte mehr Geld für die Armee.", "-"),
    ("Kenia warf Uganda Spionage vor und forderte schärfere Kontrollen.", "-"),
    # the opposition makes its demands at home
    ("Uganda wies drei kenianische Diplomaten aus. Die Opposition in Kenia verlangte eine Erklärung.", "-"),
    # one who names somebody asks him
    ("Uganda wies drei kenianische Diplomaten aus. Nairobi forderte von Peru eine Entschuldigung.", "PER"),
]


@pytest.mark.parametrize(("text", "asked"), TOLD)
def test_demands_are_made_of_those_whom_one_speaks_against(
    text: str, asked: str, events_of: Callable[[str], list[str]]
) -> None:
    (demand,) = (event for event in events_of(text) if event.startswith("REQUEST"))
    assert demand.partition(" > ")[2] == asked
