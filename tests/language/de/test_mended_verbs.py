"""Verbs and what is theirs where a small network loses the one or the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


def test_a_preterite_taken_for_an_adjective_has_what_stands_around_it(read: Read) -> None:
    """What the parser hung on the full stop is the verb's too."""
    clause = read(
        """
        Peru NE 2 obl Case=Nom|Number=Sing
        gewährte ADJA 0 root
        vierzig CARD 4 nummod
        Offizieren NN 2 nsubj Case=Dat|Number=Plur
        politisches ADJA 6 amod
        Asyl NN 7 obj Case=Acc|Number=Sing
        . $. 2 punct
        """
    )["gewährte"]
    assert str(clause.subject) == "Peru"
    assert "Asyl" in [word.text for word in clause.objects]


@pytest.mark.parametrize("label", ["conj", "appos", "nmod"])
def test_a_noun_behind_a_lost_preterite_is_its_object(read: Read, label: str) -> None:
    clause = read(
        f"""
        Peru NE 2 nsubj Case=Nom|Number=Sing
        stoppte VVFIN 0 root Number=Sing|VerbForm=Fin stoppen
        Lieferungen NN 2 obj Case=Acc|Number=Plur
        und KON 5 cc
        fror ADJA 6 amod
        Konten NN 3 {label} Case=Acc|Number=Plur
        ein PTKVZ 2 compound:prt
        . $. 2 punct
        """
    )["fror"]
    assert [word.text for word in clause.objects] == ["Konten"]


def test_goods_are_no_auxiliary(read: Read) -> None:
    clause = read(
        """
        Peru NE 2 nsubj Case=Nom|Number=Sing
        rief VVFIN 0 root Number=Sing|VerbForm=Fin rufen
        dazu PAV 2 advmod
        auf PTKVZ 2 compound:prt
        , $, 9 punct
        Waren VAFIN 9 aux Number=Plur|VerbForm=Fin
        umgehend ADJD 9 advmod
        zu PTKZU 9 mark
        meiden VVINF 2 xcomp VerbForm=Inf meiden
        . $. 2 punct
        """
    )["meiden"]
    assert [word.text for word in clause.objects] == ["Waren"]


def test_number_tells_the_subject_on_either_side_of_the_verb(read: Read) -> None:
    clause = read(
        """
        Die ART 2 det
        Rebellen NN 6 obj Case=Nom|Number=Plur
        haben VAFIN 6 aux Number=Plur|VerbForm=Fin haben
        gestern ADV 6 advmod
        Kroatien NE 6 nsubj Case=Nom|Gender=Neut|Number=Sing
        angegriffen VVPP 0 root VerbForm=Part
        . $. 6 punct
        """
    )["angegriffen"]
    assert str(clause.subject) == "Rebellen"
    assert [word.text for word in clause.objects] == ["Kroatien"]


def test_an_adverb_governs_no_noun(read: Read) -> None:
    clause = read(
        """
        Fischer NN 2 dep Case=Nom|Number=Plur
        angeblich ADJD 5 advmod
        von APPR 4 case
        Soldaten NN 5 obl Case=Dat|Number=Plur
        erschossen VVFIN 0 root VerbForm=Fin
        """
    )["erschossen"]
    assert str(clause.subject) == "Fischer"


@pytest.mark.parametrize(
    ("tag", "head", "label"), [("VVPP", 5, "nsubj"), ("VVFIN", 5, "nsubj"), ("VVPP", 7, "dep")]
)
def test_a_participle_in_commas_leaves_the_noun_to_the_verb(
    read: Read, tag: str, head: int, label: str
) -> None:
    found = read(
        f"""
        China NE {head} {label} Case=Nom|Number=Sing
        , $, 5 punct
        mit APPR 4 case
        Peru NE 5 obl Case=Dat
        verbündet {tag} 7 ccomp
        , $, 5 punct
        rief VVFIN 0 root Number=Sing|VerbForm=Fin rufen
        beide PIAT 9 det
        Seiten NN 7 nsubj Case=Nom|Number=Plur
        an PTKVZ 7 compound:prt
        . $. 7 punct
        """
    )
    assert str(found["rief"].subject) == "China"
    assert [word.text for word in found["rief"].objects] == ["Seiten"]
    assert str(found["verbündet"].understood_subject) == "China"


