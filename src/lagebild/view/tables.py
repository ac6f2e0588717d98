"""The rows below the article: statements, timeline, actors. Plain words, shared by all views."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lagebild.record import Actor, Language, Record, Statement
from lagebild.view.certainty import verdict
from lagebild.view.dates import told_date
from lagebild.view.words import kind, words

_NOT_UNDERSTOOD = re.compile("published date (.*) not understood", re.DOTALL)


@dataclass(frozen=True)
class Row:
    """One statement as a reader is told it; ``what`` in words, ``code`` as PLOVER has it."""

    statement: Statement
    number: str
    who: str
    whom: str
    what: str
    code: str
    when: str
    sure: str
    words: str
    evidence: str


def rows(record: Record, language: Language = "en") -> list[Row]:
    """One row a statement, in text order."""
    names = {a.id: a.name for a in record.actors}
    says = words(language)
    return [
        Row(
            statement=s,
            number=s.id.removeprefix("s"),
            who=", ".join(names[a] for a in s.source) or "?",
            whom=", ".join(names[a] for a in s.target) or "–",
            what=kind(s.type, s.mode, says),
            code=s.type + (f" · {s.mode}" if s.mode else ""),
            when="?" if s.time.edtf == "XXXX" else told_date(s.time.edtf, says),
            sure=verdict(s, language),
            words=" … ".join(record.text[b:e] for b, e in s.trigger),
            evidence="; ".join(
                f"{e.rule}: {says['quotation'].format(_short(record.text[slice(*e.span)]))}"
                for e in s.evidence
            ),
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


def told_warning(warning: str, language: Language = "en") -> str:
    """A warning of the record in the language of the reader; one that is not known stays as it is."""
    says = words(language)
    date = _NOT_UNDERSTOOD.fullmatch(warning)
    return says["date-not-understood"].format(date[1]) if date else says.get(warning, warning)


def _short(text: str, limit: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
