"""Whom a rebuttal answers: the accuser, also where he was told of earlier in the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lagebild.language.tokens import Token, sentences_back
from lagebild.reading.analysis import ActorFound, SpeechFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import state_or_body, states_or_bodies
from lagebild.reading.events.matching import definite
from lagebild.reading.events.verdicts import aim
from lagebild.reading.events.words import in_class

#: How many events back the accusation may stand that is denied, and that of *Vorwürfe* which are told again.
_ACCUSED, _TOLD = 8, 40

#: Classes of nouns for what somebody is said to have done, and of what has been said, where it is known: *den Bericht*.
_CHARGES: Final[tuple[str, ...]] = ("accusation", "involvement", "guilt")
_SAID: Final[tuple[str, ...]] = ("report", "message", "claim")
#: Slots in which the denied stands.
_DENIED: Final[tuple[str, ...]] = ("acc", "dat", "gegen", "zu", "gen", "von")
#: What stands for words said before.
_BACK: Final = frozenset(["PDS", "PRELS", "PWS", "PAV", "PROAV"])
#: Types of what one may deny the grounds of.
_STRUCK: Final = frozenset(["ACCUSE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "PROTEST"])
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


def deny(drafts: list[Draft]) -> None:
    """Give denials that answer no accusation whoever has just said so or struck at the one who denies; ``drafts`` in text
    order."""
    for at, draft in enumerate(drafts):
        sides = draft.sides
        if draft.predicate.type != "REJECT" or draft.predicate.mode != "deny" or draft.predicate.legal:
            continue
        if sides.target or sides.mutual or not sides.source or draft.content_of is not None:
            continue
        by = _claimant(draft)
        if by is not None:
            sides.target.append(by)
            draft.note("sides:claimant", draft.token)
        elif not draft.nominal and all(a.kind == "state" or a.sector in _OFFICIAL for a in sides.source):
            _to_the_striker(draft, drafts[max(0, at - _ACCUSED) : at])


def _to_the_striker(draft: Draft, before: list[Draft]) -> None:
    """Who denies speaks to the one other side that struck at his own right before: *Oslo wies Diplomaten aus. Moskau
    bestritt jede Spionage*."""
    own = states_or_bodies(draft.sides.source)
    for told in reversed(before):
        if not draft.follows(told):
            return
        struck = told.predicate.type in _STRUCK and not told.sides.mutual
        if struck and states_or_bodies(told.sides.target) == own and told.sides.source:
            powers = all(a.country or a.kind == "international" for a in told.sides.source)
            if powers and not own & states_or_bodies(told.sides.source):
                aim(draft, told.sides.source, "sides:struck-before", told)
            return


def _claimant(draft: Draft) -> ActorFound | None:
    """Who said what is denied: the last one from elsewhere who speaks in the sentence or the one before, where the denial
    takes up what was said or he spoke of the one who denies."""
    own = states_or_bodies(draft.sides.source)
    first, taken_up = sentences_back(draft.token, 1), _takes_up(draft)
    said = [
        s
        for s in draft.token.doc._.speech
        if s.quote and first < s.quote[-1][1] and s.quote[0][0] < draft.token.i
    ]
    for speech in reversed(said):
        by: ActorFound | None = speech.speaker_actor
        if (
            by is None
            or (by.kind == "group" and by.country is None)
            or speech.commitment not in _CLAIMING
            or state_or_body(by) in own
        ):
            continue
        if taken_up or _is_about(speech, own, draft):
            return by
    return None


def _takes_up(draft: Draft) -> bool:
    """Whether the denial is of what has just been said: *bestritt das*, *widersprach*."""
    if draft.nominal or draft.clause is None:
        return False
    named = [head for slot in _DENIED for head in draft.slots.get(slot)]
    if not named:
        return not any(child.dep_ in ("ccomp", "xcomp") for child in draft.clause.predicate.children)
    return any(head.tag_ in _BACK or _is_claim(head) for head in named)


def _is_claim(noun: Token) -> bool:
    """Whether the noun takes up what has been said: *jede Beteiligung*, *die Darstellung*, not *Berichte, wonach …*."""
    return in_class(noun, *_CHARGES) or (in_class(noun, *_SAID) and definite(noun))


def _is_about(speech: SpeechFound, own: set[str], draft: Draft) -> bool:
    """Whether the words name somebody of the denier's side."""
    at = draft.token.doc._.actor_at
    words = (i for start, stop in speech.quote for i in range(start, min(stop, draft.token.i)))
    return any(i in at and state_or_body(at[i]) in own for i in words)
