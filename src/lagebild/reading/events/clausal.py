"""Sides that stand in another clause: who shall do what is demanded, whose deed a threat waits for, whom a
protest that tells its reason beside it is against."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import sentences_back
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.content import HANDING_OVER
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.words import in_class

#: Types whose other side is the doer of what their clause tells: *verlangte, dass Minsk nachgibt*, *rügte, Minsk foltere*.
_ABOUT_DEEDS: Final = frozenset(["REQUEST", "PROTEST", "ACCUSE"])
#: Types of what one says of a deed, and of deeds that befall somebody.
_AGAINST: Final = frozenset(["ACCUSE", "PROTEST", "REJECT", "SUPPORT", "REQUEST"])
_DEEDS: Final = frozenset(["ASSAULT", "COERCE", "SANCTION"])
_PURPOSES: Final = frozenset(["ACCUSE", "REQUEST"])
#: Types of verbs whose subject makes the document that is their object, and the classes of documents.
_MAKING: Final = frozenset(["SUPPORT", "AGREE", "COERCE", "SANCTION", "REQUEST"])
_DOCUMENTS: Final[tuple[str, ...]] = (
    "law",
    "document",
    "resolution",
    "treaty",
    "proposal",
    "measure",
    "decision",
)
#: So many tellings of one protest, and clauses below one event, are looked at.
_FEW: Final = 8
#: Types of what is told by nouns for writings: petitions, appeals, complaints.
_WRITTEN: Final = frozenset(["REQUEST", "ACCUSE", "AGREE"])
_TOLD: Final = frozenset(["complement", "content"])
_THREATENED: Final = frozenset(["infinitive", "complement"])


def clausal(drafts: list[Draft], places: Places) -> None:
    """Fill unsaid sides from the clauses below a demand, a threat or a protest; ``drafts`` are in text order."""
    if not drafts:
        return
    _decree(drafts)
    _in_writing(drafts)
    wanting = [d for d in drafts if _wants(d)]
    if wanting:
        below: dict[int, list[Clause]] = defaultdict(list)
        for clause in drafts[0].token.doc._.clauses:
            above = clause.parent
            if above is not None and above.relation in _THREATENED and clause.relation == "conditional":
                above = above.parent  # *drohte abzuziehen, falls Minsk nicht nachgibt*
            if above is not None:
                below[id(above)].append(clause)
        for draft in wanting:
            _from_clauses(draft, below.get(id(draft.clause), []), places)
    _of_the_deed(drafts, places)
    protests = [d for d in drafts if d.predicate.type == "PROTEST"]
    _one_protest(protests)
    _for_whom([d for d in protests if d.sides.source and not d.sides.target], drafts)


def _decree(drafts: list[Draft]) -> None:
    """What a document does, its maker does: *Polen verabschiedete ein Gesetz, das die Opposition unterdrückt*."""
    made = {id(d.clause): d for d in drafts if d.clause is not None and not d.nominal}
    for draft in drafts:
        clause = draft.clause
        while clause is not None and clause.relation == "coordinated":
            clause = clause.parent
        if draft.nominal or draft.sides.source or clause is None or clause.relation != "relative":
            continue
        maker = made.get(id(clause.parent))
        if maker is None or maker.sides.mutual or maker.predicate.type not in _MAKING:
            continue
        documents = [h for h in draft.slots.get("subj") if in_class(h, *_DOCUMENTS)]
        if any(head.i == t.i for head in maker.slots.get("acc") for t in documents):
            known = draft.sides.target
            draft.sides.source.extend(others(maker.sides.source, known))
            draft.note("sides:maker-of-the-document", maker.token)


def _in_writing(drafts: list[Draft]) -> None:
    """Who wrote it asks in it: *eine Petition der Bürger, in der der König ersucht wird*, *darin wird gefordert*."""
    written = {d.token.i: d for d in drafts if d.nominal and d.sides.source and d.predicate.type in _WRITTEN}
    for at, draft in enumerate(drafts) if written else ():
        clause = draft.clause
        if draft.nominal or draft.sides.source or clause is None or clause.voice == "active":
            continue
        tokens = draft.token.doc
        here = any(o.preposition.lower_ == "in" and o.noun.tag_ == "PRELS" for o in clause.obliques)
        if not here and not any(tokens[i].lower_ == "darin" for i in clause.tokens):
            continue
        first = sentences_back(draft.token, 0 if here else 1)
        told = next((d for d in reversed(drafts[:at]) if written.get(d.token.i) is d), None)
        if told is None or told.token.i < first:
            continue
        draft.sides.source.extend(others(told.sides.source, draft.sides.target))
        draft.note("sides:writer", told.token)


def _wants(draft: Draft) -> bool:
    sides, kind = draft.sides, draft.predicate.type
    return (
        draft.clause is not None
        and bool(sides.source)
        and not sides.target
        and not sides.mutual
        and (kind == "THREATEN" or kind in _ABOUT_DEEDS)
    )


def _from_clauses(draft: Draft, below: list[Clause], places: Places) -> None:
    threat = draft.predicate.type == "THREATEN"
    for clause in [c for c in below if _fits(draft, c, threat)][:_FEW]:
        doers = _doers(clause, places)
        new = others(doers, draft.sides.source)
        if new and len(new) == len(doers):
            draft.sides.target.extend(new)
            draft.note(
                "sides:doer-of-the-condition" if threat else "sides:doer-of-the-clause", clause.predicate
            )
            return


def _fits(draft: Draft, clause: Clause, threat: bool) -> bool:
    """Whether the clause is the condition of the threat, or what the demand or protest is about."""
    if clause.subject is None or clause.voice != "active":
        return False
    if threat:
        return clause.relation == "conditional"
    if clause.relation not in _TOLD:
        return False
    if not draft.nominal:
        return True
    # Right behind the noun: *seine Forderung, Minsk müsse nachgeben*, *aus Protest dagegen, dass …*.
    return 0 < clause.tokens[0] - draft.token.i < 4


def _doers(clause: Clause, places: Places) -> list[ActorFound]:
    return actors_of(places.slots_of(clause), "subj", places)


def _befalls(draft: Draft) -> bool:
    """Whether it is done to somebody: an attack, an arrest, a conviction, a release, an extradition."""
    predicate = draft.predicate
    handed_over = predicate.text.lower() in HANDING_OVER
    return predicate.type in _DEEDS or predicate.legal or predicate.mode == "release" or handed_over


def _suffering(deed: Draft, places: Places) -> list[ActorFound]:
    """Whom it befell; who is handed over to a state is no side of it, and does not hand over."""
    if deed.predicate.text.lower() not in HANDING_OVER:
        return deed.sides.target
    found = actors_of(deed.slots, "gen", places) or actors_of(deed.slots, "von", places)
    deed.sides.source = others(deed.sides.source, found)
    return found


def _of_the_deed(drafts: list[Draft], places: Places) -> None:
    """Who protests against or condemns a deed means its doer, not whom it befell: *Protest gegen die Festnahme der
    Aktivisten*."""
    deeds = {d.token.i: d for d in drafts if d.nominal and _befalls(d) and not d.sides.mutual}
    for draft in drafts:
        target = draft.sides.target
        if not target or draft.sides.mutual or draft.predicate.type not in _AGAINST:
            continue
        for deed in _spoken_of(draft, deeds):
            suffering = _suffering(deed, places)
            if all(any(a is b for b in suffering) for a in target):
                draft.sides.target = others(deed.sides.source, draft.sides.source)
                draft.note("sides:doer-of-the-deed", deed.token)


def _spoken_of(draft: Draft, deeds: dict[int, Draft]) -> list[Draft]:
    """The deeds where the frame has the other side, and those of whom it stands there: *verlangt die Freilassung von
    Meier*."""
    heads = [h for slot in draft.predicate.frame.target for h in draft.slots.get(slot.partition(".")[0])]
    found = [deed for head in heads if (deed := deeds.get(head.i)) is not None and deed is not draft]
    for head in draft.slots.get("acc"):
        deed = deeds.get(head.i)
        owners = [t.i for slot in ("gen", "von") for t in deed.slots.get(slot)] if deed is not None else []
        if deed is not None and any(head.i in owners for head in heads):
            found.append(deed)
    return found


def _one_protest(protests: list[Draft]) -> None:
    """A protest told twice in one clause or with its purpose has the same sides: *blockierten Straßen, um gegen die
    Regierung zu protestieren*, *traten aus Protest gegen die Haft in den Hungerstreik*."""
    at, below = _by_clause(protests), _by_purpose(protests)
    for draft in protests:
        own, above = id(draft.clause), id(_above(draft.clause))
        for other in (*at.get(own, ()), *below.get(own, ()), *at.get(above, ())):
            if other is not draft:
                _take(draft, other)


def _for_whom(protests: list[Draft], drafts: list[Draft]) -> None:
    """A protest is against whom its purpose accuses or calls on: *streikten, um vom Senat Reformen zu fordern*."""
    below = _by_purpose([d for d in drafts if d.predicate.type in _PURPOSES])
    for draft in protests:
        for other in below.get(id(draft.clause), ()):
            _take(draft, other)


def _by_clause(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The first drafts of each clause."""
    found: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.clause is not None and len(found[id(draft.clause)]) < _FEW:
            found[id(draft.clause)].append(draft)
    return found


def _by_purpose(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The first drafts in purposes of each clause: *…, um zu protestieren*."""
    found: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        above = _above(draft.clause)
        if above is not None and len(found[id(above)]) < _FEW:
            found[id(above)].append(draft)
    return found


def _above(clause: Clause | None) -> Clause | None:
    """The clause whose purpose this one is."""
    if clause is None or clause.finite is not None or clause.relation != "adverbial":
        return None
    return clause.parent


def _take(draft: Draft, other: Draft) -> None:
    sides, told = draft.sides, other.sides
    if sides.mutual or told.mutual:
        return
    known = [*sides.source, *sides.target]
    source = others(told.source, known) if not sides.source else []
    target = others(told.target, known) if not sides.target else []
    sides.source.extend(source)
    sides.target.extend(target)
    if source or target:
        draft.note("sides:one-protest", other.token)
