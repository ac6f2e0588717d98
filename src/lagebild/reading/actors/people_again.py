"""Descriptions that take up one person named before: *der CDU-Politiker*, *die 44-Jährige*."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.tokens import Words
from lagebild.reading.actors.forms import Gender

#: Articles of one person, by the gender that they have beside a noun of either.
_MASCULINE, _FEMININE = frozenset({"der", "dem", "den", "des"}), frozenset({"die"})
#: What behind the word says that somebody not named before is meant: *der Politiker der Opposition*.
_OF: Final = frozenset({"der", "des", "von", "vom", "aus", "im", "in"})
#: Ends of words for one of whom nothing but the age is told: *die 44-Jährige*, *der Siebzigjährige*.
_AGED: Final[tuple[str, ...]] = ("jährige", "jährigen")


@cache
def _words() -> dict[str, str]:
    rows = lexicon.table("actors/people_again.tsv", ["word", "gender"])
    return {row["word"].lower(): row["gender"] for row in rows}


def taken_up(doc: Words, i: int) -> Gender | None:
    """The gender of the one person whom the word at a token takes up; None where it takes up nobody."""
    lowers = doc.lowers
    gender = person(lowers[i])
    if gender is None or i == 0 or doc[i].tag_ == "ADJA" or _goes_on(doc, i):
        return None
    start = i - 1
    if start > 0 and doc[start].tag_ == "ADJA":
        start -= 1
    article = lowers[start]
    if gender == "f":
        return "f" if article in _FEMININE or article == "der" else None
    if article not in _MASCULINE and not (gender == "article" and article in _FEMININE):
        return None
    if gender == "m":
        return "m"
    # *der Abgeordnete*, *die Abgeordnete*, *dem Abgeordneten*; *die Abgeordneten* are several
    weak = lowers[i].endswith("n")
    if article in _FEMININE:
        return None if weak else "f"
    return "m" if weak == (article != "der") else None


def person(lower: str) -> str | None:
    """The gender of whom a word in small letters, or its last member, takes up: *politikerin*, *gesundheitspolitiker*."""
    word = lower.rpartition("-")[2]
    known = _words().get(word)
    if known is not None:
        return known
    if word.endswith(_AGED):
        return "article"
    return "m" if word.endswith("politiker") else "f" if word.endswith("politikerin") else None


def _goes_on(doc: Words, i: int) -> bool:
    """Whether a name or what says of which body one is stands behind the word."""
    if i + 1 >= len(doc):
        return False
    return doc[i + 1].tag_ in ("NE", "FM") or doc.lowers[i + 1] in _OF
