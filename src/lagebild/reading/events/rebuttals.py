"""Whom a rebuttal answers: the accuser, also where he was told of earlier in the article."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.verdicts import aim

#: How many events back the accusation may stand that is denied, and that of *Vorwürfe* which are told again.
_ACCUSED, _TOLD = 8, 40

#: Kinds of those who speak for a state, and the state.
_OFFICIAL: Final = frozenset(["state", "person", "organisation"])


def rebut(drafts: list[Draft]) -> None:
    """Who denies what he was accused of speaks to the accuser: *Teheran streitet dies ab*.

    That is the one right before; who rejects *Vorwürfe* may have been accused earlier in the article.
    """
    for at, draft in enumerate(drafts):
        if draft.predicate.type != "REJECT" or draft.predicate.mode != "deny" or draft.sides.target:
            continue
        charges = [
            d for d in drafts[at : at + 3] if d.nominal and d.clause is draft.clause and _is_charge(d, draft)
        ]
        for told in reversed(drafts[max(0, at - (_TOLD if charges else _ACCUSED)) : at]):
            blamed = told.sides.target
            if not charges and not draft.follows(told):
                break
            if told.predicate.type == "ACCUSE" and any(
                _one(a, b) for a in draft.sides.source for b in blamed
            ):
                aim(draft, told.sides.source, "sides:accuser-before", told)
                if not draft.sides.target:
                    continue
                for charge in charges:
                    charge.sides.source = charge.sides.source or list(draft.sides.target)
                break


def _one(speaker: ActorFound, blamed: ActorFound) -> bool:
    """Whether both are one, or one speaks for the state of the other: the minister for his country."""
    if speaker is blamed:
        return True
    official = {speaker.kind, blamed.kind} <= _OFFICIAL and speaker.country is not None
    return official and speaker.country == blamed.country


def _is_charge(noun: Draft, rebuttal: Draft) -> bool:
    """Whether the noun is what is rebutted: *weist Vorwürfe zurück*."""
    return noun.predicate.type == "ACCUSE" and any(
        head.i == noun.token.i for head in rebuttal.slots.get("acc")
    )
