"""Years and what is made of them: decades, centuries, quarters."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lagebild.lexicon import table
from lagebild.reading.times import calendar, lexis
from lagebild.reading.times.anchor import unit_moved
from lagebild.reading.times.context import Context
from lagebild.reading.times.phrase import forms
from lagebild.reading.times.reading import Reading, dated, year_said
from lagebild.reading.times.rules import Hit


def calendar_year(hit: Hit, context: Context) -> Reading | None:
    year = int(hit["year"])
    if hit.rule.options.get("short"):
        until = int(f"{year // 100}{hit['shortyear']}")
        return Reading("DATE", str(until), str(until)) if until > year else None
    if hit["shortyear"]:
        return Reading("DATE", str(year), f"{year}/{year // 100}{hit['shortyear']}")
    day = calendar.make(year, 1, 1)
    if day is not None:
        context.spoke_of(day, "Y", hit.begin)
        context.year = (year, hit.begin)
    return dated(f"{year:04d}")


def bare_year(hit: Hit, context: Context) -> Reading | None:
    """Four figures alone: a year unless they count something."""
    before, after = hit.text[max(0, hit.begin - 24) : hit.begin], hit.text[hit.end : hit.end + 24]
    around = _words_around()
    if around["count"].search(before) or around["after"].match(after):
        return None
    year = int(hit["year"])
    latest = (context.published.year if context.published else 2030) + 60
    if not 1200 <= year <= latest or (year % 100 == 0 and not around["round"].search(before)):
        return None
    if _plural_after(hit, context, after) and not around["year"].search(before):
        return None
    return calendar_year(hit, context)


@cache
def _words_around() -> dict[str, re.Pattern[str]]:
    """The words that tell a year from a count (``years.tsv``), by the side and strength they speak for."""
    rows = list(table("times/years.tsv", ["form", "side"]))
    words = {side: forms([row["form"] for row in rows if row["side"] == side]) for side in _SIGNS}
    before = {s: re.compile(rf"\b(?:{words[s]})\s*$|{_SIGNS[s]}") for s in ("count", "year", "round")}
    return before | {"after": re.compile(rf"\s*(?:{words['after']})|{_SIGNS['after']}")}


#: signs, beside the words of the table, that stand before or after a count, or before a year
_SIGNS: Final = {
    "count": r"[§€$#+×]\s*$|\d[.,:/]\d*$|\d $",
    "after": r"\s*(?:[.,]\d|[%°€$²]|/\d{3})|\s?(?:bis|–|-) ?\d{3,5} (?:Mark|Euro|Dollar|Meter|Menschen|Stück)\b",
    "year": r"[(\d–-]$",
    # the second year of a range: *von 1990 bis 2000*, *zwischen 1990 und 2000*
    "round": r"\($|[A-ZÄÖÜ]\w+,? $|^$|\b[Vv]on \d{4} bis $|\b[Zz]wischen \d{4} und $",
}


def _plural_after(hit: Hit, context: Context, after: str) -> bool:
    """Whether a noun in the plural follows at once, so that the figures count it."""
    if not re.match(r" [A-ZÄÖÜ]", after) or not context.doc.has_annotation("MORPH"):
        return re.match(r" [A-ZÄÖÜ]\w+(?:en|er|ern)\b", after) is not None and not context.doc.has_annotation(
            "TAG"
        )
    n = context.token_at(hit.end + 1)
    if n >= len(context.doc):
        return False
    token = context.doc[n]
    return token.tag_ == "NN" and token.morph.get("Number", []) == ["Plur"]


def short_year(hit: Hit, context: Context) -> Reading | None:
    year = year_said(hit, context)
    return dated(str(year)) if year else None


def end_of_year(hit: Hit, context: Context) -> Reading | None:
    day = calendar.make(int(hit["year"]), 1, 1) if hit["year"] else unit_moved("Y", "0", context)
    return dated(calendar.timex(day, "Y")) if day else Reading("DATE", "XXXX")


def decade(hit: Hit, context: Context) -> Reading | None:
    return dated(lexis.decade(hit["decade"] or hit["decadeword"]))


def century(hit: Hit, context: Context) -> Reading | None:
    number = lexis.ordinal(hit["ordinal"])
    if number is None or number < 1:
        return None
    return dated(f"{number - 1:02d}") if hit.rule.options["unit"] == "C" else Reading("DATE", str(number - 1))


def quarter(hit: Hit, context: Context) -> Reading | None:
    number = lexis.ordinal(hit["ordinal"])
    letter = hit.rule.options["letter"]
    if number is None or not 1 <= number <= {"Q": 4, "H": 2}[letter]:
        return None
    year = year_said(hit, context)
    if year is None and context.published is not None:
        year = (
            context.last[0].year
            if context.last and context.same_sentence(hit.begin)
            else context.published.year
        )
    return dated(f"{year:04d}-{letter}{number}") if year else Reading("DATE", f"XXXX-{letter}{number}")
