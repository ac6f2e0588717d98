"""Maps as plain SVG that prints and needs no script or map data.

The dots of the gazetteer's cities stand in for coastlines, names of countries say where one is. Equirectangular,
true to scale at the middle of what is shown.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from markupsafe import Markup, escape

from lagebild.dossier import country_name
from lagebild.export.charts import svg
from lagebild.record import Language

Numbers = npt.NDArray[np.float64]

#: One number of degrees or pixels, or many.
Degrees = TypeVar("Degrees", float, Numbers)

#: Name, latitude, longitude, number of events.
Place = tuple[str, float, float, int]

WIDTH, HEIGHT = 900, 450

#: Degrees of latitude that are shown at least, so that a single place does not stand in nothing.
_LEAST = 16.0

#: Degrees of latitude in which people live.
_SOUTH, _NORTH = -57.0, 78.0

#: Pixels for a degree → people of the smallest cities that are drawn at this scale.
LEAST = {12: 0, 6: 100_000, 0: 250_000}

#: At most so many names of places, and of countries.
_NAMED, _COUNTRIES = 20, 30


@dataclass(frozen=True)
class View:
    """What a map shows: its middle, and pixels for a degree of either."""

    lat: float
    lon: float
    by_lat: float
    by_lon: float

    def xy(self, lat: Degrees, lon: Degrees) -> tuple[Degrees, Degrees]:
        """The point of the map."""
        return WIDTH / 2 + (lon - self.lon) * self.by_lon, HEIGHT / 2 - (lat - self.lat) * self.by_lat

    def shows(self, x: float, y: float) -> bool:
        """Whether the point is on the map."""
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def world(places: Sequence[Place], title: str = "Places of events", language: Language = "en") -> Markup:
    """A map of the places, as much of the world as they need; larger circles for more events."""
    view = view_of(places)
    taken: list[tuple[float, float, float, float]] = []
    marks: list[str] = []
    names: list[str] = []
    most = max((n for *_, n in places), default=1)
    for name, lat, lon, n in sorted(places, key=lambda p: (-p[3], p[0])):
        x, y = view.xy(lat, lon)
        size = 4 + 8 * math.sqrt(n / most)
        marks.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="#0072B2" fill-opacity="0.55" stroke="#003a5c">'
            f"<title>{escape(name)}: {n}</title></circle>"
        )
        if len(names) < _NAMED and _room(taken, x + size, y, name, 13):
            names.append(_label(x + size + 3, y + 4, name, 'font-size="13" fill="#1a1a1a"'))
    lands = [
        _label(x, y, name, 'font-size="11" fill="#6a6a6a" letter-spacing="1"')
        for name, x, y in _lands(view, language)
        if _room(taken, x, y, name, 12)
    ]
    return svg(WIDTH, HEIGHT, title, [_dots(view), *lands[:_COUNTRIES], *marks, *names])


def view_of(places: Iterable[Place]) -> View:
    """The part of the world that has all places and some room around them; all of it where there are none."""
    lats, lons = zip(*[(lat, lon) for _, lat, lon, _ in places], strict=True) if places else ((), ())
    if not lats or max(lons) - min(lons) > 180:
        return View((_SOUTH + _NORTH) / 2, 0.0, HEIGHT / (_NORTH - _SOUTH), WIDTH / 360)
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    shrunk = max(0.2, math.cos(math.radians(lat)))
    room = max(_LEAST, 1.4 * (max(lats) - min(lats)), 1.4 * (max(lons) - min(lons)) * shrunk * HEIGHT / WIDTH)
    by_lat = max(HEIGHT / room, HEIGHT / (_NORTH - _SOUTH))
    return View(lat, lon, by_lat, by_lat * shrunk)


def _dots(view: View) -> str:
    """The cities, as one path of points; the nearer the map, the smaller ones."""
    least = next(least for scale, least in LEAST.items() if view.by_lat >= scale)
    lats, lons = _cities(least)
    xs, ys = view.xy(lats, lons)
    seen = (xs >= 0) & (xs <= WIDTH) & (ys >= 0) & (ys <= HEIGHT)
    points = dict.fromkeys(zip(xs[seen].astype(int).tolist(), ys[seen].astype(int).tolist(), strict=True))
    dots = "".join(f"M{x} {y}h0" for x, y in points)
    return f'<path d="{dots}" stroke="#bdbdbd" stroke-width="2" stroke-linecap="round"/>'


def _lands(view: View, language: Language) -> Iterator[tuple[str, float, float]]:
    """The countries whose middle is shown, those with most people in cities first."""
    for code, lat, lon in _middles():
        x, y = view.xy(lat, lon)
        if view.shows(x, y):
            yield country_name(code, language), x, y


def _room(taken: list[tuple[float, float, float, float]], x: float, y: float, name: str, size: int) -> bool:
    """Whether a name fits on the map without lying on another; then its room is taken."""
    left, right, top, bottom = x, x + 4 + 0.62 * size * len(name), y - size, y + 4
    if right > WIDTH or top < 0 or bottom > HEIGHT:
        return False
    if any(left < r and le < right and top < b and t < bottom for le, r, t, b in taken):
        return False
    taken.append((left, right, top, bottom))
    return True


def _label(x: float, y: float, name: str, look: str) -> str:
    # A white rim keeps a name readable on dots.
    rim = 'paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look} {rim}>{escape(name)}</text>'


@cache
def _cities(least: int) -> tuple[Numbers, Numbers]:
    """Latitudes and longitudes of the gazetteer's cities of so many people."""
    from lagebild.reading.places import all_cities  # late: the reading is large, and only maps need this

    found = np.array([(city.lat, city.lon) for city in all_cities() if city.population >= least])
    return found[:, 0], found[:, 1]


@cache
def _middles() -> tuple[tuple[str, float, float], ...]:
    """The middle of each country's cities, by people (alpha-3, latitude, longitude); most people first."""
    from lagebild.reading.places import all_cities

    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in all_cities():
        each = sums[city.country]
        for n, value in enumerate((1.0, city.lat, city.lon)):
            each[n] += value * city.population
    ordered = sorted((-n, code, lat / n, lon / n) for code, (n, lat, lon) in sums.items() if n)
    return tuple((code, lat, lon) for _, code, lat, lon in ordered)


def warm() -> None:
    """Read the gazetteer now, so that the first reader of a server does not wait for it."""
    for least in LEAST.values():
        _cities(least)
    _middles()


__all__ = ["LEAST", "View", "view_of", "warm", "world"]
