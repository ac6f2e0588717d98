"""Web pages to Article."""

from __future__ import annotations

from lagebild.errors import InputError
from lagebild.intake.article import Article
from lagebild.intake.blocks import label
from lagebild.intake.decode import refuse_noise
from lagebild.intake.mainpart import article_paragraphs, as_paragraphs, main_text
from lagebild.intake.metadata import Metadata, metadata
from lagebild.intake.page import Piece, parse, pieces, prune
from lagebild.intake.paragraphs import Paragraph
from lagebild.intake.plain import refuse_length
from lagebild.intake.published import from_label, from_text, from_uri, iso_day
from lagebild.intake.source import Options, Origin
from lagebild.intake.tongue import require_german
from lagebild.record import Block, PublishedFrom

#: Fewer words than this are a notice, not an article.
_FEW = 15
#: With less than this share of the main text left, the page's markup was misread.
_LOST = 0.35


def article(page: str, origin: Origin, options: Options) -> Article:
    """The article of a page; its canonical text is title, lede and paragraphs joined by line ends.

    Raises InputError when there is no article in the page, LanguageError when it is in a
    language that is not read.
    """
    refuse_noise(page)
    tree = parse(page)
    known = metadata(tree)
    prune(tree)
    found = pieces(tree)
    canonical, paragraphs, blocks = _arranged(found, main_text(tree, found, known.body), known)
    refuse_length(canonical, options.limits)
    if _words(canonical, blocks) < _FEW:
        raise InputError("no article on this page")
    require_german(
        " ".join(canonical[b:e] for k in blocks if k.kind in ("lede", "body") for b, e in [k.span])
    )
    published, published_from = _published(
        known, origin, options, [piece.text for piece in found], paragraphs
    )
    return Article(
        text=canonical,
        blocks=blocks,
        uri=origin.uri,
        id=origin.id,
        title=origin.title or known.title or next((p.text for p in paragraphs if p.role == "title"), None),
        publisher=origin.publisher or known.publisher,
        published=published,
        published_from=published_from,
        retrieved=origin.retrieved,
    )


def _arranged(found: list[Piece], text: str, known: Metadata) -> tuple[str, list[Paragraph], list[Block]]:
    """Canonical text, paragraphs and blocks of the article among the pieces of a page.

    Where the page's markup misleads and little of the main text is left, the main text is
    taken as it is, its parts told apart as in plain text.
    """
    canonical, paragraphs = as_paragraphs(article_paragraphs(found, text, known))
    blocks = label(canonical, paragraphs)
    if _words(canonical, blocks) >= _LOST * len(text.split()):
        return canonical, paragraphs, blocks
    title = [(known.title, "title")] if known.title else []
    canonical, paragraphs = as_paragraphs(
        title + [(line.strip(), "") for line in text.splitlines() if line.strip()]
    )
    return canonical, paragraphs, label(canonical, paragraphs)


def _words(text: str, blocks: list[Block]) -> int:
    """Words of lede and body."""
    return sum(len(text[slice(*block.span)].split()) for block in blocks if block.kind in ("lede", "body"))


def _published(
    known: Metadata, origin: Origin, options: Options, lines: list[str], paragraphs: list[Paragraph]
) -> tuple[str | None, PublishedFrom | None]:
    """Publication day: option, metadata (of the page, else of the feed that named it), URL, dateline."""
    if options.published:
        return options.published, "option"
    if day := known.published or iso_day(origin.published or ""):
        return day, "metadata"
    if day := from_uri(origin.uri) or from_uri(known.url or ""):
        return day, "url"
    headline = next((p.text for p in paragraphs if p.role == "title"), "")
    below = lines[lines.index(headline) + 1 :] if headline in lines else lines
    if day := from_text("\n".join(below[:20])) or next(filter(None, map(from_label, below)), None):
        return day, "text"
    return None, None
