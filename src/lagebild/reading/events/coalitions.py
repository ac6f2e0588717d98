"""Coalitions that parties may form, which are nobody who acts: *eine Koalition mit den Liberalen*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.events.words import in_class

#: Beginnings of articles before what is one of several.
_INDEFINITE: Final[tuple[str, ...]] = ("ein", "kein", "jede")


def to_be_formed(noun: Token) -> bool:
    """Whether the noun is a coalition that is spoken of, not one that governs: *die Koalition aus SPD und FDP*."""
    if not in_class(noun, "coalition"):
        return False
    behind = noun.doc.lowers[noun.i + 1 : noun.i + 2]
    return behind == ["mit"] or any(child.lower_.startswith(_INDEFINITE) for child in noun.lefts)
