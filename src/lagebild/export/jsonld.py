"""Records as JSON-LD: the article in schema.org's terms, its spans as W3C Web Annotations.

Each statement is an ``oa:Annotation`` whose target selects the trigger in the article's text
(TextPositionSelector and TextQuoteSelector, W3C Web Annotation Data Model, 2017). Actors are nodes of their
article; ``schema:identifier`` is the same for one actor in all articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from lagebild.record import Actor, Record, Statement
from lagebild.store import actor_key

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/", "lagebild": "https://w3id.org/lagebild/terms#"},
]

#: Words before and after a quoted passage, so that it is found again in a changed text.
_AROUND = 32

_KIND = {"person": "schema:Person", "state": "schema:Country", "group": "schema:Organization"}


def lines(records: Iterable[Record]) -> Iterator[str]:
    """One JSON-LD document a line, an article each."""
    for record in records:
        yield json.dumps(graph(record), ensure_ascii=False) + "\n"


def graph(record: Record) -> dict[str, Any]:
    """The article, its actors and its statements."""
    base = f"urn:lagebild:{quote(record.id, safe='')}"
    actors = {a.id: a for a in record.actors}
    article = {
        "id": base,
        "type": "schema:NewsArticle",
        "schema:headline": record.title,
        "schema:datePublished": record.published,
        "schema:inLanguage": record.language,
        "schema:url": record.source.uri if record.source.uri.startswith(("http://", "https://")) else None,
        "schema:publisher": {"type": "schema:Organization", "schema:name": record.source.publisher}
        if record.source.publisher
        else None,
        "schema:articleBody": record.text,
    }
    nodes = [_bare(article), *(_actor(base, a) for a in record.actors)]
    return {
        "@context": CONTEXT,
        "@graph": [*nodes, *(_annotation(base, record, s, actors) for s in record.statements)],
    }


def _actor(base: str, actor: Actor) -> dict[str, Any]:
    return _bare(
        {
            "id": f"{base}#{actor.id}",
            "type": _KIND.get(actor.kind, "schema:Organization"),
            "schema:name": actor.name,
            "schema:identifier": actor_key(actor),
            "lagebild:country": actor.country,
            "schema:jobTitle": actor.role,
        }
    )


def _annotation(base: str, record: Record, s: Statement, actors: dict[str, Actor]) -> dict[str, Any]:
    return {
        "id": f"{base}#{s.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": _bare(
            {
                "type": "lagebild:Statement",
                "lagebild:event": s.type,
                "lagebild:mode": s.mode,
                "lagebild:source": [{"id": f"{base}#{a}"} for a in s.source if a in actors],
                "lagebild:target": [{"id": f"{base}#{a}"} for a in s.target if a in actors],
                "lagebild:time": None if s.time.edtf == "XXXX" else s.time.edtf,
                "lagebild:factuality": s.factuality,
                "lagebild:author": s.author,
                "lagebild:attribution": [a.name for a in s.attribution],
            }
        ),
        # Selectors of one target are ways to the same words: a trigger in two pieces is two targets.
        "target": [{"source": base, "selector": _selectors(record.text, *span)} for span in s.trigger],
    }


def _selectors(text: str, begin: int, end: int) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": begin, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[begin:end],
            "prefix": text[max(0, begin - _AROUND) : begin],
            "suffix": text[end : end + _AROUND],
        },
    ]


def _bare(node: dict[str, Any]) -> dict[str, Any]:
    """The node without what is unknown."""
    return {key: value for key, value in node.items() if value is not None}
