"""The component: finds the time expressions of a Doc and reads them in text order."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc

from lagebild.language.tokens import Words, words_of
from lagebild.reading.analysis import TimeFound
from lagebild.reading.times import eras
from lagebild.reading.times.context import Context
from lagebild.reading.times.edtf import edtf
from lagebild.reading.times.reading import Reading
from lagebild.reading.times.readings import read
from lagebild.reading.times.rules import search

#: the warning of a record whose article has no publication date, where that leaves a value open
OPEN_WARNING: Final = "published date unknown: weekday words left open"

_YEAR: Final = re.compile(r"\d{4}")
_RANGE: Final = re.compile(r"\s*(?:[-–—/]|bis(?: (?:zum|zur|zu|Ende|Mitte|Anfang))?(?: (?:den|dem))?)\s*")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH: Final = re.compile(r"(\d{4})(?:-(\d\d))?")
_AND: Final = re.compile(r"\s+und\s+(?:(?:am|den|dem|im)\s+)?")


class Times:
    """Sets ``doc._.times`` (list of TimeFound in text order), ``doc._.eras`` and ``doc._.time_warnings``.

    ``eras`` holds the bare names of historical events with a known date (*Koreakrieg*): they date an
    event that is told, but are no time expressions unless a preposition makes them one.
    """

    def __call__(self, doc: Doc) -> Doc:
        found, context = _read(words_of(doc))
        dating, naming = eras.search(context)
        doc._.times = sorted(found + [t for t in dating if _free(t, found)], key=lambda t: t.begin)
        doc._.eras = naming
        doc._.time_warnings = [OPEN_WARNING] if context.unresolved else []
        return doc


def resolve(doc: Doc) -> list[TimeFound]:
    """The time expressions of a Doc with their values; the Doc is left as it is."""
    return _read(words_of(doc))[0]


def _read(doc: Words) -> tuple[list[TimeFound], Context]:
    context = Context(doc)
    found: list[TimeFound] = []
    free = 0
    hits, context.eras = search(context.text, doc.words, doc.offsets)
    for hit in hits:
        if hit.begin < free:
            continue
        reading = read(hit, context)
        if reading is not None:
            found.append(_found(context, hit.begin, hit.end, reading, hit.rule.name))
            if reading.type == "SET":
                context.habit_at = hit.begin
                context.yearly_at = hit.end if reading.value == "P1Y" else context.yearly_at
        if reading is not None or hit.rule.gives == "nothing":
            free = hit.end
    _of_their_days(found, context.text)
    _join(found, context.text)
    return found, context


def _found(context: Context, begin: int, end: int, reading: Reading, rule: str) -> TimeFound:
    start = context.token_at(begin)
    stop = max(start + 1, bisect_left(context.doc.offsets, end))
    return TimeFound(begin, end, start, stop, reading.type, reading.value, reading.edtf, rule)


def _of_their_days(found: list[TimeFound], text: str) -> None:
    """Move a part of a day to the day right behind that it is of: *am Abend des 11. September*."""
    for part, day in pairwise(found):
        right_behind = not text[part.end : day.begin].strip() and text.startswith("des ", day.begin)
        if right_behind and part.type == "TIME" and day.type == "DATE" and _DAY.fullmatch(day.value):
            part.value = f"{day.value}T{part.value.partition('T')[2]}"
            part.edtf = edtf(part.value)


def _join(found: list[TimeFound], text: str) -> None:
    """Let the first time of a range know its last (*vom 3. bis 5. Mai*, *zwischen 1973 und 1988*)."""
    for first, last in pairwise(found):
        between = text[first.end : last.begin]
        if len(between) > 16 or first.type != last.type or first.edtf is None or last.edtf is None:
            continue
        joined = _RANGE.fullmatch(between) or (
            _AND.fullmatch(between)
            and (
                _follows(first.value, last.value)
                or re.search(r"[Zz]wischen(?: dem)? $", text[max(0, first.begin - 13) : first.begin])
            )
        )
        if joined and first.edtf < last.edtf:
            _close(first, last, text)
            first.until = last


def _follows(first: str, last: str) -> bool:
    """Whether one day, month or year is right behind the other, so that both make a range: *am 3. und 4. Mai*."""
    months = [_MONTH.fullmatch(value) for value in (first, last)]
    if months[0] and months[1]:
        numbers = [int(month[1]) * 12 + int(month[2] or 0) for month in months if month]
        together = bool(months[0][2]) == bool(months[1][2])
        return together and numbers[1] - numbers[0] == (1 if months[0][2] else 12)
    days = _DAY.fullmatch(first) and _DAY.fullmatch(last)
    return bool(days) and date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)


def _close(first: TimeFound, last: TimeFound, text: str) -> None:
    """Move the last day of a range whose year is not said to its first one behind the first: *vom 3. bis 5. Mai*."""
    days = _DAY.fullmatch(first.value) and _DAY.fullmatch(last.value)
    if days and last.value[:4] > first.value[:4] and not _YEAR.search(text[last.begin : last.end]):
        year = int(first.value[:4]) + (last.value[5:] <= first.value[5:])
        last.value = f"{year}{last.value[4:]}"
        last.edtf = edtf(last.value)


def _free(era: TimeFound, found: list[TimeFound]) -> bool:
    return all(era.end <= t.begin or t.end <= era.begin for t in found)
