"""Whom a letter is to, speaks to: *verlangte in einem Brief an Teheran den Abzug der Truppen*."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.owners import attributes
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.words import in_class, preposition

#: Types of what one writes to somebody.
_WRITTEN: Final = frozenset(["REQUEST", "THREATEN", "AGREE"])


def addressed(drafts: list[Draft], places: Places) -> None:
    """Give what is said in a letter, and says to nobody, the one whom the letter is to."""
    for draft in drafts:
        clause, sides = draft.clause, draft.sides
        if draft.nominal or clause is None or sides.target or draft.predicate.type not in _WRITTEN:
            continue
        for reader in _readers(clause):
            sides.target.extend(others(phrase_actors(reader, places), sides.source))
            if sides.target:
                draft.note("sides:reader-of-the-letter", reader)
                break


def _readers(clause: Clause) -> list[Token]:
    """The nouns behind *an* of the letters in which the clause says something."""
    return [
        reader
        for oblique in clause.obliques
        if preposition(oblique.preposition) == "in" and in_class(oblique.noun, "message")
        for case, reader in attributes(oblique.noun)
        if preposition(case) == "an"
    ]
