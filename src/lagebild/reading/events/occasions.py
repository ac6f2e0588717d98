"""Words as the occasion of what their clause tells: whoever is named as the aim of criticism was criticised by the
subject (*Nach Kritik an der NATO ruderte der Minister zurück*); where no aim is named, it was the subject that was
criticised (*Nach massiver Kritik trat der Minister zurück*) or asked (*Auf Bitten Malis schickte Paris Soldaten*)."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.words import preposition

#: Prepositions by which words are said to come before what the clause tells, and by which they move somebody to it.
_BEFORE: Final = frozenset(["nach", "mit", "trotz"])
_MOVING: Final = frozenset(["nach", "wegen", "trotz", "angesichts", "infolge", "aufgrund", "unter"])


def occasions(drafts: list[Draft], places: Places) -> None:
    """Give criticism and requests that leave a side unsaid the subject of their clause as that side."""
    for draft in drafts:
        sides, clause = draft.sides, draft.clause
        if draft.nominal and draft.predicate.type == "REQUEST" and not sides.target:
            _asked(draft, places)
        if not draft.nominal or draft.predicate.type != "ACCUSE" or sides.source or sides.mutual:
            continue
        case = noun_phrases.preposition(draft.token)
        if case is None or clause is None or clause.predicate.i == draft.token.i or draft.predicate.legal:
            continue
        name = preposition(case)
        slots = places.slots_of(clause)
        subjects = actors_of(slots, "subj" if clause.voice == "active" else "acc", places)
        if sides.target:
            new = others(subjects, sides.target) if name in _BEFORE else []
            sides.source.extend(new if len(new) == len(subjects) else [])
        elif name in _MOVING and not any(draft.slots.get(aim) for aim in draft.predicate.frame.target):
            new = subjects
            sides.target.extend(new)
        else:
            continue
        if new:
            draft.note("sides:occasion", case)


def _asked(draft: Draft, places: Places) -> None:
    """Who does something *auf Drängen*, *auf Bitten*, *unter dem Druck* of another was asked by it."""
    case, clause = noun_phrases.preposition(draft.token), draft.clause
    if case is None or clause is None or case.lower_ not in ("auf", "unter") or clause.voice != "active":
        return
    aimed = case.lower_ == "auf" and any(child.tag_ == "ART" for child in draft.token.children)
    if aimed or clause.predicate.i == draft.token.i:
        return
    new = others(actors_of(places.slots_of(clause), "subj", places), draft.sides.source)
    if new:
        draft.sides.target.extend(new)
        draft.note("sides:occasion", case)
