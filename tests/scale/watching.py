"""A server on loopback that misbehaves as told, a clock that is told the time, and a watch on both."""

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from zlib import crc32

from lagebild.intake import Limits, Options
from lagebild.scale.watch import Watch
from lagebild.scale.watch.settings import parse
from lagebild.scale.work import Batch, Read
from lagebild.store import Store
from tests.invented import Told, read_record

OPEN = Options(allow_private=True, delay=0.0, limits=Limits(document_bytes=200_000, seconds=2.0, redirects=3))
#: What a page says → the event that the stand-in for the reader finds in it.
EVENTS = {
    "granaten": Told(
        "Nordkorea liefert Granaten.", "AID", ["PRK"], ["RUS"], "2023-09-12", contexts=["military"]
    ),
    "getreide": Told(
        "Russland liefert Getreide.", "AID", ["RUS"], ["PRK"], "2023-11-02", contexts=["military"]
    ),
    "kritik": Told("China kritisiert die USA.", "ACCUSE", ["CHN"], ["USA"], "2023-09-12"),
    "vertrag": Told("1961 half man sich.", "AID", ["RUS"], ["PRK"], "1961", contexts=["military"]),
}


class Server:
    """A server whose answers a test sets: path → body, status, or a function that writes what it likes."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = {}
        self.asked: Counter[str] = Counter()
        self.sent: list[dict[str, str]] = []
        self.posted: list[bytes] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args: object) -> None:
                """Be quiet."""

            def do_GET(self) -> None:
                outer.asked[self.path] += 1
                outer.sent.append({"path": self.path, **dict(self.headers)})
                with suppress(OSError):
                    outer.answer(self)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = outer.answers.get(self.path, 204)
                assert isinstance(status, int)
                if status == 204:
                    outer.posted.append(body)
                self.send_response(status)
                self.end_headers()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        found = self.answers.get(handler.path, 404)
        if callable(found):
            found(handler)
            return
        status, body = (found, b"") if isinstance(found, int) else (200, str(found).encode())
        tag = f'"{crc32(body)}"'
        if status == 200 and handler.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        handler.send_response(status)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("ETag", tag)
        handler.end_headers()
        handler.wfile.write(body)

    def feed(self, *pages: str, path: str = "/feed") -> None:
        """A feed that links to these pages, each said by its own name."""
        items = "".join(f"<item><title>{p}</title><link>{self.url}/{p}</link></item>" for p in pages)
        self.answers[path] = f'<rss version="2.0"><channel><title>Blatt</title>{items}</channel></rss>'
        for page in pages:
            self.answers.setdefault(f"/{page}", f"<html><body><p>{page}</p></body></html>")


class Clock:
    """Time that passes when somebody sleeps; ``until`` stops a watch."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.sleeps: list[float] = []
        self.until = float("inf")
        self.stop: Callable[[], None] = lambda: None

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.time += seconds
        if self.time >= self.until:
            self.stop()


def read(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
    """A stand-in for the reader: a page's event by the word in its address."""
    for batch in stream:
        yield batch, [_read(document.origin.uri) for document in batch]


def _read(uri: str) -> Read:
    word = re.sub(r"\d", "", uri.rsplit("/", 1)[-1])
    return read_record(uri, [EVENTS[word]] if word in EVENTS else [], published="2023-11-20", uri=uri)


def watch(store: Store, toml: str, options: Options = OPEN, **more: object) -> tuple[Watch, Clock, list[str]]:
    clock, said = Clock(), list[str]()
    made = Watch(parse(toml, store.root), store, options, read, said.append, clock.now, clock.sleep)
    clock.stop = made.stop
    return made, clock, said


def for_seconds(watching: Watch, clock: Clock, seconds: float) -> None:
    watching._stopped = False
    clock.until = clock.time + seconds
    watching.run()


def feeds(server: Server, *paths: str) -> str:
    return "".join(f'[[feed]]\nurl = "{server.url}{path}"\n' for path in paths or ("/feed",))


ALERT = '[[alert]]\nname = "Waffen"\nactors = ["RUS", "PRK"]\ntypes = ["AID", "COOPERATE"]\n'


def uris(store: Store) -> list[str]:
    return [row["uri"].rsplit("/", 1)[-1] for row in store.rows("SELECT uri FROM documents ORDER BY uri")]