def test_what_shows_an_accusative_before_a_participle_in_commas_is_the_object(read: Read) -> None:
    found = read(
        """
        Den ART 2 det
        Minister NN 6 nsubj Case=Acc|Gender=Masc|Number=Sing
        , $, 6 punct
        von APPR 5 case
        Rebellen NN 6 obl Case=Dat|Number=Plur
        entführt VVPP 8 advcl VerbForm=Part
        , $, 6 punct
        befreite VVFIN 0 root Number=Sing|VerbForm=Fin befreien
        die ART 10 det
        Armee NN 8 nsubj Case=Nom|Gender=Fem|Number=Sing
        . $. 8 punct
        """
    )
    assert str(found["befreite"].subject) == "Armee"
    assert [word.text for word in found["befreite"].objects] == ["Minister"]


@pytest.mark.parametrize(
    ("verb", "lemma", "joined"), [("lässt", "lassen", "freilassen"), ("sitzt", "sitzen", "sitzen")]
)
def test_a_prefix_that_looks_like_an_adjective(read: Read, verb: str, lemma: str, joined: str) -> None:
    clause = read(
        f"""
        Miliz NN 2 nsubj Case=Nom|Number=Sing
        {verb} VVFIN 0 root Number=Sing|VerbForm=Fin {lemma}
        zwei CARD 4 nummod
        Geiseln NN 2 obj Case=Acc|Number=Plur
        frei ADJD 2 xcomp
        . $. 2 punct
        """
    )[verb]
    assert clause.lemma == joined


@pytest.mark.parametrize(("head", "label"), [("2", "conj"), ("2", "ccomp"), ("2", "parataxis")])
def test_participles_joined_in_a_report_share_its_auxiliary(read: Read, head: str, label: str) -> None:
    """Hung on the verb of saying they were passives of nobody; the third has it from the first, too."""
    clauses = read(
        f"""
        Lima NE 2 nsubj Case=Nom|Number=Sing
        sagte VVFIN 0 root Number=Sing|Tense=Past|VerbForm=Fin sagen
        , $, 7 punct
        Kuba NE 7 nsubj Case=Nom|Number=Sing
        habe VAFIN 7 aux Mood=Sub|Number=Sing|Tense=Pres|VerbForm=Fin haben
        Drohnen NN 7 obj Case=Acc|Number=Plur
        gebaut VVPP 2 ccomp VerbForm=Part bauen
        , $, 10 punct
        Piloten NN 10 obj Case=Acc|Number=Plur
        geschult VVPP {head} {label} VerbForm=Part schulen
        und KON 13 cc
        Häfen NN 13 obj Case=Acc|Number=Plur
        gesperrt VVPP 10 conj VerbForm=Part sperren
        . $. 2 punct
        """
    )
    for verb in ("geschult", "gesperrt"):
        clause = clauses[verb]
        assert clause.voice == "active" and str(clause.understood_subject) == "Kuba"
        assert [word.text for word in clause.auxiliaries] == ["habe"]


def test_the_plural_before_the_verb_is_the_subject_of_two_that_show_no_case(read: Read) -> None:
    clause = read(
        """
        Syrische ADJA 2 amod Case=Nom|Number=Plur
        Soldaten NN 5 nsubj Case=Acc|Number=Plur
        hätten VAFIN 5 aux Mood=Sub|Number=Plur|Tense=Past|VerbForm=Fin haben
        Bauern NN 5 nsubj Case=Nom|Number=Plur
        geschlagen VVPP 0 root VerbForm=Part schlagen
        . $. 5 punct
        """
    )["geschlagen"]
    assert str(clause.subject) == "Soldaten"
    assert [word.text for word in clause.objects] == ["Bauern"]
