"""Objects without a preposition that were read as circumstances, and names that show no case."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import (
    can_be_nominative,
    first_article,
    is_bare,
    is_likened,
    is_name,
    is_titled,
)
from lagebild.language.de.clauses.tree import SUBSTANTIVES, Tree
from lagebild.language.de.clauses.words import words

#: Words behind which a phrase goes on with one before.
_GOING_ON: Final = frozenset(["darunter", "nicht", "sondern", "samt", "inklusive"])


def no_circumstances(tree: Tree, verbs: list[int], verb: int) -> None:
    """Make objects of names and offices with a name that were read as circumstances though no preposition leads them:
    *Moskau unterstützte China*, *hatte der Türkei gedroht*."""
    for i in [i for part in verbs for i in tree.children[part] if tree.deps[i] in ("obl", "dep")]:
        if tree.tags[i] not in SUBSTANTIVES or tree.preposition(i) is not None or is_likened(tree, i):
            continue
        if tree.lemmas[i] in words().measure_nouns:
            continue
        article = first_article(tree, i)
        if article in ("der", "dem"):
            if _free_article(tree, i):
                tree.deps[i] = "obl:arg"
        elif article == tree.lower[i]:
            first = i < verb and tree.tags[i - 1] not in SUBSTANTIVES and shows_no_case(tree, i)
            if first or is_titled(tree, i):
                tree.deps[i] = "obj"


def _free_article(tree: Tree, noun: int) -> bool:
    """Whether the article of a noun opens a phrase of its own: not behind a noun, as a genitive's, a comma or *darunter*."""
    first = min([noun, *(k for k in tree.children[noun] if k < noun)])
    before = first - 1
    return before < 0 or (tree.tags[before] not in ("NN", "$,") and tree.lower[before] not in _GOING_ON)


def shows_no_case(tree: Tree, noun: int) -> bool:
    """Whether it is a bare name, an office with a name or what a name owns, which may be subject or object: *Kuba*,
    *Präsident Lee*, *Kubas Regierung*."""
    if is_likened(tree, noun):
        return False
    if _bare_name(tree, noun):
        return True
    owner = noun - 1
    owned = (
        owner >= 0 and tree.tags[owner] == "NE" and tree.heads[owner] == noun and tree.deps[owner] == "nmod"
    )
    return (owned or is_titled(tree, noun)) and can_be_nominative(tree, noun)


def _bare_name(tree: Tree, noun: int) -> bool:
    named = is_name(tree, noun) and is_bare(tree, noun)
    return named and can_be_nominative(tree, noun)
