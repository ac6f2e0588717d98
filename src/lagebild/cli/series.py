"""``lagebild series A [B]``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lagebild.cli.asking import (
    ActorsArgument,
    Form,
    FormOption,
    LanguageOption,
    OutputOption,
    SinceOption,
    StoreOption,
    UntilOption,
    command_app,
    day,
    opened,
    tell,
)

app = command_app()


class Count(StrEnum):
    """The statuses an event can have."""

    happened = "happened"
    claimed = "claimed"
    disputed = "disputed"
    planned = "planned"
    possible = "possible"
    denied = "denied"


@app.command(epilog="Example:  lagebild series RUS UKR --format csv --output rus-ukr.csv")
def series(
    actors: ActorsArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    count: Annotated[
        list[Count] | None,
        typer.Option(
            help="Count events of this status; may be given several times. Default: happened and claimed.",
            show_default=False,
        ),
    ] = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Events a month by kind (words or deeds, cooperation or conflict), and their mean Goldstein tone."""
    from lagebild.dossier import answer_series
    from lagebild.dossier.series import COUNTED

    opened_store = opened(store)
    statuses = [status.value for status in count] if count else COUNTED
    days = day(since, "--since"), day(until, "--until")
    tell(answer_series(opened_store, actors or [], statuses, language, *days), opened_store, format, output)
