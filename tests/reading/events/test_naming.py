"""What unnamed people are called; all sentences are our own."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Die Südtiroler Vertreter forderten Hilfe von Kenia.", "Südtiroler Vertreter"),
        ("In Rom forderten unbekannte Demonstranten Hilfe von Kenia.", "unbekannte Demonstranten"),
    ],
)
def test_people_are_called_with_what_tells_them_apart(
    until_events: Language, sentence: str, name: str
) -> None:
    assert name in [actor.name for actor in until_events(sentence)._.actors]
