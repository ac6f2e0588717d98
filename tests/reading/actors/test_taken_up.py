"""Whom a pronoun, another word for the office, one of a people or a kind of state takes up; our own sentences.

They are read with the network: the tree decides.
"""

from __future__ import annotations

import pytest

from lagebild.reading.analysis import ActorFound
from tests.reading.by_rules import analysed


def meant(text: str, word: str) -> ActorFound | None:
    """The actor at the last token that is the word, in an article of June 2024."""
    doc = analysed(text, "2024-06-06", ("places", "actors"))
    at = max(token.i for token in doc if token.text == word)
    found = doc._.actors_at.get(at)
    return found[0] if found else None


PRONOUNS = [
    # an object is not its own subject, however often that was named
    ("Macron traf Putin. Macron forderte ihn zum Abzug auf.", "ihn", "Wladimir Putin"),
    ("Scholz traf Selenskyj. Er sagte ihm Hilfe zu.", "ihm", "Wolodymyr Selenskyj"),
    ("Baerbock besuchte Meloni. Baerbock warnte sie vor einem Angriff.", "sie", "Giorgia Meloni"),
    # what one is asked to do, charged with or thanked for
    ("Scholz forderte Israel auf, seine Offensive zu beenden.", "seine", "Israel"),
    ("Scholz warf Putin seinen Angriff auf Kiew vor.", "seinen", "Wladimir Putin"),
    ("Macron kritisierte Israel für seine Angriffe.", "seine", "Israel"),
    ("Die Ukraine dankte Polen für seine Hilfe.", "seine", "Polen"),
    ("Macron bat Israel um Verständnis für seine Angriffe.", "seine", "Emmanuel Macron"),
    ("Selenskyj drohte, seine Truppen zu verlegen.", "seine", "Wolodymyr Selenskyj"),
    # nobody demands to lose his own office
    ("Macron rügte Putin. Macron forderte seinen Rücktritt.", "seinen", "Wladimir Putin"),
    ("Viele rügten Putin. Die Demonstranten verlangten seine Absetzung.", "seine", "Wladimir Putin"),
    ("Macron traf Putin. Macron bot seinen Rücktritt an.", "seinen", "Emmanuel Macron"),
    ("Macron rügte Putin. Nawalny forderte seine Freilassung.", "seine", "Alexej Nawalny"),
    # but not what is done for who asks
    ("Selenskyj forderte Polen auf, seine Armee zu unterstützen.", "seine", "Wolodymyr Selenskyj"),
    ("Selenskyj bat Scholz, seinem Land Waffen zu liefern.", "seinem", "Wolodymyr Selenskyj"),
    ("Meloni forderte die Bürger auf, ihre Häuser zu verlassen.", "ihre", None),
    # whose words they are tells his own mind, whomever he has told of
    ("Macron sagte, Putin habe den Abzug zugesagt. Er begrüße das.", "Er", "Emmanuel Macron"),
    ("Putin habe gelogen, sagte Macron. Die Lage sei ernst. Er fordere den Abzug.", "Er", "Emmanuel Macron"),
    ("Baerbock sagte, Putin habe gelogen. Er erwarte, dass sie schweige.", "Er", "Wladimir Putin"),
    ("Putin habe gelogen, sagte Macron. Er habe Truppen verlegt.", "Er", "Wladimir Putin"),
    # a body of masculine gender where no person is near
    ("Der UN-Sicherheitsrat hat Israel kritisiert. Er forderte eine Waffenruhe.", "Er", "UN-Sicherheitsrat"),
    ("Der Bundestag hat Macron kritisiert. Er forderte einen Abzug.", "Er", "Emmanuel Macron"),
    # before a feminine noun *ihr* is a dative
    ("Maia Sandu bat um Waffen. Baerbock sagte ihr Unterstützung zu.", "ihr", "Maia Sandu"),
    ("Meloni lobte ihr Parlament.", "ihr", "Giorgia Meloni"),
]

OFFICES = [
    ("Präsident Emmanuel Macron reiste ab. Der Staatschef schwieg.", "Staatschef", "Emmanuel Macron"),
    ("Giorgia Meloni reiste nach Tunis. Die Regierungschefin schwieg.", "Regierungschefin", "Giorgia Meloni"),
    ("Außenminister Antony Blinken reiste ab. Der Chefdiplomat schwieg.", "Chefdiplomat", "Antony Blinken"),
    ("König Abdullah II. reiste ab. Der Monarch schwieg.", "Monarch", "Abdullah II."),
    ("SPD-Chef Lars Klingbeil reiste ab. Der Parteichef schwieg.", "Parteichef", "Lars Klingbeil"),
    ("Macron traf Putin. Der Staatschef schwieg.", "Staatschef", "Emmanuel Macron"),
    ("Joe Biden traf Olaf Scholz. Der Regierungschef schwieg.", "Regierungschef", "Olaf Scholz"),
    ("Olaf Scholz reiste nach Prag. Der Präsident schwieg.", "Präsident", None),
    # who leads a body
    ("Jens Stoltenberg reiste ab. Der Nato-Chef schwieg.", "Nato-Chef", "Jens Stoltenberg"),
    ("UN-Generalsekretär António Guterres flog ab. Der UN-Chef schwieg.", "UN-Chef", "António Guterres"),
    ("Josep Borrell reiste ab. Der EU-Chefdiplomat schwieg.", "EU-Chefdiplomat", "Josep Borrell"),
    (
        "Ursula von der Leyen reiste mit Charles Michel. Der EU-Ratspräsident schwieg.",
        "EU-Ratspräsident",
        "Charles Michel",
    ),
    ("Jens Stoltenberg reiste ab. Der UN-Chef schwieg.", "UN-Chef", None),
    # many are politicians
    ("Olaf Scholz reiste nach Prag. Der SPD-Politiker schwieg.", "SPD-Politiker", "Olaf Scholz"),
    ("Der CDU-Politiker schwieg.", "CDU-Politiker", None),
    ("Die deutsche Aktivistin schwieg.", "Aktivistin", None),
]

