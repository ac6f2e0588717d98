"""Mentions of one event in an article, and those that confirm an earlier claim. Rather too few than wrong ones."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.analysis import EventFound, LinkFound
from lagebild.reading.certainty import bounds
from lagebild.reading.certainty.phrases import definite

#: events of one type among which an earlier mention is looked for, and mentions of each that are compared, the
#: last ones: more than an article of a person has, and a bound on what a hostile one costs
_EVENTS, _MENTIONS = 40, 12

#: acts of speaking: two of them by the same actors are two acts unless the words say otherwise
_WORDS: Final = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"])


def mentions(doc: Words) -> list[LinkFound]:
    """``same_event`` links, each from a mention to the nearest earlier one of the same event."""
    events: list[EventFound] = sorted(doc._.events, key=lambda e: min(e.trigger))
    chains: dict[str, deque[list[EventFound]]] = defaultdict(lambda: deque(maxlen=_EVENTS))
    found: list[LinkFound] = []
    for event in events:
        of_type = chains[event.type]
        chain = next(
            (c for c in reversed(of_type) if all(_same(doc, event, other) for other in c[-_MENTIONS:])), None
        )
        if chain is None:
            of_type.append([event])
            continue
        found.append(LinkFound("same_event", event, chain[-1]))
        chain.append(event)
    return found


def confirmations(doc: Words, same: list[LinkFound]) -> list[LinkFound]:
    """``confirms`` links: a later mention that the paper vouches for by a factive cue, of what was claimed before."""
    return [
        LinkFound("confirms", link.source, link.target)
        for link in same
        if link.source.attribution and link.source.author == "CT+" and link.target.author == "Uu"
    ]


def _same(doc: Words, later: EventFound, earlier: EventFound) -> bool:
    """Whether two events of one type are one event."""
    if None not in (later.mode, earlier.mode) and later.mode != earlier.mode:
        return False
    if "CT-" in (later.factuality, earlier.factuality) or later.clause is earlier.clause is not None:
        return False
    return (
        _same_actors(later, earlier)
        and _same_place(later, earlier)
        and _same_time(later, earlier)
        and _taken_up(doc, later, earlier)
    )


def _same_actors(later: EventFound, earlier: EventFound) -> bool:
    """The actors of one are among those of the other, and there are two, or the same one each."""
    a = {id(actor) for actor in (*later.source, *later.target)}
    b = {id(actor) for actor in (*earlier.source, *earlier.target)}
    if not a or not b or not (a <= b or b <= a):
        return False
    if len(a & b) < 2 and a != b:
        return False
    mutual = not (later.target and earlier.target)
    return mutual or {id(x) for x in later.source} & {id(x) for x in earlier.source} != set()


def _same_place(later: EventFound, earlier: EventFound) -> bool:
    a, b = later.place, earlier.place
    return a is None or b is None or a is b or (a.country == b.country and a.country is not None)


def _same_time(later: EventFound, earlier: EventFound) -> bool:
    """Dates that one day could satisfy; of two without any, tense must agree."""
    a, b = bounds(later.edtf), bounds(earlier.edtf)
    if a is None or b is None:
        return later.tense == earlier.tense or "present" in (later.tense, earlier.tense)
    return a[0] <= b[1] and b[0] <= a[1]


def _taken_up(doc: Words, later: EventFound, earlier: EventFound) -> bool:
    """Whether the words point back: the same word, a definite noun, or the same date."""
    dated = "XXXX" not in (later.edtf, earlier.edtf)
    if later.type in _WORDS:
        return _lemma(doc, later) == _lemma(doc, earlier) and (dated or later.nominal)
    if dated or _lemma(doc, later) == _lemma(doc, earlier):
        return True
    return later.nominal and definite(doc[min(later.trigger)[1] - 1])


def _lemma(doc: Words, event: EventFound) -> str:
    if event.clause is not None and not event.nominal:
        return event.clause.lemma
    return doc[min(event.trigger)[1] - 1].lemma_
