"""Deeds told through a noun that only says how far they are: *die Vorbereitung der Offensive*, *Pläne für einen Angriff*.

Whose preparations, plans or pretexts they are, does the deed; so does the subject of the verb around them.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.events.attributes import noun_slots
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.words import in_class

#: Prepositions by which a deed hangs on its preparation: *Vorbereitungen auf*, *Pläne für*, *Vorwand zu*.
_LINKS: Final = frozenset(["auf", "für", "zu", "zur", "zum", "von", "vom", "über", "mit", "gegen"])


def phase_of(deed: Token) -> Token | None:
    """The noun before the deed that says how far it is; None where no such noun stands above it."""
    case = next((child for child in deed.children if child.tag_ in ("APPR", "APPRART")), None)
    if case is not None and (case.i == 0 or case.lower_ not in _LINKS):
        return None
    # A prepositional phrase right behind the noun is its own, whatever the parser hung it on.
    above = deed.head if case is None else case.nbor(-1)
    return above if above.i < deed.i and above.tag_ == "NN" and in_class(above, "phase") else None


def carry_phase(draft: Draft, places: Places) -> None:
    """Give an event noun the owner of its preparation: *Kiews Vorbereitungen auf die Gegenoffensive*."""
    sides = draft.sides
    if not draft.nominal or sides.source:
        return
    phase = phase_of(draft.token)
    if phase is None:
        return
    slots = noun_slots(phase)
    owner = next((found for name in ("gen", "adj") if (found := actors_of(slots, name, places))), [])
    new = others(owner, sides.target)
    # *der Beginn der Offensive*: its genitive is the deed itself.
    if new and all(head.i != draft.token.i for head in slots.get("gen")):
        sides.source.extend(new)
        draft.note("sides:owner-of-the-phase", phase)


def carrying(clause: Clause) -> str:
    """The verb that says what is done with the event in the clause: of *ließ Manöver beginnen* the infinitive."""
    if clause.lemma != "lassen":
        return clause.lemma
    below = (i for i in clause.predicate.doc._.infinitives if i.parent is clause)
    return next((i.lemma for i in below if i.relation == "infinitive"), clause.lemma)
