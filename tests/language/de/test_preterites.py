"""Preterites that a small network may read as infinitives or adjectives, and what the clause rules make of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lagebild.language.clause import Clause

Read = Callable[[str], dict[str, Clause]]


def test_a_preterite_read_as_an_infinitive_goes_on_with_the_relative_clause(read: Read) -> None:
    found = read(
        """
        Milizen NN 12 nsubj Case=Nom|Number=Plur
        , $, 6 punct
        die PRELS 6 nsubj Case=Nom|Number=Plur
        ein ART 5 det
        Dorf NN 6 obj Case=Acc|Number=Sing
        plünderten VVFIN 1 acl Number=Plur|VerbForm=Fin plündern
        , $, 6 punct
        dabei PAV 12 advmod
        Menschen NN 10 nsubj Case=Nom|Number=Plur
        töteten VVINF 12 advcl VerbForm=Inf
        , $, 12 punct
        flohen VVFIN 0 root Number=Plur|VerbForm=Fin fliehen
        . $. 12 punct
        """
    )
    assert found["töteten"].lemma == "töten"
    assert found["töteten"].parent is found["plünderten"]
    assert [word.text for word in found["töteten"].objects] == ["Menschen"]
    assert str(found["flohen"].subject) == "Milizen"


def test_a_chain_of_weak_preterites_is_no_list_of_nouns(read: Read) -> None:
    """One has the morphology of a verb; behind two joined by a comma *und* joins the third."""
    found = read(
        """
        Peru NE 2 nsubj Case=Nom|Number=Sing
        besetzte VVFIN 0 root Number=Sing|Tense=Past|VerbForm=Fin besetzen
        Inseln NN 2 obj Case=Acc|Number=Plur
        , $, 6 punct
        baute ADJA 6 amod Mood=Ind|Number=Sing
        Häfen NN 2 obl Case=Acc|Number=Plur
        und KON 9 cc
        stationierte ADJA 9 amod Case=Acc|Number=Plur
        Panzer NN 6 conj Case=Acc|Number=Plur
        . $. 2 punct
        """
    )
    assert {verb: [str(word) for word in clause.objects] for verb, clause in found.items()} == {
        "besetzte": ["Inseln"],
        "baute": ["Häfen"],
        "stationierte": ["Panzer"],
    }
    assert all(str(clause.understood_subject) == "Peru" for clause in found.values())


@pytest.mark.parametrize(
    ("name", "names", "arguments"),
    [
        ("Japan NE 3 obl Case=Nom", "und KON 6 cc\n        Peru NE 4 conj", ("Japan", ["Strafen"])),
        # a genitive owns the noun behind it, which is the subject
        ("Perus NE 8 nmod Case=Gen", "alte ADJA 8 amod\n        neue ADJA 8 amod", ("Strafen", [])),
    ],
)
def test_behind_a_preterite_without_noun_stands_its_subject(
    read: Read, name: str, names: str, arguments: tuple[str, list[str]]
) -> None:
    found = read(
        f"""
        Am APPRART 2 case
        Montag NN 3 obl Case=Dat|Number=Sing
        verhängten ADJA 8 amod Number=Plur
        {name}|Number=Sing
        {names}
        neue ADJA 8 amod
        Strafen NN 0 root Case=Acc|Number=Plur
        . $. 8 punct
        """
    )
    clause = found["verhängten"]
    assert (str(clause.subject), [str(word) for word in clause.objects]) == arguments


@pytest.mark.parametrize(
    ("prefix", "adjective", "tense", "count"),
    [
        ("an PTKVZ 2 compound:prt", "verletzte", "Past", 2),
        ("gestern ADV 2 advmod", "verletzte", "Past", 1),
        ("an PTKVZ 2 compound:prt", "verletzte", "Pres", 1),
        ("an PTKVZ 2 compound:prt", "verletzten", "Past", 1),
        ("an PTKVZ 2 compound:prt", "gejagte", "Past", 1),
    ],
)
def test_behind_a_prefix_no_noun_is_joined(
    read: Read, prefix: str, adjective: str, tense: str, count: int
) -> None:
    found = read(
        f"""
        Er PPER 2 nsubj Case=Nom|Number=Sing
        griff VVFIN 0 root Number=Sing|Tense={tense}|VerbForm=Fin greifen
        Dörfer NN 2 obj Case=Acc|Number=Plur
        {prefix}
        und KON 7 cc
        {adjective} ADJA 7 amod Case=Acc|Number=Plur
        Bauern NN 3 conj Case=Acc|Number=Plur
        . $. 2 punct
        """
    )
    assert len(found) == count


def test_a_noun_of_another_number_is_the_object(read: Read) -> None:
    clause = read(
        """
        Die ART 2 det
        Miliz NN 4 nsubj Case=Nom|Gender=Fem|Number=Sing
        zerstörte ADJA 4 amod Case=Acc|Number=Plur
        Häuser NN 0 root Case=Acc|Gender=Neut|Number=Plur
        . $. 4 punct
        """
    )["zerstörte"]
    assert str(clause.subject) == "Miliz"
    assert [word.text for word in clause.objects] == ["Häuser"]
