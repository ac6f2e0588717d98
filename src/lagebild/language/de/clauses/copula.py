"""What *sein* and *werden* predicate: an adjective or noun, which the parser may have hung elsewhere."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.tree import PREPOSITIONS, VERBS, Tree
from lagebild.language.de.clauses.words import words

_BEFORE_NOUN: Final = frozenset(["ADJA", "KON", "ADV", "ADJD", "CARD"])
#: What hangs on the predicate rather than on an adjective inside its phrase.
_OF_PREDICATE: Final = frozenset(
    ["nsubj", "expl", "cop", "obl", "punct", "mark", "cc", "conj", "advcl", "parataxis", "dep"]
)
_GENITIVE: Final = frozenset(["des", "eines", "dieses", "seines", "ihres", "unseres", "meines", "einer"])
#: What the parser makes of a predicate noun that it did not see.
_MISTAKEN: Final = frozenset(["nmod", "obl", "obj", "dep", "xcomp"])


def may_predicate(tree: Tree, finite: int, predicate: int) -> bool:
    """Whether a word can be what this auxiliary or modal goes with: a noun only with *sein* and *werden*."""
    if tree.tags[predicate] in VERBS or tree.tags[predicate] == "PTKVZ":
        return True
    return tree.lemmas[finite] in ("sein", "werden")


def no_predicate(tree: Tree, i: int) -> bool:
    """Whether a word that the parser joined to *sein* by a copula is an adverb or stands behind a preposition."""
    if tree.tags[i] in ("ADV", "PAV", "PTKVZ"):
        return True
    return tree.tags[i] in ("NN", "NE", "PPER") and tree.preposition(i) is not None


def other_nominal(tree: Tree, place: Field, predicate: int) -> int:
    """The predicate noun or adjective where the parser took the subject for it: *Früher waren A und B Partner*."""
    finite = place.finite
    assert finite is not None
    if tree.tags[predicate] == "ADJA":
        return _noun_of_adjective(tree, place, predicate, finite)
    if tree.tags[predicate] not in ("NN", "NE") or any(
        tree.deps[k].startswith("nsubj") for k in tree.children[predicate]
    ):
        return predicate
    if tree.preposition(predicate) is not None:
        return predicate
    below = set(tree.children[predicate])
    for i in reversed(place.own):
        if i <= max(predicate, finite):
            break
        nominal = tree.preposition(i) is None and (
            (tree.tags[i] == "NN" and tree.morph[i].get("Case", "Nom") == "Nom")
            or (
                predicate < finite
                and tree.tags[i] in ("NN", "ADJA", "PIS", "NE")
                and tree.deps[i] in ("obj", "appos", "xcomp", "nsubj")
            )
        )
        last = tree.tags[i] == "ADJD" and i == place.own[-1]
        if last or ((nominal or tree.tags[i] == "ADJD") and (i in below or tree.heads[i] == finite)):
            tree.attach(i, predicate, "dep")
            tree.attach(predicate, i, "nsubj")
            tree.attach(finite, i, "cop")
            return i
    return predicate


def find_predicate(tree: Tree, place: Field, own: set[int]) -> int:
    """The predicate adjective or noun of *sein, werden* that the parser hung beside it or on another clause."""
    finite = place.finite
    assert finite is not None
    if tree.lemmas[finite] not in ("sein", "werden"):
        return finite
    children = [i for i in tree.children[finite] if i in own]
    subject = any(tree.deps[i].startswith("nsubj") for i in children)
    for i in children:
        if (
            tree.deps[i] == "obj"
            and tree.tags[i] != "PRF"
            and not _measures(tree, i)
            and tree.preposition(i) is None
            and tree.lemmas[finite] == "sein"
        ):
            tree.attach(finite, i, "cop")
            return i
        adjective = tree.tags[i] == "ADJD" and tree.deps[i] in (
            "advmod",
            "xcomp",
            "obl",
            "amod",
            "dep",
            "obj",
            "conj",
            "ccomp",
        )
        noun = (
            subject
            and tree.tags[i] in ("NN", "NE")
            and tree.deps[i] in ("obj", "xcomp", "dep", "obl", "nsubj")
        )
        noun = (
            noun and tree.preposition(i) is None and tree.morph[i].get("Case", "Nom") == "Nom" and i > finite
        )
        if noun and tree.deps[i] == "nsubj" and sum(tree.deps[k] == "nsubj" for k in children) < 2:
            continue
        if adjective or noun:
            tree.attach(finite, i, "cop")
            return i
    for i in reversed(place.own):
        if (
            tree.tags[i] == "ADJD"
            and tree.heads[i] not in own
            and tree.deps[i] in ("advmod", "ccomp", "xcomp", "conj", "obl")
        ):
            tree.attach(i, finite, "advmod")
            tree.attach(finite, i, "cop")
            return i
    return _bare_noun(tree, place, finite) if subject and tree.lemmas[finite] == "sein" else finite


def _noun_of_adjective(tree: Tree, place: Field, adjective: int, finite: int) -> int:
    """The noun behind an adjective that the parser took for the predicate: *ist ein kluger und alter Mann*."""
    at = adjective + 1
    while at in place.own and tree.tags[at] in _BEFORE_NOUN:
        at += 1
    if at not in place.own or tree.tags[at] != "NN":
        return adjective
    tree.attach(at, adjective, "dep")
    for child in list(tree.children[adjective]):
        if child != at and tree.deps[child] in _OF_PREDICATE:
            tree.attach(child, at, tree.deps[child])
    top, dep = tree.heads[adjective], tree.deps[adjective]
    tree.attach(at, at if top == adjective else top, dep)
    tree.attach(adjective, at, "amod")
    tree.attach(finite, at, "cop")
    return at


def _bare_noun(tree: Tree, place: Field, finite: int) -> int:
    """The last noun without preposition, if it is no subject: *Für uns war der Besuch das Ereignis der Woche*."""
    inside = set(place.own)
    governed = False
    found = finite
    for i in place.own:
        tag = tree.tags[i]
        if tag in PREPOSITIONS:
            governed = True
        elif tag in ("ART", "PPOSAT", "PIAT", "PDAT") and tree.tags[i - 1] not in PREPOSITIONS:
            governed = tree.lower[i] in _GENITIVE or (tree.lower[i] == "der" and tree.tags[i - 1] == "NN")
        elif tag == "CARD" and governed:
            # seit 1988 Minister: a year ends the prepositional phrase.
            governed = not (len(tree.words[i]) == 4 and tree.words[i].isdigit())
        elif tag == "NN" and i > finite and not governed and tree.deps[i] in _MISTAKEN:
            if (
                tree.morph[i].get("Case", "Nom") != "Gen"
                and not _measures(tree, i)
                and tree.heads[i] in inside
            ):
                found = i
        elif tag in VERBS and i != finite:
            return finite
    if found != finite:
        tree.attach(found, finite, "xcomp")
        tree.attach(finite, found, "cop")
    return found


def _measures(tree: Tree, i: int) -> bool:
    """*einige Male, drei Wochen* say how often or how long; *das letzte Mal* can be a predicate."""
    definite = any(tree.lower[k] in ("der", "die", "das") for k in tree.children[i] if tree.tags[k] == "ART")
    return tree.lemmas[i].capitalize() in words().measure_nouns and not definite
