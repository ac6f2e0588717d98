"""What is asked for, allowed or denied by the words around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Die Opposition in Lima forderte eine Untersuchung.", "ACCUSE Untersuchung: - > -"),
    ("Togo bat Ruanda um die Entsendung von Soldaten.", "AID Entsendung: RWA > TGO"),
    ("Teheran bestritt jede Beteiligung.", "ASSAULT Beteiligung: IRN > -"),
    ("Der Botschafter Perus hat zwei Tage Zeit, das Land zu verlassen.", "RETREAT verlassen: PER > -"),
    ("Die Abgeordnete darf Peru nicht verlassen.", "COERCE nicht verlassen: PER > PER"),
    ("Die Abgeordnete durfte Peru verlassen.", "RETREAT verlassen: - > PER"),
    ("Peruanische Männer dürfen nicht mehr nach Chile einreisen.", "COERCE nicht einreisen: CHL > PER"),
    ("Die Familie des Dissidenten durfte aus Kuba ausreisen.", "RETREAT ausreisen: - > CUB"),
]

NOT_TOLD = [
    ("Die Untersuchung der Proben in Lima dauerte drei Tage, sagte die Ministerin Perus.", "ACCUSE"),
    ("Peru lobte die Entsendung von Soldaten nach Mali.", "AID"),
    ("Peru lobte die Beteiligung an der Wahl.", "ASSAULT"),
    ("Teheran bestritt jede Beteiligung an dem Vertrag.", "ASSAULT"),
    ("Das Schiff darf den Hafen von Lima nicht verlassen.", "RETREAT"),
    ("Die Abgeordnete will Peru nicht verlassen.", "COERCE"),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(("sentence", "kind"), NOT_TOLD)
def test_not_told(events_of: Callable[[str], list[str]], sentence: str, kind: str) -> None:
    assert not any(line.startswith(kind) for line in events_of(sentence))
