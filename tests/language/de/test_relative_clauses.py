"""Relative clauses as a small network may well read them: where they go on, and what their pronoun is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


def test_a_relative_clause_goes_on_behind_a_comma(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        sucht VVFIN 0 root Number=Sing|VerbForm=Fin suchen
        Milizen NN 2 obj Case=Acc|Number=Plur
        , $, 7 punct
        die PRELS 7 nsubj Case=Nom|Number=Plur
        Dörfer NN 7 obj Case=Acc|Number=Plur
        plünderten VVFIN 3 acl Number=Plur|VerbForm=Fin plündern
        , $, 11 punct
        dabei PAV 11 advmod
        Menschen NN 11 nsubj Case=Nom|Number=Plur
        töteten VVFIN 2 conj Number=Plur|VerbForm=Fin töten
        und KON 14 cc
        andere PIS 14 nsubj Case=Nom|Number=Plur
        entführten VVFIN 11 conj Number=Plur|VerbForm=Fin entführen
        . $. 2 punct
        """
    )
    for verb, whom in (("töteten", "Menschen"), ("entführten", "andere")):
        assert str(found[verb].understood_subject) == "die"
        assert [word.text for word in found[verb].objects] == [whom]
    assert found["töteten"].parent is found["plünderten"]


@pytest.mark.parametrize(
    ("case", "subject", "whom"), [("Nom", "welche", "Stadt"), ("Acc", "Stadt", "welche")]
)
def test_of_two_subjects_a_relative_pronoun_is_one(read: Read, case: str, subject: str, whom: str) -> None:
    clause = read(
        f"""
        Er PPER 2 nsubj Case=Nom|Number=Sing
        liest VVFIN 0 root Number=Sing|VerbForm=Fin lesen
        Post NN 2 obj Case=Acc|Number=Sing
        , $, 8 punct
        welche PRELS 8 nsubj Case={case}|Gender=Fem|Number=Sing
        die ART 7 det
        Stadt NN 8 nsubj Case=Nom|Gender=Fem|Number=Sing
        lobt VVFIN 3 acl Number=Sing|VerbForm=Fin loben
        . $. 2 punct
        """
    )["lobt"]
    assert str(clause.subject) == subject
    assert [word.text for word in clause.objects] == [whom]


@pytest.mark.parametrize(("number", "subject"), [("Plur", "Armee"), ("Sing", "die")])
def test_of_two_objects_the_one_with_the_number_of_the_verb_is_the_subject(
    read: Read, number: str, subject: str
) -> None:
    clause = read(
        f"""
        Er PPER 2 nsubj Case=Nom|Number=Sing
        sucht VVFIN 0 root Number=Sing|VerbForm=Fin suchen
        Leute NN 2 obj Case=Acc|Number={number}
        , $, 8 punct
        die PRELS 8 obj Case=Acc
        die ART 7 det
        Armee NN 8 obj Case=Acc|Gender=Fem|Number=Sing
        jagte VVFIN 3 acl Number=Sing|VerbForm=Fin jagen
        . $. 2 punct
        """
    )["jagte"]
    assert str(clause.subject) == subject


def test_what_was_taken_for_an_article_before_a_verb_that_stands_last_is_the_subject(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        hilft VVFIN 0 root Number=Sing|VerbForm=Fin helfen
        Ländern NN 2 obl:arg Case=Dat|Number=Plur
        , $, 7 punct
        die ART 6 det
        Flüchtlinge NN 7 nsubj Case=Nom|Gender=Masc|Number=Plur
        aufnehmen VVFIN 2 conj Number=Plur|VerbForm=Fin aufnehmen
        . $. 2 punct
        """
    )
    assert found["aufnehmen"].relation == "relative"
    assert str(found["aufnehmen"].understood_subject) == "die"
    assert [word.text for word in found["aufnehmen"].objects] == ["Flüchtlinge"]


def test_an_inserted_relative_clause_gives_the_subject_back(read: Read) -> None:
    found = read(
        """
        Rebellen NN 5 nsubj Case=Nom|Number=Plur
        , $, 5 punct
        die ART 4 det
        Dörfer NN 5 obj Case=Acc|Gender=Neut|Number=Plur
        plündern VVINF 0 root VerbForm=Inf plündern
        , $, 7 punct
        werden VAFIN 8 aux:pass Number=Plur|VerbForm=Fin werden
        gejagt VVPP 5 conj VerbForm=Part jagen
        . $. 5 punct
        """
    )
    assert str(found["gejagt"].understood_subject) == "Rebellen"
    assert found["plündern"].relation == "relative"
    assert [word.text for word in found["plündern"].objects] == ["Dörfer"]


@pytest.mark.parametrize(
    ("between", "subject"),
    [("", "Soldaten"), ("gestern ADV 8 advmod\n", "die")],
    ids=["the verb may stand second", "the verb stands last"],
)
def test_a_verb_behind_one_phrase_may_stand_second(read: Read, between: str, subject: str) -> None:
    last = 8 if between else 7
    clause = read(
        f"""
        Er PPER 2 nsubj Case=Nom|Number=Sing
        nannte VVFIN 0 root Number=Sing|VerbForm=Fin nennen
        Leute NN 2 obj Case=Acc|Number=Plur
        , $, {last} punct
        die ART 6 det
        Soldaten NN {last} nsubj Case=Nom|Gender=Masc|Number=Plur
        {between}jagten VVFIN 2 parataxis Number=Plur|VerbForm=Fin jagen
        . $. 2 punct
        """
    )["jagten"]
    assert str(clause.understood_subject) == subject


def test_of_two_verbs_joined_at_the_end_of_a_clause_both_are_finite(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        sagt VVFIN 0 root Number=Sing|VerbForm=Fin sagen
        , $, 6 punct
        dass KOUS 6 mark
        Zeitungen NN 6 obj Case=Acc|Number=Plur
        verbietet VVPP 2 ccomp VerbForm=Part verbieten
        und KON 9 cc
        Leute NN 9 obj Case=Acc|Number=Plur
        verhaftet VVFIN 6 conj Number=Sing|VerbForm=Fin verhaften
        . $. 2 punct
        """
    )
    assert found["verbietet"].parent is found["sagt"]
    assert found["verhaftet"].parent is found["verbietet"]
    assert [word.text for word in found["verbietet"].objects] == ["Zeitungen"]
    assert [word.text for word in found["verhaftet"].objects] == ["Leute"]


def test_an_article_that_hangs_on_a_verb_is_a_relative_pronoun(read: Read) -> None:
    clause = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        sucht VVFIN 0 root Number=Sing|VerbForm=Fin suchen
        Milizen NN 2 obj Case=Acc|Number=Plur
        , $, 7 punct
        die ART 7 nsubj Case=Nom|Number=Plur
        Dörfer NN 7 obj Case=Acc|Number=Plur
        plünderten VVFIN 2 ccomp Number=Plur|VerbForm=Fin plündern
        . $. 2 punct
        """
    )["plünderten"]
    assert clause.relation == "relative"
