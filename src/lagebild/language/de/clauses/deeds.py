"""Deeds that stand before the verb of whoever judges or does them: *Die Festnahme kritisierte die EU*."""

from __future__ import annotations

from lagebild.language.de.clauses.agreement import (
    agrees,
    can_be_nominative,
    is_name,
    is_titled,
    must_be_nominative,
)
from lagebild.language.de.clauses.tree import Tree
from lagebild.language.de.clauses.words import words


def behind_deed(tree: Tree, finite: int, lemma: str, subject: int, objects: list[int]) -> int | None:
    """The object behind the verb that must be its subject, as no deed says, wants or judges anything; None where the
    subject is none, an ending tells it, or a thing may be said to do what the verb says."""
    whatever = words().peoples_verbs.get(lemma)
    if whatever is None or subject > finite or tree.tags[subject] != "NN":
        return None
    if must_be_nominative(tree, subject) or not tree.lower[subject].endswith(words().deed_nouns):
        return None
    for i in objects:
        named = is_name(tree, i) or tree.doc.kinds[i] != "" or is_titled(tree, i)
        if i > finite and (whatever or named) and can_be_nominative(tree, i) and agrees(tree, finite, i):
            return i
    return None
