"""The ledger: what was claimed, by whom, who denied or confirmed it, and how certainty moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from lagebild.dossier.events import Event
from lagebild.dossier.lines import Line, Report, line, quoted, report
from lagebild.dossier.mentions import M, Mention
from lagebild.record import Language


@dataclass(frozen=True)
class Entry:
    """A contested or attributed event.

    ``asserted``, ``denied`` and ``confirmed`` are reports by date; a denial or confirmation
    names its speaker in ``said_by``. ``course`` has assertions and denials by date: how certainty moved.
    """

    event: Line
    asserted: tuple[Report, ...]
    denied: tuple[Report, ...]
    confirmed: tuple[Report, ...]
    course: tuple[Report, ...]
    verdict: str


def ledger(found: Iterable[Event[Mention]], language: Language | None = None) -> list[Entry]:
    """An entry for every event that somebody else than the paper vouches for, denies or confirms."""
    return [entry(event, language) for event in found if is_contested(event)]


def is_contested(event: Event[M]) -> bool:
    """Whether the ledger tells of the event; a mere denial of something else stands with what it denies."""
    if event.type == "REJECT" and not any(m.attributed for m in event.mentions):
        return False
    return any(m.attributed or m.answered or m.status == "denied" for m in event.mentions)


def entry(event: Event[Mention], language: Language | None = None) -> Entry:
    """The event as an entry; countries by their names in ``language``."""
    replies = [(r["kind"], _reply(m, r)) for m in event.mentions for r in m.replies]
    own_denials = [report(m) for m in event.mentions if m.status == "denied"]
    denied = [*own_denials, *(r for kind, r in replies if kind == "denies")]
    confirmed = [r for kind, r in replies if kind == "confirms"]
    confirmed += [report(m) for m in event.mentions if m.attribution and m.author == "CT+"]
    asserted = [report(m) for m in event.mentions if m.status != "denied"]
    return Entry(
        event=line(event, language=language),
        asserted=tuple(asserted),
        denied=tuple(denied),
        confirmed=tuple(confirmed),
        course=tuple(sorted([*asserted, *denied], key=lambda r: r.published or "")),
        verdict=_verdict(event, bool(denied), bool(confirmed)),
    )


def steps(told: Entry) -> list[tuple[str | None, tuple[str, ...]]]:
    """How certainty moved: the days on which something else was said than the day before, and what was said."""
    days: dict[str | None, dict[str, None]] = {}
    for told_by in told.course:
        days.setdefault(told_by.published, {})[told_by.factuality] = None
    moved: list[tuple[str | None, tuple[str, ...]]] = []
    for day, values in days.items():
        if not moved or set(moved[-1][1]) != set(values):
            moved.append((day, tuple(values)))
    return moved


def _verdict(event: Event[Mention], denied: bool, confirmed: bool) -> str:
    """One of: confirmed, happened, disputed, denied, claimed, planned, possible."""
    if event.status == "happened":
        return "confirmed" if confirmed else "happened"
    if denied and event.status != "denied":
        return "disputed"
    return "confirmed" if confirmed else event.status


def _reply(claim: Mention, reply: dict[str, Any]) -> Report:
    """What a statement of the same article replies to a claim, with the one who utters it as its speaker.

    How sure the denial itself is (it was uttered) says nothing of the event: by its speaker that is denied.
    """
    told = report(claim)
    return replace(
        told,
        statement=reply["id"],
        said_by=reply["said_by"],
        factuality="CT-" if reply["kind"] == "denies" else "CT+",
        author=reply["author"],
        status=reply["status"],
        words=quoted(reply["text"]),
    )
