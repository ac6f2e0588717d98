"""Events, not reports: mentions of one event in any number of articles, joined.

Two mentions are the same event when type, both sides (as countries, or identities without
one) and, where given, place and mode agree, and their dates can be one date. An undated
mention joins a dated event of its kind that happened near the day of its article. Reports
of the past (`history`), plans, speculation and denials do not add events of their own
where the event is already there; what they say is kept as the event's record of certainty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from itertools import chain
from typing import Generic, cast

from lagebild.dossier.mentions import M, Mention, Trace, by_article
from lagebild.store import Status

#: An undated mention belongs to a dated event at most so many days before or after its article.
NEAR_DAYS = 14

#: A date no longer than this says when the event was; a longer one only bounds it.
EXACT_DAYS = 31

#: The length in days of what has no date, or one that is open to a side.
_NO_LENGTH = 10**6

#: What outranks what when mentions disagree on whether the event happened.
_RANK: dict[Status, int] = {"happened": 4, "claimed": 3, "planned": 2, "possible": 1, "denied": 0}
_AHEAD, _DONE = ("planned", "possible"), ("happened", "claimed")


class Event(Generic[M]):
    """One event with all its mentions, in the order of their articles.

    ``first_day``, ``last_day`` and ``edtf`` are its date by the mention that has the most exact
    one; ``mode`` and ``place`` what its mentions say of them (``_agree``). What all mentions say
    together is there once ``close`` was called: ``lead`` is the one that tells it best, the surest, then
    the earliest; ``status`` is ``happened``, ``claimed``, ``planned``, ``possible``, ``denied``, or
    ``disputed``, claimed and denied; ``is_history``: every article only looks back on it;
    ``came_true``: one article announced it before another reported it.
    """

    __slots__ = (
        "_length", "came_true", "edtf", "first_day", "is_history", "last_day", "lead", "mentions", "mode", "place",
        "status", "type",
    )  # fmt: skip
    lead: M
    status: str
    is_history: bool
    came_true: bool

    def __init__(self, type: str) -> None:
        self.type = type
        self.mentions: list[M] = []
        self.first_day: date | None = None
        self.last_day: date | None = None
        self.edtf = "XXXX"
        self.mode: str | None = None
        self.place: str | None = None
        self._length = _NO_LENGTH

    @property
    def independent(self) -> int:
        """How many independent sources say that it happened or will: copies and repeated sources count once."""
        return len({m.source for m in self.mentions if m.status != "denied"})

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({m.document for m in self.mentions})

    def add(self, mention: M, length: int) -> None:
        """Take one more mention, whose date has so many days."""
        self.mentions.append(mention)
        self.mode = self.mode or mention.mode
        self.place = self.place or mention.place
        if length < self._length:
            self._length = length
            self.first_day, self.last_day, self.edtf = mention.first_day, mention.last_day, mention.edtf

    def close(self) -> None:
        """Put the mentions in order and decide what they say together; no more are added."""
        told = self.mentions
        self.lead, self.came_true = told[0], False
        if len(told) > 1:
            told.sort(key=by_article)
            said = {m.status for m in told}
            best = max(said, key=_RANK.__getitem__)
            self.lead = next(m for m in told if m.status == best)
            self.came_true = not said.isdisjoint(_AHEAD) and not said.isdisjoint(_DONE) and _came_true(told)
        self.status = self.lead.status
        if self.status == "claimed" and any(m.status == "denied" or m.denied for m in told):
            self.status = "disputed"
        self.is_history = all(m.is_history for m in told)

    def told(self, whole: Mapping[tuple[str, str], Mention]) -> Event[Mention]:
        """The same event by whole statements, which are in ``whole`` by article and id."""
        made = cast("Event[Mention]", copy(self))
        made.lead = whole[self.lead.document, self.lead.id]
        made.mentions = [whole[m.document, m.id] for m in self.mentions]
        return made


def _came_true(mentions: Iterable[Trace]) -> bool:
    """Whether one article announced the event before another reported it."""
    announced = [(m.published, m.document) for m in mentions if m.published and m.status in _AHEAD]
    if not announced:
        return False
    reported = [(m.published, m.document) for m in mentions if m.published and m.status in _DONE]
    return any(before <= after and one != other for before, one in announced for after, other in reported)


def events(mentions: Iterable[M]) -> list[Event[M]]:
    """The events that the mentions tell, by date (undated ones last, by their first article)."""
    kinds: dict[tuple[str, str], list[M]] = defaultdict(list)
    for mention in mentions:
        kinds[mention.type, mention.sides].append(mention)
    found = [event for kind in kinds.values() for event in _join(kind)]
    for event in found:
        event.close()
    return sorted(found, key=_by_date)


def within(found: Iterable[Event[M]], since: date | None, until: date | None) -> list[Event[M]]:
    """The events of a period: those that may have happened in it, and undated ones that its articles tell."""
    return [event for event in found if _is_within(event, since or date.min, until or date.max)]


def _is_within(event: Event[M], since: date, until: date) -> bool:
    if since == date.min and until == date.max:
        return True
    if event.first_day is None and event.last_day is None:
        return any(m.published is not None and since <= m.published <= until for m in event.mentions)
    return (event.last_day or date.max) >= since and (event.first_day or date.min) <= until


def _by_date(event: Event[M]) -> tuple[date, date, str, str, int, str]:
    """Events of one day stand as their first articles do, whatever order they were found in."""
    first = event.mentions[0]
    published, document, begin, id_ = by_article(first)
    return event.first_day or date.max, published, event.type, document, begin, id_


def _join(mentions: list[M]) -> list[Event[M]]:
    """Mentions of one type and one pair of sides, joined by date, place and mode."""
    exact: list[tuple[date, int, int, M]] = []
    bounded: list[tuple[int, M]] = []
    undated: list[M] = []
    for n, m in enumerate(mentions):
        if m.first_day is None:
            undated.append(m)
        elif (length := _length(m)) <= EXACT_DAYS:
            exact.append((m.first_day, length, n, m))
        else:
            bounded.append((length, m))
    dated: list[Event[M]] = []
    for _, length, _, m in sorted(exact):
        _put(dated, m, length, _overlapping(dated, m))
    spans: dict[tuple[date | None, date | None], list[Event[M]]] = defaultdict(list)
    for length, m in bounded:
        alike = spans[m.first_day, m.last_day]
        _put(alike, m, length, tuple(alike))
    return [*dated, *chain.from_iterable(spans.values()), *_undated(undated, _Days(dated))]


def _undated(mentions: list[M], days: _Days[M]) -> list[Event[M]]:
    """Mentions without a date, put to the dated events of about their articles' days; the events of the others."""
    loose: list[Event[M]] = []
    recent: list[Event[M]] = []
    for m in sorted(mentions, key=lambda m: (m.published or date.max, m.family, by_article(m))):
        recent = [e for e in recent if _same_days(e, m)]
        made = _put(loose, m, _NO_LENGTH, chain(days.near(m), reversed(recent)))
        if made:
            recent.append(made)
    return loose


