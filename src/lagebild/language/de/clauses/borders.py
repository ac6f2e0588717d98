"""Where clauses border on each other: what *und* joins, and where a clause begins that no word opens."""

from __future__ import annotations

from lagebild.language.de.clauses.tree import FINITE, NONFINITE, PUNCTUATION, Tree


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
    phrases = [k for k in tree.children[verb] if begin <= k < verb]
    return len(phrases) > 1
