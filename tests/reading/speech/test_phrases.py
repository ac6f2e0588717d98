"""Where the phrase of who speaks begins and ends, and which of several it is."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.reading.speech.told import who_said

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # an object behind the subject is no part of its phrase
        ("Außerdem fordern die Verbände Bürger auf, die Abgeordneten anzuschreiben.", ["die Verbände"]),
        ("Zudem wirft der Verband der Stadt vor, zu spät gewarnt zu haben.", ["der Verband"]),
        ("Am Montag warf der Chef der Bahn der Regierung vor, zu spät zu handeln.", ["der Chef der Bahn"]),
        ("Am Montag warf der Chef der Bahn den Ländern vor, zu spät zu handeln.", ["der Chef der Bahn"]),
        ("Am Montag warf ihr der Chef der Bahn vor, zu spät zu handeln.", ["der Chef der Bahn"]),
        ("Der Regierung wirft der Chef der Bahn vor, zu spät zu handeln.", ["der Chef der Bahn"]),
        # who cites and who is cited
        (
            "„Der Platz war voll“, zitiert das Abendblatt Polizeisprecher Karl Berger.",
            ["Polizeisprecher Karl Berger", "das Abendblatt"],
        ),
        ("„Der Platz war voll“, zitiert die „Morgenpost“ Berger.", ["Berger", "die „Morgenpost“"]),
        # two in one
        (
            "Sowohl der Minister als auch die Opposition sagten, der Plan sei gut.",
            ["Sowohl der Minister als auch die Opposition"],
        ),
        (
            "Gestern warnten sowohl die Polizei als auch Karl Berger vor Betrügern.",
            ["sowohl die Polizei als auch Karl Berger"],
        ),
        ("Sowohl in Berlin als auch in Bonn sagte Berger, der Plan sei gut.", ["Berger"]),
        # the short name behind one in marks
        (
            "Zehn Menschen starben, das teilte das „Institute for Health“ (IFH) mit.",
            ["das „Institute for Health“ (IFH)"],
        ),
        # owners
        (
            "Am Morgen teilte dessen Stellvertreter über die Lage mit: „Er ruft uns an.“",
            ["dessen Stellvertreter"],
        ),
        (
            "Die Pläne wurden von einem Vertreter einer dieser Firmen kritisiert, sie seien zu teuer.",
            ["einem Vertreter einer dieser Firmen"],
        ),
        # a main clause behind a dependent one has its own subject
        (
            "Während sich die Opposition bisher zurückgehalten hat, fordert die „Neue Rechte“ seit gestern den Rücktritt.",
            ["die „Neue Rechte“"],
        ),
        # the teller of wie, with neither place nor relative clause
        (
            "Wie der Sprecher der Kommission, Karl Berger, in Luxemburg mitteilte, sinken die Preise.",
            ["der Sprecher der Kommission, Karl Berger"],
        ),
        (
            "Wie Karl Berger, der den Prozess in Genf beobachtet hatte, dazu feststellte, sinken die Preise.",
            ["Karl Berger"],
        ),
        (
            "Wie Karl Berger, der Chef der Bahn, mitteilte, sinken die Preise.",
            ["Karl Berger, der Chef der Bahn"],
        ),
        # sources
        ("Dem Vernehmen nach soll Berger sein Amt bis März ausüben.", ["Dem Vernehmen"]),
        ("Den Behörden zu Folge sind zehn Straßen gesperrt.", ["Den Behörden"]),
        ("Die Zahl der Unfälle stieg zum dritten Mal in Folge.", []),
        # measures, reasons, ways and years
        ("Am Montag sagte der 64 Jahre alte Karl Berger, er sei müde.", ["der 64 Jahre alte Karl Berger"]),
        ("Dazu verweist der 330 Seiten starke Bericht auf Mängel.", ["der 330 Seiten starke Bericht"]),
        ("Nach bisherigen Angaben 2011 soll das Auto in Serie gehen.", ["bisherigen Angaben"]),
        (
            "Am Montag zogen die Demonstranten vom Bahnhof bis zum Rathaus und riefen „Weg mit dem Zaun“.",
            ["die Demonstranten"],
        ),
        (
            "„Das ist ernst“, sagte der Sportchef von Bayer 04 Leverkusen nach dem Spiel.",
            ["der Sportchef von Bayer 04 Leverkusen"],
        ),
        # texts
        (
            "Derzeit steht in dem Entwurf für ein neues Gesetz noch der Passus: „Die Daten sind zu löschen.“",
            ["dem Entwurf für ein neues Gesetz"],
        ),
        ("Auch das Motiv fand sich auf ihrer Homepage: „Wir glauben an den Tag.“", ["ihrer Homepage"]),
        ("Auf dem Platz stand Karl Berger: „Ich gehe nicht heim.“", ["Karl Berger"]),
        (
            "Das Gericht bemängelte das Schreiben, in dem es unter anderem heißt: „Die Behörde darf Daten sammeln.“",
            ["das Schreiben"],
        ),
        (
            "Die Zeitung druckte einen Kommentar, der die Regierung auffordert, das Gesetz zurückzunehmen.",
            ["einen Kommentar"],
        ),
        ("Der Rat hörte den Zeugen, der behauptet, den Täter zu kennen.", ["der"]),
        # a question is answered
        ("Karl Berger auf die Frage, was er nun vorhabe: „Ich fahre heim.“", ["Karl Berger"]),
        # who is the subject, by number
        (
            "Eine aktuelle Schätzung beziffert die Staatsschulden Griechenlands auf 300 Milliarden Euro.",
            ["Eine aktuelle Schätzung"],
        ),
        # who is told something does not say it
        ("Karl Berger erhielt vom Minister die Zusage, dass der Bau beginnt.", ["Minister"]),
        ("Experten sehen in dem Vertrag den ersten Schritt zur Einheit.", ["Experten"]),
    ],
)
def test_speakers(read: Read, text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in who_said(read(text))] == speakers


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Das sei, sagte Berger, falsch.", "Berger", "Das sei … falsch"),
        (
            "Der Plan sei, sagte Berger, der Chef der Bahn, ein großer Fehler.",
            "Berger, der Chef der Bahn",
            "Der Plan sei … ein großer Fehler",
        ),
        (
            "Der Präsident sei, so Berger, Schuld daran, dass das Land zerfalle.",
            "Berger",
            "Der Präsident sei … Schuld daran, dass das Land zerfalle",
        ),
        (
            "Der Chef der Bahn sagte, der Leiter des Amts, Karl Berger, habe gelogen.",
            "Der Chef der Bahn",
            "der Leiter des Amts, Karl Berger, habe gelogen",
        ),
        (
            "Vermutungen, wonach er floh, konnte der Minister nicht bestätigen. Der Fall werde untersucht.",
            "der Minister",
            "Der Fall werde untersucht.",
        ),
        ("Das stimme, sagte Berger, der Chef der Bahn.", "Berger, der Chef der Bahn", "Das stimme"),
        ("Er sei bereit, sagte Berger, nach Details gefragt.", "Berger", "Er sei bereit"),
    ],
)
def test_words(read: Read, text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in who_said(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Das Gericht hat die Klausel für zulässig erklärt, zum Beispiel wenn es um die Versorgung geht.",
        "Er half in dem Gebiet, das von der Stadt zum Sperrgebiet erklärt wurde, die Leute zu versorgen.",
        "Der Verein nennt sich „Ufer 12“ und spielt im Park.",
        "Der Regen hatte sich schon angekündigt.",
        "Anders als der Minister sagte, ist die Brücke gesperrt.",
        "„Ich habe fertig“ ist seit damals ein geflügeltes Wort.",
        "Die Zuschauer sahen in der Halle ein Spiel.",
    ],
)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert who_said(read(text)) == []


def test_new_people_are_not_those_before(read: Read) -> None:
    text = "Die Anwohner klagen seit Jahren. Einige meinen, die Stadt sei schuld. Die Lage werde schlimmer."
    assert who_said(read(text))[-1] == ("Einige", "Die Lage werde schlimmer.")
