"""Statements as rows: who, what, when, by whose word, and what the article replies to it."""

from __future__ import annotations

from collections import defaultdict
from textwrap import shorten
from typing import Any, Literal

from lagebild.record import Figure, Holding, Record, Statement
from lagebild.store.dates import interval

#: What a statement says of its event.
Status = Literal["happened", "claimed", "planned", "possible", "denied"]


def status(s: Statement) -> Status:
    """What a statement says of its event, by factuality, tense and who vouches for it."""
    if s.factuality in ("CT-", "PR-"):
        return "denied"
    if s.factuality == "CT+" and s.tense != "future":
        return "claimed" if s.attribution and s.author != "CT+" else "happened"
    return "planned" if s.factuality in ("PR+", "CT+") else "possible"


def heading(record: Record) -> str:
    """What to call an article: its title, else its first words."""
    return record.title or shorten(record.text[:400], 80, placeholder=" …")


def pairs(row: dict[str, Any]) -> list[tuple[str, str]]:
    """The pairs of parties between which a row of ``statements`` passes: both sides, or actors that act together."""
    sources = _parties(row["source_keys"], row["source_countries"])
    targets = _parties(row["target_keys"], row["target_countries"])
    met = [(a, b) for a in sources for b in targets]
    met += [(a, b) for n, a in enumerate(sources) for b in sources[n + 1 :]]
    return sorted({(min(pair), max(pair)) for pair in met})


class Statements:
    """The statements of one record; ``keys`` are its actors' identities by id."""

    def __init__(self, record: Record, keys: dict[str, str]) -> None:
        self.record = record
        self.day = interval(record.published)[0]
        self.title = heading(record)
        self.key = keys
        self.actor = {a.id: a for a in record.actors}
        self.place = {p.id: p for p in record.places}
        self.figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in record.figures:
            self.figures[figure.statement or ""].append(figure)
        by_id = {s.id: s for s in record.statements}
        self.replies: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
        for link in sorted(record.links, key=lambda k: (k.from_, k.to)):
            if link.kind in ("denies", "confirms") and link.from_ in by_id:
                self.replies[link.to].append((link.kind, by_id[link.from_]))

    def rows(self) -> list[dict[str, Any]]:
        """One row a statement, in text order."""
        return [self.row(s) for s in self.record.statements]

    def row(self, s: Statement) -> dict[str, Any]:
        """A statement as a row of ``statements``."""
        first, last = interval(s.time.edtf)
        place = self.place.get(s.place or "")
        source, target = self.side("source", s.source), self.side("target", s.target)
        parties = _parties(source["source_keys"], source["source_countries"])
        parties += _parties(target["target_keys"], target["target_countries"])
        keys = [self.key.get(a.actor or "") for a in s.attribution]
        return {
            "document": self.record.id,
            "id": s.id,
            "begin": min(b for b, _ in s.trigger),
            "end": max(e for _, e in s.trigger),
            "text": s.text,
            "trigger": " … ".join(self.record.text[b:e] for b, e in s.trigger),
            "type": s.type,
            "mode": s.mode,
            "contexts": s.contexts,
            "quad": s.quad,
            **source,
            **target,
            "parties": sorted(set(parties)),
            "place": place.name if place else None,
            "place_country": place.country if place else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            "edtf": s.time.edtf,
            "first_day": first,
            "last_day": last,
            "tense": s.tense,
            "factuality": s.factuality,
            "author": s.author,
            "status": status(s),
            "attribution": [a.name for a in s.attribution],
            "attribution_keys": keys,
            "voucher": _voucher([a.name for a in s.attribution], keys),
            "evidence": [{"rule": e.rule, "begin": e.span[0], "end": e.span[1]} for e in s.evidence],
            "gives": self.holdings(s.gives),
            "receives": self.holdings(s.receives),
            "replies": [self.reply(kind, reply) for kind, reply in self.replies[s.id]],
            "figures": [self.number(figure) for figure in self.figures[s.id]],
            "title": self.title,
            "publisher": self.record.source.publisher,
            "published": self.day,
        }

    def side(self, name: str, ids: list[str]) -> dict[str, list[Any]]:
        """One side of a statement: ids, identities, names and countries of its actors."""
        return {
            name: list(ids),
            f"{name}_keys": [self.key[i] for i in ids],
            f"{name}_names": [self.actor[i].name for i in ids],
            f"{name}_countries": [self.actor[i].country for i in ids],
        }

    def holdings(self, holdings: list[Holding]) -> list[dict[str, Any]]:
        """What is given or received, and by whom."""
        return [
            {"actor": h.actor, "name": self.actor[h.actor].name if h.actor else None, "what": h.what}
            for h in holdings
        ]

    def reply(self, kind: str, s: Statement) -> dict[str, str]:
        """A denial or confirmation, with the one who utters it."""
        speaker = [self.actor[i].name for i in s.source] or [a.name for a in s.attribution]
        return {"kind": kind, "id": s.id, "said_by": ", ".join(speaker), "factuality": s.factuality} | {
            "author": s.author, "status": status(s), "text": s.text
        }  # fmt: skip

    def number(self, figure: Figure) -> dict[str, Any]:
        """A figure of a statement."""
        begin, end = figure.span
        told = {name: getattr(figure, name) for name in ("value", "unit", "approx", "of")}
        return {"text": self.record.text[begin:end]} | told


def _parties(keys: list[str], countries: list[str | None]) -> list[str]:
    """Actors as parties: their country, or their identity where they have none."""
    return [country or key for key, country in zip(keys, countries, strict=True)]


def _voucher(names: list[str], keys: list[str | None]) -> str | None:
    """The innermost source that is named, None where the paper itself stands behind it."""
    for key, name in zip(reversed(keys), reversed(names), strict=True):
        if name != "?":
            return key or name.lower()
    return None
