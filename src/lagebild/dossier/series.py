"""Monthly series of cooperation and conflict between two actors, and who deals with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import pandas

from lagebild.dossier.events import EXACT_DAYS, Event, events
from lagebild.dossier.goldstein import WEIGHTS
from lagebild.dossier.mentions import Mention, mentions
from lagebild.dossier.party import country_name
from lagebild.record import QUAD
from lagebild.store import Store

QUADS = {1: "verbal_coop", 2: "material_coop", 3: "verbal_conf", 4: "material_conf"}

#: Statuses that count as having happened: the paper's word, or a source's that nobody denies.
COUNTED = ("happened", "claimed")


def counted(found: Iterable[Mention], certainty: Collection[str] = COUNTED) -> list[Event]:
    """The events that a series counts: dated to the month at least, with one of these statuses."""
    return [
        event
        for event in events(found)
        if event.status in certainty
        and event.first_day is not None
        and event.last_day is not None
        and (event.last_day - event.first_day).days <= EXACT_DAYS
    ]


def months(found: Iterable[Mention], certainty: Collection[str] = COUNTED) -> pandas.DataFrame:
    """Cooperation and conflict, one row a month without gaps.

    Columns: month (``2023-09``), n (events), verbal_coop, material_coop, verbal_conf,
    material_conf (counts by PLOVER quad), tone (mean Goldstein weight, -10 to 10; NaN where n is
    0). An event told by several articles counts once, in the month in which it happened; what
    an article only looks back on counts in its own month too. Events whose date is not known
    to the month are left out, as are plans, possibilities and denials unless ``certainty``
    (statuses of ``Event.status``) says otherwise. Weights: ``goldstein.WEIGHTS``.
    """
    cells: dict[str, Counter[str]] = defaultdict(Counter)
    tones: dict[str, list[float]] = defaultdict(list)
    for event in counted(found, certainty):
        month = f"{event.first_day:%Y-%m}"
        cells[month][QUADS[QUAD[event.type]]] += 1
        tones[month].append(WEIGHTS[event.type])
    rows = []
    for month in _every_month(cells):
        tone = tones.get(month)
        counts = {name: cells[month][name] if month in cells else 0 for name in QUADS.values()}
        rows.append({"month": month, "n": sum(counts.values()), **counts, "tone": _mean(tone)})
    return pandas.DataFrame(rows, columns=["month", "n", *QUADS.values(), "tone"])


@dataclass(frozen=True)
class Edge:
    """How much passes between two actors: events by quad, and mean Goldstein tone."""

    a: str
    b: str
    n: int
    verbal_coop: int
    material_coop: int
    verbal_conf: int
    material_conf: int
    tone: float


def network(store: Store, first: date | None = None, last: date | None = None, most: int = 200) -> list[Edge]:
    """The pairs of countries with most events between them, by number of events.

    Only what happened counts, once an event; ``first`` and ``last`` bound the event's day.
    """
    conditions = ["(first_day IS NOT NULL)"]
    parameters: list[object] = []
    for bound, sql in ((first, "last_day >= ?"), (last, "first_day <= ?")):
        if bound:
            conditions.append(sql)
            parameters.append(bound)
    return around(mentions(store, " AND ".join(conditions), parameters))[:most]


def around(found: Iterable[Mention]) -> list[Edge]:
    """The pairs of countries between which something happened in these mentions, most events first."""
    cells: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    tones: dict[tuple[str, str], list[float]] = defaultdict(list)
    for event in counted({(m.document, m.id): m for m in found}.values()):
        for pair in _pairs(event):
            cells[pair][QUADS[QUAD[event.type]]] += 1
            tones[pair].append(WEIGHTS[event.type])
    edges = [
        Edge(
            a=country_name(a),
            b=country_name(b),
            n=c.total(),
            tone=_mean(tones[a, b]),
            **{q: c[q] for q in QUADS.values()},
        )
        for (a, b), c in cells.items()
    ]
    return sorted(edges, key=lambda e: (-e.n, e.a, e.b))


def _pairs(event: Event) -> list[tuple[str, str]]:
    """The pairs of countries between which the event passes."""
    lead = event.lead
    sources = sorted({c for c in lead.source_countries if c})
    targets = sorted({c for c in lead.target_countries if c})
    crossed = [(a, b) for a in sources for b in (targets or sources) if a != b]
    return sorted({(min(a, b), max(a, b)) for a, b in crossed})


def _every_month(cells: Iterable[str]) -> list[str]:
    """All months from the first to the last."""
    known = sorted(cells)
    if not known:
        return []
    periods = pandas.period_range(known[0], known[-1], freq="M")
    return [str(period) for period in periods]


def _mean(values: list[float] | None) -> float:
    return round(sum(values) / len(values), 3) if values else float("nan")
