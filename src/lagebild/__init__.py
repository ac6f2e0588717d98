"""Lagebild: German news read into a record of who does what to whom, who says so, and how sure they are.

>>> import lagebild
>>> record = lagebild.read("Kiew. Der Minister traf am Mittwoch …", published="2023-09-12")
>>> nlp = lagebild.load("de")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.errors import LagebildError
from lagebild.record import Record

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"
__all__ = ["LagebildError", "Record", "__version__", "load", "read"]


def load(language: str = "de") -> Language:
    """The base of a language pack as a spaCy pipeline: tags, morphology, lemmas, heads, clauses.

    Raises LanguageError when the language has no pack.
    """
    from lagebild.language import load as load_pack

    return load_pack(language)


def read(
    text_or_html: str,
    *,
    published: str | None = None,
    uri: str = "",
    publisher: str | None = None,
) -> Record:
    """Read one article, plain text or HTML, into a record.

    ``published`` (YYYY-MM-DD) outranks every date that the page itself gives; relative
    time words are resolved against it. Raises InputError when there is no article in the
    input, LanguageError when it is not in a language that Lagebild reads.
    """
    from lagebild.intake import article_from
    from lagebild.reading import Reader

    article = article_from(text_or_html, published=published, uri=uri, publisher=publisher)
    return Reader(article.language).read(article)
