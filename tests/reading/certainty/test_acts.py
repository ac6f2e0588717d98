"""What certainty makes of an event by what kind of act it is: read as whole articles, events included."""

import pytest

from tests.reading import by_rules

#: an article, the word of the event, its factuality, its sources
ACTS = [
    # a suit or demand that is turned down was brought; a demand for a day to come is made now
    ("Das Gericht wies eine Klage der Opposition gegen die Regierung ab.", "Klage", "CT+", []),
    ("Die Gewerkschaften rufen für den 3. Oktober zu Streiks gegen die Regierung auf.", "rufen", "CT+", []),
    (
        "Die Gewerkschaften rufen für den 3. Oktober zu Streiks gegen die Regierung auf.",
        "Streiks",
        "PS+",
        None,
    ),
    # money that is held back does not flow; help that one is glad to give does
    ("Die USA sperrten Hilfsgelder für die Ukraine.", "Hilfsgelder", "CT-", []),
    ("Die USA freuten sich, der Ukraine Schutz zu gewähren.", "Schutz", "CT+", ["USA"]),
    # whose ally one is, is no source beside him
    (
        "Die USA wurden von Moskau, dem engsten Verbündeten Assads, gewarnt, Syrien anzugreifen.",
        "anzugreifen",
        "PS+",
        ["Russland"],
    ),
    # the second of two that are not so
    ("Polen hat die Waffen der Ukraine weder bezahlt noch geliefert.", "geliefert", "CT-", []),
    # what a crowd behind its verb is for
    ("In Budapest demonstrierten Tausende für den Rücktritt Orbáns.", "Rücktritt", "PS+", []),
    # what was called off, whatever its order; who assumes is a source
    ("Das Gipfeltreffen mit Putin sagte Trump ab.", "Gipfeltreffen", "CT-", []),
    ("Die Nato geht davon aus, dass Russland Polen angreift.", "angreift", "PR+", ["Nato"]),
    ("Washington hat den Konzern Rosneft auf die Sanktionsliste gesetzt.", "gesetzt", "CT+", []),
    # the name behind an office is the source
    (
        "Spaniens Ministerpräsident Pedro Sánchez hat ein Waffenembargo gegen Israel verkündet.",
        "Waffenembargo",
        "PR+",
        ["Pedro Sánchez"],
    ),
    # whoever takes up an invitation was invited
    ("Der Präsident nahm die Einladung Russlands an.", "Einladung", "CT+", []),
    # who will not do it, refuses now
    ("Frankreich will sich auf keinen Kompromiss mit Russland einlassen.", "einlassen", "CT+", []),
    # an arrest is announced when it is done, a withdrawal before
    ("Die Polizei gab die Festnahme des Generals bekannt.", "Festnahme", "CT+", ["Polizei"]),
    ("Russland gab den Abzug seiner Truppen bekannt.", "Abzug", "PR+", ["Russland"]),
    # what is quoted beside a demand is a claim; what a preposition takes for granted is not what is asked for
    ("Kiew forderte ein Ende der Gewalt: „Die Armee tötet Kinder.“", "tötet", "CT+", ["Ukraine"]),
    ("Nach dem Angriff auf Charkiw rief Kiew zu Spenden auf.", "Angriff", "CT+", []),
    # nor is what a relative clause tells of those of whom one warns
    ("Kiew warnte vor Rebellen, die Schiffe angreifen.", "angreifen", "CT+", ["Ukraine"]),
    ("Kiew forderte Polen auf, Rebellen anzugreifen.", "anzugreifen", "PS+", ["Ukraine"]),
    # an adjective or participle in front says how sure it is
    ("Möglich ist ein Angriff Russlands auf Polen.", "Angriff", "PS+", []),
    ("Geplant ist ein dreitägiger Streik gegen die Regierung.", "Streik", "PR+", []),
    # a name with a colon before a headline says it, a place does not
    (
        "Putin: Ukraine hat Kraftwerk beschossen\n\nDie Ukraine hat ein Kraftwerk beschossen, sagte Wladimir Putin.",
        "beschossen",
        "CT+",
        ["Wladimir Putin"],
    ),
    (
        "Kiew: Russland hat Kraftwerk beschossen\n\nRussland hat ein Kraftwerk bei Kiew beschossen.",
        "beschossen",
        "CT+",
        [],
    ),
    # behind a question it is what the headline is about
    (
        "Putin: Warum die Ukraine das Kraftwerk beschossen hat\n\nDie Ukraine hat das Kraftwerk beschossen.",
        "beschossen",
        "CT+",
        [],
    ),
    # a promise that is broken was made, a reproach that is confirmed too; who wants to ask, asks
    ("Russland hielt sein Versprechen gegenüber der Ukraine nicht ein.", "Versprechen", "CT+", []),
    ("Die Polizei bestätigte den Vorwurf der Opposition gegen den Minister.", "Vorwurf", "CT+", []),
    (
        "„Wir möchten Russland auffordern, die Truppen abzuziehen“, sagte Karl Berger.",
        "auffordern",
        "CT+",
        None,
    ),
    # a measure for others to take that somebody turns down is not off the table
    ("Österreich lehnt einen Boykott der Spiele in Peking ab.", "Boykott", "PS+", []),
    # one that somebody keeps from coming about is
    ("Ungarn verhinderte neue Sanktionen der EU gegen Russland.", "Sanktionen", "CT-", []),
    ("Scholz erteilte der Lieferung von Raketen an die Ukraine eine Absage.", "Lieferung", "CT-", []),
    # what nobody agrees to
    ("Iran zeigte sich nicht zu Verhandlungen mit den USA bereit.", "Verhandlungen", "PR-", None),
    # what hangs on a condition, as a light verb too
    (
        "Falls Russland die Ukraine angreift, verhängt die EU Sanktionen.",
        "Sanktionen",
        "Uu",
        [],
    ),
]


@pytest.mark.parametrize(("text", "word", "value", "sources"), ACTS)
def test_act_decides(text, word, value, sources):
    record = by_rules.read(text, published="2023-09-12")
    at = text.index(word)
    found = [s for s in record.statements if any(begin <= at < end for begin, end in s.trigger)]
    assert [s.factuality for s in found] == [value]
    assert sources is None or [a.name for a in found[0].attribution] == sources
