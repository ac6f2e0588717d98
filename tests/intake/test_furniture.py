"""Furniture: the rules by their examples, lists and appeals in their places, and articles left whole."""

import gzip
import json

import pytest

from lagebild.intake import article_from
from lagebild.intake.furniture import judge, passage_rules
from lagebild.intake.paragraphs import Paragraph
from lagebild.lexicon import rules
from tests.intake.pages import TEXT, blocks

RULES = {rule.name: rule for rule in passage_rules()}
EXAMPLES = [
    (rule["name"], text, key == "yes")
    for rule in rules("furniture/passages.toml")
    for key in ("yes", "no")
    for text in rule[key]
]


@pytest.mark.parametrize(("name", "text", "holds"), EXAMPLES)
def test_examples_of_the_rules(name, text, holds):
    assert RULES[name].holds(Paragraph(text, 0)) is holds


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.points >= 2])
def test_a_rule_of_two_points_decides_alone(name):
    for text in next(rule["yes"] for rule in rules("furniture/passages.toml") if rule["name"] == name):
        assert judge(Paragraph(text, 0)).kind is not None


TAIL = (
    "Wer das Beispielblatt liest\n"
    "Unsere Leserinnen und Leser machen es möglich: Mit nur 7 Euro im Monat sichern Sie unabhängige Berichte. "
    "Jetzt unterstützen\n"
    "meistgelesen\n"
    "Gipfel der Eitelkeiten\n"
    "Ein Minister räumt auf\n"
    "„So geht es nicht weiter“\n"
)


def test_appeal_with_its_heading_and_list_at_the_end():
    kinds = [kind for kind, _ in blocks(article_from(TEXT + TAIL))]
    assert kinds == ["kicker", "headline", "lede", "body", "subheading", "body"] + ["furniture"] * 6


def test_teasers_in_the_middle_end_where_text_goes_on():
    lines = TEXT.splitlines()
    text = "\n".join(
        [*lines[:3], "Mehr zum Thema", "Der Preis des Gases", "Wer in Genf verhandelt", *lines[3:]]
    )
    kinds = [kind for kind, _ in blocks(article_from(text))]
    assert kinds == ["kicker", "headline", "lede", "body", *["furniture"] * 3, "subheading", "body"]


def test_results_at_the_end_are_article():
    text = (
        TEXT
        + "Die Ergebnisse im Überblick\nNorland – Südland 2:1\nWestland – Ostland 0:0\nInselreich – Bergland 3:3\n"
    )
    assert all(kind != "furniture" for kind, _ in blocks(article_from(text)))


def test_an_interview_is_left_whole():
    text = (
        "Wie sehen Sie die Lage in Norland?\n"
        "Karl Muster: Die Regierung hat sich verrechnet. Das wird sie im Winter merken, glauben Sie mir.\n"
        "Lesen Sie noch die Berichte der Inspektoren?\n"
        "Karl Muster: Ja, jeden Morgen. Ihre Fragen danach hätte ich gern beantwortet.\n"
    )
    assert all(kind != "furniture" for kind, _ in blocks(article_from(text)))


def test_bylines_datelines_and_credits():
    text = TEXT.replace(
        "\nDie Außenminister", "\nVon Anna Beispiel, Genf\nStand: 13.09.2023, 07:00 Uhr\nDie Außenminister"
    )
    kinds = dict((words, kind) for kind, words in blocks(article_from(text + "Foto: Bernd Muster")))
    assert kinds["Von Anna Beispiel, Genf"] == "byline"
    assert kinds["Stand: 13.09.2023, 07:00 Uhr"] == "dateline"
    assert kinds["Foto: Bernd Muster"] == "caption"


def test_seed_article(shared):
    text = (shared / "data/articles/seed.txt").read_text("utf8")
    found = blocks(article_from(text))
    assert [kind for kind, _ in found[:3]] == ["kicker", "headline", "lede"]
    begin = next(i for i, (_, words) in enumerate(found) if words == "taz lesen kann jede:r")
    assert {kind for kind, _ in found[begin:]} == {"furniture"}
    assert [words for kind, words in found if kind == "subheading"] == [
        "Peking diktierte russische Nordkorea-Politik"
    ]
    assert {kind for kind, _ in found[3:begin]} == {"body", "subheading"}


def test_news_texts_are_left_whole(shared):
    """Of 150 clean news texts hardly a paragraph is taken for furniture."""
    marked = total = 0
    with gzip.open(shared / "data/quotes/dev.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            kinds = [kind for kind, _ in blocks(article_from(json.loads(line)["originalText"]))]
            marked += sum(kind == "furniture" for kind in kinds)
            total += len(kinds)
    assert marked < 0.02 * total


def test_what_a_rule_needs_is_in_its_examples():
    for rule in rules("furniture/passages.toml"):
        for text in rule["yes"]:
            assert not rule.get("needs") or any(needed in text.lower() for needed in rule["needs"])
