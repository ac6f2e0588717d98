"""Statements fetched from a store, each with what it says of whether its event happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, TypeVar, get_origin

import msgspec

from lagebild.dossier.party import Party
from lagebild.store import BETWEEN, FINDS, TRACES, Extract, Status, Store, copies

#: An event this long before the article's day is history there, not news.
HISTORY_DAYS = 365


class Trace(msgspec.Struct, frozen=True, gc=False):
    """As much of one statement of one article as it takes to join it to an event: quickly fetched by the thousand.

    ``sides`` are both sides as countries, or identities where an actor has none; ``acting`` and
    ``acted_on`` the countries of either; ``status`` is what the statement says of its event;
    ``voucher`` who stands behind it where that is not the paper, ``sayers`` everybody it is attributed
    to, by identity; ``denied``: another statement of the article denies it; ``answered``: one denies or
    confirms it; ``dealt``: it names what is given or received; ``numbers`` counts its figures;
    ``family`` names the set of copies that the article belongs to.
    """

    document: str
    id: str
    begin: int
    type: str
    mode: str | None
    sides: str
    acting: str
    acted_on: str
    place: str | None
    lat: float | None
    lon: float | None
    edtf: str
    first_day: date | None
    last_day: date | None
    status: Status
    voucher: str | None
    sayers: str
    attributed: bool
    denied: bool
    answered: bool
    dealt: bool
    treaty: bool
    numbers: int
    published: date | None
    family: str

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


class Reported(Trace, frozen=True, gc=False):
    """A statement as a reader is told it: its words, and who says so."""

    text: str
    factuality: str
    author: str
    attribution: list[str]
    title: str | None
    publisher: str | None


class Mention(Reported, frozen=True, gc=False):
    """One statement of one article, whole; ``replies`` are denials and confirmations by other statements of it."""

    source_names: list[str]
    source_keys: list[str]
    target_names: list[str]
    target_keys: list[str]
    source_countries: list[str | None]
    target_countries: list[str | None]
    gives: list[dict[str, Any]]
    receives: list[dict[str, Any]]
    replies: list[dict[str, Any]]
    figures: list[dict[str, Any]]


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A statement as a list of results shows it: no more than that, for hits may lie all over a store."""

    document: str
    id: str
    begin: int
    type: str
    mode: str | None
    place: str | None
    edtf: str
    status: Status
    published: date | None
    text: str
    factuality: str
    author: str
    title: str | None
    publisher: str | None
    attribution: list[str]
    source_names: list[str]
    source_keys: list[str]
    target_names: list[str]
    target_keys: list[str]


M = TypeVar("M", bound=Trace)

S = TypeVar("S", bound="Trace | Hit")


class _Shape:
    """How a kind of statement is read from an extract: its plain columns, and of its ``lists`` those of the kind."""

    def __init__(self, kind: type[Trace | Hit], lists: tuple[str, ...]) -> None:
        self.has_family = "family" in kind.__struct_fields__
        fields = [field for field in msgspec.structs.fields(kind) if field.name != "family"]
        self.lists = any(get_origin(field.type) is list for field in fields)
        plain = [field.name for field in fields if get_origin(field.type) is not list]
        self.columns = ", ".join([*plain, "lists"] if self.lists else plain)
        places = [[*plain, *lists, "family"].index(name) for name in kind.__struct_fields__]
        self.arranged = itemgetter(*places)


_shape: Callable[[Any, tuple[str, ...]], _Shape] = cache(_Shape)


def fetched(
    store: Store, kind: type[S], where: str, parameters: Sequence[object], extract: Extract
) -> list[S]:
    """The statements for which ``where`` (SQL over the extract) holds, as this kind, by date of article."""
    shape = _shape(kind, extract.lists)
    found = store.tuples(f"SELECT {shape.columns} FROM {extract.name} WHERE {where}", parameters)
    family = copies(store) if found and shape.has_family else {}
    # A statement stands in the pairs once for each.
    if not shape.lists:
        plain = {(row[0], row[1]): kind(*(*row, family.get(row[0], row[0]))) for row in found}
        return sorted(plain.values(), key=by_article)
    decoded: dict[str, list[Any]] = {}
    made = {}
    for *values, text in found:
        lists = decoded.get(text)
        if lists is None:
            lists = decoded[text] = msgspec.json.decode(text)
        document = values[0]
        made[document, values[1]] = kind(*shape.arranged([*values, *lists, family.get(document, document)]))
    return sorted(made.values(), key=by_article)


