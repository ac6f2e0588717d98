"""Which words are said and who says them, where the sentence does not make it easy."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from lagebild.reading.analysis import ActorFound, Range
from lagebild.reading.speech import Speech

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
        (
            "Er hatte zugesagt, nicht über den Turm, das größte der Gebäude, bestimmen zu wollen.",
            "nicht über den Turm, das größte der Gebäude, bestimmen zu wollen",
        ),
        ("Laut Berger, der dabei war, ist der Zug entgleist.", "ist der Zug entgleist"),
        ("Beide fahren mit; nach Angaben der Bahn sind die Plätze knapp.", "sind die Plätze knapp"),
        (
            "Der Verein verlangte, den Plan zu ändern, wobei der Rat dafür zuständig ist.",
            "den Plan zu ändern",
        ),
        ("Es gab Berechnungen, denen zufolge die Brücke sicher war.", "die Brücke sicher war"),
        ("Der Konzern hat angekündigt die Preise ab Oktober zu erhöhen.", "die Preise ab Oktober zu erhöhen"),
        ("Wie die lokalen Sender berichten sind zwei Menschen gestorben.", "sind zwei Menschen gestorben"),
        ("Der Bericht liegt vor. Danach ist die Brücke sicher.", "ist die Brücke sicher"),
        (
            "Berger fürchtet, sobald er gehe, werde der Druck wachsen.",
            "sobald er gehe, werde der Druck wachsen",
        ),
        (
            "Sie haben angekündigt, sollte er bleiben, ihre Hilfe auszusetzen.",
            "sollte er bleiben, ihre Hilfe auszusetzen",
        ),
        (
            "Der Rat sagte, er gehe, und der Verband forderte vom Land mehr Geld.",
            "und der Verband forderte vom Land mehr Geld",
        ),
        ("Es gibt Umfragen im Land, nach denen Firmen sparen wollen.", "Firmen sparen wollen"),
        ("Die Helfer errechneten, dass zwei Lager fehlen.", "dass zwei Lager fehlen"),
        ("Der Rat machte zur Bedingung, dass die Stadt zahlt.", "dass die Stadt zahlt"),
        ("Nach Bergers Idee soll die Mehrheit genügen.", "soll die Mehrheit genügen"),
        ("Am Abend hatte es zunächst geheißen, der Zug sei entgleist.", "der Zug sei entgleist"),
        (
            "Der Bahnhof ist offen, jedoch ist laut Bahn unklar, ob Züge fahren.",
            "jedoch ist … unklar, ob Züge fahren",
        ),
        (
            "Berger, der nach Angaben des Senders die Gäste beschimpfte und ihnen drohte, fuhr heim.",
            "der … die Gäste beschimpfte und ihnen drohte",
        ),
    ],
)
def test_words_go_to_their_end(read: Read, text: str, words: str) -> None:
    doc = read(text)
    assert words.split(" … ") in [_texts(doc, s.quote) for s in doc._.speech]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Berger hatte keine Mühe, einen Grund zu nennen: „Es war kalt.“", "Karl Berger"),
        ("Nicht näher genannten Quellen zufolge ruht der Verkehr.", "Nicht näher genannten Quellen"),
        ("Die Angriffe nannte der Minister einen „Skandal“.", "der Minister"),
        ("Einer der 13 Zeugen sagte: „Das war laut.“", "Einer der 13 Zeugen"),
        ("Wie die Tageszeitung „Der Anzeiger“ berichtete, sei der Zug entgleist.", "die Tageszeitung „Der Anzeiger“"),
        ("Karl Berger, Präsident des Verbandes: „Die Sache ist klar.“", "Karl Berger, Präsident des Verbandes"),
        ("Die Vereine Grünland, Waldblick und Seewind werfen Karl Berger Untreue vor.",
         "Die Vereine Grünland, Waldblick und Seewind"),
        ("Er glaubt, dass die Firma gestärkt daraus hervorgegangen sei: „Wir sind gut.“", "Er"),
        ("Karl Berger, ein Fachmann vom Deutschen Wetterdienst erklärte, der Winter sei mild.",
         "Karl Berger, ein Fachmann vom Deutschen Wetterdienst"),
        ("Im Bericht der Kommission werden Mängel aufgezählt. So sei die Brücke nie geprüft worden.",
         "Bericht der Kommission"),
        ("Die Stadtwerke bestätigten den Vorfall, teilten jedoch mit, das Wasser sei sauber.", "Die Stadtwerke"),
        ("Die das Unglück überlebende Anna Berger beschrieb den Hergang: „Es war kalt.“",
         "Die das Unglück überlebende Anna Berger"),
        ("Auch der als gemäßigt geltende frühere Präsident Karl Berger bezeichnete die Wahl als Unrecht.",
         "der als gemäßigt geltende frühere Präsident Karl Berger"),
        ("Nach Angaben der Behörden in Gaza wurden drei Brücken gesperrt.", "Angaben der Behörden in Gaza"),
        ("Das Gericht tagte lange. Hier stellte es fest, dass Akten fehlen.", "es"),
        ("Wie aus einer Verlautbarung der Truppe hervorgeht, ruht der Verkehr.", "einer Verlautbarung der Truppe"),
        ("Aus der Regierung ist zu hören, der Vertrag sei geplatzt.", "der Regierung"),
        ("Zudem wurde die Regierung vom Fachverband aufgefordert, den Vertrag zu kündigen.", "Fachverband"),
        ("In der Erklärung Bergers vom Dienstag heißt es, der Plan sei gut.", "der Erklärung Bergers vom Dienstag"),
        ("Das Gesetz fand laut Reuters von rund 20 Ländern Lob.", "Reuters"),
        ("Später sagte Karl Berger vor der Presse, Anna Wald sei krank.", "Karl Berger"),
        ("Einzig Karl Berger gab bekannt, nicht zu kommen.", "Karl Berger"),
        ("Die staatlich geförderten Sender sagten, der Plan sei gut.", "Die staatlich geförderten Sender"),
        ("In einem Schreiben an die Mitarbeiter war von „offenem Streit“ die Rede.", "einem Schreiben"),
        ("Die Bahn begegnet der Kritik mit dem Argument, die Züge seien neu.", "Die Bahn"),
        ("Karl Berger sagte am Sonntag weiter, der Vertrag sei gut.", "Karl Berger"),
        ("Karl Berger kennt nach eigenem Bekunden den Plan. Die Kosten seien hoch.", "Karl Berger"),
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


def test_the_opposite_of_a_fear_is_nobodys_words(read: Read) -> None:
    assert not read("Entgegen ersten Befürchtungen fährt der Zug pünktlich.")._.speech


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Die Ministerin sagte vor Journalisten, der Plan stehe.", "Journalisten"),
        ("Er appellierte an die Fahrgäste, leise zu sein.", "die Fahrgäste"),
        ("Die Partei warf Berger vor, gelogen zu haben.", "Berger"),
    ],
)
def test_who_is_spoken_to(read: Read, text: str, hearer: str) -> None:
    (speech,) = read(text)._.speech
    assert _texts(read(text), speech.addressee) == [hearer]


def test_man_is_nobody_who_speaks(read: Read) -> None:
    (speech,) = read("Man geht davon aus, dass der Zug kommt.")._.speech
    assert not speech.speaker
    assert not any(s.speaker for s in read("Bis jetzt geht man von einem Defekt aus.")._.speech)


def test_what_something_is_called_is_nobodys_words(read: Read) -> None:
    assert not read("Solche Teilchen nennt man einen „kalten Wind“.")._.speech
    assert read("Der Minister nannte den Plan einen „kalten Wind“.")._.speech


def test_quotations_in_a_row_keep_the_pronoun_that_speaks(read: Read) -> None:
    doc = read(
        "Karl Berger kam spät. „Es war kalt“, sagte er der Zeitung. „Niemand hat gewartet. Das war schade.“"
    )
    assert [_texts(doc, s.speaker) for s in doc._.speech] == [["er"], ["er"]]


def test_small_words_of_a_name_are_part_of_it(read: Read) -> None:
    doc = read("Wie de Vries darlegte, kam der Koffer aus Bonn.")
    person = ActorFound("Peter de Vries", "person", mentions=[(1, 3)])
    doc._.actor_at = {1: person, 2: person}
    assert _texts(doc, Speech()(doc)._.speech[0].speaker) == ["de Vries"]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Karl Berger wurde vorgeworfen, Akten vernichtet zu haben.", "Karl Berger"),
        ("Dem Verein wird nachgesagt, Schulden zu haben.", "Dem Verein"),
        ("Die Anwohner wurden von der Stadt aufgefordert, zu Hause zu bleiben.", "Die Anwohner"),
        ("Der Rat forderte von der Regierung, den Vertrag zu kündigen.", "der Regierung"),
        ("Die Polizei fordert Zeugen auf, sich zu melden.", "Zeugen"),
        ("Die Behörden werfen Berger Untreue vor.", "Berger"),
        ("„Das war gut“, sagte er in einem Interview mit der Zeitung.", "der Zeitung"),
        ("Die Trainerin erklärte gegenüber der Agentur, sie gehe.", "der Agentur"),
        ("Der Sprecher teilte Journalisten mit, der Zug fahre.", None),
        ("Er kritisierte die Haltung gegenüber der Partei: „Das ist falsch.“", None),
        ("Der Minister erklärte die Bereitschaft des Landes, zu verhandeln.", None),
    ],
)
def test_hearers_by_the_case_of_the_verb(read: Read, text: str, hearer: str | None) -> None:
    doc = read(text)
    assert _texts(doc, doc._.speech[0].addressee) == ([hearer] if hearer else [])


@pytest.mark.parametrize(
    "text", ["Das Amt ermittelte die „Graue Hand“ als Täter.", "Sie befürwortet den „Wandel“ im Amt."]
)
def test_verbs_of_findings_put_no_single_words_into_a_mouth(read: Read, text: str) -> None:
    assert not [s for s in read(text)._.speech if s.type == "direct"]


def test_a_single_word_in_marks_beside_a_source_is_a_name(read: Read) -> None:
    speeches = read("Laut Bahn hielt der Zug im „Waldhof“ und war „nicht mehr zu retten“.")._.speech
    assert [s.quote for s in speeches if s.type == "direct"] == [[(11, 17)]]


@pytest.mark.parametrize(
    ("text", "quote", "frame"),
    [
        ("Es müsse, sagte Berger, gehandelt werden.", ["Es müsse", "gehandelt werden"], ", sagte Berger,"),
        (
            "Die Armee habe, erklärte der Minister am Montag, das Dorf besetzt.",
            ["Die Armee habe", "das Dorf besetzt"],
            ", erklärte der Minister am Montag,",
        ),
    ],
)
def test_a_verb_behind_the_frame_closes_the_clause_around_it(
    read: Read, text: str, quote: list[str], frame: str
) -> None:
    doc = read(text)
    (speech,) = doc._.speech
    assert _texts(doc, speech.quote) == quote
    assert _texts(doc, speech.frame) == [frame]


def test_a_participle_behind_a_clause_that_is_whole_does_not_close_it(read: Read) -> None:
    doc = read("Der Plan sei gut, sagte Berger, nach Details gefragt.")
    assert _texts(doc, doc._.speech[0].frame) == [", sagte Berger, nach Details gefragt"]
