"""The door of intake: inputs in, one article or failure after another out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lagebild.errors import InputError, LanguageError
from lagebild.intake import jsonl, plain
from lagebild.intake.article import Article
from lagebild.intake.decode import decode
from lagebild.intake.documents import documents, looks_like_html
from lagebild.intake.published import iso_day
from lagebild.intake.source import Document, Failure, Options, Origin, Result


def read_inputs(inputs: Iterable[str], options: Options | None = None) -> Iterator[Result]:
    """Every article of the inputs, in order, and a Failure for each that cannot be read.

    An input is a file, a folder (all readable files below it, in the order of their
    names), a URL, or ``-`` for standard input. What an archive or a folder holds besides
    articles is passed over in silence. Never raises for what an input holds; raises
    InputError when ``options.published`` is no date.
    """
    options = checked(options or Options())
    for found in documents(inputs, options):
        if not isinstance(found, Failure):
            yield article_of(found, options)
        elif not found.passed_over:
            yield found


def article_of(document: Document, options: Options) -> Result:
    """The article in one document, or why there is none."""
    try:
        if document.kind == "line":
            return jsonl.article(document.raw, document.origin, options)
        text = decode(document.raw, document.origin.charset, markup=document.kind == "html")
        if document.kind == "text":
            return plain.article(text, document.origin, options)
        from lagebild.intake import html

        return html.article(text, document.origin, options)
    except InputError as error:
        return document.failure(str(error), options.keep_raw, isinstance(error, LanguageError))


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
