"""Who stands outside: a mediator between two others, who calls on all sides, who judges what two others agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others, state_or_body
from lagebild.reading.events.unsaid import leading_pair
from lagebild.reading.events.words import in_class

#: What mediators and onlookers call for.
_CALM: Final = frozenset(
    ["mäßigung", "zurückhaltung", "besonnenheit", "deeskalation", "ruhe", "dialog", "gesprächen", "verhandlungen",
     "einigung", "lösung", "kompromiss", "gewaltverzicht", "frieden", "vernunft", "einlenken"]
)  # fmt: skip
_JUDGING: Final = frozenset(["SUPPORT", "ACCUSE", "REJECT"])
#: Types of what two agree on or do together.
_JOINT: Final = frozenset(["AGREE", "SUPPORT", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT"])
#: How often an article must have told of a pair of states for an outsider to speak to both.
_PAIRS: Final = 2


def outsiders(drafts: list[Draft]) -> None:
    """Give mediation, calls for calm and judgements of agreements the sides they are meant for."""
    joint = {d.token.i: d for d in drafts if d.nominal and d.sides.mutual and d.predicate.type in _JOINT}
    for at, draft in enumerate(drafts):
        sides = draft.sides
        if draft.nominal and draft.predicate.type == "MOBILIZE" and in_class(draft.token, "exercise"):
            _held_together(draft)
        if draft.nominal and draft.predicate.type == "REQUEST":
            _urged(draft, drafts)
        if draft.predicate.mode == "third-party" and all(_vague(a) for a in sides.target):
            sides.target = []  # *zwischen den Streitparteien*
        if not sides.source or sides.target or sides.mutual:
            continue
        if draft.predicate.mode == "third-party":
            beside = _of_sentence(draft, drafts)
            _give(
                draft, beside or _pair(draft, drafts[:at]) or _pair(draft, drafts), "sides:mediated-between"
            )
        elif draft.predicate.type == "REQUEST" and not draft.nominal and _calls_for_calm(draft):
            _give(draft, _pair(draft, drafts[:at]) or _pair(draft, drafts), "sides:all-sides")
        elif draft.predicate.type in _JUDGING and not draft.nominal:
            for head in draft.slots.get("acc"):
                deal = joint.get(head.i)
                if deal is not None and len(deal.sides.source) > 1:
                    _give(draft, deal.sides.source, "sides:partners-of-the-deal")


def _held_together(draft: Draft) -> None:
    """Manoeuvres that two states begin are theirs together: *Die USA und Japan begannen ein Seemanöver*."""
    if len({a.country for a in draft.sides.source if a.country}) > 1 and not draft.sides.target:
        draft.predicate = replace(draft.predicate, type="COOPERATE", mode=None)
        draft.sides.mutual = True


def _vague(actor: ActorFound) -> bool:
    return actor.kind == "group" and actor.country is None and actor.sector is None


def _urged(draft: Draft, drafts: list[Draft]) -> None:
    """Whoever acts at somebody's urging was urged: *Österreich durchsuchte die Maschine auf Druck der USA*."""
    case = noun_phrases.preposition(draft.token)
    if case is None or case.lower_ != "auf" or not draft.sides.source or draft.clause is None:
        return
    own = (d.sides.source for d in drafts if not d.nominal and d.clause is draft.clause)
    new = others(next(own, []), draft.sides.source)
    if new:
        draft.sides.target = new
        draft.note("sides:who-acts-on-it", draft.token)


def _calls_for_calm(draft: Draft) -> bool:
    words = draft.token.doc.lowers
    tokens = draft.clause.tokens if draft.clause is not None else ()
    return any(words[i] in _CALM for i in tokens)


def _of_sentence(draft: Draft, drafts: list[Draft]) -> list[ActorFound]:
    """The partners of talks or a deal in the sentence of the mediation."""
    within = sentence(draft.token)
    for other in drafts:
        partners = other.sides.source if other.sides.mutual and other.predicate.type in _JOINT else []
        if other is not draft and len(partners) > 1 and other.token.i in within:
            return partners
    return []


def _pair(draft: Draft, before: list[Draft]) -> list[ActorFound]:
    """The pair of states that these events are mostly between, if whoever acts is none of the two."""
    found = leading_pair(before)
    if found is None or found[1] < _PAIRS:
        return []
    pair, _, actors = found
    if any(state_or_body(a) in pair for a in draft.sides.source):
        return []
    return [state_actor(draft.token.doc, code) or actors[code] for code in sorted(pair)]


def _give(draft: Draft, actors: list[ActorFound], rule: str) -> None:
    own = {a.country for a in draft.sides.source if a.country}
    if any(a.country in own for a in actors):
        return
    new = others(actors, draft.sides.source)
    if new:
        draft.sides.target.extend(new)
        draft.note(rule, draft.token)
