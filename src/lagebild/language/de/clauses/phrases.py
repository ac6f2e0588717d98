"""Phrases whose words tell by form what governs them, mended before clauses are looked for.

*mehr als 200 Raketen* is no comparison, *Angaben zufolge* has its preposition behind it, *ihm* belongs to a verb, in
*von denen drei starben* the number is the subject, and *in der von Rebellen gehaltenen Stadt* the first preposition governs
the last noun.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.tree import NOUNS, SUBJECT, VERBS, Tree
from lagebild.language.de.clauses.words import words

#: Relations by which the words of one name or noun phrase hang together.
_WITHIN: Final = frozenset(["flat", "flat:name", "appos", "nmod", "compound", "conj"])
_DATIVES: Final = frozenset(["ihm", "ihnen", "ihr", "mir", "dir"])
#: Words that are no verb's prefix in news, whatever they were tagged: *warnte ihn davor*.
_NO_PREFIXES: Final = frozenset(
    ["davor", "daran", "darauf", "darüber", "damit", "daraus", "darum", "darin", "dafür"]
)
#: So far behind its preposition the participle of a phrase in a phrase may stand.
_NESTED: Final = 12
#: Words that ask for a look.
WORDS: Final = frozenset(["bis", "mehr", "weniger", "zufolge", "denen", "um", *_DATIVES, *_NO_PREFIXES])


def mend_phrase(tree: Tree, i: int, begin: int, end: int) -> None:
    """Mend the phrase of one of `WORDS` in place."""
    word, following = tree.lower[i], tree.lower[i + 1] if i + 1 < end else ""
    if word == "zufolge":
        _postposition(tree, i, begin)
    elif word in _DATIVES:
        _dative(tree, i)
    elif word == "um":
        _purpose(tree, i)
    elif word == "denen":
        _partitive(tree, i, end)
    elif word in _NO_PREFIXES:
        if tree.tags[i] == "PTKVZ":
            tree.tags[i], tree.deps[i] = "PAV", "advmod"
    elif following == ("zu" if word == "bis" else "als") and i + 2 < end and tree.tags[i + 2] == "CARD":
        _bound(tree, i)


def mend_nested(tree: Tree, article: int, end: int) -> None:
    """Give the noun behind a phrase in a phrase its preposition and article: *auf eine vor Monaten angekündigte Offensive*.

    ``article`` stands between two prepositions; the participle that governs the inner phrase says which noun it is.
    """
    outer, inner = article - 1, article + 1
    for k in range(inner + 2, min(end, inner + _NESTED)):
        if tree.tags[k] == "ADJA" and any(inner in tree.children[noun] for noun in tree.children[k]):
            break
    else:
        return
    noun = tree.heads[k]
    if noun < k or tree.tags[noun] not in NOUNS or tree.heads[outer] == tree.heads[article] == noun:
        return
    before = outer - 1
    attribute = before >= 0 and tree.tags[before] in NOUNS
    verb = tree.heads[noun]
    while tree.tags[verb] not in VERBS and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    above = before if attribute else verb
    if above != noun:
        tree.attach(noun, above, "nmod" if attribute else "obl")
    tree.attach(article, noun, "det")
    tree.attach(outer, noun, "case")


def _bound(tree: Tree, i: int) -> None:
    """*bis zu fünf Menschen starben*, *mehr als 200 Raketen*: the words bound the number; the noun has no preposition."""
    number = i + 2
    counted = tree.heads[number] if tree.deps[number] == "nummod" else number
    for k in (i, i + 1):
        tree.attach(k, number, "advmod")
    measured = tree.lemmas[counted] in words().measure_nouns
    if tree.deps[counted] in ("obl", "nmod") and tree.preposition(counted) is None and not measured:
        tree.deps[counted] = "obj"


def _postposition(tree: Tree, i: int, begin: int) -> None:
    """*Geheimdienstangaben zufolge Öl*: the noun before it is the phrase, the one behind it an argument of the verb."""
    if i == begin or tree.tags[i - 1] not in NOUNS:
        return
    noun = i - 1
    while tree.deps[noun] in _WITHIN and begin <= tree.heads[noun] < noun:
        noun = tree.heads[noun]
    behind = tree.heads[i]
    tree.hang(i, noun, "case")
    if tree.deps[noun] in ("obj", "nsubj", "obl:arg", "iobj"):
        tree.hang(noun, tree.heads[noun], "obl")
    if behind <= i or tree.tags[behind] not in NOUNS:
        return
    if tree.heads[behind] == noun and tree.heads[noun] != noun:
        tree.hang(behind, tree.heads[noun], "obj")
    elif tree.deps[behind] == "obl" and tree.preposition(behind) is None:
        tree.hang(behind, tree.heads[behind], "obj")  # *hat Seoul zufolge eine Rakete getestet*


def _dative(tree: Tree, i: int) -> None:
    """A personal pronoun in the dative hangs on no noun: *wirft ihm Verschwörung vor*."""
    if tree.tags[i] != "PPER" or tree.tags[tree.heads[i]] not in NOUNS or tree.preposition(i) is not None:
        return
    verb = tree.heads[i]
    while tree.tags[verb] not in VERBS and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    if tree.tags[verb] in VERBS:
        tree.attach(i, verb, "obl:arg")


def _purpose(tree: Tree, i: int) -> None:
    """*um ihn zu drängen*: what marks an infinitive with *zu* is no preposition, and the pronoun is its object."""
    verb = tree.heads[i]
    with_zu = tree.tags[verb] == "VVIZU" or (tree.tags[verb] == "VVINF" and tree.tags[verb - 1] == "PTKZU")
    if tree.tags[i] != "APPR" or tree.deps[i] != "mark" or not with_zu or verb < i:
        return
    tree.tags[i] = "KOUI"
    if tree.heads[i + 1] == verb and tree.deps[i + 1] == "obl" and tree.tags[i + 1] == "PPER":
        tree.deps[i + 1] = "obl:arg" if tree.lower[i + 1] in _DATIVES else "obj"


def _partitive(tree: Tree, i: int, end: int) -> None:
    """*von denen etwa drei getötet wurden*: the number, which no noun follows, is the subject."""
    verb = tree.heads[i]
    if tree.tags[verb] not in VERBS or tree.lower[i - 1] not in ("von", "unter"):
        return
    number = i + 1
    while number < end and tree.tags[number] in ("ADV", "APPR", "KOKOM"):
        number += 1
    if number >= end or tree.tags[number] not in ("CARD", "PIS") or tree.heads[number] != verb:
        return
    if not any(tree.deps[child] in SUBJECT for child in tree.children[verb]):
        tree.deps[number] = "nsubj"
        tree.attach(i, number, "nmod")
