"""Search: statements by actor, type, date, place, certainty, source and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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


def search(store: Store, query: Query) -> list[Mention]:
    """The statements found, latest articles first. Raises UnknownActor."""
    where, parameters = condition(store, query)
    order = f"{where}) ORDER BY published DESC NULLS LAST, document, begin LIMIT ? OFFSET ?"
    ids = store.rows(
        f"SELECT document, id FROM statements WHERE ({order}", [*parameters, query.limit, query.offset]
    )
    if not ids:
        return []
    wanted = [f"{row['document']} {row['id']}" for row in ids]
    documents = sorted({row["document"] for row in ids})
    found = mentions(
        store, "list_contains(?, document) AND list_contains(?, document || ' ' || id)", [documents, wanted]
    )
    place = {key: n for n, key in enumerate(wanted)}
    return sorted(found, key=lambda m: place[f"{m.document} {m.id}"])


def count(store: Store, query: Query) -> int:
    """How many statements a search finds without its limit."""
    where, parameters = condition(store, query)
    found: int = store.rows(f"SELECT count(*) AS n FROM statements WHERE {where}", parameters)[0]["n"]
    return found


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
    for word in (query.text or "").split():
        parts.append(("document IN (SELECT id FROM documents WHERE contains(lower(text), lower(?)))", [word]))
    return " AND ".join(sql for sql, _ in parts) or "true", [value for _, values in parts for value in values]
