"""Dates that an adjective gives the event of its noun: *beim gestrigen Treffen*, *auf der diesjährigen Konferenz*.

They are no time expressions of TIMEX3, which wants a word that may stand alone, and name no day without an event:
*die heutige Türkei*.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.times.calendar import moved
from lagebild.reading.times.lexis import dating

#: How much of an ISO date each unit leaves.
_WRITTEN: Final = {"D": 10, "M": 7, "Y": 4}


def dated(noun: Token, published: date | None) -> str | None:
    """The EDTF date that an adjective before the noun of an event gives it; None where there is none."""
    if published is None:
        return None
    for word in noun.lefts:
        meant = dating(word.text) if word.tag_ == "ADJA" else None
        if meant is not None:
            unit, by = meant
            day = moved(published, unit, by)
            return day.isoformat()[: _WRITTEN[unit]] if day is not None else None
    return None
