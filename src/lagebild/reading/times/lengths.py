"""Lengths of time, how often, and the clock."""

from __future__ import annotations

import re
from typing import Final

from lagebild.reading.times import calendar, lexis
from lagebild.reading.times.context import Context
from lagebild.reading.times.edtf import edtf
from lagebild.reading.times.reading import Reading, dated, part_of_day
from lagebild.reading.times.rules import Hit


def clock(hit: Hit, context: Context) -> Reading | None:
    hour, minute = hit["hour"] or lexis.number(hit["number"]), hit["minute"] or "0"
    if not hour.isdigit() or int(hour) > 24:
        return None
    clock = f"T{int(hour):02d}:{int(minute):02d}"
    if context.habit_at >= context.sentence(hit.begin)[0]:
        return Reading("TIME", clock)
    day = context.last_day if context.last_day and context.same_sentence(hit.begin) else context.published
    return dated(day.isoformat() + clock, "TIME") if day else Reading("TIME", clock)


def daypart(hit: Hit, context: Context) -> Reading | None:
    """A part of the day spoken of last, else of publication; ``by`` moves it (*am Abend zuvor*), *vergangene Nacht* is
    counted from publication alone."""
    options = hit.rule.options
    spoken = context.last_day if context.near(hit.begin) and not options.get("published") else None
    day = spoken or context.published
    if day is not None:
        day = calendar.moved(day, "D", int(options.get("by", "0")))
    part = part_of_day(hit["daypart"] or options.get("part", ""))
    return dated(day.isoformat() + part, "TIME") if day else Reading("TIME", "XXXX-XX-XX" + part)


def _duration_value(number: str, unit: str) -> str:
    match unit:
        case "S" | "H":
            return f"PT{number}{unit}"
        case "I":
            return f"PT{number}M"
        case "E":
            return f"P{number}DE"
        case "K":
            return f"P{number}WE"
        case _:
            return f"P{number}{unit}"


def duration(hit: Hit, context: Context) -> Reading | None:
    """A length of time; ``anchor`` says where on the calendar it ends (*vor drei Jahren*, *zwei Tage später*)."""
    form = hit["unit"] or hit["one"] or hit["many"] or hit["long"]
    unit = (
        lexis.meanings("units")[form.lower()][0]
        if form
        else lexis.lengthy(hit["lengthy"] or hit["lengthyshort"])
    )
    number = lexis.number(hit["number"]) if hit["number"] else str(hit.rule.options.get("number", "X"))
    value = _duration_value(number, unit)
    if hit.rule.options.get("clock") and unit in "SIH":
        return Reading("TIME", "XXXX-XX-XXTXX:XX")
    return Reading("DURATION", value, _anchored(hit, number, unit, context))


def _anchored(hit: Hit, number: str, unit: str, context: Context) -> str | None:
    anchor = hit.rule.options.get("anchor")
    if anchor is None or not number.isdigit() or unit not in calendar.CALENDAR:
        return None
    last = context.last[0] if context.last else None
    base = last if anchor in ("after", "before") else context.published
    if base is None:
        return None
    day = calendar.moved(base, unit, int(number) * (-1 if anchor in ("ago", "before") else 1))
    if day is None:
        return None
    if anchor in ("after", "before"):
        context.spoke_of(day, unit, hit.begin)
    return edtf(calendar.timex(day, unit))


def how_often(hit: Hit, context: Context) -> Reading | None:
    """How often: *jedes Jahr*, *alle zwei Wochen*, *am Tag*."""
    form = hit["unit"] or hit["one"] or hit["many"] or hit["long"]
    unit = lexis.meanings("units")[form.lower()][0]
    return Reading("SET", _duration_value(lexis.number(hit["number"]) if hit["number"] else "1", unit))


def per_unit(hit: Hit, context: Context) -> Reading | None:
    """200 am Tag, 30 im Jahr; not the day of something, nor the year that has a number."""
    if hit["one"] not in ("Tag", "Jahr", "Monat", "Woche", "Stunde", "Minute", "Sekunde", "Quartal"):
        return None
    if _SPEED.search(hit.text[max(0, hit.begin - 12) : hit.begin]):
        return None
    if _OF_SOMETHING.match(hit.text[hit.end : hit.end + 20]):
        return None
    return how_often(hit, context)


_SPEED: Final = re.compile(r"(?:[Mm]etern?|km|Meilen) $")
_OF_SOMETHING: Final = re.compile(
    r" (?:de[rs]|nach|danach|zuvor|vor|vorher|davor|darauf|nachdem|als|seine[rs]|ihre[rs]|von|X?\d)\b"
)
