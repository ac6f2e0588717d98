"""From what the user names to documents: files, folders, URLs and standard input, taken apart by format."""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO

from lagebild.errors import InputError
from lagebild.intake.source import Document, Failure, Found, Named, Options, Origin
from lagebild.intake.unzip import lines, opened, read_bounded

_URL = re.compile(r"https?://", re.I)
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|h1|p|meta|title)\b", re.I)
_FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b")
#: File endings that a folder is searched for; each may have ``.gz`` behind it.
ENDINGS = (".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".warc", ".xml", ".rss", ".atom")

Format = Callable[[IO[bytes], Origin, Options], Iterator[Named]]


def is_url(name: str) -> bool:
    """Whether an input is to be fetched."""
    return _URL.match(name) is not None


def _open(path: Path) -> BinaryIO:
    return path.open("rb")


def documents(
    inputs: Iterable[str | Iterable[Named]],
    options: Options,
    opener: Callable[[Path], BinaryIO] = _open,
    visited: Callable[[str], bool] = lambda key: False,
) -> Iterator[Found]:
    """Every document of the inputs, in order, and a Failure for each input that cannot be opened.

    An input is a file, a folder (all readable files below it, in the order of their
    names), a URL, ``-`` for standard input, or documents and links that the caller has. Holds one
    document at a time, however large the input. Files are opened by ``opener``; the links of feeds and sitemaps whose key is
    ``visited`` are passed over, the others followed politely. Never raises for what an input holds.
    """
    from lagebild.intake.follow import Follower

    follower = Follower(options, visited)
    for given in inputs:
        yield from follower.follow(_named(given, options, opener) if isinstance(given, str) else given)


def _named(name: str, options: Options, opener: Callable[[Path], BinaryIO]) -> Iterator[Named]:
    """The documents and links of one input."""
    try:
        if name == "-":
            yield from read_stream(sys.stdin.buffer, "-", options)
        elif is_url(name):
            from lagebild.intake.web import read as read_web

            yield from read_web(name, options)
        else:
            yield from _read_path(Path(name), name, options, opener)
    except InputError as error:
        yield Failure(name, str(error))
    except OSError as error:
        yield Failure(name, (error.strerror or type(error).__name__).lower())


def looks_like_html(text: str) -> bool:
    """Whether a string is a page or a piece of one rather than plain text."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and bool(
        _MARKUP.search(text[:20_000].encode("utf8", "replace"))
    )


def read_stream(
    stream: IO[bytes], name: str, options: Options, origin: Origin | None = None
) -> Iterator[Named]:
    """The documents and links of one stream: by the ending of ``name`` where that says enough, else by its first bytes."""
    origin = origin or Origin(uri=name)
    if name.lower().endswith((".warc", ".warc.gz")):  # fastwarc unpacks member by member itself
        yield from _format(name, b"")(stream, origin, options)
        return
    buffered = opened(stream)
    try:
        head = buffered.peek(1 << 15)
    except (EOFError, OSError, zlib.error) as error:
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
        return _read_lines
    if ending in (".rss", ".atom") or (ending in (".xml", "") and _FEED.search(start[:4096])):
        from lagebild.intake.feed import read as read_feed

        return read_feed
    if ending in (".html", ".htm", ".xhtml", ".xml"):
        return _read_html
    if ending != ".txt" and start.startswith(b"<") and _MARKUP.search(head):
        return _read_html
    return _read_text


def _read_text(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    yield Document(origin, read_bounded(stream, options.limits.document_bytes), "text")


def _read_html(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    yield Document(origin, read_bounded(stream, options.limits.document_bytes), "html")


def _read_lines(stream: IO[bytes], origin: Origin, options: Options) -> Iterator[Found]:
    """The lines that are not blank; a line is named ``file/number`` until it names itself."""
    name = origin.uri or "-"
    limit = options.limits.document_bytes
    for number, line in lines(stream, limit):
        place = replace(origin, uri=f"{name}/{number}")
        if line is None:
            yield Failure(place.uri, f"line {number} is longer than {limit / 1e6:g} MB")
        elif line.strip():
            yield Document(place, line, "line")


def _read_path(
    path: Path, name: str, options: Options, opener: Callable[[Path], BinaryIO]
) -> Iterator[Named]:
    if path.is_dir():
        found = False
        for file in files(path):
            if not is_readable(file):
                yield Failure(str(file), "in a folder, and a file of another kind", passed_over=True)
                continue
            found = True
            yield from _named(str(file), options, opener)
        if not found:
            raise InputError("no readable file in this folder (" + " ".join(ENDINGS[:7]) + ")")
        return
    if not path.exists():
        raise InputError("no such file or folder")
    if not path.is_file():
        raise InputError("neither a file nor a folder")
    with opener(path) as stream:
        yield from read_stream(stream, name, options)


def is_readable(file: Path) -> bool:
    """Whether a file of a folder is looked into, by its ending."""
    return file.name.lower().removesuffix(".gz").endswith(ENDINGS)


def files(folder: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names; hidden ones, links to folders and stores are left out."""
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink() and not _is_store(entry):
                yield from files(entry)
        elif entry.is_file():
            yield entry


def _is_store(folder: Path) -> bool:
    """Whether a folder is a store of records: an archive is often read into one that lies in it."""
    try:
        about = json.loads((folder / "store.json").read_text("utf8"))
    except (OSError, ValueError):
        return False
    return isinstance(about, dict) and about.keys() == {"schema"}
