"""*lassen* beside an infinitive (*platzen lassen*) and with words of its own (*im Stich lassen*)."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die USA lassen die Ukraine im Stich.", "REJECT lassen im Stich: USA > UKR"),
        ("Die Türkei ließ die Gespräche mit Zypern platzen.", "SANCTION platzen: TUR"),
    ],
)
def test_lassen_has_words_of_its_own_or_an_infinitive(
    text: str, told: str, events_of: Callable[[str], list[str]]
) -> None:
    assert any(told in line for line in events_of(text)), events_of(text)


def test_lassen_with_other_words_leaves_nobody_in_the_lurch(events_of: Callable[[str], list[str]]) -> None:
    assert not any("lassen" in line for line in events_of("Die USA lassen in der Ukraine ein Haus bauen."))
