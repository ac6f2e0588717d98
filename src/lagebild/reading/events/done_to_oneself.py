"""Who lets something be done to himself: *Der Minister ließ sich von der Polizei festnehmen* is a passive."""

from __future__ import annotations

from lagebild.language.clause import Clause
from lagebild.reading.events.antecedents import antecedent
from lagebild.reading.events.matching import letting
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import preposition


def lets_himself(clause: Clause) -> Clause | None:
    """The clause of *sich lassen* of the verb, itself or the one above it, where *von* says who does it."""
    above = letting(clause) or (clause if clause.predicate.lower_ == "lassen" else None)
    if above is None or above.reflexive is None:
        return None
    return (
        above
        if any(preposition(o.preposition) == "von" for c in (clause, above) for o in c.obliques)
        else None
    )


def turn(slots: Slots, clause: Clause, above: Clause) -> None:
    """Make the subject the object, and who stands behind *von* the subject."""
    subject = above.understood_subject
    slots.heads["subj"], slots.heads["acc"] = [], []
    slots.heads.pop("dat", None)
    if subject is not None:
        slots.add("acc", antecedent(subject))
    for oblique in (*clause.obliques, *above.obliques):
        if preposition(oblique.preposition) == "von":
            slots.add("subj", antecedent(oblique.noun))
