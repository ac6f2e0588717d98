"""Meetings of a body: *der EU-Gipfel*, *das Nato-Treffen*, *eine Sitzung des Sicherheitsrats* are of the body alone."""

from __future__ import annotations

from typing import Final

from lagebild.reading.actors import actor_of_phrase, actors_of_word
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft

#: Ends of the words for meetings that a body holds with nobody, and of those that only a body holds.
_MEETINGS: Final[tuple[str, ...]] = ("sitzung", "tagung", "gipfel", "gipfels", "versammlung", "konferenz")
_SESSION: Final = "sitzung"


def meetings_of_bodies(drafts: list[Draft]) -> None:
    """Whoever says or does something at a body's meeting is no side of it beside the body; nor is its place."""
    for draft in drafts:
        body = _body(draft)
        if body is not None and (draft.sides.source != [body] or draft.sides.target):
            draft.sides.source[:], draft.sides.target[:] = [body], []
            draft.note("sides:meeting-of-the-body", draft.token)


def _body(draft: Draft) -> ActorFound | None:
    """The one body of states in the first part of the word of a meeting, or whose it is; None where it meets others:
    *EU-China-Gipfel*, *EU-Gipfel mit China*."""
    if not draft.nominal or draft.predicate.type != "CONSULT" or not draft.sides.mutual:
        return None
    if draft.slots.get("mit") or draft.slots.get("zwischen"):
        return None
    found = actors_of_word(draft.token.doc, draft.token.i) if draft.token.text.count("-") == 1 else []
    if not found and draft.token.lower_.endswith(_MEETINGS):
        found = _holders(draft)
    return found[0] if len(found) == 1 and found[0].kind == "international" else None


def _holders(draft: Draft) -> list[ActorFound]:
    """Whose meeting it is, *eine Tagung der Nato*, or of whom it is asked: *bat den Sicherheitsrat um eine Sitzung*."""
    owned = draft.slots.get("gen")
    if owned:
        return [actor for owner in owned for actor in actor_of_phrase(draft.token.doc, owner)]
    asked = draft.content_of
    if asked is None or asked.predicate.type != "REQUEST" or not draft.token.lower_.endswith(_SESSION):
        return []
    return asked.sides.target