def _put(made: list[Event[M]], mention: M, length: int, candidates: Iterable[Event[M]]) -> Event[M] | None:
    """Add the mention to the first candidate that it does not contradict, else make its event and return it."""
    for event in candidates:
        if _agree(event, mention):
            event.add(mention, length)
            return None
    fresh: Event[M] = Event(mention.type)
    fresh.add(mention, length)
    made.append(fresh)
    return fresh


def _agree(event: Event[M], mention: M) -> bool:
    """Place and mode do not contradict what the event's mentions say."""
    if mention.place and event.place and mention.place != event.place:
        return False
    return not mention.mode or not event.mode or mention.mode == event.mode


def _overlapping(dated: list[Event[M]], mention: M) -> Iterator[Event[M]]:
    """Events whose date the mention's overlaps, latest first; ``dated`` is in the order of first days."""
    first, last = mention.first_day, mention.last_day
    if first is None or last is None:
        return
    for event in reversed(dated):
        begin, end = event.first_day, event.last_day
        if begin is None or end is None or (first - begin).days > 2 * EXACT_DAYS:
            return
        if first <= end and begin <= last:
            yield event


class _Days(Generic[M]):
    """Dated events of one kind, to be looked up by day; no more dates are added to them."""

    def __init__(self, dated: Iterable[Event[M]]) -> None:
        ordered = [(e.first_day.toordinal(), e) for e in dated if e.first_day]
        ordered.sort(key=lambda each: each[0])
        self._days = [day for day, _ in ordered]
        self._events = [event for _, event in ordered]

    def near(self, mention: M) -> Iterator[Event[M]]:
        """Events of about the days of an undated mention's article, nearest first, the earlier of two first."""
        if mention.published is None:
            return
        day, days = mention.published.toordinal(), self._days
        low = bisect_left(days, day - NEAR_DAYS - EXACT_DAYS)
        high = bisect_left(days, day + NEAR_DAYS + 1)
        left = right = bisect_left(days, day, low, high)
        while left > low or right < high:
            if right == high or (left > low and day - days[left - 1] <= days[right] - day):
                end, left = left, bisect_left(days, days[left - 1], low, left)
                yield from self._events[left:end]
            else:
                yield self._events[right]
                right += 1


def _same_days(event: Event[M], mention: M) -> bool:
    """Two undated mentions of one article or its copies, or of articles of about the same days."""
    last = event.mentions[-1]
    if last.family == mention.family:
        return True
    other = last.published
    return (
        other is not None
        and mention.published is not None
        and abs((mention.published - other).days) <= NEAR_DAYS
    )


def _length(mention: Trace) -> int:
    """Days between first and last day of the mention's date."""
    if mention.first_day is None or mention.last_day is None:
        return _NO_LENGTH
    return (mention.last_day - mention.first_day).days
