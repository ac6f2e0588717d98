"""Clauses that share the conjunction and the governing word of the one before: *dass er angreift und die Stadt besetzt*."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.reading.certainty.features import marker, relation

#: how many clauses up the first of a row is looked for
_DEPTH: Final = 4


def lead(clause: Clause) -> Clause:
    """The subordinate clause that a joined one goes on with, else the clause itself."""
    at = clause
    for _ in range(_DEPTH):
        above = at.parent
        if relation(at) != "coordinated" or at.finite is None or above is None or not _verb_last(at):
            break
        at = above
    return at if at is not clause and marker(at) and at.relation not in ("main", "coordinated") else clause


def _verb_last(clause: Clause) -> bool:
    """Whether the finite verb ends the clause, as in no clause that could stand alone: *und die Stadt besetzt*."""
    finite, doc = clause.finite, clause.predicate.doc
    words = [i for i in clause.tokens if not doc.tags[i].startswith("$") and doc.tags[i] != "KON"]
    if finite is None or not words or max(words) != finite.i or min(words) == finite.i:
        return False
    # *und Warschau besetzt* has no subject; *und Putin kommt* may be a sentence
    return clause.subject is None or bool(clause.objects or clause.obliques)
