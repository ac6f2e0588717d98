"""Statements fetched from a store, each with what it says of whether its event happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

import msgspec

from lagebild.dossier.party import Party
from lagebild.store import Status, Store, copies

#: An event this long before the article's day is history there, not news.
HISTORY_DAYS = 365


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One statement of one article: columns of the table ``statements``, in this order.

    ``parties`` are both sides as countries, or identities where an actor has none; ``status``
    is what the statement says of its event; ``voucher`` who stands behind it where that is not
    the paper; ``replies`` are denials and confirmations by other statements of the article;
    ``family`` names the set of copies that the article belongs to.
    """

    document: str
    id: str
    begin: int
    text: str
    type: str
    mode: str | None
    quad: int
    source_keys: list[str]
    source_names: list[str]
    source_countries: list[str | None]
    target_keys: list[str]
    target_names: list[str]
    target_countries: list[str | None]
    parties: list[str]
    place: str | None
    lat: float | None
    lon: float | None
    edtf: str
    first_day: date | None
    last_day: date | None
    factuality: str
    author: str
    status: Status
    attribution: list[str]
    attribution_keys: list[str | None]
    voucher: str | None
    gives: list[dict[str, Any]]
    receives: list[dict[str, Any]]
    replies: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    title: str | None
    publisher: str | None
    published: date | None
    family: str

    @property
    def denied(self) -> bool:
        """Whether another statement of the article denies it."""
        return any(reply["kind"] == "denies" for reply in self.replies)

    @property
    def source(self) -> str:
        """Who stands behind it: the innermost source, else the paper, copies counted as one."""
        return f"source:{self.voucher}" if self.voucher else f"paper:{self.family}"

    @property
    def is_history(self) -> bool:
        """Whether the article looks back on it rather than reports it."""
        if self.published is None or self.last_day is None:
            return False
        return (self.published - self.last_day).days > HISTORY_DAYS


_NAMES = [name for name in Mention.__struct_fields__ if name != "family"]
_LISTS = [name for name in _NAMES if str(Mention.__annotations__[name]).startswith("list[")]
_PLAIN = [name for name in _NAMES if name not in _LISTS]

#: Lists come as JSON: DuckDB hands over texts ten times as fast, and most of them come again and again.
_COLUMNS = f"{', '.join(_PLAIN)}, to_json([{', '.join(f'to_json({name})' for name in _LISTS)}])"

_PLACE = [(_PLAIN + _LISTS).index(name) for name in _NAMES]


def mentions(
    store: Store, where: str = "true", parameters: Sequence[object] = (), table: str = "statements"
) -> list[Mention]:
    """The statements for which ``where`` (SQL over ``statements`` or ``pairs``) holds, by date of article."""
    found = store.tuples(f"SELECT {_COLUMNS} FROM {table} WHERE {where}", list(parameters))
    family = copies(store) if found else {}
    decoded: dict[str, list[Any]] = {}
    arranged = itemgetter(*_PLACE)
    made = []
    for *plain, text in found:
        lists = decoded.get(text)
        if lists is None:
            lists = decoded[text] = msgspec.json.decode(text)
        document = plain[0]
        made.append(Mention(*(*arranged(plain + lists), family.get(document, document))))
    return sorted(made, key=by_article)


def by_article(mention: Mention) -> tuple[date, str, int]:
    """The order of reports: by day, then as they stand in their articles."""
    return mention.published or date.max, mention.document, mention.begin


@dataclass(frozen=True)
class Period:
    """The first and last day of the articles that are asked; None: no bound. Articles without a date are in no bounds."""

    since: date | None = None
    until: date | None = None

    def condition(self) -> tuple[str, list[object]]:
        """The period as SQL that follows another condition, and its parameters."""
        bounds = ((" AND published >= ?", self.since), (" AND published <= ?", self.until))
        return "".join(sql for sql, day in bounds if day), [day for _, day in bounds if day]


ALWAYS = Period()


def between(store: Store, a: Party, b: Party, period: Period = ALWAYS) -> list[Mention]:
    """The statements in which one party acts on the other, or both act together."""
    (where, parameters), (bounds, days) = passing(a, b), period.condition()
    where, parameters = where + bounds, parameters + days
    found = mentions(store, where, parameters, "pairs")
    # A person without a country may stand in a statement under several pairs.
    return list({(m.document, m.id): m for m in found}.values())


def passing(a: Party, b: Party) -> tuple[str, list[object]]:
    """SQL over ``pairs`` that is true where something passes between the parties, and its parameters."""
    met = sorted({(min(x, y), max(x, y)) for x in a.members for y in b.members})
    where = "(" + " OR ".join(["a = ? AND b = ?"] * len(met)) + ")"
    parameters: list[object] = [party for pair in met for party in pair]
    if a.country and b.country:
        return where, parameters
    parts = []
    for first, second in (
        (("source", a), ("target", b)),
        (("source", b), ("target", a)),
        (("source", a), ("source", b)),
    ):
        conditions = [party.condition(side) for side, party in (first, second)]
        parts.append("(" + " AND ".join(sql for sql, _ in conditions) + ")")
        parameters += [value for _, values in conditions for value in values]
    return f"{where} AND ({' OR '.join(parts)})", parameters


def latest(store: Store, a: Party, b: Party, most: int, until: date | None = None) -> Period:
    """The period up to ``until`` in which about ``most`` statements pass between the two; all where there are fewer."""
    (where, parameters), (bounds, days) = passing(a, b), Period(until=until).condition()
    found = store.tuples(
        f"SELECT published FROM pairs WHERE {where}{bounds} AND published IS NOT NULL "
        "ORDER BY published DESC LIMIT 1 OFFSET ?",
        [*parameters, *days, most],
    )
    return Period(found[0][0] if found else None, until)


def involving(store: Store, *parties: Party) -> list[Mention]:
    """The statements in which one of the parties stands on either side."""
    conditions = [party.condition(side) for party in parties for side in ("source", "target")]
    return mentions(
        store, " OR ".join(sql for sql, _ in conditions), [v for _, values in conditions for v in values]
    )
