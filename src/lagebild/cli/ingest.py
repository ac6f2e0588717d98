"""``lagebild ingest INPUT… --into STORE``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lagebild.cli.asking import command_app

if TYPE_CHECKING:
    from lagebild.scale.cluster import Cluster
    from lagebild.scale.ingest import Summary
    from lagebild.scale.pool import Pool
    from lagebild.scale.progress import Progress

app = command_app()


@app.command(
    no_args_is_help=True, epilog="Example:  lagebild ingest cc-news.warc.gz archiv/ --into nachrichten"
)
def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, URLs, feeds, archives, or - for standard input.",
            show_default=False,
        ),
    ],
    into: Annotated[
        Path,
        typer.Option(
            "--into", metavar="STORE", help="The store; made where there is none.", show_default=False
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Publication date of all inputs.", show_default=False),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, help="Processes that read; 0: one for every core.", show_default=True)
    ] = 0,
    ray: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Read on a Ray cluster (auto, HOST:PORT, ray://HOST:PORT) instead of here; docs/cluster.md.",
            show_default=False,
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let URLs lead to private networks.")
    ] = False,
) -> None:
    """Read inputs of any size into a store, on all cores; stop with Ctrl-C, go on with the same command.

    What is no article, or in another language, is skipped and counted. What cannot be read goes to
    STORE/quarantine with its reason; `lagebild ingest STORE/quarantine --into STORE` tries it again.
    Exit status 1 when something failed.
    """
    with _ended_by_sigterm(), _readers(ray, workers or os.cpu_count() or 1) as readers:
        # Imported while the workers start.
        from lagebild.cli import complain
        from lagebild.errors import InputError
        from lagebild.intake import Options
        from lagebild.intake.inputs import checked
        from lagebild.scale.ingest import ingest as ingest_inputs
        from lagebild.store import Store

        try:
            options = checked(Options(published=published, allow_private=allow_private))
        except InputError as error:
            raise typer.BadParameter(str(error), param_hint="--published") from error
        store = Store.create(into)
        read = readers.reading(options) if readers else None
        with _progress(inputs) as (progress, tell):
            summary = ingest_inputs(inputs, store, options, tell, read, progress)
    for line in str(summary).splitlines():
        complain(line)
    if summary.failed:
        complain(f"what failed lies in {store.root / 'quarantine'}")
    if summary.failed or summary.stopped:
        raise typer.Exit(130 if summary.stopped else 1)


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """A service manager's or batch system's stop is a Ctrl-C."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _readers(address: str | None, workers: int) -> AbstractContextManager[Pool | Cluster | None]:
    """Who reads: a cluster, processes of this machine, or None for this one alone; ended at the end."""
    if address is not None:
        from lagebild.scale.cluster import Cluster

        return closing(Cluster(address))
    if workers > 1:
        from lagebild.scale.pool import Pool

        return closing(Pool(workers))
    return nullcontext()


@contextmanager
def _progress(inputs: list[str]) -> Iterator[tuple[Progress | None, Callable[[Summary], None]]]:
    """A line of progress on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None, lambda summary: None
        return
    from rich.console import Console
    from rich.status import Status

    from lagebild.scale.progress import Progress

    progress = Progress(inputs)
    with Status("reading", console=Console(stderr=True)) as status:
        yield progress, lambda summary: status.update(_line(summary, progress))


def _line(summary: Summary, progress: Progress) -> str:
    """Documents, rate, failures, and where the inputs' size is known the share done and the time left."""
    from lagebild.scale.progress import clock

    rate = summary.documents / max(summary.seconds, 0.001)
    line = f"{summary.documents} documents, {rate:.1f}/s, {summary.failed} failed"
    share, left = progress.share, progress.seconds_left()
    if share is not None:
        line += f", {share:.0%}"
    return f"{line}, {clock(left)} left" if left is not None else line
