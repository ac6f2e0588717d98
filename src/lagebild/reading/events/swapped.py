"""Whom the text names only to say that it was another: *nicht Russland, sondern die Ukraine*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, Words
from lagebild.reading.events.slots import Slots

#: So many words behind a noun *sondern* may stand, and so many before it *nicht*, with article and adjectives between.
_BEHIND, _NEAR = 8, 5
_ARTICLES: Final = frozenset(["ART", "PPOSAT", "PDAT"])


def is_swapped(doc: Words, start: int) -> bool:
    """Whether another stands instead of what is named from a token on; not behind *nicht nur*."""
    begin = start - 1 if start and doc.tags[start - 1] in _ARTICLES else start
    if doc.lowers[max(0, begin - 1) : begin] != ["nicht"]:
        return False
    behind = doc.lowers[start + 1 : start + 1 + _BEHIND]
    return "sondern" in behind and "." not in behind[: behind.index("sondern")]


def put_others(slots: Slots) -> None:
    """Put those who are meant into the slots of those who are not."""
    lowers = slots.doc.lowers
    for slot, heads in slots.heads.items():
        for head in heads:
            # asked of every noun of every clause: most have no *nicht* near
            if head.i == 0 or "nicht" not in lowers[max(0, head.i - _NEAR) : head.i]:
                continue
            other = _instead(head) if is_swapped(slots.doc, _first(head)) else None
            if other is not None:
                slots.heads[slot] = [other if h is head else h for h in slots.heads[slot]]


def _first(head: Token) -> int:
    """Where the noun and its adjectives begin."""
    return min([head.i, *(child.i for child in head.lefts if child.tag_ == "ADJA")])


def _instead(head: Token) -> Token | None:
    joined = (other for other in head.rights if other.dep_ == "conj")
    return next((other for other in joined if any(c.lower_ == "sondern" for c in other.lefts)), None)
