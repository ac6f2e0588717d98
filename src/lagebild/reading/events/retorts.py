"""Whom hard words answer: whoever has just acted against the one who speaks.

*Oslo wies drei russische Diplomaten aus. Moskau sprach von einer Provokation*: that is said of Norway, and the
retaliation that Moscow announces is for Norway too. So is what Moscow demands: *Moskau verlangte eine Entschuldigung*.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence, sentences_back
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others, states_or_bodies
from lagebild.reading.events.unsaid import leading_pair
from lagebild.reading.events.words import in_class

#: Types of answers in words that name nobody.
_ANSWERS: Final = frozenset(["ACCUSE", "REJECT", "THREATEN", "REQUEST"])
#: Types of answers for which the pair that an article is about is no ground enough.
_ON_OCCASION: Final = frozenset(["REJECT", "REQUEST"])
#: Verbs of demanding whose object is what is demanded, not who is asked.
_DEMANDING: Final = frozenset(["fordern", "verlangen", "bestehen", "beharren", "pochen", "dringen"])
#: Types of what one demands of others than those whom one speaks against: *warf Rom Betrug vor und forderte Strafen*.
_BY_OTHERS: Final = frozenset(
    ["SANCTION", "ASSAULT", "COERCE", "ACCUSE", "MOBILIZE", "AID", "PROTEST", "CONSULT", "REJECT"]
)
#: Types of what one answers so.
_HOSTILE: Final = frozenset(
    ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
)
#: How many events and how many sentences back the deed may stand that is answered.
_BACK, _SENTENCES = 10, 3
#: How many events back somebody may have spoken against the same.
_JUST: Final = 3
#: How often an article must have told of a pair for hard words of one without an occasion to be for the other.
_PAIRS: Final = 2


def retorts(drafts: list[Draft]) -> None:
    """Give hard words without a target whoever acted against the speaker right before; ``drafts`` in text order."""
    for at, draft in enumerate(drafts):
        if not _open(draft) or not _asked_of_them(draft, drafts):
            continue
        if _goes_on(draft, drafts[:at]):
            continue
        own = _countries(draft.sides.source)
        if len(own) != 1 or _others_here(draft, own) or not _for_the_state(draft):
            continue
        first = sentences_back(draft.token, _SENTENCES)
        for told in reversed(drafts[max(0, at - _BACK) : at]):
            if told.token.i < first:
                break
            if told.predicate.type in _HOSTILE and not told.sides.mutual and _against(told, own):
                draft.sides.target.extend(others(told.sides.source, draft.sides.source))
                draft.note("sides:answer-to", told.token)
                break
        if not draft.sides.target and draft.predicate.type not in _ON_OCCASION:
            _to_the_other(draft, drafts, own)


def _asked_of_them(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a demand may be made of those whom one speaks against; hard words always may."""
    if draft.predicate.type != "REQUEST":
        return True
    if draft.predicate.text not in _DEMANDING or any(_more_of_it(noun) for noun in draft.slots.get("acc")):
        return False
    return not any(d.content_of is draft and d.predicate.type in _BY_OTHERS for d in drafts)


def _more_of_it(noun: Token) -> bool:
    """Whether more or the like of something is demanded, *mehr Geld*, *schärfere Kontrollen*: that is for one's own side."""
    return any(
        child.lower_ in ("mehr", "weitere", "weiteren", "zusätzliche", "zusätzlichen")
        or child.morph.get("Degree", []) == ["Cmp"]
        for child in noun.lefts
    )


def _for_the_state(draft: Draft) -> bool:
    """Whether a demand is made by a state or those who speak for it: others make theirs at home."""
    return draft.predicate.type != "REQUEST" or all(
        a.kind in ("state", "international") or a.sector == "GOV" for a in draft.sides.source
    )


def _goes_on(draft: Draft, before: list[Draft]) -> bool:
    """Whether it goes on in one sentence against whom the speaker has just spoken: *warf dem Westen Erpressung vor und
    drohte*."""
    start = sentence(draft.token).start
    same = (d for d in reversed(before[-_JUST:]) if not d.nominal and d.sides.source == draft.sides.source)
    told = next(same, None)
    if told is None or told.predicate.type not in _HOSTILE or sentence(told.token).start != start:
        return False
    if not told.sides.target or (draft.predicate.type == "REQUEST" and not _from_abroad(draft, told)):
        return False
    draft.sides.target.extend(told.sides.target)
    draft.note("sides:goes-on-against", told.token)
    return True


def _from_abroad(demand: Draft, told: Draft) -> bool:
    """Whether who demands something speaks against another country, in a sentence of his own."""
    if demand.clause is None or demand.clause.relation not in ("coordinated", "main"):
        return False
    return not _countries(told.sides.target) & _countries(demand.sides.source)


def _to_the_other(draft: Draft, drafts: list[Draft], own: set[str]) -> None:
    """Give hard words of one of the two whom the article sets against each other the other one."""
    if all(actor.sector == "PTY" for actor in draft.sides.source):
        return  # parties quarrel at home
    found = leading_pair([d for d in drafts if d.predicate.type in _HOSTILE])
    if found is None or found[1] < _PAIRS or not own <= found[0]:
        return
    pair, _, actors = found
    (other,) = pair - own
    draft.sides.target.append(state_actor(draft.token.doc, other) or actors[other])
    draft.note("sides:pair-of-the-article", draft.token)


def _open(draft: Draft) -> bool:
    kind, sides = draft.predicate.type, draft.sides
    denied = draft.predicate.mode == "deny" and draft.predicate.text != "sprechen"
    if kind not in _ANSWERS or draft.predicate.legal or denied or sides.mutual:
        return False
    if any(a.sector == "JUD" for a in sides.source) or any(
        in_class(h, "law") for h in draft.slots.get("acc")
    ):
        return False
    return bool(sides.source) and not sides.target and draft.content_of is None


def _against(told: Draft, own: set[str]) -> bool:
    """Whether one other country or body did it to that of the speaker."""
    doers, struck = _countries(told.sides.source), _countries(told.sides.target)
    return bool(doers) and not doers & own and own == struck  # a call on both sides is no act against one


def _others_here(draft: Draft, own: set[str]) -> bool:
    """Whether the sentence names somebody else, of whom it may be said."""
    at, within = draft.token.doc._.actor_at, sentence(draft.token)
    here = [at[i] for i in range(within.start, within.stop) if i in at]
    return bool(_countries(here) - own)


def _countries(actors: list[ActorFound]) -> set[str]:
    return states_or_bodies(a for a in actors if a.country or a.kind == "international")
