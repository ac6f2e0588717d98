"""The publication date: from the option, the page's metadata, the URL or the dateline, in that order."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "mär": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11,
    "dezember": 12, "dez": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = rf"(?P<d>\d{{1,2}})\.\s?(?:(?P<name>{_NAMES})\.?|(?P<m>\d{{1,2}})\.)\s?(?P<y>\d{{4}})"
#: A dateline: a line of its own or the begin of one, of a place, a date and nothing that makes it a sentence.
_DATELINE = re.compile(
    rf"^[ \t]*(?:(?:Stand|Veröffentlicht|Erstellt|Datum|Artikel vom|vom)(?: am)?:?\s+)?"
    rf"(?:(?:\w+[-/ ]?){{1,4}}(?:\s\((?:\w+/?)+\))?,\s+)?(?:(?:den|am)\s+)?"
    rf"(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s+)?"
    rf"(?:den\s+)?{_WRITTEN}(?=[\s,;:|.)–-]|$)",
    re.I | re.M,
)
_PATH = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})[-/_.]?(?P<m>0[1-9]|1[0-2])[-/_.]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)


def iso_day(written: str) -> str | None:
    """The day (YYYY-MM-DD) of an ISO 8601, RFC 2822 or German date; None where it is none of these.

    The day is the one that the writer's clock showed: a time zone is not converted.
    """
    written = written.strip()
    if found := re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)|(\d{4})(\d{2})(\d{2})(?!\d)", written):
        parts = [int(g) for g in found.groups() if g]
        return _day(*parts)
    if found := re.match(_WRITTEN, written, re.I):
        return _written_day(found)
    try:
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


def from_uri(uri: str) -> str | None:
    """The day in the path of a URL (``/2023/09/12/``, ``-20230912``); file names are left alone."""
    if not re.match(r"https?://", uri, re.I):
        return None
    path = re.sub(r"^https?://[^/]*", "", uri, flags=re.I).split("?")[0].split("#")[0]
    for found in _PATH.finditer(path):
        separated = len(re.findall(r"[-/_.]", found.group())) == 2
        digits = re.sub(r"\D", "", found.group())
        if not separated and not re.search(rf"(?:^|[/_.-]){digits}(?:$|[/_.-])", path):
            continue
        if day := _day(int(found["y"]), int(found["m"]), int(found["d"])):
            return day
    return None


def from_text(text: str) -> str | None:
    """The day of a dateline (*Berlin, 12. September 2023*) at the head of the text."""
    head = text[:1500]
    for number, line in enumerate(x for x in head.splitlines() if x.strip()):
        if number == 6:
            return None
        found = _DATELINE.match(line)
        if found and (day := _written_day(found)):
            return day
    return None


def _written_day(found: re.Match[str]) -> str | None:
    month = _MONTHS[found["name"].lower()] if found["name"] else int(found["m"])
    return _day(int(found["y"]), month, int(found["d"]))


def _day(year: int, month: int, day: int) -> str | None:
    """ISO day, or None where there is no such day or it is no day of news (before 1800, or to come)."""
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return value.isoformat() if 1800 <= year <= datetime.now().year + 1 else None
