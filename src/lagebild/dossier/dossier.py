"""The dossier on two actors: everything that a store says of what passes between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from lagebild.dossier.events import Event, events, within
from lagebild.dossier.ledger import Entry, entry, is_contested
from lagebild.dossier.lines import Line, Report, line, quoted, report
from lagebild.dossier.mentions import (
    ALWAYS,
    AMONG,
    M,
    Mention,
    Period,
    Reported,
    Trace,
    by_article,
    fetched,
    key_of,
    mentions,
    passing,
    split,
    standing,
    traces,
)
from lagebild.dossier.party import Party, resolve
from lagebild.dossier.search import in_order
from lagebild.dossier.series import monthly
from lagebild.errors import QuestionError
from lagebild.record import Language
from lagebild.store import FINDS, SAID_TO, TRACES, Extract, Store

T = TypeVar("T")

_DONE = ("happened", "claimed", "disputed")


@dataclass(frozen=True)
class Figure:
    """A number told with a statement between the two; ``words`` are those of the statement."""

    document: str
    statement: str
    text: str
    value: float
    unit: str | None
    approx: bool
    of: str | None
    words: str
    published: str | None


@dataclass(frozen=True)
class Place:
    """Where events between the two happened, in degrees (WGS 84), and how many statements name it."""

    name: str
    lat: float
    lon: float
    n: int


@dataclass(frozen=True)
class Part:
    """As much of a dossier as is told: ``most`` lines of each section, the latest of them on page 1.

    None tells all lines. ``section`` names the only section that is told, None tells all.
    """

    most: int | None = None
    page: int = 1
    section: str | None = None

    def of(self, lines: list[T]) -> list[T]:
        """The lines that are told."""
        if self.most is None:
            return lines
        end = max(0, len(lines) - self.most * (self.page - 1))
        return lines[max(0, end - self.most) : end]

    def reach(self) -> int | None:
        """How many lines from the last one it takes to tell this part, None where that is all of them."""
        return None if self.most is None else self.most * self.page

    def has(self, section: str) -> bool:
        """Whether the section is told."""
        return self.section in (None, section)


WHOLE = Part()


@dataclass(frozen=True)
class Dossier:
    """All sections; each line stands in every section that it belongs to.

    ``undated`` counts the articles without a date, from which nothing can be told to be history.
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
    undated: int
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
    return dossier_of(store, resolve(store, a), resolve(store, b), today, Part(most), period)


def dossier_of(
    store: Store,
    first: Party,
    second: Party,
    today: date | None = None,
    part: Part = WHOLE,
    period: Period = ALWAYS,
    language: Language | None = None,
) -> Dossier:
    """The dossier on two parties; the lists of what ``part`` leaves out are empty.

    Countries have their names in ``language``, None: as the articles call them.
    """
    where, parameters = passing(first, second, period)
    found = traces(store, where, parameters)
    happened = events(found)
    now = today or max((m.published for m in found if m.published), default=date.max)
    sections = _sections(happened)
    shown = {name: part.of(chosen) if part.has(name) else [] for name, chosen in sections.items()}
    numbered = _numbered(found, part.reach()) if part.has("figures") else []
    outside = {(m.document, m.id): m for m in _outside(store, first, second, period)}
    others = sorted([*_claims(found, first, second), *outside.values()], key=by_article)
    heard = part.of(others) if part.has("third parties") else []
    wanted = [*(m for chosen in shown.values() for e in chosen for m in e.mentions), *numbered]
    wanted += [m for m in heard if (m.document, m.id) not in outside]
    whole = _whole(store, where, parameters, wanted, all_of_them=part == WHOLE)
    told_by: dict[tuple[str, str], Reported] = {**outside, **whole}
    told = {name: [event.told(whole) for event in chosen] for name, chosen in shown.items()}
    figures = [figure for m in numbered for figure in _figures(whole[m.document, m.id])]
    totals = {name: len(chosen) for name, chosen in sections.items()}
    return Dossier(
        a=first.name,
        b=second.name,
        **{name: [line(e, language=language) for e in told[name]] for name in _PLAIN},
        announcements=[line(e, fate(e, now), language) for e in told["announcements"]],
        ledger=[entry(e, language) for e in told["ledger"]],
        third_parties=[report(told_by[m.document, m.id]) for m in heard],
        figures=part.of(figures),
        series=monthly(happened),
        places=_places(found),
        articles=len({m.document for m in found}),
        undated=len({m.document for m in found if m.published is None}),
        totals=totals | {"figures": sum(m.numbers for m in found), "third parties": len(others)},
    )


#: Sections whose lines need no further word.
_PLAIN = ("timeline", "history", "meetings", "deals", "treaties")


def _sections(happened: list[Event[Trace]]) -> dict[str, list[Event[Trace]]]:
    """The events of each section."""
    return {
        "timeline": [e for e in happened if not e.is_history and e.status in (*_DONE, "denied")],
        "history": [e for e in happened if e.is_history],
        "meetings": [e for e in happened if e.type == "CONSULT" and e.status in (*_DONE, "planned")],
        "deals": [e for e in happened if _is_deal(e)],
        "treaties": [e for e in happened if e.lead.treaty],
        "announcements": [e for e in happened if _is_announced(e)],
        "ledger": [e for e in happened if is_contested(e)],
    }


