"""Every rule of the lexicon shows itself: its examples are read as of Wednesday, 13 September 2023."""

import re
from typing import Any

import pytest
import spacy
from spacy.language import Language

import lagebild.reading.times  # noqa: F401  (registers the component)
from lagebild.lexicon import rules
from lagebild.reading.times import lexis
from lagebild.reading.times.phrase import compile_phrase

RULES = rules("times/rules.toml")
READ_AS_OF = "2023-09-13"


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_times")
    return nlp


def found(nlp: Language, text: str, published: str | None = READ_AS_OF) -> list[tuple[str, str]]:
    doc = nlp.make_doc(text)
    doc._.published = published
    return [(doc.text[t.begin : t.end], t.value) for t in nlp(doc)._.times]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["name"])
def test_what_a_rule_must_find(nlp: Language, rule: dict[str, Any]) -> None:
    assert rule["yes"] or rule["no"]
    for value, sentences in rule["yes"].items():
        for sentence in sentences:
            match = re.search("<(.+?)>", sentence)
            assert match is not None, sentence
            assert (match[1], value) in found(nlp, sentence.replace("<", "").replace(">", "")), sentence


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule["no"]], ids=lambda rule: rule["name"])
def test_what_must_be_left_alone(nlp: Language, rule: dict[str, Any]) -> None:
    for sentence in rule["no"]:
        assert found(nlp, sentence) == [], sentence


def test_every_phrase_can_be_read() -> None:
    """The reader compiles a phrase when it first meets it; here all of them."""
    for rule in RULES:
        for phrase in rule["phrases"]:
            compile_phrase(phrase, lexis.slots())
