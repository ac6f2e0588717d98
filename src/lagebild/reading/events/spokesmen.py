"""Whose spokesman it is who is told of again: *Ein Sprecher der Junta … Der Sprecher*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentences_back

#: Ends of the words for who speaks for others.
SPEAKING: Final[tuple[str, ...]] = ("sprecher", "sprecherin", "sprecherinnen", "sprechern", "sprechers")
_DEFINITE: Final = frozenset(["der", "die", "dem", "den", "des"])
#: How many sentences back the first spokesman may stand.
_REACH: Final = 3


def speaks(noun: Token) -> bool:
    """Whether the noun names somebody who speaks for others."""
    return noun.lower_.endswith(SPEAKING)


def spokesman_before(noun: Token) -> Token | None:
    """The spokesman whom a definite one without an owner takes up, where a word before says whose he is."""
    doc, i = noun.doc, noun.i
    bare = noun.lower_ in SPEAKING and i > 0 and doc.lowers[i - 1] in _DEFINITE
    if not bare or noun_phrases.genitive(noun) is not None or noun_phrases.attributes(noun):
        return None
    first = sentences_back(noun, _REACH)
    return next((doc[k] for k in range(i - 1, first - 1, -1) if speaks(doc[k]) and _is_owned(doc[k])), None)


def _is_owned(noun: Token) -> bool:
    return (
        noun.lower_ not in SPEAKING
        or noun_phrases.genitive(noun) is not None
        or bool(noun_phrases.attributes(noun))
    )
