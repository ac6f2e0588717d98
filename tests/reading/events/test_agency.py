"""Single agency sentences: what one sentence alone must tell, and what it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Armenische und aserbaidschanische Truppen lieferten sich heftige Gefechte.", "ASSAULT Gefechte: ARM AZE > -"),
    ("Marokko brach die Beziehungen zum Iran ab, dem es Waffenlieferungen an die Rebellen vorwarf.",
     "ACCUSE vorwarf: MAR > IRN"),
    ("Als erstes Land der Europäischen Union hat Schweden Serbien anerkannt.", "SUPPORT anerkannt: SWE > SRB"),
    ("Mehr als 200 Kämpfer der Renamo bombardierten Malawi.", "ASSAULT bombardierten: MOZ > MWI"),
    ("Tschechien gewährte 40 Offizieren der belarussischen Opposition politisches Asyl.", "AID Asyl: CZE > BLR"),
]  # fmt: skip

NOT_TOLD = [("Der Minister sagte dem von einem Sturm getroffenen Mosambik Geld zu.", "CONSULT")]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(("sentence", "kind"), NOT_TOLD)
def test_not_told(events_of: Callable[[str], list[str]], sentence: str, kind: str) -> None:
    assert not any(line.startswith(kind) for line in events_of(sentence))
