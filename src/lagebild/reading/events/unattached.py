"""Slots filled with what the tree hung elsewhere or nowhere: names, loose phrases, datives that no ending shows."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.amounts import at_most, more_than
from lagebild.reading.events.antecedents import antecedent
from lagebild.reading.events.loose_names import bare, named_by
from lagebild.reading.events.misparsed import (
    counted_anew,
    dative_behind_name,
    in_first_phrase,
    of_teller,
    owns_next,
)
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.torn import objects_behind_name
from lagebild.reading.events.words import classes_of, in_class, is_cased, is_people, lemma, preposition

_PARTY: Final = "PTY"
#: Classes of what fights for a state.
_FIGHTING: Final = frozenset(["plane", "drone", "missile", "warship"])


def bare_objects(slots: Slots) -> None:
    """A thing without article shows no dative; beside a name it is what the named one gets: *hat Taiwan Hilfe zugesagt*."""
    things = [t for t in slots.get("dat") if t.tag_ == "NN" and not _shows_case(t) and not is_people(t)]
    receivers = [t for t in slots.get("dat") if all(t is not thing for thing in things)]
    named = [t for t in slots.get("acc") if t.tag_ == "NE" and t.i in slots.doc._.actor_at]
    if not things or len(named) < len(slots.get("acc")):
        return
    slots.heads["dat"] = [*receivers, *named]
    slots.heads["acc"] = things


def _shows_case(noun: Token) -> bool:
    """Whether a word before the noun or its plural's *-n* can show the dative."""
    return noun.text.endswith("n") or is_cased(noun)


def receiver(slots: Slots) -> None:
    """A named actor among the objects can be the dative that no ending shows: *garantieren Taiwan Schutz*."""
    objects = slots.get("acc")
    if slots.get("dat") or not objects:
        return
    behind = next((t for head in slots.get("subj") if (t := dative_behind_name(head)) is not None), None)
    if behind is not None and all(t.i != behind.i for t in objects):
        slots.add("dat", behind)
        return
    people = [t for t in objects if is_people(t)]
    if len(objects) > 1 and len(people) == 1 and _plural_dative(people[0], objects):
        slots.add("dat", people[0])
        slots.heads["acc"] = [t for t in objects if t is not people[0]]
        return
    at = slots.doc._.actor_at
    named = [t for t in objects if t.i in at or _has_name(t)]
    named = [
        t for t in named if not any(child.lower_ in ("den", "einen", "die", "das") for child in t.children)
    ]
    # *Soldaten zur Verfügung stellen* gives the soldiers; without anything before it a noun shows no dative, but for a name
    # and an office with one: *drohte Präsident Putin*.
    named = [t for t in named if t.tag_ != "NN" or is_cased(t) or t.i not in at or t.ent_type_ == "LOC"]
    if named:
        slots.add("dat", named[0])
        if len(objects) > 1:
            slots.heads["acc"] = [t for t in objects if t.i != named[0].i]


def _has_name(office: Token) -> bool:
    """Whether the name of somebody follows the office: *Präsident Putin*."""
    name = noun_phrases.apposition(office) if office.tag_ == "NN" else None
    return name is not None and name.i in office.doc._.actor_at


def _plural_dative(noun: Token, objects: list[Token]) -> bool:
    """*den Putschisten* beside another object, *Journalisten den Zugang* before it."""
    if noun.morph.get("Number", []) != ["Plur"] or not noun.text.endswith("n"):
        return False
    if not is_cased(noun):
        return any(noun.i < other.i for other in objects)
    return any(child.lower_ in ("den", "ihren", "seinen") for child in noun.lefts)


def loose_phrases(slots: Slots, clause: Clause, by: tuple[str, ...]) -> None:
    """Prepositional phrases that the parser hung on a noun of the clause fill slots that are still empty.

    Those with a preposition of ``by`` name who acts.
    """
    doc, tags = slots.doc, slots.doc.tags
    agents: list[Token] = []
    for i in clause.tokens:
        if tags[i] not in ("APPR", "APPRART"):
            continue
        case = doc[i]
        name = preposition(case)
        sum_of = more_than(case)
        if sum_of is not None and not slots.get(name):
            slots.add(name, sum_of)
        if case.head.i <= i or case.head.pos_ not in ("NOUN", "PROPN", "PRON"):
            continue
        noun = antecedent(case.head)
        if not slots.get(name) and not _of_party(case, name):
            slots.add(name, noun)
        if name in by and not in_first_phrase(clause, case) and not of_teller(noun) and not _where(case):
            agents.insert(0 if _behind_victim(slots, case) else len(agents), noun)
    for noun in agents:
        _agent(slots, noun)


def _behind_victim(slots: Slots, case: Token) -> bool:
    """*bei der Feier von Präsident Kagame Menschen von Soldaten erschossen*: who did it stands behind the victims."""
    return any(victim.i == case.i - 1 for victim in slots.get("acc"))


def _where(case: Token) -> bool:
    """*im Zentrum von Gaza*: the phrase says of which place it is the middle."""
    before = case.nbor(-1) if case.i else case
    return before.tag_ == "NN" and in_class(before, "direction", "square")


