"""Web archives: page after page, whatever one of them holds."""

import gzip
import io

from lagebild.intake import Article, Failure, Limits, Options, read_inputs
from lagebild.intake.documents import read_stream
from tests.intake.pages import ENGLISH, PAGE, results

SMALL = Options(limits=Limits(document_bytes=400_000))
HTML = "Content-Type: text/html; charset=iso-8859-1"


def warc(*records):
    """A WARC of responses: (uri, status line, headers, body)."""
    out = b""
    for uri, status, headers, body in records:
        http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2023-09-20T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return out


def test_archive_of_pages(tmp_path):
    file = tmp_path / "CC-NEWS.warc.gz"
    undated = PAGE.replace("article:published_time", "x")
    file.write_bytes(
        warc(
            ("https://a.example/gas", "200 OK", HTML, PAGE.encode("cp1252")),
            ("https://a.example/bild.jpg", "200 OK", "Content-Type: image/jpeg", b"\xff\xd8\xff"),
            ("https://a.example/weg", "404 Not Found", HTML, PAGE.encode("cp1252")),
            (
                "https://a.example/en",
                "200 OK",
                HTML,
                f"<article><p>{ENGLISH}</p><p>{ENGLISH}</p></article>".encode(),
            ),
            (
                "https://a.example/gas2",
                "200 OK",
                HTML + "\r\nContent-Encoding: gzip",
                gzip.compress(undated.encode("cp1252")),
            ),
        )
    )
    first, failure, second = read_inputs([str(file)], Options(keep_raw=True))
    assert (first.uri, first.published, first.retrieved) == (
        "https://a.example/gas",
        "2023-09-13",
        "2023-09-20T10:00:00Z",
    )
    assert "Außenminister" in first.text
    assert "English" in failure.reason and failure.suffix == ".html" and ENGLISH.encode() in failure.raw
    assert second.published is None  # the day of the crawl is no publication date


def test_a_page_with_broken_compression_costs_only_itself(tmp_path):
    """Damage inside a record, a lie of its headers, or an encoding that nobody knows: the next page is read."""
    page = PAGE.encode("cp1252")
    bodies = [
        ("Content-Encoding: gzip", b"\x1f\x8bno gzip", "damaged"),
        ("Content-Encoding: gzip", gzip.compress(b" " * 500_000), "larger"),
        ("Content-Encoding: br", b"\x00nothing", "damaged"),
        ("Content-Encoding: no-such", b"nothing", None),
        ("Transfer-Encoding: chunked", b"FFFFFFFFFFFFFFFF\r\nabc", "damaged"),
        ("Transfer-Encoding: chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page), "whole"),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", page, "whole"),
    ]
    for headers, body, outcome in bodies:
        records = [(f"https://a.example/{n}", "200 OK", HTML, page) for n in range(2)]
        records.insert(1, ("https://a.example/odd", "200 OK", f"{HTML}\r\n{headers}", body))
        first, odd, last = results(io.BytesIO(warc(*records)), "a.warc.gz", SMALL)
        assert isinstance(first, Article) and isinstance(last, Article), headers
        if outcome == "whole":
            assert isinstance(odd, Article) and odd.text == first.text, headers
        else:
            assert isinstance(odd, Failure) and (outcome or "") in odd.reason, headers


def test_what_an_archive_holds_besides_pages_is_named_as_passed_over():
    raw = warc(
        ("https://a.example/weg", "404 Not Found", HTML, b"<p>weg</p>"),
        ("https://a.example/bild.jpg", "200 OK", "Content-Type: image/jpeg", b"\xff\xd8\xff"),
        ("https://a.example/gas", "200 OK", HTML, PAGE.encode("cp1252")),
    )
    found = list(read_stream(io.BytesIO(raw), "a.warc.gz", SMALL))
    assert [isinstance(each, Failure) and each.passed_over for each in found] == [True, True, False]


def test_an_archive_cut_at_any_byte_gives_what_it_holds(tmp_path):
    whole = warc(("https://a.example/gas", "200 OK", HTML, PAGE.encode("cp1252"))) * 2
    for end in range(0, len(whole), 97):
        found = results(io.BytesIO(whole[:end]), "a.warc.gz", SMALL)
        assert sum(isinstance(result, Article) for result in found) >= (end >= len(whole) // 2)
        assert all(isinstance(result, Article | Failure) for result in found)
