"""Whom a rebuttal answers: the accuser, also where he was told of earlier in the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.verdicts import aim

#: How many events back the accusation may stand that is denied, and that of *Vorwürfe* which are told again.
_ACCUSED, _TOLD = 8, 40

#: Sectors of those who speak for their state.
_OFFICIAL: Final = frozenset(["GOV", "MIL", "SPY", "COP"])
#: What is turned down as false where it was claimed, as a wish where it was asked for: *wies das zurück*.
_EITHER: Final = "zurückweisen"
#: Types of what one does in words without claiming that something is so.
_NO_CLAIMS: Final = frozenset(["REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE"])
#: What speech that claims something commits its speaker to.
_CLAIMING: Final = frozenset(["neutral", "accusation", "speculation"])
#: Modals by which somebody's words ask for something: *China müsse das einstellen*.
_ASKING: Final = frozenset(["müssen", "sollen"])


def rebut(drafts: list[Draft]) -> None:
    """Who denies what he was accused of speaks to the accuser: *Teheran streitet dies ab*.

    That is the one right before; who rejects *Vorwürfe* may have been accused earlier in the article.
    """
    for at, draft in enumerate(drafts):
        if draft.predicate.type != "REJECT":
            continue
        if _turns_down_a_claim(draft, drafts[max(0, at - _ACCUSED) : at]):
            draft.predicate = replace(draft.predicate, mode="deny")
        if draft.predicate.mode == "deny" and not draft.sides.target:
            _to_the_accuser(draft, drafts, at)


def _to_the_accuser(draft: Draft, drafts: list[Draft], at: int) -> None:
    """Give the rebuttal, and the charges that it names, who accused its source."""
    charges = [
        d for d in drafts[at : at + 3] if d.nominal and d.clause is draft.clause and _is_charge(d, draft)
    ]
    for told in reversed(drafts[max(0, at - (_TOLD if charges else _ACCUSED)) : at]):
        if not charges and not draft.follows(told):
            break
        if told.predicate.type == "ACCUSE" and answers_for(
            draft.sides.source, told.sides.target, told.sides.source
        ):
            aim(draft, told.sides.source, "sides:accuser-before", told)
            if not draft.sides.target:
                continue
            for charge in charges:
                charge.sides.source = charge.sides.source or list(draft.sides.target)
            break


def _turns_down_a_claim(draft: Draft, before: list[Draft]) -> bool:
    """Whether *wies das zurück* takes up what was claimed or blamed right before, not what was asked for."""
    objects = draft.slots.get("acc")
    if draft.predicate.text != _EITHER or draft.predicate.mode or not any(_points_back(o) for o in objects):
        return False
    told = next((d for d in reversed(before) if d.clause is not draft.clause), None)
    if told is None or not draft.follows(told):
        return False
    if told.content_of is not None:
        told = told.content_of
    if told.predicate.type == "ACCUSE":
        return True
    return told.predicate.type not in _NO_CLAIMS and _is_claimed(told, draft)


def _points_back(noun: Token) -> bool:
    """Whether it is a pronoun for what was told: *das*, *dies*, *was*; *sie* that stands for nobody."""
    return noun.tag_ in ("PDS", "PRELS", "PWS", "PPER") and noun.i not in noun.doc._.actor_at


def _is_claimed(told: Draft, rebuttal: Draft) -> bool:
    """Whether somebody else says that it is so."""
    if told.clause is not None and any(modal.lemma_ in _ASKING for modal in told.clause.modals):
        return False
    at, own = told.token.i, rebuttal.sides.source
    speeches = (s for s in told.token.doc._.speech if s.type != "reported")
    over = (s for s in speeches if any(start <= at < end for start, end in s.quote))
    return any(s.commitment in _CLAIMING and s.speaker_actor not in own for s in over)


def answers_for(
    speakers: Iterable[ActorFound], blamed: Iterable[ActorFound], accusers: Iterable[ActorFound]
) -> bool:
    """Whether one of the speakers is among the blamed or answers for one of them."""
    accused, by = list(blamed), list(accusers)
    return any(_one(a, b, by) for a in speakers for b in accused)


def _one(speaker: ActorFound, blamed: ActorFound, accusers: list[ActorFound]) -> bool:
    """Whether both are one, or one speaks for the state of the other: the minister for his country.

    Of two who are not the state itself both must be of its government, and blamed from abroad: at home each of
    them may be meant alone. A state is not blamed by its own.
    """
    if speaker is blamed:
        return True
    country = speaker.country
    if country is None or country != blamed.country:
        return False
    at_home = [accuser for accuser in accusers if accuser.country == country]
    if "state" in (speaker.kind, blamed.kind):
        return of_one_state(speaker, blamed) and not any(of_one_state(speaker, a) for a in at_home)
    return speaker.sector == blamed.sector == "GOV" and not at_home


def of_one_state(actor: ActorFound, other: ActorFound) -> bool:
    """Whether both speak for one state."""
    one = actor.country is not None and actor.country == other.country
    return one and all(a.kind == "state" or a.sector in _OFFICIAL for a in (actor, other))


def _is_charge(noun: Draft, rebuttal: Draft) -> bool:
    """Whether the noun is what is rebutted: *weist Vorwürfe zurück*."""
    return noun.predicate.type == "ACCUSE" and any(
        head.i == noun.token.i for head in rebuttal.slots.get("acc")
    )
