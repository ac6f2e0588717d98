"""What the clause rules make predicate, subject and object of a clause.

Trees are given, right or wrong as a parser's may be, so that no weights matter.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


def test_subject_hung_on_an_adverb_is_that_of_the_verb(read: Read) -> None:
    found = read(
        """
        Ich PPER 6 nsubj Case=Nom|Number=Sing
        fühlte VVFIN 0 root Number=Sing|VerbForm=Fin fühlen
        mich PRF 6 obj Case=Acc
        sehr ADV 5 advmod
        gut ADJD 6 advmod
        betreut VVPP 2 xcomp _ betreuen
        . $. 2 punct
        """,
    )
    assert str(found["fühlte"].subject) == "Ich"
    assert [word.text for word in found["fühlte"].objects] == ["mich"]


def test_name_behind_a_day_is_no_part_of_the_date(read: Read) -> None:
    found = read(
        """
        Polen NE 6 nsubj Case=Nom|Number=Sing
        hat VAFIN 6 aux Number=Sing|VerbForm=Fin haben
        am APPRART 4 case
        Montag NN 6 obl Case=Dat|Number=Sing
        Kuba NE 4 appos Case=Dat|Number=Sing
        kritisiert VVPP 0 root VerbForm=Part kritisieren
        . $. 6 punct
        """,
    )
    assert [word.text for word in found["kritisiert"].objects] == ["Kuba"]


ES = """
Es PPER 2 {it} Case=Nom|Number=Sing
{verb} 0 root Number=Sing|VerbForm=Fin {lemma}
kein PIAT 4 det
Beweis NN 2 {other} Case=Acc|Number=Sing|Gender=Masc
. $. 2 punct
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "it", "other", "expected"),
    [
        ("fehlt VVFIN", "fehlen", "nsubj", "obj", "Beweis"),
        ("fehlt VVFIN", "fehlen", "expl", "nsubj", "Beweis"),
        ("gibt VVFIN", "geben", "obj", "nsubj", "Es"),
        ("braucht VVFIN", "brauchen", "nsubj", "obj", "Es"),
    ],
)
def test_es_as_subject_or_stand_in(
    read: Read, verb: str, lemma: str, it: str, other: str, expected: str
) -> None:
    found = read(ES.format(verb=verb, lemma=lemma, it=it, other=other))
    assert str(found[verb.split()[0]].subject) == expected


def test_the_phrase_between_und_and_the_verb_is_its_subject(read: Read) -> None:
    found = read(
        """
        Der ART 2 det
        Saal NN 4 nsubj Case=Nom|Number=Sing|Gender=Masc
        ist VAFIN 4 cop Number=Sing|VerbForm=Fin sein
        voll ADJD 0 root
        und KON 8 cc
        das ART 7 det
        Volk NN 8 obj Case=Acc|Number=Sing|Gender=Neut
        wartet VVFIN 4 conj Number=Sing|VerbForm=Fin warten
        . $. 4 punct
        """,
    )
    assert str(found["wartet"].subject) == "Volk"
    assert not found["wartet"].objects


def test_verbs_of_a_joined_subordinate_clause_stay_together(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        schwieg VVFIN 0 root Number=Sing|VerbForm=Fin schweigen
        , $, 6 punct
        weil KOUS 6 mark
        er PPER 6 nsubj Case=Nom|Number=Sing
        gesucht VVPP 2 advcl _ suchen
        wurde VAFIN 6 aux:pass Number=Sing|VerbForm=Fin werden
        und KON 10 cc
        nicht PTKNEG 10 advmod
        reden VVINF 6 conj
        durfte VMFIN 6 aux Number=Sing|VerbForm=Fin dürfen
        . $. 2 punct
        """,
    )
    assert set(found) == {"schwieg", "gesucht", "reden"}
    assert [verb.text for verb in found["reden"].modals] == ["durfte"]


def test_a_main_clause_without_border_begins_where_the_parser_says(read: Read) -> None:
    found = read(
        """
        Hier ADV 2 advmod
        gab VVFIN 0 root Number=Sing|VerbForm=Fin geben
        es PPER 2 nsubj Case=Nom|Number=Sing
        Streit NN 2 obj Case=Acc|Number=Sing|Gender=Masc
        die ART 6 det
        Gruppe NN 7 nsubj Case=Nom|Number=Sing|Gender=Fem
        zerfiel VVFIN 2 parataxis Number=Sing|VerbForm=Fin zerfallen
        bald ADV 7 advmod
        . $. 2 punct
        """,
    )
    assert (str(found["gab"].subject), str(found["zerfiel"].subject)) == ("es", "Gruppe")
    assert [word.text for word in found["gab"].objects] == ["Streit"]


def test_the_predicate_noun_that_the_parser_hung_on_the_subject(read: Read) -> None:
    found = read(
        """
        Gestern ADV 2 advmod
        war VAFIN 0 root Number=Sing|VerbForm=Fin sein
        der ART 4 det
        Besuch NN 2 nsubj Case=Nom|Number=Sing|Gender=Masc
        das ART 6 det
        Ereignis NN 4 nmod Case=Nom|Number=Sing|Gender=Neut
        der ART 8 det
        Woche NN 6 nmod Case=Gen|Number=Sing|Gender=Fem woche
        . $. 2 punct
        """,
    )
    assert str(found["Ereignis"].subject) == "Besuch"


def test_how_long_is_no_predicate(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        war VAFIN 0 root Number=Sing|VerbForm=Fin sein
        drei CARD 4 nummod
        Wochen NN 2 obj Case=Acc|Number=Plur Woche
        in APPR 6 case
        Haft NN 2 obl Case=Dat|Number=Sing
        . $. 2 punct
        """,
    )
    assert str(found["war"].subject) == "Er"


