"""Which court tries, where it is named once or elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

COURT = "Internationaler Strafgerichtshof"
CASES = [
    (
        "In Den Haag hat vor dem Internationalen Strafgerichtshof der Prozess gegen General Joseph Mbeki aus Kenia "
        "begonnen. Der Prozess gegen Mbeki dauert lange.",
        [f"ACCUSE Prozess: {COURT} > KEN", f"ACCUSE Prozess: {COURT} > KEN"],
    ),
    (
        "Der Internationale Strafgerichtshof ermittelt in Kenia. Das Gericht verurteilte General Joseph Mbeki aus Kenia "
        "zu zehn Jahren Haft.",
        [f"ACCUSE verurteilte: {COURT} > KEN"],
    ),
    (
        "In Kenia steht der Prozess gegen General Joseph Mbeki bevor. Er spricht vor dem Parlament.",
        ["ACCUSE Prozess: - > Joseph Mbeki"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_the_court(events_of: Callable[[str], list[str]], text: str, wanted: list[str]) -> None:
    told = events_of(text)
    assert [line for line in told if line in wanted] == wanted
