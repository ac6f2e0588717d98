"""What the clause rules make a clause to the clause above or beside it.

Trees are given, right or wrong as a parser's may be, so that no weights matter.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


DASS = """, $, {verb} punct
dass KOUS {verb} mark
er PPER {verb} nsubj Case=Nom|Number=Sing
damals ADV {verb} advmod
allein ADV {verb} advmod
kam VVFIN {head} ccomp Number=Sing|VerbForm=Fin kommen
. $. 2 punct"""
SURPRISES = """
Hinzu PTKVZ 2 compound:prt
kommt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 kommen"""
CLAIM = """
Niemand PIS 2 nsubj Case=Nom|Number=Sing
sprach VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 sprechen
von APPR 4 case
Gerüchten NN 2 obl Case=Dat|Number=Plur"""
HOPE = """
Niemand PIS 2 nsubj Case=Nom|Number=Sing
hegt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 hegen
die ART 4 det
Hoffnung NN 2 obj Case=Acc|Number=Sing|Gender=Fem"""
KNOWS = """
Niemand PIS 2 nsubj Case=Nom|Number=Sing
glaubt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 glauben"""


@pytest.mark.parametrize(
    ("first", "head", "expected"),
    [(SURPRISES, 2, "subject"), (CLAIM, 4, "content"), (HOPE, 4, "complement"), (KNOWS, 2, "complement")],
)
def test_what_a_clause_with_dass_belongs_to(read: Read, first: str, head: int, expected: str) -> None:
    before = first.strip().splitlines()
    found = read("\n".join([*before, DASS.format(verb=len(before) + 6, head=head)]))
    assert found["kam"].relation == expected and found["kam"].embedded
    assert found["kam"].parent is not None


def test_a_clause_in_the_prefield_makes_no_condition(read: Read) -> None:
    found = read(
        """
        Wer PWS 3 nsubj Case=Nom|Number=Sing
        jetzt ADV 3 advmod
        geht VVFIN 5 csubj Number=Sing|VerbForm=Fin gehen
        , $, 3 punct
        verliert VVFIN 8 ccomp Number=Sing|VerbForm=Fin verlieren
        alles PIS 5 obj Case=Acc|Number=Sing
        , $, 8 punct
        warnt VVFIN 0 root Number=Sing|VerbForm=Fin warnen
        er PPER 8 nsubj Case=Nom|Number=Sing
        . $. 8 punct
        """,
    )
    assert found["verliert"].relation == "complement"
    assert found["verliert"].parent is found["warnt"]


def test_a_question_behind_a_dash_is_a_main_clause(read: Read) -> None:
    found = read(
        """
        Niemand PIS 2 nsubj Case=Nom|Number=Sing
        schläft VVFIN 0 root Number=Sing|VerbForm=Fin schlafen
        – $( 5 punct
        wo PWAV 5 advmod
        bleibt VVFIN 2 parataxis Number=Sing|VerbForm=Fin bleiben
        dann ADV 5 advmod
        der ART 8 det
        Grund NN 5 nsubj Case=Nom|Number=Sing|Gender=Masc
        ? $. 2 punct
        """,
    )
    assert found["bleibt"].relation == "coordinated"
    assert str(found["bleibt"].subject) == "Grund"


def test_a_question_word_without_comma_opens_a_clause(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        hält VVFIN 0 root Number=Sing|VerbForm=Fin halten
        was PWS 5 obj Case=Acc|Number=Sing
        er PPER 5 nsubj Case=Nom|Number=Sing
        verspricht VVFIN 2 ccomp Number=Sing|VerbForm=Fin versprechen
        . $. 2 punct
        """,
    )
    assert found["verspricht"].relation == "complement" and found["verspricht"].parent is found["hält"]


