"""The world's cities of 15,000 inhabitants and more, by name, from GeoNames (CC BY 4.0).

``cities.tsv`` beside this file is made by ``python -m training.cities``: one line a name and city,
sorted by the name, so that a name is found in the file as it lies, by halving, and nothing is built
when the program starts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class City:
    """A city under its English name; ``country`` is an alpha-3 code."""

    name: str
    country: str
    lat: float
    lon: float
    population: int


@lru_cache(maxsize=8192)
def cities(name: str) -> tuple[City, ...]:
    """The cities that bear the name (folded, blanks for hyphens), by their own or another name."""
    data = _data()
    wanted = f"{name}\t".encode()
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


def all_cities() -> Iterator[City]:
    """Every city once, in the order of the file."""
    yield from dict.fromkeys(_city(line) for line in _data().splitlines())


def _city(line: bytes) -> City:
    _, name, country, lat, lon, population = line.decode().split("\t")
    return City(name, country, float(lat), float(lon), int(population))


@cache
def _data() -> bytes:
    return (files("lagebild.reading.places") / "cities.tsv").read_bytes()
