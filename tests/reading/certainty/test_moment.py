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
        ("Der Angriff vom 3. März wurde von Iran verurteilt.", "Angriff", "2023-03-03"),
        ("Der Angriff vom 3. März wurde von Iran verurteilt.", "verurteilt", "XXXX"),
        ("Bei Kämpfen von Montag bis Mittwoch griff Israel Syrien an.", "griff", "2023-09-25/2023-09-27"),
        ("Am Montag sagte der Minister, der Angriff Russlands sei ein Verbrechen.", "Angriff", "XXXX"),
        ("Am Montag verurteilte Polen den Angriff Russlands.", "Angriff", "XXXX"),
        ("Am Montag verurteilte Polen den Angriff Russlands.", "verurteilte", "2023-09-25"),
        ("Am Montag kam es in Mali zu einem Angriff Russlands.", "Angriff", "2023-09-25"),
        (
            "Moskau kritisierte die Ausweisung der Diplomaten, die 2015 in Berlin arbeiteten.",
            "Ausweisung",
            "XXXX",
        ),
        ("Beim gestrigen Treffen mit Xi sagte Putin Hilfe zu.", "Treffen", "2023-09-30"),
        ("Auf dem diesjährigen Gipfel in Vilnius drohte die Nato Moskau.", "Gipfel", "2023"),
        ("Die gestrigen Angriffe Russlands verurteilte Polen.", "Angriffe", "2023-09-30"),
        ("Nach dem Überfall der Hamas am 7. Mai griff Israel Gaza an.", "Überfall", "2023-05-07"),
        ("Nach dem Überfall der Hamas am 7. Mai griff Israel Gaza an.", "griff", "XXXX"),
        ("Nach dem Überfall der Hamas im Mai griff Israel am Montag Gaza an.", "griff", "2023-09-25"),
        ("Nach drei Tagen griff Israel am Montag Gaza an.", "griff", "2023-09-25"),
        ("Vor drei Tagen griff Israel Gaza an.", "griff", "2023-09-28"),
        ("In der Nacht zum 3. Mai griff Israel Gaza an.", "griff", "2023-05-03"),
        (
            "Die EU forderte am Montag, die im Mai verhafteten Journalisten freizulassen.",
            "freizulassen",
            "XXXX",
        ),
        (
            "Die EU forderte am Montag, die im Mai verhafteten Journalisten freizulassen.",
            "verhafteten",
            "2023-05",
        ),
        ("Russland drohte am Montag, die Ukraine anzugreifen.", "anzugreifen", "XXXX"),
        ("Die russische Armee begann am Montag, die Stadt zu beschießen.", "beschießen", "2023-09-25"),
        ("10.31 Uhr: Israel hat den Libanon angegriffen.", "angegriffen", "XXXX"),
        ("Um 10.31 Uhr griff Israel den Libanon an.", "griff", "2023-10-01T10:31"),
    ],
)
def test_a_named_time_does_not_date(reader: Reader, text: str, trigger: str, edtf: str) -> None:
    record = reader.read(article_from(text, published="2023-10-01"))
    found = [s.time.edtf for s in record.statements if record.text[slice(*s.trigger[0])] == trigger]
    assert found == [edtf]


def test_a_ticker_lists_when_it_was_written(reader: Reader) -> None:
    text = "Ticker\n\nIsrael greift den Libanon an (10.31 Uhr)\n\n10.31 Uhr: Israel greift den Libanon an"
    record = reader.read(article_from(text, published="2023-10-01"))
    assert {s.time.edtf for s in record.statements} == {"XXXX"}
