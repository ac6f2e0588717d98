"""An answer as text, JSON, CSV or a page of HTML."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from lagebild.dossier import Answer
from lagebild.export import charts
from lagebild.export.plain import as_text, head, label, rest, shown, size, spoken
from lagebild.view.words import words


def render(answer: Answer, form: str, width: int = 120) -> str:
    """The answer in one of ``FORMATS``, text in so many cells; raises KeyError for another."""
    return FORMATS[form](answer) if form != "text" else as_text(answer, width)


def _json(answer: Answer) -> str:
    sections = {s.name: [_finite(row) for row in s.rows] for s in answer.sections}
    return (
        json.dumps({"question": answer.question, "title": answer.title, **sections}, ensure_ascii=False)
        + "\n"
    )


def _finite(row: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no NaN."""
    return {k: None if isinstance(v, float) and math.isnan(v) else v for k, v in row.items()}


def _csv(answer: Answer) -> str:
    """One table; a dossier's sections stand below one another, named in the first column."""
    several = len(answer.sections) > 1
    columns = dict.fromkeys(name for s in answer.sections for name in s.columns)
    out = io.StringIO()
    writer = csv.DictWriter(
        out, ["section", *columns] if several else list(columns), restval="", lineterminator="\n"
    )
    writer.writeheader()
    for section in answer.sections:
        for row in section.rows:
            cells = {name: defused(value) for name, value in _finite(row).items()}
            writer.writerow({"section": section.name, **cells} if several else cells)
    return out.getvalue()


def defused(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("lagebild.export"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(
        charts=charts, head=head, label=label, rest=rest, shown=shown, size=size, spoken=spoken
    )
    return environment


def _html(answer: Answer) -> str:
    language = answer.language or "en"
    return (
        _environment()
        .get_template("answer.html")
        .render(answer=answer, language=language, says=words(language))
    )


FORMATS: dict[str, Callable[[Answer], str]] = {"text": as_text, "json": _json, "csv": _csv, "html": _html}
