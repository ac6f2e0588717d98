"""Statements as PLOVER event records, one JSON object a line.

Field names follow the PLOVER codebook (Open Event Data Alliance): ``id, date, source, target,
event, mode, context, text, story``; what PLOVER has no field for stands under ``lagebild``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lagebild.record import Actor, Record, Statement


def lines(records: Iterable[Record]) -> Iterator[str]:
    """One line of JSON a statement."""
    for record in records:
        actors = {a.id: a for a in record.actors}
        for statement in record.statements:
            yield json.dumps(event(record, statement, actors), ensure_ascii=False) + "\n"


def event(record: Record, s: Statement, actors: dict[str, Actor]) -> dict[str, Any]:
    """A statement as a PLOVER record."""
    place = next((p for p in record.places if p.id == s.place), None)
    return {
        "id": f"{record.id}#{s.id}",
        "date": None if s.time.edtf == "XXXX" else s.time.edtf,
        "source": [_actor(actors[a]) for a in s.source],
        "target": [_actor(actors[a]) for a in s.target],
        "event": s.type,
        "mode": s.mode,
        "context": s.contexts,
        "quadcode": s.quad,
        "location": {"name": place.name, "country": place.country} if place else None,
        "text": s.text,
        "language": record.language,
        "publisher": record.source.publisher,
        "publication_date": record.published,
        "story": record.source.uri or record.id,
        "lagebild": {
            "factuality": s.factuality,
            "author": s.author,
            "tense": s.tense,
            "attribution": [a.name for a in s.attribution],
            "trigger": s.trigger,
        },
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {"text": actor.name, "actor": actor.country, "sector": actor.sector, "kind": actor.kind}
