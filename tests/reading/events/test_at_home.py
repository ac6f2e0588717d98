"""Politics at home: what parties, offices, courts and people in the street do to one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Der Minister musste sich von der Opposition Untätigkeit vorwerfen lassen.", "ACCUSE vorwerfen lassen"),
    ("Die Partei protestierte gegen die Regierung.", "ACCUSE protestierte"),
    ("Tausende Studenten protestierten gegen die Regierung.", "PROTEST protestierten"),
    ("Randalierer warfen in Lima Steine auf die Polizei.", "ASSAULT warfen Steine"),
    ("Randalierer steckten in Lima Reifen in Brand.", "PROTEST steckten Reifen in Brand"),
    ("Der Premier Perus plädierte für Neuwahlen.", "REQUEST plädierte"),
    ("Der Bundestag verabschiedete das Gesetz der Regierung.", "AGREE verabschiedete"),
    ("Die Opposition in Peru akzeptierte die Entscheidung des Gerichts nicht.", "REJECT akzeptierte nicht"),
    ("Die Behörde entzog dem Sender in Minsk die Lizenz.", "COERCE entzog Lizenz"),
    ("Der König begnadigte den wegen Spionage verurteilten Journalisten Jan Moll.", "ACCUSE verurteilten"),
    ("Die freigelassenen Demonstranten wurden in Lima inhaftiert.", "RETREAT freigelassenen"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], text: str, wanted: str) -> None:
    found = [line.split(":")[0] for line in events_of(text)]
    assert any(
        set(wanted.split()) >= set(line.split()) and line.split()[0] == wanted.split()[0] for line in found
    ), found


def test_a_prison_term_is_part_of_its_verdict(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Ein Gericht in Lima verurteilte den General Perus zu einer langen Haftstrafe.")
    assert [line.split(":")[0].split()[0] for line in told] == ["ACCUSE"]
