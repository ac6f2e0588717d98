"""What a name on the map may mean: our own list of places first, then the world's cities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lagebild import lexicon
from lagebild.language.memo import Memo
from lagebild.reading.actors.cities import City, cities, place_key
from lagebild.reading.actors.forms import fold, nominatives
from lagebild.reading.actors.gazetteer import gazetteer

_COMPASS: Final = re.compile(r"(?:nord|sud)(?:ost|west)?-?|(?:ost|west|zentral|mittel)-?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name may mean; ``listed`` in our own files, ``alias`` not the city's own name."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    listed: bool = False
    alias: bool = False


class Atlas:
    """Places by folded name: ``lexicon/places`` outranks the list of cities."""

    def __init__(self) -> None:
        self.own: dict[str, Spot] = {}
        #: first word of our own names, genitives too → how many tokens such names may have, the most first
        self._lengths: dict[str, list[int]] = {}
        for row in lexicon.table("places/regions.tsv", ["name", "variants", "country", "lat", "lon"]):
            spot = Spot(
                row["name"], row["country"] or None, float(row["lat"]), float(row["lon"]), 10**6, True
            )
            for name in (row["name"], *row["variants"].split(",")):
                if name.strip():
                    self.own[place_key(name)] = spot
                    self._begins(name)
        self.exonyms = {
            place_key(row["name"]): (row["name"], row["listed"], row["country"])
            for row in lexicon.table("places/exonyms.tsv", ["name", "listed", "country"])
        }

    def _begins(self, name: str) -> None:
        first, count = first_word(name), len(name.split())
        for word in (first, first + "s"):
            lengths = self._lengths.setdefault(word, [])
            if count not in lengths:
                lengths.append(count)
                lengths.sort(reverse=True)

    def lengths_of(self, word: str) -> Sequence[int]:
        """How many tokens our own names that begin with the word may have, the most first."""
        return self._lengths.get(first_word(word), ())

    def spots(self, name: str) -> list[Spot]:
        """All places that may bear the name (German, as `place_key` gives it)."""
        own = self.own.get(name)
        if own is not None:
            return [own]
        exonym = self.exonyms.get(name)
        if exonym is not None:
            german, listed, country = exonym
            found = [c for c in cities(place_key(listed)) if c.country == country and c.name == listed]
            if found:
                return [_spot(max(found, key=lambda c: c.population), german, listed=True)]
        return [_spot(c, c.name, alias=place_key(c.name) != name) for c in cities(name)]


def part_of_state(word: str) -> Spot | None:
    """The part of a state that a point of the compass before its name makes: *Ostbosnien*, *Zentralmalis*.

    States of that name (*Südkorea*) and regions of our own list (*Nordirland*) are to be asked for before.
    """
    return _PART_OF_STATE.of(word)


def _part_of_state(word: str) -> Spot | None:
    for name in nominatives(fold(word)):
        compass = _COMPASS.match(name)
        for pattern in gazetteer().names.get(name[compass.end() :], ()) if compass is not None else ():
            if (
                pattern.use == "name"
                and not pattern.rest
                and not pattern.exact
                and pattern.entry.kind == "state"
            ):
                return Spot(word[: len(name)], pattern.entry.country, None, None, listed=True)
    return None


_PART_OF_STATE: Final = Memo(_part_of_state)


def _spot(city: City, name: str, listed: bool = False, alias: bool = False) -> Spot:
    return Spot(name, city.country, city.lat, city.lon, city.population, listed, alias)


def first_word(name: str) -> str:
    """The folded first word of a name, of *Berg-Karabach* the first member; "" for hyphens alone."""
    return _FIRST_WORD.of(name)


def _first_word(name: str) -> str:
    return fold(name.split()[0].split("-")[0]) if name.strip("- ") else ""


_FIRST_WORD: Final = Memo(_first_word)