def test_the_predicate_is_the_noun_not_its_adjective(read: Read) -> None:
    found = read(
        """
        Er PPER 4 nsubj Case=Nom|Number=Sing
        ist VAFIN 4 cop Number=Sing|VerbForm=Fin sein
        ein ART 7 det
        kluger ADJA 0 root Case=Nom
        und KON 6 cc
        alter ADJA 4 conj Case=Nom
        Mann NN 4 conj Case=Nom|Number=Sing|Gender=Masc
        . $. 4 punct
        """,
    )
    assert str(found["Mann"].subject) == "Er"


RELATIVE = """
{noun}
, $, 7 punct
die PRELS 7 nsubj Case=Nom
der ART 6 det
{other}
{verb}
, $, 7 punct
schweigen VVFIN 0 root Number=Plur|VerbForm=Fin schweigen
. $. 9 punct
"""


@pytest.mark.parametrize(
    ("other", "verb", "expected"),
    [
        ("Staat NN 7 obj Case=Nom|Number=Sing|Gender=Neut", "schützt", "Staat"),
        ("Kasse NN 7 obl:arg Case=Dat|Number=Sing|Gender=Fem", "fehlt", "die"),
    ],
)
def test_a_plural_relative_is_no_subject_of_a_singular_verb(
    read: Read, other: str, verb: str, expected: str
) -> None:
    tree = RELATIVE.format(
        noun="Alle PIAT 2 det\nZeugen NN 9 nsubj Case=Nom|Number=Plur",
        other=other,
        verb=f"{verb} VVFIN 2 acl Number=Sing|VerbForm=Fin {verb}",
    )
    assert str(read(tree)[verb].subject) == expected


def test_a_relative_pronoun_inside_a_phrase_is_the_subject(read: Read) -> None:
    found = read(
        """
        Viele PIAT 2 det
        Leute NN 0 root Case=Nom|Number=Plur
        , $, 6 punct
        die PRELS 5 obj Case=Acc
        müde ADJD 6 advmod
        wirkten VVFIN 2 acl Number=Plur|VerbForm=Fin wirken
        . $. 2 punct
        """,
    )
    assert str(found["wirkten"].subject) == "die"


def test_und_joins_a_clause_to_a_phrase_without_verb(read: Read) -> None:
    found = read(
        """
        Viel PIAT 2 det
        Auswahl NN 6 nsubj Case=Nom|Number=Sing|Gender=Fem
        und KON 5 cc
        der ART 5 det
        Versand NN 2 conj Case=Nom|Number=Sing|Gender=Masc
        dauert VVFIN 0 root Number=Sing|VerbForm=Fin dauern
        . $. 6 punct
        """,
    )
    assert str(found["dauert"].subject) == "Versand"


def test_nothing_to_report_has_haben_for_predicate(read: Read) -> None:
    found = read(
        """
        Wir PPER 5 nsubj Case=Nom|Number=Plur
        haben VAFIN 5 aux Number=Plur|VerbForm=Fin haben
        nichts PIS 5 obj Case=Acc
        zu PTKZU 5 mark
        verlieren VVINF 0 root _ verlieren
        . $. 5 punct
        """,
    )
    assert str(found["haben"].subject) == "Wir"


@pytest.mark.parametrize("first", ["verhaftet", "erschossen"])
def test_joined_participles_share_the_haben_behind_the_last(read: Read, first: str) -> None:
    found = read(
        f"""
        Anna NE 3 nsubj Case=Nom|Number=Sing
        soll VMFIN 3 aux Number=Sing|VerbForm=Fin sollen
        {first} VVPP 0 root _ {first}
        und KON 6 cc
        Autos NN 6 obj Case=Acc|Number=Plur
        angezündet VVPP 3 conj _ anzünden
        haben VAINF 6 aux _ haben
        . $. 3 punct
        """
    )
    assert found[first].perfect_infinitive
    assert [word.text for word in found[first].auxiliaries] == ["haben"]


LOOSE = """
Der ART 2 det
Minister NN 2 {0} Case=Nom|Number=Sing
, $, 2 punct
sein PPOSAT 5 det
Sprecher NN 5 {0} Case=Nom|Number=Sing
und KON 7 cc
Rebellen NN 7 {0} Case=Nom|Number=Plur
sollen VMFIN 8 {0} Number=Plur|VerbForm=Fin sollen
Wachen NN 9 {0} Case=Acc|Number=Plur
erschossen VVPP 10 {0} _ erschießen
und KON 12 cc
Autos NN 12 {0} Case=Acc|Number=Plur
angezündet VVPP 13 {0} _ anzünden
haben VAINF 14 {0} _ haben
"""


@pytest.mark.parametrize(
    "label", ["conj", "nmod", "flat", "appos", "compound", "aux", "cop", "acl", "ccomp", "nsubj", "dep"]
)
def test_roots_of_any_label_come_to_an_end(read: Read, label: str) -> None:
    """A parser may make a root of a word and still call it joined to another; looking for that other must end."""
    assert read(LOOSE.format(label))
