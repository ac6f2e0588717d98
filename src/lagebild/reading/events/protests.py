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
        if draft.sides.source and _by_name(draft) and all(_speaks(actor) for actor in draft.sides.source):
            draft.predicate = replace(
                draft.predicate, type="ACCUSE", mode="disapprove", contexts=("diplomatic",)
            )


def _by_name(draft: Draft) -> bool:
    """Whether a name or office stands as the owner or subject, no people of the state: *die Eisenbahner in Frankreich*."""
    clause, at = draft.clause, draft.token.doc._.actor_at
    subject = clause.understood_subject if clause is not None else None
    heads = [*draft.slots.get("gen"), *([subject] if subject is not None else [])]
    return any(head.i in at or head.tag_ == "NE" for head in heads)


def _speaks(actor: ActorFound) -> bool:
    return actor.kind == "state" or (actor.kind != "group" and actor.sector in _SPEAKING)
