"""Phrases behind the whole clause that tell some of those counted in it: *Mehrere Staaten lehnten den Vertrag ab, darunter
Polen*."""

from __future__ import annotations

from lagebild.language.de.clauses.tree import FINITE, PREPOSITIONS, PUNCTUATION, SUBSTANTIVES, VERBS, Tree
from lagebild.language.de.clauses.words import words


def hang_extraposed(tree: Tree, begin: int, end: int) -> None:
    """Hang on the counted noun nearest before it a phrase that the clause's verb parts from it. The parser hangs it on any
    noun: *Mehrere Staaten zogen ihre Botschafter ab, unter ihnen Polen*."""
    for comma in range(begin + 2, end - 2):
        if tree.words[comma] != "," or not _closes_clause(tree, comma - 1):
            continue
        opened = _behind_opener(tree, comma + 1, end)
        if opened is None:
            continue
        noun = _head(tree, comma, opened, end)
        counted = _counted(tree, begin, comma)
        if noun is not None and counted is not None:
            tree.hang(noun, counted, "appos")


def _closes_clause(tree: Tree, i: int) -> bool:
    """Whether a word may end a clause behind its verb: a verb, a prefix, *dagegen*."""
    return tree.tags[i] in VERBS or tree.tags[i] in ("PTKVZ", "PAV")


def _behind_opener(tree: Tree, begin: int, end: int) -> int | None:
    """Where what *darunter*, *unter ihnen* … open goes on; None where none of these stand there."""
    for phrase in words().among.get(tree.lower[begin], ()):
        stop = begin + len(phrase)
        if stop < end and tuple(tree.lower[begin:stop]) == phrase:
            return stop
    return None


def _head(tree: Tree, comma: int, opened: int, end: int) -> int | None:
    """The noun that heads what stands there, if that is a phrase without a preposition and no clause."""
    stop = next((i for i in range(opened, end) if tree.tags[i] in PUNCTUATION or tree.tags[i] == "KON"), end)
    if any(tree.tags[i] in PREPOSITIONS for i in range(opened, min(opened + 2, stop))):
        return None
    if any(tree.tags[i] in FINITE for i in range(opened, min(stop + 1, end))):
        return None
    inside = range(comma, stop)
    nouns = [i for i in range(opened, stop) if tree.tags[i] in SUBSTANTIVES]
    return next((i for i in nouns if tree.heads[i] not in inside), None)


def _counted(tree: Tree, begin: int, end: int) -> int | None:
    """The last noun of several: *zehn Staaten*, *zahlreiche Minister*; no days and no measures."""
    for i in range(end - 1, begin - 1, -1):
        if tree.tags[i] == "NN" and tree.lemmas[i] not in words().measure_nouns and _is_counted(tree, i):
            return i
    return None


def _is_counted(tree: Tree, noun: int) -> bool:
    for child in tree.children[noun]:
        if child > noun:
            return False
        counting = tree.tags[child] == "CARD" and tree.lower[child] not in ("ein", "eine", "einen", "1")
        if counting or tree.lower[child].rstrip("nr") in words().counting:
            return True
    return False
