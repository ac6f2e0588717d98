"""Records built by hand, for tests of the rooms that work on records alone. All events are invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lagebild.record import (
    QUAD,
    Actor,
    Attribution,
    Block,
    Evidence,
    Link,
    Place,
    Record,
    Source,
    Statement,
    StatementTime,
)
from lagebild.store.ready import Ready, ready

STATES = {"RUS": "Russland", "PRK": "Nordkorea", "USA": "USA", "CHN": "China", "UKR": "Ukraine"}


@dataclass
class Told:
    """One event as an article tells it; sides are alpha-3 codes, ``words`` the sentence."""

    words: str
    type: str
    source: Sequence[str]
    target: Sequence[str] = ()
    when: str = "XXXX"
    factuality: str = "CT+"
    author: str | None = None
    said_by: Sequence[str] = ()
    tense: str = "past"
    mode: str | None = None
    contexts: Sequence[str] = ()
    place: tuple[str, str] | None = None
    links: Sequence[tuple[str, int]] = field(default_factory=tuple)
    """(kind, index of the other event) from this event."""


def record(
    id: str,
    events: Sequence[Told],
    published: str | None = "2023-09-12",
    uri: str | None = None,
    publisher: str | None = "Testblatt",
    title: str = "Ein Bericht",
    retrieved: str | None = None,
    tail: str = "",
) -> Record:
    """A record whose text is the title, the events' sentences, and ``tail``."""
    text = "\n".join([title, *(e.words for e in events)]) + (f"\n{tail}" if tail else "")
    codes = dict.fromkeys(c for e in events for c in (*e.source, *e.target))
    number = {code: f"a{n}" for n, code in enumerate(codes, 1)}
    spans = _sentences(text)
    actors = [Actor(number[c], STATES[c], "state", country=c, mentions=[spans[0]]) for c in codes]
    named = {e.place: f"p{n}" for n, e in enumerate(events, 1) if e.place}
    return Record(
        id=id,
        source=Source(uri or f"https://example.org/{id}", publisher, retrieved),
        text=text,
        title=title,
        published=published,
        published_from="option" if published else None,
        blocks=[Block("headline", spans[0]), *(Block("body", s) for s in spans[1:])],
        sentences=spans,
        actors=actors,
        places=[Place(p, place[0], place[1], mentions=[spans[0]]) for place, p in named.items()],
        statements=[_statement(n, e, spans[n], number, named, text) for n, e in enumerate(events, 1)],
        links=[
            Link(kind=k, from_=f"s{n}", to=f"s{to + 1}") for n, e in enumerate(events, 1) for k, to in e.links
        ],
    )


def read_record(id: str, events: Sequence[Told], **about: Any) -> Ready:
    """Like ``record``, as whoever reads documents hands it over to be stored."""
    (made,) = ready([record(id, events, **about)])
    return made


def _statement(
    n: int,
    told: Told,
    span: tuple[int, int],
    number: dict[str, str],
    places: dict[tuple[str, str] | None, str],
    text: str,
) -> Statement:
    return Statement(
        id=f"s{n}",
        trigger=[span],
        span=[span],
        text=text[span[0] : span[1]],
        type=told.type,  # type: ignore[arg-type]
        mode=told.mode,
        contexts=list(told.contexts),
        quad=QUAD[told.type],
        source=[number[c] for c in told.source],
        target=[number[c] for c in told.target],
        place=places.get(told.place),
        time=StatementTime(told.when),
        tense=told.tense,  # type: ignore[arg-type]
        factuality=told.factuality,  # type: ignore[arg-type]
        author=told.author or ("Uu" if told.said_by else told.factuality),  # type: ignore[arg-type]
        attribution=[Attribution(name) for name in told.said_by],
        evidence=[Evidence("by-hand", span)],
    )


def _sentences(text: str) -> list[tuple[int, int]]:
    spans, begin = [], 0
    for line in text.split("\n"):
        spans.append((begin, begin + len(line)))
        begin += len(line) + 1
    return spans
