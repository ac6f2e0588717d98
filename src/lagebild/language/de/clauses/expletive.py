"""*es* as subject or as a stand-in: *Es gibt Streit* has the subject *es*, *Es fehlen Ärzte* the subject *Ärzte*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import agrees, can_be_nominative, must_be_nominative
from lagebild.language.de.clauses.groups import Group, verb_lemma
from lagebild.language.de.clauses.tree import SUBJECT, Tree
from lagebild.language.de.clauses.words import words

_OBJECT: Final = frozenset(["obj", "iobj"])
_PERSONS: Final = frozenset(["PPER", "PIS", "PDS"])


def settle_es(tree: Tree, group: Group) -> None:
    """Relabel *es* and the phrase beside it where the parser gave both the wrong part."""
    if group.finite is None or group.copula is not None:
        return
    children = [i for verb in (group.predicate, *group.chain) for i in tree.children[verb]]
    it = next((i for i in children if tree.lower[i] == "es" and tree.tags[i] == "PPER"), None)
    if it is None:
        return
    others = [
        i
        for i in children
        if i != it
        and (tree.deps[i] in SUBJECT or tree.deps[i] in _OBJECT)
        and tree.tags[i] not in ("PRF", "PRELS")
        and can_be_nominative(tree, i)
    ]
    if len(others) != 1:
        return
    other = others[0]
    lemma = verb_lemma(tree, group)
    if lemma == "geben":
        if tree.tags[other] not in _PERSONS:
            tree.deps[it], tree.deps[other] = "nsubj", "obj"
    elif agrees(tree, group.finite, other) and (
        (tree.deps[it] == "expl" and tree.deps[other] in SUBJECT) or _stands_in(tree, group, lemma, other)
    ):
        tree.deps[it], tree.deps[other] = "expl", "nsubj"
    elif tree.deps[it] == "expl":
        tree.deps[it], tree.deps[other] = "nsubj", "obj"


def _stands_in(tree: Tree, group: Group, lemma: str, other: int) -> bool:
    """Whether the other phrase must be the subject: by its form or number, or as the verb takes no accusative."""
    assert group.finite is not None
    if must_be_nominative(tree, other) and tree.tags[other] in ("NN", "NE"):
        return True
    if tree.morph[group.finite].get("Number") == "Plur":
        return True
    return lemma in words().sein_verbs or lemma in words().presentational
