"""Words that were taken for others (verbs for adjectives, a plural for one, *ihr* for a possessive), and what the clause
rules make of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


def test_a_verb_taken_for_an_adjective_of_its_subject_has_an_object(read: Read) -> None:
    clause = read(
        """
        1974 CARD 2 obl NumType=Card
        besetzten ADJA 4 amod Case=Nom|Number=Plur
        peruanische ADJA 4 amod Case=Nom|Number=Plur
        Truppen NN 0 root Case=Nom|Gender=Fem|Number=Plur
        den ART 6 det Case=Acc|Number=Sing
        Norden NN 4 nmod Case=Acc|Gender=Masc|Number=Sing
        Chiles NE 6 nmod Case=Gen|Number=Sing
        . $. 6 punct
        """
    )["besetzten"]
    assert str(clause.subject) == "Truppen"
    assert [word.text for word in clause.objects] == ["Norden"]


def test_a_verb_taken_for_an_adjective_of_its_object_has_a_subject_before(read: Read) -> None:
    clause = read(
        """
        Mehrere PIAT 2 det Number=Plur
        Staaten NN 0 root Case=Nom|Gender=Masc|Number=Plur
        , $, 5 punct
        darunter PAV 5 advmod
        Peru NE 2 appos Case=Nom|Number=Sing
        , $, 8 punct
        verurteilten ADJA 8 amod Case=Nom|Number=Sing
        Chile NE 5 conj Case=Nom|Number=Sing
        . $. 2 punct
        """
    )["verurteilten"]
    assert str(clause.subject) == "Staaten"
    assert [word.text for word in clause.objects] == ["Chile"]


@pytest.mark.parametrize(
    ("article", "attribute", "subject"),
    [("Der", "deutsche", "Beamte"), ("Der", "deutschen", "Peru"), ("Die", "deutschen", "Peru")],
)
def test_a_masculine_nominative_with_der_is_one(
    read: Read, article: str, attribute: str, subject: str
) -> None:
    clause = read(
        f"""
        {article} ART 3 det
        {attribute} ADJA 3 amod
        Beamte NN 4 nsubj Case=Nom|Gender=Masc|Number=Plur
        kritisierte VVFIN 0 root Number=Sing|VerbForm=Fin
        Peru NE 4 obj Case=Acc|Gender=Neut|Number=Sing
        . $. 4 punct
        """
    )["kritisierte"]
    assert str(clause.subject) == subject


@pytest.mark.parametrize(
    ("noun", "features", "objects"),
    [
        ("Hilfe", "Case=Acc|Gender=Fem|Number=Sing", ["ihr", "Hilfe"]),
        ("Waffen", "Case=Acc|Gender=Fem|Number=Plur", ["ihr", "Waffen"]),
        ("Geld", "Case=Acc|Gender=Neut|Number=Sing", ["Geld"]),
    ],
)
def test_her_before_a_noun_that_would_need_an_ending_is_a_dative(
    read: Read, noun: str, features: str, objects: list[str]
) -> None:
    clause = read(
        f"""
        Peru NE 2 nsubj Case=Nom|Number=Sing
        gab VVFIN 0 root Number=Sing|VerbForm=Fin
        ihr PPOSAT 4 det:poss Poss=Yes
        {noun} NN 2 obj {features}
        . $. 2 punct
        """
    )["gab"]
    assert [word.text for word in clause.objects] == objects
