"""The reading view as HTML: one self-contained page, no script, nothing fetched.

Article text is untrusted: every value passes Jinja2's autoescaping, and the page forbids
scripts and all fetching by its Content-Security-Policy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from lagebild.record import Language, Record
from lagebild.view.certainty import CLAIM, LOOKS, look
from lagebild.view.segments import segments
from lagebild.view.tables import actor_line, rows, timeline, told_warning
from lagebild.view.words import words


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("lagebild.view"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals.update(looks=LOOKS, claim=CLAIM, look=look, segments=segments)
    environment.filters |= {"actor_line": actor_line, "told_warning": told_warning}
    return environment


def html_fragment(record: Record) -> str:
    """One record as a fragment of HTML with its own style, for notebooks and for other pages."""
    return _environment().get_template("fragment.html").render(**_context(record), style=style_sheet())


def html_article(record: Record, language: Language = "en") -> str:
    """One record as a fragment without style, for pages that bring ``style_sheet`` themselves."""
    return _environment().get_template("article.html").render(**_context(record, language))


def html_page(records: Iterable[Record], language: Language = "en") -> str:
    """A whole page with one record after another."""
    shown = list(records)
    contexts = [_context(record, language) for record in shown]
    title = shown[0].title if len(shown) == 1 else None
    page = _environment().get_template("page.html")
    return page.render(articles=contexts, title=title or "Lagebild", language=language, style=style_sheet())


@cache
def style_sheet() -> str:
    """The style of the reading view, as CSS."""
    return _environment().get_template("reading.css").render()


def anchor(record: Record, statement: str) -> str:
    """The name that a statement's row has on the page."""
    return f"{_prefix(record)}-{statement}"


def _prefix(record: Record) -> str:
    # Ids come from outside; anchors need names without blanks or quotes.
    return "r" + hashlib.blake2b(record.id.encode("utf8", "replace"), digest_size=5).hexdigest()


def _context(record: Record, language: Language = "en") -> dict[str, object]:
    return {
        "record": record,
        "rows": rows(record, language),
        "timeline": timeline(record, language),
        "prefix": _prefix(record),
        "language": language,
        "says": words(language),
    }
