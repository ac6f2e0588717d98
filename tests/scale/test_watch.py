"""Watching feeds on loopback; time is told, not waited for."""

import re
import signal
import sys
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from subprocess import PIPE, Popen
from urllib.request import urlopen

import pytest

from lagebild.scale.watch import serve
from lagebild.scale.work import Batch, Read
from lagebild.store import Store
from tests.scale.watching import Server, feeds, for_seconds, uris, watch


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


def test_fetched_entries_are_stored_soon_though_feeds_keep_coming(server: Server, store: Store) -> None:
    server.feed("kritik1")
    server.feed("kritik1", path="/other")
    toml = "interval = 60\ndelay = 20\n" + feeds(server, "/feed", "/other")
    watching, clock, _ = watch(store, toml)
    clock.until = clock.time + 130
    clock.stop = lambda: pytest.fail("nothing was stored") if not uris(store) else watching.stop()
    watching.run()


def test_a_clock_that_jumps_back_or_forth_does_no_harm(server: Server, store: Store) -> None:
    """Wall time is not asked; and even a monotonic clock that leaps only brings the next poll."""
    server.feed("kritik1")
    watching, clock, _ = watch(store, feeds(server))
    for_seconds(watching, clock, 10)
    clock.time += 1e7
    for_seconds(watching, clock, 10)
    assert server.asked["/feed"] == 2 and server.asked["/kritik1"] == 1


def test_a_full_text_in_the_feed_needs_no_request(server: Server, store: Store) -> None:
    text = "Ein langer Satz über eine Lieferung. " * 60
    server.answers["/feed"] = (
        f'<rss version="2.0"><channel><item><link>{server.url}/granaten</link><description>{text}</description>'
        "</item><item><title>weder noch</title></item></channel></rss>"
    )
    watching, _, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert uris(store) == ["granaten"] and server.asked["/granaten"] == 0


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
