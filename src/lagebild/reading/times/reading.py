"""A reading of a time expression, and what several readings share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagebild.reading.times import lexis
from lagebild.reading.times.anchor import unit_moved
from lagebild.reading.times.context import Context
from lagebild.reading.times.edtf import edtf
from lagebild.reading.times.rules import Hit
from lagebild.record import TimeType


@dataclass(frozen=True, slots=True)
class Reading:
    """Type and value by TIMEX3, and the EDTF date where the expression, read here, has one."""

    type: TimeType
    value: str
    edtf: str | None = None


def dated(value: str, kind: TimeType = "DATE") -> Reading:
    """A reading whose EDTF date follows from its value."""
    return Reading(kind, value, edtf(value))


def year_said(hit: Hit, context: Context) -> int | None:
    """The year that the phrase itself gives, in figures or by *dieses Jahres*, *des Vorjahres*."""
    if hit["year"]:
        return int(hit["year"])
    if hit["shortyear"]:
        short = int(hit["shortyear"])
        pivot = (context.published.year if context.published else 2030) % 100 + 10
        return short + (2000 if short <= pivot else 1900)
    moved = None
    if hit["shift"] and re.search(r"\bJahr", hit.text[hit.begin : hit.end]):
        moved = unit_moved("Y", lexis.shift(hit["shift"]), context)
    elif hit["word"] and hit["word"].startswith("Vorjahr"):
        moved = unit_moved("Y", "-1", context)
    return moved.year if moved else None


def part_of_day(form: str) -> str:
    return "T" + lexis.meanings("dayparts")[form.lower()][0] if form else ""
