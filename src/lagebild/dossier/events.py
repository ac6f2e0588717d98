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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from lagebild.dossier.mentions import Mention, Status

#: An undated mention belongs to a dated event at most so many days before or after its article.
NEAR_DAYS = 14

#: A date no longer than this says when the event was; a longer one only bounds it.
EXACT_DAYS = 31

#: What outranks what when mentions disagree on whether the event happened.
_RANK: dict[Status, int] = {"happened": 4, "claimed": 3, "planned": 2, "possible": 1, "denied": 0}


@dataclass(slots=True)
class Event:
    """One event with all its mentions, in the order of their articles.

    ``exact`` is the mention with the most exact date, None when no mention is dated.
    """

    type: str
    mentions: list[Mention] = field(default_factory=list)
    exact: Mention | None = None

    @property
    def status(self) -> str:
        """``happened``, ``claimed``, ``planned``, ``possible``, ``denied``, or ``disputed``: claimed and denied."""
        said = {m.status for m in self.mentions}
        best = max(said, key=lambda s: _RANK[s])
        denied = "denied" in said or any(m.denied for m in self.mentions)
        return "disputed" if best == "claimed" and denied else best

    @property
    def first_day(self) -> date | None:
        """The day on which it begins, by the most exact mention; None when no mention says."""
        return self.exact.first_day if self.exact else None

    @property
    def last_day(self) -> date | None:
        """The day on which it ends."""
        return self.exact.last_day if self.exact else None

    @property
    def edtf(self) -> str:
        """Its date as EDTF."""
        return self.exact.edtf if self.exact else "XXXX"

    @property
    def lead(self) -> Mention:
        """The mention that tells it best: the surest, then the earliest."""
        return max(enumerate(self.mentions), key=lambda pair: (_RANK[pair[1].status], -pair[0]))[1]

    @property
    def independent(self) -> int:
        """How many independent sources say that it happened or will: copies and repeated sources count once."""
        return len({m.voucher for m in self.mentions if m.status != "denied"})

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({m.document for m in self.mentions})

    @property
    def is_history(self) -> bool:
        """Whether every article only looks back on it."""
        return all(m.is_history for m in self.mentions)

    @property
    def came_true(self) -> bool:
        """Whether it was announced by one article before another reported it."""
        planned = [m.published for m in self.mentions if m.status in ("planned", "possible") and m.published]
        done = [m.published for m in self.mentions if m.status in ("happened", "claimed") and m.published]
        return bool(planned and done) and min(planned) <= max(done)

    @property
    def place(self) -> str | None:
        """Where, by the first mention that says so."""
        return next((m.place for m in self.mentions if m.place), None)

    def add(self, mention: Mention) -> None:
        """Take one more mention."""
        self.mentions.append(mention)
        if mention.first_day and (self.exact is None or _length(mention) < _length(self.exact)):
            self.exact = mention


def events(mentions: Iterable[Mention]) -> list[Event]:
    """The events that the mentions tell, by date (undated ones last, by their first article)."""
    kinds: dict[tuple[str, frozenset[str]], list[Mention]] = defaultdict(list)
    for mention in mentions:
        kinds[mention.type, mention.parties].append(mention)
    found = [event for kind in kinds.values() for event in _join(kind)]
    for event in found:
        event.mentions.sort(key=lambda m: (m.published or date.max, m.document, m.begin))
    return sorted(found, key=lambda e: (e.first_day or date.max, e.mentions[0].published or date.max, e.type))


def _join(mentions: list[Mention]) -> list[Event]:
    """Mentions of one type and one pair of sides, joined by date, place and mode."""
    exact: list[Mention] = []
    bounded: list[Mention] = []
    undated: list[Mention] = []
    for m in mentions:
        (undated if m.first_day is None else exact if _length(m) <= EXACT_DAYS else bounded).append(m)
    dated: list[Event] = []
    for m in sorted(exact, key=lambda m: (m.first_day or date.max, _length(m))):
        _put(dated, m, _overlapping(dated, m))
    spans: list[Event] = []
    for m in sorted(bounded, key=lambda m: (m.first_day or date.max, _length(m))):
        _put(spans, m, (e for e in spans if e.first_day == m.first_day and e.last_day == m.last_day))
    starts = [e.mentions[0].first_day or date.max for e in dated]
    loose: list[Event] = []
    for m in undated:
        near = [*_near(dated, starts, m), *(e for e in reversed(loose) if _same_days(e, m))]
        _put(loose, m, iter(near))
    return dated + spans + loose


def _put(made: list[Event], mention: Mention, candidates: Iterator[Event]) -> None:
    """Add the mention to the first candidate that it does not contradict, else make its event."""
    event = next((e for e in candidates if _agree(e, mention)), None)
    if event is None:
        event = Event(mention.type)
        made.append(event)
    event.add(mention)


def _agree(event: Event, mention: Mention) -> bool:
    """Place and mode do not contradict what the event's mentions say."""
    places = {m.place for m in event.mentions if m.place}
    modes = {m.mode for m in event.mentions if m.mode}
    return not (mention.place and places and mention.place not in places) and not (
        mention.mode and modes and mention.mode not in modes
    )


def _overlapping(dated: list[Event], mention: Mention) -> Iterator[Event]:
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


def _near(dated: list[Event], starts: list[date], mention: Mention) -> Iterator[Event]:
    """Dated events of about the days of an undated mention's article, nearest first."""
    day = mention.published
    if day is None:
        return
    low = bisect_left(starts, _shift(day, -NEAR_DAYS - EXACT_DAYS))
    high = bisect_left(starts, _shift(day, NEAR_DAYS + 1))
    yield from sorted(dated[low:high], key=lambda e: abs((day - (e.first_day or day)).days))


def _same_days(event: Event, mention: Mention) -> bool:
    """Two undated mentions of articles of about the same days."""
    other = event.mentions[-1].published
    return (
        other is not None
        and mention.published is not None
        and abs((mention.published - other).days) <= NEAR_DAYS
    )


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _length(mention: Mention) -> int:
    """Days between first and last day of the mention's date."""
    if mention.first_day is None or mention.last_day is None:
        return 10**6
    return (mention.last_day - mention.first_day).days
