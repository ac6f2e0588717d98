"""Plain text to Article: the canonical text is the input, unchanged to the character."""

from __future__ import annotations

import re

from lagebild.errors import InputError
from lagebild.intake.article import Article
from lagebild.intake.blocks import label
from lagebild.intake.decode import refuse_noise
from lagebild.intake.paragraphs import paragraphs
from lagebild.intake.published import from_text, from_uri, iso_day
from lagebild.intake.source import Limits, Options, Origin
from lagebild.intake.tongue import require_german
from lagebild.record import PublishedFrom

_SURROGATE = re.compile("[\ud800-\udfff]")


def article(text: str, origin: Origin, options: Options) -> Article:
    """The article of a plain text.

    Raises InputError when the text is empty, binary or too long, LanguageError when it is
    in a language that is not read. Lone surrogates, which no UTF-8 can hold, become U+FFFD.
    """
    text = _SURROGATE.sub("\ufffd", text)
    refuse_noise(text)
    refuse_length(text, options.limits)
    blocks = label(text, paragraphs(text))
    if all(block.kind == "furniture" for block in blocks):
        raise InputError("no article in this text: all of it looks like page furniture")
    require_german(" ".join(text[b:e] for k in blocks if k.kind != "furniture" for b, e in [k.span]))
    warnings: list[str] = []
    published, published_from = published_day(text, origin, options, warnings)
    headline = next((text[b:e] for k in blocks if k.kind == "headline" for b, e in [k.span]), None)
    return Article(
        text=text,
        blocks=blocks,
        uri=origin.uri,
        id=origin.id,
        title=_SURROGATE.sub("\ufffd", origin.title) if origin.title else headline,
        publisher=origin.publisher,
        published=published,
        published_from=published_from,
        retrieved=origin.retrieved,
        warnings=warnings,
    )


def refuse_length(text: str, limits: Limits) -> None:
    """Raise InputError when the text is too long for one article."""
    if len(text) > limits.article_characters:
        raise InputError(
            f"{len(text):,} characters are too long for one article (limit {limits.article_characters:,}); split it"
        )


def published_day(
    text: str, origin: Origin, options: Options, warnings: list[str]
) -> tuple[str | None, PublishedFrom | None]:
    """Publication day and where it is from: option, metadata that came with the text, URL, dateline."""
    if options.published:
        return options.published, "option"
    if origin.published:
        if day := iso_day(origin.published):
            return day, "metadata"
        warnings.append(f"published date {origin.published[:40]!r} not understood")
    if day := from_uri(origin.uri):
        return day, "url"
    if day := from_text(text):
        return day, "text"
    return None, None
