"""Dates as a reader is told them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<rest>T.+)?[~?%]?"
)


def told_date(edtf: str, says: Mapping[str, str]) -> str:
    """An EDTF date (ISO 8601-2:2019) in the words of ``says``; days stay as ISO 8601 writes them.

    >>> from lagebild.view.words import words
    >>> told_date("2023-21/2024-02", words("en"))
    'spring 2023 – 2024-02'
    """
    if edtf in ("XXXX", ""):
        return says["undated"]
    first, slash, last = edtf.partition("/")
    if not slash:
        return _part(first, says)
    if first in ("", ".."):
        return says["date-until"].format(_part(last, says))
    if last in ("", ".."):
        return says["date-since"].format(_part(first, says))
    return f"{_part(first, says)} – {_part(last, says)}"


def _part(edtf: str, says: Mapping[str, str]) -> str:
    match = _PART.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, rest = match.group("year", "month", "day", "rest")
    if year == "XXXX":
        told = says["year-unknown"].format("-".join(part for part in (month, day) if part))
    elif year.endswith("XX"):
        told = f"{year[:2]}00 – {year[:2]}99"
    elif year.endswith("X"):
        told = says["decade"].format(f"{year[:3]}0")
    elif month and int(month) > 12:
        told = says[f"date-{month}"].format(year) if f"date-{month}" in says else edtf
    else:
        told = "-".join(part for part in (year, month, day) if part)
    if rest:
        told += ", " + rest[1:].rstrip("~?%")
    return says["about-date"].format(told) if edtf[-1] in "~?%" else told
