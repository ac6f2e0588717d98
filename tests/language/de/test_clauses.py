"""Clauses of short sentences, read by the whole base."""

import pytest
from spacy.language import Language

from lagebild.language.clause import Clause


def clauses(nlp: Language, text: str) -> dict[str, Clause]:
    doc = nlp(text)
    return {clause.lemma: clause for clause in (*doc._.clauses, *doc._.infinitives)}


def _verb_lemma(clause: Clause) -> str:
    predicate = clause.predicate
    return str(predicate.doc.source[predicate.i]._.verb_lemma)


def test_prefix_subject_and_object(nlp: Language) -> None:
    found = clauses(nlp, "Die Regierung lehnt den Vertrag ab.")
    clause = found["ablehnen"]
    assert clause.understood_subject is not None and clause.understood_subject.text == "Regierung"
    assert [noun.text for noun in clause.objects] == ["Vertrag"]
    assert clause.prefix is not None and _verb_lemma(clause) == "ablehnen"


def test_object_first(nlp: Language) -> None:
    clause = clauses(nlp, "Den Minister hat der Präsident entlassen.")["entlassen"]
    assert clause.understood_subject is not None and clause.understood_subject.text == "Präsident"
    assert [noun.text for noun in clause.objects] == ["Minister"]
    assert clause.tense == "perfect"


def test_verb_first_behind_comma_or_und_shares_the_subject(nlp: Language) -> None:
    found = clauses(
        nlp, "Polen äußerte die Sorge, dass der Streit wachse, und forderte Minsk auf, sich zu mäßigen."
    )
    assert [noun.text for noun in found["auffordern"].objects] == ["Minsk"]
    assert str(found["auffordern"].understood_subject) == "Polen"
    found = clauses(
        nlp, "Die Gesandte begrüßte die Freilassungen, verlangte aber auch die Entlassung der Generäle."
    )
    assert [noun.text for noun in found["verlangen"].objects] == ["Entlassung"]
    assert str(found["verlangen"].understood_subject) == "Gesandte"
    found = clauses(nlp, "Die Regierung begrüßte die Freilassungen, meldete die Agentur.")
    assert str(found["melden"].understood_subject) == "Agentur"


def test_verb_behind_a_noun_with_a_long_attribute(nlp: Language) -> None:
    found = clauses(nlp, "Die von Polen gestützte Regierung verhaftet Rebellen.")
    assert [noun.text for noun in found["verhaften"].objects] == ["Rebellen"]


def test_how_many_at_most_is_no_prepositional_phrase(nlp: Language) -> None:
    clause = clauses(nlp, "Am Montag nahm die Armee bis zu 300 Studenten fest.")["festnehmen"]
    assert [noun.text for noun in clause.objects] == ["Studenten"]
    clause = clauses(nlp, "Die Brücke war bis zu drei Meter breit.")["breit"]
    assert clause.objects == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Armee rückte auf die Stadt vor, unterstützt von Kampfflugzeugen aus Russland.",
        "Der Präsident reiste nach Lima, begleitet von Soldaten.",
    ],
)
def test_participle_of_the_same_form_as_the_verb_is_passive(nlp: Language, text: str) -> None:
    clause = next(c for lemma, c in clauses(nlp, text).items() if lemma in ("unterstützen", "begleiten"))
    assert clause.voice == "passive" and clause.finite is None


def test_second_verb_with_an_object_is_no_participle(nlp: Language) -> None:
    clause = clauses(nlp, "Sie kritisierte die Lage und verlangt von der Regierung Geld.")["verlangen"]
    assert clause.voice == "active" and [noun.text for noun in clause.objects] == ["Geld"]


def test_strong_preterite_is_a_verb_with_its_own_prefix(nlp: Language) -> None:
    found = clauses(
        nlp, "Die Schweiz schloss sich den Maßnahmen an und fror Vermögen in Höhe von zwei Millionen ein."
    )
    assert {"anschließen", "einfrieren"} <= set(found)
    assert [noun.text for noun in found["einfrieren"].objects] == ["Vermögen"]
    assert "meiden" in clauses(nlp, "Der Minister sprach mit dem Rat und mied Paris.")


def test_damit_between_participles_opens_no_clause(nlp: Language) -> None:
    text = "Er sagte, dass die Schiffe Öl geliefert und damit das Embargo umgangen hätten."
    clause = clauses(nlp, text)["umgehen"]
    assert clause.understood_subject is not None and clause.understood_subject.text == "Schiffe"


def test_modal_with_perfect_infinitive(nlp: Language) -> None:
    clause = clauses(nlp, "Der Präsident soll die Stadt erreicht haben.")["erreichen"]
    assert [verb.text for verb in clause.modals] == ["soll"]
    assert clause.perfect_infinitive
    plain = clauses(nlp, "Der Präsident soll die Stadt morgen erreichen.")["erreichen"]
    assert not plain.perfect_infinitive


