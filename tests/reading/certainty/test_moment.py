"""Dates of events: what names a time does not date."""

import pytest

from lagebild.intake import article_from
from lagebild.reading import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("de")


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "Russland nannte ihn die größte Katastrophe des 21. Jahrhunderts und forderte die Ukraine auf, zu verhandeln.",
            "forderte",
            "XXXX",
        ),
        (
            "Der Bundestag hat einen Antrag der Regierung angenommen, der den 15. Juni zum Gedenktag erklärt.",
            "Antrag",
            "XXXX",
        ),
        ("Die russische Regierung verurteilte die Anschläge des 11. September.", "verurteilte", "XXXX"),
        ("Die russische Regierung verurteilte die Anschläge des 11. September.", "Anschläge", "2023-09-11"),
        ("Am Abend des 11. September griffen russische Truppen Kiew an.", "griffen", "2023-09-11"),
        ("Am 11. September griffen russische Truppen Kiew an.", "griffen", "2023-09-11"),
    ],
)
def test_a_named_time_does_not_date(reader: Reader, text: str, trigger: str, edtf: str) -> None:
    record = reader.read(article_from(text, published="2023-10-01"))
    found = [s.time.edtf for s in record.statements if record.text[slice(*s.trigger[0])] == trigger]
    assert found == [edtf]
