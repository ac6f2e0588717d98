"""The texts of spaCy's hashes, kept: a Doc gives its columns as hashes, and spaCy decodes each at every look-up."""

from __future__ import annotations

from typing import Final

from spacy.attrs import LOWER, ORTH  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc

_KEY: Final = "lagebild_spelled"
#: The key of a Doc's text in its user data, where whoever has made the Doc of it has kept it.
TEXT: Final = "lagebild_text"

#: Texts kept at most; then the store starts anew, so that memory stays bounded on any text.
_REMEMBERED: Final = 200_000
#: A hash stands for the same text in every vocabulary.
_known: Final[dict[int, str]] = {}


def spelled(doc: Doc) -> tuple[list[str], list[str]]:
    """The words of a Doc and the same in small letters, for reading only; kept with it for the next step that asks."""
    kept: tuple[list[str], list[str]] | None = doc.user_data.get(_KEY)
    if kept is None or len(kept[0]) != len(doc):
        rows = doc.to_array([ORTH, LOWER]).T.tolist() if len(doc) else [[], []]
        kept = doc.user_data[_KEY] = (texts(doc.vocab.strings, rows[0]), texts(doc.vocab.strings, rows[1]))
    return kept


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
