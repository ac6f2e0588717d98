"""Interviews: answers belong to whoever gives them, questions to the paper."""

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.intake.inputs import article_from
from lagebild.language import make_doc
from lagebild.reading.analysis import ActorFound, SpeechFound
from lagebild.reading.speech import Speech

LABELLED = """Über den Streit um die Brücke haben wir mit zwei Fachleuten gesprochen.

Tagblatt: Wie lange wird die Brücke gesperrt bleiben?

Eva Berg: Mindestens bis Mai. Danach beginnt der Bau der neuen Fahrbahn.

Jan Holm: Ich rechne eher mit dem Sommer. Die Stadt hat die Kosten nie geprüft.

Tagblatt: Wer wird das bezahlen?

Berg: Das Land hat zwei Millionen Euro zugesagt.
"""

PLAIN = """Eva Berg leitet seit zehn Jahren das Amt für Brücken. Im Gespräch erklärt Berg, was nun geschieht.

Wie lange wird die Brücke gesperrt bleiben?

Mindestens bis Mai. Ich gehe davon aus, dass danach der Bau beginnt.

Wer wird das bezahlen?

Das Land hat uns zwei Millionen Euro zugesagt, und wir haben das Geld schon eingeplant.

Was raten Sie den Anwohnern?

Mein Rat ist Geduld. Der Umweg über die Altstadt dauert zehn Minuten.
"""


def read(nlp: Language, text: str, person: str = "") -> list[SpeechFound]:
    doc: Doc = nlp(make_doc(nlp, article_from(text).reading_text()))
    if person:
        mentions = [(t.i, t.i + 1) for t in doc if t.text == person]
        doc._.actors = [ActorFound(f"Eva {person}", "person", mentions=mentions)]
        doc._.actor_at = {begin: doc._.actors[0] for begin, _ in mentions}
        Speech()(doc)
    return [s for s in doc._.speech if s.rule == "interview"]


def words(doc_speech: SpeechFound) -> int:
    return sum(stop - start for start, stop in doc_speech.quote)


def test_labelled_answers_go_to_their_names_and_questions_to_nobody(nlp: Language) -> None:
    assert [s.name for s in read(nlp, LABELLED)] == ["Eva Berg", "Jan Holm", "Berg"]


def test_a_short_label_is_the_actor_of_the_full_one(nlp: Language) -> None:
    assert [s.name for s in read(nlp, LABELLED, "Berg")] == ["Eva Berg", "Jan Holm", "Eva Berg"]


def test_answers_without_labels_go_to_the_person_introduced(nlp: Language) -> None:
    found = read(nlp, PLAIN, "Berg")
    assert [s.name for s in found] == ["Eva Berg"] * 3
    assert all(words(s) > 5 for s in found)


def test_without_anybody_introduced_nobody_answers(nlp: Language) -> None:
    assert read(nlp, PLAIN) == []


def test_questions_for_readers_are_no_interview(nlp: Language) -> None:
    impersonal = (
        PLAIN.replace("Ich gehe davon aus", "Alle gehen davon aus")
        .replace("uns ", "")
        .replace("wir haben", "man hat")
    )
    assert read(nlp, impersonal.replace("Mein Rat", "Der Rat"), "Berg") == []


def test_a_list_of_results_is_no_interview(nlp: Language) -> None:
    text = "\n\n".join(
        f"{city}: Der Zug fährt um acht Uhr ab." for city in ("Köln", "Bonn", "Mainz", "Trier")
    )
    assert read(nlp, text) == []
