"""RSS and Atom feeds and sitemaps: each entry that holds its article is read as it stands, the others are fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from time import struct_time
from typing import IO, Any

from lxml import etree

from lagebild.errors import InputError
from lagebild.intake.source import Document, Failure, Found, Options, Origin
from lagebild.intake.unzip import read_bounded

_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
#: A feed entry with at least this much text, in characters without markup, is the article itself.
_FULL = 1200


def read(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    """The documents of a feed or sitemap, in its order; an entry that cannot be had gives a Failure."""
    head = stream.peek(1 << 14) if isinstance(stream, io.BufferedReader) else b""
    if _SITEMAP.search(head):
        yield from _sitemap(stream, origin, options)
    else:
        yield from _feed(read_bounded(stream, options.limits.document_bytes), origin, options)


def _feed(raw: bytes, origin: Origin, options: Options) -> Iterator[Found]:
    import feedparser

    if b"<!ENTITY" in raw:
        raise InputError("this feed defines XML entities; it is not read")
    parsed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        raise InputError("no feed entries in this XML")
    publisher = _text(parsed.feed.get("title"))
    for number, entry in enumerate(parsed.entries, 1):
        known = replace(
            origin,
            uri=_text(entry.get("link")) or f"{origin.uri}/{number}",
            title=_text(entry.get("title")),
            publisher=publisher,
            published=_day(entry.get("published_parsed")) or origin.published,
            charset=None,
        )
        yield from _entry(entry, known, options)


def _entry(entry: Any, known: Origin, options: Options) -> Iterator[Found]:
    """One entry of a feed: its own full text where it has it, else the page it links to."""
    from lagebild.intake import web

    contents = [_text(content.get("value")) or "" for content in entry.get("content", [])]
    full = max([*contents, _text(entry.get("summary")) or ""], key=len)
    try:
        if len(re.sub(r"<[^>]{0,500}>", "", full)) >= _FULL:
            page = full if "<" in full else f"<p>{full}</p>"
            yield Document(
                replace(known, charset="utf-8"), _page(page, known).encode("utf8", "replace"), "html"
            )
        elif re.match(r"https?://", known.uri):
            yield from web.read(known.uri, options, known)
        else:
            raise InputError("this entry has neither a full text nor a link")
    except InputError as error:
        yield Failure(known.uri, str(error))


def _page(content: str, known: Origin) -> str:
    """The content of an entry as a page of its own, its title as the headline."""
    from html import escape

    title = escape(known.title or "")
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{content}</article></body></html>"


def _sitemap(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    """Fetch what a sitemap lists, one after another; news sitemaps give title, publisher and date.

    Holds one entry at a time. ``lastmod`` is when a page was changed, not published: it is not used.
    """
    from lagebild.intake import web

    if origin.depth > options.limits.sitemap_depth:
        raise InputError("sitemaps nested too deep")
    for tag, entry in _sitemap_entries(stream):
        url = entry.get("loc", "").strip()
        known = Origin(
            title=entry.get("title"), publisher=entry.get("name"), published=entry.get("publication_date")
        )
        try:
            if not re.match(r"https?://", url):
                raise InputError("a sitemap entry without a web address")
            yield from web.read(url, options, known, origin.depth + (tag == "sitemap"))
        except InputError as error:
            yield Failure(url or origin.uri, str(error))


def _sitemap_entries(stream: IO[bytes]) -> Iterator[tuple[str, dict[str, str]]]:
    """(``url`` or ``sitemap``, its fields by local name), one at a time; entities are not expanded."""
    events = etree.iterparse(
        stream,
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    try:
        for _, element in events:
            tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if tag not in ("url", "sitemap"):
                continue
            yield (
                tag,
                {
                    etree.QName(child).localname: " ".join((child.text or "").split())
                    for child in element.iter()
                    if isinstance(child.tag, str) and (child.text or "").strip()
                },
            )
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise InputError(f"damaged sitemap ({str(error)[:80]})") from error


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day(parsed: struct_time | None) -> str | None:
    """ISO day of feedparser's time, which is in UTC."""
    if parsed is None:
        return None
    try:
        return datetime(*parsed[:6], tzinfo=UTC).date().isoformat()
    except (ValueError, TypeError):
        return None
