"""What books, films and meetings are called: *das Buch „Die Invasion“* tells of no invasion."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.events.words import in_class

_OPENING: Final = frozenset("„“\"»«›‹‚'")
#: How many words a title in quotation marks may have.
_LONGEST: Final = 20


def in_titles(doc: Words) -> set[int]:
    """The tokens between quotation marks right behind the word for a work (class ``work``)."""
    found: set[int] = set()
    words = doc.words
    for i, word in enumerate(words):
        if i < 1 or word not in _OPENING or i - 1 in found:
            continue
        if words[i - 1] != ":" and in_class(doc[i - 1], "work"):
            last = min(len(words), i + 2 + _LONGEST)
            end = next((j for j in range(i + 1, last) if words[j] in _OPENING), i)
            found.update(range(i + 1, end))
    return found
