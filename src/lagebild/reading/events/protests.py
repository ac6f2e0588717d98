"""Whose protest is words: a state's or its ministers', not that of a crowd.

*Aus Protest gegen die Verbrennung zog der Irak seinen Botschafter ab* is disapproval, *der Protest der Studenten* a
protest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft

#: Sectors of the bodies and offices that speak for a state.
_SPEAKING: Final = frozenset(["GOV"])


def in_words(drafts: list[Draft]) -> None:
    """Make disapproval of the protest of those who speak for a state; *Proteste* in the plural are those of crowds."""
    for draft in drafts:
        one = draft.nominal and draft.predicate.text == "Protest"
        if not one or draft.token.morph.get("Number", []) == ["Plur"]:
            continue
        if draft.sides.source and all(_speaks(actor) for actor in draft.sides.source):
            draft.predicate = replace(
                draft.predicate, type="ACCUSE", mode="disapprove", contexts=("diplomatic",)
            )


def _speaks(actor: ActorFound) -> bool:
    return actor.kind == "state" or (actor.kind != "group" and actor.sector in _SPEAKING)
