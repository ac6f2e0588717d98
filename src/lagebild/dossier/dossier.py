"""The dossier on two actors: everything that a store says of what passes between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lagebild.dossier.events import Event, events
from lagebild.dossier.ledger import Entry, ledger
from lagebild.dossier.lines import Line, Report, line, report
from lagebild.dossier.mentions import Mention, between, involving, mentions
from lagebild.dossier.party import Party, resolve
from lagebild.store import Store

#: Words that make the signing, renewing or praising of something a treaty's matter.
_TREATY = re.compile(r"vertr[aä]g|abkommen|\bpakt|konvention|bündnis|protokoll", re.I)

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
class Dossier:
    """All sections; each line stands in every section that it belongs to."""

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
    articles: int


def dossier(store: Store, a: str, b: str, today: date | None = None) -> Dossier:
    """The dossier on two actors, each an alpha-3 code, a name, or an actor's identity.

    ``today`` decides which announcements are still open (default: the latest article's day,
    so that the same store gives the same answer on any day). Raises UnknownActor.
    """
    first, second = resolve(store, a), resolve(store, b)
    return dossier_of(store, first, second, between(store, first, second), today)


def dossier_of(
    store: Store, first: Party, second: Party, found: list[Mention], today: date | None = None
) -> Dossier:
    """The dossier of two parties whose mentions (``between``) are at hand."""
    joined = events(found)
    now = today or max((m.published for m in found if m.published), default=date.max)
    return Dossier(
        a=first.name,
        b=second.name,
        timeline=[line(e) for e in joined if not e.is_history and e.status in (*_DONE, "denied")],
        history=[line(e) for e in joined if e.is_history],
        meetings=[line(e) for e in joined if e.type == "CONSULT" and e.status in (*_DONE, "planned")],
        deals=[line(e) for e in joined if _is_deal(e)],
        treaties=[line(e) for e in joined if e.type in ("SUPPORT", "AGREE") and _TREATY.search(e.lead.text)],
        announcements=[line(e, fate(e, now)) for e in joined if _is_announced(e)],
        ledger=ledger(store, found),
        third_parties=[report(m) for m in _third_parties(store, first, second, found)],
        figures=_figures(store, found),
        articles=len({m.document for m in found}),
    )


def timeline(store: Store, *asked: str) -> list[Line]:
    """Events of one actor, or between two, by date; all of the store where none is named."""
    return [line(event) for event in events(asked_for(store, asked))]


def asked_for(store: Store, asked: Iterable[str]) -> list[Mention]:
    """The mentions of no, one or two actors. Raises UnknownActor."""
    parties = [resolve(store, name) for name in asked]
    if len(parties) >= 2:
        return between(store, parties[0], parties[1])
    return involving(store, parties[0]) if parties else mentions(store)


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


def _third_parties(store: Store, a: Party, b: Party, found: list[Mention]) -> list[Mention]:
    """What others say: claims about the two by somebody else, and what others say to them in the same articles."""
    claims = [m for m in found if any(k and not _of(k, a, b) for k in m.attribution_keys)]
    documents = sorted({m.document for m in found})
    if not documents:
        return []
    words = mentions(store, "list_contains(?, document) AND quad IN (1, 3)", [documents])
    outside = [m for m in words if _is_outsider(m, a, b)]
    return sorted([*claims, *outside], key=lambda m: (m.published or date.max, m.document, m.begin))


def _of(key: str, a: Party, b: Party) -> bool:
    """Whether an actor's identity (``RUS``, ``person:…@RUS``) belongs to one of the parties."""
    country = key if re.fullmatch("[A-Z]{3}", key) else key.partition("@")[2] or None
    return a.covers(key, country) or b.covers(key, country)


def _is_outsider(m: Mention, a: Party, b: Party) -> bool:
    def any_of(keys: tuple[str, ...], countries: tuple[str | None, ...]) -> bool:
        return any(p.covers(k, c) for k, c in zip(keys, countries, strict=True) for p in (a, b))

    sources = any_of(m.source_keys, m.source_countries)
    return bool(m.source_keys) and not sources and any_of(m.target_keys, m.target_countries)


def _figures(store: Store, found: list[Mention]) -> list[Figure]:
    """Figures of the statements, and figures whose words name both sides' trade or share."""
    statements = sorted({(m.document, m.id) for m in found})
    if not statements:
        return []
    rows: list[dict[str, Any]] = store.rows(
        'SELECT f.document, f.text, f.value, f.unit, f.approx, f."of", d.published::VARCHAR AS published '
        "FROM figures f JOIN documents d ON d.id = f.document "
        "WHERE list_contains(?, f.document || ' ' || f.statement) ORDER BY d.published NULLS LAST, f.document, f.begin",
        [[f"{document} {statement}" for document, statement in statements]],
    )
    return [Figure(**row) for row in rows]
