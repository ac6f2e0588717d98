"""Clauses of saying that put nothing new into a mouth, and moods that give somebody's words away."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sprecher wollte nicht bestätigen, dass die Brücke gesperrt wird.",
        "Die Minister haben sich nicht darauf geeinigt, Soldaten zu schicken.",
        "Die Ärztin konnte nicht sagen, ob der Mann überlebt.",
        "Berger wollte sich nicht festlegen, ob der Rat zahlt.",
    ],
)
def test_what_somebody_does_not_say_is_nobodys(read: Read, text: str) -> None:
    assert [s.speaker for s in read(text)._.speech] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Sprecher bestätigte nicht nur, dass die Brücke gesperrt wird.",
        "Berger schloss nicht aus, dass der Rat zahlt.",
        "Der Sprecher glaubt nicht, dass der Rat zahlt.",
    ],
)
def test_a_denial_and_a_thought_are_had_all_the_same(read: Read, text: str) -> None:
    assert all(s.speaker for s in read(text)._.speech)
    assert read(text)._.speech


def test_what_somebody_says_of_his_own_thoughts_is_said_once(read: Read) -> None:
    own = read("Der Sprecher sagte, er hoffe, dass die Züge wieder fahren.")
    others = read("Der Sprecher sagte, der Verband hoffe, dass die Züge wieder fahren.")
    assert [s.rule for s in own._.speech] == ["verb:sagen"]
    assert [s.rule for s in others._.speech] == ["verb:sagen", "verb:hoffen"]


def test_what_is_announced_in_a_state_announces_nothing(read: Read) -> None:
    assert not read("Weitere Aktionen des Verbandes sind für Montag angekündigt.")._.speech


def test_what_is_to_be_told_tells_nothing(read: Read) -> None:
    speeches = read("Auch Gutes ist zu berichten: Die Brücke wurde erneuert.")._.speech
    assert not any(s.speaker for s in speeches)


def test_a_participle_beside_the_noun_tells_nothing(read: Read) -> None:
    assert not read("Das Gesetz, auch „Lex Berger“ genannt, ist seit Mai gültig.")._.speech


def test_what_a_name_sounds_like_is_nobodys_words(read: Read) -> None:
    assert not read("Der Name der Firma lautet seither „Grün und Wald“.")._.speech


@pytest.mark.parametrize(
    "text", ["Befürchten Sie Einschnitte?", "Sowohl Berger als auch Wald bewerten Häuser."]
)
def test_no_act_of_speech_without_its_words(read: Read, text: str) -> None:
    assert not read(text)._.speech


def test_a_noun_in_somebodys_words_opens_no_words_of_its_own(read: Read) -> None:
    doc = read("Der Rat erklärte, es sei die Entscheidung der Firma, wie sie die Brücke baue.")
    assert [s.rule for s in doc._.speech] == ["verb:erklären"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Verbände beklagen Streichungen, die Engpässe zur Folge hätten.",
        "Die Verbände fordern Geld für Lehrer und Schüler und beklagen Pläne, die zu Engpässen führen würden.",
    ],
)
def test_a_plural_in_the_second_konjunktiv_is_told(read: Read, text: str) -> None:
    doc = read(text)
    (told,) = [s for s in doc._.speech if s.rule == "konjunktiv-dependent"]
    assert doc[slice(*told.speaker[0])].text == "Die Verbände"


def test_a_clause_is_told_by_the_clause_of_saying_right_before(read: Read) -> None:
    doc = read(
        "Den Bericht las Anna Berger, die den Mut der Helfer rühmte, der im Alltag zum Ausdruck komme."
    )
    (told,) = [s for s in doc._.speech if s.rule == "konjunktiv-dependent"]
    assert doc[slice(*told.speaker[0])].text == "die"


def test_the_papers_own_second_konjunktiv_is_nobodys(read: Read) -> None:
    assert not read("Berger kaufte Häuser, die bald das Doppelte gekostet hätten.")._.speech


@pytest.mark.parametrize(
    "text",
    [
        "Aus juristischer Sicht ist der Vertrag gültig.",
        "Die Mannschaft erreicht einen aus ihrer Sicht guten Platz.",
        "Welche Teile des Gesetzes sind Ihrer Meinung nach falsch?",
    ],
)
def test_a_view_of_nobody_named_and_a_question_are_nobodys_words(read: Read, text: str) -> None:
    assert not read(text)._.speech


def test_danach_takes_up_a_rule_but_not_in_time(read: Read) -> None:
    found = read("Der Rat beschloss ein neues Gesetz. Danach ist die Bank für Kredite zuständig.")._.speech
    assert [speech.rule for speech in found][-1:] == ["source:demnach"]
    later = read("Der Rat beschloss ein neues Gesetz. Danach wird er im Mai wieder tagen.")._.speech
    assert all(speech.rule != "source:demnach" for speech in later)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Das Gericht entscheidet, ob der Zug fährt.", []),
        ("Der Rat beschloss, wann die Halle öffnet.", []),
        ("Das Gericht entschied, dass der Zug fährt.", ["dass der Zug fährt"]),
    ],
)
def test_who_decides_whether_says_nothing_yet(read: Read, text: str, said: list[str]) -> None:
    doc = read(text)
    assert [str(doc[a:b]) for speech in doc._.speech for a, b in speech.quote] == said
