"""``lagebild serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lagebild.cli.asking import command_app, opened

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
    maps.warm()
    if host not in ("127.0.0.1", "::1", "localhost"):
        complain(f"serving on {host}: everybody who reaches this machine can read the store")
    complain(f"http://{host}:{port}/ (stop with Ctrl-C)")
    uvicorn.run(application, host=host, port=port, log_level="warning", server_header=False)
