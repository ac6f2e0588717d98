"""Which words are said and who says them, where the sentence does not make it easy."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from lagebild.reading.analysis import Range

Read = Callable[[str], Doc]


def _texts(doc: Doc, ranges: list[Range]) -> list[str]:
    return [doc[start:end].text for start, end in ranges]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Weiterhin erklärte die Ministerin, in den Ländern, in denen Gebühren erhoben würden, sei die Zahl gestiegen.",
            "in den Ländern, in denen Gebühren erhoben würden, sei die Zahl gestiegen",
        ),
        (
            "Er appellierte an die Lehrer, jedoch nicht auf der Regel zu bestehen.",
            "jedoch nicht auf der Regel zu bestehen",
        ),
        (
            "Die Trainerin sagte, der Spieler sei krank und sollte sich ausruhen.",
            "der Spieler sei krank und sollte sich ausruhen",
        ),
        ("Der Richter verwies auf ein Gutachten, laut dem die Brücke sicher war.", "die Brücke sicher war"),
        ("Es gab Berechnungen, denen zufolge die Brücke sicher war.", "die Brücke sicher war"),
    ],
)
def test_words_go_to_their_end(read: Read, text: str, words: str) -> None:
    doc = read(text)
    assert [words] in [_texts(doc, s.quote) for s in doc._.speech]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Berger hatte keine Mühe, einen Grund zu nennen: „Es war kalt.“", "Karl Berger"),
        ("Nicht näher genannten Quellen zufolge ruht der Verkehr.", "Nicht näher genannten Quellen"),
        ("Die Angriffe nannte der Minister einen „Skandal“.", "der Minister"),
        ("Karl Berger, ein Fachmann vom Deutschen Wetterdienst erklärte, der Winter sei mild.",
         "Karl Berger, ein Fachmann vom Deutschen Wetterdienst"),
        ("Im Bericht der Kommission werden Mängel aufgezählt. So sei die Brücke nie geprüft worden.",
         "Bericht der Kommission"),
        ("Die Agentur verbreitete eine andere Fassung. Danach sei der Zug pünktlich abgefahren.", "Danach"),
    ],
)  # fmt: skip
def test_speaker_is_the_phrase_that_says_it(read: Read, text: str, speaker: str) -> None:
    doc = read(text)
    assert _texts(doc, doc._.speech[-1].speaker) == [speaker]


def test_event_after_nach_is_a_source_only_with_its_owner_and_hearsay(read: Read) -> None:
    source = read("Nach der Ankündigung der Ministerin soll der Zug ab Mai fahren.")
    event = read("Nach der Ankündigung der Ministerin fuhr der Zug ab.")
    assert [s.rule for s in source._.speech] == ["source:laut"]
    assert not event._.speech
