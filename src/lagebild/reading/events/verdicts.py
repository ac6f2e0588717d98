"""Whom they speak to who speak for or against what was told: its doer, its teller, whom it would befall."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others, state_or_body

#: How far before the verb of a relative clause the deed may stand that it explains.
_PHRASE: Final = 12
#: Slots of the deed that somebody is blamed for: *für*, *hinter dem Anschlag vermuten*.
_BLAMED_FOR: Final[tuple[str, ...]] = ("für", "an", "gen", "hinter")
_ABOUT: Final = frozenset(["ACCUSE", "SUPPORT", "REJECT", "REQUEST"])
_TO_RECEIVER: Final = frozenset(["AGREE", "THREATEN", "REJECT"])


def about(drafts: list[Draft]) -> None:
    """Who speaks for or against a deed speaks to its doer: *verurteilte den Angriff* has the attacker as target;
    who promises, threatens or refuses a deed speaks to whom it would befall."""
    nouns = {d.token.i: d for d in drafts if d.nominal and not d.sides.mutual and d.sides.source}
    for at, draft in enumerate(drafts):
        if draft.predicate.type not in _ABOUT or draft.sides.target or draft.sides.mutual:
            continue
        for head in () if draft.nominal else draft.slots.get("acc"):
            deed = nouns.get(head.i)
            if deed is not None:
                aim(draft, deed.sides.source, "sides:doer-of-the-deed", deed)
            elif head.tag_ == "PDS" and not draft.sides.target:
                told = _told_before(draft, drafts[:at])
                asked = told.content_of if told is not None else None
                if asked is not None and asked.predicate.type == "REQUEST":
                    told = asked  # *bat um Truppen. Moskau lehnte das ab*
                if told is not None:
                    _answer(draft, told)
    for content in drafts:
        governor = content.content_of
        if governor is None or governor.sides.target or governor.sides.mutual:
            continue
        if content.sides.mutual and governor.predicate.type not in ("REQUEST", "AGREE", "REJECT"):
            continue
        if content.sides.mutual and governor.predicate.type == "REQUEST" and not content.nominal:
            continue  # *forderte, mit Russland zu verhandeln*: it is not Russia that is called upon
        if content.sides.mutual and governor.predicate.type in ("AGREE", "REJECT"):
            own = {a.country for a in governor.sides.source if a.country}  # a minister and her state are one
            partners = [a for a in content.sides.source if a.country not in own]
            # *lehnte Gespräche zwischen Rom und Kiew ab* is said to neither of them more than to others
            if governor.predicate.type == "AGREE" or len(partners) < len(content.sides.source):
                aim(governor, partners, "sides:partner-of-the-content", content)
        elif governor.predicate.type in _TO_RECEIVER:
            aim(governor, content.sides.target, "sides:receiver-of-the-content", content)
        elif governor.predicate.type in ("REQUEST", "ACCUSE"):
            aim(governor, content.sides.source, "sides:doer-of-the-content", content)


def _answer(draft: Draft, told: Draft) -> None:
    """Who judges what was told answers its doers; where his own side is said to have done it, who says so."""
    own = {state_or_body(a) for a in draft.sides.source}
    if draft.predicate.type == "REJECT" and any(state_or_body(a) in own for a in told.sides.source):
        by = teller(told.token)  # unless it is those who reject it
        aim(draft, [by] if by and state_or_body(by) not in own else [], "sides:who-told-it", told)
        return
    all_of_it = [*told.sides.source, *(told.sides.target if draft.predicate.type == "REJECT" else ())]
    aim(draft, all_of_it, "sides:of-what-was-told", told)


def teller(token: Token) -> ActorFound | None:
    """The first actor in whose words the token stands."""
    for speech in token.doc._.speech:
        if speech.speaker_actor is not None and any(start <= token.i < end for start, end in speech.quote):
            found: ActorFound = speech.speaker_actor
            return found
    return None


def _told_before(draft: Draft, before: list[Draft]) -> Draft | None:
    """The last event of the sentence before, which *dies* takes up."""
    told = before[-1] if before else None
    return told if told is not None and draft.follows(told) and told.clause is not draft.clause else None


def blame(drafts: list[Draft]) -> None:
    """Who is blamed for a deed that names no doer did it, in the mouth of who blames: *machte die Miliz für den
    Anschlag verantwortlich*, *bezichtigte die Armee des Völkermords*."""
    deeds = {d.token.i: d for d in drafts if d.nominal and d.predicate.by_force and not d.sides.mutual}
    for draft in drafts:
        if draft.nominal or draft.predicate.type != "ACCUSE" or draft.predicate.mode != "allege":
            continue
        accused = {head.i for head in draft.slots.get("acc")}
        deeds_of = [d.token for d in deeds.values() if d.token.head.i in accused and d.clause is draft.clause]
        if draft.clause is not None and draft.clause.relation == "relative":
            deeds_of += _explained(
                draft.clause.predicate, deeds
            )  # *die Tötung, die Israel zugeschrieben wird*
        for head in (
            *draft.slots.get("für"),
            *draft.slots.get("an"),
            *draft.slots.get("gen"),
            *draft.slots.get("hinter"),
            *deeds_of,
        ):
            deed = deeds.get(head.i)
            if deed is not None and not deed.sides.source:
                known = deed.sides.target
                deed.sides.source.extend(others(draft.sides.target, known))
                deed.note("sides:blamed-for-it", draft.token)


def _explained(verb: Token, deeds: dict[int, Draft]) -> list[Token]:
    """The deed right before a relative clause, whatever noun of its phrase the parser hung the clause on."""
    first = max(sentence(verb).start, verb.i - _PHRASE)
    return [deeds[i].token for i in range(first, verb.i) if i in deeds][-1:]


def aim(draft: Draft, actors: list[ActorFound], rule: str, by: Draft) -> None:
    """Add as targets the actors that are no sources, with the rule and the event that it rests on."""
    known = draft.sides.source
    new = others(actors, known)
    if new:
        draft.sides.target.extend(new)
        draft.note(rule, by.token)
