"""Charts as plain SVG that prints and needs no script: monthly series, network.

Each returns Markup; every text that comes from articles is escaped. Colours are those of
the certainty and quad palettes, told apart without colour by position and label.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from lagebild.view.words import words

Row = Mapping[str, Any]

#: Quad → colour (Okabe and Ito 2008); cooperation stands above the line, conflict below.
QUAD_LOOKS = {
    "verbal_coop": "#56B4E9",
    "material_coop": "#0072B2",
    "verbal_conf": "#E69F00",
    "material_conf": "#D55E00",
}

_UP, _DOWN = ("verbal_coop", "material_coop"), ("verbal_conf", "material_conf")

#: Room at the left and right of the months, and the widest month.
_LEFT, _RIGHT, _STEP = 50, 10, 60.0

#: Height of a name in the network.
_LABEL = 14


def monthly(
    rows: Sequence[Row], width: int = 900, height: int = 260, says: Mapping[str, str] | None = None
) -> Markup:
    """Events a month: cooperation above the line, conflict below it; ``says`` has the labels of the quads."""
    says = says or words("en")
    top = max([1, *(sum(int(r[q]) for q in _UP) for r in rows)])
    bottom = max([1, *(sum(int(r[q]) for q in _DOWN) for r in rows)])
    step = min(_STEP, (width - _LEFT - _RIGHT) / max(1, len(rows)))
    unit = (height - 60) / (top + bottom)
    line = 20 + top * unit
    parts = [bar for n, r in enumerate(rows) for bar in _bars(r, _LEFT + n * step, step, line, unit, says)]
    every = math.ceil(len(rows) / 12)
    parts += [
        f'<text x="{_LEFT + n * step:.1f}" y="{height - 22}" font-size="11">{escape(r["month"])}</text>'
        for n, r in enumerate(rows)
        if n % every == 0
    ]
    right = width - _RIGHT
    parts.append(f'<line x1="{_LEFT}" x2="{right}" y1="{line:.1f}" y2="{line:.1f}" stroke="#333"/>')
    for y, n in ((28, top), (line + 4, 0), (line + bottom * unit, bottom)):
        parts.append(f'<text x="{_LEFT - 6}" y="{y:.1f}" font-size="11" text-anchor="end">{n}</text>')
    return svg(width, height, says["events-a-month"], [*parts, *_legend(height - 4, says)])


def _bars(
    row: Row, x: float, step: float, line: float, unit: float, says: Mapping[str, str]
) -> Iterator[str]:
    above = below = line
    for quad, colour in QUAD_LOOKS.items():
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
        yield (
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(1.0, step - 1):.1f}" height="{size:.1f}" fill="{colour}">'
            f"<title>{escape(row['month'])}: {n} {escape(says[quad])}</title></rect>"
        )


def _legend(y: int, says: Mapping[str, str]) -> Iterator[str]:
    for n, (quad, colour) in enumerate(QUAD_LOOKS.items()):
        x = _LEFT + n * 215
        yield f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="{colour}"/>'
        yield f'<text x="{x + 14}" y="{y}" font-size="12">{escape(says[quad])}</text>'


def network(rows: Sequence[Row], most: int = 40, says: Mapping[str, str] | None = None) -> Markup:
    """Who deals with whom, on a circle: the thicker, the more events; solid cooperation, dashed conflict."""
    says = says or words("en")
    shown = rows[:most]
    weight: Counter[str] = Counter()
    for row in shown:
        weight.update({str(row["a"]): int(row["n"]), str(row["b"]): int(row["n"])})
    names = sorted(weight, key=lambda name: (-weight[name], name))
    radius = max(min(230, 40 + 12 * len(names)), _LABEL * len(names) // 4)
    middle, centre = radius + 190, radius + 20  # names stand at the left and right of the circle
    at = {name: _on_circle(n, len(names), radius, middle, centre) for n, name in enumerate(names)}
    largest = max((int(row["n"]) for row in shown), default=1)
    parts = [_edge(row, at, largest, says) for row in shown]
    for name, (x, y) in at.items():
        side, anchor = (8, "start") if x >= middle else (-8, "end")
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#333"/>')
        parts.append(
            f'<text x="{x + side:.1f}" y="{y + 4:.1f}" font-size="12" text-anchor="{anchor}">{escape(name)}</text>'
        )
    return svg(2 * middle, 2 * centre, says["network-title"], parts)


def _on_circle(n: int, of: int, radius: int, middle: int, centre: int) -> tuple[float, float]:
    """The place of the nth name: down the right half and up the left, at even heights, so that no name covers another."""
    right = (of + 1) // 2
    side, row, rows = (1, n, right) if n < right else (-1, of - 1 - n, of - right)
    height = 2 * radius * (row + 0.5) / rows - radius
    return middle + side * math.sqrt(radius**2 - height**2), centre + height


def _edge(row: Row, at: Mapping[str, tuple[float, float]], largest: int, says: Mapping[str, str]) -> str:
    (x1, y1), (x2, y2) = at[str(row["a"])], at[str(row["b"])]
    hostile = float(row["tone"]) < 0
    colour, dash = ("#D55E00", ' stroke-dasharray="5 4"') if hostile else ("#0072B2", "")
    told = f"{row['a']} – {row['b']}: {row['n']} {says['events']}, {says['tone']}: {row['tone']}"
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-opacity="0.7" '
        f'stroke-width="{1 + 6 * int(row["n"]) / largest:.1f}"{dash}><title>{escape(told)}</title></line>'
    )


def svg(width: int, height: int, title: str, parts: Iterable[str]) -> Markup:
    """A drawing of parts that are markup already."""
    told = escape(title)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="sans-serif" aria-label="{told}"><title>{told}</title>{"".join(parts)}</svg>'
    )


__all__ = ["QUAD_LOOKS", "monthly", "network", "svg"]
