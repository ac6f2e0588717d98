"""Search: statements by actor, type, date, place, certainty, source and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lagebild.dossier.mentions import Mention, mentions
from lagebild.dossier.party import resolve
from lagebild.store import Store


@dataclass(frozen=True)
class Query:
    """What to look for; every field given must hold.

    ``actors`` are codes or names that stand on either side; ``source`` somebody to whom the
    statement is attributed; ``text`` words that its article must have, each of them;
    ``since`` and ``until`` bound the event's day, or the article's where it has none.
    """

    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    place: str | None = None
    source: str | None = None
    text: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 100
    offset: int = 0


class Hits(NamedTuple):
    """What a search found: how many statements in all, and those that were asked for."""

    total: int
    mentions: list[Mention]


def search(store: Store, query: Query) -> Hits:
    """The statements found, latest articles first. Raises UnknownActor."""
    where, parameters = condition(store, query)
    rows = store.tuples(
        f"SELECT document, id, month, count(*) OVER () FROM statements WHERE {where} "
        "ORDER BY published DESC NULLS LAST, document, begin LIMIT ? OFFSET ?",
        [*parameters, query.limit, query.offset],
    )
    if not rows:
        return Hits(0, [])
    # The months say in which files the statements lie: all others stay closed.
    months = sorted({month for _, _, month, _ in rows})
    order = {(document, id_): n for n, (document, id_, *_) in enumerate(rows)}
    found = mentions(
        store,
        f"month IN ({', '.join('?' * len(months))}) AND document || ' ' || id IN (SELECT unnest(?))",
        [*months, [f"{document} {id_}" for document, id_ in order]],
    )
    return Hits(rows[0][3], sorted(found, key=lambda m: order[m.document, m.id]))


def condition(store: Store, query: Query) -> tuple[str, list[object]]:
    """The query as SQL over ``statements`` with its parameters. Raises UnknownActor."""
    parts: list[tuple[str, list[object]]] = []
    for name in query.actors:
        party = resolve(store, name)
        sides = [party.condition(side) for side in ("source", "target")]
        parts.append((f"({sides[0][0]} OR {sides[1][0]})", [*sides[0][1], *sides[1][1]]))
    for column, values in (("type", query.types), ("factuality", query.factuality)):
        if values:
            parts.append((f"list_contains(?, {column})", [list(values)]))
    if query.contexts:
        parts.append(("list_has_any(contexts, ?)", [list(query.contexts)]))
    if query.place:
        parts.append(("lower(place) = lower(?)", [query.place]))
    if query.source:
        parts.append(
            (
                "list_contains(string_split(lower(array_to_string(attribution, chr(1))), chr(1)), lower(?))",
                [query.source],
            )
        )
    for bound, sql in ((query.since, ">="), (query.until, "<=")):
        if bound:
            day = "last_day" if sql == ">=" else "first_day"
            parts.append((f"coalesce({day}, published) {sql} ?", [bound]))
    words = (query.text or "").split()
    if words:
        has = " AND ".join(["regexp_matches(text, ?, 'i')"] * len(words))
        parts.append(
            (f"document IN (SELECT id FROM documents WHERE {has})", [_literal(word) for word in words])
        )
    return " AND ".join(sql for sql, _ in parts) or "true", [value for _, values in parts for value in values]


def _literal(word: str) -> str:
    """A word as a pattern of RE2 that means nothing but itself: only signs of ASCII may be escaped there."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", word)
