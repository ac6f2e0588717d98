"""Deals: what each side gives and receives (*Waffen gegen Lebensmittel*, *im Gegenzug*)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import ActorFound, HoldingFound
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
_SWAP: Final = frozenset(["tauschen", "eintauschen", "austauschen"])
_TRANSFERS: Final = frozenset(["COOPERATE", "AID"])
#: Words that say that one transfer is for another: *und erhält dafür Getreide*, *im Gegenzug*.
IN_RETURN: Final = frozenset(["dafür", "gegenzug", "gegenleistung"])
_EXCHANGED: Final = IN_RETURN | {"tausch"}
_REACH: Final = 4


def barter(drafts: list[Draft]) -> None:
    """Set ``gives`` and ``receives`` of transfers where the text says what goes against what."""
    transfers = [draft for draft in drafts if draft.predicate.type in _TRANSFERS]
    for draft in transfers:
        pair = _pair(draft)
        if pair is not None:
            giver = _giver(draft)
            _hold(draft, (giver, pair[0]), (giver, pair[1]), "deal:gegen")
        else:
            _in_return(draft)


def _hold(
    draft: Draft, gives: tuple[ActorFound | None, Token], gets: tuple[ActorFound | None, Token], rule: str
) -> None:
    if draft.predicate.type == "AID":
        # What is bartered is trade, not help.
        draft.predicate = replace(draft.predicate, type="COOPERATE", mode=None)
    draft.gives.append(HoldingFound(gives[0], noun_phrases.phrase(gives[1])))
    draft.receives.append(HoldingFound(gets[0], noun_phrases.phrase(gets[1])))
    draft.note(rule, gets[1])


def _in_return(draft: Draft) -> None:
    """A transfer for which the text says what comes back: *liefert Granaten und erhält dafür Getreide*."""
    doc, within, given = draft.token.doc, sentence(draft.token), _object(draft)
    if given is None or draft.gives:
        return
    stop = sentence(doc[within.stop]).stop if within.stop < len(doc) else within.stop
    for i in range(max(draft.token.i, given.i) + 1, stop):
        if doc[i].lower_ in _EXCHANGED:
            got = _good(doc.tokens[i + 1 : min(sentence(doc[i]).stop, i + 2 * _REACH)], last=False)
            giver = draft.sides.source[0] if draft.sides.source else None
            if got is not None and got.i != given.i:
                _hold(draft, (giver, given), (giver, got), "deal:in-return")
            return


def _object(draft: Draft) -> Token | None:
    """The good that the draft's verb moves; the parser may have hung it on the receiver: *dem Irak Panzer*."""
    for token in draft.slots.get("acc"):
        if _is_good(token):
            return token
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
        if word != "gegen" and not (
            word == "für" and doc[i - 1].lower_ in ("gegenzug", "tausch", "austausch")
        ):
            continue
        first = _good(doc.tokens[max(within.start, i - _REACH + 1) : i]) or (
            _object(draft) if word == "für" else None
        )
        second = _good(doc.tokens[i + 1 : min(within.stop, i + _REACH)], last=word == "gegen")
        if first is not None and second is not None and first.i != second.i:
            return first, second
    return None


def _good(words: Iterable[Token], last: bool = True) -> Token | None:
    found = [t for t in words if _is_good(t)]
    return found[-1 if last else 0] if found else None


def _is_good(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.i in token.doc._.actor_at:
        return False
    return in_class(token, *_GOODS)
