"""Names of historical events and times with a known date (*Koreakrieg*, *im Kalten Krieg*)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from lagebild.reading.analysis import TimeFound
from lagebild.reading.times import lexis
from lagebild.reading.times.context import Context
from lagebild.reading.times.phrase import forms

_DATING: Final = re.compile(
    r"\b(?:[Ii]m|[Ww]ährend des|[Ss]eit dem|[Ss]eit der|[Nn]ach dem|[Nn]ach der|[Vv]or dem|[Vv]or der|[Bb]is zum|[Bb]is zur"
    r"|[Ii]n der|[Ss]eit Ende des|[Nn]ach Ende des|[Nn]ach dem Ende des) $"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{forms(list(lexis.surfaces('eras')))})\b")


def search(context: Context) -> tuple[list[TimeFound], list[TimeFound]]:
    """The names that a preposition makes a time (*nach dem Koreakrieg*), and those that only name."""
    dating: list[TimeFound] = []
    naming: list[TimeFound] = []
    end = 0
    for begin in context.eras:
        match = _pattern().match(context.text, begin) if begin >= end else None
        if match is None:
            continue
        end = match.end()
        _, _, written = lexis.meanings("eras")[" ".join(match.group().lower().split())]
        start = context.token_at(match.start())
        stop = max(start + 1, bisect_left(context.doc.offsets, match.end()))
        era = TimeFound(
            match.start(), match.end(), start, stop, "DATE", written.split("/")[0], written, "era"
        )
        before = context.text[max(0, match.start() - 20) : match.start()]
        (dating if _DATING.search(before) else naming).append(era)
    return dating, naming
