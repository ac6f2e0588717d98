"""Deeds that others are called to: *rief Serbien zu Gesprächen mit dem Kosovo auf*, *der Appell, Angriffe einzustellen*."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import lemma, noun_predicates

#: Types of verbs whose subject need not take part in the talks that are their object.
JUDGING: Final = frozenset(["ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"])


def called_to(draft: Draft, noun: Token, around: Slots, places: Places) -> bool:
    """Whether the object is called to do it with the one other side: *rief Serbien zu Gesprächen mit dem Kosovo auf*."""
    sides, clause = draft.sides, draft.clause
    if clause is None or not sides.mutual or len(sides.source) != 1 or not stands_in(noun, around.get("zu")):
        return False
    if all(p.type not in JUDGING for p in lexicon.verbs().get(clause.lemma, ())):
        return False
    called = others(actors_of(around, "acc", places), sides.source)
    if called:
        sides.source[:0] = called
        draft.note("sides:carrier-verb", around.get("acc")[0])
    return bool(called)


def asks(noun: Token) -> bool:
    """Whether the noun asks for something: *Appell*, *Aufforderung*."""
    return noun.tag_ == "NN" and any(p.type == "REQUEST" for p in noun_predicates(noun.text, lemma(noun))[0])


def stands_in(noun: Token, heads: list[Token]) -> bool:
    return any(noun.i == token.i for head in heads for token in noun_phrases.conjuncts(head))


def stopped(drafts: list[Draft]) -> None:
    """Who would stop a deed that nobody is said to do does it: *forderte, dass Mali die Angriffe einstellt*."""
    deeds = {d.token.i: d for d in drafts if d.nominal and d.predicate.by_force and not d.sides.mutual}
    for draft in drafts if deeds else ():
        if draft.nominal or draft.predicate.mode != "ceasefire" or draft.sides.mutual:
            continue
        for head in draft.slots.get("acc"):
            deed = deeds.get(head.i)
            if deed is not None and not deed.sides.source:
                deed.sides.source = others(draft.sides.source, deed.sides.target)
                deed.note("sides:who-stops-it", draft.token)
