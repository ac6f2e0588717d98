"""Whom a judgement of an act concerns: who did it, told before.

*Die EU schlug Sanktionen vor. Peking verurteilte den Schritt*: that is said to the EU. *Kiew forderte Panzer. Berlin
lehnt das ab* turns Kyiv down.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.tokens import Token, sentence, sentences_back
from lagebild.reading.events.deals import IN_RETURN
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others, states_or_bodies
from lagebild.reading.events.words import lemma

#: Types of judgements.
_JUDGEMENTS: Final = frozenset(["ACCUSE", "REJECT", "SUPPORT", "AGREE"])
#: Types of acts that *das* takes up, by what is said of it: one turns down what was asked, offered or said.
_BY_PRONOUN: Final = frozenset(["REQUEST", "AGREE", "ACCUSE"])
#: Where the act that is judged stands: *verurteilte den Schritt*, *stimmte dem Vorschlag zu*, *reagierte empört auf …*.
_SLOTS: Final[tuple[str, ...]] = ("acc", "dat", "gegen", "zu", "über", "auf")
#: Pronouns for what was told, whatever the tagger takes them for.
_TAKING_UP: Final = frozenset(["das", "dies", "was"])
#: Verbs of a reply that need no object: *Die Marine lehnte ab*.
_BARE: Final = frozenset(["ablehnen", "abwinken", "zustimmen", "einwilligen"])
#: Slots in which that stands which is asked for.
_WISHED: Final[tuple[str, ...]] = ("acc", "um", "auf", "zu")
#: Types of what is said to somebody who may reply, and of the replies.
_TO_SOMEBODY: Final = frozenset(["REQUEST", "AGREE"])
_REPLIES: Final = frozenset(["REJECT", "AGREE"])
_DEFINITE: Final = frozenset(
    ["der", "die", "das", "den", "dem", "des", "dieser", "diese", "dieses", "diesen", "diesem"]
)
#: Types of what is given for something else.
_GIFTS: Final = frozenset(["AID", "COOPERATE", "SUPPORT", "RETREAT", "CONCEDE"])
#: Types of what is thanked for: a promise, too.
_THANKED: Final = _GIFTS | {"AGREE"}
#: Words of thanks.
_THANKS: Final = frozenset(["danken", "sich bedanken"])
#: How many events and sentences back the act may stand.
_BACK, _SENTENCES = 8, 2


def respond(drafts: list[Draft]) -> None:
    """Give judgements without a target whoever did what is judged; ``drafts`` in text order."""
    for at, draft in enumerate(drafts):
        sides = draft.sides
        if draft.predicate.type not in _JUDGEMENTS or sides.mutual or draft.predicate.legal:
            continue
        before = drafts[max(0, at - _BACK) : at]
        if sides.target:
            _answers_him(draft, before)
            continue
        act = _act(draft) if sides.source else None
        told = _told(before, draft, act) if act is not None else None
        if told is None:
            told = _asked_for_it(before, draft)
        if told is None:
            continue
        sides.target.extend(others(told.sides.source, sides.source))
        draft.note("sides:act-judged", told.token)
        _was_asked(told, draft)
        for noun in drafts[at : at + 3]:
            if act is not None and noun.nominal and noun.token.i == act.i and not noun.sides.source:
                noun.sides.source.extend(sides.target)  # *wies die Forderung zurück*


def _was_asked(told: Draft, answer: Draft) -> None:
    """Who turns down what was asked or offered was asked: *Hanoi verlangte den Abzug. Peking lehnte das ab*."""
    if told.predicate.type not in _TO_SOMEBODY or told.sides.target or answer.predicate.type not in _REPLIES:
        return
    new = others(answer.sides.source, told.sides.source)
    if new:
        told.sides.target.extend(new)
        told.note("sides:asked-by-the-answer", answer.token)


def _answers_him(answer: Draft, before: list[Draft]) -> None:
    """Who turns somebody down was asked by him right before, where he names nobody else."""
    if answer.predicate.type != "REJECT" or answer.predicate.mode == "deny":
        return
    for told in reversed(before):
        if not answer.follows(told):
            return
        asks = told.predicate.type == "REQUEST"
        if told.nominal and all(head.i != told.token.i for head in answer.slots.get("acc")):
            continue  # *Die Forderung Oslos scheiterte an Paris*, of whom nobody need have asked it
        if asks and any(a is b for a in told.sides.source for b in answer.sides.target):
            _was_asked(told, answer)
            return


def _asked_for_it(before: list[Draft], draft: Draft) -> Draft | None:
    """The demand for what is turned down by the same name: *verlangte eine Entschuldigung. Berlin lehnt eine
    Entschuldigung ab*."""
    if draft.predicate.type != "REJECT" or not draft.sides.source:
        return None
    things = {lemma(head) for head in draft.slots.get("acc") if head.tag_ == "NN"}
    for told in reversed(before) if things else ():
        if told.predicate.type != "REQUEST" or not _by_somebody_else(told, draft):
            continue
        if any(lemma(head) in things for slot in _WISHED for head in told.slots.get(slot)):
            return told
    return None


def _told(before: list[Draft], draft: Draft, act: Token) -> Draft | None:
    """The deed of somebody else that the act takes up."""
    pronoun = act.tag_ != "NN"
    first = sentences_back(draft.token, _SENTENCES if act.lower_ != "was" else 0)
    said = frozenset(["ACCUSE"]) if draft.predicate.mode == "deny" else _BY_PRONOUN
    kinds = said if pronoun else _acts()[lemma(act)]
    for told in reversed(before):
        if told.token.i < first:
            return None
        if told.content_of is not None or not _by_somebody_else(told, draft):
            continue
        if not kinds or told.predicate.type in kinds:
            return told
        if pronoun:
            return None  # *das* is what has been told right before
    return None


def in_return(drafts: list[Draft]) -> None:
    """Give what is done in return to whoever gave before: *Iran lieferte Russland Öl. Im Gegenzug schickt Moskau Geld*."""
    for at, draft in enumerate(drafts):
        within = sentence(draft.token)
        if draft.predicate.type in _GIFTS and any(draft.token.doc[i].lower_ in IN_RETURN for i in within):
            _to_the_giver(drafts, at, _GIFTS, "sides:in-return")


def thank(drafts: list[Draft]) -> None:
    """Give thanks to whoever has just helped or promised to: *Rom sagte Kairo Geld zu. Ägypten bedankte sich*."""
    for at, draft in enumerate(drafts):
        if draft.predicate.text.lower() in _THANKS:
            _to_the_giver(drafts, at, _THANKED, "sides:thanked-for-it")


def _to_the_giver(drafts: list[Draft], at: int, types: frozenset[str], rule: str) -> None:
    """Give an event without a target the one who gave its source something, in an event of the `types` right before."""
    draft = drafts[at]
    if draft.sides.target or not draft.sides.source:
        return
    own = states_or_bodies(draft.sides.source)
    for told in reversed(drafts[max(0, at - _BACK) : at]):
        received = told.predicate.type in types and not own.isdisjoint(states_or_bodies(told.sides.target))
        if received and draft.follows(told) and _by_somebody_else(told, draft):
            draft.sides.target.extend(told.sides.source)
            draft.note(rule, told.token)
            return


@cache
def _acts() -> dict[str, frozenset[str]]:
    rows = lexicon.table("events/acts.tsv", ["word", "types"])
    return {row["word"]: frozenset(row["types"].split(",")) - {"-"} for row in rows}


def _act(draft: Draft) -> Token | None:
    """The word for the act that is judged; None where the object names no act of somebody else."""
    for name in _SLOTS:
        for head in draft.slots.get(name):
            if name == "acc" and head.lower_ in _TAKING_UP and head.tag_ != "NN":
                return head
            if lemma(head) in _acts() and _bare(head):
                return head
    return draft.token if _objectless(draft) else None


def _objectless(draft: Draft) -> bool:
    """Whether a verb of turning down or giving in stands alone: *Die Marine lehnte ab*."""
    clause = draft.clause
    if draft.nominal or clause is None or clause.objects or draft.predicate.text not in _BARE:
        return False
    words = draft.token.doc.lowers
    return not any(words[i] == "es" for i in clause.tokens) and not any(
        child.dep_ in ("ccomp", "xcomp") for child in clause.predicate.children
    )


def _bare(noun: Token) -> bool:
    """Whether the noun has a definite article and nothing that says whose act it is."""
    definite = any(child.lower_ in _DEFINITE for child in noun.lefts)
    owned = any(child.i in noun.doc._.actor_at or child.dep_ in ("nmod", "acl") for child in noun.children)
    return definite and not owned


def _by_somebody_else(told: Draft, draft: Draft) -> bool:
    own = states_or_bodies(draft.sides.source)
    return (
        bool(told.sides.source)
        and not told.sides.mutual
        and own.isdisjoint(states_or_bodies(told.sides.source))
    )
