"""RSS and Atom feeds and sitemaps: each entry that holds its article is read as it stands, the others are fetched."""

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


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: what the feed says of it, and its page where the feed holds its full text.

    ``key`` names it however the feed changes around it: its link, else its id, else its content.
    """

    known: Origin
    key: str
    page: bytes | None

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
        found.append(Entry(known, link or _text(entry.get("id")) or f"{known.title}\0{full}", page))
    return found


def _feed(raw: bytes, origin: Origin, options: Options) -> Iterator[Found]:
    found = entries(raw, origin)
    if not found:
        raise InputError("no feed entries in this XML")
    for entry in found:
        yield from _entry(entry, options)


def _entry(entry: Entry, options: Options) -> Iterator[Found]:
    """One entry of a feed: its own full text where it has it, else the page it links to."""
    from lagebild.intake import web

    try:
        if entry.page is not None:
            yield Document(replace(entry.known, charset="utf-8"), entry.page, "html")
        elif entry.is_linked:
            yield from web.read(entry.known.uri, options, entry.known)
        else:
            raise InputError("this entry has neither a full text nor a link")
    except InputError as error:
        yield Failure(entry.known.uri, str(error))


def _full_text(entry: Any) -> str:
    """The longest text that the feed itself gives of an entry."""
    contents = [_text(content.get("value")) or "" for content in entry.get("content", [])]
    return max([*contents, _text(entry.get("summary")) or ""], key=len)


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
