"""EDTF dates (ISO 8601-2:2019) as days that a table can be searched by."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

#: Month ranges of EDTF's sub-year codes: 21 to 24 seasons (northern), 33 to 36 quarters.
_PART_OF_YEAR = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 2),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
}

_DATE = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T.*)?[~?%]?")


def interval(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of an EDTF date; None for an open or unknown side.

    >>> interval("2023-21")
    (datetime.date(2023, 3, 1), datetime.date(2023, 5, 31))
    """
    if not edtf:
        return None, None
    first, slash, last = edtf.partition("/")
    begin = _days(first)
    end = _days(last) if slash else begin
    return (begin[0] if begin else None), (end[1] if end else None)


def _days(edtf: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = match.groups()
    if "X" in year:
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return (date(max(low, 1), 1, 1), date(high, 12, 31)) if high else None
    try:
        return _within(int(year), month, day)
    except ValueError:
        return None


def _within(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    """Days of a year, a part of it or a day; raises ValueError for what no calendar has."""
    if month in (None, "XX"):
        return date(year, 1, 1), date(year, 12, 31)
    number = int(month or 0)
    if number in _PART_OF_YEAR:
        start, stop = _PART_OF_YEAR[number]
        end_year = year + (stop < start)
        return date(year, start, 1), date(end_year, stop, monthrange(end_year, stop)[1])
    if day in (None, "XX"):
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    exact = date(year, number, int(day or 0))
    return exact, exact


def month_of(day: date | None) -> str:
    """The partition of a day."""
    return f"{day:%Y-%m}" if day else "unknown"
