"""``lagebild store check|compact|stats``."""

from __future__ import annotations

from typing import Annotated

import typer

from lagebild.cli.asking import StoreOption, command_app, opened

app = command_app()


@app.callback(no_args_is_help=True)
def _store() -> None:
    """Look after a store: is it sound, how large is it, are its files few."""


@app.command(epilog="Example:  lagebild store check --store nachrichten")
def check(store: StoreOption = None) -> None:
    """Read every file and say what is wrong, one line a fault. Exit status 1 when something is."""
    from lagebild.store import check as check_store

    faults = check_store(opened(store))
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    print("The store is sound.")


@app.command(epilog="Example:  lagebild store compact --store nachrichten")
def compact(store: StoreOption = None) -> None:
    """Join all files of a month into one, and make anew what keeps questions fast; an ingest does so by and by."""
    from lagebild.dossier import settle
    from lagebild.store import compact as compact_store

    opened_store = opened(store)
    print(f"{compact_store(opened_store)} files fewer.")
    settle(opened_store)


@app.command(epilog="Example:  lagebild store stats --json")
def stats(
    store: StoreOption = None,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Rows of each table, size on disk, first and last day of publication."""
    from json import dumps

    from lagebild.store import stats as store_stats

    found = store_stats(opened(store))
    if json:
        print(dumps(found))
        return
    for name, value in found.items():
        print(f"{name:<14} {value if value is not None else '–'}")
