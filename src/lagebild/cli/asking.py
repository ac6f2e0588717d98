"""What all commands that ask a store share: the store's place, the form of the answer, where it goes."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lagebild.cli.output import replacing
from lagebild.record import Language

if TYPE_CHECKING:
    from lagebild.dossier import Answer
    from lagebild.store import Store


class Form(StrEnum):
    """The forms of an answer."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"


StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help="The store to ask. Default: $LAGEBILD_STORE, else ./lagebild-store.",
        show_default=False,
    ),
]
FormOption = Annotated[
    Form, typer.Option("--format", help="text to read, json or csv for programs, html as a page.")
]
LanguageOption = Annotated[
    Language | None,
    typer.Option(
        help="Language of headings and countries in text and html. Default: English headings, German countries.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="FILE", help="Write here instead of to standard output.", show_default=False
    ),
]
ActorsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[A [B]]", help="Alpha-3 codes, names, or actor ids; two at most.", show_default=False
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help="Events of this day or later; undated ones by the day of their article.",
        show_default=False,
    ),
]
UntilOption = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="Events of this day or earlier, likewise.", show_default=False),
]


def command_app() -> typer.Typer:
    """An app for one command."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def store_path(given: Path | None) -> Path:
    """The store that is meant where ``--store`` is or is not given."""
    return given or Path(os.environ.get("LAGEBILD_STORE") or "lagebild-store")


def opened(given: Path | None) -> Store:
    """The store, opened for asking; what is damaged in it is said on standard error."""
    from lagebild.store import Store

    return Store(store_path(given))


def day(given: str | None, option: str) -> date | None:
    """The date of an option; raises typer.BadParameter when it is none."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(
            f"{given!r} is not a date; write it like 2023-09-12", param_hint=option
        ) from error


def tell(answer: Answer, store: Store, form: Form, output: Path | None) -> None:
    """Write an answer to standard output or, whole or not at all, to a file."""
    from lagebild.export.answers import render

    width = 120
    if output is None and sys.stdout.isatty():
        width = max(60, os.get_terminal_size().columns)
    write(render(answer, form.value, width), output)
    warn_of_damage(store)


def write(text: str, output: Path | None) -> None:
    """Text to standard output or, whole or not at all, to a file."""
    if output is None:
        sys.stdout.write(text)
        return
    with replacing(output) as part:
        part.write_text(text, encoding="utf8")


def warn_of_damage(store: Store) -> None:
    """Say on standard error which files the answer had to do without."""
    from lagebild.cli import complain

    for path in store.damaged:
        complain(f"{path} is damaged and was left out; run `lagebild store check`")
