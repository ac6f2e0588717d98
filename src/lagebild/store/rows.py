"""One record as rows of the store's tables."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any

from lagebild.record import Record, Span
from lagebild.store.copies import minhash
from lagebild.store.dates import interval
from lagebild.store.identity import actor_key
from lagebild.store.told import Statements, pairs

#: Short names under which agencies sign (lower case).
AGENCIES = frozenset(
    {
        "dpa",
        "afp",
        "reuters",
        "ap",
        "apa",
        "epd",
        "kna",
        "sid",
        "ots",
        "tass",
        "interfax",
        "xinhua",
        "ansa",
        "efe",
    }
    | {"belga", "sda", "pap", "kcna", "yonhap"}
)

_CREDIT_BLOCKS = ("byline", "dateline", "furniture")

Rows = dict[str, list[dict[str, Any]]]


def digest(text: str) -> str:
    """What tells two texts apart."""
    return hashlib.blake2b(text.encode("utf8", "replace"), digest_size=16).hexdigest()


def published_day(record: Record) -> date | None:
    """The day of publication, None where it is not known."""
    return interval(record.published)[0]


def rows(record: Record) -> Rows:
    """All rows of a record, by table."""
    return _Rows(record).tables()


class _Rows:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.text
        self.day = published_day(record)
        self.key = {a.id: actor_key(a) for a in record.actors}

    def tables(self) -> Rows:
        r = self.record
        doc = {"document": r.id}
        told = Statements(r, self.key).rows()
        return {
            "documents": [self.document()],
            "sentences": [
                doc | {"number": n, "begin": b, "end": e, "text": self.text[b:e]}
                for n, (b, e) in enumerate(r.sentences, 1)
            ],
            "actors": [
                doc
                | {k: getattr(a, k) for k in ("id", "name", "kind", "country", "role", "sector")}
                | {"key": self.key[a.id], "mentions": _spans(a.mentions)}
                for a in r.actors
            ],
            "places": [
                doc
                | {k: getattr(p, k) for k in ("id", "name", "country", "lat", "lon")}
                | {"mentions": _spans(p.mentions)}
                for p in r.places
            ],
            "times": [
                doc | self.at(t.span) | {"id": t.id, "type": t.type, "value": t.value, "edtf": t.edtf}
                for t in r.times
            ],
            "quotes": self.quotes(),
            "statements": told,
            "pairs": [{"a": a, "b": b} | row for row in told for a, b in pairs(row)],
            "attributions": [
                doc
                | {"statement": s.id, "depth": n, "name": a.name, "actor": a.actor}
                | {"key": self.key.get(a.actor or "")}
                for s in r.statements
                for n, a in enumerate(s.attribution, 1)
            ],
            "figures": [
                doc
                | self.at(f.span)
                | {k: getattr(f, k) for k in ("id", "value", "unit", "approx", "of", "statement")}
                for f in r.figures
            ],
            "links": [doc | {"kind": k.kind, "from": k.from_, "to": k.to} for k in r.links],
        }

    def at(self, span: Span) -> dict[str, Any]:
        return {"begin": span[0], "end": span[1], "text": self.text[span[0] : span[1]]}

    def words(self, spans: list[Span]) -> str:
        return " … ".join(self.text[b:e] for b, e in spans)

    def document(self) -> dict[str, Any]:
        r = self.record
        body = " ".join(self.text[b:e] for b, e in r.sentences)
        return {
            "id": r.id,
            "uri": r.source.uri,
            "publisher": r.source.publisher,
            "published": self.day,
            "published_from": r.published_from,
            "retrieved": r.source.retrieved,
            "title": r.title,
            "text": self.text,
            "language": r.language,
            "digest": digest(self.text),
            "words": len(body.split()),
            "minhash": minhash(body),
            "credits": self.credits(),
            "warnings": r.warnings,
            "record": r.to_json(),
        }

    def credits(self) -> list[str]:
        """Agencies that a byline, dateline or caption of the page names (``dpa``, ``AFP/Reuters``)."""
        about = " ".join(self.text[slice(*b.span)] for b in self.record.blocks if b.kind in _CREDIT_BLOCKS)
        return sorted({name for name in re.findall(r"\w+", about.lower()) if name in AGENCIES})

    def quotes(self) -> list[dict[str, Any]]:
        return [
            {
                "document": self.record.id,
                "id": q.id,
                "type": q.type,
                "quote": self.words(q.quote),
                "speaker": self.words(q.speaker),
                "cue": self.words(q.cue),
                "spans": _spans(q.quote),
                "speaker_actor": q.speaker_actor,
                "speaker_key": self.key.get(q.speaker_actor or ""),
            }
            for q in self.record.quotes
        ]


def _spans(spans: list[Span]) -> list[dict[str, int]]:
    return [{"begin": b, "end": e} for b, e in spans]
