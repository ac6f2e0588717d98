"""Denials, confirmations and mentions, on events made by hand so that only the linking is tested."""

import pytest
import spacy
from spacy.tokens import Doc

import lagebild.reading.links  # noqa: F401  (registers the component)
from lagebild.reading.analysis import ActorFound, AttributionFound, EventFound
from lagebild.reading.links import Links

RUSSIA = ActorFound("Russland", "state", "RUS")
KOREA = ActorFound("Nordkorea", "state", "PRK")
WEST = ActorFound("Westen", "group")
WORDS = [
    "Dienste", "melden", "Lieferungen", ".",
    "Beide", "bestreiten", "solche", "Lieferungen", ".",
    "Dritter", "Satz", ".",
]  # fmt: skip


@pytest.fixture
def doc():
    nlp = spacy.blank("de")
    made = Doc(
        nlp.vocab,
        words=WORDS,
    )
    for i in (0, 4, 9):
        made[i].is_sent_start = True
    made._.speech = []
    return made


def event(at, type_, source, target=(), **more):
    return EventFound([(at, at + 1)], [(at, at + 1)], type_, source=list(source), target=list(target), **more)


def linked(doc, *events):
    doc._.events = list(events)
    return [(found.kind, found.source, found.target) for found in Links()(doc)._.links]


def test_a_rebuttal_denies_the_claim_before_it(doc):
    claim = event(
        2, "AID", [KOREA], [RUSSIA], attribution=[AttributionFound("Dienste")], author="Uu", nominal=True
    )
    denial = event(5, "REJECT", [KOREA, RUSSIA], [WEST], mode="deny")
    assert linked(doc, claim, denial) == [("denies", denial, claim)]


def test_a_rebuttal_denies_what_hangs_on_it_first(doc):
    claim = event(
        2, "AID", [KOREA], [RUSSIA], attribution=[AttributionFound("Dienste")], author="Uu", nominal=True
    )
    denial = event(5, "REJECT", [KOREA, RUSSIA], mode="deny")
    content = event(7, "ASSAULT", [KOREA], content_of=denial, factuality="CT-", nominal=True)
    assert ("denies", denial, content) in linked(doc, claim, denial, content)
    assert ("denies", denial, claim) not in linked(doc, claim, denial, content)


def test_own_words_are_not_denied(doc):
    fact = event(2, "AID", [KOREA], [RUSSIA], nominal=True)
    denial = event(5, "REJECT", [KOREA, RUSSIA], mode="deny")
    assert linked(doc, fact, denial) == []


def test_a_refusal_denies_nothing(doc):
    claim = event(
        2, "AID", [KOREA], [RUSSIA], attribution=[AttributionFound("Dienste")], author="Uu", nominal=True
    )
    assert linked(doc, claim, event(5, "REJECT", [KOREA], mode="assist")) == []


def test_the_accusation_is_denied_where_nothing_else_is_told(doc):
    charge = event(1, "ACCUSE", [WEST], [RUSSIA])
    denial = event(5, "REJECT", [RUSSIA], mode="deny")
    assert linked(doc, charge, denial) == [("denies", denial, charge)]


def test_mentions_of_one_event(doc):
    first = event(2, "AID", [KOREA], [RUSSIA], edtf="2023-07", nominal=True)
    again = event(7, "AID", [KOREA], [RUSSIA], edtf="2023-07-12", nominal=True)
    assert linked(doc, first, again) == [("same_event", again, first)]


@pytest.mark.parametrize(
    "change",
    [{"edtf": "2019"}, {"type_": "ASSAULT"}, {"source": [RUSSIA], "target": [KOREA]}, {"factuality": "CT-"}],
)
def test_other_time_type_sides_or_denial_make_another_event(doc, change):
    first = event(2, "AID", [KOREA], [RUSSIA], edtf="2023-07", nominal=True)
    again = {
        "type_": "AID",
        "source": [KOREA],
        "target": [RUSSIA],
        "edtf": "2023-07",
        "nominal": True,
        **change,
    }
    assert linked(doc, first, event(7, **again)) == []


def test_a_confirmation(doc):
    claimed = event(
        2, "AID", [KOREA], [RUSSIA], attribution=[AttributionFound("Dienste")], author="Uu", nominal=True
    )
    admitted = event(7, "AID", [KOREA], [RUSSIA], attribution=[AttributionFound("Moskau")], nominal=True)
    for made in (claimed, admitted):
        made.edtf = "2023-07"
    assert ("confirms", admitted, claimed) in linked(doc, claimed, admitted)


def test_an_empty_article():
    assert Links()(Doc(spacy.blank("de").vocab, words=[]))._.links == []
