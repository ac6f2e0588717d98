"""An answer as text: events as short paragraphs, figures and counts as tables."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from rich.cells import cell_len, chop_cells

from lagebild.dossier import Answer, Section
from lagebild.dossier.lines import UNNAMED
from lagebild.view.dates import told_date
from lagebild.view.words import words

#: What the first line of an event says; the rest follows below it, a line each.
_HEAD = ("when", "published", "type", "mode", "who", "whom", "text", "status", "verdict")

#: Columns whose values are words of the interface.
_SPOKEN = frozenset({"status", "verdict", "note", "certainty", "factuality", "author", "kind"})

#: Columns that name who says so.
_SAID = frozenset({"sources", "said_by", "asserted", "denied", "confirmed", "course"})

#: A value of certainty in the course of a claim.
_VALUE = re.compile(r"(?<![^ ])(?:(?:CT|PR|PS)[+-]|Uu)(?= \()")

#: The first column of what is said of an event.
_INDENT = " " * 12

#: No column of a table is made narrower than this many cells.
_NARROW = 6

#: From here on there are characters that take two cells of a terminal.
_WIDE = "\u1100"


def as_text(answer: Answer, width: int = 120) -> str:
    """For a terminal of so many cells, in the language of the answer."""
    says = words(answer.language or "en")
    lines = [*wrapped(plain(answer.title), width)]
    for section in answer.sections:
        lines += ["", f"{says[section.name]} ({size(section, says)})"]
        rows = shown(section)
        if not rows:
            lines += wrapped(says[section.empty], width, "  ")
        elif "words" in rows[0]:
            for row in rows:
                lines += _event(row, says, width, codes=answer.language is None)
        else:
            lines += _grid(rows, says, width)
    return "\n".join(lines) + "\n"


def size(section: Section, says: Mapping[str, str]) -> str:
    """How many lines a section has: ``12``, or ``the latest 100 of 2,345``."""
    rows = shown(section)
    told, total = (f"{n:,}" for n in (len(rows), section.total - len(section.rows) + len(rows)))
    return told if told == total else says["latest-of"].format(shown=told, total=total)


def shown(section: Section) -> Sequence[Mapping[str, Any]]:
    """The rows that a reader is shown: of a series not the months in which nothing happened."""
    return [row for row in section.rows if row["n"]] if section.name == "series" else section.rows


def plain(value: Any) -> str:
    """A cell without control characters, so that no article can steer the terminal."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    told = str(value)
    return told if told.isprintable() else "".join(c if c.isprintable() else " " for c in told)


def spoken(name: str, row: Mapping[str, Any], says: Mapping[str, str], codes: bool = False) -> str:
    """A cell as a reader of the language is told it: dates, certainties and what became of an event in words.

    ``codes`` leaves PLOVER's types and modes as they are.
    """
    if isinstance(row.get(name), bool):
        return says["yes" if row[name] else "no"]
    told = plain(row.get(name))
    if name == "when":
        return told_date(told, says)
    if name == "type" and not codes:
        return says.get(told, told)
    if name == "mode" and not codes:
        return says.get(f"{row.get('type')} {told}", told)
    if name in _SPOKEN:
        return ", ".join(says.get(part, part) for part in told.split(", "))
    if name in _SAID:
        told = told.replace(UNNAMED, says["unnamed"])
    return _VALUE.sub(lambda found: says[found[0]], told) if name == "course" else told


def label(name: str, says: Mapping[str, str]) -> str:
    """What to call a column."""
    return says.get(f"column-{name}") or says[name]


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most ``width`` cells, broken between words where that can be."""
    room = max(_NARROW, width - len(indent))
    return [indent + line for line in _lines(text, room)]


def _lines(text: str, room: int) -> Iterator[str]:
    if _cells(text) <= room:
        yield text
        return
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if _cells(joined) <= room:
            line = joined
            continue
        if line:
            yield line
        *full, line = [word] if _cells(word) <= room else chop_cells(word, room)
        yield from full
    yield line


def _cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return len(text) if text.isascii() or max(text) < _WIDE else cell_len(text)


def _event(row: Mapping[str, Any], says: Mapping[str, str], width: int, codes: bool) -> Iterator[str]:
    """One event: date, type, sides and status, then its words and whatever else is known of it."""
    when, *more = head(row, says, codes)
    yield from wrapped("  ".join(part for part in (f"{when:<10}", *more) if part), width)
    yield from wrapped(plain(row["words"]), width, _INDENT)
    for name in rest(row):
        yield from wrapped(f"{label(name, says)}: {spoken(name, row, says)}", width, _INDENT)


def head(row: Mapping[str, Any], says: Mapping[str, str], codes: bool) -> tuple[str, str, str, str, str]:
    """What the first line of an event says: date, kind, who does it to whom, the figure told, what became of it."""
    when = spoken("when" if row.get("when") else "published", row, says) or says["undated"]
    kind = (" " if codes else " · ").join(
        spoken(name, row, says, codes) for name in ("type", "mode") if row.get(name)
    )
    who = " → ".join(plain(row.get(side)) for side in ("who", "whom") if row.get(side))
    verdict = spoken("verdict" if row.get("verdict") else "status", row, says)
    return when, kind, who, plain(row.get("text")), verdict


def rest(row: Mapping[str, Any]) -> list[str]:
    """What else is known of an event, by column."""
    return [name for name in row if name not in _HEAD and name != "words" and _is_worth(name, row)]


def _is_worth(name: str, row: Mapping[str, Any]) -> bool:
    """Whether a line is to be spent on it: not on what is unknown, not so, or told already."""
    if name == "title" and row["title"] == row.get("paper"):
        return False
    return row[name] is not None and row[name] is not False and row[name] != ""


def _grid(rows: Sequence[Mapping[str, Any]], says: Mapping[str, str], width: int) -> Iterator[str]:
    """A table; the widest columns are folded until it fits."""
    names = list(rows[0])
    table = [
        [label(name, says) for name in names],
        *([spoken(name, row, says) for name in names] for row in rows),
    ]
    columns = _widths(table, width)
    for n, cells in enumerate(table):
        parts = [list(_lines(cell, room)) for cell, room in zip(cells, columns, strict=True)]
        for line in zip_longest(*parts, fillvalue=""):
            filled = (cell + " " * (room - _cells(cell)) for cell, room in zip(line, columns, strict=True))
            yield "  ".join(filled).rstrip()
        if n == 0:
            yield "  ".join("─" * room for room in columns)


def _widths(table: Sequence[Sequence[str]], width: int) -> list[int]:
    """Cells of each column so that all together fit: the widest give way first, and words are cut last of all."""
    cells = list(zip(*table, strict=True))
    columns = [max(map(_cells, column)) for column in cells]
    for least in ([_longest(column) for column in cells], [_NARROW] * len(columns)):
        while sum(columns) + 2 * (len(columns) - 1) > width:
            room, n = max(
                (column - low, n) for n, (column, low) in enumerate(zip(columns, least, strict=True))
            )
            if room <= 0:
                break
            columns[n] -= 1
    return columns


def _longest(column: Sequence[str]) -> int:
    """The cells of the longest word of a column."""
    return max((_cells(word) for cell in column for word in cell.split()), default=_NARROW)
