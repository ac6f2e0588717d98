"""Headlines without a verb: what their last words say of the first noun."""

import pytest

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