def _numbered(found: list[Trace], most: int | None) -> list[Trace]:
    """The latest statements that together have so many figures, by article."""
    chosen, n = list[Trace](), 0
    for m in reversed(found):
        if most is not None and n >= most:
            break
        if m.numbers:
            chosen.append(m)
            n += m.numbers
    return chosen[::-1]


def _whole(
    store: Store, where: str, parameters: list[object], wanted: list[Trace], *, all_of_them: bool
) -> dict[tuple[str, str], Mention]:
    """Statements that pass between the two, whole: by article and id."""
    if not wanted:
        return {}
    if not all_of_them:
        keys = sorted({key_of(m.document, m.id) for m in wanted})
        where, parameters = f"{where} AND {AMONG}", [*parameters, keys]
    return {(m.document, m.id): m for m in mentions(store, where, parameters, TRACES)}


def timeline(
    store: Store,
    *asked: str,
    language: Language | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[Line]:
    """Events of one actor, or between two, by date; all of the store where none is named."""
    return [line(event, language=language) for event in asked_events(store, asked, since, until)]


def asked_events(
    store: Store, asked: Iterable[str], since: date | None = None, until: date | None = None
) -> list[Event[Mention]]:
    """The events of no, one or two actors, told by whole statements; ``since`` and ``until`` as in ``within``.

    Raises UnknownActor, and QuestionError for a period that ends before it begins.
    """
    in_order(since, until)
    return within(events(mentions(store, *_asked(store, asked))), since, until)


def joined(
    store: Store,
    asked: Iterable[str],
    since: date | None = None,
    until: date | None = None,
    articles: Period = ALWAYS,
) -> list[Event[Trace]]:
    """The same events, known only as far as it takes to join and count them, by the articles of a period.

    Raises as ``asked_events`` does.
    """
    in_order(since, until)
    where, parameters, extract = _asked(store, asked)
    bounds, days = articles.condition()
    return within(events(traces(store, f"({where}){bounds}", [*parameters, *days], extract)), since, until)


def _asked(store: Store, asked: Iterable[str]) -> tuple[str, list[object], Extract]:
    """The statements of no, one or two actors, as SQL, its parameters and the extract that has them."""
    parties = [resolve(store, name) for name in asked]
    if len(parties) > 2:
        raise QuestionError(
            f"{parties[2].name!r} is one actor too many: name two at most", "too-many", parties[2].name
        )
    if len(parties) >= 2:
        return *passing(parties[0], parties[1]), TRACES
    return *(standing(parties) if parties else ("true", [])), FINDS


def fate(event: Event[M], now: date) -> str:
    """What became of an announcement: came true, denied, disputed, no report that it happened, or open."""
    if event.status == "disputed":
        return "disputed"
    if event.came_true:
        return "came true"
    if any(m.status == "denied" for m in event.mentions):
        return "denied"
    last = event.last_day
    return "no report that it happened" if last and last < now else "open"


def _is_announced(event: Event[M]) -> bool:
    if event.type == "REJECT" or event.is_history:
        return False
    return event.came_true or event.status in ("planned", "possible")


def _is_deal(event: Event[M]) -> bool:
    """Goods, arms or money pass, or would pass, between the two."""
    return event.type in ("COOPERATE", "AID") or any(m.dealt for m in event.mentions)


def _claims(found: list[Trace], a: Party, b: Party) -> list[Trace]:
    """What is said of the two by somebody else."""
    foreign = {
        sayers: any(not _of(key, a, b) for key in split(sayers)) for sayers in {m.sayers for m in found}
    }
    return [m for m in found if foreign[m.sayers]]


def _of(key: str, a: Party, b: Party) -> bool:
    """Whether an actor's identity (``RUS``, ``person:…@RUS``) belongs to one of the parties."""
    country = key if re.fullmatch("[A-Z]{3}", key) else key.partition("@")[2] or None
    return a.covers(key, country) or b.covers(key, country)


def _outside(store: Store, a: Party, b: Party, period: Period) -> list[Reported]:
    """What others say to one of the two in the same articles, which are those of the period."""
    members = sorted({*a.members, *b.members})
    marks = ", ".join("?" * len(members))
    sources, targets = ([party.condition(side) for party in (a, b)] for side in ("source", "target"))
    same, named = passing(a, b, period)
    bounds, days = period.condition()
    where = (
        f"party IN ({marks}) AND NOT ({' OR '.join(sql for sql, _ in sources)}) "
        f"AND ({' OR '.join(sql for sql, _ in targets)}){bounds} "
        f"AND document IN (SELECT document FROM {TRACES.name} WHERE {same})"
    )
    values = [value for _, values in (*sources, *targets) for value in values]
    return fetched(store, Reported, where, [*members, *values, *days, *named], SAID_TO)


def _figures(m: Mention) -> list[Figure]:
    day = m.published.isoformat() if m.published else None
    return [Figure(m.document, m.id, **row, words=quoted(m.text), published=day) for row in m.figures]


def _places(found: list[Trace]) -> list[Place]:
    """The places that the gazetteer knows, by name."""
    named = Counter(
        (m.place, m.lat, m.lon) for m in found if m.place and m.lat is not None and m.lon is not None
    )
    return sorted(
        (Place(str(p), float(x or 0), float(y or 0), n) for (p, x, y), n in named.items()),
        key=lambda p: p.name,
    )
