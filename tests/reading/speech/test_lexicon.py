"""The lexicon files of saying: every line readable, every rule true to its examples."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from lagebild.lexicon import rules, table
from lagebild.reading.speech.lexicon import COMMITMENTS, NO_SPEECH, PREPOSITIONS, noun_of, phrases, verbs

CODES = {"clause", "decided", "main", "inf", "direct", "noun", "als"} | PREPOSITIONS
SOURCES = rules("speech/sources.toml")
PHRASES = rules("speech/examples.toml")


def test_every_verb_says_what_it_commits_to_and_what_it_may_hold() -> None:
    for entries in (*verbs().values(), *phrases().values()):
        for entry in entries:
            assert entry.commitment in COMMITMENTS, entry.name
            assert entry.content == NO_SPEECH or entry.content <= CODES, entry.name


def test_no_verb_stands_twice() -> None:
    rows = [
        (r["lemma"], r["refl"]) for r in table("speech/verbs.tsv", ["lemma", "c", "o", "refl"], optional=1)
    ]
    assert sorted(rows) == sorted(set(rows))


def test_nouns_are_known_by_case_and_as_parts_of_compounds() -> None:
    for word, lemma in {
        "Angaben": "Angabe",
        "Polizeiangaben": "Angabe",
        "Medienberichten": "Bericht",
        "Vorwürfe": "Vorwurf",
        "Schätzungen": "Schätzung",
        "Erkenntnissen": "Erkenntnis",
    }.items():
        noun = noun_of(word)
        assert noun is not None and noun.lemma == lemma, word
    for word in ("Gericht", "Finanzaufsicht", "Haus", "Nachtzug", "Dienstschluss", "Herausforderungen"):
        assert noun_of(word) is None, word


def cases(found: tuple[dict, ...], key: str) -> list:
    return [
        pytest.param(r["name"], text, id=f"{r['name']}-{n}") for r in found for n, text in enumerate(r[key])
    ]


@pytest.mark.parametrize(("name", "text"), cases(SOURCES, "yes"))
def test_source_rule_finds_its_examples(read: Callable[[str], Doc], name: str, text: str) -> None:
    assert f"source:{name}" in {s.rule for s in read(text)._.speech}


@pytest.mark.parametrize(("name", "text"), cases(SOURCES, "no"))
def test_source_rule_leaves_its_near_misses(read: Callable[[str], Doc], name: str, text: str) -> None:
    assert f"source:{name}" not in {s.rule for s in read(text)._.speech}


@pytest.mark.parametrize(("name", "text"), cases(PHRASES, "yes"))
def test_rule_finds_its_examples(read: Callable[[str], Doc], name: str, text: str) -> None:
    assert any(s.rule.startswith(name) for s in read(text)._.speech), [s.rule for s in read(text)._.speech]


@pytest.mark.parametrize(("name", "text"), cases(PHRASES, "no"))
def test_rule_leaves_its_near_misses(read: Callable[[str], Doc], name: str, text: str) -> None:
    assert not any(s.rule.startswith(name) for s in read(text)._.speech), [
        s.rule for s in read(text)._.speech
    ]
