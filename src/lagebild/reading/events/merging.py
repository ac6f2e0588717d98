"""Verb and noun that tell one event: *verhängte Sanktionen*, *führte Krieg*, *trafen sich zu Gesprächen*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others

#: Types of which verb and object may tell one event: *schlossen ein Bündnis*. Others are two: *stoppte die Lieferungen*.
_ALIKE: Final = (frozenset(["AGREE", "SUPPORT", "CONSULT", "CONCEDE"]), frozenset(["COOPERATE", "AID"]))

#: What is offered or allowed is yet to come: *schlug Verhandlungen vor*, *ließ Besuche zu* tell two events.
_BEFORE: Final = frozenset(["AGREE", "CONCEDE"])


def merged(drafts: list[Draft]) -> list[Draft]:
    """One event where a verb and the noun it carries tell the same: *verhängte Sanktionen*, *führte Krieg*."""
    by_clause = {id(d.clause): d for d in drafts if d.clause is not None and not d.nominal}
    kept: list[Draft] = []
    for draft in drafts:
        verb = by_clause.get(id(draft.clause)) if draft.nominal and draft.clause is not None else None
        if verb is not None and _same(draft, verb):
            verb.words = sorted([*verb.words, *draft.words], key=lambda w: w.i)
            if draft.predicate.mode != "multilateral" or not verb.sides.source:
                _complete(verb, draft)  # a conference on Kosovo is not Kosovo's
        else:
            kept.append(draft)
    return kept


def _same(noun: Draft, verb: Draft) -> bool:
    if verb.predicate.pos == "a":
        return False  # *zu Gesprächen bereit*: the talks are yet to come
    if noun.predicate.type == verb.predicate.type == "CONSULT" and any(
        head.i == noun.token.i for head in verb.slots.get("zu")
    ):
        return True  # *trafen sich zu Gesprächen*, *reiste zu einem Besuch nach …*
    tested = {slot for test in verb.predicate.tests if test.wanted for slot in (test.slot,)}
    # *beharrte auf seinen Forderungen*, but *bat auf Drängen Roms um Hilfe*
    insists = verb.predicate.type == "REQUEST" and "auf" in {*verb.predicate.frame.target, *tested}
    insisting = ("auf",) if insists else ()
    for slot in ("acc", *insisting, *sorted(tested - {"auf"})):
        if any(t.i == noun.token.i for head in verb.slots.get(slot) for t in noun_phrases.conjuncts(head)):
            if noun.predicate.type == verb.predicate.type:
                if _judges(verb.predicate) and slot not in tested:
                    return False  # *kritisierte das Verfahren*, *begrüßte die Anerkennung*
                return slot != "gegen" or not _done_by_other(noun, verb)
            if verb.predicate.mode == "convict" and noun.predicate.mode == "arrest":
                return slot in tested  # *verurteilte ihn zu einer Haftstrafe*
            if noun.predicate.type == "CONCEDE" and verb.predicate.type == "RETREAT":
                return slot in tested  # *eine Waffenruhe gilt*
            if noun.predicate.type == "CONSULT" and verb.predicate.type in _BEFORE:
                return False
            return slot in tested and any(
                {noun.predicate.type, verb.predicate.type} <= kinds for kinds in _ALIKE
            )
    return False


def _judges(verb: lexicon.Predicate) -> bool:
    """Whether the verb judges the deed that is its object, also one of its own type."""
    return not verb.fixed and (verb.mode == "disapprove" or verb.type in ("SUPPORT", "REJECT"))


def _done_by_other(noun: Draft, verb: Draft) -> bool:
    """Whether the deed is the other side's: *gegen die Angriffe der Taliban vorgehen* tells two."""
    mine, other = verb.sides.source, noun.sides.source
    return bool(mine and other) and all(a is not b for a in mine for b in other)


def _complete(verb: Draft, noun: Draft) -> None:
    """Sides that only the noun names: *verhängte Sanktionen gegen Iran*."""
    for mine, other in ((verb.sides.source, noun.sides.source), (verb.sides.target, noun.sides.target)):
        known = (*verb.sides.source, *verb.sides.target)
        new = others(other, known)
        if new and (not mine or verb.sides.mutual):
            mine.extend(new)
