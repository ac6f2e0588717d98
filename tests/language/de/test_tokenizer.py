"""Words of German news; the text is kept to the character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

CASES = [
    ("Er kam am 70. Jahrestag.", ["Er", "kam", "am", "70.", "Jahrestag", "."]),
    ("Das war im Jahr 2000.", ["Das", "war", "im", "Jahr", "2000", "."]),
    ("Sie wohnt z. B. hier.", ["Sie", "wohnt", "z.", "B.", "hier", "."]),
    ("Dr. Weiß (1950–53) las Art. 5.", ["Dr.", "Weiß", "(", "1950–53", ")", "las", "Art.", "5", "."]),
    ("Liebe Leser:innen, jede:r zählt.", ["Liebe", "Leser:innen", ",", "jede:r", "zählt", "."]),
    ("„Ja“, sagte sie.", ["„", "Ja", "“", ",", "sagte", "sie", "."]),
    ("1.500 km und 0,006 Prozent", ["1.500", "km", "und", "0,006", "Prozent"]),
    ("US-Präsident und CDU/CSU", ["US-Präsident", "und", "CDU/CSU"]),
    ("auf taz.de, sagt er", ["auf", "taz.de", ",", "sagt", "er"]),
    ("laut ndr.de. Er", ["laut", "ndr.de", ".", "Er"]),
    ("100% mit 5,- Euro", ["100", "%", "mit", "5,-", "Euro"]),
    ("Wie geht's?", ["Wie", "geht", "'s", "?"]),
    ("Import- und Exporte ...", ["Import-", "und", "Exporte", "..."]),
    ("Er kam.Die anderen am 5.August", ["Er", "kam", ".", "Die", "anderen", "am", "5.", "August"]),
    ('"Er kam."Laut Kiew', ['"', "Er", "kam", ".", '"', "Laut", "Kiew"]),
    ("„Nie!“Das war alles", ["„", "Nie", "!", "“", "Das", "war", "alles"]),
    ("Rom bestätigte dies. Er ist Oberst.", ["Rom", "bestätigte", "dies", ".", "Er", "ist", "Oberst", "."]),
    ("am 3. 10. 1990", ["am", "3.", "10.", "1990"]),
    ("in Prag.Die Stadt", ["in", "Prag", ".", "Die", "Stadt"]),
    ("in Rom.Die Stadt", ["in", "Rom", ".", "Die", "Stadt"]),
    ("Er kam (aus Rom).", ["Er", "kam", "(", "aus", "Rom", ")", "."]),
    ("Er rief „raus!“.", ["Er", "rief", "„", "raus", "!", "“", "."]),
    ("Es sind 20%. Hier (usw.).", ["Es", "sind", "20", "%", ".", "Hier", "(", "usw.", ")", "."]),
    ("sie könnten.Wie viele", ["sie", "könnten", ".", "Wie", "viele"]),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["Rom.Die", *"aB. ,„“\n\t-–1:'’(é)\u00a0z😀\u200b"]), max_size=60).map("".join)
)
def test_text_is_kept(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text
