"""What the clause rules make of a parser's tree, right or wrong: trees are given, so that no weights matter."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from lagebild.language.clause import Clause
from lagebild.language.de.clauses import clauses_of


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return spacy.blank("de").vocab


def read(vocab: Vocab, tree: str) -> dict[str, Clause]:
    """Clauses by predicate of a sentence given as lines of word, tag, head (from 1; 0: root), relation, features."""
    rows = [line.split() for line in tree.strip().splitlines()]
    doc = Doc(
        vocab,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
        heads=[int(row[2]) - 1 if row[2] != "0" else i for i, row in enumerate(rows)],
        deps=[row[3] for row in rows],
        morphs=["" if len(row) < 5 or row[4] == "_" else row[4] for row in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )
    return {clause.predicate.text: clause for clause in clauses_of(doc)[0]}


def subject(clause: Clause) -> str | None:
    return None if clause.subject is None else clause.subject.text


def test_subject_hung_on_an_adverb_is_that_of_the_verb(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["fühlte"]) == "Ich"
    assert [word.text for word in found["fühlte"].objects] == ["mich"]


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
    vocab: Vocab, verb: str, lemma: str, it: str, other: str, expected: str
) -> None:
    found = read(vocab, ES.format(verb=verb, lemma=lemma, it=it, other=other))
    assert subject(found[verb.split()[0]]) == expected


def test_the_phrase_between_und_and_the_verb_is_its_subject(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["wartet"]) == "Volk"
    assert not found["wartet"].objects


def test_verbs_of_a_joined_subordinate_clause_stay_together(vocab: Vocab) -> None:
    found = read(
        vocab,
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


def test_a_main_clause_without_border_begins_where_the_parser_says(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert (subject(found["gab"]), subject(found["zerfiel"])) == ("es", "Gruppe")
    assert [word.text for word in found["gab"].objects] == ["Streit"]


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
def test_what_a_clause_with_dass_belongs_to(vocab: Vocab, first: str, head: int, expected: str) -> None:
    before = first.strip().splitlines()
    found = read(vocab, "\n".join([*before, DASS.format(verb=len(before) + 6, head=head)]))
    assert found["kam"].relation == expected and found["kam"].embedded
    assert found["kam"].parent is not None


def test_a_clause_in_the_prefield_makes_no_condition(vocab: Vocab) -> None:
    found = read(
        vocab,
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


def test_a_question_behind_a_dash_is_a_main_clause(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["bleibt"]) == "Grund"


def test_a_question_word_without_comma_opens_a_clause(vocab: Vocab) -> None:
    found = read(
        vocab,
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


def test_how_far_is_not_what(vocab: Vocab) -> None:
    found = read(
        vocab,
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


def test_the_predicate_noun_that_the_parser_hung_on_the_subject(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["Ereignis"]) == "Besuch"


def test_how_long_is_no_predicate(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["war"]) == "Er"


def test_the_predicate_is_the_noun_not_its_adjective(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["Mann"]) == "Er"


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
    vocab: Vocab, other: str, verb: str, expected: str
) -> None:
    tree = RELATIVE.format(
        noun="Alle PIAT 2 det\nZeugen NN 9 nsubj Case=Nom|Number=Plur",
        other=other,
        verb=f"{verb} VVFIN 2 acl Number=Sing|VerbForm=Fin {verb}",
    )
    assert subject(read(vocab, tree)[verb]) == expected


def test_a_relative_pronoun_inside_a_phrase_is_the_subject(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["wirkten"]) == "die"


def test_und_joins_a_clause_to_a_phrase_without_verb(vocab: Vocab) -> None:
    found = read(
        vocab,
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
    assert subject(found["dauert"]) == "Versand"


def test_nothing_to_report_has_haben_for_predicate(vocab: Vocab) -> None:
    found = read(
        vocab,
        """
        Wir PPER 5 nsubj Case=Nom|Number=Plur
        haben VAFIN 5 aux Number=Plur|VerbForm=Fin haben
        nichts PIS 5 obj Case=Acc
        zu PTKZU 5 mark
        verlieren VVINF 0 root _ verlieren
        . $. 5 punct
        """,
    )
    assert subject(found["haben"]) == "Wir"


def test_a_clause_right_behind_the_verbs_of_another_belongs_to_them(vocab: Vocab) -> None:
    found = read(
        vocab,
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
