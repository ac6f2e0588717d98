"""The reading view on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lagebild.record import Block, Record
from lagebild.view.certainty import CLAIM, LOOKS, look
from lagebild.view.segments import segments
from lagebild.view.tables import actor_line, rows, timeline
from lagebild.view.words import words

_BLOCK_STYLE = {"kicker": "bold cyan", "headline": "bold", "lede": "italic", "subheading": "bold"}


def text_view(record: Record, console: Console) -> None:
    """Print the article with its statements marked, then statements, timeline and actors.

    Control characters of the article are made visible, so that no text can steer the terminal.
    """
    console.print()
    for block in record.blocks:
        if block.kind != "furniture":
            console.print(Padding(_paint(record, block), (0, 0, 1, 0)))
    cut = sum(b.kind == "furniture" for b in record.blocks)
    if cut:
        console.print(Text(f"[{cut} passages are not this article and were left out]", style="dim"))
    console.print(_key())
    if record.statements:
        console.print(_statements(record))
        _print_timeline(record, console)
    else:
        console.print(Text("No statement of a political event was found in this article."))
    if record.actors:
        console.print(Text("\nActors", style="bold"))
        for actor in record.actors:
            console.print(Text("  " + _plain(actor_line(actor))))
    for warning in record.warnings:
        console.print(Text(f"Note: {_plain(warning)}", style="dim"))


def _plain(text: str) -> str:
    """Text without control characters (C0 and C1 but for the line break and tab)."""
    return "".join(c if c in "\n\t" or (c.isprintable()) else "�" for c in text)


def _paint(record: Record, block: Block) -> Text:
    painted = Text(style=_BLOCK_STYLE.get(block.kind, ""))
    for segment in segments(record, block):
        style = ""
        if segment.triggers:
            style = f"{look(segment.triggers[0]).style} underline"
        painted.append(_plain(segment.text), style=style)
        for statement in segment.ends:
            claim = CLAIM if statement.attribution else ""
            painted.append(f"[{look(statement).sign}{claim}{statement.id[1:]}]", style=look(statement).style)
    return painted


def _key() -> Text:
    key = Text("\n")
    for name, value in LOOKS.items():
        key.append(f"{value.sign} {words('en')[name]}   ", style=value.style)
    key.append(f"{CLAIM} said by somebody else than the paper")
    return key


def _statements(record: Record) -> Table:
    table = Table(title="Statements", title_justify="left", title_style="bold", expand=True)
    table.add_column("", justify="right")
    table.add_column("what", ratio=3, min_width=12, overflow="fold")
    table.add_column("who", ratio=4, overflow="fold")
    table.add_column("to whom", ratio=4, overflow="fold")
    table.add_column("when", min_width=10, overflow="fold")
    table.add_column("how sure, and who says so", ratio=5, overflow="fold")
    table.add_column("words", ratio=4, min_width=14, overflow="fold")
    for row in rows(record):
        sure = Text(_plain(row.sure), style=look(row.statement).style)
        cells = (row.number, row.code, row.who, row.whom, row.when)
        table.add_row(*(Text(_plain(cell)) for cell in cells), sure, Text(_plain(row.words)))
    return table


def _print_timeline(record: Record, console: Console) -> None:
    dated = timeline(record)
    if not dated:
        return
    console.print(Text("\nTimeline", style="bold"))
    for row in dated:
        line = f"  {row.when:<22} {row.code}: {row.who} / {row.whom} ({row.words}) {row.sure}"
        console.print(Text(_plain(line)))
