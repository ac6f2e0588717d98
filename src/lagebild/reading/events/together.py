"""Who takes part beside the subject: *gemeinsam mit Litauen*, *Gespräche, die er mit Moskau führt*, *in einem Telefonat*."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.sides import Places, actors_of, phrase_actors
from lagebild.reading.events.words import preposition

#: Words before *mit* by which the other side does the same.
_JOINTLY: Final = frozenset(["gemeinsam", "zusammen"])
#: Types of what is done to or said of somebody, in which who is named behind *mit* may be the other side.
_WITH_SOMEBODY: Final = frozenset(["CONSULT", "COOPERATE"])
#: Types of what one says to somebody in a conversation.
_SPOKEN: Final = frozenset(["REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "AGREE", "REJECT", "CONCEDE"])
#: Sectors of those who only ask: an interview is no meeting.
_ASKING: Final = "MED"


def together(drafts: list[Draft], places: Places) -> None:
    """Add to who acts those who are said to do it jointly; ``drafts`` hold a verb's or a carried noun's subject."""
    for draft in drafts:
        clause, sides = draft.clause, draft.sides
        if clause is None or clause.voice == "passive" or not sides.source:
            continue
        if draft.nominal and not any(found.rule == "sides:carrier-verb" for found in draft.evidence):
            continue
        for companion in _companions(clause):
            known = () if draft.predicate.type in _WITH_SOMEBODY else sides.target
            new = others(phrase_actors(companion, places), [*sides.source, *known])
            if new and all(a.kind != "group" or a.country for a in new):
                sides.source.extend(new)
                sides.target[:] = others(sides.target, new)
                draft.note("sides:jointly", companion)


def _companions(clause: Clause) -> list[Token]:
    """The nouns behind *gemeinsam mit*, *zusammen mit* in the clause."""
    doc, found = clause.predicate.doc, []
    lowers = doc.lowers
    for i in clause.tokens:
        if lowers[i] in _JOINTLY and i + 2 < len(doc) and lowers[i + 1] == "mit":
            noun = doc[i + 1].head if doc[i + 1].head.i > i + 1 else _next_noun(doc[i + 1])
            if noun is not None and noun.i < sentence(doc[i]).stop:
                found.append(noun)
    return found


def _next_noun(case: Token) -> Token | None:
    doc = case.doc
    return next((doc[i] for i in range(case.i + 1, sentence(case).stop) if doc[i].tag_ in ("NN", "NE")), None)


def of_talks(drafts: list[Draft], places: Places) -> None:
    """Give talks both sides by the relative clause or the sentence that tells who led them.

    *Gespräche, die der Minister mit Moskau führte*; *in einem Telefonat warnte der Präsident den Kremlchef*.
    """
    talks = {d.token.i: d for d in drafts if d.nominal and d.predicate.type == "CONSULT" and d.sides.mutual}
    if not talks:
        return
    spoken = {id(d.clause): d for d in drafts if not d.nominal and d.predicate.type in _SPOKEN}
    for clause in drafts[0].token.doc._.clauses:
        if clause.relation == "relative":
            _led(clause, talks, places)
    for talk in talks.values():
        told = spoken.get(id(talk.clause)) if talk.clause is not None else None
        if len(talk.sides.source) < 2 and _within(talk.token):
            _spoken(talk, told, places)


def _led(clause: Clause, talks: dict[int, Draft], places: Places) -> None:
    entries = lexicon.carriers().get(clause.lemma, ())
    if not any(carrier.slot == "acc" and carrier.role == "source" for carrier in entries):
        return
    slots = places.slots_of(clause)
    # The pronoun's tagged number may be wrong; what the parser hung its clause on is not.
    for i in sorted({*(head.i for head in slots.get("acc")), clause.predicate.head.i}):
        talk = talks.get(i)
        if talk is None or len(talk.sides.source) > 1:
            continue
        leading = [*actors_of(slots, "subj", places), *actors_of(slots, "mit", places)]
        merge(talk.sides.source, leading)
        if leading:
            talk.note("sides:carrier-relative", clause.predicate)


def _within(noun: Token) -> bool:
    """Whether something is said in the conversation: *in einem Telefonat*, *bei dem Gespräch*."""
    case = noun_phrases.preposition(noun)
    return case is not None and preposition(case) in ("in", "bei")


def _spoken(talk: Draft, told: Draft | None, places: Places) -> None:
    """Who says something in a conversation, and to whom, lead it."""
    clause = talk.clause
    if clause is None or clause.voice != "active" or clause.predicate.i == talk.token.i:
        return
    slots = places.slots_of(clause)
    leading = [a for a in actors_of(slots, "subj", places) if a.kind in ("person", "state")]
    spoken_to = told.sides.target if told is not None else actors_of(slots, "dat", places)
    if not talk.sides.source:
        merge(talk.sides.source, leading)
    if (leading and talk.predicate.mode == "phone") or told is not None:
        merge(talk.sides.source, [a for a in spoken_to if a.kind in ("person", "state")])
    if talk.sides.source:
        talk.note("sides:who-says-it-there", clause.predicate)


def without_interviews(drafts: list[Draft]) -> list[Draft]:
    """Without conversations with a paper or station: *sagte im Gespräch mit dem Magazin*."""
    return [
        d
        for d in drafts
        if not (
            d.nominal and d.predicate.type == "CONSULT" and any(a.sector == _ASKING for a in d.sides.source)
        )
    ]
