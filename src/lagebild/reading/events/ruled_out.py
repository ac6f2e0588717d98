"""Attacks that are said not to have been: *Die Polizei schließt einen Anschlag aus* tells of nobody's deed, *probt den
Einsatz von Atomwaffen* of none."""

from __future__ import annotations

from typing import Final

from lagebild.reading.events.draft import Draft
from lagebild.reading.events.matching import definite
from lagebild.reading.events.words import lemma

#: Ends of words for deeds that nobody refuses to do and that may have been none.
_ATTACKS: Final[tuple[str, ...]] = ("anschlag", "attentat", "terrorakt")
#: Verbs of doing something for practice.
_REHEARSING: Final = frozenset(["üben", "einüben", "proben", "trainieren", "simulieren", "durchspielen"])
#: The rule of an event of nobody, to whom no place gives sides.
NOBODYS: Final = "sides:ruled-out"


def without_refusals(drafts: list[Draft]) -> list[Draft]:
    """Without the refusals that *ausschließen* would be: who rules out an attack as a cause refuses nothing."""
    told = {id(d.clause) for d in drafts if _ruled_out(d)}
    return [d for d in drafts if d.nominal or id(d.clause) not in told or d.predicate.type != "REJECT"]


def without_rehearsals(drafts: list[Draft]) -> list[Draft]:
    """Without the attacks that are only rehearsed: *übt den Einsatz von Atomwaffen*."""
    return [d for d in drafts if not (d.nominal and d.predicate.type == "ASSAULT" and _is_rehearsed(d))]


def _is_rehearsed(draft: Draft) -> bool:
    clause = draft.clause
    if clause is None or clause.lemma not in _REHEARSING:
        return False
    objects = [*clause.objects, *([clause.subject] if clause.voice != "active" and clause.subject else [])]
    return any(token.i == draft.token.i for token in objects)


def ruled_out(drafts: list[Draft]) -> None:
    """Take the sides of attacks that are ruled out."""
    for draft in drafts:
        if _ruled_out(draft):
            draft.sides.source[:], draft.sides.target[:] = [], []
            draft.note(NOBODYS, draft.token)


def _ruled_out(draft: Draft) -> bool:
    clause = draft.clause
    if (
        not draft.nominal
        or draft.predicate.type != "ASSAULT"
        or clause is None
        or clause.lemma != "ausschließen"
    ):
        return False
    if not lemma(draft.token).lower().endswith(_ATTACKS) or definite(draft.token):
        return False
    objects = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
    return any(token.i == draft.token.i for token in objects)
