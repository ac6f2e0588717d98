"""What the opener of a subordinate clause says of it: *dass*, *ob*, a relative pronoun, a question word.

The same word opens clauses of several kinds: *Er fragte, wie …* completes the verb, *wie die Polizei mitteilte*
only names a source.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Relation
from lagebild.language.de.clauses.draft import Draft
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.groups import verb_lemma
from lagebild.language.de.clauses.tree import PUNCTUATION, Tree
from lagebild.language.de.clauses.words import words

_RELATIVE: Final = frozenset(["PRELS", "PRELAT"])
_QUESTION: Final = frozenset(["PWS", "PWAV", "PWAT"])
_COMPLETES: Final = frozenset(["ccomp", "csubj", "csubj:pass"])
_AS_MUCH: Final = frozenset(["so", "genauso", "ebenso", "solch", "derart"])
#: *so dass, ohne dass, statt dass* are no complements.
_BEFORE_DASS: Final = frozenset(["so", "ohne", "statt", "anstatt", "außer", "derart", "dadurch"])
_NEVER_RELATIVE: Final = frozenset(["was", "wer", "warum", "weshalb"])
_PLACES: Final = frozenset(
    [
        "wo",
        "wohin",
        "woher",
        "worin",
        "wobei",
        "wodurch",
        "womit",
        "wofür",
        "wogegen",
        "woran",
        "worauf",
        "wonach",
    ]
)


def says(tree: Tree, draft: Draft | None) -> bool:
    """Whether the clause has a verb of saying or thinking."""
    return draft is not None and verb_lemma(tree, draft.group) in words().speech_inserts


def relation_by_opener(tree: Tree, draft: Draft, place: Field, outer: Draft | None) -> Relation:
    """The relation of a clause to `outer`, the clause that its field stands in, by its marker."""
    opener = draft.marker
    assert opener is not None
    tag, word, dep = tree.tags[opener], tree.lower[opener], tree.deps[draft.group.predicate]
    if tag in _RELATIVE:
        free = word == "was" and (dep in ("ccomp", "csubj") or _in_prefield(draft, outer))
        return "complement" if free else "relative"
    if word == "wie" and _comments(tree, draft, place, outer):
        return "adverbial"
    if tag in _QUESTION:
        return _by_question_word(tree, draft, place, outer)
    known = words().subordinators.get(word, "open")
    if known == "open":
        return "complement" if dep in ("ccomp", "csubj") else "adverbial"
    if known == "complement":
        before = tree.lower[opener - 1] if opener else ""
        if before == "als" or before in _BEFORE_DASS:
            return "adverbial"
    return known  # type: ignore[return-value]


def _by_question_word(tree: Tree, draft: Draft, place: Field, outer: Draft | None) -> Relation:
    assert draft.marker is not None
    word, dep = tree.lower[draft.marker], tree.deps[draft.group.predicate]
    if word in ("wer", "wen", "wem") and _in_prefield(draft, outer) and dep != "ccomp":
        return "relative"
    if not says(tree, outer):
        if word in _PLACES and (dep != "ccomp" or _behind_noun(tree, place)):
            return "relative"
        if word == "was" and _behind_noun(tree, place):
            return "relative"
    if dep in ("acl", "acl:relcl") and word not in _NEVER_RELATIVE:
        return "relative"
    return "complement"


def _comments(tree: Tree, draft: Draft, place: Field, outer: Draft | None) -> bool:
    """*so schnell, wie wir dachten*; *wie die Polizei mitteilte*; *Wie in dem Film klar wird, …*."""
    in_prefield, outer_says = _in_prefield(draft, outer), says(tree, outer)
    if _compares(tree, place):
        return True
    if (in_prefield or not outer_says) and says(tree, draft):
        return not any(tree.lower[i] != "es" for i in draft.arguments.objects)
    return in_prefield and not outer_says and tree.deps[draft.group.predicate] not in _COMPLETES


def _compares(tree: Tree, place: Field) -> bool:
    """Whether the words before the comma set a measure: *so schnell, wie …*; *so ein Laden* sets none."""
    at = place.begin - 2
    while at >= 0 and tree.tags[at] not in PUNCTUATION:
        if tree.lower[at] in _AS_MUCH and tree.tags[at + 1] not in ("ART", "NN"):
            return True
        at -= 1
    return False


def _in_prefield(draft: Draft, outer: Draft | None) -> bool:
    finite = None if outer is None else outer.group.finite
    return finite is not None and finite > draft.group.predicate


def _behind_noun(tree: Tree, place: Field) -> bool:
    at = place.first_word - 1
    while at >= 0 and tree.tags[at] in PUNCTUATION:
        at -= 1
    return at >= 0 and tree.tags[at] in ("NN", "NE")
