"""Denials, confirmations and mentions: on events made by hand so that only the linking is tested, and on short texts."""

import pytest
import spacy
from spacy.tokens import Doc

import lagebild.reading.links  # noqa: F401  (registers the component)
from lagebild.intake import article_from
from lagebild.reading import Reader
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


def kinds(text):
    """The links of a text, as the words of both triggers."""
    record = Reader("de").read(article_from(text, published="2024-06-06"))
    word = {s.id: record.text[slice(*s.trigger[0])] for s in record.statements}
    return {(link.kind, word[link.from_], word[link.to]) for link in record.links}


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Israel griff am Montag Ziele in Syrien an. Bei dem Angriff wurden drei Soldaten getötet.",
            ("same_event", "Angriff", "griff"),
        ),
        (
            "Die Türkei hat nach Angaben der Kurden Dörfer in Nordsyrien bombardiert. Ankara räumte die Bombardierung ein.",
            ("confirms", "Bombardierung", "bombardiert"),
        ),
        ("Russland beschoss Odessa. Russland beschoss Odessa.", ("same_event", "beschoss", "beschoss")),
    ],
)
def test_what_the_words_point_back_to(text, link):
    assert link in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russland beschoss Odessa. Kurz darauf beschoss Russland Charkiw.",
        "In Paris demonstrierten Studenten gegen Macron. Auch in Lyon demonstrierten Studenten gegen Macron.",
        "Nordkorea testete eine Rakete. Nordkorea testete erneut eine Rakete.",
        "Israel griff am Montag Ziele in Syrien an. Bei einem weiteren Angriff wurden drei Soldaten getötet.",
        "Russland griff Kiew an. Der Krieg dauert seit Jahren.",
    ],
)
def test_another_place_or_one_more_time_is_another_event(text):
    assert not {link for link in kinds(text) if link[0] == "same_event"}


def test_a_headline_need_not_say_that_it_happened_before():
    text = "Nordkorea testet Rakete\n\nNordkorea hat erneut eine Rakete getestet."
    assert ("same_event", "getestet", "testet") in kinds(text)


def test_an_empty_article():
    assert Links()(Doc(spacy.blank("de").vocab, words=[]))._.links == []
