"""WARC archives (CC-NEWS style, plain or ``.warc.gz``): the pages in them, one at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, Any

from lagebild.errors import InputError
from lagebild.intake.source import Document, Failure, Found, Options, Origin

_PAGES = ("text/html", "application/xhtml+xml")
#: What fastwarc raises for bytes that are not what their headers say.
_DAMAGE = (OSError, EOFError, ValueError, RuntimeError)


def read(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    """Every HTML page that was answered with status 200; pictures, redirects and errors are passed over.

    Holds one record. The time of the crawl becomes ``retrieved``; it is never a publication date.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    found = False
    try:
        # Bodies are decoded one by one: a page with broken compression costs itself, not the rest of the archive.
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="none"):
            each = _record(record, origin, options)
            found = found or not (isinstance(each, Failure) and each.passed_over)
            yield each
    except _DAMAGE as error:
        yield Failure(origin.uri, f"damaged archive; the rest of it is not read ({str(error)[:100]})")
        return
    if not found:
        yield Failure(origin.uri, "no page in this archive")


def _record(record: Any, origin: Origin, options: Options) -> Found:
    uri = record.headers.get("WARC-Target-URI", "").strip("<>") or origin.uri
    if record.http_headers is not None and record.http_headers.status_code != 200:
        return Failure(uri, "in an archive, and no page but an error or a redirect", passed_over=True)
    media_type = (
        (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    )
    if media_type not in _PAGES:
        return Failure(
            uri, "in an archive, and no page but a picture, a script or the like", passed_over=True
        )
    known = Origin(uri=uri, retrieved=record.headers.get("WARC-Date"), charset=record.http_charset)
    limit = options.limits.document_bytes
    try:
        return Document(known, _decoded(_read(record, limit), record.http_headers, limit), "html")
    except InputError as error:
        return Failure(uri, str(error))


def _read(record: Any, limit: int) -> bytes:
    """The body of a record. Raises InputError when it is larger than ``limit`` bytes."""
    body: bytes = record.reader.read(limit + 1)
    if len(body) > limit:
        raise InputError(f"larger than {limit / 1e6:g} MB")
    return body


def _decoded(body: bytes, headers: Any, limit: int) -> bytes:
    """The body without the encodings that its HTTP headers name; raises InputError when it is not what they say.

    Some crawlers keep the headers of a body that they have decoded: one that is plainly markup is left as it is.
    """
    encodings = (
        {name: headers.get(name) for name in ("Transfer-Encoding", "Content-Encoding")} if headers else {}
    )
    named = {name: value for name, value in encodings.items() if value and value.lower() != "identity"}
    if not named or body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return body
    http = "HTTP/1.1 200 OK\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items()) + "\r\n"
    block = http.encode("latin-1", "replace") + body
    kind = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
    alone = f"{kind}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    from fastwarc.warc import ArchiveIterator

    try:
        records = ArchiveIterator(io.BytesIO(alone), parse_http=True, auto_decode="all")
        return _read(next(records), limit)
    except _DAMAGE as error:
        raise InputError(f"damaged compressed data on this page ({str(error)[:100]})") from error
