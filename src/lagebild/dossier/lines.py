"""A line of an answer: what a reader is told of one event, with the way back to the articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagebild.dossier.events import Event
from lagebild.dossier.mentions import Hit, Mention, Reported
from lagebild.dossier.party import country_name, place_name
from lagebild.record import Language

#: The identity of a state.
_STATE = re.compile("[A-Z]{3}")

#: What a source is called that an article does not name.
UNNAMED = "unnamed source"


@dataclass(frozen=True)
class Report:
    """One article's word on an event. ``document`` and ``statement`` lead to the passage.

    ``factuality`` is how sure the event is by ``said_by``, or by the paper where that is empty.
    """

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


def line(event: Event[Mention], note: str = "", language: Language | None = None) -> Line:
    """The event as a line; countries by their names in ``language``, None: as the articles call them."""
    lead = event.lead
    return Line(
        when=event.edtf,
        type=event.type,
        mode=event.mode,
        who=names(lead.source_names, lead.source_keys, language),
        whom=names(lead.target_names, lead.target_keys, language),
        place=place_name(event.place, language),
        status=event.status,
        independent=event.independent,
        articles=event.articles,
        words=quoted(lead.text),
        gives=_holdings(event, "gives"),
        receives=_holdings(event, "receives"),
        note=note,
        reports=tuple(report(m) for m in event.mentions),
    )


def report(mention: Reported | Hit) -> Report:
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


def names(called: list[str], keys: list[str], language: Language | None) -> str:
    """Actors by what they are called and their identities, states by their names in ``language``; each once."""
    told = (
        country_name(key, language) if language and _STATE.fullmatch(key) else name
        for name, key in zip(called, keys, strict=True)
    )
    return ", ".join(dict.fromkeys(told))


def _holdings(event: Event[Mention], side: str) -> str:
    """``Nordkorea: Granaten; Getreide``, each once; who is not known is left out."""
    found = [
        f"{h['name']}: {h['what']}" if h["name"] else h["what"]
        for m in event.mentions
        for h in getattr(m, side)
    ]
    return "; ".join(dict.fromkeys(found))
