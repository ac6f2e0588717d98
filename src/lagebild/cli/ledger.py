"""``lagebild ledger [A [B]]``."""

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


@app.command(epilog="Example:  lagebild ledger RUS PRK")
def ledger(
    actors: ActorsArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Claims against denials: who asserted, denied, confirmed what, when, and how certainty moved."""
    from lagebild.dossier import answer_ledger

    opened_store = opened(store)
    days = day(since, "--since"), day(until, "--until")
    tell(answer_ledger(opened_store, actors or [], language, *days), opened_store, format, output)
