"""From TIMEX3 values to EDTF (ISO 8601-2) dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

#: Library of Congress EDTF, level 1 and 2: seasons, quarters, halves
_PARTS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36"}
_PARTS |= {"H1": "40", "H2": "41"}

_DAY: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_PART: Final = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_CLOCK: Final = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2}))?")
_DAYPART: Final = re.compile(r"(\d{4}-\d{2}-\d{2})T[A-Z]{2}")
_OPEN: Final = re.compile(r"XXXX-\d{2}(?:-(?:\d{2}|XX))?")


def edtf(value: str) -> str | None:
    """The EDTF date of a TIMEX3 value, None where it names no date (durations, sets, open weekdays).

    Full hours keep the hour alone (``2023-09-13T09``), a part of the day its day; a season, quarter
    or half is the month number that EDTF gives it (``2023-21`` spring); a week is the interval of
    its days, a decade ``199X``, a century ``19XX``.
    """
    if _DAY.fullmatch(value):
        return value
    if found := _CLOCK.fullmatch(value):
        day, hour, minute = found.groups()
        return f"{day}T{hour}" if minute in (None, "00") else f"{day}T{hour}:{minute}"
    if found := _DAYPART.fullmatch(value):
        return found[1]
    if found := _PART.fullmatch(value):
        return f"{found[1]}-{_PARTS[found[2]]}"
    if found := _WEEK.fullmatch(value):
        return _days_of_week(int(found[1]), int(found[2]), bool(found[3]))
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if _OPEN.fullmatch(value):
        return value
    return None


def span(first: str, last: str) -> str:
    """The interval from one EDTF date to another, each side cut to its outermost day if it is one itself."""
    return f"{first.split('/')[0]}/{last.split('/')[-1]}"


def _days_of_week(year: int, week: int, weekend: bool) -> str | None:
    try:
        first = date.fromisocalendar(year, week, 6 if weekend else 1)
        last = first + timedelta(days=1 if weekend else 6)
    except (ValueError, OverflowError):
        return None
    return f"{first.isoformat()}/{last.isoformat()}"
