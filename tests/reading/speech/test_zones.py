"""Which words stand in quotation marks, where the same mark opens and closes."""

import pytest
from spacy.language import Language

from lagebild.language.tokens import words_of
from lagebild.reading.speech.zones import Text, find_zones


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Er sagte: "Wir gehen." Dann ging er.', ['"Wir gehen."']),
        ('Sie fragte: "Wer kommt?". Niemand kam. "Ich", sagte er.', ['"Wer kommt?"', '"Ich"']),
        ('Nach dem "Korb"-Streit sagte er: "Nie wieder." Alle schwiegen.', ['"Nie wieder."']),
        ("Nach dem „Korb“-Streit sagte er: „Nie wieder.“ Alle schwiegen.", ["„Nie wieder.“"]),
        ('Der Ruf "Weg mit ihm verhallte. Später hieß es: "Er bleibt."', ['"Er bleibt."']),
        ('Er kam ("so früh") und ging.', ['"so früh"']),
        ('Ein Zoll" reicht nicht. Er sagte: "Doch."', ['"Doch."']),
        ('Er sagte: " Wir gehen . " Dann ging er.', ['" Wir gehen . "']),
        ("Er nannte es »gut« und «schlecht».", ["»gut«", "«schlecht»"]),
    ],
)
def test_marks_are_paired_by_the_blanks_around_them(nlp: Language, text: str, quoted: list[str]) -> None:
    doc = nlp(text)
    assert [doc[zone.start : zone.stop].text for zone in find_zones(Text.of(words_of(doc)))] == quoted
