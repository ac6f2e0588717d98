"""Every rule of certainty shows itself: its examples, read by the whole pipeline."""

import pytest

from lagebild.lexicon import rules, table
from lagebild.reading.certainty.rules import FILES
from tests.reading.certainty.marked import judged

RULES = [rule for file in FILES for rule in rules(f"certainty/{file}.toml")]
YES = [(rule["name"], example) for rule in RULES for example in rule["yes"]]
NO = [(rule["name"], example) for rule in RULES for example in rule["no"]]


@pytest.mark.parametrize(("name", "example"), YES)
def test_rule_gives_what_its_example_says(nlp, name, example):
    event, expected = judged(nlp, example)
    found = (
        event.factuality,
        event.tense if expected.tense else None,
        event.author if expected.author else None,
    )
    assert found == (expected.factuality, expected.tense, expected.author)
    assert name in [evidence.rule for evidence in event.evidence]


@pytest.mark.parametrize(("name", "example"), NO)
def test_rule_leaves_its_near_miss_alone(nlp, name, example):
    event, _ = judged(nlp, example)
    assert name not in [evidence.rule for evidence in event.evidence]


def test_names_of_rules_are_unique():
    names = [rule["name"] for rule in RULES]
    assert sorted(set(names)) == sorted(names)


def test_no_verb_is_told_twice():
    rows = [
        (row["verb"], slot)
        for row in table(
            "certainty/verbs.tsv", ("verb", "frame", "kind", "affirmed", "negated", "holder", "when")
        )
        for slot in row["frame"].split(",")
    ]
    assert sorted(set(rows)) == sorted(rows)
