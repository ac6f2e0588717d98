"""Days, weeks, months, seasons and feasts: what lies on the calendar."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lagebild.reading.times import calendar, lexis
from lagebild.reading.times.anchor import (
    day_without_year,
    month_without_year,
    unit_moved,
    weekday_near,
    weekend_near,
)
from lagebild.reading.times.context import Context
from lagebild.reading.times.reading import Reading, dated, part_of_day, year_said
from lagebild.reading.times.rules import Hit


def calendar_date(hit: Hit, context: Context) -> Reading | None:
    """A day or month by the calendar, its year said, implied (*des Vorjahres*) or worked out."""
    month = int(hit["monthnumber"] or lexis.meanings("months")[hit["month"].lower()][0])
    year = year_said(hit, context)
    if year and hit["month3"] and month > int(lexis.meanings("months")[hit["month3"].lower()][0]):
        year -= 1  # *zwischen Dezember und März 2023*
    if not hit["day"]:
        day = calendar.make(year, month, 1) if year else month_without_year(month, hit, context)
        if day is None:
            return dated(f"XXXX-{month:02d}")
        context.spoke_of(day, "M", hit.begin)
        return dated(calendar.timex(day, "M"))
    number = int(hit["day"])
    if not year and 0 <= hit.begin - context.yearly_at < 8:
        return Reading("SET", f"XXXX-{month:02d}-{number:02d}", f"XXXX-{month:02d}-{number:02d}")
    day = calendar.make(year, month, number) if year else day_without_year(month, number, hit, context)
    if day is None:
        valid = calendar.make(2000, month, number) is not None and not year
        return dated(f"XXXX-{month:02d}-{number:02d}") if valid else None
    context.spoke_of(day, "D", hit.begin)
    part = part_of_day(hit.rule.options.get("part", ""))
    return dated(day.isoformat() + part, "TIME" if part else "DATE")


def month_by_adjective(hit: Hit, context: Context) -> Reading | None:
    month = int(lexis.meanings("months")[hit["month"].lower()][0])
    by = lexis.shift(hit["shift"])
    day = month_without_year(month, hit, context, {"-1": -1, "1": 1}.get(by, 0))
    if day is None:
        return dated(f"XXXX-{month:02d}")
    context.spoke_of(day, "M", hit.begin)
    return dated(calendar.timex(day, "M"))


def weekday(hit: Hit, context: Context) -> Reading | None:
    if re.match("heutig|gestrig|morgig", hit["shift"]):
        return None
    number = int(lexis.meanings("weekdays")[hit["weekday"].lower()][0])
    part = part_of_day(hit["dayend"] or hit["daypart"] or hit.rule.options.get("part", ""))
    day = weekday_near(
        number, lexis.shift(hit["shift"]) if hit["shift"] else hit.rule.options.get("by"), hit, context
    )
    if day is None:
        return Reading("TIME" if part else "DATE", f"XXXX-WXX-{number}{part}")
    context.spoke_of(day, "D", hit.begin)
    return dated(day.isoformat() + part, "TIME" if part else "DATE")


def weekly(hit: Hit, context: Context) -> Reading | None:
    """Every such weekday: *montags*, *jeden Montag*, *Mittwoch vormittags*."""
    number = lexis.meanings("weekdays")[(hit["weekday"] or hit["weekdays"][:-1]).lower()][0]
    return Reading("SET", f"XXXX-WXX-{number}{part_of_day(hit['daypart'] or hit['dayend'])}")


def very_weekday(hit: Hit, context: Context) -> Reading | None:
    """heutigen, gestrigen, morgigen Samstag: the day is counted, its name only agrees."""
    before = hit.text[max(0, hit.begin - 10) : hit.begin].lower()
    by = "-1" if "gestrig" in before else "1" if "morgig" in before else "0"
    day = unit_moved("D", by, context)
    if day is None:
        return weekday(hit, context)
    part = part_of_day(hit["dayend"])
    context.spoke_of(day, "D", hit.begin)
    return dated(day.isoformat() + part, "TIME" if part else "DATE")


def unit(hit: Hit, context: Context) -> Reading | None:
    """One unit by its adjective: *vergangene Woche*, *dieses Jahr*, *am selben Tag*."""
    unit = lexis.meanings("units")[(hit["one"] or hit["unit"]).lower()][0]
    by = lexis.shift(hit["shift"]) if hit["shift"] else str(hit.rule.options.get("by", "0"))
    if unit in "SIH":
        return None
    if unit == "D" and by in ("0", "1") and context.last_day is not None:
        by = {"0": "last", "1": "last+1"}[by]
    untold = hit.rule.options.get("told") and context.last is None
    day = None if untold else unit_moved(unit, by, context)
    if day is None:
        return Reading(
            "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "K": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, "XXXX")
        )
    context.spoke_of(day, unit, hit.begin)
    return dated(calendar.timex(day, unit))


def weekend(hit: Hit, context: Context) -> Reading | None:
    day = weekend_near(hit, context)
    if day is None:
        return Reading("DATE", "XXXX-WXX-WE")
    context.spoke_of(day, "K", hit.begin)
    return dated(calendar.timex(day, "K"))


def season(hit: Hit, context: Context) -> Reading | None:
    code = lexis.meanings("seasons")[hit["season"].lower()][0]
    year = year_said(hit, context)
    if year is None and hit["shift"]:
        by = lexis.shift(hit["shift"])
        day = month_without_year(_MIDDLE[code], hit, context, -1 if by == "-1" else 1 if by == "1" else 0)
        year = day.year if day else None
    if year is None:
        day = month_without_year(_MIDDLE[code], hit, context)
        year = day.year if day else None
    return dated(f"{year:04d}-{code}") if year else Reading("DATE", f"XXXX-{code}")


_MIDDLE: Final = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


def feast(hit: Hit, context: Context) -> Reading | None:
    when = lexis.meanings("feasts")[" ".join(hit["feast"].lower().split())][0]
    year = year_said(hit, context)
    if "-" in when and when[0].isdigit():
        month, number = (int(part) for part in when.split("-"))
        day = calendar.make(year, month, number) if year else day_without_year(month, number, hit, context)
        if day is None:
            return dated(f"XXXX-{when}")
    else:
        day = _movable(when, year, context.published or context.last_day)
        if day is None:
            return Reading("DATE", "XXXX-XX-XX")
    context.spoke_of(day, "D", hit.begin)
    return dated(day.isoformat())


def _movable(when: str, year: int | None, around: date | None) -> date | None:
    """A feast that moves: in the year said, else the nearest to the publication date."""
    years = [year] if year else [around.year - 1, around.year, around.year + 1] if around else []
    days = [day for day in (_feast_day(when, y) for y in years if y and 1583 <= y <= 4000) if day]
    return min(days, key=lambda day: abs((day - around).days) if around else 0, default=None)


def _feast_day(when: str, year: int) -> date | None:
    kind, sign, number = re.fullmatch(r"([a-z]+)([+-]?)(\d*)", when).groups()  # type: ignore[union-attr]
    if kind == "easter":
        return calendar.moved(calendar.easter(year), "D", int(sign + number))
    if kind == "advent":
        return calendar.advent(year, int(number))
    first = next((m for m in lexis.lunar(kind) if m.year == year), None)
    return first
