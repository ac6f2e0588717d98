"""Mentions of one event in an article, and those that confirm an earlier claim. Rather too few than wrong ones."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from typing import Final

from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.analysis import ActorFound, EventFound, LinkFound, PlaceFound
from lagebild.reading.certainty import bounds
from lagebild.reading.certainty.phrases import definite
from lagebild.reading.events.words import in_class

#: events of one type among which an earlier mention is looked for, and mentions of each that are compared, the
#: last ones: more than an article of a person has, and a bound on what a hostile one costs
_EVENTS, _MENTIONS = 40, 12

#: acts of speaking: two of them by the same actors are two acts unless the words say otherwise
_WORDS: Final = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"])

#: kilometres within which two places may be told of one event: a town and its suburb, a square in it
_NEAR: Final = 150.0
#: begins of words that make an event another one: *griff erneut an*, *ein weiterer Angriff*
_AGAIN: Final[tuple[str, ...]] = ("erneut", "abermal", "nochmal", "wiederum", "weitere")
_TITLES: Final = frozenset(["kicker", "headline", "lede"])
#: letters that a noun shares with the verb of its deed: *Angriff, angreifen*
_SHARED: Final = 4


def mentions(doc: Words) -> list[LinkFound]:
    """``same_event`` links, each from a mention to the nearest earlier one of the same event."""
    events: list[EventFound] = sorted(doc._.events, key=lambda e: min(e.trigger))
    chains: dict[str, deque[list[EventFound]]] = defaultdict(lambda: deque(maxlen=_EVENTS))
    latest: dict[str, list[EventFound]] = {}
    compare = _Comparison(doc)
    found: list[LinkFound] = []
    for event in events:
        of_type, last = chains[event.type], latest.get(event.type, [])
        chain = next(
            (c for c in reversed(of_type) if all(compare.same(event, other) for other in c[-_MENTIONS:])),
            None,
        )
        if chain is None and last and compare.points_back(event, last):
            chain = last
        if chain is None:
            chain = [event]
            of_type.append(chain)
        else:
            found.append(LinkFound("same_event", event, chain[-1]))
            chain.append(event)
        latest[event.type] = chain
    return found


def confirmations(doc: Words, same: list[LinkFound]) -> list[LinkFound]:
    """``confirms`` links: a later mention that the paper vouches for by a factive cue, of what was claimed before."""
    return [
        LinkFound("confirms", link.source, link.target)
        for link in same
        if link.source.attribution and link.source.author == "CT+" and link.target.author == "Uu"
    ]


class _Comparison:
    """Whether two events of one type in an article are one."""

    def __init__(self, doc: Words) -> None:
        self._doc = doc
        self._place_at: dict[int, PlaceFound] = {
            i: place
            for place in doc._.places or ()
            for start, stop in place.mentions
            for i in range(start, stop)
        }
        self._titles = [(start, end) for kind, start, end in doc._.blocks or () if kind in _TITLES]

    def same(self, later: EventFound, earlier: EventFound) -> bool:
        """Whether nothing speaks against it, the sides are the same and the words point back."""
        return (
            _same_actors(later, earlier)
            and self._may_be(later, earlier)
            and _taken_up(self._doc, later, earlier)
        )

    def points_back(self, later: EventFound, chain: list[EventFound]) -> bool:
        """Whether a definite noun, of which not all sides are said, takes up the event told last: *bei dem Angriff starb …*.

        Of what is said again and again, *die Forderung*, the sides must be the same.
        """
        doc, last = self._doc, chain[-1]
        if later.type in _WORDS or not later.nominal:
            return False
        noun, before = doc[min(later.trigger)[1] - 1], doc[min(last.trigger)[1] - 1]
        single = noun.morph.get("Number", []) == ["Sing"] and definite(noun)
        if not single or (last.nominal and before.morph.get("Number", []) == ["Plur"]):
            return False  # *50 Morde … der letzte Mord*
        told, here = sentence(doc[min(last.trigger)[0]]), sentence(noun)
        near = here.start <= told.stop or sentence(doc[told.stop]).stop >= here.start
        alike = _lemma(doc, later)[:_SHARED].lower() == _lemma(doc, last)[:_SHARED].lower()
        return (
            near and alike and all(_within(later, e) and self._may_be(later, e) for e in chain[-_MENTIONS:])
        )

    def _may_be(self, later: EventFound, earlier: EventFound) -> bool:
        if None not in (later.mode, earlier.mode) and later.mode != earlier.mode:
            return False
        if "CT-" in (later.factuality, earlier.factuality) or later.clause is earlier.clause is not None:
            return False
        return (
            _same_time(later, earlier)
            and self._same_place(later, earlier)
            and not (
                self._is_another(later) and not self._is_another(earlier) and not self._in_title(earlier)
            )
        )

    def _same_place(self, later: EventFound, earlier: EventFound) -> bool:
        """Whether a place of one can be that of the other; of no event it is said everywhere."""
        a, b = self._places(later), self._places(earlier)
        return not a or not b or any(_near(x, y) for x in a for y in b)

    def _places(self, event: EventFound) -> list[PlaceFound]:
        """The place of the event, else those that its clause names: *beschoss Odessa*."""
        if event.place is not None:
            return [event.place]
        if event.clause is None or event.nominal:
            return []
        return [self._place_at[i] for i in event.clause.tokens if i in self._place_at]

    def _is_another(self, event: EventFound) -> bool:
        """Whether its words say that it is one more: *erneut*, *drei weitere Soldaten*, *ein weiterer Angriff*."""
        doc, clause = self._doc, event.clause
        noun = doc[min(event.trigger)[1] - 1]
        if event.nominal or clause is None:
            return not definite(noun) and _one_more(noun)
        adverbs = (doc[i] for i in clause.tokens if doc[i].tag_ in ("ADV", "ADJD"))
        return any(word.lower_.startswith(_AGAIN) for word in adverbs) or any(map(_one_more, clause.objects))

    def _in_title(self, event: EventFound) -> bool:
        at = min(event.trigger)[0]
        return any(start <= at < end for start, end in self._titles)


def _one_more(noun: Token) -> bool:
    return any(word.lower_.startswith(_AGAIN) for word in noun.lefts)


def _near(a: PlaceFound, b: PlaceFound) -> bool:
    """Whether two places can be told of one event: one place, a place and its state, or places not far apart."""
    if a is b:
        return True
    if a.country != b.country or a.country is None:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    north, east = a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.0 * math.hypot(north, east) <= _NEAR


def _within(later: EventFound, earlier: EventFound) -> bool:
    """Whether the sides that are said are among those of the earlier one; victims may be people of the side struck."""
    states = {actor.country for actor in earlier.target}

    def struck(actor: ActorFound) -> bool:
        return actor.kind == "group" and (not states or actor.country is None or actor.country in states)

    return all(any(a is b for b in earlier.source) for a in later.source) and all(
        any(a is b for b in earlier.target) or struck(a) for a in later.target
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
    noun, before = (doc[min(event.trigger)[1] - 1] for event in (later, earlier))
    # A war is more than the attack told before it.
    of_one_size = in_class(before, "conflict") or not in_class(noun, "conflict")
    return later.nominal and definite(noun) and of_one_size


def _lemma(doc: Words, event: EventFound) -> str:
    if event.clause is not None and not event.nominal:
        return event.clause.lemma
    return doc[min(event.trigger)[1] - 1].lemma_
