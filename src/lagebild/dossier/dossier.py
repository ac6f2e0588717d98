"""The dossier on two actors: everything that a store says of what passes between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from lagebild.dossier.events import Event, events
from lagebild.dossier.ledger import Entry, entry, is_contested
from lagebild.dossier.lines import Line, Report, line, report
from lagebild.dossier.mentions import ALWAYS, Mention, Period, between, by_article, involving, mentions
from lagebild.dossier.party import Party, resolve
from lagebild.dossier.series import monthly
from lagebild.store import Store

#: Words that make the signing, renewing or praising of something a treaty's matter.
_TREATY = re.compile(r"vertr[aä]g|abkommen|\bpakt|konvention|bündnis|protokoll", re.I)

T = TypeVar("T")

_DONE = ("happened", "claimed", "disputed")


@dataclass(frozen=True)
class Figure:
    """A number told with a statement between the two, or near it."""

    document: str
    text: str
    value: float
    unit: str | None
    approx: bool
    of: str | None
    published: str | None


@dataclass(frozen=True)
class Place:
    """Where events between the two happened, in degrees (WGS 84), and how many statements name it."""

    name: str
    lat: float
    lon: float
    n: int


@dataclass(frozen=True)
class Dossier:
    """All sections; each line stands in every section that it belongs to.

    ``totals`` has the number of lines of each section, of which the lists hold the latest where a
    limit was asked for. ``series`` has the rows of ``months``.
    """

    a: str
    b: str
    timeline: list[Line]
    history: list[Line]
    meetings: list[Line]
    deals: list[Line]
    treaties: list[Line]
    announcements: list[Line]
    ledger: list[Entry]
    third_parties: list[Report]
    figures: list[Figure]
    series: list[dict[str, Any]]
    places: list[Place]
    articles: int
    totals: dict[str, int]


def dossier(
    store: Store,
    a: str,
    b: str,
    today: date | None = None,
    most: int | None = None,
    period: Period = ALWAYS,
) -> Dossier:
    """The dossier on two actors, each an alpha-3 code, a name, or an actor's identity.

    ``today`` decides which announcements are still open (default: the latest article's day,
    so that the same store gives the same answer on any day). ``most`` limits every section to
    its latest lines, ``period`` the articles. Raises UnknownActor.
    """
    return dossier_of(store, resolve(store, a), resolve(store, b), today, most, period)


def dossier_of(
    store: Store,
    first: Party,
    second: Party,
    today: date | None = None,
    most: int | None = None,
    period: Period = ALWAYS,
) -> Dossier:
    """The dossier on two parties."""
    found = between(store, first, second, period)
    joined = events(found)
    now = today or max((m.published for m in found if m.published), default=date.max)
    sections = _sections(joined)
    told = {name: [line(e) for e in _latest(chosen, most)] for name, chosen in sections.items()}
    announced = [e for e in joined if _is_announced(e)]
    contested = [e for e in joined if is_contested(e)]
    figures = [_figure(m, row) for m in found for row in m.figures]
    others = sorted([*_claims(found, first, second), *_outside(store, first, second, found)], key=by_article)
    totals = {name: len(chosen) for name, chosen in sections.items()}
    totals |= {"announcements": len(announced), "ledger": len(contested), "figures": len(figures)}
    return Dossier(
        a=first.name,
        b=second.name,
        **told,
        announcements=[line(e, fate(e, now)) for e in _latest(announced, most)],
        ledger=[entry(e) for e in _latest(contested, most)],
        third_parties=[report(m) for m in _latest(others, most)],
        figures=_latest(figures, most),
        series=monthly(joined),
        places=_places(found),
        articles=len({m.document for m in found}),
        totals=totals | {"third parties": len(others)},
    )


def _sections(joined: list[Event]) -> dict[str, list[Event]]:
    """The events of each section that needs no further word."""
    return {
        "timeline": [e for e in joined if not e.is_history and e.status in (*_DONE, "denied")],
        "history": [e for e in joined if e.is_history],
        "meetings": [e for e in joined if e.type == "CONSULT" and e.status in (*_DONE, "planned")],
        "deals": [e for e in joined if _is_deal(e)],
        "treaties": [e for e in joined if e.type in ("SUPPORT", "AGREE") and _TREATY.search(e.lead.text)],
    }


def _latest(lines: list[T], most: int | None) -> list[T]:
    """The last so many, all where no limit is asked for."""
    return lines if most is None else lines[max(0, len(lines) - most) :]


def timeline(store: Store, *asked: str) -> list[Line]:
    """Events of one actor, or between two, by date; all of the store where none is named."""
    return [line(event) for event in asked_events(store, asked)]


def asked_events(store: Store, asked: Iterable[str]) -> list[Event]:
    """The events of no, one or two actors. Raises UnknownActor."""
    parties = [resolve(store, name) for name in asked]
    if len(parties) >= 2:
        return events(between(store, parties[0], parties[1]))
    return events(involving(store, parties[0]) if parties else mentions(store))


def fate(event: Event, now: date) -> str:
    """What became of an announcement: came true, denied, no report that it happened, or open."""
    if event.came_true:
        return "came true"
    if any(m.status == "denied" for m in event.mentions):
        return "denied"
    last = event.last_day
    return "no report that it happened" if last and last < now else "open"


def _is_announced(event: Event) -> bool:
    if event.type == "REJECT" or event.is_history:
        return False
    return event.came_true or event.status in ("planned", "possible")


def _is_deal(event: Event) -> bool:
    """Goods, arms or money pass, or would pass, between the two."""
    return event.type in ("COOPERATE", "AID") or any(m.gives or m.receives for m in event.mentions)


def _claims(found: list[Mention], a: Party, b: Party) -> list[Mention]:
    """What is said of the two by somebody else."""
    return [m for m in found if any(key and not _of(key, a, b) for key in m.attribution_keys)]


def _of(key: str, a: Party, b: Party) -> bool:
    """Whether an actor's identity (``RUS``, ``person:…@RUS``) belongs to one of the parties."""
    country = key if re.fullmatch("[A-Z]{3}", key) else key.partition("@")[2] or None
    return a.covers(key, country) or b.covers(key, country)


def _outside(store: Store, a: Party, b: Party, found: list[Mention]) -> list[Mention]:
    """What others say to one of the two in the same articles."""
    documents = sorted({m.document for m in found})
    if not documents:
        return []
    members = sorted({*a.members, *b.members})
    marks = ", ".join("?" * len(members))
    sources, targets = ([party.condition(side) for party in (a, b)] for side in ("source", "target"))
    where = (
        f"(a IN ({marks}) OR b IN ({marks})) AND quad IN (1, 3) AND document IN (SELECT unnest(?)) "
        f"AND NOT ({' OR '.join(sql for sql, _ in sources)}) AND ({' OR '.join(sql for sql, _ in targets)})"
    )
    values = [value for _, values in (*sources, *targets) for value in values]
    said = mentions(store, where, [*members, *members, documents, *values], "pairs")
    return list({(m.document, m.id): m for m in said}.values())


def _figure(m: Mention, row: dict[str, Any]) -> Figure:
    return Figure(m.document, **row, published=m.published.isoformat() if m.published else None)


def _places(found: list[Mention]) -> list[Place]:
    """The places that the gazetteer knows, by name."""
    named = Counter(
        (m.place, m.lat, m.lon) for m in found if m.place and m.lat is not None and m.lon is not None
    )
    return sorted(
        (Place(str(p), float(x or 0), float(y or 0), n) for (p, x, y), n in named.items()),
        key=lambda p: p.name,
    )
