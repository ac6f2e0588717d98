"""The rows below the article: statements, timeline, actors. Plain words, shared by all views."""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.record import Actor, Language, Record, Statement
from lagebild.view.certainty import verdict
from lagebild.view.words import words


@dataclass(frozen=True)
class Row:
    """One statement as a reader is told it."""

    statement: Statement
    number: str
    who: str
    whom: str
    what: str
    when: str
    sure: str
    words: str
    evidence: str


def rows(record: Record, language: Language = "en") -> list[Row]:
    """One row a statement, in text order."""
    names = {a.id: a.name for a in record.actors}
    return [
        Row(
            statement=s,
            number=s.id.removeprefix("s"),
            who=", ".join(names[a] for a in s.source) or "?",
            whom=", ".join(names[a] for a in s.target) or "–",
            what=s.type + (f" · {s.mode}" if s.mode else ""),
            when="?" if s.time.edtf == "XXXX" else s.time.edtf,
            sure=verdict(s, language),
            words=" … ".join(record.text[b:e] for b, e in s.trigger),
            evidence="; ".join(f"{e.rule}: “{_short(record.text[slice(*e.span)])}”" for e in s.evidence),
        )
        for s in record.statements
    ]


def timeline(record: Record, language: Language = "en") -> list[Row]:
    """The rows whose time is known, by time; an interval stands at its begin."""
    return sorted((r for r in rows(record, language) if r.when != "?"), key=lambda r: r.statement.time.edtf)


def actor_line(actor: Actor, language: Language = "en") -> str:
    """An actor in a line: name, kind, country, role, number of mentions."""
    parts = [words(language)[actor.kind], actor.country or "", actor.role or ""]
    return f"{actor.name} ({', '.join(p for p in parts if p)}; {len(actor.mentions)}×)"


def _short(text: str, limit: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
