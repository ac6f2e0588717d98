"""Watching feeds against a server that misbehaves on purpose, on loopback; time is told, not waited for."""

import gzip
import json
import re
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import PIPE, Popen
from urllib.request import urlopen
from zlib import crc32

import pytest

from lagebild.intake import Limits, Options
from lagebild.intake import fetch as fetching
from lagebild.scale.watch import Watch, serve
from lagebild.scale.watch.settings import parse
from lagebild.scale.work import Batch, Read
from lagebild.store import Store
from tests.invented import Told, record

OPEN = Options(allow_private=True, limits=Limits(document_bytes=200_000, seconds=2.0, redirects=3))
BOMB = gzip.compress(b" " * 5_000_000)
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


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.server.shutdown()
    made.server.server_close()


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
    return record(uri, [EVENTS[word]] if word in EVENTS else [], published="2023-11-20", uri=uri)


def watch(store: Store, toml: str, options: Options = OPEN, **more: object) -> tuple[Watch, Clock, list[str]]:
    clock, said = Clock(), list[str]()
    made = Watch(parse(toml, store.root), store, options, read, said.append, clock.now, clock.sleep)
    clock.stop = made.stop
    return made, clock, said


def for_seconds(watching: Watch, clock: Clock, seconds: float) -> None:
    watching._stopped = False
    clock.until = clock.time + seconds
    watching.run()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store")


def feeds(server: Server, *paths: str) -> str:
    return "".join(f'[[feed]]\nurl = "{server.url}{path}"\n' for path in paths or ("/feed",))


ALERT = '[[alert]]\nname = "Waffen"\nactors = ["RUS", "PRK"]\ntypes = ["AID", "COOPERATE"]\n'


def uris(store: Store) -> list[str]:
    return [row["uri"].rsplit("/", 1)[-1] for row in store.rows("SELECT uri FROM documents ORDER BY uri")]


def test_every_entry_is_fetched_once_and_an_unchanged_feed_is_not_sent_again(
    server: Server, store: Store
) -> None:
    server.feed("kritik1", "kritik2")
    watching, clock, _ = watch(store, feeds(server))
    for_seconds(watching, clock, 2000)
    assert uris(store) == ["kritik1", "kritik2"]
    again, _, _ = watch(store, feeds(server))
    again.run(once=True)
    assert (server.asked["/feed"], server.asked["/kritik1"], server.asked["/kritik2"]) == (4, 1, 1)
    conditional = ["If-None-Match" in sent for sent in server.sent if sent["path"] == "/feed"]
    assert conditional == [False, True, True, True]
    assert watching.health.articles_added == 2 and again.health.feeds_polled == 1


def test_a_host_is_left_in_peace_between_requests(server: Server, store: Store) -> None:
    server.feed("kritik1", "kritik2")
    server.answers["/robots.txt"] = "User-agent: *\nCrawl-delay: 7"
    watching, clock, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert clock.sleeps == [7.0, 7.0] and len(store.files("documents")) == 1


def test_fetched_entries_are_stored_soon_though_feeds_keep_coming(server: Server, store: Store) -> None:
    server.feed("kritik1")
    server.feed("kritik1", path="/other")
    toml = "interval = 60\ndelay = 20\n" + feeds(server, "/feed", "/other")
    watching, clock, _ = watch(store, toml)
    clock.until = clock.time + 130
    clock.stop = lambda: pytest.fail("nothing was stored") if not uris(store) else watching.stop()
    watching.run()


def test_robots_are_obeyed(server: Server, store: Store) -> None:
    server.feed("kritik1", "geheim1")
    server.answers["/robots.txt"] = "User-agent: lagebild\nDisallow: /geheim"
    watching, _, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert uris(store) == ["kritik1"] and server.asked["/geheim1"] == 0
    assert "robots.txt" in (store.root / "quarantine" / "index.tsv").read_text()


def test_robots_that_cannot_be_had_allow_nothing(server: Server, store: Store) -> None:
    server.feed("kritik1")
    server.answers["/robots.txt"] = 500
    watching, _, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert server.asked["/feed"] == 0 and watching.health.feed_failures == 1


def test_back_off_doubles_up_to_its_cap(server: Server, store: Store) -> None:
    server.answers["/feed"] = 500
    watching, clock, said = watch(store, "interval = 60\nlongest = 300\n" + feeds(server))
    for_seconds(watching, clock, 1400)
    waits = [re.findall(r"again in (\d+) s", line)[0] for line in said]
    assert waits[:4] == ["120", "240", "300", "300"] and set(waits[4:]) == {"300"}
    server.feed("kritik1")
    for_seconds(watching, clock, 400)
    assert uris(store) == ["kritik1"]


