"""JSON lines: one document a line, with ``text`` or ``html`` and what is known of it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from lagebild.errors import InputError
from lagebild.intake import plain
from lagebild.intake.article import Article
from lagebild.intake.source import Options, Origin

_FIELDS = ("id", "uri", "title", "publisher", "published", "retrieved")


def article(line: bytes, origin: Origin, options: Options) -> Article:
    """The article of one line.

    ``origin.uri`` names the line (``file/number``); a line with an ``id`` but no ``uri`` is
    named ``file/id``. Raises InputError when the line is no JSON object with ``text`` or ``html``.
    """
    try:
        given = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"this line is not JSON ({str(error).splitlines()[0][:80]})") from error
    if not isinstance(given, dict):
        raise InputError(
            "this line is no JSON object; a line holds text or html and may hold id, uri, published"
        )
    known: dict[str, Any] = {}
    for field in _FIELDS:
        value = given.get(field)
        if isinstance(value, int | float) and field == "id" and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError(f"the field {field!r} must be a string, not {type(value).__name__}")
        known[field] = value or None
    file = origin.uri.rpartition("/")[0]
    known["uri"] = known["uri"] or (f"{file}/{known['id']}" if known["id"] else origin.uri)
    content = replace(origin, **known)
    for field in ("text", "html"):
        if field in given and not isinstance(given[field], str):
            raise InputError(f"the field {field!r} must be a string, not {type(given[field]).__name__}")
    if given.get("html") and not given.get("text"):
        from lagebild.intake import html

        return html.article(given["html"], content, options)
    if "text" not in given:
        raise InputError("this line has neither 'text' nor 'html'")
    return plain.article(given["text"], content, options)
