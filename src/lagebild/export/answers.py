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
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lagebild.dossier import Answer, Section
from lagebild.export import charts

#: What the first line of an event says; the rest follows below it, a line each.
_HEAD = ("when", "published", "type", "mode", "who", "whom", "status", "verdict")


def render(answer: Answer, form: str, width: int = 120) -> str:
    """The answer in one of ``FORMATS``; raises KeyError for another."""
    return FORMATS[form](answer) if form != "text" else _text(answer, width)


def _text(answer: Answer, width: int = 120) -> str:
    """For a terminal: events as short paragraphs, figures and counts as tables."""
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False)
    console.print(Text(answer.title, style="bold"))
    for section in answer.sections:
        console.print(Text(f"\n{section.name.capitalize()} ({size(section)})", style="bold"))
        if not section.rows:
            console.print(Text(f"  {section.empty}"))
        elif "words" in section.rows[0]:
            for row in section.rows:
                _print_event(console, row)
        else:
            console.print(_grid(section.rows))
    return out.getvalue()


def size(section: Section) -> str:
    """How many lines a section has: ``12``, or ``the latest 100 of 2,345``."""
    shown = len(section.rows)
    return f"{shown:,}" if shown == section.total else f"the latest {shown:,} of {section.total:,}"


def _print_event(console: Console, row: dict[str, Any]) -> None:
    """One event: date, type, sides and status, then its words and whatever else is known of it."""
    who = " → ".join(_plain(row.get(side)) for side in ("who", "whom") if row.get(side))
    kind = " ".join(_plain(row.get(name)) for name in ("type", "mode") if row.get(name))
    verdict = _plain(row.get("verdict") or row.get("status"))
    when = _plain(row.get("when") or row.get("published"))
    console.print(Text("  ".join(part for part in (f"{when:<10}", kind, who, verdict) if part)))
    console.print(Padding(Text(_plain(row["words"]), style="italic"), (0, 0, 0, 12)))
    for name, value in row.items():
        if name not in (*_HEAD, "words") and value not in ("", None):
            console.print(Padding(Text(f"{name}: {_plain(value)}", style="dim"), (0, 0, 0, 12)))


def _grid(rows: tuple[dict[str, Any], ...]) -> Table:
    table = Table(show_lines=False, pad_edge=False)
    for name in rows[0]:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(value)) for value in row.values()))
    return table


def _plain(value: Any) -> str:
    """A cell without control characters, so that no article can steer the terminal."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return "".join(c if c.isprintable() else " " for c in str(value))


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
    columns = dict.fromkeys(name for s in answer.sections for row in s.rows for name in row)
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
    environment.filters["plain"] = _plain
    environment.globals.update(charts=charts, size=size)
    return environment


def _html(answer: Answer) -> str:
    return _environment().get_template("answer.html").render(answer=answer)


FORMATS: dict[str, Callable[[Answer], str]] = {"text": _text, "json": _json, "csv": _csv, "html": _html}
