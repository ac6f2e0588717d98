"""WARC archives (CC-NEWS style, plain or ``.warc.gz``): the pages in them, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from lagebild.intake.source import Document, Failure, Found, Options, Origin

_PAGES = ("text/html", "application/xhtml+xml")


def read(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    """Every HTML page that was answered with status 200.

    Images, redirects, errors and requests in the archive are passed over. Holds one record.
    The time of the crawl becomes ``retrieved``; it is never a publication date.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    found = False
    try:
        for record in ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="all"):
            for each in _record(record, origin, options):
                found = True
                yield each
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        yield Failure(origin.uri, f"damaged archive; the rest of it is not read ({str(error)[:100]})")
        return
    if not found:
        yield Failure(origin.uri, "no page in this archive")


def _record(record: Any, origin: Origin, options: Options) -> Iterator[Found]:
    uri = record.headers.get("WARC-Target-URI", "").strip("<>") or origin.uri
    if record.http_headers is not None and record.http_headers.status_code != 200:
        return
    media_type = (
        (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    )
    if media_type not in _PAGES:
        return
    known = Origin(uri=uri, retrieved=record.headers.get("WARC-Date"), charset=record.http_charset)
    limit = options.limits.document_bytes
    raw = record.reader.read(limit + 1)
    if len(raw) > limit:
        yield Failure(uri, f"larger than {limit / 1e6:g} MB")
        return
    yield Document(known, raw, "html")
