"""What unnamed people are called; all sentences are our own."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Die Südtiroler Vertreter forderten Hilfe von Kenia.", "Südtiroler Vertreter"),
        ("In Rom forderten unbekannte Demonstranten Hilfe von Kenia.", "unbekannte Demonstranten"),
        ("Kenia hat den russischen Spionen die Tür gewiesen.", "russische Spione"),
        ("Identifizierte Spione müssten ausgewiesen werden, forderte Kenia.", "identifizierte Spione"),
        ("Kenia hat den russischen Agenten verhaftet.", "russischer Agent"),
        ("Die Türkei lieferte den kurdischen Kämpfern Waffen.", "kurdische Kämpfer"),
    ],
)
def test_people_are_called_with_what_tells_them_apart(
    until_events: Language, sentence: str, name: str
) -> None:
    assert name in [actor.name for actor in until_events(sentence)._.actors]
