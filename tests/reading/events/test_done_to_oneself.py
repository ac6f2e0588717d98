"""Who lets something be done to himself by whom; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Der britische Minister musste sich von seinem chinesischen Kollegen zurechtweisen lassen.",
            "ACCUSE zurechtweisen lassen: CHN > GBR",
        ),
        (
            "Der iranische Minister ließ sich von der polnischen Polizei festnehmen.",
            "COERCE festnehmen: POL > IRN",
        ),
    ],
)
def test_told(text: str, wanted: str, events_of: Callable[[str], list[str]]) -> None:
    assert wanted in events_of(text)


def test_what_one_does_not_let_happen_is_refused(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Der Präsident von Mali lässt sich nicht erpressen.")
    assert [line.split()[0] for line in told] == ["REJECT"]


def test_without_a_doer_nobody_does_it(events_of: Callable[[str], list[str]]) -> None:
    assert events_of("Der Präsident von Mali ließ sich in Paris behandeln.") == []
