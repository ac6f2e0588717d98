"""URLs and feeds: against a server that misbehaves on purpose, on this machine only."""

import gzip
import io
import ipaddress
import socket
import threading
import time
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lagebild.errors import FetchError, InputError
from lagebild.intake import Article, Failure, Limits, Options, read_inputs
from lagebild.intake.documents import documents
from lagebild.intake.fetch import _retry_after, fetch, is_public
from lagebild.intake.follow import Follower
from lagebild.intake.source import Link, Origin
from tests.intake.pages import PAGE, TEXT, results

OPEN = Options(allow_private=True, delay=0.0, limits=Limits(document_bytes=400_000, seconds=4.0, redirects=3))


BOMB = gzip.compress(b" " * 20_000_000)


class Misbehaving(BaseHTTPRequestHandler):
    """Answers by path."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        """Be quiet."""

    def do_GET(self):
        with suppress(OSError):
            getattr(self, self.path.strip("/").split("/")[0].replace("-", "_").split(".")[0], self.missing)()

    def send(self, body, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def missing(self):
        self.send(b"<h1>nichts</h1>", status=404)

    def page(self):
        self.send(PAGE.encode())

    def packed(self):
        self.send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def text(self):
        self.send(TEXT.encode("cp1252"), "text/plain; charset=iso-8859-1")

    def moved(self):
        self.send(b"", status=302, Location="/page")

    def circle(self):
        self.send(b"", status=302, Location="/circle")

    def away(self):
        self.send(b"", status=302, Location="file:///etc/passwd")

    def endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while True:
            self.wfile.write(b"<p>" + b"x" * 50_000)

    def bomb(self):
        self.send(BOMB, Content_Encoding="gzip")

    def slow(self):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"<")
            time.sleep(0.2)

    def slow_head(self):
        for _ in range(100):
            self.wfile.write(b"H")
            time.sleep(0.2)

    def robots(self):
        self.send(b"User-agent: *\nDisallow: /verbo*en", "text/plain")

    def verboten(self):
        self.page()

    def moved_to_verboten(self):
        self.send(b"", status=302, Location="/verboten")

    def broken(self):
        self.send(b"", status=503)

    def selfish(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        items = "".join(f"<item><link>{base}/{path}</link></item>" for path in ("selfish", "page"))
        self.send(
            f"<rss><channel><title>Blatt</title>{items}</channel></rss>".encode(), "application/rss+xml"
        )

    def cut(self):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(PAGE.encode())
        self.close_connection = True

    def feed(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.splitlines()[2:]) * 4
        self.send(
            f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Beispielblatt</title>
            <item><title>Gasabkommen</title><link>{base}/page</link><description>Kurz.</description></item>
            <item><title>Ganz im Feed</title><link>https://beispiel.example/2</link>
            <pubDate>Wed, 13 Sep 2023 07:00:00 +0200</pubDate>
            <content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>
            <item><title>Weg</title><link>{base}/missing</link></item></channel></rss>""".encode(),
            "application/rss+xml",
        )

    def sitemap(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        self.send(
            f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{base}/text</loc>
            <lastmod>2020-01-01</lastmod><n:news><n:publication><n:name>Beispielblatt</n:name></n:publication>
            <n:publication_date>2023-09-13</n:publication_date><n:title>Gas</n:title></n:news></url>
            <url><loc>ftp://x</loc></url></urlset>""".encode(),
            "application/xml",
        )

    def nested(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        self.send(
            f"<sitemapindex><sitemap><loc>{base}{self.path}/x</loc></sitemap></sitemapindex>".encode(),
            "text/xml",
        )


@pytest.fixture(scope="module")
def server():
    """The address of the misbehaving server."""
    served = ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
    served.daemon_threads = True
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    served.shutdown()


@pytest.mark.parametrize("path", ["page", "packed", "text", "moved"])
def test_pages_and_texts_are_read(server, path):
    (article,) = read_inputs([f"{server}/{path}"], OPEN)
    assert "Außenminister von Norland" in article.text
    assert article.uri == f"{server}/{path}"
    assert article.retrieved.endswith("Z")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "404"),
        ("circle", "more than 3 redirects"),
        ("away", "not a web address"),
        ("endless", "larger than 0.4 MB"),
        ("bomb", "larger than 0.4 MB"),
        ("slow", "within 4 seconds"),
        ("slow-head", "within 4 seconds"),
        ("cut", "could not be fetched"),
    ],
)
def test_misbehaviour_is_one_line(server, path, reason):
    begin = time.monotonic()
    failure, article = read_inputs([f"{server}/{path}", f"{server}/page"], OPEN)
    assert isinstance(failure, Failure)
    assert reason in failure.reason and "\n" not in failure.reason
    assert isinstance(article, Article)
    assert time.monotonic() - begin < 60


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest",
        "http://0x7f000001/",
        "http://2130706433/",
    ],
)
def test_private_addresses_are_refused(url):
    with pytest.raises(FetchError, match=r"private|no host"):
        fetch(url, Limits(seconds=5))


