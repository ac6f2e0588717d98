"""Trees and tags as a small network may well give them, and what the clause rules make of them all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.de.clauses import clauses_of
from lagebild.language.de.forms import Forms
from lagebild.language.de.lemma import plural_by_form
from lagebild.language.tokens import words_of

Read = Callable[[str], dict[str, Clause]]


@pytest.mark.parametrize("head", [2, 5])
def test_what_hangs_on_a_prefix_is_the_verbs(read: Read, head: int) -> None:
    clause = read(
        f"""
        Rebellen NN 2 nsubj Case=Nom|Number=Plur
        halten VVFIN 0 root Number=Plur|VerbForm=Fin halten
        den ART 4 det Case=Acc
        Reporter NN {head} obj Case=Acc|Number=Sing
        gefangen VVPP 2 compound:prt
        . $. 2 punct
        """
    )["halten"]
    assert [word.text for word in clause.objects] == ["Reporter"]
    assert clause.lemma == "gefangenhalten"


@pytest.mark.parametrize(("noun", "objects"), [("Folter", ["Minister", "Folter"]), ("Schmidt", ["Minister"])])
def test_a_deed_behind_a_name_is_no_part_of_it(read: Read, noun: str, objects: list[str]) -> None:
    clause = read(
        f"""
        Kritiker NN 2 nsubj Case=Nom|Number=Plur
        werfen VVFIN 0 root Number=Plur|VerbForm=Fin werfen
        Minister NN 2 obj Case=Dat|Number=Sing
        Berg NE 3 appos Number=Sing
        {noun} NN 4 flat Number=Sing
        vor PTKVZ 2 compound:prt
        . $. 2 punct
        """
    )["werfen"]
    assert [word.text for word in clause.objects] == objects


@pytest.mark.parametrize(("name", "subject"), [("Bergs", "Anwalt"), ("Berg", "Ana")])
def test_what_a_name_in_the_genitive_owns_is_no_part_of_it(read: Read, name: str, subject: str) -> None:
    clause = read(
        f"""
        Ana NE 4 nsubj Number=Sing
        {name} NE 1 flat Number=Sing
        Anwalt NN 1 flat Case=Nom|Number=Sing
        schwieg VVFIN 0 root Number=Sing|VerbForm=Fin schweigen
        . $. 4 punct
        """
    )["schwieg"]
    assert clause.subject is not None and clause.subject.text == subject


@pytest.mark.parametrize("tag", ["VVINF", "VVIZU", "PTKVZ"])
def test_no_infinitive_ends_like_a_prefix(read: Read, tag: str) -> None:
    clause = read(
        f"""
        Peru NE 2 nsubj Case=Nom|Number=Sing
        stufte VVFIN 0 root Number=Sing|VerbForm=Fin stufen
        die ART 4 det
        Beziehungen NN 2 obj Case=Acc|Number=Plur
        zu APPR 6 case
        Chile NE 7 obl Case=Dat
        herab {tag} 2 xcomp
        . $. 2 punct
        """
    )["stufte"]
    assert clause.lemma == "herabstufen"
    assert [phrase.noun.text for phrase in clause.obliques] == ["Chile"]


def test_the_first_preposition_of_a_phrase_in_a_phrase_governs_the_last_noun(read: Read) -> None:
    clause = read(
        """
        Rom NE 2 nsubj Case=Nom|Number=Sing
        beendet VVFIN 0 root Number=Sing|VerbForm=Fin beenden
        Vorbereitungen NN 2 obj Case=Acc|Number=Plur
        auf APPR 7 case
        eine ART 3 det
        vor APPR 7 case
        Monaten NN 8 obl Case=Dat
        angekündigte ADJA 9 amod
        Offensive NN 3 conj Case=Acc|Number=Sing
        . $. 2 punct
        """
    )["beendet"]
    assert [word.text for word in clause.objects] == ["Vorbereitungen"]


def test_davor_is_no_prefix(read: Read) -> None:
    clause = read(
        """
        Rom NE 2 nsubj Case=Nom|Number=Sing
        warnte VVFIN 0 root Number=Sing|VerbForm=Fin warnen
        Wien NE 2 obj Case=Acc|Number=Sing
        davor PTKVZ 2 compound:prt
        . $. 2 punct
        """
    )["warnte"]
    assert clause.lemma == "warnen"


def test_a_prefix_belongs_to_no_noun_behind_it(read: Read) -> None:
    clause = read(
        """
        Peru NE 2 nsubj Case=Nom|Number=Sing
        rief VVFIN 0 root Number=Sing|VerbForm=Fin rufen
        Chile NE 2 obj Case=Acc|Number=Sing
        auf PTKVZ 6 case
        , $, 8 punct
        Gefangene NN 8 obj Case=Acc|Number=Plur
        zu PTKZU 8 mark
        schonen VVINF 2 xcomp VerbForm=Inf schonen
        . $. 2 punct
        """
    )["rief"]
    assert clause.lemma == "aufrufen"


def test_of_bare_names_the_first_is_the_subject(read: Read) -> None:
    clause = read(
        """
        Kenia NE 5 obl:arg Case=Nom|Gender=Neut|Number=Sing
        hat VAFIN 5 aux Number=Sing|VerbForm=Fin haben
        Mali NE 5 nsubj Case=Nom|Gender=Neut|Number=Sing
        Hilfe NN 5 obj Case=Acc|Gender=Fem|Number=Sing
        zugesagt VVPP 0 root VerbForm=Part zusagen
        . $. 5 punct
        """
    )["zugesagt"]
    assert str(clause.subject) == "Kenia"
    assert {word.text for word in clause.objects} == {"Mali", "Hilfe"}


@pytest.mark.parametrize(("adjective", "objects"), [("junge", ["Hirten"]), ("junger", [])])
def test_an_accusative_belongs_to_no_noun(read: Read, adjective: str, objects: list[str]) -> None:
    clause = read(
        f"""
        Siedler NN 7 nsubj Case=Nom|Number=Plur
        haben VAFIN 7 aux Number=Plur|VerbForm=Fin haben
        bei APPR 4 case
        Angriffen NN 7 obl Case=Dat|Gender=Masc|Number=Plur
        {adjective} ADJA 6 amod
        Hirten NN 4 nmod Case=Acc|Gender=Masc|Number=Plur
        verletzt VVPP 0 root VerbForm=Part verletzen
        . $. 7 punct
        """
    )["verletzt"]
    assert [word.text for word in clause.objects] == objects


def test_one_phrase_before_a_verb_makes_a_main_clause(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        ging VVFIN 0 root Number=Sing|VerbForm=Fin gehen
        , $, 6 punct
        als KOUS 6 mark
        sie PPER 6 nsubj Case=Nom|Number=Sing
        kam VVFIN 2 advcl Number=Sing|VerbForm=Fin kommen
        , $, 10 punct
        das ART 9 det
        Kind NN 10 nsubj Case=Nom|Number=Sing
        schlief VVFIN 2 parataxis Number=Sing|VerbForm=Fin schlafen
        . $. 2 punct
        """
    )
    assert str(found["schlief"].subject) == "Kind"


