"""Sentence borders, and blocks as borders."""

import pytest
from spacy.language import Language

from lagebild.intake.article import Article
from lagebild.language import make_doc
from lagebild.language.de.sentences import LONGEST
from lagebild.record import Block

CASES = [
    ["Das Fest fiel auf den 70. Jahrestag.", "Danach gingen alle."],
    ["Er traf Dr. Weiß in St. Gallen.", "Sie schwieg."],
    ["„Wir kommen.", "Wir bleiben“, sagte sie."],
    ["„Was ist das?“, fragte er.", "Niemand antwortete."],
    ["„Das ist wahr.“", "Sie lachte."],
    ["Es geschah im Jahr 2000.", "Viele kamen."],
    ["Das gilt nach Art. 5 des Vertrags."],
    ["Es gab Lärm, Streit usw.", "Dann war Ruhe."],
    ["Das schrieb sie auf der Plattform X.", "Bei den Unruhen starb niemand."],
    ["Angeklagt ist Markus H.", "Der Mann schweigt."],
    ["George W. Bush traf J. F. Alt in Rom."],
    ["Er kam am 3. März an; sie blieb: allein."],
]


@pytest.mark.parametrize("sentences", CASES)
def test_borders(nlp: Language, sentences: list[str]) -> None:
    doc = nlp.make_doc(" ".join(sentences))
    doc = nlp.get_pipe("lagebild_sentences")(doc)
    assert [sentence.text for sentence in doc.sents] == sentences


def test_set_sentences_are_left_alone(nlp: Language) -> None:
    doc = nlp.make_doc("Das ist gut. Das ist schlecht.")
    for token in doc:
        token.is_sent_start = token.i == 0
    assert len(list(nlp(doc).sents)) == 1


def test_block_borders_are_sentence_borders(nlp: Language) -> None:
    text = "Ein Titel ohne Punkt\nDer Text beginnt hier."
    reading = Article(text, [Block("headline", (0, 20)), Block("body", (21, 43))]).reading_text()
    doc = nlp(make_doc(nlp, reading))
    assert [sentence.text for sentence in doc.sents] == ["Ein Titel ohne Punkt", "Der Text beginnt hier."]
    assert doc._.blocks == [("headline", 0, 4), ("body", 4, 9)]


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Putsch in Mali – Nachbarn drohen mit Strafen", 2),
        ("Putsch in Mali: Nachbarn drohen mit Strafen", 1),
        ("„Wir geben nicht nach“ – Rede des Präsidenten in Lima", 1),
        ("Mali – ein Land am Abgrund", 1),
    ],
)
def test_a_dash_parts_a_headline(nlp: Language, title: str, parts: int) -> None:
    body = "Die Lage – so der Minister in Lima – ist ernst."
    blocks = [Block("headline", (0, len(title))), Block("body", (len(title) + 1, len(title) + 1 + len(body)))]
    doc = nlp(make_doc(nlp, Article(f"{title}\n{body}", blocks).reading_text()))
    assert len(list(doc.sents)) == parts + 1


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        ("Manila (Reuters) - ", "Die Rebellen schwiegen am Montag."),
        ("Lima/Quito – ", "Der Präsident schwieg am Montag."),
        ("Rosch Hanikra (AP) ", "Nach dem Treffen schwieg der Minister."),
        ("Kiew (Ukraine), 12. Mai 2011 – ", "Der Präsident schwieg."),
        ("", "Anna Meier (CDU) schwieg am Montag."),
        ("", "Anna Meier – Kanzlerin seit Mai – schwieg."),
    ],
)
def test_a_dateline_stands_alone(nlp: Language, dateline: str, text: str) -> None:
    title, body = "Putsch in Mali", dateline + text
    blocks = [Block("headline", (0, len(title))), Block("body", (len(title) + 1, len(title) + 1 + len(body)))]
    doc = nlp(make_doc(nlp, Article(f"{title}\n{body}", blocks).reading_text()))
    assert [sentence.text.strip() for sentence in doc.sents][-1] == text


@pytest.mark.parametrize(
    "unit", ["und der Minister sagte dass es ernst sei ", "Kim, Xi, ", "„Nein, „", "er sagt –\n"]
)
def test_a_sentence_without_end_is_parted(nlp: Language, unit: str) -> None:
    doc = nlp.make_doc(unit * 1000)
    doc = nlp.get_pipe("lagebild_sentences")(doc)
    sentences = list(doc.sents)
    assert "".join(sentence.text_with_ws for sentence in sentences) == doc.text
    assert all(LONGEST // 2 <= len(sentence) <= LONGEST + 1 for sentence in sentences[:-1])
    assert all(sentence.text.endswith(",") for sentence in sentences[:-1]) or "," not in unit


def test_a_long_sentence_of_a_person_is_left_whole(nlp: Language) -> None:
    doc = nlp.make_doc("Es kamen " + ", ".join(["Karl Muster"] * 100) + " und andere.")
    assert len(list(nlp.get_pipe("lagebild_sentences")(doc).sents)) == 1