def test_how_far_is_not_what(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        weiß VVFIN 0 root Number=Sing|VerbForm=Fin wissen
        so ADV 4 advmod
        viel PIS 2 obj Case=Acc|Number=Sing
        , $, 8 punct
        wie PWAV 8 mark
        wir PPER 8 nsubj Case=Nom|Number=Plur
        wissen VVFIN 2 advcl Number=Plur|VerbForm=Fin wissen
        . $. 2 punct
        """,
    )
    assert found["wissen"].relation == "adverbial"


def test_a_clause_right_behind_the_verbs_of_another_belongs_to_them(read: Read) -> None:
    found = read(
        """
        Bei APPR 3 case
        dem ART 3 det
        Telefonat NN 15 obl
        , $, 7 punct
        bei APPR 6 case
        dem PRELS 7 obl
        gesagt VVPP 3 acl _ sagen
        wurde VAFIN 7 aux:pass VerbForm=Fin werden
        , $, 13 punct
        dass KOUS 13 mark
        alles PIS 13 nsubj Case=Nom
        gut ADJD 13 advmod
        gehe VVFIN 7 ccomp VerbForm=Fin gehen
        , $, 3 punct
        gab VVFIN 0 root VerbForm=Fin geben
        er PPER 15 nsubj Case=Nom
        nach PTKVZ 15 compound:prt
        """,
    )
    assert found["gehe"].relation == "complement"
    assert found["gehe"].parent is found["gesagt"]


def test_a_verb_hung_on_that_of_another_clause_keeps_its_own(read: Read) -> None:
    found = read(
        """
        Am APPRART 2 case
        Telefon NN 7 obl Case=Dat
        , $, 6 punct
        bei APPR 5 case
        dem PRELS 6 obl
        gesagt VVPP 7 xcomp _ sagen
        wurde VAFIN 9 aux:pass Number=Sing|VerbForm=Fin werden
        , $, 9 punct
        gab VVFIN 0 root Number=Sing|VerbForm=Fin geben
        er PPER 9 nsubj Case=Nom
        nach PTKVZ 9 compound:prt
        """
    )
    assert set(found) == {"gesagt", "gab"}
    assert found["gesagt"].voice == "passive"


WIE = """
, $, {verb} punct
wie PWAV {verb} advmod
{opener} PPER {verb} nsubj Case=Nom|Number=Sing
damals ADV {verb} advmod
{word} VVFIN 2 ccomp Number=Sing|VerbForm=Fin {lemma}
. $. 2 punct"""


@pytest.mark.parametrize(
    ("verb", "lemma", "word", "inner", "expected"),
    [
        ("verschwand", "verschwinden", "berichtete", "berichten", "adverbial"),
        ("verriet", "verraten", "verschwand", "verschwinden", "complement"),
        ("zeigte", "zeigen", "verschwand", "verschwinden", "complement"),
    ],
)
def test_who_said_so_is_not_what_was_said(
    read: Read, verb: str, lemma: str, word: str, inner: str, expected: str
) -> None:
    before = f"""
    Er PPER 2 nsubj Case=Nom|Number=Sing
    {verb} VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 {lemma}"""
    found = read(before + WIE.format(verb=7, opener="sie", word=word, lemma=inner))
    assert found[word].relation == expected


@pytest.mark.parametrize("joint", ["und", "aber"])
def test_a_second_dass_behind_und_joins_the_first(read: Read, joint: str) -> None:
    found = read(
        f"""
        Er PPER 2 nsubj Case=Nom|Number=Sing
        sagte VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 sagen
        , $, 6 punct
        dass KOUS 6 mark
        alle PIS 6 nsubj Case=Nom
        kämen VVFIN 2 ccomp Number=Plur|VerbForm=Fin kommen
        , $, 11 punct
        {joint} KON 11 cc
        dass KOUS 11 mark
        niemand PIS 11 nsubj Case=Nom
        bliebe VVFIN 2 ccomp Number=Sing|VerbForm=Fin bleiben
        . $. 2 punct
        """
    )
    assert found["kämen"].relation == "complement"
    assert found["bliebe"].relation == "coordinated" and found["bliebe"].parent is found["kämen"]


BESIDE = """
Anna NE 2 nsubj Case=Nom|Number=Sing
schreibt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 schreiben
{object}
{border} $, 7 punct
der ART 6 det
Rest NN 7 nsubj Case=Nom|Number=Sing|Gender=Masc
bleibt VVFIN 2 parataxis Number=Sing|VerbForm=Fin|Person=3 bleiben
. $. 2 punct
"""


@pytest.mark.parametrize(
    ("object_", "border", "expected"),
    [
        ("ihm PPER 2 obl:arg Case=Dat", ",", "complement"),
        ("Briefe NN 2 obj Case=Acc|Number=Plur", ",", "coordinated"),
        ("Briefe NN 2 obj Case=Acc|Number=Plur", ":", "complement"),
        ("ihm PPER 2 obl:arg Case=Dat", ";", "coordinated"),
    ],
)
def test_what_is_said_without_dass_is_the_object(
    read: Read, object_: str, border: str, expected: str
) -> None:
    assert read(BESIDE.format(object=object_, border=border))["bleibt"].relation == expected


def test_an_order_in_quotation_marks_behind_a_colon_is_what_is_said(read: Read) -> None:
    found = read(
        """
        Anna NE 2 nsubj Case=Nom|Number=Sing
        sagte VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 sagen
        : $. 5 punct
        „ $( 5 punct
        Bleibt VVIMP 2 parataxis Mood=Imp|Number=Plur|VerbForm=Fin bleiben
        hier ADV 5 advmod
        . $. 5 punct
        “ $( 5 punct
        """
    )
    assert found["Bleibt"].relation == "complement" and found["Bleibt"].parent is found["sagte"]


def test_what_those_say_who_were_named_last(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        kennt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 kennen
        Leute NN 2 obj Case=Acc|Number=Plur
        , $, 6 punct
        die PRELS 6 nsubj Case=Nom|Number=Plur
        sagen VVFIN 3 acl Number=Plur|VerbForm=Fin sagen
        , $, 9 punct
        alles PIS 9 nsubj Case=Nom|Number=Sing
        sei VAFIN 2 parataxis Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin sein
        verloren ADJD 9 advmod _ verloren
        . $. 2 punct
        """
    )
    assert found["verloren"].relation == "complement" and found["verloren"].parent is found["sagen"]


def test_what_was_said_reaches_back_to_its_quotation_mark(read: Read) -> None:
    found = read(
        """
        Alle PIS 2 nsubj Case=Nom|Number=Plur
        schwiegen VVFIN 0 root Number=Plur|VerbForm=Fin|Person=3 schweigen
        : $. 6 punct
        „ $( 6 punct
        Es PPER 6 nsubj Case=Nom|Number=Sing
        reicht VVFIN 2 parataxis Number=Sing|VerbForm=Fin|Person=3 reichen
        “ $( 6 punct
        , $, 9 punct
        sagte VVFIN 2 parataxis Number=Sing|VerbForm=Fin|Person=3 sagen
        Anna NE 9 nsubj Case=Nom|Number=Sing
        . $. 2 punct
        """
    )
    assert found["reicht"].relation == "complement" and found["reicht"].parent is found["sagte"]
    assert found["schwiegen"].relation == "main"
