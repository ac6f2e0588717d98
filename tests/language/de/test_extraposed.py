"""What stands behind the clause and tells some of those counted in it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from lagebild.language.tokens import words_of


@pytest.mark.parametrize(
    ("sentence", "name", "counted"),
    [
        ("Etliche Staaten lehnten das Abkommen ab, darunter Polen und Ungarn.", "Polen", "Staaten"),
        ("Mehrere Staaten zogen ihre Botschafter ab, unter ihnen Polen.", "Polen", "Staaten"),
        ("Viele Politiker haben den Angriff verurteilt, allen voran Angela Merkel.", "Angela", "Politiker"),
        ("Die USA haben gegen zwölf Länder Zölle verhängt, unter anderem China.", "China", "Länder"),
        ("Zwölf Staaten stimmten dagegen, so auch Kuba.", "Kuba", "Staaten"),
        ("Die Polizei nahm 20 Menschen fest, darunter drei Russen.", "Russen", "Menschen"),
    ],
)
def test_it_hangs_on_what_is_counted(nlp: Language, sentence: str, name: str, counted: str) -> None:
    words = words_of(nlp(sentence))
    token = next(t for t in words.tokens if t.text == name)
    assert (token.head.text, token.dep_) == (counted, "appos")


@pytest.mark.parametrize(
    ("sentence", "name", "counted"),
    [
        ("Zwölf Staaten lehnten das ab, darunter auch in Polen verhaftete Offiziere.", "Polen", "Staaten"),
        ("Zwölf Staaten stimmten dem Vertrag mit Polen zu.", "Polen", "Staaten"),
        ("Der Minister lehnte das Abkommen ab, unter anderem Polen wegen.", "Polen", "Minister"),
    ],
)
def test_nothing_else_does(nlp: Language, sentence: str, name: str, counted: str) -> None:
    words = words_of(nlp(sentence))
    token = next(t for t in words.tokens if t.text == name)
    assert token.head.text != counted
