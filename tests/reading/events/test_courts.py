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
    # its judges; a court of many states is of none by its town, but by its name
    (
        "Der Internationale Strafgerichtshof rügte Kenia. Die Richter verurteilten General Joseph Mbeki aus Kenia.",
        [f"ACCUSE verurteilten: {COURT} > KEN"],
    ),
    (
        "Der Internationale Strafgerichtshof rügte Kenia. Das Gericht in Den Haag verurteilte General Joseph Mbeki aus "
        "Kenia.",
        [f"ACCUSE verurteilte: {COURT} > KEN"],
    ),
    ("Das Gericht in Den Haag rügte Kenia.", ["ACCUSE rügte: Gericht > KEN"]),
    ("Ein Gericht in Straßburg rügte Kenia.", ["ACCUSE rügte: FRA > KEN"]),
    (
        "Der Gerichtshof in Straßburg rügte Kenia.",
        ["ACCUSE rügte: Europäischer Gerichtshof für Menschenrechte > KEN"],
    ),
    (
        "Der Oberste Gerichtshof in Madrid rügte Kenia. Der Gerichtshof verurteilte General Joseph Mbeki aus Kenia.",
        ["ACCUSE verurteilte: ESP > KEN"],
    ),
    (
        "Das Oberste Gericht in Madrid rügte Kenia. Die Richter Kenias verurteilten den Schritt Spaniens.",
        ["ACCUSE verurteilten: KEN > ESP"],
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
