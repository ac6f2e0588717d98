"""Words of the spelling before 1996 and of the Swiss one, in the standard one: *daß*, *Beschluß*, *Aussenminister*.

All that the program knows of words (its lexicons, what the network has learned) is in the standard spelling.
The text itself stays as it is; only look-ups see the standard form, by ``token.lower_`` and ``token.lemma_``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.attrs import LOWER  # type: ignore[import-not-found]
from spacy.vocab import Vocab

from lagebild.language.memo import Memo
from lagebild.lexicon import table

COLUMNS: Final[tuple[str, ...]] = ("other", "standard", "not_after", "not_before", "examples", "against")


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, str]]:
    """All stems of the lexicon as one pattern, longest first, and their standard forms."""
    rows = sorted(table("base/spelling.tsv", COLUMNS), key=lambda row: (-len(row["other"]), row["other"]))
    parts = []
    for row in rows:
        after = "" if row["not_after"] == "-" else f"(?<![{row['not_after']}])"
        before = "" if row["not_before"] == "-" else f"(?![{row['not_before']}])"
        stem = row["other"]
        parts.append(rf"(?-i:\b{stem[1:]}\b)" if stem[0] == "=" else after + stem + before)
    forms = {row["other"].lstrip("="): row["standard"] for row in rows}
    return re.compile("|".join(parts), re.IGNORECASE), forms


def standard(word: str) -> str:
    """The word in the standard spelling; first capitals stay.

    >>> standard("Kongreß"), standard("Aussenminister"), standard("groß")
    ('Kongress', 'Außenminister', 'groß')
    """
    if "ß" not in word and "ss" not in word:
        return word
    return _STANDARD.of(word)


def _standard(word: str) -> str:
    return _stems()[0].sub(_written, word)


def _written(match: re.Match[str]) -> str:
    found = match.group()
    form = _stems()[1][found.lower()]
    return form.capitalize() if found[0].isupper() else form


_STANDARD: Final = Memo(_standard)


def look_up_standard(vocab: Vocab) -> None:
    """Let ``token.lower_`` of this vocabulary's words be the small letters of the standard spelling."""
    vocab.lex_attr_getters[LOWER] = lambda word: standard(word).lower()  # type: ignore[attr-defined]
