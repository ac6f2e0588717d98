"""Monthly series of cooperation and conflict between two actors, and who deals with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from lagebild.dossier.events import EXACT_DAYS, Event, events
from lagebild.dossier.goldstein import WEIGHTS
from lagebild.dossier.mentions import M, Trace, split, standing, traces
from lagebild.dossier.party import Party, country_name
from lagebild.dossier.search import in_order
from lagebild.errors import StoreError
from lagebild.record import QUAD, Language
from lagebild.store import (
    BETWEEN,
    COPIES,
    EXTRACTS,
    TRACE,
    TRACES,
    Store,
    changed,
    code_of,
    compact,
    copies_table,
    keep,
    keep_extract,
    kept,
)

if TYPE_CHECKING:
    import pandas

QUADS = {1: "verbal_coop", 2: "material_coop", 3: "verbal_conf", 4: "material_conf"}

#: Statuses that count as having happened: the paper's word, or a source's that nobody denies.
COUNTED = ("happened", "claimed")


#: Name under which a store keeps the events between countries.
DEALINGS = "dealings"

_DEALINGS = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("type", pa.string()),
        ("sides", pa.string()),
        ("first_day", pa.date32()),
        ("last_day", pa.date32()),
    ]
)


def counted(found: Iterable[Event[M]], certainty: Collection[str] = COUNTED) -> list[Event[M]]:
    """The events that a series counts: dated to the month at least, with one of these statuses."""
    return [event for event in found if is_exact(event) and event.status in certainty]


def is_exact(event: Event[M]) -> bool:
    """Whether the event's date is known to the month at least."""
    first, last = event.first_day, event.last_day
    return first is not None and last is not None and (last - first).days <= EXACT_DAYS


def monthly(found: Iterable[Event[M]], certainty: Collection[str] = COUNTED) -> list[dict[str, Any]]:
    """Cooperation and conflict, one row a month without gaps: the rows of ``months``."""
    cells: dict[str, Counter[str]] = defaultdict(Counter)
    for event in counted(found, certainty):
        assert event.first_day is not None
        cells[event.first_day.isoformat()[:7]][event.type] += 1
    rows = []
    for month in _every_month(cells):
        types = cells.get(month, Counter[str]())
        counts = {name: sum(n for t, n in types.items() if QUAD[t] == quad) for quad, name in QUADS.items()}
        rows.append({"month": month, "n": types.total(), **counts, "tone": _tone(types)})
    return rows


def months(found: Iterable[Event[M]], certainty: Collection[str] = COUNTED) -> pandas.DataFrame:
    """Cooperation and conflict, one row a month without gaps.

    Columns: month (``2023-09``), n (events), verbal_coop, material_coop, verbal_conf,
    material_conf (counts by PLOVER quad), tone (mean Goldstein weight, -10 to 10; NaN where n is
    0). An event told by several articles counts once, in the month in which it happened; what
    an article only looks back on counts in its own month too. Events whose date is not known
    to the month are left out, as are plans, possibilities and denials unless ``certainty``
    (statuses of ``Event.status``) says otherwise. Weights: ``goldstein.WEIGHTS``.
    """
    import pandas

    return pandas.DataFrame(monthly(found, certainty), columns=["month", "n", *QUADS.values(), "tone"])


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


def network(
    store: Store,
    first: date | None = None,
    last: date | None = None,
    most: int = 200,
    language: Language = "de",
) -> list[Edge]:
    """The pairs of countries with most events between them, by number of events.

    Only what happened or was claimed counts, once an event; ``first`` and ``last`` bound the event's day
    and leave out events without one; ``language`` is that of the countries' names.
    """
    in_order(first, last)
    table = store.derived(DEALINGS, lambda: dealings_table(store), _code())
    if first:
        table = table.filter(pc.greater_equal(table["last_day"], first))
    if last:
        table = table.filter(pc.less_equal(table["first_day"], last))
    return _edges(table, language, most)


def around(store: Store, parties: Sequence[Party], language: Language = "de", most: int = 200) -> list[Edge]:
    """The pairs of countries between which something happened that involves one of the parties, by number of events."""
    meant = pa.array([party.country for party in parties if party.country], pa.string())
    tables = []
    if len(meant):
        table = store.derived(DEALINGS, lambda: dealings_table(store), _code())
        tables.append(table.filter(_touches(table, meant)))
    others = [party for party in parties if not party.country]
    if others:
        # Pairs of the countries that are meant have all their events already.
        table = _dealings(traces(store, *standing(others)))
        tables.append(table.filter(pc.invert(_touches(table, meant))))
    return _edges(pa.concat_tables(tables), language, most)


def _touches(table: pa.Table, countries: pa.Array) -> pa.ChunkedArray:
    """Which rows of dealings have one of the countries."""
    return pc.or_(pc.is_in(table["a"], countries), pc.is_in(table["b"], countries))


#: A month's files of a table are joined when there are more.
_FILES = 16