PEOPLE = [
    ("Stoltenberg hat Ungarn besucht. Der Norweger dankte Ungarn.", "Norweger", "Jens Stoltenberg"),
    ("Macron traf Putin. Der Franzose schwieg.", "Franzose", "Emmanuel Macron"),
    ("Rafael Grossi reiste nach Teheran. Der Argentinier schwieg.", "Argentinier", "Rafael Grossi"),
    ("Kamala Harris traf Meloni. Die Italienerin schwieg.", "Italienerin", "Giorgia Meloni"),
    ("Macron traf Putin. Der Brite schwieg.", "Brite", "Brite"),
    ("Der Iran hat einen Briten festgenommen.", "Briten", "Brite"),
    ("Die Norweger kritisierten Russland.", "Norweger", "Norwegen"),
    ("Polen kritisierte die Haltung der Norweger.", "Norweger", "Norwegen"),
]

LANDS = [
    ("Israels Armee hat Ziele im Libanon angegriffen. Das Land schweigt.", "Land", "Israel"),
    ("Katar vermittelt im Gaza-Krieg. Das Emirat schweigt.", "Emirat", "Katar"),
    ("In Doha wird verhandelt, in Kairo nicht. Das Emirat schweigt.", "Emirat", "Katar"),
    ("Polen und Ungarn streiten. Das Emirat schweigt.", "Emirat", None),
    ("Georgien hat Russland kritisiert. Die Kaukasusrepublik schweigt.", "Kaukasusrepublik", "Georgien"),
    ("Polen kritisierte die Ukraine. Warschau warnte das Nachbarland.", "Nachbarland", "Ukraine"),
    ("Russland hat die Ukraine angegriffen. Das Nachbarland schweigt.", "Nachbarland", "Ukraine"),
    ("Ruanda streitet mit Uganda. Hunderte kämpfen gegen das Nachbarland.", "Nachbarland", None),
]


@pytest.mark.parametrize(("text", "word", "name"), [*PRONOUNS, *OFFICES, *PEOPLE, *LANDS])
def test_who_is_taken_up(text: str, word: str, name: str | None) -> None:
    found = meant(text, word)
    assert (found.name if found is not None and (found.kind != "group") else None) == name


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Polen und Litauen rüsten auf. Die Länder baten um Hilfe.", "Länder", ["Polen", "Litauen"]),
        ("Polen, Mali und Litauen rüsten auf. Peru rief die Staaten an.", "Staaten", ["Polen", "Mali", "Litauen"]),
        ("Polen und Litauen rüsten auf. Die Länder der EU baten um Hilfe.", "Länder", ["EU-Länder"]),
        ("Polen liegt neben Litauen. Die Länder baten um Hilfe.", "Länder", []),
        ("Polen und Litauen rüsten auf. Das war klar. Alle schwiegen. Die Länder baten um Hilfe.", "Länder", []),
        ("Greenpeace und Amnesty rügten Mali. Die Organisationen baten um Hilfe.", "Organisationen",
         ["Greenpeace", "Amnesty"]),
        ("Verdi und die IG Metall rügten Mali. Die Gewerkschaften streiken.", "Gewerkschaften", ["Ver.di", "IG Metall"]),
        ("Rheinmetall und Airbus rügten Mali. Die Gewerkschaften streiken.", "Gewerkschaften", ["Gewerkschaften"]),
        ("Rheinmetall und die SPD rügten Mali. Die Konzerne schwiegen.", "Konzerne", ["malischer Konzern"]),
    ],
)  # fmt: skip
def test_all_that_were_named_together_are_taken_up(text: str, word: str, names: list[str]) -> None:
    doc = analysed(text, "2024-06-06", ("places", "actors"))
    at = max(token.i for token in doc if token.text == word)
    assert [actor.name for actor in doc._.actors_at.get(at, [])] == names


@pytest.mark.parametrize(
    ("text", "word", "kind", "country"),
    [
        ("Der Brite kritisierte Russland.", "Brite", "person", "GBR"),
        ("Der Iran hat eine Französin verhaftet.", "Französin", "person", "FRA"),
        ("Der Russe Wladimir Putin schwieg.", "Russe", "person", "RUS"),
        ("Die Israelis griffen an.", "Israelis", "state", "ISR"),
    ],
)
def test_one_of_a_country_is_no_state(text: str, word: str, kind: str, country: str) -> None:
    found = meant(text, word)
    assert found is not None and (found.kind, found.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Der Kinderschutzbund Deutschland warnte.", "Deutschland", "Kinderschutzbund Deutschland"),
        (
            "Der Lesben- und Schwulenverband Deutschland warnte.",
            "Schwulenverband",
            "Lesben- und Schwulenverband Deutschland",
        ),
        ("Am Montag forderte der Verband Deutschland zum Handeln auf.", "Deutschland", "Deutschland"),
    ],
)
def test_a_state_may_end_the_name_of_an_organisation(text: str, word: str, name: str) -> None:
    found = meant(text, word)
    assert found is not None and found.name == name