def mentions(
    store: Store, where: str = "true", parameters: Sequence[object] = (), extract: Extract = FINDS
) -> list[Mention]:
    """The statements for which ``where`` (SQL over ``finds`` or ``traces``) holds, whole, by date of article."""
    return fetched(store, Mention, where, parameters, extract)


def traces(
    store: Store, where: str = "true", parameters: Sequence[object] = (), extract: Extract = TRACES
) -> list[Trace]:
    """The statements as far as it takes to join events."""
    return fetched(store, Trace, where, parameters, extract)


def named(store: Store, days: Mapping[tuple[str, str], date | None]) -> dict[tuple[str, str], Hit]:
    """A few statements by article and id, given with the day of their article."""
    if not days:
        return {}
    opened = sorted({day for day in days.values() if day})
    documents = sorted({document for document, _ in days})
    # Days and articles let the engine skip most of a file, which the list of statements does not.
    sought: list[tuple[str, Sequence[object]]] = [("document", documents)] if len(documents) <= _FEW else []
    if all(days.values()):
        sought.append(("published", opened))
    where = "".join(f"{column} IN ({', '.join('?' * len(values))}) AND " for column, values in sought)
    values = [value for _, values in sought for value in values]
    found = fetched(store, Hit, where + AMONG, [*values, [key_of(*key) for key in days]], FINDS)
    return {(m.document, m.id): m for m in found}


#: So many articles are named one by one in a question.
_FEW = 500

#: SQL that is true of the statements of a list of keys.
AMONG = f"document || chr({ord(BETWEEN)}) || id IN (SELECT unnest(?))"


def key_of(document: str, id: str) -> str:
    """A statement in the list that ``AMONG`` takes."""
    return f"{document}{BETWEEN}{id}"


def split(joined: str) -> list[str]:
    """The parts of a list that a trace has joined."""
    return joined.split(BETWEEN) if joined else []


def by_article(mention: Trace | Hit) -> tuple[date, str, int, str]:
    """The order of reports: by day, then as they stand in their articles."""
    return mention.published or date.max, mention.document, mention.begin, mention.id


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
    return mentions(store, *passing(a, b, period), TRACES)


def passing(a: Party, b: Party, period: Period = ALWAYS) -> tuple[str, list[object]]:
    """SQL over ``traces`` that is true where something passes between the parties, and its parameters."""
    where, parameters = _meeting(a, b)
    bounds, days = period.condition()
    return where + bounds, parameters + days


def _meeting(a: Party, b: Party) -> tuple[str, list[object]]:
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


def latest(store: Store, a: Party, b: Party, most: int, period: Period = ALWAYS) -> Period:
    """The end of a period in which about ``most`` statements pass between the two; all of it where there are fewer."""
    where, parameters = passing(a, b, period)
    found = store.tuples(
        f"SELECT published FROM {TRACES.name} WHERE {where} AND published IS NOT NULL "
        "ORDER BY published DESC LIMIT 1 OFFSET ?",
        [*parameters, most],
    )
    return Period(found[0][0], period.until) if found else period


def involving(store: Store, *parties: Party) -> list[Mention]:
    """The statements in which one of the parties stands on either side."""
    return mentions(store, *standing(parties))


def standing(parties: Iterable[Party]) -> tuple[str, list[object]]:
    """SQL that is true where one of the parties stands on either side, and its parameters."""
    conditions = [party.stands() for party in parties]
    return " OR ".join(sql for sql, _ in conditions), [v for _, values in conditions for v in values]
