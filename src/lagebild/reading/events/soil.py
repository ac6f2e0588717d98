"""Deeds that name nobody at all: on whose soil they are done, that state's people or powers are a side.

*Eine Ausgangssperre wurde verhängt*, *es kam zu Unruhen*, *bei Anschlägen*: what a state alone can do, the state of
the place did; who riots, lives there; whom an attack befell, too. The country is that of the place that the event or its
sentence names, else the one that the article is about where the sentence names no other.
"""

from __future__ import annotations

from lagebild.language.columns import sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import PlaceFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.sides import Places

#: Types of what the powers or the people of a country do there.
_DONE_THERE = frozenset(["COERCE", "CONCEDE", "RETREAT", "PROTEST"])
#: Types of what befalls those who are there.
_BEFALLS = frozenset(["ASSAULT", "ACCUSE"])


def on_its_soil(draft: Draft, at: PlaceFound | None, places: Places) -> None:
    """Give a deed without any side the state on whose soil it is done; ``at`` is the event's own place."""
    kind, sides = draft.predicate.type, draft.sides
    if sides.source or sides.target or kind not in _DONE_THERE | _BEFALLS:
        return
    code = (at.country if at is not None else None) or _country(draft, places)
    state = state_actor(draft.token.doc, code) if code else None
    if state is None:
        return
    (sides.target if kind in _BEFALLS and not sides.mutual else sides.source).append(state)
    draft.note("sides:on-its-soil", draft.token)


def _country(draft: Draft, places: Places) -> str | None:
    here = places.crowd.countries_here(draft.token)
    if here:
        return here.pop() if len(here) == 1 else None
    within, doc = sentence(draft.token), draft.token.doc
    actors = (doc._.actor_at.get(i) for i in range(within.start, within.stop))
    elsewhere = {a.country for a in actors if a is not None and a.country} - {places.crowd.home}
    return None if elsewhere else places.crowd.home
