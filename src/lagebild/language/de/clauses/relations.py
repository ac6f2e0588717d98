"""How clauses hang together: parent, relation, marker, question."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Relation
from lagebild.language.de.clauses.groups import Group, verb_lemma
from lagebild.language.de.clauses.tree import PUNCTUATION, Tree
from lagebild.language.de.clauses.words import words

_COMPLEMENT: Final = frozenset(["ccomp", "csubj", "csubj:pass", "xcomp"])
_RELATIVE_TAGS: Final = frozenset(["PRELS", "PRELAT"])
_QUESTION_TAGS: Final = frozenset(["PWS", "PWAV", "PWAT"])


def marker(tree: Tree, group: Group, own: list[int]) -> int | None:
    """The word that opens a subordinate clause: conjunction, relative pronoun or question word."""
    verb = group.finite if group.finite is not None else group.predicate
    for child in tree.children[group.predicate]:
        if (
            child < verb
            and tree.tags[child] in ("KOUS", "KOUI")
            and tree.deps[child] in ("mark", "advmod", "dep", "case")
        ):
            return child
    for i in own:
        if i >= verb:
            break
        if (
            tree.tags[i] in _RELATIVE_TAGS
            or tree.tags[i] in _QUESTION_TAGS
            or tree.tags[i] in ("KOUS", "KOUI")
        ):
            return i
    return None


def verb_first(tree: Tree, group: Group, own: list[int]) -> bool:
    """Whether the finite verb is the clause's first word (punctuation and *und* aside)."""
    for i in own:
        if tree.tags[i] in PUNCTUATION or tree.tags[i] == "KON":
            continue
        return i == group.finite
    return False


def relation(tree: Tree, group: Group, own: list[int], opener: int | None, has_parent: bool) -> Relation:
    """The relation of a finite clause to the clause above it."""
    dep = tree.deps[group.predicate]
    by_word = _by_marker(tree, opener, dep)
    if not has_parent:
        return "main"
    if dep == "conj":
        return "coordinated"
    if by_word is not None:
        return by_word
    if dep in _COMPLEMENT:
        return "complement"
    if dep == "advcl":
        return "conditional" if verb_first(tree, group, own) else "adverbial"
    if dep in ("acl", "acl:relcl"):
        return "relative"
    if inserted(tree, group, own):
        return "parenthetical"
    if dep == "parataxis":
        return "coordinated"
    return "main"


def _by_marker(tree: Tree, opener: int | None, dep: str) -> Relation | None:
    if opener is None:
        return None
    tag = tree.tags[opener]
    if tag in ("KOUS", "KOUI"):
        known = words().subordinators.get(tree.lower[opener], "open")
        if known == "complement":
            return "complement"
        if known == "conditional":
            return "complement" if dep in ("ccomp", "csubj") and tree.lower[opener] == "ob" else "conditional"
        if known == "adverbial":
            return "adverbial"
    elif tag in _RELATIVE_TAGS:
        return "relative" if dep not in ("ccomp", "csubj") else "complement"
    elif tag in _QUESTION_TAGS:
        return (
            "relative"
            if dep in ("acl", "acl:relcl", "advcl")
            else "complement"
            if dep in _COMPLEMENT
            else None
        )
    return None


def inserted(tree: Tree, group: Group, own: list[int]) -> bool:
    """Whether the clause is a saying put into or behind what is said: *so sagen X*, *heißt es*, *schreibt X*."""
    if verb_lemma(tree, group) not in words().speech_inserts:
        return False
    for i in own:
        if tree.tags[i] in PUNCTUATION:
            continue
        return i == group.finite or tree.lower[i] in ("so", "wie", "hieß", "heißt")
    return False


def asks(tree: Tree, begin: int, end: int) -> bool:
    """Whether the sentence ends in a question mark, quotation marks and brackets aside."""
    for i in range(end - 1, max(begin - 1, end - 5), -1):
        word = tree.words[i]
        if "?" in word:
            return True
        if tree.tags[i] not in PUNCTUATION and not word.isspace():
            return False
    return False
