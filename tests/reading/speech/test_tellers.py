"""Sentences of agencies and of two tellers: who has which words."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.reading.speech.told import who_said

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # a Konjunktiv behind a colon or semicolon is told by the subject before it, whatever its verb says
        (
            "Minister Karl Berger sah sich im Recht: Sein Haus habe nie gezahlt.",
            "Minister Karl Berger",
            "Sein Haus habe nie gezahlt",
        ),
        (
            "Karl Berger setzte der Bank eine Frist; zahle sie nicht, werde geklagt.",
            "Karl Berger",
            "zahle sie nicht, werde geklagt",
        ),
        (
            "Karl Berger lenkte nicht ein: Wer so rede, kenne die Bank nicht.",
            "Karl Berger",
            "Wer so rede, kenne die Bank nicht",
        ),
        # behind words in the Konjunktiv a verb with its subject tells who says them
        (
            "Das Angebot sei nicht abgestimmt, beschied Sprecher Karl Berger den Gästen.",
            "Sprecher Karl Berger",
            "Das Angebot sei nicht abgestimmt",
        ),
        (
            "Das Angebot sei eine Frechheit, ereiferte sich Minister Karl Berger.",
            "Minister Karl Berger",
            "Das Angebot sei eine Frechheit",
        ),
        ("Die Gleise seien frei, sagte am Dienstag Karla Berger.", "Karla Berger", "Die Gleise seien frei"),
        (
            "Grund sei das Wetter gewesen, teilte die Berger Kreuzfahrten GmbH mit.",
            "die Berger Kreuzfahrten GmbH",
            "Grund sei das Wetter gewesen",
        ),
        (
            "Wie kaum ein anderer habe Berger den Verein geprägt, sagte die Präsidentin bei der Feier.",
            "die Präsidentin",
            "Wie kaum ein anderer habe Berger den Verein geprägt",
        ),
        (
            "Ein gewagter Plan, meint Forscherin Karla Berger.",
            "Forscherin Karla Berger",
            "Ein gewagter Plan",
        ),
        (
            "Ein schöner Erfolg, so urteilte Berger über den Vertrag.",
            "Berger",
            "Ein schöner Erfolg",
        ),
        (
            "Nach Angaben des Rats kamen 700 Leute, die Polizei spricht von 400 Teilnehmern.",
            "die Polizei",
            "die Polizei spricht von 400 Teilnehmern",
        ),
        (
            "Der Verein lehnte ab, ist aber nach den Worten von Karl Berger bereit, zu warten.",
            "den Worten von Karl Berger",
            "ist aber … bereit, zu warten",
        ),
        (
            "Während die Polizei von 400 Teilnehmern sprach, sprach der Verband von 700 Gästen.",
            "die Polizei",
            "Während die Polizei von 400 Teilnehmern sprach",
        ),
        (
            "Für morgen können Reisende der Bahn zufolge andere Züge nehmen.",
            "der Bahn",
            "Für morgen können Reisende … andere Züge nehmen",
        ),
        (
            "Der Verband hatte eine Schätzung verbreitet, derzufolge die Zahl der Bären steigt.",
            "eine Schätzung",
            "die Zahl der Bären steigt",
        ),
        (
            "Die Filialen blieben, sagte Karl Berger, Chef der Handelskette dem Blatt.",
            "Karl Berger, Chef der Handelskette",
            "Die Filialen blieben",
        ),
        (
            "Das gelte weiter, heißt es in dem am Dienstag gezeigten Bericht.",
            "dem am Dienstag gezeigten Bericht",
            "Das gelte weiter",
        ),
        (
            "Die Firmen seien im Rennen, sagten mehrere mit der Sache vertraute Personen.",
            "mehrere mit der Sache vertraute Personen",
            "Die Firmen seien im Rennen",
        ),
        (
            "Trotz der Ankündigung ihres Trainers, Karl Berger, den Verein zu verlassen, gewann die Mannschaft.",
            "ihres Trainers, Karl Berger",
            "den Verein zu verlassen",
        ),
        (
            "Mit den Worten „Das war ein Fehler. Ich bedaure das“ trat die Ministerin zurück.",
            "die Ministerin",
            "„Das war ein Fehler. Ich bedaure das“",
        ),
        ("Der Gerichtshof hat entschieden: Beide Firmen müssen zahlen.", "Der Gerichtshof", "Beide Firmen müssen zahlen"),
        (
            "Nach Angaben des Amts ruhen die Arbeiten bis Montag: „Es fehlt an Stahl.“",
            "Angaben des Amts",
            "„Es fehlt an Stahl.“",
        ),
    ],
)  # fmt: skip
def test_the_words_are_theirs(read: Read, text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in who_said(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Die Argumente, die Gegner und Freunde austauschten, waren nicht neu.",
        "Da kann man von Glück reden, dass niemand dort war.",
        "Die am Mittwoch verkündete Fusion der Banken ist ein Rückschlag für Berger.",
        "Die Reporterin wurde nach den Plänen ihrer Zeitung gefragt.",
        "Reisende müssen mit langen Wartezeiten rechnen.",
        "Beide Firmen sind Teil einer Gruppe, die in Hamburg tätig sei.",
    ],
)
def test_nobody_says_anything(read: Read, text: str) -> None:
    assert who_said(read(text)) == []


def test_a_clause_in_the_indicative_is_no_content_of_a_verb_that_has_its_object(read: Read) -> None:
    said = who_said(read("Die Stadt kündigte Sperrungen an, die Bahn will den Verkehr umleiten."))
    assert ("Die Stadt", "die Bahn will den Verkehr umleiten") not in said
    said = who_said(read("Einzelheiten gab er nicht bekannt, er verwies auf den Bericht."))
    assert ("er", "er verwies auf den Bericht") not in said


def test_what_is_told_itself_frames_no_words(read: Read) -> None:
    said = who_said(read("Der Umfang stehe nicht fest, werde aber bald bekanntgegeben, sagte Karla Berger."))
    assert said == [("Karla Berger", "Der Umfang stehe nicht fest, werde aber bald bekanntgegeben")]


def test_a_plural_of_a_modal_runs_on(read: Read) -> None:
    text = "Es gebe keinen Kontakt, sagte Karla Berger. Alle Gäste müssten davon ausgehen, dass nichts fährt."
    assert who_said(read(text))[-1] == (
        "Karla Berger",
        "Alle Gäste müssten davon ausgehen, dass nichts fährt.",
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Rat tagt. Das sei, so Berger, ein Fehler.", "Berger"),
        ("Der Rat tagt. Das Land sei, so Berger, der Chef der Bahn, am Ende.", "Berger, der Chef der Bahn"),
    ],
)
def test_what_closes_a_clause_is_no_apposition(read: Read, text: str, speaker: str) -> None:
    assert [read(text)[slice(*s.speaker[0])].text for s in read(text)._.speech if s.rule == "source:so"] == [
        speaker
    ]


def test_words_run_on_from_nobody_but_somebody(read: Read) -> None:
    assert [speech.speaker for speech in read("Der Streit dauert an. Das sei ein Fehler.")._.speech] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "Die Opposition kritisierte den Plan als unsozial.",
        "Der Plan wurde von der Opposition als unsozial kritisiert.",
        "Die Partei wies die Vorwürfe als haltlos zurück.",
        "Die Ministerin riet den Bürgern zu mehr Geduld.",
        "Die Firma bezifferte den Schaden mit drei Millionen Euro.",
    ],
)
def test_a_judgement_without_its_words_is_reported(read: Read, text: str) -> None:
    assert [speech.type for speech in read(text)._.speech] == ["reported"]
