"""What goes through intake and the bounds it keeps: Options, Limits, Document, Failure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from lagebild.intake.article import Article


@dataclass(frozen=True)
class Limits:
    """Bounds on what strangers can make us read.

    ``document_bytes``: one page, line or text after decompression. ``article_characters``:
    canonical text of one article. ``seconds``: one URL from name look-up to last byte.
    ``sitemap_depth``: feeds and sitemaps that lead to one another. ``host_failures``: in a row,
    after which the other pages that a feed or sitemap names there are left alone.
    """

    document_bytes: int = 16_000_000
    article_characters: int = 400_000
    seconds: float = 30.0
    redirects: int = 5
    sitemap_depth: int = 3
    host_failures: int = 5


@dataclass(frozen=True)
class Options:
    """What the caller says about all inputs of a run.

    ``published`` (YYYY-MM-DD) outranks every date found in the inputs. ``allow_private``
    lets URLs lead to loopback, private and link-local addresses. ``keep_raw`` puts the bytes
    of what failed into its Failure, for a quarantine folder. ``delay``: seconds between two
    requests to one host for what a feed or sitemap names; its robots.txt may ask for more.
    """

    published: str | None = None
    allow_private: bool = False
    keep_raw: bool = False
    delay: float = 1.0
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Failure:
    """One input, or one document inside an input, that gave no article.

    ``name`` is the input as given, or ``archive/member`` for a document inside one;
    ``reason`` one line for a person. ``raw`` holds the document as it came (decompressed,
    at most ``Limits.document_bytes``) where ``Options.keep_raw`` asked for it and anything
    came at all; written to a file that ends in ``suffix`` it can be read again.
    ``passed_over``: nothing is wrong with it, but it is not for us, such as a picture in an
    archive or an article in another language; an archive has many of these. ``origin`` is what was
    known of the document.
    """

    name: str
    reason: str
    raw: bytes | None = None
    suffix: str = ".txt"
    passed_over: bool = False
    origin: Origin | None = None

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@dataclass(frozen=True)
class Origin:
    """What is known of one document before it is looked into.

    ``charset`` comes from a transport header; ``published`` and ``title`` from the JSONL
    line, feed entry or news sitemap that named the document; ``depth`` counts the feeds
    and sitemaps above it.
    """

    uri: str = ""
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    retrieved: str | None = None
    charset: str | None = None
    depth: int = 0


Kind = Literal["text", "html", "line"]
#: The file ending of each kind, under which it can be read again.
SUFFIX: dict[Kind, str] = {"text": ".txt", "html": ".html", "line": ".jsonl"}


@dataclass(frozen=True)
class Document:
    """One document as it came, not looked into: cheap to make, hand to another process, and keep for another try.

    ``raw`` are its bytes, decompressed; ``kind`` says whether they are plain text, a page,
    or a JSON line that holds one of the two. ``via`` is the key of the Link that led to it.
    """

    origin: Origin
    raw: bytes
    kind: Kind
    via: str | None = None

    @property
    def suffix(self) -> str:
        """The file ending under which ``raw`` can be read again."""
        return SUFFIX[self.kind]

    @property
    def key(self) -> str:
        """Stable name of this document's content at this address: what a journal of work done would note."""
        return _digest(f"{self.origin.uri}\0{self.origin.id or ''}\0".encode("utf8", "replace") + self.raw)

    def failure(self, reason: str, keep_raw: bool = False, passed_over: bool = False) -> Failure:
        """A Failure of this document."""
        raw = self.raw if keep_raw else None
        return Failure(self.origin.uri or "-", reason, raw, self.suffix, passed_over, self.origin)


@dataclass(frozen=True)
class Link:
    """A page that a feed or sitemap names, not fetched yet. ``changed``: when, as these say, in any form."""

    known: Origin
    changed: str = ""

    @property
    def key(self) -> str:
        """Stable name of this page in this state: what a journal of work done would note."""
        return _digest(f"link\0{self.known.uri}\0{self.changed}".encode("utf8", "replace"))


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=12).hexdigest()


Found = Document | Failure
Named = Found | Link
Result = Article | Failure
