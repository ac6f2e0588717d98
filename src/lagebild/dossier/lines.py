"""A line of an answer: what a reader is told of one event, with the way back to the articles."""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.dossier.events import Event
from lagebild.dossier.mentions import Mention, Reported

#: What a source is called that an article does not name.
UNNAMED = "unnamed source"


@dataclass(frozen=True)
class Report:
    """One article's word on an event. ``document`` and ``statement`` lead to the passage."""

    document: str
    statement: str
    published: str | None
    paper: str
    said_by: str
    factuality: str
    author: str
    status: str
    words: str


@dataclass(frozen=True)
class Line:
    """One event. ``independent`` counts sources, ``articles`` articles; ``note`` says what is particular."""

    when: str
    type: str
    mode: str | None
    who: str
    whom: str
    place: str | None
    status: str
    independent: int
    articles: int
    words: str
    gives: str
    receives: str
    note: str
    reports: tuple[Report, ...]


def line(event: Event[Mention], note: str = "") -> Line:
    """The event as a line."""
    lead = event.lead
    return Line(
        when=event.edtf,
        type=event.type,
        mode=event.mode,
        who=_names(lead.source_names),
        whom=_names(lead.target_names),
        place=event.place,
        status=event.status,
        independent=event.independent,
        articles=event.articles,
        words=quoted(lead.text),
        gives=_holdings(event, "gives"),
        receives=_holdings(event, "receives"),
        note=note,
        reports=tuple(report(m) for m in event.mentions),
    )


def report(mention: Reported) -> Report:
    """One mention as a report."""
    return Report(
        document=mention.document,
        statement=mention.id,
        published=mention.published.isoformat() if mention.published else None,
        paper=mention.publisher or mention.title or mention.document,
        said_by=" → ".join(UNNAMED if name == "?" else name for name in mention.attribution),
        factuality=mention.factuality,
        author=mention.author,
        status=mention.status,
        words=quoted(mention.text),
    )


def quoted(clause: str) -> str:
    """A clause to be read by itself: without the comma that joined it to its sentence."""
    return clause.strip(" ,;:")


def _names(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _holdings(event: Event[Mention], side: str) -> str:
    """``Nordkorea: Granaten; Russland: Getreide``, each once."""
    found = [f"{h['name'] or '?'}: {h['what']}" for m in event.mentions for h in getattr(m, side)]
    return "; ".join(dict.fromkeys(found))
