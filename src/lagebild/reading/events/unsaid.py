"""Sides that a later mention leaves unsaid because an earlier one told them: *der Angriff*, *das Treffen*."""

from __future__ import annotations

from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.nouns import definite

#: How many event mentions back a repeated event may have been told.
_BACK = 25


def recall(drafts: list[Draft]) -> None:
    """Complete event nouns from earlier mentions; ``drafts`` are in text order.

    A noun without sides takes both of the nearest earlier event of its own word, or, when it is
    definite, of its own type; with one side, the other side of an earlier event that shares it.
    """
    for at, draft in enumerate(drafts):
        if not draft.nominal or _complete(draft):
            continue
        earlier = _earlier(draft, drafts[max(0, at - _BACK) : at])
        if earlier is not None:
            _complete_from(draft, earlier)


def _complete(draft: Draft) -> bool:
    sides = draft.sides
    if sides.mutual:
        return len(sides.source) > 1
    return bool(sides.source) and (bool(sides.target) or not draft.predicate.frame.target)


def _earlier(draft: Draft, before: list[Draft]) -> Draft | None:
    known = [*draft.sides.source, *draft.sides.target]
    same_word = [d for d in before if d.nominal and d.predicate.text == draft.predicate.text]
    same_type = [d for d in before if d.predicate.type == draft.predicate.type] if definite(draft.token) else []
    for candidates in (same_word, same_type):
        for candidate in reversed(candidates):
            sides = [*candidate.sides.source, *candidate.sides.target]
            if len(sides) > len(known) and all(any(a is b for b in sides) for a in known):
                return candidate
    return None


def _complete_from(draft: Draft, earlier: Draft) -> None:
    sides, told = draft.sides, earlier.sides
    known: list[ActorFound] = [*sides.source, *sides.target]
    if not known:
        sides.source.extend(told.source)
        (sides.source if sides.mutual else sides.target).extend(told.target)
    else:
        missing = [a for a in (*told.source, *told.target) if all(a is not b for b in known)]
        if sides.mutual or not sides.source:
            sides.source.extend(missing)
        else:
            sides.target.extend(missing)
    draft.note("sides:told-before", earlier.token)
