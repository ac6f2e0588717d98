"""What coded articles add to the rules: the weights, the decision, the evidence."""

from __future__ import annotations

import numpy as np
import pytest
from tests.reading import by_rules

import lagebild
from lagebild.language.tokens import words_of
from lagebild.reading.events import component
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.sides import Places
from lagebild.reading.events.weighing import RULES_ALONE, questions, told
from lagebild.reading.events.weighing.parts import TOLD
from lagebild.reading.events.weighing.weights import Question
from lagebild.reading.reader import STEPS
from lagebild.record import Record

TEXT = """Italien klagt Schweizer an

Die Staatsanwaltschaft in Mailand hat drei Schweizer wegen Spionage angeklagt. Italien beschuldigt die Männer, Baupläne \
einer Raketenfabrik gestohlen zu haben. Bern protestierte gegen die Verhaftung. Die drei wurden in einem Hotel \
festgenommen. Der Prozess beginnt im Mai. Die Schweizer Regierung verlangt ihre Freilassung."""


def test_a_question_without_hidden_units_adds_up_the_weights_of_what_holds() -> None:
    question = Question.straight(-1.0, {"a": 2.0, "b": -3.0})
    assert question.probability([]) == pytest.approx(0.2689, abs=1e-4)
    assert question.probability(["a", "never seen"]) == pytest.approx(0.7311, abs=1e-4)
    assert question.probability(["a", "b"]) == pytest.approx(0.1192, abs=1e-4)
    assert question.probabilities([]) == []


def test_hidden_units_see_what_holds_together() -> None:
    """Either of two features speaks for yes, both together against it: no sum of weights can say that."""
    table = np.array([[-1000, 0, -1000], [0, 1000, 1000], [0, 1000, 1000]])
    question = Question({"a": 1, "b": 2}, table, np.array([2000, -4000]))
    assert [chance > 0.5 for chance in question.probabilities([[], ["a"], ["b"], ["a", "b"]])] == [
        False,
        True,
        True,
        False,
    ]


def test_the_weights_that_ship_answer_each_question_by_many_features() -> None:
    found = questions()
    assert set(found) == {"event", "side", "acts"}
    for question in found.values():
        assert len(question.rows) > 500
        assert question.table.shape == (len(question.rows) + 1, len(question.out) + 1)
        assert len(question.out) > 1
    # What the rules hold for an event is one more often than what they do not.
    event = found["event"]
    assert event.probability(["taken_for=held"]) > event.probability(["taken_for=unheld"])


def drafts_of(text: str) -> list[Draft]:
    """What the rules make of a text before anything is weighed."""
    words = words_of(by_rules.analysed(text, "2020-03-04", STEPS[: STEPS.index("events")]))
    return [each.draft for each in component.standings(words, Places(words))]


def test_a_statement_is_told_where_event_and_sides_are_likely_together() -> None:
    drafts = drafts_of(TEXT)[:3]
    for draft, chance in zip(drafts, (0.9, TOLD, TOLD - 0.01), strict=True):
        draft.chance = chance
    assert told(drafts) == drafts[:2]


@pytest.mark.parametrize(
    ("name", "kept"), [("held", True), ("rooted", True), ("unheld", False), ("private", False)]
)
def test_without_weights_the_rules_decide(name: str, kept: bool) -> None:
    chance = RULES_ALONE["event"].probability([f"taken_for={name}", "predicate=predicate:angreifen"])
    assert (chance > 0.99) is kept and (chance < 0.01) is not kept
    assert RULES_ALONE["side"].probability(["rank=-,0"]) == 0.5, "neither given nor taken"


def arrests(record: Record) -> list[tuple[list[str | None], list[str | None], set[str]]]:
    """Who arrests whom in the record, and what weighed for it."""
    country = {actor.id: actor.country for actor in record.actors}
    return [
        (
            [country[i] for i in s.source],
            [country[i] for i in s.target],
            {e.rule for e in s.evidence if e.rule.startswith("weighed")},
        )
        for s in record.statements
        if s.type == "COERCE" and record.text[slice(*s.trigger[0])] == "Verhaftung"
    ]


def test_sides_that_no_rule_sees_are_filled_in_with_their_evidence() -> None:
    assert arrests(by_rules.read(TEXT, "2020-03-04")) == [([], [], set())]
    [(source, target, rules)] = arrests(lagebild.read(TEXT, published="2020-03-04"))
    assert source == ["ITA"]
    assert rules == {f"weighed:+{country}" for country in (*source, *target)}


def test_the_same_article_weighs_the_same_twice() -> None:
    assert lagebild.read(TEXT, published="2020-03-04") == lagebild.read(TEXT, published="2020-03-04")


@pytest.mark.parametrize(
    ("text", "trigger", "outside"),
    [
        ("Den Angriff auf Kiew verurteilte Paris.", "Angriff", "Frankreich"),
        ("Die Angriffe auf Israel verurteilte die Bundesregierung.", "verurteilte", "Israel"),
        ("In Afghanistan ist eine Deutsche entführt worden.", "entführt", "Afghanistan"),
        ("Das Gericht stoppte die Abschiebung des Mannes nach Tunesien.", "Abschiebung", "Tunesien"),
        ("Nicht Russland, sondern die Ukraine hat Kasachstan angegriffen.", "angegriffen", "Russland"),
        ("Neben den USA verurteilte auch Frankreich den Angriff.", "verurteilte", "USA"),
        ("Kolumbiens Präsident Petro warf Netanjahu Völkermord vor.", "Völkermord", "Kolumbien"),
        ("Afghanistan ist arm. Die Linke forderte den Abzug aus Afghanistan.", "forderte", "Afghanistan"),
        ("Afghanistan ist arm. Die Linke forderte den Abzug aus Afghanistan.", "Abzug", "Afghanistan"),
        ("Im Irak wird gekämpft. Der Senat in Paris verlangte den Abzug aus dem Irak.", "Abzug", "Irak"),
    ],
)
def test_no_weight_gives_a_part_to_whom_grammar_gives_none(text: str, trigger: str, outside: str) -> None:
    record = lagebild.read(text, published="2024-06-06")
    names = {actor.id: actor.name for actor in record.actors}
    told = [s for s in record.statements if record.text[slice(*s.trigger[0])] == trigger]
    assert len(told) == 1
    assert outside not in [names[side] for side in (*told[0].source, *told[0].target)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Die Polizei setzte Tränengas gegen Demonstranten ein.", ["Polizei", "Demonstranten"]),
        ("Die Opposition boykottierte die Wahl.", ["Opposition"]),
        ("Bundeskanzler reist nach Peking", ["Olaf Scholz", "China"]),
        ("Die EU-Kommission kritisierte Mali.", ["EU-Kommission", "Mali"]),
        (
            "Die Vermittler aus Katar und Ägypten legten Israel und der Hamas einen Vorschlag vor.",
            ["Vermittler", "Vermittler", "Israel", "Hamas"],
        ),
        ("Ein UN-Bericht wirft der Regierung in Kairo Folter vor.", ["Vereinte Nationen", "Ägypten"]),
        ("Der EU-Bericht lobt die Reformen in Albanien.", ["EU", "Albanien"]),
    ],
)
def test_no_weight_takes_the_subject_of_a_plain_sentence(text: str, sides: list[str]) -> None:
    record = lagebild.read(text, published="2024-06-06")
    names = {actor.id: actor.name for actor in record.actors}
    statement = record.statements[0]
    assert [names[side] for side in (*statement.source, *statement.target)] == sides
