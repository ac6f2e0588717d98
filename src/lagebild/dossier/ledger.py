"""The ledger: what was claimed, by whom, who denied or confirmed it, and how certainty moved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lagebild.dossier.events import Event, events
from lagebild.dossier.lines import Line, Report, line, report
from lagebild.dossier.mentions import Mention, mentions
from lagebild.store import Store


@dataclass(frozen=True)
class Entry:
    """A contested or attributed event.

    ``asserted``, ``denied`` and ``confirmed`` are reports by date; a denial or confirmation
    names its speaker in ``said_by``. ``course`` is certainty by date: ``2023-09-12 CT+ (Interfax)``.
    """

    event: Line
    asserted: tuple[Report, ...]
    denied: tuple[Report, ...]
    confirmed: tuple[Report, ...]
    course: tuple[str, ...]
    verdict: str


def ledger(store: Store, found: list[Mention]) -> list[Entry]:
    """An entry for every event that somebody else than the paper vouches for, denies or confirms."""
    answers = _answers(store, found)
    entries = [
        _entry(event, answers) for event in events(found) if event.type != "REJECT" or _is_claimed(event)
    ]
    return [e for e in entries if e.denied or e.confirmed or any(r.said_by for r in e.asserted)]


def _is_claimed(event: Event) -> bool:
    return any(m.attribution for m in event.mentions)


def _entry(event: Event, answers: dict[tuple[str, str], list[tuple[str, Report]]]) -> Entry:
    replies = [pair for m in event.mentions for pair in answers.get((m.document, m.id), [])]
    own_denials = [report(m) for m in event.mentions if m.status == "denied"]
    denied = [*own_denials, *(r for kind, r in replies if kind == "denies")]
    confirmed = [r for kind, r in replies if kind == "confirms"]
    confirmed += [report(m) for m in event.mentions if m.attribution and m.author == "CT+"]
    asserted = [report(m) for m in event.mentions if m.status != "denied"]
    return Entry(
        event=line(event),
        asserted=tuple(asserted),
        denied=tuple(denied),
        confirmed=tuple(confirmed),
        course=tuple(_course(r) for r in sorted([*asserted, *own_denials], key=lambda r: r.published or "")),
        verdict=_verdict(event, bool(denied), bool(confirmed)),
    )


def _verdict(event: Event, denied: bool, confirmed: bool) -> str:
    """One of: confirmed, happened, disputed, denied, claimed, planned, possible."""
    if event.status == "happened":
        return "confirmed" if confirmed else "happened"
    if denied and event.status != "denied":
        return "disputed"
    return "confirmed" if confirmed else event.status


def _course(told: Report) -> str:
    return f"{told.published or '?'} {told.factuality} ({told.said_by or told.paper})"


def _answers(store: Store, found: list[Mention]) -> dict[tuple[str, str], list[tuple[str, Report]]]:
    """(document, statement) → denials and confirmations that the same article links to it."""
    documents = sorted({m.document for m in found})
    if not documents:
        return {}
    links = store.rows(
        'SELECT document, kind, "from" AS reply, "to" AS claim FROM links '
        "WHERE kind IN ('denies', 'confirms') AND list_contains(?, document) ORDER BY document, reply, claim",
        [documents],
    )
    if not links:
        return {}
    wanted = sorted({row["document"] for row in links})
    replies = {(m.document, m.id): m for m in mentions(store, "list_contains(?, document)", [wanted])}
    answers: dict[tuple[str, str], list[tuple[str, Report]]] = defaultdict(list)
    for row in links:
        reply = replies.get((row["document"], row["reply"]))
        if reply is not None:
            answers[row["document"], row["claim"]].append((row["kind"], _spoken(reply)))
    return answers


def _spoken(reply: Mention) -> Report:
    """A denial's report, with the one who denies as its speaker."""
    told = report(reply)
    speaker = ", ".join(reply.source_names) or told.said_by
    return Report(**{**{k: getattr(told, k) for k in told.__dataclass_fields__}, "said_by": speaker})
