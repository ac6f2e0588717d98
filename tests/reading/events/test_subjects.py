"""Articles of plain crime or private life tell no events; crime for a cause, and what powers do about it, are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.lexicon import table
from lagebild.reading.events.subjects import subjects_of

_ROBBERY = """\
Zwei Männer haben am Dienstagabend in Lingen einen Juwelier überfallen. Einer der Täter bedrohte die Verkäuferin mit
einem Messer, der andere schlug den Inhaber nieder und verletzte ihn am Kopf. Die Räuber flohen mit einem Auto. Zwei
Stunden später nahm die Polizei einen Verdächtigen fest. Nach dem zweiten Täter läuft eine Fahndung. Die
Staatsanwaltschaft ermittelt wegen schweren Raubes. Zeugen werden gebeten, sich bei der Polizei zu melden. {}
"""


def test_a_robbery_is_no_politics(events_of: Callable[[str], list[str]]) -> None:
    assert events_of(_ROBBERY.format("Der Inhaber des Ladens liegt im Krankenhaus.")) == []


@pytest.mark.parametrize(
    "cause",
    [
        "Beide gehören zu einer rechtsextremen Gruppe.",
        "Das Geld war für eine Terrorgruppe bestimmt.",
    ],
)  # fmt: skip
def test_a_robbery_for_a_cause_is(events_of: Callable[[str], list[str]], cause: str) -> None:
    assert any(line.startswith("COERCE nahm fest") for line in events_of(_ROBBERY.format(cause)))


def test_what_those_in_office_do_about_it_is_told(events_of: Callable[[str], list[str]]) -> None:
    told = events_of(_ROBBERY.format("Innenminister Jan Moll kritisierte die Polizei."))
    assert [line.split(":")[0] for line in told] == ["ACCUSE kritisierte"]


def test_one_sentence_shows_nothing_of_its_article(events_of: Callable[[str], list[str]]) -> None:
    assert events_of("Die Polizei nahm den mutmaßlichen Täter in Lingen fest.") != []


@pytest.mark.parametrize("row", list(table("events/subjects.tsv", ("part", "subject", "example"))), ids=str)
def test_every_part_shows_its_example_to_be_of_its_subject(row: dict[str, str]) -> None:
    assert row["subject"] in subjects_of(row["example"].lower())


@pytest.mark.parametrize(
    "word", ["Restaurant", "Nachrichten", "Auswahl", "Bevölkerung", "Vorsteuer", "Schiedsrichter"]
)
def test_what_only_looks_like_one(word: str) -> None:
    assert subjects_of(word.lower()) == frozenset()


_CITY = """\
Die Grünen im Stadtrat von Lingen und der Bürgermeister streiten über die Parkgebühren. Die Fraktion der CDU unterstützt
den Bürgermeister. Ein Kompromiss der Parteien war am Montag im Ausschuss an den Stimmen der SPD gescheitert. Im Herbst
wird der Stadtrat neu gewählt, der Wahlkampf hat längst begonnen. {} Der Bürgermeister sagte, die Politik müsse nun
handeln, damit die Parteien nicht noch mehr Wähler verlieren.
"""


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Es gab viele Beschwerden.", "ACCUSE Beschwerden: - > -"),
        ("Es gibt viel Widerstand.", "REJECT Widerstand: - > -"),
        ("Die Verhandlungen gehen weiter.", "CONSULT Verhandlungen: - > -"),
    ],
)  # fmt: skip
def test_in_an_article_full_of_politics_deeds_need_no_sides(
    events_of: Callable[[str], list[str]], sentence: str, wanted: str
) -> None:
    assert wanted.split(":")[0] in [line.split(":")[0] for line in events_of(_CITY.format(sentence))]
    assert wanted.split(":")[0] not in [line.split(":")[0] for line in events_of(sentence)]
