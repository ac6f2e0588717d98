"""What a found phrase means: the readings that a rule of the lexicon may ask for with ``gives``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lagebild.reading.times import days, lengths, words, years
from lagebild.reading.times.context import Context
from lagebild.reading.times.reading import Reading
from lagebild.reading.times.rules import Hit


def _nothing(hit: Hit, context: Context) -> Reading | None:
    return None


def _constant(hit: Hit, context: Context) -> Reading | None:
    options = hit.rule.options
    return Reading(options.get("type", "DATE"), options["value"], options.get("edtf"))


READINGS: Final[dict[str, Callable[[Hit, Context], Reading | None]]] = {
    "nothing": _nothing,
    "constant": _constant,
    "date": days.calendar_date,
    "year": years.calendar_year,
    "bare year": years.bare_year,
    "weekday": days.weekday,
    "weekly": days.weekly,
    "unit": days.unit,
    "word": words.word,
    "clock": lengths.clock,
    "daypart": lengths.daypart,
    "duration": lengths.duration,
    "set": lengths.how_often,
    "season": days.season,
    "quarter": years.quarter,
    "decade": years.decade,
    "century": years.century,
    "feast": days.feast,
    "month alone": days.calendar_date,
    "month by adjective": days.month_by_adjective,
    "short year": years.short_year,
    "very weekday": days.very_weekday,
    "end of year": years.end_of_year,
    "weekend": days.weekend,
    "per unit": lengths.per_unit,
    "often": words.often,
}


def read(hit: Hit, context: Context) -> Reading | None:
    """The reading of a phrase, None where it turns out to be no time expression."""
    return READINGS[hit.rule.gives](hit, context)
