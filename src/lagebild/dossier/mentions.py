"""Statements fetched from a store, each with what it says of whether its event happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from lagebild.dossier.party import Party
from lagebild.store import Store, families

#: What one mention says of its event.
Status = Literal["happened", "claimed", "planned", "possible", "denied"]

#: An event this long before the article's day is history there, not news.
HISTORY_DAYS = 365

_COLUMNS = (
    "document, id, begin, \"end\", text, trigger, type, mode, contexts, quad, source_keys, source_names, "
    "source_countries, target_keys, target_names, target_countries, place, place_country, edtf, first_day, "
    "last_day, tense, factuality, author, attribution, attribution_keys, gives, receives, title, publisher, published"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of one article.

    ``family`` names the set of copies that its article belongs to; ``denied`` says that
    another statement of the article denies it.
    """

    document: str
    id: str
    begin: int
    end: int
    text: str
    trigger: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    source_keys: tuple[str, ...]
    source_names: tuple[str, ...]
    source_countries: tuple[str | None, ...]
    target_keys: tuple[str, ...]
    target_names: tuple[str, ...]
    target_countries: tuple[str | None, ...]
    place: str | None
    place_country: str | None
    edtf: str
    first_day: date | None
    last_day: date | None
    tense: str
    factuality: str
    author: str
    attribution: tuple[str, ...]
    attribution_keys: tuple[str | None, ...]
    gives: tuple[dict[str, Any], ...]
    receives: tuple[dict[str, Any], ...]
    title: str | None
    publisher: str | None
    published: date | None
    family: str
    denied: bool

    @property
    def status(self) -> Status:
        """What the mention says of its event, by factuality, tense and who vouches."""
        if self.factuality in ("CT-", "PR-"):
            return "denied"
        if self.factuality == "CT+" and self.tense != "future":
            return "claimed" if self.attribution and self.author != "CT+" else "happened"
        return "planned" if self.factuality in ("PR+", "CT+") else "possible"

    @property
    def parties(self) -> frozenset[str]:
        """Both sides as countries, or identities where an actor has no country."""
        keys = (*self.source_keys, *self.target_keys)
        codes = (*self.source_countries, *self.target_countries)
        return frozenset(code or key for key, code in zip(keys, codes, strict=True))

    @property
    def voucher(self) -> str:
        """Who stands behind it: the innermost source, else the paper, copies counted as one."""
        for key, name in zip(reversed(self.attribution_keys), reversed(self.attribution), strict=True):
            if name != "?":
                return f"source:{key or name.lower()}"
        return f"paper:{self.family}"

    @property
    def is_history(self) -> bool:
        """Whether the article looks back on it rather than reports it."""
        if self.published is None or self.last_day is None:
            return False
        return (self.published - self.last_day).days > HISTORY_DAYS


def mentions(
    store: Store, where: str = "true", parameters: Sequence[object] = (), limit: int | None = None
) -> list[Mention]:
    """The statements for which ``where`` (SQL over the table) holds, by date of article."""
    tail = f" LIMIT {int(limit)}" if limit else ""
    found = store.rows(
        f"SELECT {_COLUMNS} FROM statements WHERE {where} ORDER BY published NULLS LAST, document, begin{tail}",
        list(parameters),
    )
    documents = sorted({row["document"] for row in found})
    family, denied = _families(store, documents), _denied(store, documents)
    return [_mention(row, family[row["document"]], (row["document"], row["id"]) in denied) for row in found]


def between(store: Store, a: Party, b: Party) -> list[Mention]:
    """The statements in which one party acts on the other, or both act together."""
    parts, parameters = [], []
    for first, second in (
        (("source", a), ("target", b)),
        (("source", b), ("target", a)),
        (("source", a), ("source", b)),
    ):
        conditions = [party.condition(side) for side, party in (first, second)]
        parts.append("(" + " AND ".join(sql for sql, _ in conditions) + ")")
        parameters += [value for _, values in conditions for value in values]
    return mentions(store, " OR ".join(parts), parameters)


def involving(store: Store, *parties: Party) -> list[Mention]:
    """The statements in which one of the parties stands on either side."""
    conditions = [party.condition(side) for party in parties for side in ("source", "target")]
    return mentions(
        store, " OR ".join(sql for sql, _ in conditions), [v for _, values in conditions for v in values]
    )


def _mention(row: dict[str, Any], family: str, denied: bool) -> Mention:
    tuples: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    for key in ("contexts", "gives", "receives", "attribution", "attribution_keys"):
        tuples[key] = tuples[key] or ()
    return Mention(**tuples, family=family, denied=denied)


def _denied(store: Store, documents: list[str]) -> set[tuple[str, str]]:
    """(document, statement) of what a statement of the same article denies."""
    found = store.rows(
        "SELECT document, \"to\" AS denied FROM links WHERE kind = 'denies' AND list_contains(?, document)",
        [documents],
    )
    return {(row["document"], row["denied"]) for row in found}


def _families(store: Store, documents: list[str]) -> dict[str, str]:
    """Document → the first document (by date) of the family of copies that it belongs to."""
    if not documents:
        return {}
    found = store.rows(
        "SELECT id, minhash FROM documents WHERE list_contains(?, id) ORDER BY published NULLS LAST, id",
        [documents],
    )
    roots = families([row["minhash"] for row in found])
    named = {row["id"]: found[root]["id"] for row, root in zip(found, roots, strict=True)}
    return {document: named.get(document, document) for document in documents}
