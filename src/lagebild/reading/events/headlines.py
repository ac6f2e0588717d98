"""Sides that a headline leaves out: who stands first in talks without a verb, and what the body tells of the deed."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import sentence
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others, states_or_bodies

_TITLES: Final = frozenset(["kicker", "headline", "lede"])
#: How many events of the body may be those that the headline sums up.
_BODY: Final = 12
#: Types of deeds that a headline may tell by another word than the text.
_SUMMED_UP: Final = frozenset(
    ["ACCUSE", "REJECT", "THREATEN", "SANCTION", "AID", "AGREE", "COOPERATE", "ASSAULT"]
)
_FINITE: Final = frozenset(["VVFIN", "VAFIN", "VMFIN", "VVIMP"])


def headline_talks(drafts: list[Draft]) -> None:
    """Give talks with one named side the actor that begins a sentence without a finite verb.

    *Polen zu direkten Gesprächen mit dem Iran bereit* are talks of both.
    """
    for draft in drafts:
        sides = draft.sides
        if not draft.nominal or draft.predicate.type != "CONSULT" or not sides.mutual:
            continue
        if len(sides.source) != 1 or sides.target:
            continue
        first = _first_actor(draft)
        if first is not None and first is not sides.source[0]:
            sides.source.insert(0, first)
            draft.note("sides:first-of-the-headline", draft.token)


def _first_actor(draft: Draft) -> ActorFound | None:
    """The actor named at the very beginning of the sentence before the noun, if no verb is in it."""
    doc, within, tags = draft.token.doc, sentence(draft.token), draft.token.doc.tags
    start = within.start
    if start >= draft.token.i or any(tags[i] in _FINITE for i in range(start, within.stop)):
        return None
    named: ActorFound | None = doc._.actor_at.get(start)
    return named


def told_in_body(drafts: list[Draft]) -> None:
    """Give a deed of headline or lede that lacks a side that of the first deed of the body that can be the same:
    *Drohnen treffen Raffinerie* was done by those who, as the text says, attacked it."""
    titles = [(start, stop) for kind, start, stop in _blocks(drafts) if kind in _TITLES]
    if not titles:
        return
    end = max(stop for _, stop in titles)
    body = [d for d in drafts if d.token.i >= end][:_BODY]
    for draft in drafts:
        if draft.token.i >= end or not draft.predicate.frame.target or draft.sides.mutual:
            continue
        if draft.sides.source and draft.sides.target:
            continue
        told = next((d for d in body if _can_be(draft, d, _in_lede(draft))), None)
        if told is None:
            continue
        for mine, other in (
            (draft.sides.source, told.sides.source),
            (draft.sides.target, told.sides.target),
        ):
            if not mine:
                mine.extend(others(other, [*draft.sides.source, *draft.sides.target]))
        draft.note("sides:told-in-the-body", told.token)


def _blocks(drafts: list[Draft]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = drafts[0].token.doc._.blocks if drafts else []
    return found


def _in_lede(draft: Draft) -> bool:
    """Whether it is told in whole sentences already, which say what they mean by the body's own words."""
    blocks: list[tuple[str, int, int]] = draft.token.doc._.blocks
    return any(kind == "lede" and start <= draft.token.i < stop for kind, start, stop in blocks)


def _can_be(draft: Draft, told: Draft, same_word: bool) -> bool:
    """Whether a deed of the body tells the headline's with both its sides."""
    if told.predicate.type != draft.predicate.type or told.sides.mutual:
        return False
    if not told.sides.source or not told.sides.target:
        return False
    mine = draft.sides
    if told.predicate.text != draft.predicate.text and (
        same_word
        or told.predicate.type not in _SUMMED_UP
        or ("legal" in told.predicate.contexts) != ("legal" in draft.predicate.contexts)
        or not (mine.source or mine.target)
    ):
        return False
    return states_or_bodies(mine.source) <= states_or_bodies(told.sides.source) and states_or_bodies(
        mine.target
    ) <= states_or_bodies(told.sides.target)