def test_a_redirect_into_the_private_network_is_refused(server, monkeypatch):
    """The first host counts as public here; the address that it points to is checked like the first."""
    asked = []

    def public(address):
        asked.append(str(address))
        return len(asked) == 1

    monkeypatch.setattr("lagebild.intake.fetch.is_public", public)
    with pytest.raises(FetchError, match="private"):
        fetch(f"{server}/moved", Limits(seconds=5))
    assert asked == ["127.0.0.1", "127.0.0.1"]


def test_the_checked_address_is_the_one_connected_to(server, monkeypatch):
    """A name that resolves to another address the second time (DNS rebinding) is asked only once."""
    port = int(server.rpartition(":")[2])
    answers = iter([("127.0.0.1", port), ("10.0.0.1", port)])

    asks = socket.getaddrinfo

    def resolves(host, *args, **kwargs):
        if host != "nachrichten.example":
            return asks(host, *args, **kwargs)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", next(answers))]

    monkeypatch.setattr("socket.getaddrinfo", resolves)
    answer = fetch(f"http://nachrichten.example:{port}/page", Limits(seconds=5), allow_private=True)
    assert answer.status == 200
    assert next(answers)[0] == "10.0.0.1"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:192.168.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1", False),
        ("2a00:1450:4001::1", True),
    ],
)
def test_public_addresses(address, public):
    assert is_public(ipaddress.ip_address(address)) is public


def test_feed_entries_are_read_or_fetched(server):
    fetched, whole, gone = read_inputs([f"{server}/feed"], OPEN)
    assert fetched.uri == f"{server}/page" and fetched.publisher == "Beispielblatt"
    assert whole.title == "Ganz im Feed" and whole.published == "2023-09-13"
    assert isinstance(gone, Failure) and "404" in gone.reason


def test_news_sitemap_gives_the_date(server):
    article, bad = read_inputs([f"{server}/sitemap"], OPEN)
    assert (article.published, article.title, article.publisher) == ("2023-09-13", "Gas", "Beispielblatt")
    assert isinstance(bad, Failure)


def test_sitemaps_without_end_are_left(server):
    (failure,) = read_inputs([f"{server}/nested"], OPEN)
    assert "too deep" in failure.reason


def test_a_feed_that_names_itself_is_read_once_more_at_most(server):
    found = list(read_inputs([f"{server}/selfish"], OPEN))
    assert [each.uri for each in found] == [f"{server}/page"] * 2


def test_a_visited_link_is_not_asked_for(server):
    keys = []
    found = documents([f"{server}/feed"], OPEN, visited=lambda key: not keys.append(key))
    assert [each.origin.uri for each in found] == ["https://beispiel.example/2"] and len(set(keys)) == 2


def test_a_server_that_fails_is_left_alone_after_some_tries(server, monkeypatch):
    """The pause doubles with each failure; what is not asked for is a failure too, for another run."""
    waits = []
    monkeypatch.setattr("lagebild.intake.polite.time.monotonic", lambda: 0.0)
    follower = Follower(replace(OPEN, delay=1.0), lambda key: False, waits.append)
    links = [Link(Origin(uri=f"{server}/broken/{n}")) for n in range(8)]
    reasons = [each.reason for each in follower.follow(links)]
    assert ["503" in reason for reason in reasons] == [True] * 5 + [False] * 3 and "5 times" in reasons[-1]
    assert len(waits) == 5 and waits[1:] == sorted(waits[1:])


def test_robots_and_their_redirects_bind_what_a_feed_names(server):
    links = [Link(Origin(uri=f"{server}/{path}")) for path in ("verboten", "moved-to-verboten", "page")]
    forbidden, moved, page = Follower(OPEN, lambda key: False).follow(links)
    assert "robots.txt" in forbidden.reason and "robots.txt" in moved.reason and page.kind == "html"
    (named,) = read_inputs([f"{server}/verboten"], OPEN)  # what the user names himself is fetched
    assert isinstance(named, Article)


@pytest.mark.parametrize(
    "value, seconds",
    [
        ("120", 120),
        ("Fri, 01 Jan 2010 00:00:00 GMT", 0),
        ("", None),
        ("bald", None),
        ("-5", None),
        ("9" * 400, None),
    ],
)
def test_how_long_a_server_asks_to_be_left_alone(value, seconds):
    assert _retry_after(value) == seconds


def test_xml_bombs_are_not_expanded():
    laughs = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))
    body = "<rss><channel><item><title>&l9;</title></item></channel></rss>"
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>{body}'
    with pytest.raises(InputError, match="entities"):
        results(io.BytesIO(bomb.encode()), "a.xml", OPEN)
