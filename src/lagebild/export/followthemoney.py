"""Actors, articles and events as FollowTheMoney entities, one JSON object a line.

Schemata: Person, Organization, PublicBody (government sector), Article, Event; an Event
names those involved, its date, and the article as its proof. Ids are hashes of what the
entity is, so that two exports of a store merge.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Any

from lagebild.dossier.lines import quoted
from lagebild.dossier.party import alpha_2
from lagebild.record import Actor, Record, Statement
from lagebild.store import actor_key
from lagebild.store.dates import interval
from lagebild.store.told import heading


def lines(records: Iterable[Record]) -> Iterator[str]:
    """One entity a line; an actor of several articles comes once."""
    told: set[str] = set()
    for record in records:
        for entity in entities(record):
            if entity["id"] not in told:
                told.add(entity["id"])
                yield json.dumps(entity, ensure_ascii=False) + "\n"


def entities(record: Record) -> Iterator[dict[str, Any]]:
    """The entities of one record: article, actors, events."""
    article = _id("article", record.id)
    yield _entity(
        article,
        "Article",
        title=heading(record),
        sourceUrl=record.source.uri if record.source.uri.startswith(("http://", "https://")) else None,
        publisher=record.source.publisher,
        publishedAt=record.published,
        language="deu" if record.language == "de" else None,
    )
    actors = {a.id: a for a in record.actors}
    for actor in record.actors:
        yield _actor(actor)
    for statement in record.statements:
        yield _event(record, statement, actors, article)


def _actor(actor: Actor) -> dict[str, Any]:
    if actor.kind == "person":
        return _entity(
            _id("actor", actor_key(actor)), "Person",
            name=actor.name, country=_alpha2(actor.country), position=actor.role,
        )  # fmt: skip
    schema = "PublicBody" if actor.kind == "state" or actor.sector == "GOV" else "Organization"
    return _entity(_id("actor", actor_key(actor)), schema, name=actor.name, country=_alpha2(actor.country))


def _event(record: Record, s: Statement, actors: dict[str, Actor], article: str) -> dict[str, Any]:
    first, last = interval(s.time.edtf)
    place = next((p for p in record.places if p.id == s.place), None)
    said = " → ".join(a.name for a in s.attribution)
    ids = [_id("actor", actor_key(actors[a])) for a in (*s.source, *s.target)]
    return _entity(
        _id("event", record.id, s.id),
        "Event",
        name=shorten(f"{s.type}: {quoted(s.text)}", 200, placeholder=" …"),
        summary=f"{s.factuality}, author {s.author}" + (f", said by {said}" if said else ""),
        keywords=[s.type, *s.contexts],
        startDate=first.isoformat() if first else None,
        endDate=last.isoformat() if last and last != first else None,
        location=place.name if place else None,
        country=_alpha2(place.country) if place else None,
        involved=ids,
        proof=article,
    )


def _entity(id_: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    known = {
        name: value if isinstance(value, list) else [value] for name, value in properties.items() if value
    }
    return {"id": id_, "schema": schema, "properties": known}


def _alpha2(country: str | None) -> str | None:
    """FollowTheMoney's country code (ISO 3166-1 alpha-2, lower case)."""
    found = alpha_2(country) if country else None
    return found.lower() if found else None


def _id(*parts: str) -> str:
    return "lb-" + hashlib.sha1("\0".join(parts).encode("utf8", "replace"), usedforsecurity=False).hexdigest()
