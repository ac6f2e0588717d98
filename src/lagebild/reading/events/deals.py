"""Deals: what each side gives and receives (*Waffen gegen Lebensmittel*, *im Gegenzug*)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import ActorFound, HoldingFound, Range
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.words import in_class

#: Classes of what can be bartered.
_GOODS: Final[tuple[str, ...]] = (
    "arms",
    "relief",
    "money",
    "energy",
    "goods",
    "info",
    "prisoner",
    "hostage",
    "help",
    "ship",
)
#: Those of them who are people, and so may be actors as well.
_HELD: Final[tuple[str, ...]] = ("prisoner", "hostage")
_SWAP: Final = frozenset(["tauschen", "eintauschen", "austauschen"])
_TRANSFERS: Final = frozenset(["COOPERATE", "AID"])
#: Words that say that one transfer is for another: *und erhält dafür Getreide*, *im Gegenzug*.
IN_RETURN: Final = frozenset(["dafür", "gegenzug", "gegenleistung"])
_EXCHANGED: Final = IN_RETURN | {"tausch"}
#: Words before *für* that say the same: *als Gegenleistung für Waffen*.
_FOR: Final = frozenset(["gegenzug", "gegenleistung", "tausch", "austausch"])
_GETS: Final = frozenset(["erhalten", "bekommen", "kriegen", "beziehen"])
_REACH: Final = 4


def barter(drafts: list[Draft]) -> None:
    """Set ``gives`` and ``receives`` of transfers where the text says what goes against what."""
    transfers = [draft for draft in drafts if _is_transfer(draft)]
    for draft in transfers:
        pair = _pair(draft)
        if pair is not None:
            giver = _giver(draft)
            _hold(draft, (giver, pair[0]), (giver, pair[1]), "deal:gegen")
        else:
            _in_return(draft, transfers)


def _is_transfer(draft: Draft) -> bool:
    """Whether something or somebody changes hands; who lets prisoners go may get others for them."""
    predicate = draft.predicate
    return predicate.type in _TRANSFERS or (
        predicate.type == "RETREAT" and predicate.mode in ("release", "return")
    )


def _hold(
    draft: Draft, gives: tuple[ActorFound | None, Token], gets: tuple[ActorFound | None, Token], rule: str
) -> None:
    if draft.predicate.type == "AID":
        # What is bartered is trade, not help.
        draft.predicate = replace(draft.predicate, type="COOPERATE", mode=None)
    draft.gives.append(HoldingFound(gives[0], _phrase(gives[1])))
    draft.receives.append(HoldingFound(gets[0], _phrase(gets[1])))
    draft.note(rule, gets[1])


def _phrase(good: Token) -> Range:
    """The words of the good, without the name of who gets it, which may stand right before: *liefert Iran Öl*."""
    start, stop = noun_phrases.phrase(good)
    while start < good.i and good.doc[start].tag_ == "NE" and start in good.doc._.actor_at:
        if good.doc[start].text.endswith(("s", "'", "’")):
            break
        start += 1
    return start, stop


def _in_return(draft: Draft, transfers: list[Draft]) -> None:
    """A transfer for which the text says what comes back: *liefert Granaten und erhält dafür Getreide*."""
    doc, within = draft.token.doc, sentence(draft.token)
    if draft.gives:
        return
    stop = sentence(doc[within.stop]).stop if within.stop < len(doc) else within.stop
    at = next((i for i in range(draft.token.i + 1, stop) if _says_in_return(doc[i])), None)
    giver = draft.sides.source[0] if draft.sides.source else None
    if at is None or (draft.clause is not None and at in draft.clause.tokens):
        _given_for(draft, giver)
        return
    gets = next((c for c in doc._.clauses if at in c.tokens and c.lemma in _GETS), None)
    given = _object(draft, whatever=gets is not None)
    if given is None or given.i > at or _to_others(draft, at, gets, transfers):
        return
    got = _good(doc.tokens[at + 1 : min(sentence(doc[at]).stop, at + 2 * _REACH)], last=False)
    if got is None and gets is not None:
        behind = [doc[i] for i in gets.tokens if i > at and doc[i].tag_ == "NN" and i not in doc._.actor_at]
        got = next((t for t in behind if noun_phrases.preposition(t) is None), None)
    if got is not None and got.i != given.i:
        _hold(draft, (giver, given), (giver, got), "deal:in-return")


def _says_in_return(word: Token) -> bool:
    """Whether the word says that what follows is for what went before; not *dafür, dass …*."""
    if word.lower_ not in _EXCHANGED:
        return False
    return word.lower_ != "dafür" or word.i + 1 >= len(word.doc) or word.nbor(1).text not in (",", ".")


def _given_for(draft: Draft, giver: ActorFound | None) -> None:
    """The transfer is itself in return for what the sentence told before: *erhält Öl und liefert dafür Waffen*."""
    doc, clause, within = draft.token.doc, draft.clause, sentence(draft.token)
    if clause is None or not any(_says_in_return(doc[i]) for i in clause.tokens):
        return
    before, given = doc.tokens[within.start : min(clause.tokens)], _object(draft)
    earlier = next((c for c in doc._.clauses if c.lemma in _GETS and c.predicate in before), None)
    got = _good(before) if earlier is not None else None
    if given is not None and got is not None:
        _hold(draft, (giver, given), (giver, got), "deal:in-return")


def _to_others(draft: Draft, at: int, gets: Clause | None, transfers: list[Draft]) -> bool:
    """Whether what is done in return goes to others than the giver: *im Gegenzug gibt Slowenien der Ukraine Panzer*."""
    source = draft.sides.source
    subject = gets.understood_subject if gets is not None else None
    actor_at = draft.token.doc._.actor_at
    by = actor_at.get(subject.i) if subject is not None else None
    if by is not None and by not in source:
        return True
    # *erhält dafür Ersatz aus Deutschland*: who got the first thing gives nothing for it
    named = [draft.token.doc[i] for i in gets.tokens if i in actor_at] if gets is not None else []
    if any(_comes_from(noun) and actor_at[noun.i] not in draft.sides.target for noun in named):
        return True
    answers = [t for t in transfers if t.clause is not None and at in t.clause.tokens and not t.sides.mutual]
    given = [t for t in answers if t is not draft and t.predicate.type in _TRANSFERS]
    return any(t.sides.target and all(x not in source for x in t.sides.target) for t in given)


def _comes_from(noun: Token) -> bool:
    case = noun_phrases.preposition(noun)
    return case is not None and case.lower_ in ("von", "aus", "vom")


def _object(draft: Draft, whatever: bool = False) -> Token | None:
    """The good that the draft's verb moves; the parser may have hung it on the receiver: *dem Irak Panzer*.

    Its case may not show: *verkauft Drohnen*. With ``whatever`` any thing, where the text says that it is bartered.
    """
    objects = draft.slots.get("acc")
    for token in (*objects, *draft.slots.get("dat")):
        if _is_good(token):
            return token
    thing = (
        next((t for t in objects if t.tag_ == "NN" and t.i not in t.doc._.actor_at), None)
        if whatever
        else None
    )
    if thing is not None:
        return thing
    doc = draft.token.doc
    inside = draft.clause.tokens if draft.clause is not None else []
    return next((doc[i] for i in inside if doc[i].dep_ in ("flat", "appos") and _is_good(doc[i])), None)


def _giver(draft: Draft) -> ActorFound | None:
    source = draft.sides.source
    if draft.predicate.text in _SWAP or len(source) == 1:
        return source[0] if source else None
    return None


def _pair(draft: Draft) -> tuple[Token, Token] | None:
    """Two goods with *gegen*, or *im Gegenzug für*, between or before them, near the event."""
    doc, within = draft.token.doc, sentence(draft.token)
    for i in range(within.start + 1, within.stop - 1):
        word = doc[i].lower_
        if word != "gegen" and not (word == "für" and doc[i - 1].lower_ in _FOR):
            continue
        first = _good(doc.tokens[max(within.start, i - _REACH + 1) : i]) or (
            _object(draft) if word == "für" else None
        )
        second = _good(doc.tokens[i + 1 : min(within.stop, i + _REACH)], last=word == "gegen")
        if first is None or second is None or first.i == second.i:
            continue
        # *Raketen gegen Drohnen* are for shooting at them
        if word == "für" or not (in_class(first, "arms") and in_class(second, "arms")):
            return first, second
    return None


def _good(words: Iterable[Token], last: bool = True) -> Token | None:
    found = [t for t in words if _is_good(t)]
    return found[-1 if last else 0] if found else None


def _is_good(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    return in_class(token, *_HELD if token.i in token.doc._.actor_at else _GOODS)
