"""Whom denials answer that name nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    # who said it
    ("Kenia teilte mit, Soldaten hätten ein Dorf geplündert. Uganda widersprach.", "KEN"),
    ("Nach kenianischen Angaben kamen die Täter aus dem Westen. Uganda bestreitet das.", "KEN"),
    ("Nach Darstellung Kenias kamen die Täter aus dem Westen. Uganda wies jede Beteiligung zurück.", "KEN"),
    (
        "Kenia erklärte, ugandische Soldaten seien im Dorf. Uganda bestritt, Soldaten geschickt zu haben.",
        "KEN",
    ),
    # and who struck at the one who denies
    ("Kenia wies drei ugandische Diplomaten aus. Uganda bestritt, ein Netz von Agenten zu haben.", "KEN"),
    # but not who spoke of something else, nor who speaks for one's own side
    ("Kenia erklärte, das Wetter sei gut. Uganda bestritt, Soldaten geschickt zu haben.", "-"),
    ("Die ugandische Armee teilte mit, das Dorf sei leer. Uganda bestritt das.", "-"),
    ("Kenia erklärte, das Wetter sei gut. Uganda wies Berichte zurück, wonach es Soldaten schickt.", "-"),
]


@pytest.mark.parametrize(("text", "answered"), TOLD)
def test_denials_answer_who_said_it(text: str, answered: str, events_of: Callable[[str], list[str]]) -> None:
    (denial,) = (event for event in events_of(text) if event.startswith("REJECT"))
    assert denial.partition(" > ")[2] == answered
