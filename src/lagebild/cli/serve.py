"""``lagebild serve``."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from lagebild.cli.asking import command_app, opened
from lagebild.errors import LagebildError

app = command_app()


@app.command(epilog="Example:  lagebild serve nachrichten")
def serve(
    store: Annotated[
        Path | None,
        typer.Argument(
            metavar="[STORE]", help="Default: $LAGEBILD_STORE, else ./lagebild-store.", show_default=False
        ),
    ] = None,
    host: Annotated[
        str,
        typer.Option(help="The address to listen on; others than this machine see it only if you change it."),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8750,
) -> None:
    """Serve a store as web pages: search, articles, dossiers. Read-only."""
    import uvicorn

    from lagebild.cli import complain
    from lagebild.export import maps
    from lagebild.web import create_app

    application = create_app(opened(store))
    listening = _listening(host, port)
    maps.warm()
    if host not in ("127.0.0.1", "::1", "localhost"):
        complain(f"serving on {host}: everybody who reaches this machine can read the store")
    shown = f"[{host}]" if ":" in host else host
    complain(f"http://{shown}:{listening.getsockname()[1]}/ (stop with Ctrl-C)")
    settings = uvicorn.Config(application, log_level="warning", server_header=False)
    uvicorn.Server(settings).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket at this address; raises LagebildError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise LagebildError(
            f"{host}, port {port}: {(error.strerror or str(error)).lower()}; name another with --port or --host"
        ) from error
