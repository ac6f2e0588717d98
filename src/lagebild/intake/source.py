"""What a run of intake gives back and the bounds it keeps: Failure, Limits, Options."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    """

    name: str
    reason: str
    raw: bytes | None = None
    suffix: str = ".txt"

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


Result = Article | Failure
