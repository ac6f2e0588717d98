"""Deals: what each side gives and receives (*Waffen gegen Lebensmittel*, *im Gegenzug*)."""

from __future__ import annotations

from spacy.tokens import Token

from lagebild.language.de import noun_phrases
from lagebild.reading.analysis import ActorFound, HoldingFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.words import in_class

#: Classes of what can be bartered.
_GOODS = ("arms", "relief", "money", "energy", "goods", "info", "prisoner", "hostage", "help", "ship")
_SWAP = frozenset(["tauschen", "eintauschen", "austauschen"])


def barter(drafts: list[Draft]) -> None:
    """Set ``gives`` and ``receives`` of cooperation where the text says what goes against what."""
    for draft in drafts:
        if draft.predicate.type != "COOPERATE":
            continue
        pair = _pair(draft)
        if pair is None:
            continue
        giver = _giver(draft)
        draft.gives.append(HoldingFound(giver, noun_phrases.phrase(pair[0])))
        draft.receives.append(HoldingFound(giver, noun_phrases.phrase(pair[1])))
        draft.note("deal:gegen", pair[1])


def _giver(draft: Draft) -> ActorFound | None:
    source = draft.sides.source
    if draft.predicate.text in _SWAP or len(source) == 1:
        return source[0] if source else None
    return None


def _pair(draft: Draft) -> tuple[Token, Token] | None:
    """Two goods with *gegen* between them, near the event."""
    doc, at = draft.token.doc, draft.token
    for i in range(at.sent.start + 1, at.sent.end - 1):
        if doc[i].lower_ != "gegen":
            continue
        first = _good(doc[max(at.sent.start, i - 3) : i])
        second = _good(doc[i + 1 : min(at.sent.end, i + 4)])
        if first is not None and second is not None:
            return first, second
    return None


def _good(words: object) -> Token | None:
    found = [t for t in words if t.pos_ == "NOUN" and any(in_class(t, name) for name in _GOODS)]  # type: ignore[attr-defined]
    return found[-1] if found else None
