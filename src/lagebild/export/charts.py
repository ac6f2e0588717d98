"""Charts as plain SVG that prints and needs no script: monthly series, network, map.

Each returns Markup; every text that comes from articles is escaped. Colours are those of
the certainty and quad palettes, told apart without colour by position and label.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from markupsafe import Markup

Row = Mapping[str, Any]

#: Quad → colour (Okabe and Ito 2008) and label; cooperation stands above the line, conflict below.
QUAD_LOOKS = {
    "verbal_coop": ("#56B4E9", "words of cooperation"),
    "material_coop": ("#0072B2", "deeds of cooperation"),
    "verbal_conf": ("#E69F00", "words of conflict"),
    "material_conf": ("#D55E00", "deeds of conflict"),
}

_UP, _DOWN = ("verbal_coop", "material_coop"), ("verbal_conf", "material_conf")


def monthly(
    rows: Sequence[Row], width: int = 900, height: int = 260, says: Mapping[str, str] | None = None
) -> Markup:
    """Events a month: cooperation above the line, conflict below it; ``says`` has the labels of the quads."""
    labels_of = {quad: (says or {}).get(quad, label) for quad, (_, label) in QUAD_LOOKS.items()}
    top = max([1, *(sum(int(r[q]) for q in _UP) for r in rows)])
    bottom = max([1, *(sum(int(r[q]) for q in _DOWN) for r in rows)])
    step = min(60.0, (width - 60) / max(1, len(rows)))
    unit = (height - 60) / (top + bottom)
    line = 20 + top * unit
    bars = [bar for n, r in enumerate(rows) for bar in _bars(r, 50 + n * step, step, line, unit, labels_of)]
    every = max(1, len(rows) // 12)
    labels = [
        Markup('<text x="{:.1f}" y="{}" font-size="11">{}</text>').format(
            50 + n * step, height - 22, r["month"]
        )
        for n, r in enumerate(rows)
        if n % every == 0
    ]
    axis = Markup('<line x1="50" x2="{}" y1="{:.1f}" y2="{:.1f}" stroke="#333"/>').format(
        width - 10, line, line
    )
    scale = Markup(
        '<text x="44" y="{:.1f}" font-size="11" text-anchor="end">{}</text>'
        '<text x="44" y="{:.1f}" font-size="11" text-anchor="end">{}</text>'
    ).format(28, top, line + bottom * unit, bottom)
    title = (says or {}).get("events-a-month", "Events a month")
    return _svg(width, height, title, [*bars, axis, scale, *labels, _legend(height - 4, labels_of)])


def _bars(
    row: Row, x: float, step: float, line: float, unit: float, labels_of: Mapping[str, str]
) -> Iterable[Markup]:
    above = below = line
    for quad, (colour, _) in QUAD_LOOKS.items():
        n = int(row[quad])
        if not n:
            continue
        size = n * unit
        if quad in _UP:
            above -= size
            y = above
        else:
            y = below
            below += size
        yield Markup(
            '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"><title>{}: {} {}</title></rect>'
        ).format(x, y, max(1.0, step - 1), size, colour, row["month"], n, labels_of[quad])


def _legend(y: int, labels_of: Mapping[str, str]) -> Markup:
    parts = [
        Markup(
            '<rect x="{}" y="{}" width="10" height="10" fill="{}"/><text x="{}" y="{}" font-size="12">{}</text>'
        ).format(50 + n * 215, y - 9, colour, 64 + n * 215, y, labels_of[quad])
        for n, (quad, (colour, _)) in enumerate(QUAD_LOOKS.items())
    ]
    return Markup("").join(parts)


def network(rows: Sequence[Row], most: int = 40, title: str = "Network of actors") -> Markup:
    """Who deals with whom, on a circle: the thicker, the more events; solid cooperation, dashed conflict."""
    shown = rows[:most]
    weight: Counter[str] = Counter()
    for row in shown:
        weight.update({str(row["a"]): int(row["n"]), str(row["b"]): int(row["n"])})
    names = sorted(weight, key=lambda name: (-weight[name], name))
    size = min(560, 260 + 30 * len(names))
    middle, radius = size / 2, size / 2 - 90
    at = {
        name: (
            middle + radius * math.cos(2 * math.pi * n / len(names)),
            middle + radius * math.sin(2 * math.pi * n / len(names)),
        )
        for n, name in enumerate(names)
    }
    largest = max((int(row["n"]) for row in shown), default=1)
    lines = [_edge(row, at, largest) for row in shown]
    labels = [
        Markup('<circle cx="{:.1f}" cy="{:.1f}" r="4" fill="#333"/>').format(x, y)
        + Markup('<text x="{:.1f}" y="{:.1f}" font-size="12" text-anchor="{}">{}</text>').format(
            x + (8 if x >= middle else -8), y + 4, "start" if x >= middle else "end", name
        )
        for name, (x, y) in at.items()
    ]
    return _svg(size, size, title, [*lines, *labels])


def _edge(row: Row, at: Mapping[str, tuple[float, float]], largest: int) -> Markup:
    (x1, y1), (x2, y2) = at[str(row["a"])], at[str(row["b"])]
    hostile = float(row["tone"]) < 0
    dash = Markup(' stroke-dasharray="5 4"') if hostile else Markup("")
    return Markup(
        '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" stroke-width="{:.1f}" stroke-opacity="0.7"{}>'
        "<title>{} – {}: {} events, tone {}</title></line>"
    ).format(
        x1, y1, x2, y2, "#D55E00" if hostile else "#0072B2", 1 + 6 * int(row["n"]) / largest, dash,
        row["a"], row["b"], row["n"], row["tone"],
    )  # fmt: skip


def world(
    places: Iterable[tuple[str, float, float, int]], width: int = 900, title: str = "Places of events"
) -> Markup:
    """A map of places (name, latitude, longitude, events) over the dots of the world's large cities.

    Equirectangular; the dots stand in for coastlines, so that no map data need be shipped.
    """
    height = width // 2

    def xy(lat: float, lon: float) -> tuple[float, float]:
        return (lon + 180) / 360 * width, (90 - lat) / 180 * height

    cities = [
        Markup('<circle cx="{:.0f}" cy="{:.0f}" r="0.9" fill="#c8c8c8"/>').format(*xy(lat, lon))
        for lat, lon in _large_cities()
    ]
    marks = [
        Markup(
            '<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" fill="#0072B2" fill-opacity="0.55" stroke="#003a5c">'
            "<title>{}: {}</title></circle>"
        ).format(*xy(lat, lon), 3 + 2 * math.sqrt(n), name, n)
        for name, lat, lon, n in places
    ]
    return _svg(width, height, title, [*cities, *marks])


@cache
def _large_cities(population: int = 250_000) -> tuple[tuple[float, float], ...]:
    """Latitude and longitude of the cities of the gazetteer with at least so many people."""
    from lagebild.reading.places import all_cities  # late: the reading is large, and only maps need this

    return tuple((city.lat, city.lon) for city in all_cities() if city.population >= population)


def _svg(width: int, height: int, title: str, parts: Iterable[Markup]) -> Markup:
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" role="img" '
        'font-family="sans-serif" aria-label="{}"><title>{}</title>{}</svg>'
    ).format(width, height, width, height, title, title, Markup("").join(parts))


__all__ = ["QUAD_LOOKS", "monthly", "network", "world"]
