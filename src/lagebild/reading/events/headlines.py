"""Talks in headlines without a verb: who stands first is one side of them."""

from __future__ import annotations

from lagebild.language.columns import sentence
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.words import tags_of

_FINITE = frozenset(["VVFIN", "VAFIN", "VMFIN", "VVIMP"])


def headline_talks(drafts: list[Draft]) -> None:
    """Give talks with one named side the actor that begins a sentence without a finite verb.

    *Polen zu direkten Gesprächen mit dem Iran bereit* are talks of both.
    """
    for draft in drafts:
        sides = draft.sides
        if not draft.nominal or draft.predicate.type != "CONSULT" or not sides.mutual:
            continue
        if len(sides.source) != 1 or sides.target:
            continue
        first = _first_actor(draft)
        if first is not None and first is not sides.source[0]:
            sides.source.insert(0, first)
            draft.note("sides:first-of-the-headline", draft.token)


def _first_actor(draft: Draft) -> ActorFound | None:
    """The actor named at the very beginning of the sentence before the noun, if no verb is in it."""
    doc, within, tags = draft.token.doc, sentence(draft.token), tags_of(draft.token.doc)
    start = within.start
    if start >= draft.token.i or any(tags[i] in _FINITE for i in range(start, within.stop)):
        return None
    named: ActorFound | None = doc._.actor_at.get(start)
    return named
