"""RSS and Atom feeds and sitemaps: an entry that holds its article is a document as it stands, another one a link."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import struct_time
from typing import IO, Any

from lxml import etree

from lagebild.errors import InputError
from lagebild.intake.source import Document, Failure, Link, Named, Options, Origin
from lagebild.intake.unzip import read_bounded

_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
#: A feed entry with at least this much text, in characters without markup, is the article itself.
_FULL = 1200


def read(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Named]:
    """The documents and links of a feed or sitemap, in its order; an entry that is neither gives a Failure."""
    head = stream.peek(1 << 14) if isinstance(stream, io.BufferedReader) else b""
    if _SITEMAP.search(head):
        yield from _sitemap(stream, origin)
    else:
        yield from _feed(read_bounded(stream, options.limits.document_bytes), origin, options)


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: what the feed says of it, and its page where the feed holds its full text.

    ``key`` names it however the feed changes around it: its link, else its id, else its content.
    ``changed`` is when, as the feed says, in its own words.
    """

    known: Origin
    key: str
    page: bytes | None
    changed: str = ""

    @property
    def is_linked(self) -> bool:
        """Whether it has a web address."""
        return re.match(r"https?://", self.known.uri) is not None


def entries(raw: bytes, origin: Origin) -> list[Entry]:
    """The entries of an RSS or Atom feed in its order. Raises InputError when it is no feed."""
    import feedparser

    if b"<!ENTITY" in raw:
        raise InputError("this feed defines XML entities; it is not read")
    try:
        parsed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser documents none, and hostile bytes find some
        raise InputError(f"this feed cannot be read ({type(error).__name__})") from error
    if not parsed.entries and not parsed.get("version"):
        raise InputError("no feed entries in this XML")
    publisher = _text(parsed.feed.get("title"))
    found = []
    for number, entry in enumerate(parsed.entries, 1):
        link = _text(entry.get("link"))
        known = replace(
            origin,
            uri=link or f"{origin.uri}/{number}",
            title=_text(entry.get("title")),
            publisher=publisher,
            published=_day(entry.get("published_parsed")) or origin.published,
            charset=None,
        )
        full = _full_text(entry)
        page = None
        if len(re.sub(r"<[^>]{0,500}>", "", full)) >= _FULL:
            page = _page(full if "<" in full else f"<p>{full}</p>", known).encode("utf8", "replace")
        key = link or _text(entry.get("id")) or f"{known.title}\0{full}"
        found.append(Entry(known, key, page, _text(dict.get(entry, "updated")) or ""))
    return found


def _feed(raw: bytes, origin: Origin, options: Options) -> Iterator[Named]:
    found = entries(raw, origin)
    if not found:
        raise InputError("no feed entries in this XML")
    for entry in found:
        if entry.page is not None:
            yield Document(replace(entry.known, charset="utf-8"), entry.page, "html")
        elif entry.is_linked:
            yield Link(replace(entry.known, depth=origin.depth + 1), entry.changed)
        else:
            yield Failure(entry.known.uri, "this entry has neither a full text nor a link")


def _full_text(entry: Any) -> str:
    """The longest text that the feed itself gives of an entry."""
    contents = [_text(content.get("value")) or "" for content in entry.get("content", [])]
    return max([*contents, _text(entry.get("summary")) or ""], key=len)


def _page(content: str, known: Origin) -> str:
    """The content of an entry as a page of its own, its title as the headline."""
    from html import escape

    title = escape(known.title or "")
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{content}</article></body></html>"


def _sitemap(stream: IO[bytes], origin: Origin) -> Iterator[Named]:
    """What a sitemap lists, one after another; news sitemaps give title, publisher and date.

    Holds one entry at a time. ``lastmod`` is when a page was changed, not published.
    """
    for entry in _sitemap_entries(stream):
        url = entry.get("loc", "").strip()
        if not re.match(r"https?://", url):
            yield Failure(url or origin.uri, "a sitemap entry without a web address")
            continue
        known = Origin(
            uri=url,
            title=entry.get("title"),
            publisher=entry.get("name"),
            published=entry.get("publication_date"),
            depth=origin.depth + 1,
        )
        yield Link(known, entry.get("lastmod", ""))


def _sitemap_entries(stream: IO[bytes]) -> Iterator[dict[str, str]]:
    """The fields, by local name, of each page or sitemap that is listed; entities are not expanded."""
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
            yield {
                etree.QName(child).localname: " ".join((child.text or "").split())
                for child in element.iter()
                if isinstance(child.tag, str) and (child.text or "").strip()
            }
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
