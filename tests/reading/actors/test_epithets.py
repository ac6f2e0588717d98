"""A named body or group that a common word takes up: *das Bündnis*, *die Miliz*, *der Fonds*."""

import pytest

from lagebild.language.tokens import words_of
from lagebild.reading import places  # noqa: F401  (registers the step)
from lagebild.reading.actors import actor_at
from tests.reading.actors.bare import read


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Die Nato warnte Russland. Später sprach das Bündnis mit Polen.", "Bündnis", "Nato"),
        ("Der Internationale Währungsfonds mahnte Kairo. Kairo dankte dem Fonds.", "Fonds", "Internationaler Währungsfonds"),
        ("Die Hisbollah beschoss Israel. Dann schwieg die Miliz.", "Miliz", "Hisbollah"),
        ("Human Rights Watch tadelte Peru. Die Organisation nannte Zahlen.", "Organisation", "Human Rights Watch"),
        ("Greenpeace tadelte Peru. Die Umweltschutzorganisation nannte Zahlen.", "Umweltschutzorganisation", "Greenpeace"),
        ("PETA tadelte Peru. Die Tierrechtsorganisation nannte Zahlen.", "Tierrechtsorganisation", "PETA"),
        ("UNICEF tadelte Peru. Das Kinderhilfswerk nannte Zahlen.", "Kinderhilfswerk", "UNICEF"),
        ("Die Vereinten Nationen tadelten Peru. Peru dankte der Weltorganisation.", "Weltorganisation", "Vereinte Nationen"),
        ("Die EU-Kommission mahnte Polen. Polen antwortete der Behörde.", "Behörde", "EU-Kommission"),
        ("Die Taliban besetzten Kundus. Später zogen die Islamisten ab.", "Islamisten", "Taliban"),
    ],
)  # fmt: skip
def test_what_it_is_takes_up_the_body_named_before(text: str, word: str, name: str) -> None:
    doc = read(text)
    found = actor_at(words_of(doc), next(t.i for t in doc if t.text == word))
    assert found is not None and found.name == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die Nato warnte Russland. Ein Bündnis der Bauern lobte Polen.", "Bündnis"),
        ("Die Nato warnte Russland. Die Organisation der Bauern schwieg.", "Organisation"),
        ("Die Nato warnte Russland. Die andere Organisation schwieg.", "Organisation"),
        ("Die Nato warnte Russland. Die Umweltorganisation schwieg.", "Umweltorganisation"),
        ("Russland warnte Polen. Das Bündnis schwieg.", "Bündnis"),
    ],
)
def test_other_bodies_of_the_kind_are_not_meant(text: str, word: str) -> None:
    doc = read(text)
    found = actor_at(words_of(doc), next(t.i for t in doc if t.text == word))
    assert found is None or found.name != "Nato"
