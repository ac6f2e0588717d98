"""Who does what: subject, objects, obliques and reflexive of a verb group."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import DATIVE, first_article
from lagebild.language.de.clauses.groups import Group
from lagebild.language.de.clauses.tree import Tree

_SUBJECT: Final = frozenset(["nsubj", "nsubj:pass", "nsubj:outer"])
_OBJECT: Final = frozenset(["obj", "iobj", "obl:arg"])
_OBLIQUE: Final = frozenset(["obl", "obl:arg", "obl:agent", "obj", "iobj", "nmod", "advmod", "dep"])
_ADVERBS: Final = frozenset(["PAV", "PROAV"])


class Arguments:
    """Token indices of the arguments; an oblique is (preposition, noun)."""

    def __init__(self) -> None:
        self.subject: int | None = None
        self.objects: list[int] = []
        self.reflexive: int | None = None
        self.obliques: list[tuple[int, int]] = []


def arguments(tree: Tree, group: Group) -> Arguments:
    """The arguments that the tree gives a group. The reflexive pronoun is the last of the objects."""
    found = Arguments()
    expletive: int | None = None
    for child in _dependents(tree, group):
        dep, tag = tree.deps[child], tree.tags[child]
        if dep in _SUBJECT:
            if found.subject is None or not _agrees(tree, group, found.subject):
                found.subject = child
            continue
        if dep == "expl" and tag == "PPER":
            expletive = child
            continue
        if tag == "PRF" and dep != "det":
            found.reflexive = child
            continue
        if tag in _ADVERBS:
            found.obliques.append((child, child))
            continue
        if dep not in _OBLIQUE:
            continue
        preposition = tree.preposition(child)
        if preposition is not None:
            found.obliques.append((preposition, child))
        elif dep in _OBJECT:
            found.objects.append(child)
    if found.subject is None and expletive is not None:
        found.subject = expletive
    if found.reflexive is not None and tree.deps[found.reflexive] in _OBJECT:
        found.objects.append(found.reflexive)
    return found


def accusative_nouns(tree: Tree, found: Arguments) -> list[int]:
    """The objects that are nouns and do not show a dative."""
    nouns = [i for i in found.objects if tree.tags[i] in ("NN", "NE") and i != found.reflexive]
    return [i for i in nouns if first_article(tree, i) not in DATIVE and tree.morph[i].get("Case") != "Dat"]


def _dependents(tree: Tree, group: Group) -> list[int]:
    """What hangs on any verb of the group, in text order, without the group itself."""
    parts = group.parts
    if len(parts) == 1:
        return tree.children[group.predicate]
    own = set(parts)
    verbs = [group.predicate, *group.chain]
    return sorted(child for verb in verbs for child in tree.children[verb] if child not in own)


def _agrees(tree: Tree, group: Group, subject: int) -> bool:
    """Whether the subject can have this finite verb by number."""
    if group.finite is None:
        return True
    verb, noun = tree.morph[group.finite].get("Number"), tree.morph[subject].get("Number")
    if verb is None or noun is None or verb == noun:
        return True
    return verb == "Plur" and any(tree.deps[child] == "conj" for child in tree.children[subject])
