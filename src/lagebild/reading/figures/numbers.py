"""Numbers as German news writes them: 1.500, 0,006, zweieinhalb Millionen, hundertzwanzig."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lagebild.language.memo import Memo
from lagebild.lexicon import table

_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.\u00a0\u202f' ]\d{3})+(?:,\d+)?")
_PLAIN: Final = re.compile(r"\d{1,15}(?:,\d+)?")
_POINT: Final = re.compile(r"\d{1,4}\.\d{1,2}")
_FACTOR: Final = {"tausend": 1000.0, "hundert": 100.0}


def digits(text: str) -> float | None:
    """The value of a number in digits: a point groups thousands, a comma begins the decimals.

    >>> digits("1.500"), digits("0,006"), digits("3.5"), digits("S-400")
    (1500.0, 0.006, 3.5, None)
    """
    if _THOUSANDS.fullmatch(text):
        return float(re.sub(r"[.\u00a0\u202f' ]", "", text).replace(",", "."))
    if _PLAIN.fullmatch(text):
        return float(text.replace(",", "."))
    return float(text) if _POINT.fullmatch(text) else None


@cache
def _atoms() -> dict[str, tuple[float, str]]:
    """Number words and the part they may play in longer ones (the times room's table)."""
    rows = table("times/numbers.tsv", ("form", "value", "kind"))
    return {
        row["form"].lower(): (float(row["value"]), row["kind"]) for row in rows if row["value"][0].isdigit()
    }


def word(text: str) -> float | None:
    """The value of a number word; None for an article (*ein*, *einer*) and for every other word.

    >>> word("siebzehn"), word("dreiundzwanzig"), word("zweitausendfünfhundert"), word("eine"), word("Hund")
    (17.0, 23.0, 2500.0, None, None)
    """
    return _WORD.of(text)


def _word(text: str) -> float | None:
    small = text.lower()
    if len(small) > 60 or small.startswith("beid") or small in ("ein", "null", "eins"):
        return 0.0 if small == "null" else 1.0 if small == "eins" else None
    atom = _atoms().get(small)
    if atom is not None and atom[0] == 1.0:
        return None
    return _composed(small)


_WORD: Final = Memo(_word, 16384)


def _composed(small: str) -> float | None:
    atoms = _atoms()
    known = atoms.get(small)
    if known is not None:
        return known[0]
    if small in ("eins", ""):
        return 1.0 if small else None
    for factor in ("tausend", "hundert"):
        if factor in small:
            before, _, after = small.partition(factor)
            after = after.removeprefix("und") if after.startswith("und") else after
            low = 1.0 if before == "" else _composed(before)
            rest = 0.0 if after == "" else _composed(after)
            return None if low is None or rest is None else low * _FACTOR[factor] + rest
    unit, und, ten = small.rpartition("und")
    if und and unit in atoms and ten in atoms and atoms[unit][1] == "unit" and atoms[ten][1] == "ten":
        return atoms[unit][0] + atoms[ten][0]
    return None


@cache
def multipliers() -> dict[str, float]:
    """Million, Mrd., Dutzend … and their factors, as written."""
    return {row["form"]: float(row["factor"]) for row in table("figures/multipliers.tsv", ("form", "factor"))}


_COMPOUND: Final = re.compile(r"([\d.,]*\d|\w+)-(?:([A-Z]\w+)-)?([A-Z]\w+)-[A-ZÄÖÜ]\w+")


def in_compound(text: str) -> tuple[float, str] | None:
    """The value and the form of the unit of an amount that begins a noun; None of every other word.

    >>> in_compound("50-Milliarden-Dollar-Kredit"), in_compound("Zwei-Prozent-Ziel"), in_compound("Leopard-2-Panzer")
    ((50000000000.0, 'Dollar'), (2.0, 'Prozent'), None)
    """
    match = _COMPOUND.fullmatch(text) if text.count("-") > 1 else None
    value = value_of(match[1]) if match is not None else None
    if match is None or value is None:
        return None
    factor = multipliers().get(match[2], None) if match[2] else 1.0
    return None if factor is None else (value * factor, match[3])


def value_of(text: str) -> float | None:
    """The value of one word, in digits or letters; None where it is no number."""
    if text[:1].isdigit():
        return digits(text)
    return word(text) if text.isalpha() else None
