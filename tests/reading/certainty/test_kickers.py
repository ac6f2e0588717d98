"""Who speaks above a headline, and what only says where or about what it is."""

import pytest

from lagebild import lexicon
from tests.reading import by_rules

BODY = "\n\nDie Lage ist angespannt. Die Zeitung berichtete darüber am Montag."
NOUNS = list(lexicon.table("speech/headline_speakers.tsv", ["noun", "example"]))

TOLD = [
    ("Bericht: Israel plant Angriff auf Iran", ["Bericht"]),
    ("USA: Nordkorea liefert Raketen an Russland", ["USA"]),
    ("Moskau: Ukraine hat Belgorod beschossen", ["Russland"]),
    ("Kreml: Ukraine hat Belgorod angegriffen", ["Russland"]),
    ("Pentagon: China schickt Truppen nach Russland", ["USA"]),
    ("Nato: Russland verlegt Truppen an die Grenze", ["Nato"]),
    ("Israelische Armee: Hamas hat Geiseln freigelassen", ["Israel"]),
    # a place
    ("Israel: Raketen auf Tel Aviv abgefeuert", []),
    ("Israel: Hamas feuert Raketen auf Tel Aviv", []),
    ("Ukraine: Russland greift Odessa an", []),
    ("Türkei: Polizei nimmt Journalisten fest", []),
    ("Dili: Australische Soldaten übernehmen Hafen und Flugplatz", []),
    ("Wien: Iran und USA verhandeln weiter", []),
    ("Kiew: Russland hat Kraftwerk beschossen", []),
    # a topic
    ("Flüchtlinge: Griechenland schickt Syrer zurück", []),
]


@pytest.mark.parametrize(("headline", "sources"), TOLD)
def test_who_speaks_above_a_headline(headline: str, sources: list[str]) -> None:
    told = by_rules.read(headline + BODY, published="2023-09-12").statements
    assert told and [a.name for a in told[0].attribution] == sources


@pytest.mark.parametrize("row", NOUNS, ids=[row["noun"] for row in NOUNS])
def test_noun_vouches_for_the_headline_of_its_example(row: dict[str, str]) -> None:
    told = by_rules.read(row["example"] + BODY, published="2023-09-12").statements
    assert [a.name for a in told[0].attribution] == [row["example"].partition(":")[0]]
