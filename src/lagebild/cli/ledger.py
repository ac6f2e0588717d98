"""``lagebild ledger [A [B]]``."""

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


@app.command(epilog="Example:  lagebild ledger RUS PRK")
def ledger(
    actors: ActorsArgument = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Claims against denials: who asserted, denied, confirmed what, when, and how certainty moved."""
    from lagebild.dossier import answer_ledger

    opened_store = opened(store)
    tell(answer_ledger(opened_store, actors or [], language=language), opened_store, format, output)
