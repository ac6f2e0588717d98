"""Whose words they are where a phrase names more than one, read as whole articles."""

import pytest

from tests.reading import by_rules

#: an article, its sources; the event is *angegriffen* or *festgenommen*
TELLERS = [
    # a body or people as written, with where they are
    ("Die Regierung in Kampala erklärte, Kenia habe Mali angegriffen.", ["Regierung in Kampala"]),
    ("Die Behörden in Gulu teilten mit, Kenia habe Mali angegriffen.", ["Behörden in Gulu"]),
    ("Diplomaten in Brüssel sagten, Kenia habe Mali angegriffen.", ["Diplomaten in Brüssel"]),
    (
        "Aus Regierungskreisen in Kampala hieß es, Kenia habe Mali angegriffen.",
        ["Regierungskreise in Kampala"],
    ),
    # whom an agency or paper is named for is told, not told of
    ("Kenia habe Mali angegriffen, sagte ein Sprecher der Nachrichtenagentur AFP.", ["Sprecher"]),
    ("Kenia habe Mali angegriffen, sagte der Bürgermeister der Deutschen Presse-Agentur.", ["Bürgermeister"]),
    ("Kenia habe Mali angegriffen, sagte der Abgeordnete der „Bild“.", ["Abgeordnete"]),
    ("Kenia habe Mali angegriffen, sagte ein Sprecher der Nato.", ["Sprecher der Nato"]),
    ("Kenia habe Mali angegriffen, sagte ein Sprecher der BBC.", ["Sprecher der BBC"]),
    (
        "Kenia habe Mali angegriffen, sagte ein Korrespondent der Nachrichtenagentur AFP.",
        ["Korrespondent der Nachrichtenagentur AFP"],
    ),
    # those around somebody are not himself
    ("Laut seinem Anwalt wurde Nawalny festgenommen.", ["Anwalt"]),
    (
        "Aus dem Umfeld von Präsident Selenskyj verlautete, Kenia habe Mali angegriffen.",
        ["Umfeld von Präsident Selenskyj"],
    ),
    (
        "Ein Sprecher von Präsident Selenskyj sagte, Kenia habe Mali angegriffen.",
        ["Sprecher von Präsident Selenskyj"],
    ),
    # whose words a compound tells
    ("Nach UN-Angaben hat Kenia Mali angegriffen.", ["Vereinte Nationen"]),
    ("US-Angaben zufolge hat Kenia Mali angegriffen.", ["USA"]),
    ("Nach Hamas-Angaben hat Kenia Mali angegriffen.", ["Hamas"]),
    ("Nach AFP-Informationen hat Kenia Mali angegriffen.", ["AFP"]),
    ("Nach „Spiegel“-Informationen hat Kenia Mali angegriffen.", ["Spiegel"]),
    ("Nach Polizeiangaben hat Kenia Mali angegriffen.", ["Polizei"]),
    ("Nach offiziellen Angaben hat Kenia Mali angegriffen.", ["offizielle Angaben"]),
    # the name behind the word for a paper
    ("Die britische Zeitung The Guardian berichtete, Kenia habe Mali angegriffen.", ["Guardian"]),
    ("Die Zeitung The New York Times berichtete, Kenia habe Mali angegriffen.", ["New York Times"]),
    # a second verb of one subject reports nothing of the first
    ("Kenia hat Mali angegriffen, warf Uganda aber Zögern vor.", []),
    ("Präsident Ruto hat Mali angegriffen, warf Museveni Erpressung vor und drohte Togo.", []),
    ("Kenia habe Mali angegriffen, sagte Präsident Museveni aber.", ["Yoweri Museveni"]),
]


@pytest.mark.parametrize(("text", "sources"), TELLERS)
def test_who_tells(text: str, sources: list[str]) -> None:
    told = by_rules.read(text, published="2023-09-12").statements
    assert [a.name for a in told[0].attribution] == sources


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Nach ukrainischen Angaben hat Russland Kiew angegriffen.", "ukrainische Angaben", "UKR"),
        ("Russland griff nach ukrainischen Angaben Odessa an.", "ukrainische Angaben", "UKR"),
        ("Nach ersten Angaben Kiews griff Russland Odessa an.", "Ukraine", "UKR"),
        ("Nach Kiewer Angaben hat Russland Odessa angegriffen.", "Kiewer Angaben", "UKR"),
    ],
)
def test_whose_words_an_adjective_tells(text: str, name: str, country: str) -> None:
    record = by_rules.read(text, published="2023-09-12")
    (source,) = record.statements[0].attribution
    assert source.name == name
    assert next(a.country for a in record.actors if a.id == source.actor) == country


#: an article, the word of the event, its factuality, the author's, its sources
REPORTS = [
    ("Uganda wies Berichte zurück, wonach es Mali angegriffen habe.", "angegriffen", "CT+", "Uu", ["Berichte"]),
    ("Uganda bestätigte einen Bericht, wonach es Mali angegriffen hat.", "angegriffen", "CT+", "CT+", ["Uganda"]),
    ("Uganda las Berichte, wonach Kenia Mali angegriffen habe.", "angegriffen", "CT+", "Uu", ["Berichte"]),
    ("Uganda wies Spekulationen über einen Angriff auf Mali zurück.", "Angriff", "CT-", "Uu", ["Uganda"]),
    ("Uganda bezeichnete Berichte über einen Angriff auf Mali als falsch.", "Angriff", "CT-", "Uu", ["Uganda"]),
    ("Uganda nannte Berichte über einen Angriff auf Mali eine Falschmeldung.", "Angriff", "CT-", "Uu", ["Uganda"]),
    ("Uganda bezeichnete Berichte über einen Angriff auf Mali als wichtig.", "Angriff", "CT+", "Uu", ["?"]),
    # the verb that governs what stands behind a postposition
    ("Kenia plant Medien zufolge einen Angriff auf Mali.", "Angriff", "PR+", "Uu", ["Medien"]),
    ("Kenia plant Kampala zufolge einen Angriff auf Mali.", "Angriff", "PR+", "Uu", ["Uganda"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "value", "author", "sources"), REPORTS)
def test_what_is_said_of_a_report_is_said_of_its_content(
    text: str, word: str, value: str, author: str, sources: list[str]
) -> None:
    told = by_rules.read(text, published="2023-09-12").statements
    found = [s for s in told if s.trigger[0][0] == text.index(word)]
    assert [(s.factuality, s.author) for s in found] == [(value, author)]
    assert [a.name for a in found[0].attribution] == sources