def test_a_clock_that_jumps_back_or_forth_does_no_harm(server: Server, store: Store) -> None:
    """Wall time is not asked; and even a monotonic clock that leaps only brings the next poll."""
    server.feed("kritik1")
    watching, clock, _ = watch(store, feeds(server))
    for_seconds(watching, clock, 10)
    clock.time += 1e7
    for_seconds(watching, clock, 10)
    assert server.asked["/feed"] == 2 and server.asked["/kritik1"] == 1


def _slow(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b"<")
        threading.Event().wait(0.1)


def _truncated(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<rss><channel><item>")


def _bomb(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(BOMB)


def _private(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.2:1/inside")
    handler.end_headers()


@pytest.mark.parametrize("bad", [_slow, _truncated, _bomb, 500, "<html>no feed</html>", "<!ENTITY a>"])
def test_a_bad_feed_costs_only_itself(server: Server, store: Store, bad: object) -> None:
    server.answers["/bad"] = bad
    server.feed("kritik1")
    watching, _, said = watch(store, feeds(server, "/bad", "/feed"))
    watching.run(once=True)
    assert uris(store) == ["kritik1"]
    assert (watching.health.feeds_polled, watching.health.feed_failures) == (1, 1)
    assert any("/bad" in line for line in said)


def test_a_redirect_into_the_private_network_is_refused(
    server: Server, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "is_public", lambda address: str(address) == "127.0.0.1")
    server.answers["/feed"] = _private
    watching, _, said = watch(store, feeds(server), Options(limits=OPEN.limits))
    watching.run(once=True)
    assert "private" in said[0] and watching.health.feed_failures == 1


def test_an_entry_whose_server_fails_is_tried_again_then_given_up(server: Server, store: Store) -> None:
    server.feed("kritik1", "kritik2", "kritik3")
    server.answers |= {"/kritik1": 404, "/kritik2": 503}
    watching, clock, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert uris(store) == [] and server.asked["/kritik2"] == 1 and server.asked["/kritik3"] == 0
    for_seconds(watching, clock, 4000)
    assert uris(store) == ["kritik3"]
    assert (server.asked["/kritik1"], server.asked["/kritik2"], server.asked["/kritik3"]) == (1, 3, 1)
    assert watching.health.article_failures == 2


def test_a_full_text_in_the_feed_needs_no_request(server: Server, store: Store) -> None:
    text = "Ein langer Satz über eine Lieferung. " * 60
    server.answers["/feed"] = (
        f'<rss version="2.0"><channel><item><link>{server.url}/granaten</link><description>{text}</description>'
        "</item><item><title>weder noch</title></item></channel></rss>"
    )
    watching, _, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert uris(store) == ["granaten"] and server.asked["/granaten"] == 0


def test_an_alert_fires_once_for_an_event_however_often_it_is_told(server: Server, store: Store) -> None:
    toml = feeds(server) + ALERT + 'contexts = ["military"]\nto = { file = "neu/waffen.jsonl" }\n'
    server.feed("granaten1", "kritik1", "vertrag1")
    watch(store, toml)[0].run(once=True)
    server.feed("granaten1", "granaten2", "getreide1")
    watch(store, toml)[0].run(once=True)
    watch(store, toml)[0].run(once=True)
    fired = [json.loads(line) for line in (store.root / "neu" / "waffen.jsonl").read_text().splitlines()]
    assert [(f["alert"], f["type"], f["when"]) for f in fired] == [
        ("Waffen", "AID", "2023-09-12"),
        ("Waffen", "AID", "2023-11-02"),
    ]
    assert fired[0]["who"] == "Nordkorea" and len({f["event"] for f in fired}) == 2
    assert fired[0]["reports"][0]["document"].endswith("/granaten1")


def test_a_new_alert_does_not_fire_for_what_the_store_holds(server: Server, store: Store) -> None:
    server.feed("granaten1")
    watch(store, feeds(server))[0].run(once=True)
    watching, _, _ = watch(store, feeds(server) + ALERT + 'to = { file = "w.jsonl" }\n')
    watching.run(once=True)
    assert not (store.root / "w.jsonl").exists() and watching.undelivered == 0


def test_a_target_that_fails_loses_nothing_and_stops_nothing(server: Server, store: Store) -> None:
    server.feed("granaten1")
    server.answers["/hook"] = 500
    toml = feeds(server) + ALERT + f'to = {{ webhook = "{server.url}/hook", private = true }}\n'
    first, _, said = watch(store, toml)
    first.run(once=True)
    assert first.undelivered == 1 and any("alert Waffen" in line for line in said) and server.posted == []
    server.answers["/hook"] = 204
    second, clock, _ = watch(store, toml)
    for_seconds(second, clock, 1000)
    assert second.undelivered == 0 and second.health.alerts_fired == 1
    assert [json.loads(body)["alert"] for body in server.posted] == ["Waffen"]


def test_a_webhook_to_a_private_address_is_refused_unless_asked_for(server: Server, store: Store) -> None:
    server.feed("granaten1")
    watching, _, said = watch(store, feeds(server) + ALERT + f'to = {{ webhook = "{server.url}/hook" }}\n')
    watching.run(once=True)
    assert watching.undelivered == 1 and server.posted == [] and "private" in said[-1]


def test_a_command_gets_the_event_on_its_standard_input(server: Server, store: Store, tmp_path: Path) -> None:
    server.feed("granaten1")
    out = tmp_path / "out"
    code = f"import sys; open({str(out)!r}, 'a').write(sys.stdin.read())"
    command = json.dumps([sys.executable, "-c", code])
    watch(store, feeds(server) + ALERT + f"to = {{ command = {command} }}\n")[0].run(once=True)
    assert json.loads(out.read_text())["type"] == "AID"
    gone, _, said = watch(store, feeds(server) + ALERT + 'to = { command = ["/nirgends"] }\n')
    server.feed("getreide1")
    gone.run(once=True)
    assert gone.undelivered == 1 and "no such file" in said[-1]


def test_while_another_program_writes_what_is_fetched_waits(server: Server, store: Store) -> None:
    server.feed(*(f"kritik{n}" for n in range(20)))
    watching, clock, said = watch(store, feeds(server))
    with store.writer():
        for_seconds(watching, clock, 500)
    assert uris(store) == [] and "another program" in said[0]
    assert sum(server.asked[f"/kritik{n}"] for n in range(20)) == 16
    for_seconds(watching, clock, 2000)
    assert len(uris(store)) == 20 and set(server.asked[f"/kritik{n}"] for n in range(20)) == {1}


def test_an_unforeseen_error_sets_the_articles_aside(server: Server, store: Store) -> None:
    server.feed("kritik1")
    watching, clock, _ = watch(store, feeds(server))

    def broken(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        for _ in stream:
            raise RuntimeError("broken")
        yield from ()

    watching._read = broken
    for_seconds(watching, clock, 2000)
    assert "broken" in (store.root / "quarantine" / "index.tsv").read_text()
    assert watching.health.article_failures == 1 and server.asked["/kritik1"] == 1


def test_an_article_stored_before_a_crash_still_has_its_alert(server: Server, store: Store) -> None:
    server.feed()
    toml = feeds(server) + ALERT + 'to = { file = "w.jsonl" }\n'
    watch(store, toml)[0].run(once=True)
    with store.writer() as writer:
        writer.add(record("granaten", [EVENTS["granaten"]]))
    watch(store, toml)[0].run(once=True)
    watch(store, toml)[0].run(once=True)
    assert len((store.root / "w.jsonl").read_text().splitlines()) == 1


def test_a_stopped_watch_stores_what_it_has_fetched(server: Server, store: Store) -> None:
    server.feed("kritik1", "kritik2")
    watching, clock, _ = watch(store, feeds(server))
    page = str(server.answers["/kritik1"]).encode()

    def stops(handler: BaseHTTPRequestHandler) -> None:
        watching.stop()
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(page)

    server.answers["/kritik1"] = stops
    clock.until = 1e9
    watching.run()
    assert uris(store) == ["kritik1"] and server.asked["/kritik2"] == 0


def test_health_and_metrics_are_served(server: Server, store: Store) -> None:
    server.feed("kritik1")
    watching, clock, _ = watch(store, feeds(server))
    watching.run(once=True)
    http = serve(watching.health, "127.0.0.1:0")
    try:
        base = f"http://127.0.0.1:{http.server_port}"
        assert urlopen(f"{base}/healthz").read() == b"ok\n"
        text = urlopen(f"{base}/metrics").read().decode()
        assert "lagebild_watch_articles_added_total 1\n" in text
        assert re.search(r"^lagebild_watch_seconds_since_last_success \d", text, re.M)
        clock.time += 10_000
        with pytest.raises(OSError, match="503"):
            urlopen(f"{base}/healthz")
    finally:
        http.shutdown()
        http.server_close()


def test_sigterm_ends_the_command_in_good_order(server: Server, tmp_path: Path) -> None:
    server.answers["/feed"] = 500
    (tmp_path / "feeds.toml").write_text(feeds(server))
    command = [sys.executable, "-m", "lagebild", "watch", str(tmp_path / "feeds.toml"), "--into"]
    with Popen([*command, str(tmp_path / "s"), "--allow-private"], stderr=PIPE, text=True) as process:
        assert process.stderr and "polled again" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
