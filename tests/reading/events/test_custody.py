"""Whose custody it is in which somebody is held or out of which he comes; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Der Chinese Jan Lim kam am Montag aus israelischer Haft frei.", "RETREAT kam frei: ISR > CHN"),
    ("Der Chinese Jan Lim kam am Montag aus israelischer Haft frei.", "COERCE Haft: ISR > CHN"),
    ("Drei Chinesen sitzen in indonesischer Haft.", "COERCE Haft: IDN > CHN"),
    # who was taken on a state's soil is let go by it, but not who was abducted there
    ("In Oslo wurde ein Chilene festgenommen und wieder freigelassen.", "RETREAT freigelassen: NOR > CHL"),
    ("Zwei Chilenen wurden im Jemen entführt und freigelassen.", "RETREAT freigelassen: - > CHL"),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: str, events_of: Callable[[str], list[str]]) -> None:
    assert wanted in events_of(text)


def test_who_lets_go_is_told_first(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Polen entließ drei Chinesen aus der Haft.")
    assert any(line.startswith("RETREAT") and line.endswith(": POL > CHN") for line in told)
