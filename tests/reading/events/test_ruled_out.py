"""Attacks that are said not to have been; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Die Polizei in Oslo schließt einen Terroranschlag aus. Norwegen rügte den Iran.",
        "Norwegen rügte den Iran. Ein Anschlag in Oslo wird ausgeschlossen.",
    ],
)
def test_nobody_did_what_is_ruled_out(text: str, events_of: Callable[[str], list[str]]) -> None:
    told = events_of(text)
    assert not any(line.startswith("ASSAULT") and "NOR" in line for line in told)
    assert not any(line.startswith("REJECT") for line in told)


def test_who_does_not_rule_out_a_strike_threatens(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Israel schloss einen Militärschlag gegen den Iran nicht aus.")
    assert any(line.startswith("THREATEN") and line.endswith("ISR > IRN") for line in told)


def test_what_was_told_as_done_keeps_its_sides(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("In Oslo gab es einen Anschlag. Norwegen rügte den Iran.")
    assert "ASSAULT Anschlag: - > NOR" in told
