"""``lagebild export``."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from lagebild.cli.asking import OutputOption, StoreOption, command_app, opened, warn_of_damage
from lagebild.cli.output import replacing

app = command_app()


class Form(StrEnum):
    """The formats for other programs."""

    plover = "plover"
    gdelt = "gdelt"
    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"
    ftm = "ftm"
    records = "records"


@app.command(no_args_is_help=True, epilog="Example:  lagebild export --format gdelt --output events.tsv")
def export(
    format: Annotated[
        Form,
        typer.Option(
            help="plover: JSON lines; gdelt: one row an event, tab-separated; csv and parquet: one flat table of "
            "statements (R, Stata); jsonld: schema.org and Web Annotation; ftm: FollowTheMoney; records: as read.",
            show_default=False,
        ),
    ],
    store: StoreOption = None,
    output: OutputOption = None,
) -> None:
    """All of a store for another program."""
    from lagebild.export import export_lines
    from lagebild.export.tables import write_parquet

    opened_store = opened(store)
    if format is Form.parquet and output is None:
        raise typer.BadParameter("Parquet is no text; name a file", param_hint="--output")
    if output is None:
        sys.stdout.writelines(export_lines(opened_store, format.value))
    else:
        with replacing(output) as part:
            if format is Form.parquet:
                write_parquet(opened_store, part)
            else:
                with part.open("w", encoding="utf8") as file:
                    file.writelines(export_lines(opened_store, format.value))
    warn_of_damage(opened_store)
