"""The tables of the lexicon: the forms that may fill a slot of a phrase, and what each form means."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from lagebild.lexicon import table
from lagebild.reading.times.phrase import forms

_DECADES = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
}
_DECADES |= {"neunzig": 90}
ENDINGS: Final = "(?:e[nrsm]?)"
_LONG: Final = {(unit, "pl") for unit in "WMYECL"}
_LENGTHY: Final = {"jährig": "Y", "tägig": "D", "wöchig": "W", "monatig": "M", "stündig": "H", "minütig": "I"}
_LENGTHY_END: Final = re.compile(f"(?:{'|'.join(_LENGTHY)}){ENDINGS}$")


@cache
def meanings(name: str) -> dict[str, tuple[str, ...]]:
    """The table ``times/<name>.tsv``: small-lettered form → its other columns."""
    columns = {
        "approx": 1,
        "lasting": 1,
        "eras": 4,
        "lunar": 3,
        "units": 3,
        "numbers": 3,
        "words": 3,
        "dating": 3,
    }.get(name, 2)
    heads = [str(n) for n in range(columns)]
    return {row["0"].lower(): tuple(row[h] for h in heads[1:]) for row in table(f"times/{name}.tsv", heads)}


@cache
def surfaces(name: str) -> tuple[str, ...]:
    """The forms of a table as they are written."""
    columns = len(next(iter(meanings(name).values()))) + 1
    return tuple(row["0"] for row in table(f"times/{name}.tsv", [str(n) for n in range(columns)]))


@cache
def slots() -> dict[str, str]:
    """Every slot that a phrase may name, as a regular expression."""
    found = {
        name: forms(list(surfaces(name + "s"))) for name in ("month", "weekday", "season", "daypart", "unit")
    }
    found |= {name: forms(list(surfaces(name + "s"))) for name in ("word", "feast", "era")}
    found["weekdays"] = f"(?:{forms([form.lower() for form in surfaces('weekdays')])})s"
    found["approx"] = forms(list(surfaces("approx")))
    found["one"] = forms([form for form in surfaces("units") if meanings("units")[form.lower()][1] == "sg"])
    found["many"] = forms([form for form in surfaces("units") if meanings("units")[form.lower()][1] == "pl"])
    found["dayend"] = forms([form.lower() for form in surfaces("dayparts")])
    found["shift"] = f"(?:{forms(list(surfaces('shifts')))}){ENDINGS}"
    found["ordinal"] = rf"(?:(?:{forms(list(surfaces('ordinals')))}){ENDINGS}|\d{{1,2}}\.)"
    found["noun"] = forms([form for form in surfaces("words") if form[0].isupper()])
    long = [form for form in surfaces("units") if meanings("units")[form.lower()] in _LONG]
    found["long"] = forms(long)
    found["lengthyshort"] = f"(?:{'|'.join(stem for stem, unit in _LENGTHY.items() if unit != 'Y')}){ENDINGS}"
    found["lengthy"] = f"(?:{'|'.join(_LENGTHY)}){ENDINGS}"
    found["lasting"] = (
        rf"\w*(?:{'|'.join(f'[{w[0]}{w[0].upper()}]{w[1:]}' for w in surfaces('lasting'))})\w{{0,2}}"
    )
    found["number"] = _number_words()
    found["vague"] = forms(
        [form for form in surfaces("numbers") if meanings("numbers")[form.lower()][1] == "vague"]
    )
    found |= {
        "det": "(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[nrsm]?)?)",
        "the": "[Dd](?:er|ie|as|en|em|es)",
        "edge": "(?:Anfang|Mitte|Ende|Beginn)",
        "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
        "monthnumber": r"(?:0?[1-9]|1[0-2])(?!\d)",
        "year": r"(?:1\d|20)\d\d(?!\d)",
        "shortyear": r"\d\d(?!\d)",
        "hour": r"(?:[01]?\d|2[0-4])(?!\d)",
        "minute": r"[0-5]\d(?!\d)",
        "chain": r"(?:\s?(?:,|,? ?und|,? ?oder|,? ?sowie|bis|–|-|/)\s*(?:[Aa]m|zum|vom|den|dem)?\s*\d{1,2}\.)+",
        "figure": r"\d{1,2}(?!\d)",
        "clock": r"\d{1,2}(?:[.:]\d\d)?(?!\d)",
        "decade": r"(?:(?:1\d|20)?\d0)",
        "decadeword": f"(?:{'|'.join(_DECADES)})er",
        "any": r"\w+",
        "times": r"\w+mal",
    }
    return found


def _number_words() -> str:
    """Digits, and number words up to ninety-nine thousand built from their parts.

    The seconds of *2:16:42 Stunden* are no number of their own.
    """
    kinds: dict[str, list[str]] = {"unit": [], "teen": [], "ten": [], "whole": [], "vague": []}
    for form in surfaces("numbers"):
        kinds[meanings("numbers")[form.lower()][1]].append(form)
    tens = f"(?:(?:{forms(kinds['unit'])})und)?(?:{forms(kinds['ten'])})"
    words = f"{forms(kinds['whole'] + kinds['vague'])}|{tens}|{forms(kinds['teen'])}|{forms(kinds['unit'])}"
    return rf"(?:(?<!\d:)\d{{1,3}}(?:[.  ]\d{{3}})*(?:,\d+)?(?!\d)|(?<!\d:)\d{{1,6}}(?!\d)|{words})"


def number(form: str) -> str:
    """The number that a form stands for, as TIMEX3 writes it: 5, 0.5, X.

    >>> number("dreiundzwanzig"), number("1.500"), number("einem halben"), number("einige")
    ('23', '1500', '0.5', 'X')
    """
    small = " ".join(form.lower().split())
    known = meanings("numbers")
    if small in known:
        return known[small][0]
    if small[0].isdigit():
        return re.sub(r"[.  ](?=\d{3})", "", small).replace(",", ".")
    unit, _, ten = small.rpartition("und")
    if unit in known and ten in known:
        return str(int(known[unit][0]) + int(known[ten][0]))
    return "X"


def ordinal(form: str) -> int | None:
    """The number of an ordinal word or figure: dritten → 3, 21. → 21."""
    small = form.lower().rstrip(".")
    if small.isdigit():
        return int(small)
    found = meanings("ordinals").get(re.sub(r"e[nrsm]?$", "", small))
    return int(found[0]) if found else None


def shift(form: str) -> str:
    """How far an adjective moves a unit (``shifts.tsv``): vergangenen → -1."""
    small = form.lower()
    found = meanings("shifts")
    stem = re.sub(r"e[nrsm]?$", "", small)
    return found[stem][0] if stem in found else found.get(small, ("0",))[0]


def dating(form: str) -> tuple[str, int] | None:
    """The unit and how far from publication an adjective dates an event (``dating.tsv``): gestrigen → D, -1."""
    found = meanings("dating").get(re.sub(r"e[nrsm]?$", "", form.lower()))
    return (found[0], int(found[1])) if found else None


def decade(form: str) -> str:
    """The decade as TIMEX3 writes it: 90 and neunziger → 199, 1840 → 184, 20 → 202 is not meant, but 192."""
    small = form.lower()
    figures = str(_DECADES.get(small.removesuffix("er"), small))
    return figures[:3] if len(figures) == 4 else "19" + figures[0] if figures[0] > "1" else "20" + figures[0]


_TABLES = {
    name: name + "s" for name in ("month", "weekday", "season", "daypart", "unit", "word", "feast", "era")
}
_TABLES |= {"one": "units", "many": "units", "long": "units", "noun": "words", "weekdays": "weekdays"}
_TABLES |= {
    "approx": "approx",
    "vague": "numbers",
    "shift": "shifts",
    "ordinal": "ordinals",
    "dayend": "dayparts",
}


#: Small-lettered begins of the words that may fill the slots of closed sets.
_SMALL_SETS: Final = {
    "the": ("der", "die", "das", "den", "dem", "des"),
    "det": ("der", "die", "das", "den", "dem", "des", "ein"),
    "edge": ("anfang", "mitte", "ende", "beginn"),
    "decadeword": tuple(f"{ten}er" for ten in _DECADES),
}
NUMBER, TIMES = "{number}", "{times}"


def word_begins(atom: str) -> set[str]:
    """The small-lettered begins of the words with which a slot (``{slot}``) or literal begins.

    Nothing for the slots that figures, number words and words in *-mal* fill.
    """
    if not atom.startswith("{"):
        return {atom}
    name = atom[1:-1]
    if name in _TABLES:
        return {re.findall(r"[^\W_]+", form)[0].lower() for form in surfaces(_TABLES[name])}
    return set(_SMALL_SETS.get(name, ()))


def takes_figures(atom: str) -> bool:
    """Whether a slot may begin with a figure."""
    return atom == "{ordinal}" or (atom.startswith("{") and atom != TIMES and not word_begins(atom))


@cache
def _number_start() -> re.Pattern[str]:
    firsts = "|".join(sorted({form.split()[0] for form in surfaces("numbers") if " " in form}))
    return re.compile(f"(?:{_number_words()}|{firsts})(?:mal|en)?$", re.I)


@cache
def _number_letters() -> frozenset[str]:
    """The three small letters that number words begin with; none is shorter."""
    return frozenset(form[:3].lower() for form in surfaces("numbers"))


def begins_with_number(word: str) -> bool:
    """Whether a word is a number word or number in figures, or the first word of one."""
    may_be = word[:3].lower() in _number_letters() or word[0].isdigit()
    return may_be and _number_start().match(word) is not None


def lengthy(form: str) -> str:
    """The unit of an adjective of length: dreitägigen → D."""
    return next((unit for stem, unit in _LENGTHY.items() if stem in form.lower()), "Y")


def is_lengthy(word: str) -> bool:
    """Whether a word is an adjective of length, or ends one (*dreijährigen*, the *jährige* of *50-jährige*)."""
    return "ig" in word and _LENGTHY_END.search(word.lower()) is not None


@cache
def lunar(name: str) -> tuple[date, ...]:
    """The first days of a feast of the lunar calendar, by year."""
    rows = table("times/lunar.tsv", ["name", "first", "last"])
    return tuple(date.fromisoformat(row["first"]) for row in rows if row["name"] == name)
