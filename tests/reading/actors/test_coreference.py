"""Who is meant by a description, an office without a name, *das Land* and *beide Länder*."""

import pytest

from lagebild.language.tokens import words_of
from lagebild.reading import places  # noqa: F401  (registers the step)
from lagebild.reading.actors import actor_at, actors_in
from tests.reading.actors.bare import actor, names, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Kreml-Chef schwieg.", "Wladimir Putin"),
        ("Der amerikanische Präsident schwieg.", "Joe Biden"),
        ("Der Präsident der Ukraine schwieg.", "Wolodymyr Selenskyj"),
        ("Russlands Außenminister schwieg.", "Sergei Lawrow"),
    ],
)
def test_a_description_finds_who_held_the_office(text: str, name: str) -> None:
    assert names(read(text))[0] in (name, "Russland", "Ukraine")
    assert name in names(read(text))


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Angela Merkel schwieg. Die CDU-Politikerin fehlte.", "CDU-Politikerin", "Angela Merkel"),
        ("Angela Merkel traf Olaf Scholz. Der Finanzpolitiker fehlte.", "Finanzpolitiker", "Olaf Scholz"),
        ("Olaf Scholz schwieg. Der 65-Jährige fehlte.", "65-Jährige", "Olaf Scholz"),
        ("Olaf Scholz schwieg. Der Siebzigjährige fehlte.", "Siebzigjährige", "Olaf Scholz"),
        ("Angela Merkel schwieg. Die Abgeordnete fehlte.", "Abgeordnete", "Angela Merkel"),
    ],
)
def test_one_person_is_taken_up_by_what_she_is(text: str, word: str, name: str) -> None:
    doc = read(text)
    found = actor_at(words_of(doc), next(t.i for t in doc if t.text == word))
    assert found is not None and found.name == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Olaf Scholz schwieg. Die Politikerin fehlte.", "Politikerin"),
        ("Olaf Scholz schwieg. Der Abgeordnete der Opposition fehlte.", "Abgeordnete"),
        ("Angela Merkel schwieg. Die Abgeordneten fehlten.", "Abgeordneten"),
    ],
)
def test_others_are_not_taken_up_by_what_one_is(text: str, word: str) -> None:
    doc = read(text)
    found = actor_at(words_of(doc), next(t.i for t in doc if t.text == word))
    assert found is None or found.kind != "person"


def test_a_description_without_a_country_needs_someone_in_the_text() -> None:
    assert names(read("Der Präsident schwieg.")) == []
    assert names(read("Ein russischer Präsident muss hart sein.")) == []


def test_a_prime_minister_is_not_the_president_of_a_later_sentence() -> None:
    doc = read(
        "Der israelische Ministerpräsident Benjamin Netanjahu flog ab. Auf Anweisung des Präsidenten schoss die Truppe."
    )
    at = next(t.i for t in doc if t.text == "Präsidenten")
    assert actor_at(words_of(doc), at) is None


def test_both_sides_are_the_pair_of_the_article_and_not_who_speaks_to_them() -> None:
    doc = read(
        "Armenien und Aserbaidschan streiten. Beide Länder rüsten auf. Armenien drohte, Aserbaidschan auch. "
        "Der georgische Präsident schwieg. Russland forderte beide Seiten zum Einlenken auf."
    )
    token = next(t.i for t in doc if t.text == "Seiten")
    assert {a.name for a in doc._.actors_at[token]} == {"Armenien", "Aserbaidschan"}


def test_the_minister_is_the_foreign_minister_of_the_text() -> None:
    doc = read("Der polnische Außenminister Jan Nowak flog ab. Später traf der Minister ein.")
    at = next(t.i for t in doc if t.text == "Minister")
    found = actor_at(words_of(doc), at)
    assert found is not None and found.name == "Jan Nowak"