def settle(store: Store) -> None:
    """Join small files, and put on disk what makes questions fast, by what changed since the last time.

    Raises StoreError when another program writes, the disk is full, or a file is damaged: what does not depend
    on it is done first.
    """
    damage = None
    try:
        compact(store, _FILES)
    except StoreError as error:
        damage = error
    # First what looks for rows of files that are gone: the extracts forget them.
    keep(store, DEALINGS, lambda: dealings_table(store), TRACES.table, _code())
    for extract in EXTRACTS:
        keep_extract(store, extract)
    keep(store, COPIES, lambda: copies_table(store), "documents", code_of(copies_table.__module__))
    if damage:
        raise damage


def _code() -> str:
    """The code that joins events, whose version decides whether those that are kept still hold."""
    return code_of("lagebild.dossier.mentions", "lagebild.dossier.events", __name__)


def dealings_table(store: Store) -> pa.Table:
    """The events of the whole store that happened, a row for each pair of countries.

    Columns: a, b, type, sides (of the event), first and last day. Type and sides of events that no change has
    touched since the table was kept are not joined anew.
    """
    last = kept(store, DEALINGS, _code())
    rows = changed(store, TRACES, last[1]) if last and last[0].schema.equals(_DEALINGS) else None
    if last is None or rows is None:
        return _dealings(traces(store))
    touched = [kind for (kind,) in store.tuples(_touched(*rows))]
    if not touched:
        return last[0]
    fresh = _dealings(traces(store, f"{_KIND} IN (SELECT unnest(?))", [touched]))
    kinds = pc.binary_join_element_wise(last[0]["type"], last[0]["sides"], BETWEEN)
    same = last[0].filter(pc.invert(pc.is_in(kinds, value_set=pa.array(touched, pa.string()))))
    return pa.concat_tables([same.cast(_DEALINGS), fresh])


#: SQL over traces: type and sides, by which mentions are joined.
_KIND = f"type || chr({ord(BETWEEN)}) || sides"


def _touched(came: str, went: str) -> str:
    """The SQL of the kinds of which not the same rows came as went; rows that only moved to another file cancel out."""
    told = ", ".join(TRACE)
    signed = (
        f"SELECT {_KIND} AS kind, {sign} * hash({told})::HUGEINT AS print, {sign} AS n FROM ({rows})"
        for sign, rows in ((1, came), (-1, went))
    )
    return (
        f"SELECT kind FROM ({' UNION ALL '.join(signed)}) GROUP BY kind HAVING sum(print) != 0 OR sum(n) != 0"
    )


def _dealings(found: Iterable[Trace]) -> pa.Table:
    rows = [
        (a, b, event.type, event.lead.sides, event.first_day, event.last_day)
        for event in events(found)
        if event.status in COUNTED
        for a, b in _pairs(event)
    ]
    columns = zip(*rows, strict=True) if rows else [[]] * len(_DEALINGS)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _DEALINGS, strict=True)]
    return pa.table(arrays, schema=_DEALINGS)


def _edges(table: pa.Table, language: Language, most: int) -> list[Edge]:
    """Events counted by pair: the pairs with most of them."""
    counts = table.group_by(["a", "b", "type"]).aggregate([([], "count_all")])
    pairs = counts.group_by(["a", "b"]).aggregate([("count_all", "sum")])
    if pairs.num_rows > most:  # of a large store most pairs are not told, and need not be made
        least = sorted(pairs["count_all_sum"].to_pylist(), reverse=True)[most - 1]
        told = pairs.filter(pc.greater_equal(pairs["count_all_sum"], least))
        counts = counts.join(told, ["a", "b"], join_type="inner")
    cells: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in counts.to_pylist():
        cells[row["a"], row["b"]][row["type"]] = row["count_all"]
    edges = []
    for (a, b), types in cells.items():
        counts = {name: sum(n for t, n in types.items() if QUAD[t] == quad) for quad, name in QUADS.items()}
        edges.append(
            Edge(
                country_name(a, language),
                country_name(b, language),
                types.total(),
                **counts,
                tone=_tone(types),
            )
        )
    return sorted(edges, key=lambda e: (-e.n, e.a, e.b))[:most]


def _pairs(event: Event[Trace]) -> list[tuple[str, str]]:
    """The pairs of countries between which the event passes."""
    sources, targets = (sorted(set(split(side))) for side in (event.lead.acting, event.lead.acted_on))
    crossed = [(a, b) for a in sources for b in (targets or sources) if a != b]
    return sorted({(min(a, b), max(a, b)) for a, b in crossed})


def _every_month(cells: Iterable[str]) -> list[str]:
    """All months from the first to the last."""
    known = sorted(cells)
    if not known:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (known[0], known[-1]))
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, last + 1)]


def _tone(types: Counter[str]) -> float:
    """The mean weight of events, NaN where there are none."""
    n = types.total()
    return round(sum(WEIGHTS[t] * k for t, k in types.items()) / n, 3) if n else float("nan")
