"""Reads the lexicon files of a language pack: plain tables (TSV) and rule files (TOML).

A table has one fact a line, fields between tabs, and optional fields at the end may be
left out. ``#`` begins a comment (on a line of its own, or after a tab or two blanks): the source or reason of
the fact. The first comment line names the columns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from lagebild.errors import LexiconError

_COMMENT = re.compile(r"(?:^|\t|  )\s*#.*$")


def text(name: str, language: str = "de") -> str:
    """The lexicon file ``name`` (a path below the pack's ``lexicon/``) as it stands."""
    return (files("lagebild.language") / language / "lexicon" / name).read_text("utf8")


def table(
    name: str, columns: Sequence[str], language: str = "de", optional: int = 0
) -> Iterator[dict[str, str]]:
    """The facts of a TSV file, one dict a line; the last ``optional`` columns may be missing ("").

    Raises LexiconError, naming file and line, when a line has too few or too many fields.
    """
    for number, line in enumerate(text(name, language).splitlines(), 1):
        bare = (_COMMENT.sub("", line) if "#" in line else line).rstrip()
        if not bare:
            continue
        cells = [cell.strip() for cell in bare.split("\t")]
        if not len(columns) - optional <= len(cells) <= len(columns):
            raise LexiconError(
                f"{language}/lexicon/{name}, line {number}: {len(cells)} fields where "
                f"{len(columns)} are wanted ({', '.join(columns)}); put one tab between fields"
            )
        cells += [""] * (len(columns) - len(cells))
        yield dict(zip(columns, cells, strict=True))


@cache
def rules(name: str, language: str = "de") -> tuple[dict[str, Any], ...]:
    """The ``[[rule]]`` entries of a TOML file, in order.

    Every rule has ``name``, ``why``, and the examples ``yes`` and ``no`` that the tests run.
    Raises LexiconError when the file is not TOML or a rule lacks its name or examples.
    """
    try:
        found = tomllib.loads(text(name, language)).get("rule", [])
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{language}/lexicon/{name}: {error}") from error
    for rule in found:
        for key in ("name", "why", "yes", "no"):
            if key not in rule:
                raise LexiconError(f"{language}/lexicon/{name}: rule {rule.get('name', '?')} lacks '{key}'")
    return tuple(found)
