"""Names of historical events and times with a known date (*Koreakrieg*, *im Kalten Krieg*)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from lagebild.reading.analysis import TimeFound
from lagebild.reading.times import lexis
from lagebild.reading.times.context import Context
from lagebild.reading.times.phrase import forms

_DATING = re.compile(
    r"\b(?:[Ii]m|[Ww]ährend des|[Ss]eit dem|[Ss]eit der|[Nn]ach dem|[Nn]ach der|[Vv]or dem|[Vv]or der|[Bb]is zum|[Bb]is zur"
    r"|[Ii]n der|[Ss]eit Ende des|[Nn]ach Ende des|[Nn]ach dem Ende des) $"
)


@cache
def _pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The names, and the last words of the names: a cheap look whether any can be there."""
    names = lexis.surfaces("eras")
    return re.compile(rf"\b(?:{forms(list(names))})\b"), re.compile(
        "[Kk]rieg|[Kk]ris|[Rr]ev|Mauer|Republik|[Pp]and|Wien|Wieder|Frühl|Herbst|maid|Ungarn|Krim"
    )


def search(context: Context) -> tuple[list[TimeFound], list[TimeFound]]:
    """The names that a preposition makes a time (*nach dem Koreakrieg*), and those that only name."""
    names, look = _pattern()
    dating: list[TimeFound] = []
    naming: list[TimeFound] = []
    if look.search(context.text) is None:
        return dating, naming
    for match in names.finditer(context.text):
        _, _, written = lexis.meanings("eras")[" ".join(match.group().lower().split())]
        start = context.token_at(match.start())
        stop = max(start + 1, bisect_left(context.doc.offsets, match.end()))
        era = TimeFound(
            match.start(), match.end(), start, stop, "DATE", written.split("/")[0], written, "era"
        )
        before = context.text[max(0, match.start() - 20) : match.start()]
        (dating if _DATING.search(before) else naming).append(era)
    return dating, naming
