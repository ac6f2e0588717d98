"""The texts of spaCy's hashes, kept: a Doc gives its columns as hashes, and spaCy decodes each at every look-up."""

from __future__ import annotations

from spacy.strings import StringStore

#: Texts kept at most; then the store starts anew, so that memory stays bounded on any text.
_REMEMBERED = 200_000
#: A hash stands for the same text in every vocabulary.
_known: dict[int, str] = {}


def texts(strings: StringStore, keys: list[int]) -> list[str]:
    """The texts of a column of hashes."""
    if len(_known) > _REMEMBERED:
        _known.clear()
    found: list[str] = []
    for key in keys:
        text = _known.get(key)
        if text is None:
            text = _known[key] = strings[key]
        found.append(text)
    return found
