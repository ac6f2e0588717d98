"""Who would do what talks are about: those who talk, *Israel und die Hamas verhandeln über eine Waffenruhe*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.words import preposition

#: Types of what several do together, or give up to each other.
_JOINT: Final = frozenset(["CONCEDE", "COOPERATE", "RETREAT", "AGREE"])
#: So many words a noun phrase with its sides has at most.
_PHRASE: Final = 14


def topics(drafts: list[Draft]) -> None:
    """Give nouns for what is talked over the sides of the talks, where nobody else is said to do it."""
    open_ones = {
        d.token.i: d
        for d in drafts
        if d.nominal and d.predicate.type in _JOINT and not d.sides.source and not d.sides.target
    }
    for talk in drafts if open_ones else ():
        if talk.predicate.type != "CONSULT" or not talk.sides.mutual or len(talk.sides.source) < 2:
            continue
        for i, topic in open_ones.items():
            if not topic.sides.source and (
                _is_slot(talk, i) if not talk.nominal else _is_behind(talk, topic)
            ):
                topic.sides.source = list(talk.sides.source)
                topic.note("sides:of-the-talks", talk.token)


def _is_slot(talk: Draft, i: int) -> bool:
    """Whether the verb has the noun at a token behind *über*."""
    return any(token.i == i for head in talk.slots.get("über") for token in noun_phrases.conjuncts(head))


def _is_behind(talk: Draft, topic: Draft) -> bool:
    """Whether the topic stands behind the noun for the talks with nothing but their sides between, whatever the parser hung
    it on: *die Gespräche zwischen Israel und der Hamas über eine Waffenruhe*."""
    first, last = talk.token.i, topic.token.i
    case = noun_phrases.preposition(topic.token)
    if case is None or preposition(case) != "über" or not first < case.i or last - first > _PHRASE:
        return False
    return not any(tag[:1] == "V" or tag[:2] == "$," for tag in topic.token.doc.tags[first:last])
