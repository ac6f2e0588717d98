"""Headlines without a verb: what their last words say of the first noun."""

import pytest

from tests.reading import by_rules
from tests.reading.certainty.marked import judged


@pytest.mark.parametrize(
    ("example", "value", "tense"),
    [
        ("[Angriff] auf Polen möglich", "PS+", "future"),
        ("Warschau: [Abzug] der Soldaten noch im Sommer denkbar", "PS+", "future"),
        ("[Treffen] zwischen Merkel und Obama abgesagt", "CT-", "past"),
        ("[Treffen] zwischen Merkel und Obama verschoben", "PR+", "future"),
        ("[Anschlag] auf Botschaft verhindert", "CT-", "past"),
        ("[Waffenruhe] im Libanon in Sicht", "PR+", "future"),
        ("Kein [Abzug] der Soldaten in Sicht", "PR-", "future"),
        ("Polens [Einmarsch] vorerst vom Tisch", "CT-", "past"),
        ("Rebellen zu [Freilassung] der Geiseln bereit", "PS+", "future"),
        ("Vor [Treffen] mit Obama: Merkel lobt Polen", "PR+", "future"),
        # what is said of another noun, or of none
        ("Minister nach [Angriff] auf Botschaft abgesagt", "CT+", "past"),
        ("[Angriff] auf Polen blutig", "CT+", "past"),
        ("[Treffen] zwischen Merkel und Obama beendet", "CT+", "past"),
    ],
)
def test_the_last_words_decide(nlp, example, value, tense):
    event, _ = judged(nlp, example)
    assert (event.factuality, event.tense) == (value, tense)


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (
            "Ukrainische Gegenoffensive: Ziele und Risiken\n\nDie Ukraine plant eine Gegenoffensive gegen Russland. "
            "Niemand weiß, was nach der Gegenoffensive geschieht.",
            [("PR+", "future")] * 3,
        ),
        (
            "Russischer Angriff auf Kiew\n\nRussland hat am Montag Kiew angegriffen. Nach dem Angriff auf Kiew brannten "
            "Häuser.",
            [("CT+", "past")] * 3,
        ),
    ],
)
def test_the_body_settles_what_a_headline_only_names(article: str, told: list[tuple[str, str]]) -> None:
    found = by_rules.read(article, published="2023-09-12").statements
    assert [(each.factuality, each.tense) for each in found] == told
