"""Web pages to Article: main text by trafilatura, then what the page says of its paragraphs."""

from __future__ import annotations

from lagebild.errors import InputError
from lagebild.intake import plain
from lagebild.intake.article import Article
from lagebild.intake.source import Options, Origin


def article(text: str, origin: Origin, options: Options) -> Article:
    """The article of a page; raises InputError when there is none in it."""
    import trafilatura

    found = trafilatura.extract(text, include_comments=False, include_tables=False)
    if not found:
        raise InputError("no article on this page")
    return plain.article(found, origin, options)
