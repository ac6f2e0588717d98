"""Which court tries whom: named once, *vor dem Strafgerichtshof*, then left unsaid through a report of a trial."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.tokens import sentence
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.verdicts import aim

#: The sector of courts.
_COURTS: Final = "JUD"
#: How many events back the accusation may stand that is denied.
_ACCUSED: Final = 8


def same_case(drafts: list[Draft]) -> None:
    """A warrant, charge or trial that names nobody is of the person arrested or accused in the sentences before."""
    for at, draft in enumerate(drafts):
        if not draft.nominal or not draft.predicate.legal or draft.sides.target or draft.sides.mutual:
            continue
        for told in reversed(drafts[max(0, at - _ACCUSED) : at]):
            arrested = (
                told.predicate.mode == "arrest" or told.predicate.legal or "legal" in told.predicate.contexts
            )
            persons = [a for a in told.sides.target if a.kind == "person"]
            if arrested and persons:
                aim(draft, persons, "sides:the-same-case", told)
                break


def courts(drafts: list[Draft], places: Places) -> None:
    """Give trials, charges and verdicts that name no court the one before which the clause says they are, else the one
    that tries the same person elsewhere in the article."""
    accusing = (d for d in drafts if d.predicate.type == "ACCUSE" and not d.sides.mutual)
    legal = [d for d in accusing if d.predicate.legal or "legal" in d.predicate.contexts]
    for draft in legal:
        if not draft.sides.source:
            draft.sides.source.extend(_before_which(draft, places))
    tried = [(d, a) for d in legal for a in d.sides.source if _is_court(a)]
    for draft in legal:
        if draft.sides.source:
            continue
        found = next(((d, a) for d, a in tried if _same(d, draft)), None)
        if found is not None:
            draft.sides.source.append(found[1])
            draft.note("sides:court-that-tries", found[0].token)


def _before_which(draft: Draft, places: Places) -> Iterator[ActorFound]:
    doc, lowers = draft.token.doc, draft.token.doc.lowers
    tokens = draft.clause.tokens if draft.clause is not None else sentence(draft.token)
    for i in tokens:
        if lowers[i] not in ("vor", "vorm"):
            continue
        for actor in phrase_actors(doc[i].head, places):
            if _is_court(actor) and all(actor is not a for a in draft.sides.target):
                draft.note("sides:before-which-court", doc[i])
                yield actor
                return


def _is_court(actor: ActorFound) -> bool:
    return actor.sector == _COURTS and actor.kind in ("organisation", "international")


def _same(trial: Draft, draft: Draft) -> bool:
    """Whether both are against one person or group."""
    return any(a is b for a in trial.sides.target for b in draft.sides.target if a.kind != "state")
