"""Meetings that are called by the body that holds them: *der EU-Gipfel*, *das Nato-Treffen* are of the body alone."""

from __future__ import annotations

from lagebild.reading.actors import actors_of_word
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft


def meetings_of_bodies(drafts: list[Draft]) -> None:
    """Whoever says or does something at a body's meeting is no side of it beside the body; nor is its place."""
    for draft in drafts:
        body = _body(draft)
        if body is not None and (draft.sides.source != [body] or draft.sides.target):
            draft.sides.source[:], draft.sides.target[:] = [body], []
            draft.note("sides:meeting-of-the-body", draft.token)


def _body(draft: Draft) -> ActorFound | None:
    """The one body of states in the first part of the word of a meeting; None where it meets others: *EU-China-Gipfel*,
    *EU-Gipfel mit China*."""
    if not draft.nominal or draft.predicate.type != "CONSULT" or not draft.sides.mutual:
        return None
    if draft.token.text.count("-") != 1 or draft.slots.get("mit") or draft.slots.get("zwischen"):
        return None
    found = actors_of_word(draft.token.doc, draft.token.i)
    return found[0] if len(found) == 1 and found[0].kind == "international" else None
