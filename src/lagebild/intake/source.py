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
    ``sitemap_depth``: sitemap indexes inside sitemap indexes.
    """

    document_bytes: int = 16_000_000
    article_characters: int = 400_000
    seconds: float = 30.0
    redirects: int = 5
    sitemap_depth: int = 3


@dataclass(frozen=True)
class Options:
    """What the caller says about all inputs of a run.

    ``published`` (YYYY-MM-DD) outranks every date found in the inputs. ``allow_private``
    lets URLs lead to loopback, private and link-local addresses. ``keep_raw`` puts the bytes
    of what failed into its Failure, for a quarantine folder.
    """

    published: str | None = None
    allow_private: bool = False
    keep_raw: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Failure:
    """One input, or one document inside an input, that gave no article.

    ``name`` is the input as given, or ``archive/member`` for a document inside one;
    ``reason`` one line for a person. ``raw`` holds the document as it came (decompressed,
    at most ``Limits.document_bytes``) where ``Options.keep_raw`` asked for it and anything
    came at all; written to a file that ends in ``suffix`` it can be read again.
    ``passed_over``: nothing is wrong with it, but it is not for us, such as a picture in an
    archive or an article in another language; an archive has many of these.
    """

    name: str
    reason: str
    raw: bytes | None = None
    suffix: str = ".txt"
    passed_over: bool = False

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@dataclass(frozen=True)
class Origin:
    """What is known of one document before it is looked into.

    ``charset`` comes from a transport header; ``published`` and ``title`` from the JSONL
    line, feed entry or news sitemap that named the document; ``depth`` counts the sitemap
    indexes above it.
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
_SUFFIX: dict[Kind, str] = {"text": ".txt", "html": ".html", "line": ".jsonl"}


@dataclass(frozen=True)
class Document:
    """One document as it came, not looked into: cheap to make, hand to another process, and keep for another try.

    ``raw`` are its bytes, decompressed; ``kind`` says whether they are plain text, a page,
    or a JSON line that holds one of the two.
    """

    origin: Origin
    raw: bytes
    kind: Kind

    @property
    def suffix(self) -> str:
        """The file ending under which ``raw`` can be read again."""
        return _SUFFIX[self.kind]

    @property
    def key(self) -> str:
        """Stable name of this document's content at this address: what a journal of work done would note."""
        digest = hashlib.blake2b(
            f"{self.origin.uri}\0{self.origin.id or ''}\0".encode("utf8", "replace"), digest_size=12
        )
        digest.update(self.raw)
        return digest.hexdigest()

    def failure(self, reason: str, keep_raw: bool = False, passed_over: bool = False) -> Failure:
        """A Failure of this document."""
        raw = self.raw if keep_raw else None
        return Failure(self.origin.uri or "-", reason, raw, self.suffix, passed_over)


Found = Document | Failure
Result = Article | Failure
