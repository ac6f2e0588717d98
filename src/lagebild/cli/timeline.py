"""``lagebild timeline [A [B]]``."""

from __future__ import annotations

from lagebild.cli.asking import (
    ActorsArgument,
    Form,
    FormOption,
    LanguageOption,
    OutputOption,
    StoreOption,
    command_app,
    opened,
    tell,
)

app = command_app()


@app.command(epilog="Example:  lagebild timeline UKR RUS --format csv")
def timeline(
    actors: ActorsArgument = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Events of an actor, or between two, by date; of all actors where none is named."""
    from lagebild.dossier import answer_timeline

    opened_store = opened(store)
    tell(answer_timeline(opened_store, actors or [], language=language), opened_store, format, output)