def _agent(slots: Slots, noun: Token) -> None:
    """Take the noun of *von* for who acts, unless it is the object or somebody else who may act is known."""
    known = [t.i for t in slots.get("acc")]
    if noun.i not in known and _may_act(noun) and not any(_may_act(t) for t in slots.get("subj")):
        slots.heads.pop("subj", None)
        slots.add("subj", noun)


def loose_object(slots: Slots, clause: Clause, passive: bool) -> None:
    """Where no object is known, a noun that stands free in the clause is it; people where nobody acts do."""
    if not passive and not slots.get("acc"):
        for token in objects_behind_name(clause):
            slots.add("acc", token)
    if slots.get("acc") or slots.get("dat"):
        return
    doc, tags, at = slots.doc, slots.doc.tags, slots.doc._.actor_at
    held = {token.i for heads in slots.heads.values() for token in heads}
    words = doc.words
    first = next((i for i in clause.tokens if tags[i][:1] != "$" and not words[i].isspace()), -1)
    for i in clause.tokens:
        if tags[i] != "NN" or i in held or i == clause.predicate.i or _dated(doc, i):
            continue
        if i in at and at.get(i - 1) is at[i]:
            continue  # a part of a name: *Osama bin Laden*
        if tags[i - 1] == "KOKOM" and clause.reflexive is None:
            continue  # *als Terrorgruppe verbieten*, not *bot sich als Vermittler an*
        if i == first or _free(doc[i]):
            acts = clause.finite is not None and not passive and not slots.get("subj") and is_people(doc[i])
            slots.add("subj" if acts else "acc", doc[i])
            return


def _free(noun: Token) -> bool:
    """A noun with neither preposition nor genitive article, and no noun right before it."""
    if counted_anew(noun) or at_most(noun):
        return True
    i = noun.i - 1
    while i > sentence(noun).start and noun.doc[i].tag_ in ("ADJA", "CARD", "ADV", "ADJD"):
        i -= 1
    before = noun.doc[max(i, sentence(noun).start)]
    if before.tag_ == "ART":
        return before.lower_ in ("die", "das", "den", "ein", "eine", "einen") and (
            before.i == sentence(noun).start or before.nbor(-1).tag_ not in ("APPR", "NN", "NE")
        )
    return before.tag_ not in ("APPR", "APPRART", "NN", "NE", "KON", "PPOSAT", "PIAT", "PDAT", "TRUNC", "$,")


def _dated(doc: Words, i: int) -> bool:
    return any(time.start <= i < time.stop for time in doc._.times)


def _of_party(case: Token, name: str) -> bool:
    """*Anna Meier von der Union* is of it, nothing comes from it."""
    before = case.doc._.actor_at.get(case.i - 1) if name == "von" else None
    return before is not None and before.kind == "person"


def of_own_party(case: Token, noun: Token) -> bool:
    """Whether the phrase says of which party the one before is: *Karl Meier von der CDU fordert*."""
    party = noun.doc._.actor_at.get(noun.i)
    return party is not None and party.sector == _PARTY and _of_party(case, preposition(case))


def _may_act(noun: Token) -> bool:
    return noun.i in noun.doc._.actor_at or is_people(noun) or _somebodys(noun)


def _somebodys(noun: Token) -> bool:
    """Whether an adjective says of which country they are, and no list what, or that they fight: *von iranischen Häschern
    entführt*, *von israelischen Flugzeugen bombardiert*."""
    several = noun.tag_ in ("NN", "NE") and noun.morph.get("Number", []) == ["Plur"]
    before = noun.nbor(-1) if several and noun.i else noun
    if before.tag_ != "ADJA" or before.i not in noun.doc._.country_at:
        return False
    classes = classes_of(lemma(noun))
    return not classes or not classes.isdisjoint(_FIGHTING)


def names(slots: Slots, clause: Clause, places: frozenset[int]) -> None:
    """Names of actors and places in the clause that no slot holds become its subject, then its object.

    The parser loses names more often than other words: *Im Juli besuchte der Minister Pjöngjang*.
    """
    doc, at = slots.doc, slots.doc._.actor_at
    named = {i for i in clause.tokens if i in at or i in places}
    held = {_named(at, i) for heads in slots.heads.values() for t in heads for i in named_by(t, named)}
    has_object = bool(slots.get("acc") or slots.get("dat"))
    owner: Token | None = None
    for i in sorted(named):
        if _named(at, i) in held or not bare(doc[i]) or (i in at and at.get(i - 1) is at[i]):
            continue
        if any(child.lower_ == "wie" for child in doc[i].lefts):
            continue  # *Wie Deutschland liefert auch Frankreich Waffen*
        if owns_next(doc[i]):
            owner = owner or doc[i]
            continue
        if not slots.get("subj") and i in at and clause.finite is not None:
            slots.add("subj", doc[i])
        elif not has_object or all(t.i not in named for t in (*slots.get("acc"), *slots.get("dat"))):
            slots.add("acc", doc[i])
            slots.add("dat", doc[i])
        held.add(_named(at, i))
    if owner is not None and not slots.get("subj") and clause.finite is not None:
        slots.add("subj", owner)


def _named(at: dict[int, ActorFound], i: int) -> int:
    """What is the same for all names of one actor; a place that is no actor has the number of its token."""
    actor = at.get(i)
    return i if actor is None else id(actor)
