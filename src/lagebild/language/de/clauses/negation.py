"""Which words negate a clause."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.groups import Group
from lagebild.language.de.clauses.tree import VERBS, Tree
from lagebild.language.de.clauses.words import words

#: After these *nicht* grades or adds rather than denies: nicht nur … sondern auch, nicht zuletzt.
_NOT_DENYING: Final = frozenset(["nur", "bloß", "zuletzt", "allein", "umsonst", "minder", "selten"])
#: How many words before its *noch* a *weder* may stand.
_REACH: Final = 40
#: Right behind these *nicht* stands inside a phrase.
_BEFORE_PHRASE: Final = frozenset(["APPR", "APPRART", "ART", "PPOSAT", "PDAT"])
_PHRASE_LEVELS: Final = frozenset(["amod", "acl", "appos", "nmod"])


def negations(tree: Tree, group: Group, own: list[int], marker: int | None) -> list[int]:
    """The negating words of the clause in text order.

    Left out: *nicht nur*, a negation inside an attribute (*die nicht genehmigte Demonstration*), and
    one that only swaps a phrase for another (*nicht nach Wien, sondern nach Graz*).
    """
    known = words()
    found = []
    if marker is not None and tree.lower[marker] in known.negating_markers:
        found.append(marker)
    for i in own:
        if tree.lower[i] not in known.negations:
            continue
        if tree.lower[i] == "nicht" and _merely_grades(tree, i):
            continue
        if _inside_attribute(tree, group, i) or _swaps_phrase(tree, group, i, own):
            continue
        found.append(i)
    return found or [i for i in own if tree.lower[i] == "noch" and _neither(tree, i)]


def _neither(tree: Tree, i: int) -> bool:
    """Whether *noch* denies the second of two: *hat das weder bestätigt noch dementiert*."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if tree.lower[k] == "weder" or tree.tags[k] == "$.":
            return tree.lower[k] == "weder"
    return False


def _merely_grades(tree: Tree, i: int) -> bool:
    return i + 1 < tree.n and tree.lower[i + 1] in _NOT_DENYING


def _inside_attribute(tree: Tree, group: Group, i: int) -> bool:
    if tree.lower[i] == "nicht" and i and tree.tags[i - 1] in _BEFORE_PHRASE:
        return True  # *aus nicht ganz klaren Gründen*, wherever the parser hung it
    at, parts = i, set(group.parts)
    while at not in parts and tree.heads[at] != at:
        if tree.deps[at] in _PHRASE_LEVELS:
            return True
        at = tree.heads[at]
    return False


def _swaps_phrase(tree: Tree, group: Group, i: int, own: list[int]) -> bool:
    """*nicht* on a phrase, with *sondern* or *wohl aber* and another phrase behind it."""
    if tree.heads[i] in group.parts and tree.tags[tree.heads[i]] in VERBS:
        return False
    for later in own:
        if later > i and tree.lower[later] == "sondern":
            return tree.tags[tree.heads[later]] not in VERBS
        if later > i and tree.lower[later : later + 2] == ["wohl", "aber"]:
            return True
    return False
