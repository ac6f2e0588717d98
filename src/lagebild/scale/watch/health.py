"""How the watching goes, for people and machines: ``/healthz`` and Prometheus text at ``/metrics``."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from lagebild.errors import SettingsError


@dataclass
class Health:
    """Counts since the start. ``patience``: seconds without a successful poll that are no illness yet."""

    now: Callable[[], float]
    patience: float
    feeds_polled: int = 0
    feed_failures: int = 0
    articles_added: int = 0
    article_failures: int = 0
    alerts_fired: int = 0
    alert_failures: int = 0
    last_success: float = field(init=False)

    def __post_init__(self) -> None:
        self.last_success = self.now()

    def succeeded(self) -> None:
        """A feed was polled."""
        self.feeds_polled += 1
        self.last_success = self.now()

    @property
    def silence(self) -> float:
        """Seconds since the last successful poll, or since the start."""
        return max(0.0, self.now() - self.last_success)

    @property
    def is_well(self) -> bool:
        """Whether a feed answered lately."""
        return self.silence <= self.patience

    def prometheus(self) -> str:
        """All figures in Prometheus' text format."""
        counters = {
            "feeds_polled": "Polls that succeeded.",
            "feed_failures": "Polls that failed.",
            "articles_added": "Articles new in the store.",
            "article_failures": "Entries that could not be read.",
            "alerts_fired": "Alerts delivered.",
            "alert_failures": "Tries to deliver an alert that failed.",
        }
        lines = []
        for name, text in counters.items():
            metric = f"lagebild_watch_{name}_total"
            lines += [
                f"# HELP {metric} {text}",
                f"# TYPE {metric} counter",
                f"{metric} {getattr(self, name)}",
            ]
        metric = "lagebild_watch_seconds_since_last_success"
        lines += [
            f"# HELP {metric} Seconds since the last poll that succeeded, or since the start.",
            f"# TYPE {metric} gauge",
            f"{metric} {self.silence:.1f}",
        ]
        return "\n".join(lines) + "\n"


def serve(health: Health, address: str) -> ThreadingHTTPServer:
    """Serve ``/healthz`` and ``/metrics`` at ``HOST:PORT`` (or ``PORT``, on loopback) in a thread.

    Raises SettingsError when the address is none or is taken.
    """

    class Handler(BaseHTTPRequestHandler):
        timeout = 5

        def log_message(self, *args: Any) -> None:
            """Be quiet."""

        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._answer(200, health.prometheus(), "text/plain; version=0.0.4; charset=utf-8")
            elif self.path == "/healthz":
                self._answer(
                    200 if health.is_well else 503, "ok\n" if health.is_well else "no feed answers\n"
                )
            else:
                self._answer(404, "/healthz and /metrics\n")

        def _answer(self, status: int, text: str, kind: str = "text/plain; charset=utf-8") -> None:
            body = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    host, _, port = address.rpartition(":")
    try:
        server = ThreadingHTTPServer((host.strip("[]") or "127.0.0.1", int(port)), Handler)
    except (OSError, ValueError, OverflowError) as error:
        raise SettingsError(f"cannot serve metrics at {address!r}: {error}; write HOST:PORT") from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
