"""Sides that a word of repetition or the neighbouring measure tells: *wies den Bericht ebenfalls zurück*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.matching import definite
from lagebild.reading.events.sides import Places
from lagebild.reading.events.words import in_class

_ALSO: Final = frozenset(["auch", "ebenfalls", "gleichfalls", "ebenso"])
_LIKEWISE: Final = frozenset(["ebenso", "genauso", "desgleichen"])
_SAID: Final = frozenset(["ACCUSE", "REQUEST", "THREATEN"])
#: How many events back the deed may stand that is done again.
_BACK: Final = 3
#: What is attacked though nobody is named.
_THINGS: Final[tuple[str, ...]] = (
    "building",
    "house",
    "base",
    "camp",
    "shelter",
    "territory",
    "place",
    "school",
    "media",
    "ship",
    "plane",
    "car",
)
_AIMED: Final[tuple[str, ...]] = ("auf", "gegen")


def again(drafts: list[Draft]) -> None:
    """Fill sides from the deed right before that this one repeats or details; ``drafts`` are in text order."""
    for at, draft in enumerate(drafts):
        before = [d for d in drafts[max(0, at - _BACK) : at] if _goes_with(draft, d)]
        if not before:
            continue
        if not draft.nominal and not draft.sides.target and draft.predicate.frame.target and _also(draft):
            _fill(draft, draft.sides.target, before[-1].sides.target, before[-1], "sides:as-another-did")
        if draft.nominal and _taken_up(draft, before[-1]) and _same_side(draft, before[-1]):
            _fill(draft, draft.sides.source, before[-1].sides.source, before[-1], "sides:who-said-it-before")
        if draft.predicate.type == "SANCTION" and not draft.sides.source and _same_side(draft, before[-1]):
            _fill(
                draft, draft.sides.source, before[-1].sides.source, before[-1], "sides:of-the-measure-before"
            )


def as_well(drafts: list[Draft]) -> None:
    """Who is said at the end to have done the same did it too: *Kairo gratulierte dem Sieger, ebenso Wladimir Putin*."""
    for draft in drafts:
        clause = draft.clause
        if draft.nominal or clause is None or not draft.sides.source or draft.sides.mutual:
            continue
        more = _named_behind(draft)
        if more:
            draft.sides.target = others(draft.sides.target, more)
            draft.sides.source.extend(others(more, draft.sides.source))
            draft.note("sides:as-well", draft.token)


def _named_behind(draft: Draft) -> list[ActorFound]:
    """The actors behind the last comma of the sentence and *ebenso*, if nothing but they stand there."""
    doc = draft.token.doc
    within = sentence(draft.token)
    start = next((i for i in range(draft.token.i + 1, within.stop - 1) if doc.lowers[i] in _LIKEWISE), None)
    if start is None or doc.words[start - 1] != ",":
        return []
    found: list[ActorFound] = []
    for i in range(start + 1, within.stop):
        tag = doc.tags[i]
        if i in doc._.actors_at:
            merge(found, doc._.actors_at[i])
        elif tag[:1] == "V" or (tag[:1] == "$" and doc.words[i] not in (",", ".")):
            return []
        elif doc.words[i] == "," and found:
            break
    return found


def _goes_with(draft: Draft, earlier: Draft) -> bool:
    """Of one type, in the same sentence or the one before."""
    if draft.predicate.type != earlier.predicate.type or draft.sides.mutual or earlier.sides.mutual:
        return False
    return draft.follows(earlier)


def _taken_up(draft: Draft, told: Draft) -> bool:
    """Whether a definite noun tells what somebody said right before: *… klagte an. Die Vorwürfe richten sich gegen …*.

    Not what the law does, which another does than who speaks of it.
    """
    if draft.predicate.type not in _SAID or "legal" in draft.predicate.contexts or draft.sides.source:
        return False
    return told.clause is not draft.clause and definite(draft.token)


def _also(draft: Draft) -> bool:
    words = draft.token.doc.lowers
    return draft.clause is not None and any(words[i] in _ALSO for i in draft.clause.tokens)


def _same_side(draft: Draft, earlier: Draft) -> bool:
    """Whether both befall the same country, or one leaves open whom."""
    countries, told = ({a.country for a in d.sides.target} for d in (draft, earlier))
    return not countries or not told or bool(countries & told)


def _fill(draft: Draft, side: list[ActorFound], told: list[ActorFound], by: Draft, rule: str) -> None:
    new = others(told, [*draft.sides.source, *draft.sides.target])
    if new:
        side.extend(new)
        draft.note(rule, by.token)


def struck(drafts: list[Draft], places: Places) -> None:
    """An attack on a thing of nobody befalls the country where it is: *ein Anschlag auf eine Kairoer Kirche*."""
    for draft in drafts:
        sides = draft.sides
        if draft.predicate.type != "ASSAULT" or sides.target or sides.mutual:
            continue
        slots = _AIMED if draft.nominal else ("acc",)
        things = [head for slot in slots for head in draft.slots.get(slot) if in_class(head, *_THINGS)]
        country = places.crowd.country(things[0]) if things else None
        if country is None or any(a.kind == "state" and a.country == country for a in sides.source):
            continue
        nowhere = in_class(things[0], "ship") or not places.crowd.countries_here(draft.token)
        if nowhere and any(a.country == country for a in sides.source):
            continue  # *der Angriff der Huthi auf den Frachter*: where it lay nobody says
        if draft.spoken_of_by is not None and any(
            a.country == country for a in draft.spoken_of_by.sides.source
        ):
            continue  # *Die USA verurteilten den Angriff auf das Schiff*
        state = state_actor(draft.token.doc, country)
        if state is not None:
            sides.target.append(state)
            draft.note("sides:country-of-the-thing", things[0])
