"""Days, weeks, months and feasts: date arithmetic for time expressions."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

#: the letters of TIMEX3 that count by the calendar
CALENDAR: Final = "DWKMQYECL"
_YEARS: Final = {"Y": 1, "E": 10, "C": 100, "L": 1000}


def make(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, unit: str, by: int) -> date | None:
    """The day ``by`` units away; the last of the month where the month is shorter. None out of range."""
    try:
        if unit == "D":
            return day + timedelta(days=by)
        if unit in "WK":
            return day + timedelta(weeks=by)
        if unit in "MQ":
            months = day.year * 12 + day.month - 1 + by * (3 if unit == "Q" else 1)
            year, month = divmod(months, 12)
            return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        year = day.year + by * _YEARS[unit]
        return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
    except (ValueError, OverflowError, KeyError):
        return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def advent(year: int, sunday: int) -> date:
    """The ``sunday``-th Sunday of Advent; the fourth is the last before Christmas Day."""
    christmas = date(year, 12, 25)
    fourth = christmas - timedelta(days=christmas.isoweekday() % 7 or 7)
    return fourth - timedelta(weeks=4 - sunday)


def weekday_of(day: date, weekday: int, direction: int) -> date:
    """The nearest such weekday: before ``day`` or on it (-1), after it or on it (1)."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if direction > 0 or not ahead else ahead - 7)


def week_of(day: date) -> str:
    """The ISO week of a day as TIMEX3 writes it: 2023-W37."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def timex(day: date, unit: str) -> str:
    """The unit that a day lies in, as a TIMEX3 value: 2023, 2023-09, 2023-W37, 2023-Q3, 202 …"""
    match unit:
        case "D":
            return day.isoformat()
        case "W":
            return week_of(day)
        case "K":
            return week_of(day) + "-WE"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "E":
            return f"{day.year // 10:03d}"
        case "C":
            return f"{day.year // 100:02d}"
        case "L":
            return f"{day.year // 1000}"
        case _:
            return f"{day.year:04d}"
