"""Phrases that show by form what governs them, whatever the parser said."""

from __future__ import annotations

from collections.abc import Callable

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


def test_more_than_bounds_the_number(read: Read) -> None:
    clause = read(
        """
        Iran NE 8 nsubj Case=Nom
        hat VAFIN 8 aux VerbForm=Fin haben
        mehr ADV 8 advmod
        als KOKOM 6 cc
        200 CARD 6 nummod
        Raketen NN 8 obl Case=Acc|Number=Plur
        gestern ADV 8 advmod
        geliefert VVPP 0 root _ liefern
        . $. 8 punct
        """
    )["geliefert"]
    assert [word.text for word in clause.objects] == ["Raketen"]


def test_what_is_measured_is_no_object(read: Read) -> None:
    clause = read(
        """
        Es PPER 2 nsubj Case=Nom
        dauerte VVFIN 0 root VerbForm=Fin dauern
        mehr ADV 2 advmod
        als KOKOM 6 case
        drei CARD 6 nummod
        Tage NN 2 obl Case=Acc|Number=Plur
        . $. 2 punct
        """
    )["dauerte"]
    assert clause.objects == []


def test_zufolge_stands_behind_its_noun(read: Read) -> None:
    clause = read(
        """
        Minsk NE 2 nsubj Case=Nom
        erhielt VVFIN 0 root VerbForm=Fin erhalten
        Berichten NN 2 obj Case=Dat|Number=Plur
        zufolge APPR 5 case
        Öl NN 3 nmod Case=Dat
        . $. 2 punct
        """
    )["erhielt"]
    assert [word.text for word in clause.objects] == ["Öl"]
    assert [(o.preposition.text, o.noun.text) for o in clause.obliques] == [("zufolge", "Berichten")]


def test_what_stands_behind_zufolge_is_the_object(read: Read) -> None:
    clause = read(
        """
        Minsk NE 6 nsubj Case=Nom
        hat VAFIN 6 aux VerbForm=Fin haben
        Medien NN 6 obj Case=Acc|Number=Plur
        zufolge APPR 5 case
        Öl NN 6 obl Case=Acc
        erhalten VVPP 0 root VerbForm=Part erhalten
        . $. 6 punct
        """
    )["erhalten"]
    (oil,) = clause.objects
    assert oil.text == "Öl" and list(oil.lefts) == []
    assert [(o.preposition.text, o.noun.text) for o in clause.obliques] == [("zufolge", "Medien")]


def test_a_pronoun_in_the_dative_belongs_to_the_verb(read: Read) -> None:
    clause = read(
        """
        Minsk NE 2 nsubj Case=Nom
        wirft VVFIN 0 root VerbForm=Fin werfen
        ihm PPER 4 nmod Case=Dat
        Verrat NN 2 obj Case=Acc
        vor PTKVZ 2 compound:prt
        . $. 2 punct
        """
    )["wirft"]
    assert sorted(word.text for word in clause.objects) == ["Verrat", "ihm"]


def test_the_number_of_whom_some_are_counted_is_the_subject(read: Read) -> None:
    clause = read(
        """
        Geiseln NN 0 root Case=Nom|Number=Plur
        , $, 7 punct
        von APPR 4 case
        denen PRELS 7 obl Case=Dat
        etwa ADV 6 advmod
        drei CARD 7 obl
        starben VVFIN 1 acl VerbForm=Fin sterben
        . $. 1 punct
        """
    )["starben"]
    assert str(clause.subject) == "drei"
    assert clause.obliques == []
