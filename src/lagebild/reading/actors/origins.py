"""Where somebody is at home by the name, of the states that an article tells of: *Giulio Meier* is Italy's, not China's."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import Final

from lagebild import lexicon
from lagebild.reading.actors.forms import fold, nominatives, sound
from lagebild.reading.actors.gazetteer import Person, gazetteer

#: How often the only state of an article must be told of for somebody to be of it by the name alone.
_OFTEN: Final = 2
#: Of so many countries a name tells little: it sets no one apart where an article names one state only.
_WIDE: Final = 20
#: Letters that a surname has before an ending that tells of a country.
_STEM: Final = 2


@cache
def _given() -> dict[str, set[str]]:
    """Sound of a given name → where it is usual, by the lists and by who's who."""
    found: dict[str, set[str]] = defaultdict(set)
    for countries, given, _ in _rows():
        for name in given:
            found[sound(fold(name))].update(countries)
    for entry in gazetteer().entries.values():
        first, _, rest = entry.name.partition(" ")
        if isinstance(entry, Person) and entry.country and rest:
            found[sound(fold(first))].add(entry.country)
    return found


@cache
def _surnames() -> tuple[dict[str, set[str]], list[tuple[str, list[str]]], list[tuple[str, list[str]]]]:
    """Whole surnames, endings and letters, each with where they are usual."""
    whole: dict[str, set[str]] = defaultdict(set)
    ends: list[tuple[str, list[str]]] = []
    letters: list[tuple[str, list[str]]] = []
    for countries, _, surnames in _rows():
        for name in surnames:
            if name.startswith("*"):
                letters.append((name[1:], countries))
            elif name.startswith("-"):
                ends.append((name[1:], countries))
            else:
                whole[fold(name)].update(countries)
    return whole, ends, letters


@cache
def _rows() -> list[tuple[list[str], list[str], list[str]]]:
    table = lexicon.table("actors/name_origins.tsv", ["countries", "given", "surnames"], optional=1)
    return [(_list(row["countries"]), _list(row["given"]), _list(row["surnames"])) for row in table]


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


@lru_cache(maxsize=4096)
def of_name(name: str) -> frozenset[str]:
    """The countries in which a full name is usual; empty where the lists tell nothing of it.

    >>> sorted(of_name("Giulio Meier") & {"ITA", "EGY"})
    ['ITA']
    """
    words = name.split()
    if len(words) < 2:
        return frozenset()
    given = frozenset(_given().get(sound(fold(words[0])), ()))
    last = _of_surname(words[-1])
    return given & last or given | last


def _of_surname(word: str) -> frozenset[str]:
    whole, ends, letters = _surnames()
    found: set[str] = set()
    lower = word.lower()
    for ending, countries in ends:
        if lower.endswith(ending) and len(lower) >= len(ending) + _STEM:
            found.update(countries)
    for form in nominatives(fold(word)):
        found.update(whole.get(form, ()))
    marked = [set(countries) for letter, countries in letters if letter in lower]
    for codes in marked:
        found = (found & codes) or (found | codes)
    return frozenset(found)


def likeliest(name: str, country: str | None, told: Counter[str]) -> str | None:
    """The country of somebody whom the text gives to none: the supposed one, unless the name is at home in another of
    those told of and not in it."""
    home = of_name(name)
    if not home or country in home:
        return country
    best = [(n, code) for code, n in told.items() if code in home]
    if not best:
        return country
    if country is None and len(told) == 1 and (best[0][0] < _OFTEN or len(home) > _WIDE):
        return None
    best.sort(reverse=True)
    if len(best) > 1 and best[0][0] == best[1][0]:
        return country
    return best[0][1]
