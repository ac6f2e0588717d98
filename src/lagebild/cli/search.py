"""``lagebild search``."""

from __future__ import annotations

from typing import Annotated

import typer

from lagebild.cli.asking import (
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

Several = list[str] | None


@app.command(epilog="Example:  lagebild search --actor PRK --type AID --type COOPERATE --since 2023-01-01")
def search(
    text: Annotated[
        list[str] | None, typer.Argument(help="Words that the article must have.", show_default=False)
    ] = None,
    actor: Annotated[
        Several,
        typer.Option(help="Code or name on either side; several must all stand there.", show_default=False),
    ] = None,
    type: Annotated[Several, typer.Option(help="PLOVER type; one of several.", show_default=False)] = None,
    context: Annotated[
        Several, typer.Option(help="Context (military, nuclear …); one of several.", show_default=False)
    ] = None,
    certainty: Annotated[
        Several, typer.Option(help="Factuality (CT+, PS+ …); one of several.", show_default=False)
    ] = None,
    place: Annotated[str | None, typer.Option(help="Where it happened.", show_default=False)] = None,
    source: Annotated[str | None, typer.Option(help="To whom it is attributed.", show_default=False)] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many statements.")] = 100,
    actors: Annotated[bool, typer.Option("--actors", help="List the actors of the store instead.")] = False,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Statements by actor, type, date, place, certainty, source and words of the article."""
    from lagebild.dossier import Query, answer_actors, answer_search

    opened_store = opened(store)
    if actors:
        tell(answer_actors(opened_store, limit, language), opened_store, format, output)
        return
    query = Query(
        actors=tuple(actor or ()),
        types=tuple(name.upper() for name in type or ()),
        contexts=tuple(context or ()),
        factuality=tuple(certainty or ()),
        place=place,
        source=source,
        text=" ".join(text or ()),
        since=day(since, "--since"),
        until=day(until, "--until"),
        limit=limit,
    )
    tell(answer_search(opened_store, query, language), opened_store, format, output)
