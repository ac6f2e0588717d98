"""Whose plan it is that an infinitive tells: *kritisierte den Schritt Polens, Truppen zu entsenden*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.tree import PREPOSITIONS, PUNCTUATION, VERBS, Tree
from lagebild.language.de.clauses.words import words

_PHRASE: Final = frozenset(
    ["NN", "NE", "FM", "ADJA", "ART", "CARD", "PPOSAT", "KON", "APPR", "APPRART", "PIAT", "PDAT"]
)
_NAMES: Final = frozenset(["NE", "FM"])
#: Prepositions behind which the owner may stand, as he does in the genitive.
_OF: Final = frozenset(["von", "vom", "seitens", "durch"])
_BRACKET: Final = VERBS | {"PTKVZ", "PTKNEG"}
#: So many words the phrase before the infinitive's comma may have.
_REACH: Final = 8


def owner_before(tree: Tree, own: list[int]) -> int | None:
    """The owner of the noun whose phrase ends at the comma or verb before the infinitive of the tokens `own`, or None.

    Only nouns whose owner does what the infinitive tells count, not *der Appell an Polen, zu …*.
    """
    first = next((i for i in own if tree.tags[i] not in PUNCTUATION), None)
    if first is None or first < 3 or tree.words[first - 1] != ",":
        return None
    last = first - 2
    while last > 0 and tree.tags[last] in _BRACKET:
        last -= 1  # *lehnte den Plan der Union ab, …*
    for noun in range(last, max(-1, last - _REACH), -1):
        if tree.tags[noun] not in _PHRASE:
            return None
        if tree.tags[noun] == "NN" and _owned(tree, noun):
            return _owner(tree, noun, last)
    return None


def _owned(tree: Tree, noun: int) -> bool:
    ends = words().owned_nouns
    return tree.lemmas[noun].lower().endswith(ends) or tree.lower[noun].endswith(ends)


def _owner(tree: Tree, noun: int, last: int) -> int | None:
    if noun == last:
        possessive = (i for i in tree.children[noun] if tree.tags[i] == "PPOSAT")
        return next(possessive, None)
    after = noun + 1
    if tree.tags[after] in _NAMES:
        return after
    if tree.tags[after] in PREPOSITIONS and tree.lower[after] not in _OF:
        return None
    heads = [i for i in range(after, last + 1) if tree.tags[i] in ("NN", "NE", "FM")]
    return heads[0] if heads else None
