"""The predicate files: every line can be read and speaks only of slots, classes, modes and contexts that exist."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from lagebild.lexicon import table
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.predicates import Frame, frame, predicates
from lagebild.reading.events.words import PEOPLE, POLITICAL, noun_predicates, part_in_class, word_in_class
from lagebild.record import Context

MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove allege investigate convict",
    "REJECT": "deny assist change yield meet",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold",
    "ASSAULT": "beat torture execute sexual assassinate primitive firearms explosives suicide-attack "
    "heavy-weapons crowd-control abduct",
}
CONTEXTS = set(get_args(Context))
SLOTS = set(
    [
        "subj",
        "acc",
        "dat",
        "gen",
        "adj",
        "part",
        "object_part",
        "durch",
        "an",
        "auf",
        "aus",
        "owner",
        "bei",
        "für",
        "gegen",
        "gegenüber",
        "group",
        "hinter",
        "in",
        "mit",
        "nach",
        "über",
        "um",
        "von",
        "vor",
        "wegen",
        "als",
        "zu",
        "zwischen",
    ]
)
WORD_TESTS = {
    "plural",
    "clause",
    "content",
    "definite",
    "allowed",
    "asked",
    "denied",
    "inf",
    "neg",
    "will",
    "adv",
    "adj",
    "copula",
    "stative",
    "unless",
    "inserted",
    "reflexive",
    "source",
    "verbal",
    "called",
    "near",
    "as",
}
CLASSES = {row["class"] for row in table("events/classes.tsv", ("class", "noun"))}
SEEN_IN_TEXT = {"citizen", "any", "individual", "actor", "state", "place", "yes"}


def test_there_are_many_predicates_of_every_type() -> None:
    counts = Counter(p.type for p in predicates())
    assert sum(counts.values()) >= 1500
    assert len(counts) == 16
    assert min(counts.values()) >= 40


def test_no_line_stands_twice() -> None:
    lines = [(p.text, p.pos, p.type, p.frame, p.tests, p.sides) for p in predicates()]
    assert [line for line, n in Counter(lines).items() if n > 1] == []


def test_no_noun_with_a_line_is_decided_to_be_none() -> None:
    assert sorted(lexicon.nouns().keys() & lexicon.nonevents("n")) == []


@pytest.mark.parametrize("kind", sorted(MODES))
def test_modes_belong_to_their_type(kind: str) -> None:
    used = {p.mode for p in predicates() if p.type == kind and p.mode}
    assert used <= set(MODES[kind].split())


def test_types_without_modes_have_none() -> None:
    assert [p.text for p in predicates() if p.mode and p.type not in MODES] == []


def test_contexts_are_those_of_the_codebook() -> None:
    assert {c for p in predicates() for c in p.contexts} <= CONTEXTS
    assert set(lexicon.context_words().values()) <= CONTEXTS


def test_frames_speak_of_known_slots() -> None:
    used = {slot.partition(".")[0] for p in predicates() for slot in (*p.frame.source, *p.frame.target)}
    assert used <= SLOTS


def test_conditions_speak_of_known_slots_and_classes() -> None:
    unknown = [
        (p.text, test.slot, name)
        for p in predicates()
        for test in p.tests
        for name in test.classes or ("any",)
        if test.slot not in SLOTS | WORD_TESTS
        or (test.slot not in ("adj", "adv", "content") and name not in CLASSES | SEEN_IN_TEXT)
    ]
    assert unknown == []


def test_every_predicate_has_an_example_of_two_words_or_more() -> None:
    assert [p.text for p in predicates() if len(p.example.split()) < 2] == []


def test_a_frame_is_read_into_slots() -> None:
    assert frame("subj>dat,an") == Frame(("subj",), ("dat", "an"), False)
    assert frame("gen,zwischen<>mit") == Frame(("gen", "zwischen"), ("mit",), True)
    assert frame("durch>-") == Frame(("durch",), (), False)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Raketentests", "MOBILIZE"), ("Drohnenangriffe", "ASSAULT"), ("US-Truppenabzug", "RETREAT"), ("Gasstreit", None),
     ("Botschaft", None), ("Wahlkampf", None), ("Blutdruck", None), ("Friedensverhandlungen", "CONSULT")],
)  # fmt: skip
def test_compounds_go_by_their_last_part(word: str, kind: str | None) -> None:
    entries, _ = noun_predicates(word, word)
    assert ({p.type for p in entries} == {kind}) if kind else entries == ()


def test_classes_of_people_take_women_and_adjectives_but_no_verbs_of_the_same_stem() -> None:
    for word in ("Ministerin", "Ministerinnen", "Gesandte", "Gesandten", "Festgenommenen"):
        assert any(word_in_class(word, name) for name in ("leader", "prisoner")), word
    for word in ("Unternehmen", "Kriegsverbrechen", "Bauarbeiten", "Spenden", "Termin"):
        assert not any(word_in_class(word, name) for name in (*PEOPLE, *POLITICAL)), word


def test_classes_take_compounds_and_first_parts() -> None:
    assert word_in_class("Kampfpanzer", "arms")
    assert word_in_class("Sturmgewehre", "arms")
    assert not word_in_class("Gewehrlauf", "arms")
    assert part_in_class("Waffen", "arms")
    assert not part_in_class("Gas", "arms")
