"""Participles that look like finite verbs (*verbündet*, *unterstützt*), told by where they stand."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.tree import FINITE, PUNCTUATION, Tree

#: Before who did it, and what begins participles without *ge-*.
_BY: Final = frozenset(["von", "vom", "durch"])
_WITHOUT_GE = ("be", "emp", "ent", "er", "ge", "hinter", "miss", "über", "unter", "ver", "wider", "zer")
_PHRASE_ENDS: Final = frozenset(["KON", "APPR", "APPRART", "VVPP"])
_BEFORE_COMMA: Final = frozenset(["NN", "NE", "ADV"])
_BEGINS_PHRASE: Final = frozenset(["APPR", "APPRART", "ADV", "ADJD", "PRF", "PTKNEG"])
#: What makes more than phrases of the words before a verb.
_NO_PHRASES: Final = FINITE | {"KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT", "VVPP"}


def participle_in_commas(tree: Tree, i: int, begin: int, end: int) -> bool:
    """Whether it is a participle that parts the first noun from its verb: *Peru, mit Chile verbündet, half*."""
    if i + 2 >= end or tree.tags[i + 1] != "$," or tree.tags[i + 2] not in FINITE:
        return False
    before = tree.tags[begin:i]
    if before.count("$,") != 1 or _NO_PHRASES.intersection(before):
        return False
    comma = begin + before.index("$,")
    return (
        comma > begin
        and tree.tags[comma - 1] in _BEFORE_COMMA
        and tree.tags[comma + 1] in _BEGINS_PHRASE
        and tree.lower[i].endswith(("t", "en"))
    )


def participle_behind_comma(tree: Tree, i: int, begin: int, end: int) -> bool:
    """Whether it is a participle that says more of a clause in the past: *rückte vor, unterstützt von Panzern*.

    A second verb would be in the past too, and *verlangt von ihm Geld* has an object.
    """
    if i + 2 >= end or tree.lower[i + 1] not in _BY:
        return False
    word, before = tree.lower[i], i - 1
    while before > begin and tree.tags[before] in ("ADV", "ADJD"):
        before -= 1
    if (
        tree.tags[before] != "$,"
        or not word.endswith("t")
        or not (word.endswith("iert") or word.startswith(_WITHOUT_GE))
    ):
        return False
    others = [k for k in range(begin, before) if tree.tags[k] in FINITE]
    if not others or tree.morph[others[-1]].get("Tense") != "Past":
        return False
    noun = next((k for k in range(i + 2, end) if tree.tags[k] in ("NN", "NE")), end)
    if noun + 1 >= end or tree.tags[noun + 1] in PUNCTUATION or tree.tags[noun + 1] in _PHRASE_ENDS:
        return True
    genitive = tree.tags[noun + 1] == "NE" and tree.words[noun + 1].endswith("s")
    return genitive or tree.lower[noun + 1] in ("des", "der")
