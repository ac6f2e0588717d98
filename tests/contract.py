"""The rules that hold for every record, whatever the input (docs/record.md)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lagebild.record import QUAD, Record, Span


def faults(record: Record) -> list[str]:
    """What a record does against the contract; empty for a good one."""
    return [*_spans(record), *_ids(record), *_blocks(record), *_statements(record), *_order(record)]


def _all_spans(record: Record) -> Iterator[tuple[str, list[Span]]]:
    yield "sentences", list(record.sentences)
    yield "blocks", [b.span for b in record.blocks]
    for a in record.actors:
        yield f"actor {a.id}", a.mentions
    for p in record.places:
        yield f"place {p.id}", p.mentions
    for t in record.times:
        yield f"time {t.id}", [t.span]
    for q in record.quotes:
        for part in ("quote", "speaker", "cue", "frame", "addressee"):
            yield f"{part} of {q.id}", getattr(q, part)
    for s in record.statements:
        yield f"trigger of {s.id}", s.trigger
        yield f"span of {s.id}", s.span
        for e in s.evidence:
            yield f"evidence of {s.id}", [e.span]
        for link in s.attribution:
            yield f"attribution of {s.id}", link.cue
    for f in record.figures:
        yield f"figure {f.id}", [f.span]


def _spans(record: Record) -> Iterator[str]:
    for name, spans in _all_spans(record):
        for begin, end in spans:
            if not 0 <= begin < end <= len(record.text):
                yield f"{name}: [{begin}, {end}) is not inside the text"
            elif record.text[begin].isspace() or record.text[end - 1].isspace():
                yield f"{name}: [{begin}, {end}) begins or ends with white space"
        ordered = sorted(spans)
        if any(e > b for (_, e), (b, _) in pairwise(ordered)):
            yield f"{name}: spans overlap"
        if list(spans) != ordered:
            yield f"{name}: spans are not in text order"


def _ids(record: Record) -> Iterator[str]:
    actors, places = {a.id for a in record.actors}, {p.id for p in record.places}
    times, statements = {t.id for t in record.times}, {s.id for s in record.statements}
    everything = [x.id for part in (record.actors, record.places, record.times, record.quotes, record.statements,
                                    record.figures) for x in part]  # fmt: skip
    if len(everything) != len(set(everything)):
        yield "an id is given twice"
    for s in record.statements:
        named = [*s.source, *s.target, *(link.actor for link in s.attribution if link.actor)]
        named += [h.actor for h in (*s.gives, *s.receives) if h.actor]
        if not set(named) <= actors:
            yield f"{s.id} names an actor that is not there"
        if s.place and s.place not in places:
            yield f"{s.id} names a place that is not there"
        if s.time.ref and s.time.ref not in times:
            yield f"{s.id} names a time that is not there"
    for q in record.quotes:
        if q.speaker_actor and q.speaker_actor not in actors:
            yield f"{q.id} names an actor that is not there"
    for f in record.figures:
        if f.statement and f.statement not in statements:
            yield f"{f.id} names a statement that is not there"
    for link in record.links:
        if link.from_ not in statements or link.to not in statements or link.from_ == link.to:
            yield "a link leads nowhere"


def _blocks(record: Record) -> Iterator[str]:
    covered = [False] * len(record.text)
    for block in record.blocks:
        for i in range(*block.span):
            covered[i] = True
    bare = [i for i, c in enumerate(record.text) if not covered[i] and not c.isspace()]
    if bare:
        yield f"no block covers the text at {bare[0]}"
    cut = [b.span for b in record.blocks if b.kind == "furniture"]
    for name, spans in _all_spans(record):
        if name != "blocks" and any(b < y and x < e for b, e in spans for x, y in cut):
            yield f"{name} stands in furniture"


def _statements(record: Record) -> Iterator[str]:
    for s in record.statements:
        if s.quad != QUAD[s.type]:
            yield f"{s.id}: quad {s.quad} is not that of {s.type}"
        if not s.trigger or not s.span or not s.text:
            yield f"{s.id} has no words"
        if not s.evidence:
            yield f"{s.id} has no evidence"
        if not s.attribution and s.author == "Uu" and s.factuality != "Uu":
            yield f"{s.id}: the paper commits to nothing, and nobody else is named"
        if any(not link.name for link in s.attribution):
            yield f"{s.id}: a source without a name"


def _order(record: Record) -> Iterator[str]:
    for name, begins in (
        ("blocks", [b.span[0] for b in record.blocks]),
        ("times", [t.span[0] for t in record.times]),
        ("statements", [s.trigger[0][0] for s in record.statements if s.trigger]),
        ("figures", [f.span[0] for f in record.figures]),
    ):
        if begins != sorted(begins):
            yield f"{name} are not in text order"
