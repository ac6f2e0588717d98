"""The slots of a predicate in its sentence: which nouns stand as subject, object, genitive, after *gegen*."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.reading.events.words import preposition

_RELATIVE = frozenset(["PRELS", "PRELAT", "PWS"])
_AGENT = ("von", "durch")
#: What may stand between a genitive name and its noun: *Kims erster* Auslandsbesuch.
_BETWEEN = frozenset(["ADJA", "CARD", "ADV", "ADJD"])


@dataclass(slots=True)
class Slots:
    """Heads of the noun phrases in each slot: subj, acc, dat, gen, adj, part, and the plain prepositions."""

    doc: Doc
    heads: dict[str, list[Token]] = field(default_factory=dict)

    def add(self, slot: str, token: Token) -> None:
        found = self.heads.setdefault(slot, [])
        if all(other.i != token.i for other in found):
            found.append(token)

    def get(self, slot: str) -> list[Token]:
        return self.heads.get(slot, [])


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun stands for: the head of its clause; other tokens stand for themselves."""
    if token.tag_ not in _RELATIVE:
        return token
    at = token
    for _ in range(12):
        if at.dep_.startswith("acl") and at.head.i < token.i:
            return at.head
        if at.head.i == at.i:
            break
        at = at.head
    before = token.nbor(-1) if token.i > 0 else token
    if before.text == "," and token.i > 1:
        noun = token.nbor(-2)
        if noun.pos_ in ("NOUN", "PROPN"):
            return noun
    return token


def clause_slots(clause: Clause) -> Slots:
    """The slots of a clause; in the passive the subject is the object, and *von* gives the subject."""
    slots = Slots(clause.predicate.doc)
    passive = clause.voice != "active"
    if clause.subject is not None:
        slots.add("acc" if passive else "subj", antecedent(clause.subject))
    for token in clause.objects:
        if clause.reflexive is not None and token.i == clause.reflexive.i:
            continue
        slots.add(_case(token), antecedent(token))
    for oblique in clause.obliques:
        name = preposition(oblique.preposition)
        noun = antecedent(oblique.noun)
        if passive and name in _AGENT:
            slots.add("subj", noun)
            slots.add("agent", noun)
        slots.add(name, noun)
    return slots


def _case(token: Token) -> str:
    if token.dep_ == "iobj":
        return "dat"
    case = token.morph.get("Case")
    if "Dat" in case:
        return "dat"
    if "Gen" in case and token.dep_ != "obj":
        return "gen"
    return "acc"


def noun_slots(noun: Token, clause: Clause | None) -> Slots:
    """The slots of an event noun: genitive, possessor, adjectives, prepositional attributes.

    A prepositional phrase right behind the noun counts as its attribute even where the parser gave
    it to the verb: *Die USA verhängten Sanktionen gegen Iran*.
    """
    slots = Slots(noun.doc)
    genitive = noun_phrases.genitive(noun)
    if genitive is not None:
        slots.add("gen", genitive)
    else:
        name = _name_before(noun)
        if name is not None:
            slots.add("gen", name)
    for child in noun.children:
        if child.tag_ == "PPOSAT" or child.dep_ == "det:poss":
            slots.add("gen", child)
        elif child.tag_ == "PRELAT" or (child.tag_ in ("PDAT", "ART") and child.lower_ in ("dessen", "deren")):
            slots.add("gen", antecedent(child))
        elif child.tag_ in ("ADJA", "TRUNC") and child.i < noun.i:
            slots.add("adj", child)
    for case, head in noun_phrases.attributes(noun):
        slots.add(preposition(case), head)
    end = _end(noun)
    if clause is not None:
        for oblique in clause.obliques:
            if noun.i < oblique.preposition.i <= end and oblique.noun.i != noun.i:
                slots.add(preposition(oblique.preposition), oblique.noun)
    for token in slots.get("von"):
        slots.add("gen", token)
    slots.add("part", noun)
    return slots


def _name_before(noun: Token) -> Token | None:
    """The genitive name before the noun phrase that the parser hung elsewhere: *Moskaus* Waffenlieferungen."""
    i = noun.i - 1
    while i > noun.sent.start and noun.doc[i].tag_ in _BETWEEN:
        i -= 1
    if i < noun.sent.start:
        return None
    name = noun.doc[i]
    named = name.tag_ in ("NE", "NN") and name.text[-1:] in ("s", "'", "’")
    return name if named and i in noun.doc._.actor_at else None


def _end(noun: Token) -> int:
    """The token where an attribute behind the noun would begin, past other attributes of the noun."""
    end = noun.i
    for child in noun.rights:
        if child.dep_ in ("nmod", "nmod:poss", "flat", "appos", "flat:name") and child.left_edge.i <= end + 2:
            end = max(end, child.right_edge.i)
    return min(end + 1, noun.i + 12)
