"""Which year, week or day is meant when the words leave it out."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lagebild.reading.times import calendar
from lagebild.reading.times.context import Context, Direction
from lagebild.reading.times.rules import Hit

#: days by which a date against the tense of its clause counts as farther away
_AGAINST_TENSE: Final = 300
_PAST_BEFORE: Final = re.compile(r"\b(?:[Ss]eit|[Vv]ergangenen|[Ll]etzten|[Vv]origen|[A-ZÄÖÜ]\w+ vom) $")
_COMING_BEFORE: Final = re.compile(r"\b(?:[Aa]b|[Bb]is|[Bb]is zum|[Kk]ommenden|[Nn]ächsten) $")


def _told(hit: Hit, context: Context) -> Direction | None:
    """Past or coming, by the word before the expression, else by the tense of its clause."""
    before = hit.text[max(0, hit.begin - 30) : hit.begin]
    if _PAST_BEFORE.search(before):
        return "past"
    told = context.direction(hit.begin)
    if told is None and _COMING_BEFORE.search(before):
        return "future"
    return told


def _nearest(days: list[date], told: Direction | None, published: date) -> date | None:
    def distance(day: date) -> int:
        ahead = (day - published).days
        wrong = (told == "past" and ahead > 0) or (told == "future" and ahead < 0)
        return abs(ahead) + (_AGAINST_TENSE if wrong else 0)

    return min(days, key=distance, default=None)


def _sentence_year(hit: Hit, context: Context) -> int | None:
    """The year that the same sentence named before, if any."""
    if context.year is not None and context.year[1] >= context.sentence(hit.begin)[0]:
        return context.year[0]
    return None


def day_without_year(month: int, number: int, hit: Hit, context: Context) -> date | None:
    """The day of the year that fits: the sentence's, else the nearest to publication that agrees with the tense."""
    said = _sentence_year(hit, context)
    if said is not None:
        return calendar.make(said, month, number)
    if context.published is None:
        context.unresolved = True
        return None
    year = context.published.year
    days = [day for y in (year - 1, year, year + 1) if (day := calendar.make(y, month, number))]
    return _nearest(days, _told(hit, context), context.published)


def month_without_year(month: int, hit: Hit, context: Context, by: int | None = None) -> date | None:
    """The first day of the month that fits; ``by`` forces the last (-1), this year's (0) or the next (1)."""
    said = _sentence_year(hit, context)
    if said is not None and by is None:
        return calendar.make(said, month, 1)
    if context.published is None:
        context.unresolved = True
        return None
    this = context.published.replace(day=1)
    days = [date(y, month, 1) for y in (this.year - 1, this.year, this.year + 1) if 1 <= y <= 9999]
    if by == 0:
        return date(this.year, month, 1)
    if by is not None:
        ahead = [day for day in days if (day > this if by > 0 else day < this)]
        return _nearest(ahead, None, this)
    return _nearest(days, _told(hit, context), this)


def unit_moved(unit: str, by: str, context: Context) -> date | None:
    """A day in the unit that ``by`` (``-1``, ``last+1``) leads to, from publication or the day spoken of last."""
    last = (
        (context.last_day if unit == "D" else context.last and context.last[0]) if by[:4] == "last" else None
    )
    base = last or context.published
    if base is None:
        context.unresolved = True
        return None
    steps = int(by.removeprefix("last") or "0")
    if unit == "K":
        return _weekend(base, steps)
    return calendar.moved(base, unit, steps)


def _weekend(base: date, steps: int) -> date | None:
    """The Saturday of the weekend just past (-1), of this week (0), or the next to come (1)."""
    within = base.isoweekday() >= 6
    this = calendar.weekday_of(base, 6, -1 if within else 1)
    return calendar.moved(this, "W", steps - 1 if steps > 0 and not within else steps)


def weekend_near(hit: Hit, context: Context) -> date | None:
    """The weekend just past or to come, as the tense of the clause tells; at a weekend, this one."""
    if context.published is None:
        context.unresolved = True
        return None
    if context.published.isoweekday() >= 6:
        return _weekend(context.published, 0)
    return _weekend(context.published, 1 if _told(hit, context) == "future" else -1)


def weekday_near(number: int, by: str | None, hit: Hit, context: Context) -> date | None:
    """The weekday meant: by its adjective, else last or next as the tense of the clause tells."""
    base = context.published
    if base is None:
        context.unresolved = True
        return None
    if by is None:
        return calendar.weekday_of(base, number, 1 if _told(hit, context) == "future" else -1)
    if by.startswith("last"):
        return calendar.weekday_of(context.last[0] if context.last else base, number, 1)
    steps = int(by)
    if steps == 0:
        monday = calendar.weekday_of(base, 1, -1)
        return calendar.moved(monday, "D", number - 1)
    day = calendar.weekday_of(base, number, steps)
    more = 1 if day == base else abs(steps) - 1
    return calendar.moved(day, "W", more if steps > 0 else -more)