def test_the_infinitive_of_lassen_hangs_on_no_other_clause(read: Read) -> None:
    found = read(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        floh VVFIN 0 root Number=Sing|VerbForm=Fin fliehen
        und KON 5 cc
        sie PPER 5 nsubj Case=Nom|Number=Sing
        ließ VVFIN 2 conj Number=Sing|VerbForm=Fin lassen
        das ART 7 det
        Tor NN 8 obj Case=Acc|Number=Sing
        schließen VVINF 2 conj VerbForm=Inf
        . $. 2 punct
        """
    )
    assert [word.text for word in found["ließ"].objects] == ["Tor"]


def test_a_pronoun_behind_the_verb_is_no_article_of_a_name(read: Read) -> None:
    clause = read(
        """
        Gestern ADV 2 advmod
        beschuldigte VVFIN 0 root Number=Sing|VerbForm=Fin beschuldigen
        dieser PDS 4 det Case=Nom|Gender=Masc|Number=Sing
        Kenia NE 2 nsubj Case=Nom|Gender=Neut|Number=Sing
        . $. 2 punct
        """
    )["beschuldigte"]
    assert str(clause.subject) == "dieser"
    assert [word.text for word in clause.objects] == ["Kenia"]


def test_a_plural_before_a_singular_verb_is_its_object(read: Read) -> None:
    clause = read(
        """
        Sanktionen NN 2 nsubj Case=Nom|Gender=Fem|Number=Plur
        lehnte VVFIN 0 root Number=Sing|VerbForm=Fin lehnen
        Minsk NE 2 obj Case=Acc|Gender=Neut|Number=Sing
        ab PTKVZ 2 compound:prt
        . $. 2 punct
        """
    )["lehnte"]
    assert str(clause.subject) == "Minsk"
    assert [word.text for word in clause.objects] == ["Sanktionen"]


@pytest.mark.parametrize(("before", "count"), [("aus APPR 6 case", 0), ("bald ADV 7 advmod", 1)])
def test_nicht_inside_a_phrase_denies_no_clause(read: Read, before: str, count: int) -> None:
    clause = read(
        f"""
        Er PPER 7 nsubj Case=Nom|Number=Sing
        wurde VAFIN 7 aux:pass Number=Sing|VerbForm=Fin werden
        {before}
        nicht PTKNEG 6 advmod
        klaren ADJA 6 amod
        Gründen NN 7 obl Case=Dat|Number=Plur
        entlassen VVPP 0 root _ entlassen
        . $. 7 punct
        """
    )["entlassen"]
    assert len(clause.negation) == count


def test_um_before_an_infinitive_is_no_preposition() -> None:
    doc = _doc(
        """
        Er PPER 2 nsubj Case=Nom|Number=Sing
        kam VVFIN 0 root Number=Sing|VerbForm=Fin
        um APPR 6 mark
        ihn PPER 6 obl Case=Acc
        zu PTKZU 6 mark
        drängen VVINF 2 advcl VerbForm=Inf
        """
    )
    (clause,) = clauses_of(words_of(doc))[1]
    assert [word.text for word in clause.objects] == ["ihn"]
    assert clause.relation == "adverbial"


def test_an_infinitive_with_zu_is_no_relative_clause() -> None:
    doc = _doc(
        """
        Sie PPER 2 nsubj Case=Nom|Number=Sing
        verdächtigte VVFIN 0 root Number=Sing|VerbForm=Fin
        die ART 4 det
        Armee NN 2 obj Case=Acc|Number=Sing
        , $, 6 punct
        gesiegt VVPP 4 acl VerbForm=Part
        zu PTKZU 6 mark
        haben VAINF 6 aux VerbForm=Inf
        """
    )
    assert [clause.relation for clause in clauses_of(words_of(doc))[1]] == ["infinitive"]


def test_a_genitive_behind_its_noun_is_found_wherever_it_hangs() -> None:
    doc = _doc(
        """
        Sie PPER 2 nsubj Case=Nom|Number=Plur
        drangen VVFIN 0 root Number=Plur|VerbForm=Fin
        in APPR 4 case
        Rechner NN 2 obl Case=Dat|Number=Plur
        chilenischer ADJA 6 amod Case=Gen|Number=Plur
        Offiziere NN 2 obl Case=Gen|Number=Plur
        ein PTKVZ 2 compound:prt
        """
    )
    words = words_of(doc)
    assert noun_phrases.genitive(words[3]) is words[5]
    assert noun_phrases.genitive(words[5]) is None


@pytest.mark.parametrize(
    ("noun", "gender", "expected"),
    [
        ("Unruhen", "Fem", True),
        ("Gesprächen", "Neut", True),
        ("Proteste", "Masc", True),
        ("Soldaten", "Masc", False),
        ("Abkommen", "Neut", False),
        ("Regierung", "Fem", False),
        ("Spione", "Fem", True),
    ],
)
def test_plurals_by_form(noun: str, gender: str, expected: bool) -> None:
    assert plural_by_form(noun, gender) is expected


def test_a_noun_that_can_only_be_a_plural_is_one() -> None:
    doc = Forms()(
        _doc(
            """
            zu APPR 2 case
            Unruhen NN 0 root Case=Dat|Gender=Fem|Number=Sing
            """
        )
    )
    assert doc[1].morph.get("Number") == ["Plur"]
    assert doc[1].lemma_ == "Unruhe"


def test_a_noun_with_ein_is_a_singular() -> None:
    doc = Forms()(
        _doc(
            """
            einen ART 2 det
            Beamten NN 0 root Case=Acc|Gender=Masc|Number=Plur
            """
        )
    )
    assert doc[1].morph.get("Number") == ["Sing"]


def _doc(tree: str) -> Doc:
    rows = [line.split() for line in tree.strip().splitlines()]
    return Doc(
        spacy.blank("de").vocab,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        lemmas=[row[0].lower() for row in rows],
        heads=[int(row[2]) - 1 if row[2] != "0" else i for i, row in enumerate(rows)],
        deps=[row[3] for row in rows],
        morphs=["" if len(row) < 5 or row[4] == "_" else row[4] for row in rows],
        sent_starts=[i == 0 for i in range(len(rows))],
    )


@pytest.mark.parametrize("head", [2, 5])
def test_an_infinitive_belongs_to_the_last_of_two_verbs(read: Read, head: int) -> None:
    """And its joined participles share *haben*, so that both are active."""
    found = read(
        f"""
        Peru NE 2 nsubj Case=Nom|Number=Sing
        dementiert VVFIN 0 root Number=Sing|VerbForm=Fin dementieren
        das PDS 2 obj Case=Acc
        und KON 5 cc
        wirft VVFIN 2 conj Number=Sing|VerbForm=Fin werfen
        Soldaten NN 5 obl:arg Case=Dat|Number=Plur
        vor PTKVZ 5 compound:prt
        , $, 9 punct
        verprügelt VVPP {head} ccomp VerbForm=Part verprügeln
        und KON 11 cc
        vertrieben VVPP 9 conj VerbForm=Part vertreiben
        zu PTKZU 11 mark
        haben VAINF 11 aux VerbForm=Inf haben
        . $. 2 punct
        """
    )
    for verb in ("verprügelt", "vertrieben"):
        assert (found[verb].voice, str(found[verb].understood_subject)) == ("active", "Soldaten")


def test_no_dative_stands_behind_die_and_what_is_in_front_is_the_subject(read: Read) -> None:
    clause = read(
        """
        Die ART 2 det Case=Nom
        Truppen NN 6 obl:arg Case=Dat|Gender=Fem|Number=Plur
        hatten VAFIN 6 aux Number=Plur|VerbForm=Fin haben
        die ART 5 det Case=Nom
        Angreifer NN 6 nsubj Case=Nom|Gender=Masc|Number=Plur
        aufgehalten VVPP 0 root VerbForm=Part aufhalten
        . $. 6 punct
        """
    )["aufgehalten"]
    assert str(clause.subject) == "Truppen"
    assert [word.text for word in clause.objects] == ["Angreifer"]


@pytest.mark.parametrize("tag", ["NN", "NE"])
def test_the_first_of_two_bare_subjects_in_s_owns_the_second(tag: str) -> None:
    doc = _doc(
        f"""
        Wiens {tag} 3 nsubj Case=Nom|Number=Sing
        Botschafter NN 3 nsubj Case=Nom|Number=Sing
        ging VVFIN 0 root Number=Sing|VerbForm=Fin
        """
    )
    words = words_of(doc)
    assert noun_phrases.genitive(words[1]) is words[0]


@pytest.mark.parametrize(
    ("verb", "noun", "subject"),
    [
        ("kritisierte", "EU", "EU"),
        ("erschreckte", "EU", "Festnahme"),
        ("bestätigte", "Vermutung", "Festnahme"),
    ],
)
def test_no_deed_judges_who_stands_behind_the_verb(read: Read, verb: str, noun: str, subject: str) -> None:
    name = "NE" if noun == "EU" else "NN"
    lemma = verb.removesuffix("te") + "en" if verb != "kritisierte" else "kritisieren"
    clause = read(
        f"""
        Die ART 2 det Case=Nom
        Festnahme NN 3 nsubj Case=Nom|Number=Sing|Gender=Fem
        {verb} VVFIN 0 root Number=Sing|VerbForm=Fin {lemma}
        die ART 5 det Case=Acc
        {noun} {name} 3 obj Case=Acc|Number=Sing|Gender=Fem
        . $. 3 punct
        """
    )[verb]
    assert clause.subject is not None
    assert clause.subject.text == subject


def test_who_is_likened_to_the_subject_is_not_it(read: Read) -> None:
    clause = read(
        """
        Wie PWAV 2 case
        Polen NE 3 nsubj Number=Sing
        liefert VVFIN 0 root Number=Sing|VerbForm=Fin liefern
        auch ADV 5 advmod
        Rom NE 3 obj Number=Sing
        Panzer NN 3 obj Number=Plur
        . $. 3 punct
        """
    )["liefert"]
    assert clause.subject is not None
    assert clause.subject.text == "Rom"


def test_one_phrase_stands_before_the_verb(read: Read) -> None:
    clause = read(
        """
        Nawalnys NE 3 obl:arg Case=Dat
        Witwe NN 3 nsubj Number=Sing|Gender=Fem
        drohte VVFIN 0 root Number=Sing|VerbForm=Fin drohen
        Putin NE 3 nsubj Number=Sing
        . $. 3 punct
        """
    )["drohte"]
    assert clause.subject is not None
    assert clause.subject.text == "Witwe"
