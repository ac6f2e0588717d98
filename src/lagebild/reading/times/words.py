"""Words that are a time by themselves: *gestern*, *damals*, *jährlich*."""

from __future__ import annotations

import re
from typing import Final

from lagebild.reading.times import calendar, lexis
from lagebild.reading.times.anchor import unit_moved
from lagebild.reading.times.context import Context
from lagebild.reading.times.edtf import edtf
from lagebild.reading.times.reading import Reading, dated, part_of_day
from lagebild.reading.times.rules import Hit


def word(hit: Hit, context: Context) -> Reading | None:
    form = hit["word"] or hit["noun"]
    if form == "Morgen" and not re.search(
        r"(?:^|[.!?:„\"“»(|]\s*)$", hit.text[max(0, hit.begin - 3) : hit.begin]
    ):
        return None
    kind, value = lexis.meanings("words")[" ".join(form.lower().split())]
    if form.startswith("heutige") and _WEEKDAY_AFTER.match(hit.text[hit.end : hit.end + 15]):
        return None
    part = part_of_day(hit["daypart"] or hit["dayend"])
    moved = re.fullmatch(r"(last)?([DWMY])([+-]\d+)", value)
    if moved is None:
        return _standing(value, kind, hit, context)
    today = value == "D+0"
    by = (moved[1] or "") + moved[3]
    day = unit_moved(moved[2], by, context)
    if today and not part and not _means_today(hit, context):
        return Reading("DATE", "PRESENT_REF", day.isoformat() if day else None)
    if day is None:
        return Reading("TIME" if part else "DATE", ("XXXX-XX-XX" if moved[2] == "D" else "XXXX") + part)
    context.spoke_of(day, moved[2], hit.begin)
    return dated(calendar.timex(day, moved[2]) + part, "TIME" if part else "DATE")


_WEEKDAY_AFTER: Final = re.compile(r" \w+(?:tag|woch|abend)\b")


def _standing(value: str, kind: str, hit: Hit, context: Context) -> Reading:
    """A word whose value stands; *damals* takes its date from what the text spoke of last."""
    found = None
    if hit["word"].lower() in ("damals", "seinerzeit") and context.last is not None:
        found = edtf(calendar.timex(*context.last))
    return Reading(kind, value, found)  # type: ignore[arg-type]


def _means_today(hit: Hit, context: Context) -> bool:
    """Whether *heute* is this day and not these times: in a text that speaks in days, or beside a clock time."""
    if re.search(r"\b[Bb]is $", hit.text[max(0, hit.begin - 5) : hit.begin]):
        return False
    return context.daily or re.match(r",? (?:ab|um|von|\d)", hit.text[hit.end : hit.end + 6]) is not None


def often(hit: Hit, context: Context) -> Reading | None:
    if not re.search(r"(?i)mal\s", hit.text[hit.begin : hit.end]):
        return None
    kind, value = lexis.meanings("words")[hit["word"].lower()]
    return Reading("SET", value) if kind == "SET" else None
