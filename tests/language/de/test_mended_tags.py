"""Verbs that were taken for adjectives of the noun behind them, and what the clause rules make of them."""

from __future__ import annotations

from collections.abc import Callable

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
