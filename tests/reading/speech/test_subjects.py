"""Whose words a clause tells that leaves its subject out or has another phrase in front."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from lagebild.reading.speech import Speech

Read = Callable[[str], Doc]


def _said(doc: Doc) -> list[tuple[str, str, str]]:
    """Type, speaker and words of each speech."""
    said = []
    for speech in Speech()(doc)._.speech:
        speaker, quote = (
            [doc[start:end].text for start, end in spans] for spans in (speech.speaker, speech.quote)
        )
        said.append((speech.type, " ".join(speaker), " … ".join(quote)))
    return said


def test_the_teller_goes_on_behind_a_clause_that_is_told(read: Read) -> None:
    doc = read("Die Ministerin räumte ein, es könnten Stellen wegfallen, sprach aber von einem Erfolg.")
    assert ("reported", "Die Ministerin", "sprach aber von einem Erfolg") in _said(doc)


def test_the_teller_goes_on_behind_a_clause_in_marks(read: Read) -> None:
    doc = read(
        "Die Sprecherin erklärte, der Plan sei ein „Geschenk an die Firma, und das nennt die Stadt Rat“, "
        "und kündigte an, im Herbst zu klagen."
    )
    assert ("indirect", "Die Sprecherin", "im Herbst zu klagen") in _said(doc)


def test_several_do_not_speak_where_the_verb_is_of_one(read: Read) -> None:
    doc = read(
        "Der Präsident möchte die Lage beruhigen, nimmt die Abgeordneten in Schutz und warnt vor Härte."
    )
    assert [speaker for _, speaker, _ in _said(doc)] == ["Der Präsident"]


def test_what_is_spoken_of_in_a_passive_does_not_speak(read: Read) -> None:
    assert _said(read("In den Dörfern wird von einer großen Gefahr gesprochen.")) == []


def test_a_relative_phrase_with_its_preposition_is_no_subject(read: Read) -> None:
    doc = read("Es ging um den Brand, in dessen Folge das Gericht festgestellt hatte, die Stadt sei schuld.")
    assert _said(doc) == [("indirect", "das Gericht", "die Stadt sei schuld")]


@pytest.mark.parametrize("frame", ["sagte er nach dem Spiel", "urteilte der Verein"])
def test_words_without_a_verb_stand_alone_in_front_of_their_frame(read: Read, frame: str) -> None:
    doc = read(f"Der Trainer war zufrieden: „Ein guter Start“, {frame}.")
    assert [(kind, words) for kind, _, words in _said(doc)] == [("direct", "„Ein guter Start“")]


def test_a_verb_in_marks_tells_nothing_of_the_marks(read: Read) -> None:
    doc = read("Berger sagte, die Partei müsse „alle mitnehmen und die Leute ermuntern“.")
    assert [speaker for kind, speaker, _ in _said(doc) if kind == "direct"] == ["Berger"]


def test_reasons_that_name_nobody_are_of_who_spoke_before(read: Read) -> None:
    doc = read("Karl Berger lehnt den Plan ab. Als Begründung wurde angegeben, die Kosten seien gestiegen.")
    assert ("indirect", "Karl Berger", "die Kosten seien gestiegen") in _said(doc)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Karl Berger hatte angegeben, er habe nicht gestohlen, jedoch stets beteuert, alles zu zahlen.",
            ("indirect", "Karl Berger", "alles zu zahlen"),
        ),
        (
            "In der Fraktion sagte die Kanzlerin einigen Teilnehmern zufolge: „Das war gut.“",
            ("direct", "die Kanzlerin", "„Das war gut.“"),
        ),
        (
            "Der Streik endet am Montag, das teilte der Verband mit.",
            ("indirect", "der Verband", "Der Streik endet am Montag"),
        ),
        (
            "Die Lage ist gut – das zumindest meint Karl Berger.",
            ("indirect", "Karl Berger", "Die Lage ist gut"),
        ),
        (
            "Von der Polizei kam die Auskunft, der Mann sei geflohen.",
            ("indirect", "der Polizei", "der Mann sei geflohen"),
        ),
        ("Karl Berger steht im Verdacht, Geld zu waschen.", ("indirect", "", "Geld zu waschen")),
        (
            "Die Züge sollen ruhen, so bahn.de-Sprecher Karl Berger.",
            ("indirect", "bahn.de-Sprecher Karl Berger", "Die Züge sollen ruhen"),
        ),
        (
            "Berger empfahl dem Gericht, der im Mai eingereichten Klage stattzugeben.",
            ("indirect", "Berger", "der im Mai eingereichten Klage stattzugeben"),
        ),
        (
            "Die Bahn zögert, während der Verband den Plan unterstützt und fordert, dass das Land zahlt.",
            ("indirect", "der Verband", "dass das Land zahlt"),
        ),
        (
            "Dort lebt Karl Berger, der die Lage kennt und die Regierung auffordert, das Gesetz zu ändern.",
            ("indirect", "der", "das Gesetz zu ändern"),
        ),
        (
            "Auf den Vorwurf der Bahn, es sei ein teurer Plan, entgegnete die Firma, dass er nötig ist.",
            ("indirect", "die Firma", "dass er nötig ist"),
        ),
        (
            "Der neue Leiter der Bahn, Karl Berger hat Anna Wald gebeten, den Plan zu ändern.",
            ("indirect", "Der neue Leiter der Bahn, Karl Berger", "den Plan zu ändern"),
        ),
        (
            "Der Verein „Wald hilft“ sagte, es sei kalt.",
            ("indirect", "Der Verein „Wald hilft“", "es sei kalt"),
        ),
        (
            "Die Pläne wurden vom Bund der Bahnen kritisiert. Langfristig werde es teurer.",
            ("indirect_free_indirect", "Bund der Bahnen", "Langfristig werde es teurer."),
        ),
        (
            "Drei Züge hat die Firma gekauft. Berger soll sie bestellt haben. Es seien nicht die letzten.",
            ("indirect_free_indirect", "", "Es seien nicht die letzten."),
        ),
        (
            "Gerüchte konnte der Minister bestätigen. Der Vorgang werde untersucht.",
            ("indirect_free_indirect", "der Minister", "Der Vorgang werde untersucht."),
        ),
        (
            "Tourmanager Karl Berger sagte der Zeitung: „Es war lang.“",
            ("direct", "Tourmanager Karl Berger", "„Es war lang.“"),
        ),
        (
            "Der Rat soll von der Bahn ermutigt werden, den Plan zu ändern.",
            ("indirect", "der Bahn", "den Plan zu ändern"),
        ),
    ],
)
def test_whose_words_they_are(read: Read, text: str, said: tuple[str, str, str]) -> None:
    assert said in _said(read(text))


@pytest.mark.parametrize(
    "told",
    [
        "Denn die Firma kritisiere den Zwang, jede Arbeit anzunehmen.",
        "Neu sei, dass der Leiter anordne, die Wände zu streichen.",
    ],
)
def test_cues_that_are_told_themselves_run_on(read: Read, told: str) -> None:
    doc = read(f"Das sagte Anna Wald dem Rat. Die Lage sei ernst, sagte Anna Wald. {told}")
    assert ("indirect_free_indirect", "Anna Wald", told) in _said(doc)
