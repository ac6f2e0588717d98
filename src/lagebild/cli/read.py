"""``lagebild read``: inputs in, records out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lagebild.cli import complain, one_line
from lagebild.cli.output import Format, default_format, to_file, to_screen
from lagebild.record import Language

if TYPE_CHECKING:
    from lagebild.intake import Article, Failure, Options
    from lagebild.record import Record

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

#: Articles read together: one batch of the language pack's network.
_BATCH = 16


@app.command(
    no_args_is_help=True,
    epilog="Example:  lagebild read artikel.html archiv/ --format jsonl --output records.jsonl",
)
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt .html .jsonl .warc .xml, each also .gz), folders, URLs, or - for standard input.",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="Publication date of all inputs; outranks what the pages say. 'Am Mittwoch' is resolved against it.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            help="text: to read; jsonl: one record a line; html: one page. Default: text on a terminal, "
            "else jsonl; for an output file by its ending.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write here instead of to standard output; appears only when complete.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        Language | None,
        typer.Option(help="Language of the headings of an html page. Default: English.", show_default=False),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let URLs lead to this machine and to private networks.")
    ] = False,
) -> None:
    """Read articles and write what they say: statements with source, date and certainty.

    A JSONL line holds "text" or "html", and may hold id, uri, published, publisher, title.
    What cannot be read is named on standard error, and the rest goes on.
    """
    options = options_of(published, allow_private)
    if output is not None and (output.is_dir() or not output.absolute().parent.is_dir()):
        raise typer.BadParameter(f"{output}: no file can be written there", param_hint="--output")

    failures: list[Failure] = []

    def tell(failure: Failure) -> None:
        failures.append(failure)
        complain(str(failure))

    form = format or default_format(output)
    records = _records(inputs, options, tell)
    if output is None:
        to_screen(records, form, language or "en")
    else:
        to_file(records, form, output, language or "en")
    if failures:
        raise typer.Exit(1)


def options_of(published: str | None, allow_private: bool) -> Options:
    """The intake options of a command line; a date that is none is wrong usage."""
    from lagebild.errors import InputError
    from lagebild.intake import Options, checked

    try:
        return checked(Options(published=published, allow_private=allow_private))
    except InputError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error


def _records(inputs: list[str], options: Options, tell: Callable[[Failure], None]) -> Iterator[Record]:
    """The records of the inputs in order; what fails is told."""
    from lagebild.intake import Failure, read_inputs

    def articles() -> Iterator[Article]:
        for found in read_inputs(inputs, options):
            if isinstance(found, Failure):
                tell(found)
            else:
                yield found

    source = articles()
    while batch := list(islice(source, _BATCH)):
        yield from _read_batch(batch, tell)


def _read_batch(batch: list[Article], tell: Callable[[Failure], None]) -> Iterator[Record]:
    """The records of a few articles; an article that breaks the reader costs only itself."""
    from lagebild.intake import Failure
    from lagebild.reading import Reader

    try:
        yield from list(Reader(language="de").pipe(batch))
    except Exception as error:
        if os.environ.get("LAGEBILD_DEBUG"):
            raise
        if len(batch) == 1:
            reason = f"an error of ours, please report it: {one_line(error)} (LAGEBILD_DEBUG=1 shows where)"
            tell(Failure(batch[0].uri or "-", reason))
            return
        for article in batch:
            yield from _read_batch([article], tell)
