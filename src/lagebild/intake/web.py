"""URLs to documents: a page, a text, a feed or a sitemap, told apart by media type and first bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from lagebild.intake.documents import read_stream
from lagebild.intake.fetch import fetch
from lagebild.intake.source import Found, Options, Origin

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


def read(url: str, options: Options, origin: Origin | None = None, depth: int = 0) -> Iterator[Found]:
    """The documents behind a URL; raises FetchError (an InputError) when it cannot be fetched.

    ``origin`` holds what the feed or sitemap that named the URL said of it.
    """
    answer = fetch(url, options.limits, options.allow_private)
    origin = replace(
        origin or Origin(),
        uri=url,
        charset=answer.charset,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        depth=depth,
    )
    name = "web" + _ENDINGS.get(answer.media_type, "")
    yield from read_stream(io.BytesIO(answer.body), name, options, origin)
