"""*von … aus*: where something was done, or the prefix of the verb behind a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Der Präsident von Peru sprach sich gegen die Anwendung von Gewalt aus.",
            "REJECT sprach aus: PER > -",
        ),
        ("Die Ministerin in Lima schloss die Lieferung von Waffen aus.", "REJECT schloss aus: PER > -"),
        ("Der Rebellenführer drohte von Damaskus aus mit Angriffen.", "THREATEN drohte aus: SYR > -"),
    ],
)
def test_from_there(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)
