"""``lagebild dossier A B``."""

from __future__ import annotations

from typing import Annotated

import typer

from lagebild.cli.asking import (
    Form,
    FormOption,
    LanguageOption,
    OutputOption,
    StoreOption,
    command_app,
    day,
    opened,
    tell,
)

app = command_app()


@app.command(
    no_args_is_help=True,
    epilog="Example:  lagebild dossier RUS PRK --store nachrichten --format html --output rus-prk.html",
)
def dossier(
    a: Annotated[
        str,
        typer.Argument(metavar="A", help="An alpha-3 code, a name, or an actor's id.", show_default=False),
    ],
    b: Annotated[str, typer.Argument(metavar="B", help="The other actor.", show_default=False)],
    since: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Articles of this day or later.", show_default=False),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Articles of this day or earlier.", show_default=False),
    ] = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
    most: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="Only the latest so many lines of each section; 0: all. Default: 100 for text and html, else all.",
            show_default=False,
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="The day by which an announcement must have come true; default: that of the latest article.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """All that passes between two actors: timeline, deals, treaties, meetings, claims against denials.

    A code or a country's name means the state with all its actors; another name that actor alone.
    An event counts once however many articles tell it, at the date when it happened.
    """
    from lagebild.dossier import Period, answer_dossier

    period = Period(day(since, "--since"), day(until, "--until"))
    opened_store = opened(store)
    if most is None:
        most = 100 if format in (Form.text, Form.html) else 0
    answer = answer_dossier(opened_store, a, b, day(today, "--today"), most or None, period, language)
    tell(answer, opened_store, format, output)
