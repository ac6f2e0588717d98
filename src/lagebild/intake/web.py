"""URLs to documents: a page, a text, a feed or a sitemap, told apart by media type and first bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from lagebild.intake.documents import read_stream
from lagebild.intake.fetch import Fetched, fetch
from lagebild.intake.source import Named, Options, Origin

#: The file ending that stands for a media type; "" lets the first bytes decide.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/warc": ".warc",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
}


def read(url: str, options: Options) -> Iterator[Named]:
    """The documents behind a URL that the user names; raises FetchError (an InputError) when it cannot be fetched."""
    yield from documents_of(fetch(url, options.limits, options.allow_private), Origin(uri=url), options)


def documents_of(answer: Fetched, origin: Origin, options: Options) -> Iterator[Named]:
    """The documents in an answer; ``origin`` holds its URL and what the feed or sitemap that named it said of it."""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    name = "web" + _ENDINGS.get(answer.media_type, "")
    origin = replace(origin, charset=answer.charset, retrieved=now)
    yield from read_stream(io.BytesIO(answer.body), name, options, origin)
