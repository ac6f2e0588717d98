"""Quotations whose marks stand where papers put them: with the full stop inside, over commas, behind a headline."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import lagebild.reading.speech  # noqa: F401  (registers the step)
from lagebild.intake import article_from
from lagebild.language import make_doc

Read = Callable[[str], Doc]


def _direct(doc: Doc) -> list[tuple[str, str]]:
    return [
        (doc[slice(*found.speaker[0])].text, doc[slice(*found.quote[0])].text)
        for found in doc._.speech
        if found.type == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Berger schrieb, sie wolle „sich und ihrer Familie diese Debatte ersparen.“ Am Abend schwieg sie.",
            [("Berger", "„sich und ihrer Familie diese Debatte ersparen.“")],
        ),
        (
            "Der Minister sagte, das sei „ein großer Schritt für das ganze Land gewesen.“ Danach ging er.",
            [("Der Minister", "„ein großer Schritt für das ganze Land gewesen.“")],
        ),
        (
            "„Das war ein Fehler“, sagte Berger, und „wir müssen es besser machen.“",
            [("Berger", "„Das war ein Fehler“"), ("Berger", "„wir müssen es besser machen.“")],
        ),
        (
            "Die Abgeordnete erklärte, Berger sei „das Gesicht der Bahn, und das gefällt nicht jedem“ und ging.",
            [("Die Abgeordnete", "„das Gesicht der Bahn, und das gefällt nicht jedem“")],
        ),
        (
            "Der Rat tagt. „Wir haben „keine Zeit“ mehr. Das wisst ihr“, sagte Berger.",
            [("Berger", "„Wir haben „keine Zeit“ mehr. Das wisst ihr“")],
        ),
        ("Der Streit dauert an. Dazu Berger: „Wir müssen handeln.“", [("Berger", "„Wir müssen handeln.“")]),
        (
            "Der Streit dauert an. „Wir müssen“, betonte sie, „schnell handeln“.",
            [("sie", "„Wir müssen“"), ("sie", "„schnell handeln“")],
        ),
        (
            "Er ging. „Guten Tag, ich schon wieder da“, mit diesen Worten meldete er sich zurück.",
            [("er", "„Guten Tag, ich schon wieder da“")],
        ),
        (
            "Der Rat tagt. „Wir müssen handeln“ – das sagte Berger am Dienstag in Bonn.",
            [("Berger", "„Wir müssen handeln“")],
        ),
    ],
)
def test_a_quotation_goes_to_its_closing_mark(read: Read, text: str, said: list[tuple[str, str]]) -> None:
    assert _direct(read(text)) == said


def test_a_quotation_behind_a_headline_is_a_sentence_of_its_own(nlp: Language) -> None:
    article = article_from(
        "Streit um die Brücke\n\n„Das war ein Fehler. Es wird teuer“, sagte Berger am Montag."
    )
    doc = make_doc(nlp, article.reading_text())
    doc._.article = article
    doc = nlp(doc)
    assert _direct(doc) == [("Berger", "„Das war ein Fehler. Es wird teuer“")]
    assert len(doc._.speech) == 1


def test_what_somebody_will_do_in_marks_is_in_his_words(read: Read) -> None:
    assert _direct(read("Der Minister will „in Ruhe alles sorgfältig prüfen“.")) == [
        ("Der Minister", "„in Ruhe alles sorgfältig prüfen“")
    ]
    assert not _direct(read("Die Stiftung will „Wald und Wiese“ schützen."))


def test_a_quotation_alone_is_said_by_whom_the_sentence_before_is_about(read: Read) -> None:
    assert _direct(read("Karl Berger ist besorgt. „Wir müssen handeln. Die Zeit läuft ab.“")) == [
        ("Karl Berger", "„Wir müssen handeln. Die Zeit läuft ab.“")
    ]
    assert not _direct(read("Der Streit dauert an. „Wir müssen handeln. Die Zeit läuft ab.“"))
