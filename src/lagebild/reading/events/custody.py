"""Whose custody it is: *kam aus israelischer Haft frei*, *sitzt in der Haft der Miliz*, *in US-Gefängnissen*."""

from __future__ import annotations

from lagebild.language.tokens import Token
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.words import in_class


def custody(drafts: list[Draft], places: Places) -> None:
    """Who holds those who are held or let go holds them by the words of the custody; who comes free was in it."""
    held = {d.token.i: d for d in drafts if d.nominal and d.predicate.mode == "arrest"}
    for draft in drafts:
        sides, mode = draft.sides, draft.predicate.mode
        if draft.nominal or mode not in ("arrest", "release") or sides.mutual:
            continue
        for place in _custody(draft):
            holder = others(_holder(place, places), sides.target) if not sides.source else []
            if holder:
                sides.source.extend(holder)
                draft.note("sides:whose-custody", place)
            told = held.get(place.i)
            if told is not None and not told.sides.target and mode == "release":
                told.sides.target.extend(others(sides.target, told.sides.source))
                told.note("sides:who-comes-free", draft.token)


def _custody(draft: Draft) -> list[Token]:
    """The nouns of custody in which or out of which the verb tells that somebody is."""
    slot = "aus" if draft.predicate.mode == "release" else "in"
    nouns = [word for word in draft.words if word.tag_ == "NN"]
    return [noun for noun in (*nouns, *draft.slots.get(slot)) if in_class(noun, "prison")]


def _holder(place: Token, places: Places) -> list[ActorFound]:
    found = phrase_actors(place, places)
    return [actor for actor in found if actor.country and actor.kind != "person"]
