"""``lagebild timeline [A [B]]``."""

from __future__ import annotations

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


@app.command(epilog="Example:  lagebild timeline UKR RUS --format csv")
def timeline(
    actors: ActorsArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Events of an actor, or between two, by date; of all actors where none is named."""
    from lagebild.dossier import answer_timeline

    opened_store = opened(store)
    days = day(since, "--since"), day(until, "--until")
    tell(answer_timeline(opened_store, actors or [], language, *days), opened_store, format, output)