def test_the_office_of_whom_somebody_speaks_for_is_not_his_own() -> None:
    doc = read(
        "Der polnische Präsident Jan Nowak flog ab. Der Sprecher des Präsidenten, Piotr Kowal, schwieg. "
        "Später sprach der Präsident."
    )
    found = actor_at(words_of(doc), max(t.i for t in doc if t.text == "Präsident"))
    assert found is not None and found.name == "Jan Nowak"


def test_both_countries_are_the_two_named_last() -> None:
    doc = read("Russland liefert Nordkorea Öl. Beide Länder schweigen.")
    token = next(t.i for t in doc if t.text == "Länder")
    assert [a.name for a in doc._.actors_at[token]] == ["Russland", "Nordkorea"]
    assert actors_in(words_of(doc), (token, token + 1)) == doc._.actors_at[token]


def test_the_country_is_the_one_named_before() -> None:
    doc = read("Myanmar schweigt. Das Land ist arm. Die Wege auf dem Land sind weit.")
    found = actor(doc, "Myanmar")
    assert [doc[s:e].text for s, e in found.mentions] == ["Myanmar", "Land"]


def test_a_general_of_no_country_is_of_the_country_of_the_article() -> None:
    text = "Die Ukraine kämpft. In der Ukraine sprach General Pawlo Hnatjuk zur ukrainischen Armee."
    assert actor(read(text), "Pawlo Hnatjuk").country == "UKR"
    assert actor(read("General Pawlo Hnatjuk sprach."), "Pawlo Hnatjuk").country is None


def test_who_is_named_with_an_office_and_no_country_is_of_the_articles_own() -> None:
    """An agency that tells of it says nothing of where the article plays."""
    doc = read(
        "In Mali demonstrierten viele. In Mali wurde laut BBC auch gestreikt. "
        "Die BBC lobte er. Auch der Berater Ali Keïta kam nach Mali."
    )
    assert actor(doc, "Ali Keïta").country == "MLI"


def test_who_is_told_of_in_a_world_report_is_of_the_country_named_last() -> None:
    doc = read(
        "In Iran wurde zensiert. In Peru und in Kuba wurde gewählt. In Mali sprach der Blogger Ali Keïta. "
        "Ghana schwieg. Benin schwieg. Togo schwieg. Kenia und Gabun schwiegen. Auch Jan Nowak schwieg."
    )
    assert actor(doc, "Ali Keïta").country == "MLI"
    assert actor(doc, "Jan Nowak").country is None


def test_a_short_word_takes_up_the_body_it_ends() -> None:
    doc = read("Das polnische Verteidigungsministerium schwieg. Das Ministerium zählte Flugzeuge.")
    token = next(t.i for t in doc if t.text == "Ministerium")
    found = actor_at(words_of(doc), token)
    assert found is not None and found.country == "POL" and "Verteidigung" in found.name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Die Ex-Vorsitzende Petra Anders schwieg. Die frühere Vorsitzende fehlte.",
            "Vorsitzende",
            "Petra Anders",
        ),
        (
            "Der frühere US-Präsident Karl Berg lobte Präsident Paul Thal. Der frühere Präsident schwieg.",
            "Präsident",
            "Karl Berg",
        ),
        (
            "Die SPD-Vorsitzende Petra Anders lobte SPD-Chef Karl Berg. Die SPD-Vorsitzende schwieg.",
            "SPD-Vorsitzende",
            "Petra Anders",
        ),
    ],
)
def test_who_left_an_office_is_another_than_who_holds_it(text: str, word: str, name: str) -> None:
    doc = read(text)
    found = actor_at(words_of(doc), [t.i for t in doc if t.text == word][-1])
    assert found is not None and found.name == name


def test_a_former_office_stays_a_former_one() -> None:
    found = {a.name: a.role for a in read("Der frühere US-Präsident Karl Berg schwieg.")._.actors}
    assert found == {"Karl Berg": "ehemaliger US-Präsident"}
