"""``lagebild network``."""

from __future__ import annotations

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


@app.command(epilog="Example:  lagebild network --since 2023-01-01 --format html --output network.html")
def network(
    since: SinceOption = None,
    until: UntilOption = None,
    store: StoreOption = None,
    format: FormOption = Form.text,
    output: OutputOption = None,
    language: LanguageOption = None,
) -> None:
    """Which countries deal with which: events between each pair, by kind, and their mean tone."""
    from lagebild.dossier import answer_network

    opened_store = opened(store)
    answer = answer_network(opened_store, day(since, "--since"), day(until, "--until"), language)
    tell(answer, opened_store, format, output)
