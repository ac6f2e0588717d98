"""Who reports a success has had it: *Moskau meldet die Einnahme von Bachmut*, *Kiew meldete den Abschuss von 20 Drohnen*.

Not who confirms it, which the loser does as well.
"""

from __future__ import annotations

from typing import Final

from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.words import in_class

#: Verbs by which one boasts of what one has done.
_REPORTING: Final = frozenset(["melden", "vermelden", "verkünden", "feiern"])


def succeed(draft: Draft, places: Places) -> None:
    """Give a noun of the class *success* without a doer the subject of the verb that reports it."""
    clause, sides = draft.clause, draft.sides
    if not draft.nominal or sides.source or clause is None or clause.lemma not in _REPORTING:
        return
    slots = places.slots_of(clause)
    if not in_class(draft.token, "success") or all(h.i != draft.token.i for h in slots.get("acc")):
        return
    new = others(actors_of(slots, "subj", places), sides.target)
    if new:
        sides.source.extend(new)
        draft.note("sides:own-success", clause.predicate)
