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
glaubt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 glauben
der ART 4 det
Behauptung NN 2 obj Case=Dat|Number=Sing|Gender=Fem"""
KNOWS = """
Niemand PIS 2 nsubj Case=Nom|Number=Sing
glaubt VVFIN 0 root Number=Sing|VerbForm=Fin|Person=3 glauben"""


@pytest.mark.parametrize(
    ("first", "head", "expected"),
    [(SURPRISES, 2, "subject"), (CLAIM, 4, "content"), (KNOWS, 2, "complement")],
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