def test_passive_and_konjunktiv(nlp: Language) -> None:
    clause = clauses(nlp, "Das Abkommen würde von Peking abgelehnt.")["ablehnen"]
    assert (clause.voice, clause.mood) == ("passive", "konjunktiv2")


def test_complement_with_and_without_conjunction(nlp: Language) -> None:
    found = clauses(nlp, "Der Minister sagte, dass das Land Waffen liefere.")
    assert found["liefern"].relation == "complement"
    assert found["liefern"].parent is found["sagen"]
    assert found["liefern"].mood == "konjunktiv1"
    found = clauses(nlp, "Der Minister sagte, das Land habe keine Waffen geliefert.")
    assert found["liefern"].relation == "complement" and found["liefern"].parent is found["sagen"]
    assert [word.text for word in found["liefern"].negation] == ["keine"]


def test_saying_behind_and_inside(nlp: Language) -> None:
    found = clauses(nlp, "Die Lage ist ernst, sagte der Minister.")
    assert found["sagen"].relation == "parenthetical"
    assert found["ernst"].parent is found["sagen"] and found["ernst"].relation == "complement"
    found = clauses(nlp, "Die Regierung, so sagen Beobachter, könnte Raketen kaufen.")
    assert found["sagen"].relation == "parenthetical"
    assert (
        found["kaufen"].understood_subject is not None
        and found["kaufen"].understood_subject.text == "Regierung"
    )


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Russland hat, so berichtet die Zeitung, Waffen an den Iran geliefert.", "liefern", "Russland"),
        ("Die Truppen würden, erklärte der General, bald aus Mali abgezogen.", "abziehen", "Truppen"),
        ("Moskau liefere, sagte der Minister, keine Waffen.", "liefern", "Moskau"),
    ],
)
def test_saying_behind_the_finite_verb(nlp: Language, text: str, verb: str, subject: str) -> None:
    found = clauses(nlp, text)
    clause = found[verb]
    assert clause.relation == "complement" and clause.parent is not None
    assert clause.parent.relation == "parenthetical"
    assert clause.understood_subject is not None and clause.understood_subject.text == subject


def test_saying_behind_a_whole_clause_is_not_inside_it(nlp: Language) -> None:
    found = clauses(nlp, "Der Gast hat Waffen geliefert, sagte der Minister, ein Freund des Präsidenten.")
    assert found["liefern"].understood_subject is not None
    assert found["liefern"].understood_subject.text == "Gast"


def test_participle_in_the_prefield_behind_a_comma(nlp: Language) -> None:
    found = clauses(
        nlp, "Das Gericht erließ einen Haftbefehl, ausgeliefert wurde der General bis heute nicht."
    )
    assert [word.text for word in found["ausliefern"].negation] == ["nicht"]
    assert found["ausliefern"].understood_subject is not None
    assert found["ausliefern"].understood_subject.text == "General"


def test_what_follows_a_verb_of_saying_that_has_its_das(nlp: Language) -> None:
    found = clauses(nlp, "Das bestätigte der Sprecher, Marcos bestritt es.")
    assert found["bestreiten"].relation == "coordinated"


def test_two_are_no_subject_of_a_singular(nlp: Language) -> None:
    found = clauses(nlp, "China wiederum, an den Feldern beteiligt, rief beide Länder zum Dialog auf.")
    assert "Länder" in [word.text for word in found["aufrufen"].objects]


def test_what_has_another_number_than_the_verb_of_saying_does_not_speak(nlp: Language) -> None:
    found = clauses(nlp, "Die Parteien begrüßten den Plan, fordern aber die Nennung eines genauen Datums.")
    assert found["fordern"].relation == "coordinated"
    assert found["fordern"].understood_subject is not None
    assert found["fordern"].understood_subject.text == "Parteien"


def test_condition_with_verb_first(nlp: Language) -> None:
    found = clauses(nlp, "Sollte es zu einem Krieg kommen, würden viele Menschen fliehen.")
    assert found["kommen"].relation == "conditional" and found["kommen"].parent is found["fliehen"]
    assert not found["kommen"].question


def test_relative_clause(nlp: Language) -> None:
    found = clauses(nlp, "Der Mann, der das Abkommen unterzeichnete, ist tot.")
    assert found["unterzeichnen"].relation == "relative"
    assert found["unterzeichnen"].marker is not None


def test_shared_subject(nlp: Language) -> None:
    found = clauses(nlp, "Der Präsident besuchte die Stadt und lobte die Soldaten.")
    clause = found["loben"]
    assert clause.relation == "coordinated" and clause.shared_subject is not None
    assert clause.understood_subject is not None and clause.understood_subject.text == "Präsident"


def test_object_control(nlp: Language) -> None:
    found = clauses(nlp, "Die Regierung warnte den Präsidenten, den Rebellen zu helfen.")
    clause = found["helfen"]
    assert clause.finite is None and clause.relation == "infinitive" and clause.parent is found["warnen"]
    assert clause.understood_subject is not None and clause.understood_subject.text == "Präsidenten"


