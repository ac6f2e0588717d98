"""A watch and servers that misbehave on purpose: manners, waits, and what a bad answer costs."""

import gzip
import re
import threading
from http.server import BaseHTTPRequestHandler

import pytest

from lagebild.intake import Options
from lagebild.intake import fetch as fetching
from lagebild.store import Store
from tests.scale.watching import OPEN, Server, feeds, for_seconds, uris, watch

BOMB = gzip.compress(b" " * 5_000_000)


def test_a_host_is_left_in_peace_between_requests(server: Server, store: Store) -> None:
    server.feed("kritik1", "kritik2")
    server.answers["/robots.txt"] = "User-agent: *\nCrawl-delay: 7"
    watching, clock, _ = watch(store, feeds(server))
    watching.run(once=True)
    assert clock.sleeps == [7.0, 7.0] and len(store.files("documents")) == 1


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
