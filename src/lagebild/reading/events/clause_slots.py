"""The slots of a clause: its own subject, objects and obliques first, then what the tree lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.events.amounts import measured
from lagebild.reading.events.antecedents import antecedent
from lagebild.reading.events.misparsed import (
    active_conjunct,
    behind_bracket,
    headline_passive,
    name_of_subject,
    object_behind_apposition,
    object_of_infinitive,
    orderers,
    passive_conjunct,
    passive_perfect,
    people_counted,
    torn_perfect,
    towards,
    victim_before_verb,
)
from lagebild.reading.events.slots import Slots, case_of, cases_of
from lagebild.reading.events.swapped import put_others
from lagebild.reading.events.torn import lost_accusatives, lost_datives
from lagebild.reading.events.turned import subject_among_objects
from lagebild.reading.events.unattached import (
    bare_objects,
    loose_object,
    loose_phrases,
    names,
    of_own_party,
    receiver,
)
from lagebild.reading.events.words import is_people, lemma, preposition

#: How many tokens the noun of *als* may be away.
_COUNTED_AS: Final = 6
_AGENT: Final[tuple[str, ...]] = ("von", "durch")
#: Words that take up what was told before, with the preposition in them: *Neuwahlen, wofür sich auch Athen aussprach*.
_TAKING_UP: Final = {"wofür": "für", "wozu": "zu", "wogegen": "gegen", "worum": "um", "worauf": "auf", "womit": "mit",
              "wovon": "von", "worüber": "über", "woran": "an", "wovor": "vor"}  # fmt: skip
_RANKS: Final = frozenset(["erst", "zweit", "dritt", "letzt", "einzig", "bislang", "nächst"])
#: Pronouns that are no subject, whatever the parser took them for: *Ihr wird Spionage vorgeworfen*.
_DATIVES: Final = frozenset(["ihm", "ihr", "ihnen"])


def clause_slots(clause: Clause, places: frozenset[int]) -> Slots:
    """The slots of a clause; in the passive the subject is the object, and *von* gives the subject.

    ``places`` are the tokens that name a place.
    """
    slots = Slots(clause.predicate.doc)
    passive = _is_passive(clause)
    counted_people = people_counted(clause)
    _subject(slots, clause, passive, counted_people)
    _objects(slots, clause, passive)
    _obliques(slots, clause, _AGENT if passive else (), counted_people)
    if passive:
        _second_subject(slots, clause)
        for agent in orderers(clause) if not slots.get("subj") else ():
            slots.add("subj", antecedent(agent))
    else:
        _take(slots, "acc", lost_accusatives, clause)
        names(slots, clause, places)
    bare_objects(slots)
    _take(slots, "dat", lost_datives, clause)
    loose_phrases(slots, clause, _AGENT if passive else ())
    loose_object(slots, clause, passive)
    if passive and not slots.get("subj"):
        _shared_agent(slots, clause, places)
    _shared_object(slots, clause)
    _taken_as(slots, clause)
    receiver(slots)
    _taking_up(slots, clause)
    put_others(slots)
    return slots


def _taking_up(slots: Slots, clause: Clause) -> None:
    """The word that begins a clause and stands for what was told before: *wozu Athen bereit wäre*."""
    for i in clause.tokens[:2]:
        token = slots.doc[i]
        name = _TAKING_UP.get(token.lower_)
        if name is not None and not slots.get(name):
            slots.add(name, token)


def _is_passive(clause: Clause) -> bool:
    return (
        (clause.voice != "active" and not active_conjunct(clause))
        or passive_conjunct(clause)
        or passive_perfect(clause)
        or headline_passive(clause)
    )


def _take(
    slots: Slots, slot: str, lost: Callable[[Clause, set[int]], Iterable[Token]], clause: Clause
) -> None:
    """Fill a slot that is empty with what the parser lost and no other slot holds."""
    if not slots.get(slot):
        for token in lost(clause, {t.i for heads in slots.heads.values() for t in heads}):
            slots.add(slot, token)


def _subject(slots: Slots, clause: Clause, passive: bool, counted_people: Token | None) -> None:
    """Put what the tree takes for the subject where it belongs."""
    apposed = object_behind_apposition(clause) if not passive else None
    subject = clause.understood_subject
    if apposed is not None:
        slots.add("subj", apposed[0])
        slots.add("acc", apposed[1])
        slots.add("dat", apposed[1])
    elif subject is None:
        if not passive and clause.finite is not None:
            _pronoun_subject(slots, clause)
    elif subject.lower_ in _DATIVES and clause.finite is not None:
        slots.add("dat", antecedent(subject))
    elif object_of_infinitive(clause, subject):
        slots.add("dat", subject)
        slots.add("acc", subject)
    elif not passive and victim_before_verb(clause) is not None:
        slots.add("acc", subject)
        slots.add("subj", antecedent(clause.parent.understood_subject))  # type: ignore[union-attr, arg-type]
    elif not passive and _object_of_participle(slots, clause, subject):
        slots.add("acc", subject)
    else:
        own = _own_subject(clause) if not passive else None
        slots.add("acc" if passive else "subj", own or counted_people or antecedent(subject))


def _own_subject(clause: Clause) -> Token | None:
    """The name that begins the second of two infinitives of one modal: *Peru werde zahlen, Chile auf Hilfe verzichten*."""
    if clause.finite is not None or clause.relation != "coordinated" or clause.predicate.tag_ != "VVINF":
        return None
    words = [i for i in clause.tokens if clause.predicate.doc[i].tag_[:1] != "$"]
    first = clause.predicate.doc[words[0]] if words else clause.predicate
    named = first.tag_ == "NE" and first.i in first.doc._.actor_at
    return first if named and len(words) > 2 and first.nbor(-1).text == "," else None


def _objects(slots: Slots, clause: Clause, passive: bool) -> None:
    holder = name_of_subject(clause)
    for token, case in zip(clause.objects, cases_of(clause.objects), strict=True):
        if token.i == holder or (clause.reflexive is not None and token.i == clause.reflexive.i):
            continue
        if not behind_bracket(clause, token):
            slots.add(case, antecedent(token))
            matter = measured(token)
            if matter is not None:
                slots.add(case, matter)
    if not passive and clause.finite is not None and clause.mood != "imperative":
        subject_among_objects(slots, clause)


def _obliques(slots: Slots, clause: Clause, by: tuple[str, ...], counted_people: Token | None) -> None:
    """Prepositional phrases; those with a preposition of ``by`` name who acts."""
    for oblique in clause.obliques:
        name = preposition(oblique.preposition)
        noun = antecedent(oblique.noun)
        if name not in by and of_own_party(oblique.preposition, noun):
            continue
        if name == "in" and noun.lower_ == "richtung":
            name, noun = "nach", towards(noun)
        if name in by and not (counted_people and oblique.noun.i == counted_people.i):
            slots.add("subj", noun)
            slots.add("agent", noun)
        slots.add(name, noun)


def _shared_agent(slots: Slots, clause: Clause, places: frozenset[int]) -> None:
    """Who did the first of several deeds did the others, wherever the parser hung him: *in Lima von Soldaten entführt
    und gefoltert*."""
    first = clause.parent
    joined = clause.relation == "coordinated" and clause.subject is None
    if not joined or first is None or first.voice == "active" or first.predicate.i > clause.predicate.i:
        return
    victims = [token.i for token in slots.get("acc")]
    for agent in clause_slots(first, places).get("subj"):
        if agent.i < first.predicate.i and agent.i not in victims:
            slots.add("subj", agent)


def _second_subject(slots: Slots, clause: Clause) -> None:
    """Of two subjects of a passive the people are its dative: *dass Journalisten der Zugang verwehrt wurde*."""
    if clause.subject is None or slots.get("dat") or is_people(clause.subject):
        return
    for child in clause.predicate.children:
        if child.dep_ == "nsubj:pass" and child.i != clause.subject.i and is_people(child):
            slots.add("dat", child)


def _pronoun_subject(slots: Slots, clause: Clause) -> None:
    """*er* is always the subject, whatever the parser hung it on: *für den er Extremisten verantwortlich machte*."""
    tags = slots.doc.tags
    for i in clause.tokens:
        if tags[i] == "PPER" and slots.doc[i].lower_ == "er":
            slots.add("subj", slots.doc[i])
            return


def _taken_as(slots: Slots, clause: Clause) -> None:
    """What something counts as, unless that is a person: *als russisches Gebiet*, not *als Präsidenten*."""
    doc, tags = slots.doc, slots.doc.tags
    for i in clause.tokens:
        if tags[i] != "KOKOM" or doc[i].lower_ != "als":
            continue
        for at in range(i + 1, min(sentence(doc[i]).stop, i + _COUNTED_AS)):
            if tags[at] in ("NN", "NE", "ADJD"):
                # *Als erstes Land der Union erkannte …* says who does it.
                if not is_people(doc[at]) and lemma(doc[at - 1]) not in _RANKS:
                    slots.add("als", doc[at])
                return
            if tags[at] not in ("ART", "ADJA", "PPOSAT", "ADV"):
                return


def _shared_object(slots: Slots, clause: Clause) -> None:
    """The object before the first of two infinitives or participles is that of both: *will Waffen kaufen und liefern*."""
    first = clause.parent
    joined = clause.relation == "coordinated" and clause.finite is None and clause.reflexive is None
    if first is None or not joined or slots.get("acc") or first.voice != "active":
        return
    for token in first.objects:
        if (
            token.i < first.predicate.i < clause.predicate.i
            and case_of(token) == "acc"
            and token.tag_ != "PRF"
        ):
            slots.add("acc", antecedent(token))


def _object_of_participle(slots: Slots, clause: Clause, subject: Token) -> bool:
    """Whether the subject of a bare participle is its object; whoever is the subject of the whole acts.

    *haben die Stadt beschossen und zehn Menschen getötet*. Adds that subject, and what a torn clause has besides.
    """
    torn = torn_perfect(clause)
    if subject.i not in clause.tokens or (clause.finite is not None and torn is None):
        return False
    whole = torn or (clause.parent if active_conjunct(clause) else None)
    if whole is None or whole.understood_subject is None or whole.understood_subject.i == subject.i:
        return False
    slots.add("subj", antecedent(whole.understood_subject))
    for token in torn.objects if torn is not None else ():
        slots.add(case_of(token), antecedent(token))
    return True
