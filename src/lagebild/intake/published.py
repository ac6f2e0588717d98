"""The publication date: from the option, the page's metadata, the URL or the dateline, in that order."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import islice

_MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "mär": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11,
    "dezember": 12, "dez": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = rf"(?P<d>\d{{1,2}})\.\s?(?:(?P<name>(?i:{_NAMES}))\.?|(?P<m>\d{{1,2}})\.)\s?(?P<y>\d{{4}})"
#: Lines from the top in which a dateline is looked for.
_HEAD = 8
#: A line longer than this, in characters, is running text: the head of the article ends there.
_SENTENCE = 150
_DAY_NAME = r"(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s+)?"
#: *Berlin, 12. September 2023*, *Kiew/Moskau (dpa), den 3.4.2022 –*: a place, a date, and then no sentence.
_PLACED = re.compile(
    rf"[A-ZÄÖÜ][\w.-]{{0,40}}(?:[ /][A-ZÄÖÜ(][\w.)-]{{0,40}}){{0,3}}(?:\s\([\w/ ]{{2,30}}\))?,\s+"
    rf"(?:den\s+|am\s+)?{_DAY_NAME}(?:den\s+)?{_WRITTEN}"
    r"\s*(?:$|[-–—:.(|])"
)
#: A line that holds a date and nothing else of weight: *Stand: 22.04.2024, 06:00 Uhr*.
_ALONE = re.compile(
    rf"\W{{0,3}}(?:(?:Erst)?veröffentlicht|Publiziert|Erschienen|Erstellt|Datum|Artikel|Stand|Meldung)?(?:\s?(?:am|vom))?:?\s*"
    rf"{_DAY_NAME}(?:den\s+)?{_WRITTEN}(?:\s*[,|–-]?\s*(?:um\s+)?\d{{1,2}}[:.]\d\d(?:\s?Uhr)?)?(?:\s*[|–-].{{0,60}})?\W{{0,3}}$",
    re.I,
)
_LABEL = re.compile(r"\W{0,3}(?:(?:erst)?veröffentlicht|publiziert|erschienen|erstellt|datum|stand)\b", re.I)
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
    lines = (line.strip() for line in text[:3000].splitlines())
    for line in islice((line for line in lines if line), _HEAD):
        found = _PLACED.match(line) or _ALONE.match(line)
        if found and (day := _written_day(found)):
            return day
        if len(line) > _SENTENCE:
            break
    return None


def from_label(text: str) -> str | None:
    """The day of a short line that says whose date it is (*Datum 28.04.2023*, *Veröffentlicht am …*)."""
    found = _ALONE.match(text) if len(text) < _SENTENCE and _LABEL.match(text) else None
    return _written_day(found) if found else None


def from_title(title: str) -> str | None:
    """The day that a page puts behind its title (*… | 28.04.2023*)."""
    found = re.search(rf"\s[|–-]\s+(?:\w+\s+[|–-]\s+)?{_WRITTEN}$", title)
    return _written_day(found) if found else None


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
