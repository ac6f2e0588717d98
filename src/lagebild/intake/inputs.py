"""The door of intake: what the user names on the command line, one article or failure after another."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from lagebild.errors import InputError
from lagebild.intake import jsonl, plain
from lagebild.intake.article import Article
from lagebild.intake.decode import decode
from lagebild.intake.published import iso_day
from lagebild.intake.source import Failure, Options, Origin, Result
from lagebild.intake.unzip import opened, read_bounded

_URL = re.compile(r"https?://", re.I)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|h1|p|meta|title)\b", re.I)
_FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b")
#: File endings that a folder is searched for; each may have ``.gz`` behind it.
ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".warc", ".xml", ".rss", ".atom")

Format = Callable[[IO[bytes], Origin, Options], Iterator[Result]]


def read_inputs(inputs: Iterable[str], options: Options | None = None) -> Iterator[Result]:
    """Every article of the inputs, in order, and a Failure for each that cannot be read.

    An input is a file, a folder (all readable files below it, in the order of their
    names), a URL, or ``-`` for standard input. Never raises for what an input holds.
    """
    options = checked(options or Options())
    for name in inputs:
        try:
            if name == "-":
                yield from read_stream(sys.stdin.buffer, "-", options)
            elif _URL.match(name):
                from lagebild.intake.web import read as read_web

                yield from read_web(name, options)
            else:
                yield from _read_path(Path(name), name, options)
        except InputError as error:
            yield Failure(name, str(error))
        except OSError as error:
            yield Failure(name, (error.strerror or type(error).__name__).lower())


def article_from(
    text_or_html: str,
    *,
    published: str | None = None,
    uri: str = "",
    publisher: str | None = None,
    id: str | None = None,
    title: str | None = None,
) -> Article:
    """The article of a string that is plain text or HTML.

    ``published`` (YYYY-MM-DD) outranks every other date. Raises InputError when there is no
    article in it, LanguageError when it is in a language that is not read.
    """
    options = checked(Options(published=published))
    origin = Origin(uri=uri, id=id, title=title, publisher=publisher)
    if looks_like_html(text_or_html):
        from lagebild.intake import html

        return html.article(text_or_html, origin, options)
    return plain.article(text_or_html, origin, options)


def checked(options: Options) -> Options:
    """The options with ``published`` as an ISO day; raises InputError when it is no date."""
    if options.published is None:
        return options
    day = iso_day(options.published)
    if day is None:
        raise InputError(f"{options.published[:40]!r} is not a date; write it like 2023-09-12")
    return replace(options, published=day)


def looks_like_html(text: str) -> bool:
    """Whether a string is a page or a piece of one rather than plain text."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and bool(
        _MARKUP.search(text[:20_000].encode("utf8", "replace"))
    )


def read_stream(
    stream: IO[bytes], name: str, options: Options, origin: Origin | None = None
) -> Iterator[Result]:
    """The documents of one stream: by the ending of ``name`` where that says enough, else by its first bytes."""
    origin = origin or Origin(uri=name)
    if name.lower().endswith((".warc", ".warc.gz")):  # fastwarc unpacks member by member itself
        yield from _format(name, b"")(stream, origin, options)
        return
    buffered = opened(stream)
    try:
        head = buffered.peek(1 << 15)
    except (EOFError, OSError) as error:
        raise InputError(f"damaged gzip data ({error})") from error
    yield from _format(name, head)(buffered, origin, options)


def _format(name: str, head: bytes) -> Format:
    """The reader for a document, by name and first bytes."""
    ending = Path(name.removesuffix(".gz").removesuffix(".GZ")).suffix.lower() if name != "-" else ""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if ending == ".warc" or start.startswith(b"WARC/"):
        from lagebild.intake.warc import read as read_warc

        return read_warc
    if ending in (".jsonl", ".ndjson") or (ending in ("", ".json") and start.startswith(b"{")):
        return jsonl.read
    if ending in (".rss", ".atom") or (ending in (".xml", "") and _FEED.search(start[:4096])):
        from lagebild.intake.feed import read as read_feed

        return read_feed
    if ending in (".html", ".htm", ".xhtml", ".xml"):
        return _read_html
    if ending != ".txt" and start.startswith(b"<") and _MARKUP.search(head):
        return _read_html
    return _read_text


def _read_text(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Result]:
    yield from _single(stream, origin, options, ".txt")


def _read_html(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Result]:
    yield from _single(stream, origin, options, ".html")


def _single(stream: IO[bytes], origin: Origin, options: Options, ending: str) -> Iterator[Result]:
    """The one document of a stream."""
    raw: bytes | None = None
    try:
        raw = read_bounded(stream, options.limits.document_bytes)
        yield document(raw, origin, options, ending == ".html")
    except InputError as error:
        yield Failure(origin.uri or "-", str(error), raw if options.keep_raw else None, ending)


def document(raw: bytes, origin: Origin, options: Options, markup: bool) -> Article:
    """The article of the bytes of one page (``markup``) or plain text; raises InputError."""
    text = decode(raw, origin.charset, markup)
    if markup:
        from lagebild.intake import html

        return html.article(text, origin, options)
    return plain.article(text, origin, options)


def _read_path(path: Path, name: str, options: Options) -> Iterator[Result]:
    if path.is_dir():
        found = False
        for file in _files(path):
            found = True
            yield from read_inputs([str(file)], options)
        if not found:
            raise InputError("no readable file in this folder (" + " ".join(ENDINGS[:7]) + ")")
        return
    if not path.exists():
        raise InputError("no such file or folder")
    if not path.is_file():
        raise InputError("neither a file nor a folder")
    with path.open("rb") as stream:
        yield from read_stream(stream, name, options)


def _files(folder: Path) -> Iterator[Path]:
    """The readable files below a folder in the order of their names; hidden ones and links to folders left out."""
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        elif entry.is_file() and entry.name.lower().removesuffix(".gz").endswith(ENDINGS):
            yield entry
