"""Of which country the text says that an office, a person or a body without an owner is; our own sentences, read with the
network: the tree decides."""

from __future__ import annotations

import pytest

from tests.reading.by_rules import analysed


def countries(text: str, word: str) -> list[str | None]:
    """The countries of the actors at the last token that is the word, in an article of June 2024."""
    doc = analysed(text, "2024-06-06", ("places", "actors"))
    at = max(token.i for token in doc if token.text == word)
    return [actor.country for actor in doc._.actors_at.get(at, ())]


OFFICES = [
    # whom a state sends to a body is its own, whoever else bears an office of that body is not
    ("Die UN berieten. Der sudanesische UN-Botschafter Osman Erwa widersprach den USA.", "Erwa", ["SDN"]),
    ("Der kanadische OPCW-Vertreter Robert Mikul kritisierte Syrien.", "Mikul", ["CAN"]),
    ("Eritrea lehnte ab. Sein UN-Botschafter Araya Desta kritisierte Nigeria.", "Desta", ["ERI"]),
    ("Der kanadische EU-Kommissar Robert Mikul kritisierte Syrien.", "Mikul", [None]),
    ("Der UN-Vertreter Robert Mikul kritisierte Syrien.", "Mikul", [None]),
    # where an envoy is posted, he is not from
    (
        "Deutschland schwieg. Der Botschafter in Moskau, Karl Emmer, rügte Polen. Deutschland half.",
        "Emmer",
        ["DEU"],
    ),
    ("Deutschland schwieg. Die Ministerin in Warschau, Ewa Zych, rügte Polen.", "Zych", ["POL"]),
    # where the text says that somebody is from
    ("Liechtenstein wählt. Der Prüfer Erik Jurgens aus den Niederlanden lobte das.", "Jurgens", ["NLD"]),
    ("Italien wählt. Die Forscherin Anna Lindt aus der Türkei lobte das.", "Lindt", ["TUR"]),
]


@pytest.mark.parametrize(("text", "word", "found"), OFFICES)
def test_an_office_is_of_the_state_that_gave_it(text: str, word: str, found: list[str | None]) -> None:
    assert countries(text, word) == found


_QUARREL = "Österreich und Bulgarien streiten. Bulgariens Präsident rügte Österreich."
_ALSO = "Polen rügte Deutschland. Italien sieht das anders."

OPENINGS = [
    (f"{_QUARREL} In Wien warfen die Grünen der Regierung Fehler vor.", "Regierung", ["AUT"]),
    (f"{_ALSO} In Rom stimmte das Kabinett dem Plan zu.", "Kabinett", ["ITA"]),
    (f"{_ALSO} In Rom verbot das Innenministerium die Demonstration.", "Innenministerium", ["ITA"]),
    (f"{_ALSO} Auch in Italien warnt die Opposition davor.", "Opposition", ["ITA"]),
    # also in the next sentence
    (
        f"{_QUARREL} Bulgarien drohte. In Wien stieß das auf Kritik. Die Regierung lehnte ab.",
        "Regierung",
        ["AUT"],
    ),
    (
        f"{_QUARREL} Bulgarien drohte. Das stieß in Wien auf Kritik. Die Regierung lehnte ab.",
        "Regierung",
        ["BGR"],
    ),
    # those who meet may meet anywhere, and of a country named but once it is mostly only the place
    (f"{_QUARREL} In Wien verhandelte die Regierung mit Österreich.", "Regierung", ["BGR"]),
    ("Ruanda rügte den Kongo. Ruanda droht. In Genf warnte die Regierung den Kongo.", "Regierung", ["RWA"]),
    # nor does the place say whose a body of another clause is
    (f"{_ALSO} Polen droht. In Rom hieß es, die Regierung schweige.", "Regierung", ["POL"]),
]


@pytest.mark.parametrize(("text", "word", "found"), OPENINGS)
def test_the_place_before_the_verb_says_whose_a_body_is(
    text: str, word: str, found: list[str | None]
) -> None:
    assert countries(text, word) == found


_USA = "Die USA drohen. Die USA warten."

LED = [
    (f"{_USA} Die Regierung von Präsident Nicolás Maduro lehnte ab.", "Regierung", ["VEN"]),
    (f"{_USA} Die Regierung um Viktor Orbán lehnte ab.", "Regierung", ["HUN"]),
    (f"{_USA} Die Truppen des libyschen Generals Chalifa Haftar rückten vor.", "Truppen", ["LBY"]),
    (f"{_USA} Die Regierung bat Viktor Orbán um Hilfe.", "Regierung", ["USA"]),
    (
        f"{_USA} Die Regierung unter der Führung der Demokraten bat Viktor Orbán um Hilfe.",
        "Regierung",
        ["USA"],
    ),
]


@pytest.mark.parametrize(("text", "word", "found"), LED)
def test_a_body_is_of_the_country_of_who_leads_it(text: str, word: str, found: list[str | None]) -> None:
    assert countries(text, word) == found


_TIGERS = "Die tamilischen Rebellen der LTTE gaben dem Norweger Erik Solheim nach."

WARS = [
    # rebels fight the government of their country
    (f"{_TIGERS} Norwegen bat die LTTE darum. Die LTTE warf der Armee Angriffe vor.", "Armee", ["LKA"]),
    ("Norwegen bat die CDU darum. Norwegen warf der Armee Angriffe vor.", "Armee", ["NOR"]),
    # both sides are those of the war, wherever they talk
    (
        "Genf (Schweiz) – Die Gespräche zwischen der Regierung Sri Lankas und den Rebellen der LTTE endeten. "
        "Beide Seiten schwiegen.",
        "Seiten",
        ["LKA", "LKA"],
    ),
    ("Die Schweiz und Italien stritten. Beide Seiten schwiegen.", "Seiten", ["CHE", "ITA"]),
    # who acts in another clause is one of *beide* who act in theirs, but not of those on whom he acts
    (
        "Japan schwieg. China hatte die Insel nach einem Gefecht mit Vietnam besetzt; später führten die "
        "beiden Länder einen Krieg.",
        "Länder",
        ["CHN", "VNM"],
    ),
    ("Japan und Taiwan stritten. China warnte beide Länder.", "Länder", ["JPN", "TWN"]),
    # *beide Länder* are never a government and its rebels
    (
        "Die Gespräche zwischen der Regierung Sri Lankas und den Rebellen der LTTE endeten. Norwegen und die Schweiz "
        "halfen. Beide Länder mahnten.",
        "Länder",
        ["NOR", "CHE"],
    ),
]


@pytest.mark.parametrize(("text", "word", "found"), WARS)
def test_of_a_war_within_a_country(text: str, word: str, found: list[str | None]) -> None:
    assert countries(text, word) == found
