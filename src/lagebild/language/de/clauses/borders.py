"""Where clauses border on each other: what *und* joins, and where a clause begins that no word opens."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.tree import FINITE, NONFINITE, PUNCTUATION, Tree
from lagebild.language.de.clauses.words import words

#: Tags of words that open a clause or go on with the one before, behind the comma of a saying.
_OPENERS: Final = frozenset(["KON", "KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"])
#: How many words a saying inside another clause may have.
_SAYING: Final = 12


def first_below(tree: Tree, verb: int, floor: int) -> int:
    """The first of the words before a verb that the parser hangs on it without a gap; none before `floor`."""
    top = verb
    while tree.deps[top] in ("aux", "aux:pass", "cop") and tree.heads[top] != top:
        top = tree.heads[top]
    first = verb
    while first > floor:
        at = first - 1
        while at not in (verb, top) and tree.heads[at] != at:
            at = tree.heads[at]
        if at not in (verb, top):
            break
        first -= 1
    return first


def joins_phrases(tree: Tree, k: int) -> bool:
    """Whether the parser sees nouns or adjectives, not clauses, joined by this conjunction."""
    head = tree.heads[k]
    if head <= k or tree.deps[head] != "conj" or tree.tags[head] in FINITE or tree.tags[head] in NONFINITE:
        return False
    above = tree.heads[head]
    return above < k and tree.tags[above] not in FINITE and tree.tags[above] not in NONFINITE


def goes_on_behind_comma(tree: Tree, last: int | None, verb: int) -> bool:
    """Whether a verb behind a comma closes a clause joined to that of the verb `last`, which is over.

    *die Miliz, die Dörfer zerstörte, dabei viele Menschen tötete und andere vertrieb*: nothing opens it, and more than
    one phrase stands before its verb.
    """
    if last is None or verb < last + 4 or tree.tags[last + 1] != "$,":
        return False
    begin = last + 2
    if any(tree.tags[k] in PUNCTUATION or tree.tags[k] in NONFINITE for k in range(begin, verb)):
        return False
    numbers = {tree.morph[k].get("Number") for k in (verb, last)} - {None}
    if len(numbers) > 1 or tree.tags[verb] != "VVFIN" or tree.tags[last] != "VVFIN":
        return False
    phrases = [k for k in range(begin, verb) if not begin <= tree.heads[k] < verb]
    return len(phrases) > 1


def inserted_in_bracket(tree: Tree, verb: int, outer: int | None, own: list[int], end: int) -> bool:
    """Whether a verb of saying between commas parts a clause behind its finite verb `outer`: *hat, so berichtet die
    Zeitung, Waffen geliefert*, *liefere, sagte er, keine Waffen*; `own` are the words of that clause so far."""
    so = verb - 1 - (tree.lower[verb - 1] in ("so", "wie"))
    if (
        outer is None
        or so <= outer
        or tree.tags[so] != "$,"
        or tree.lemmas[verb] not in words().speech_inserts
    ):
        return False
    close = next((k for k in range(verb + 1, min(end, verb + _SAYING)) if tree.tags[k] in PUNCTUATION), end)
    behind = close + 1
    if (
        behind >= end
        or tree.words[close] != ","
        or any(tree.tags[k] in FINITE for k in range(verb + 1, close))
    ):
        return False
    if tree.tags[behind] in _OPENERS or (behind + 1 < end and tree.tags[behind + 1] in _OPENERS - {"KON"}):
        return False
    stop = next((k for k in range(behind, end) if tree.tags[k] in PUNCTUATION), end)
    if stop == behind or any(tree.tags[k] in FINITE for k in range(behind, stop)):
        return False
    if so == outer + 1 or (so == outer + 2 and tree.tags[outer + 1] in ("PPER", "PRF")):
        return True
    open_bracket = tree.tags[outer] in ("VAFIN", "VMFIN") and not any(tree.tags[k] in NONFINITE for k in own)
    return open_bracket and tree.tags[stop - 1] in NONFINITE
