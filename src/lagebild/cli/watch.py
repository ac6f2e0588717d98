"""``lagebild watch FEEDS.toml --into STORE``."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lagebild.cli.asking import command_app

if TYPE_CHECKING:
    from lagebild.scale.watch import Health, Watch

app = command_app()


@app.command(no_args_is_help=True, epilog="Example:  lagebild watch feeds.toml --into nachrichten --once")
def watch(
    feeds: Annotated[
        Path,
        typer.Argument(metavar="FEEDS.toml", help="Feeds and alerts (docs/watch.md).", show_default=False),
    ],
    into: Annotated[
        Path,
        typer.Option(
            "--into", metavar="STORE", help="The store; made where there is none.", show_default=False
        ),
    ],
    once: Annotated[bool, typer.Option("--once", help="Poll every feed once, then end.")] = False,
    serve_metrics: Annotated[
        str | None,
        typer.Option(
            metavar="HOST:PORT",
            help="Serve /healthz and /metrics there; PORT alone means on loopback.",
            show_default=False,
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let feeds and entries lead to private networks.")
    ] = False,
) -> None:
    """Poll feeds politely, read and store every new entry once, and fire alerts on new events.

    Runs until it is ended (Ctrl-C, SIGTERM), then stores what it has fetched. With --once the exit status
    is 1 when a feed or an entry failed or an alert was not taken. A mistake in FEEDS.toml: 2.
    """
    from lagebild.cli import complain
    from lagebild.errors import SettingsError
    from lagebild.intake import Options
    from lagebild.scale.pool import Pool
    from lagebild.scale.watch import Watch, load
    from lagebild.store import Store

    options = Options(allow_private=allow_private)
    pool = Pool(1)  # a process of its own: an article that kills it costs only itself
    try:
        settings = load(feeds)
        watching = Watch(settings, Store.create(into), options, pool.reading(options), complain)
        with _metrics(watching.health, serve_metrics), _ended_by_signal(watching):
            watching.run(once)
    except SettingsError as error:
        complain(str(error))
        raise typer.Exit(2) from error
    finally:
        pool.close()
    health = watching.health
    if once and any((health.feed_failures, health.article_failures, watching.undelivered, watching.unstored)):
        raise typer.Exit(1)


@contextmanager
def _metrics(health: Health, address: str | None) -> Iterator[None]:
    """Serve health and metrics meanwhile, if asked to."""
    from lagebild.scale.watch import serve

    server = serve(health, address) if address else None
    try:
        yield
    finally:
        if server:
            server.shutdown()
            server.server_close()


@contextmanager
def _ended_by_signal(watching: Watch) -> Iterator[None]:
    """SIGTERM and Ctrl-C end the watching in good order."""
    before = {
        number: signal.signal(number, lambda *_: watching.stop())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
