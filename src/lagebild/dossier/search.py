"""Search: statements by actor, type, date, place, certainty, source and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, get_args

from lagebild.dossier.mentions import Hit, named
from lagebild.dossier.party import resolve
from lagebild.errors import QuestionError
from lagebild.record import Context, EventType, Factuality
from lagebild.store import Store, has


@dataclass(frozen=True)
class Query:
    """What to look for; every field given must hold.

    ``actors`` are codes or names that stand on either side; ``source`` somebody to whom the
    statement is attributed; ``text`` words that its article must have, each of them;
    ``since`` and ``until`` bound the event's day, or the article's where it has none.

    Raises QuestionError for a type, context or factuality that is none, and for a period that ends before it begins.
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

    def __post_init__(self) -> None:
        for values, known in (
            (self.types, EventType),
            (self.contexts, Context),
            (self.factuality, Factuality),
        ):
            for value in values:
                if value not in get_args(known):
                    listed = get_args(known)
                    raise QuestionError(
                        f"{value!r} is not one of {', '.join(listed)}", "not-one-of", value, listed
                    )
        in_order(self.since, self.until)


def in_order(since: date | None, until: date | None) -> None:
    """Raises QuestionError for a period that ends before it begins."""
    if since and until and since > until:
        raise QuestionError(
            f"{since} is after {until}: swap the two days", "ends-before", f"{since} – {until}"
        )


class Hits(NamedTuple):
    """What a search found: how many statements in all, and those that were asked for."""

    total: int
    mentions: list[Hit]


def search(store: Store, query: Query) -> Hits:
    """The statements found, latest articles first. Raises UnknownActor."""
    where, parameters = condition(store, query)
    rows = store.tuples(
        f"SELECT document, id, published FROM finds WHERE {where} "
        "ORDER BY published DESC NULLS LAST, document, begin, id LIMIT ? OFFSET ?",
        [*parameters, query.limit + _AHEAD, query.offset],
    )
    total = query.offset + len(rows)
    if len(rows) == query.limit + _AHEAD or not rows:
        total = store.tuples(f"SELECT count(*) FROM finds WHERE {where}", parameters)[0][0]
    shown = rows[: query.limit]
    found = named(store, {(document, id_): day for document, id_, day in shown})
    return Hits(total, [found[document, id_] for document, id_, _ in shown])


#: Statements that are looked for beyond those that are shown: what is rare is then counted without another search.
_AHEAD = 3000


def condition(store: Store, query: Query) -> tuple[str, list[object]]:
    """The query as SQL over ``finds`` with its parameters. Raises UnknownActor."""
    parts: list[tuple[str, list[object]]] = []
    for name in query.actors:
        party = resolve(store, name)
        parts.append(party.stands())
    for column, values in (("type", query.types), ("factuality", query.factuality)):
        if values:
            parts.append((f"{column} IN ({', '.join('?' * len(values))})", list(values)))
    if query.contexts:
        parts.append((f"({' OR '.join([has('contexts')] * len(query.contexts))})", list(query.contexts)))
    if query.place:
        parts.append(("lower(place) = lower(?)", [query.place]))
    if query.source:
        parts.append((has("lower(attribution)", "lower(?)"), [query.source]))
    for bound, sql in ((query.since, ">="), (query.until, "<=")):
        if bound:
            day = "last_day" if sql == ">=" else "first_day"
            parts.append((f"coalesce({day}, published) {sql} ?", [bound]))
    words = (query.text or "").split()
    plain = [word for word in words if _PLAIN.fullmatch(word)]
    if plain:
        all_of = " AND ".join(["contains(words, lower(?))"] * len(plain))
        parts.append((f"document IN (SELECT id FROM words WHERE {all_of})", list(plain)))
    signs = [_literal(word) for word in words if word not in plain]
    if signs:
        all_of = " AND ".join(["regexp_matches(text, ?, 'i')"] * len(signs))
        parts.append((f"document IN (SELECT id FROM documents WHERE {all_of})", list(signs)))
    return " AND ".join(sql for sql, _ in parts) or "true", [value for _, values in parts for value in values]


#: A word that is looked up among the words of articles; one with other signs is looked for in their texts.
_PLAIN = re.compile(r"[^\W_]+")


def _literal(word: str) -> str:
    """A word as a pattern of RE2 that means nothing but itself: only signs of ASCII may be escaped there."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", word)