def test_nicht_nur_does_not_deny(nlp: Language) -> None:
    assert not clauses(nlp, "Der Minister kritisierte nicht nur die Regierung.")["kritisieren"].negation
    assert clauses(nlp, "Der Minister kritisierte die Regierung nicht.")["kritisieren"].negation


def test_nicht_wohl_aber_swaps_a_phrase(nlp: Language) -> None:
    text = "Nicht gegen den Plan, wohl aber gegen die Politik der Regierung sprach sich der Minister aus."
    assert not clauses(nlp, text)["aussprechen"].negation


def test_worden_is_shared_by_participles(nlp: Language) -> None:
    clause = clauses(nlp, "Am Montag sind in Kiew zwei Männer erschossen und drei verletzt worden.")[
        "erschießen"
    ]
    assert (clause.voice, clause.tense) == ("passive", "perfect")


@pytest.mark.parametrize("text", ["Kommt der Präsident?", "Wer hat die Rakete gestartet?"])
def test_question(nlp: Language, text: str) -> None:
    assert nlp(text)._.clauses[0].question


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Der Anführer wurde am Montag von der Armee gefangen genommen.", "passive"),
        ("Die Armee hat den Anführer gefangen genommen.", "active"),
        ("Die Soldaten wollen den General gefangen nehmen.", "active"),
        ("Die Soldaten drohten, den General gefangen zu nehmen.", "active"),
    ],
)
def test_a_prefix_that_looks_like_a_verb_makes_no_clause(nlp: Language, text: str, voice: str) -> None:
    found = clauses(nlp, text)
    assert found["gefangennehmen"].voice == voice
    assert not {"fangen", "nehmen"} & set(found)


def test_a_verb_before_another_than_its_own_stays_one(nlp: Language) -> None:
    assert "fangen" in clauses(nlp, "Die Fischer haben den Hai gefangen und nahmen ihn mit.")


@pytest.mark.parametrize(
    "text",
    [
        "Der General soll einen Krieg geführt und Dörfer im Norden geplündert haben.",
        "Es heißt, dass der General einen Krieg geführt und Dörfer geplündert haben soll.",
    ],
)
def test_joined_participles_share_subject_and_modal(nlp: Language, text: str) -> None:
    found = clauses(nlp, text)
    for lemma, noun in (("führen", "Krieg"), ("plündern", "Dörfer")):
        clause = found[lemma]
        assert clause.understood_subject is not None and clause.understood_subject.text == "General"
        assert [word.text for word in clause.objects] == [noun]
        assert [word.text for word in clause.modals] == ["soll"] and clause.perfect_infinitive


@pytest.mark.parametrize(
    ("text", "subject", "objects"),
    [
        ("Die Opposition unterstützen die Gewerkschaften.", "Gewerkschaften", ["Opposition"]),
        ("Das Abkommen unterzeichneten Israel und Ägypten.", "Israel", ["Abkommen"]),
        ("Die Demonstranten trieb die Polizei auseinander.", "Polizei", ["Demonstranten"]),
        ("Kiew liefern die Amerikaner keine Raketen.", "Amerikaner", ["Kiew", "Raketen"]),
        ("Die Opposition unterstützt die Gewerkschaft.", "Opposition", ["Gewerkschaft"]),
        ("Der Türkei drohte Trump mit Sanktionen.", "Trump", ["Türkei"]),
        ("Der Iran drohte Israel mit Vergeltung.", "Iran", ["Israel"]),
    ],
)
def test_number_and_article_tell_subject_from_object(
    nlp: Language, text: str, subject: str, objects: list[str]
) -> None:
    clause = nlp(text)._.clauses[0]
    assert clause.subject is not None
    assert (clause.subject.text, [token.text for token in clause.objects]) == (subject, objects)


def test_what_joins_a_noun_behind_its_relative_clause(nlp: Language) -> None:
    doc = nlp("Der Präsident, der den Vertrag ablehnt, und der Kanzler verurteilten den Angriff.")
    relative, main = doc._.clauses
    assert (relative.lemma, [token.text for token in relative.objects]) == ("ablehnen", ["Vertrag"])
    assert (main.subject.text, [token.text for token in main.objects]) == ("Präsident", ["Angriff"])


def test_an_adverb_is_no_prefix_of_a_verb_that_takes_none(nlp: Language) -> None:
    texts = ["Frankreich verurteilte den Anschlag scharf.", "Die Polizei stellte die Lage klar."]
    clauses = [doc._.clauses[0] for doc in nlp.pipe(texts)]
    assert [clause.lemma for clause in clauses] == ["verurteilen", "klarstellen"]
    assert [_verb_lemma(clause) for clause in clauses] == ["verurteilen", "klarstellen"]
