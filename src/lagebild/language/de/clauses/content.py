"""What a clause with *dass*, *ob* or a question word belongs to: the verb, its subject slot, or a noun.

*Der Minister sagte, dass …* completes the verb; *Es überrascht nicht, dass …* too, with *es* as subject;
*Hinzu kommt, dass …* is the subject itself; *der Vorwurf, dass …*, *daraus, dass …* say what a word is about.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.draft import Draft
from lagebild.language.de.clauses.groups import voice
from lagebild.language.de.clauses.tree import PUNCTUATION, Tree

_ADVERBS: Final = frozenset(["PAV", "PROAV"])
_CORE: Final = frozenset(["nsubj", "nsubj:pass", "obj"])
_GOVERNING: Final = _ADVERBS | {"NN", "NE"}


def tell_apart(tree: Tree, draft: Draft, heads: list[int]) -> None:
    """Settle what a complement with an opener belongs to; `heads` are the heads as the parser gave them.

    The subjects that clauses share with others must be known.
    """
    parent = draft.parent
    if draft.relation != "complement" or parent is None or not draft.finite or draft.marker is None:
        return
    if _belongs_to_word(tree, draft, parent, heads):
        draft.relation = "content"
    elif _is_subject(tree, parent):
        draft.relation = "subject"


def _belongs_to_word(tree: Tree, draft: Draft, parent: Draft, heads: list[int]) -> bool:
    """Whether the parser hangs the clause on a noun or pronominal adverb right before it."""
    head, opener = heads[draft.group.predicate], draft.marker
    assert opener is not None
    if tree.tags[head] not in _GOVERNING or head >= opener or head in parent.group.parts:
        return False
    if heads[head] == parent.group.predicate and tree.deps[head] in _CORE:
        # Gefahr besteht, dass …; Hoffnung äußern, dass …: the treebank gives the clause to the verb.
        return False
    return all(tree.tags[k] in PUNCTUATION for k in range(head + 1, opener))


def _is_subject(tree: Tree, parent: Draft) -> bool:
    """Whether the clause above is active, in the third person, and has no subject, not even *es*.

    *Gesagt wurde, dass …*, *Das liegt daran, dass …*: what is said, and what *daran* stands for, is no subject.
    """
    group, found = parent.group, parent.arguments
    if group.finite is None or found.subject is not None:
        return False
    if voice(tree, group) == "passive" or any(tree.tags[noun] in _ADVERBS for _, noun in found.obliques):
        return False
    features = tree.morph[group.finite]
    return features.get("Mood") != "Imp" and features.get("Person", "3") == "3"
