"""The slots of a predicate in its sentence: which nouns stand as subject, object, genitive, after *gegen*."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from lagebild.language.clause import Clause
from lagebild.language.columns import columns, sentence
from lagebild.reading.events.amounts import at_most, more_than
from lagebild.reading.events.antecedents import antecedent, counted
from lagebild.reading.events.loose_names import bare, named_by
from lagebild.reading.events.misparsed import (
    active_conjunct,
    behind_bracket,
    counted_anew,
    dative_behind_name,
    headline_passive,
    in_first_phrase,
    name_of_subject,
    noun_of_article,
    object_behind_apposition,
    object_of_infinitive,
    of_teller,
    orderers,
    owns_next,
    passive_conjunct,
    passive_perfect,
    people_counted,
    torn_perfect,
    towards,
    victim_before_verb,
)
from lagebild.reading.events.torn import (
    lost_accusatives,
    lost_datives,
    name_before_apposition,
    objects_behind_name,
)
from lagebild.reading.events.turned import subject_among_objects
from lagebild.reading.events.words import is_cased, is_people, lemma, preposition, tags_of

#: How many tokens the noun of *als* may be away.
_COUNTED_AS = 6
_AGENT = ("von", "durch")
_RANKS = frozenset(["erst", "zweit", "dritt", "letzt", "einzig", "bislang", "nächst"])
#: Pronouns that are no subject, whatever the parser took them for: *Ihr wird Spionage vorgeworfen*.
_DATIVES = frozenset(["ihm", "ihr", "ihnen"])


@dataclass(slots=True)
class Slots:
    """Heads of the noun phrases in each slot: subj, acc, dat, gen, adj, part, and the plain prepositions."""

    doc: Doc
    heads: dict[str, list[Token]] = field(default_factory=dict)

    def add(self, slot: str, token: Token) -> None:
        found = self.heads.setdefault(slot, [])
        token = counted(_whole(name_before_apposition(token) if slot == "subj" else token))
        if all(other.i != token.i for other in found):
            found.append(token)

    def copy(self) -> Slots:
        """The same heads in lists of their own."""
        return Slots(self.doc, {slot: [*found] for slot, found in self.heads.items()})

    def get(self, slot: str) -> list[Token]:
        return self.heads.get(slot, [])


def _whole(token: Token) -> Token:
    """The noun that a first part with a hyphen goes with, *Staats- und Regierungschefs*, or that of an article.

    *NATO- und afghanische Truppen* have adjectives between.
    """
    stop = sentence(token).stop
    if token.tag_ == "TRUNC" and token.i + 2 < stop and token.nbor(1).tag_ == "KON":
        return next((t for t in token.doc[token.i + 2 : stop] if t.tag_ != "ADJA"), token.nbor(2))
    return noun_of_article(token)


def clause_slots(clause: Clause, places: frozenset[int]) -> Slots:
    """The slots of a clause; in the passive the subject is the object, and *von* gives the subject.

    ``places`` are the tokens that name a place.
    """
    slots = Slots(clause.predicate.doc)
    passive = (
        (clause.voice != "active" and not active_conjunct(clause))
        or passive_conjunct(clause)
        or passive_perfect(clause)
        or headline_passive(clause)
    )
    counted_people = people_counted(clause)
    apposed = object_behind_apposition(clause) if not passive else None
    if apposed is not None:
        slots.add("subj", apposed[0])
        slots.add("acc", apposed[1])
        slots.add("dat", apposed[1])
    elif clause.understood_subject is not None:
        if clause.understood_subject.lower_ in _DATIVES:
            slots.add("dat", antecedent(clause.understood_subject))
        elif object_of_infinitive(clause, clause.understood_subject):
            slots.add("dat", clause.understood_subject)
            slots.add("acc", clause.understood_subject)
        elif not passive and victim_before_verb(clause) is not None:
            slots.add("acc", clause.understood_subject)
            slots.add("subj", antecedent(clause.parent.understood_subject))  # type: ignore[union-attr, arg-type]
        elif not passive and _object_of_participle(slots, clause, clause.understood_subject):
            slots.add("acc", clause.understood_subject)
        else:
            slots.add("acc" if passive else "subj", counted_people or antecedent(clause.understood_subject))
    elif not passive and clause.finite is not None:
        _pronoun_subject(slots, clause)
    holder = name_of_subject(clause)
    for token in clause.objects:
        if token.i == holder or (clause.reflexive is not None and token.i == clause.reflexive.i):
            continue
        if not behind_bracket(clause, token):
            slots.add(_case(token), antecedent(token))
    if not passive and clause.finite is not None and clause.mood != "imperative":
        subject_among_objects(slots, clause)
    for oblique in clause.obliques:
        name = preposition(oblique.preposition)
        noun = antecedent(oblique.noun)
        if name == "in" and noun.lower_ == "richtung":
            name, noun = "nach", towards(noun)
        if passive and name in _AGENT and not (counted_people and oblique.noun.i == counted_people.i):
            slots.add("subj", noun)
            slots.add("agent", noun)
        slots.add(name, noun)
    if passive:
        _second_subject(slots, clause)
    if not passive and not slots.get("acc"):
        for token in lost_accusatives(clause, {t.i for heads in slots.heads.values() for t in heads}):
            slots.add("acc", token)
    if not passive:
        _unattached(slots, clause, places)
    elif not slots.get("subj"):
        for agent in orderers(clause):
            slots.add("subj", antecedent(agent))
    _bare_objects(slots)
    if not slots.get("dat"):
        for token in lost_datives(clause, {t.i for heads in slots.heads.values() for t in heads}):
            slots.add("dat", token)
    _loose(slots, clause, passive)
    if passive and not slots.get("subj"):
        _shared_agent(slots, clause, places)
    _shared_object(slots, clause)
    _taken_as(slots, clause)
    _receiver(slots)
    return slots


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
    tags = tags_of(slots.doc)
    for i in clause.tokens:
        if tags[i] == "PPER" and slots.doc[i].lower_ == "er":
            slots.add("subj", slots.doc[i])
            return


def _taken_as(slots: Slots, clause: Clause) -> None:
    """What something counts as, unless that is a person: *als russisches Gebiet*, not *als Präsidenten*."""
    doc, tags = slots.doc, tags_of(slots.doc)
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


def _plural_dative(noun: Token) -> bool:
    """*den Putschisten* beside another object."""
    if noun.morph.get("Number", []) != ["Plur"]:
        return False
    return noun.text.endswith("n") and any(
        child.lower_ in ("den", "ihren", "seinen") for child in noun.children
    )


def _shared_object(slots: Slots, clause: Clause) -> None:
    """The object before the first of two infinitives or participles is that of both: *will Waffen kaufen und liefern*."""
    first = clause.parent
    joined = clause.relation == "coordinated" and clause.finite is None and clause.reflexive is None
    if first is None or not joined or slots.get("acc") or first.voice != "active":
        return
    for token in first.objects:
        if token.i < first.predicate.i < clause.predicate.i and _case(token) == "acc" and token.tag_ != "PRF":
            slots.add("acc", antecedent(token))


def _bare_objects(slots: Slots) -> None:
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


def _receiver(slots: Slots) -> None:
    """A named actor among the objects can be the dative that no ending shows: *garantieren Taiwan Schutz*."""
    objects = slots.get("acc")
    if slots.get("dat") or not objects:
        return
    behind = next((t for head in slots.get("subj") if (t := dative_behind_name(head)) is not None), None)
    if behind is not None and all(t.i != behind.i for t in objects):
        slots.add("dat", behind)
        return
    people = [t for t in objects if is_people(t)]
    if len(objects) > 1 and len(people) == 1 and _plural_dative(people[0]):
        slots.add("dat", people[0])
        slots.heads["acc"] = [t for t in objects if t is not people[0]]
        return
    named = [t for t in objects if t.i in slots.doc._.actor_at]
    named = [
        t for t in named if not any(child.lower_ in ("den", "einen", "die", "das") for child in t.children)
    ]
    # *Soldaten zur Verfügung stellen* gives the soldiers; without anything before it a noun shows no dative.
    named = [t for t in named if t.tag_ != "NN" or is_cased(t)]
    if named:
        slots.add("dat", named[0])
        if len(objects) > 1:
            slots.heads["acc"] = [t for t in objects if t.i != named[0].i]


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


def _loose(slots: Slots, clause: Clause, passive: bool) -> None:
    """Prepositional phrases that the parser hung on a noun of the clause fill slots that are still empty."""
    doc, tags = slots.doc, tags_of(slots.doc)
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
        acts = passive and name in _AGENT and not in_first_phrase(clause, case) and not of_teller(noun)
        known = [t.i for t in slots.get("acc")]
        if (
            acts
            and noun.i not in known
            and _may_act(noun)
            and not any(_may_act(t) for t in slots.get("subj"))
        ):
            slots.heads.pop("subj", None)
            slots.add("subj", noun)
    if not passive and not slots.get("acc"):
        for token in objects_behind_name(clause):
            slots.add("acc", token)
    if not slots.get("acc") and not slots.get("dat"):
        held, at = {token.i for heads in slots.heads.values() for token in heads}, doc._.actor_at
        words = columns(doc).words
        first = next((i for i in clause.tokens if tags[i][:1] != "$" and not words[i].isspace()), -1)
        for i in clause.tokens:
            if tags[i] != "NN" or i in held or i == clause.predicate.i or _dated(doc, i):
                continue
            if i in at and at.get(i - 1) is at[i]:
                continue  # a part of a name: *Osama bin Laden*
            if i == first or _free(doc[i]):
                acts = (
                    clause.finite is not None and not passive and not slots.get("subj") and is_people(doc[i])
                )
                slots.add("subj" if acts else "acc", doc[i])
                return


def _dated(doc: Doc, i: int) -> bool:
    return any(time.start <= i < time.stop for time in doc._.times)


def _of_party(case: Token, name: str) -> bool:
    """*Anna Meier von der Union* is of it, nothing comes from it."""
    before = case.doc._.actor_at.get(case.i - 1) if name == "von" else None
    return before is not None and before.kind == "person"


def _may_act(noun: Token) -> bool:
    return noun.i in noun.doc._.actor_at or is_people(noun)


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
        slots.add(_case(token), antecedent(token))
    return True


def _unattached(slots: Slots, clause: Clause, places: frozenset[int]) -> None:
    """Names of actors and places in the clause that no slot holds become its subject, then its object.

    The parser loses names more often than other words: *Im Juli besuchte der Minister Pjöngjang*.
    """
    doc, at = slots.doc, slots.doc._.actor_at
    named = {i for i in clause.tokens if i in at or i in places}
    held = {
        id(at.get(i, doc[i])) for heads in slots.heads.values() for t in heads for i in named_by(t, named)
    }
    has_object = bool(slots.get("acc") or slots.get("dat"))
    owner: Token | None = None
    for i in sorted(named):
        actor = at.get(i, doc[i])
        if id(actor) in held or not bare(doc[i]) or (i in at and at.get(i - 1) is actor):
            continue
        if owns_next(doc[i]):
            owner = owner or doc[i]
            continue
        if not slots.get("subj") and i in at and clause.finite is not None:
            slots.add("subj", doc[i])
        elif not has_object or all(t.i not in named for t in (*slots.get("acc"), *slots.get("dat"))):
            slots.add("acc", doc[i])
            slots.add("dat", doc[i])
        held.add(id(actor))
    if owner is not None and not slots.get("subj") and clause.finite is not None:
        slots.add("subj", owner)


def _case(token: Token) -> str:
    if token.dep_ == "iobj":
        return "dat"
    case = token.morph.get("Case", [])
    if "Dat" in case and not at_most(token):
        return "dat"
    if "Gen" in case and token.dep_ != "obj":
        if token.tag_ == "NE" and token.text[-1:] not in ("s", "x", "z", "'", "’"):
            return "dat"  # a name shows its genitive: *hat dem zerrissenen Mali Hilfe zugesagt*
        return "gen"
    return "acc"
