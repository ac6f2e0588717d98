"""Whether a predicate of the lexicon stands in a clause or noun phrase: fixed words, reflexive, tests of slots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token
from lagebild.reading.actors import actors_of_word
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.asking import allowed, asked, asked_for, denied
from lagebild.reading.events.predicates import LONG, Predicate, Test
from lagebild.reading.events.sides import Places, phrase_actors, state_of_name
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.wording import called, verbal
from lagebild.reading.events.words import (
    POLITICAL,
    called_so,
    in_class,
    is_citizen,
    is_people,
    lemma,
    part_in_class,
    plain_preposition,
    preposition,
)

_OURSELVES: Final = frozenset(["uns", "mich", "euch", "dich"])
#: Prepositions of what something is said or done on: not *per Veto verhindern*.
_ON_OCCASION: Final = frozenset(["zu", "nach", "bei", "über", "vor", "seit", "wegen", "trotz", "während"])
_FELT: Final = frozenset(["sehen", "fühlen", "finden"])
_LET: Final[tuple[str, ...]] = ("lass", "läss", "ließ", "lies")
#: Those who are sent and do not visit.
_LED: Final[tuple[str, ...]] = ("troops", "ship", "plane", "police", "refugee", "demonstrator", "prisoner")
#: People and bodies without a name who act politically.
_ACTING: Final = (*POLITICAL, "judge", "envoy")
_OBJECTS: Final = frozenset(["acc", "acc.gen", "dat", "dat.gen", "content", "clause"])
#: Classes of nouns that bodies and groups with names are of, too, by their sectors: *die AfD* is a party.
_SECTORS: Final = {
    "party": ("PTY", "OPP"),
    "court": ("JUD",),
    "government": ("GOV",),
    "parliament": ("LEG",),
    "police": ("COP",),
    "troops": ("MIL",),
    "rebel": ("REB", "UAF"),
    "fighter": ("REB", "UAF"),
    "terrorist": ("UAF",),
    "union": ("LAB",),
    "ngo": ("NGO",),
    "company": ("BUS",),
}
_ANYBODY: Final = frozenset(["actor", "any", "person"])
#: Classes of subjects that make the deed of a general verb: *traf ein Haus*.
_MISSILES: Final = frozenset(["missile", "gunshot"])
#: Types of deeds that are told by verbs of going somewhere.
_GOING: Final = frozenset(["MOBILIZE", "PROTEST", "CONSULT"])
#: Beginnings that turn a noun round.
_CONTRARY: Final[tuple[str, ...]] = ("un", "miss", "nicht")
_PEOPLE: Final = frozenset(["person", "organisation", "group", "international"])


class Forms:
    """The words of a clause by their forms: as written, lemma, plain preposition, last part behind a hyphen.

    Those beside the *lassen* above it are its too: *ließ die Arbeit ruhen*.
    """

    def __init__(self, clause: Clause) -> None:
        above = letting(clause)
        self._clause = clause
        self._tokens = [*above.tokens, *clause.tokens] if above is not None else clause.tokens
        self._at: dict[str, list[int]] | None = None

    def get(self, word: str) -> list[Token]:
        at = self._forms().get(word)
        return [self._clause.predicate.doc[i] for i in at] if at is not None else []

    def may_have(self, predicate: Predicate) -> bool:
        """Whether the last of a predicate's fixed words may stand there, by itself or at the end of a longer noun."""
        return not predicate.needs or predicate.needs in self._forms()

    def _forms(self) -> dict[str, list[int]]:
        found = self._at
        if found is not None:
            return found
        found = self._at = {}
        doc = self._clause.predicate.doc
        for i in self._tokens:
            lower = doc.lowers[i]
            forms = {lower, doc.lemmas[i].lower(), plain_preposition(lower, doc.tags[i])}
            forms.add(lower.rsplit("-", 1)[-1])
            for form in forms:
                found.setdefault(form, []).append(i)
        for token in self._clause.predicate.children:
            # *hält den Reporter gefangen*: the participle was read as a clause of its own.
            if token.tag_ == "VVPP" and token.dep_ in ("xcomp", "compound:prt"):
                found.setdefault(token.lower_, []).append(token.i)
        return found

    def ending(self, word: str) -> list[Token]:
        """The longer nouns that end in the word: *Betrugsverfahren*."""
        doc = self._clause.predicate.doc
        longer = [doc[i] for i in self._tokens if doc.tags[i] == "NN" and doc.lowers[i].endswith(word)]
        if not longer:
            return longer
        contrary = {prefix + word for prefix in _CONTRARY}  # *Unverständnis äußern*
        return [noun for noun in longer if noun.lower_ not in contrary]


def letting(clause: Clause) -> Clause | None:
    """The clause of *lassen* above an infinitive that was read as its own: *ließ die Vorwürfe fallen*."""
    above = clause.parent
    if clause.finite is not None or above is None or clause.relation != "infinitive":
        return None
    return above if above.predicate.lower_.startswith(_LET) else None


def is_reflexive(predicate: Predicate, clause: Clause) -> bool:
    """Whether the clause has the *sich* of the predicate; beside *lassen* it stands with that: *lässt sich nicht
    erpressen*, *wir lassen uns nicht erpressen*."""
    if clause.reflexive is not None or not predicate.lets:
        return clause.reflexive is not None
    above = letting(clause)
    if above is None:
        return False
    return above.reflexive is not None or any(token.lower_ in _OURSELVES for token in above.objects)


def fixed_words(predicate: Predicate, clause: Clause, forms: Forms) -> list[Token] | None:
    """The tokens of the fixed words of a verb predicate in the clause; None when one is missing."""
    words = predicate.fixed
    found: list[Token] = []
    longer: list[Token] = []
    if predicate.lets:
        parts = (*clause.modals, *clause.auxiliaries, clause.finite, clause.predicate)
        verbs = [t for t in parts if t is not None]
        if not any(t.lower_.startswith(_LET) for t in verbs) and letting(clause) is None:
            return None
        words = words[:-1]
    subject = clause.subject if clause.voice == "active" else None
    acting = subject.i if subject is not None and words and is_people(subject) else -1
    for word in reversed(words):
        # Who acts is no part of the trigger: *Die Polizei setzte Pfefferspray ein* is no *Polizei einsetzen*.
        fitting = [t for t in forms.get(word.lower()) if t not in found and t.i != acting]
        if found and found[-1] in longer and fitting and fitting[0].tag_ in ("APPR", "APPRART"):
            # *sorgte in der Hausordnung für Ruhe* is not *für Ordnung sorgen*.
            fitting = [t for t in fitting if t.i < found[-1].i]
        if not fitting and word[0].isupper() and len(word) >= LONG:
            fitting = [t for t in forms.ending(word.lower()) if t not in found and t.i != acting]
            longer += fitting
        if word[0].isupper():
            fitting = [t for t in fitting if not _is_circumstance(t, words)]
        if not fitting:
            return None
        near = [t for t in fitting if t.tag_ in ("APPR", "APPRART") and found and t.i < found[-1].i]
        found.append(near[-1] if near else fitting[0])
    return found[::-1]


def _is_circumstance(noun: Token, words: Sequence[str]) -> bool:
    """Whether the noun of a phrase without prepositions stands behind one: *erklärte zum Rücktritt des Generals*."""
    if any(word[0].islower() for word in words):
        return False
    case = noun_phrases.preposition(noun)
    return case is not None and preposition(case) in _ON_OCCASION


def verb_holds(predicate: Predicate, clause: Clause, slots: Slots, places: Places) -> bool:
    """Whether reflexive and all slot tests of a verb predicate hold in the clause."""
    if predicate.reflexive and not is_reflexive(predicate, clause):
        return False
    met = "acc" in predicate.frame.target and (not predicate.frame.mutual or _by_somebody(slots, places))
    if predicate.mode == "visit" and clause.voice == "passive" and not met:
        return False  # *wird in den Hafen gefahren*, *wurde von Schlägen getroffen*
    if clause.voice == "passive" and clause.subject is not None and _intransitive(predicate):
        return False  # *Schlüsse wurden gezogen*: nobody marches
    return all(_clause_test(test, clause, slots, places) == test.wanted for test in predicate.tests)


def _by_somebody(slots: Slots, places: Places) -> bool:
    """Whether a passive says by whom, and it is people: *wurde vom Präsidenten empfangen*."""
    return any(_is_of(head, "leader", places) for head in slots.get("subj"))


def _intransitive(predicate: Predicate) -> bool:
    """Whether the predicate is what somebody does without an object: *zogen vor das Parlament*."""
    if predicate.fixed or predicate.frame.mutual or predicate.type not in _GOING:
        return False
    known = {*predicate.frame.target, *(test.slot for test in predicate.tests)}
    moving = any(t.slot == "subj" and t.wanted and not _ANYBODY & set(t.classes) for t in predicate.tests)
    return moving and not known & _OBJECTS


def _clause_test(test: Test, clause: Clause, slots: Slots, places: Places) -> bool:
    if test.slot == "reflexive":
        return clause.reflexive is not None
    if test.slot == "clause":
        return any(
            other.parent is clause and other.relation == "complement"
            for other in clause.predicate.doc._.clauses
        )
    if test.slot == "neg":
        above = letting(clause)
        return bool(clause.negation) or (above is not None and bool(above.negation))
    if test.slot == "will":
        return any(modal.lemma_ == "wollen" for modal in clause.modals)
    if test.slot == "unless":
        return _unless(clause)
    if test.slot == "inserted":
        return clause.relation == "parenthetical"
    if test.slot == "copula":
        return clause.copula is not None
    if test.slot == "stative":
        above = clause.parent  # *sah sich gezwungen, …*
        felt = above is not None and above.lemma in _FELT and above.reflexive is not None
        return clause.voice == "stative" or (clause.finite is None and felt)
    if test.slot == "verbal":
        return verbal(clause, slots)
    if test.slot == "called":
        return called(clause, test.classes) is not None
    if test.slot == "inf":
        return any(other.parent is clause for other in clause.predicate.doc._.infinitives)
    if test.slot == "asked":
        return asked(clause)
    if test.slot == "allowed":
        return allowed(clause)
    if test.slot == "adv":
        doc = clause.predicate.doc
        return any(
            doc[i].tag_ in ("ADJD", "ADV", "ADJA") and doc[i].lower_.startswith(test.classes)
            for i in clause.tokens
        )
    if test.slot == "acc" and test.classes == ("any",) and not test.wanted:
        # Only an object that the parser saw speaks against it, not one that was looked for.
        return any(clause.reflexive is None or token.i != clause.reflexive.i for token in clause.objects)
    if test.slot == "subj" and test.classes == ("state",) and not slots.get("subj") and clause.finite is None:
        return False  # people protest more often than states
    open_ = test.classes != ("individual",) and not _MISSILES & set(test.classes)
    if test.slot == "subj" and test.wanted and not slots.get("subj") and open_:
        # An infinitive or a passive does not say who acts: nothing speaks against it.
        return clause.finite is None or clause.voice != "active"
    return _slot_test(test, slots, places)


def _unless(clause: Clause) -> bool:
    """Whether it holds only if somebody does not do something: *kündigte an, die Hilfe zu streichen, falls nicht …*."""
    conditions = (
        other.parent
        for other in clause.predicate.doc._.clauses
        if other.relation == "conditional" and other.negation and other.parent is not None
    )
    return any(above is clause or (above.finite is None and above.parent is clause) for above in conditions)


def _infinitive_below(token: Token) -> bool:
    return any(
        child.tag_ in ("VVINF", "VVIZU", "VAINF", "VVPP")
        and child.dep_ in ("xcomp", "ccomp", "csubj", "acl", "advcl")
        for child in token.children
    )


def noun_holds(predicate: Predicate, noun: Token, prefix: str, slots: Slots, places: Places) -> bool:
    """Whether all tests of a noun predicate hold; ``gen=arms`` also by the compound's first part."""
    return all(_noun_test(test, noun, prefix, slots, places) == test.wanted for test in predicate.tests)


def _noun_test(test: Test, noun: Token, prefix: str, slots: Slots, places: Places) -> bool:
    if test.slot == "plural":
        return is_plural(noun)
    if test.slot == "definite":
        return definite(noun)
    if test.slot == "as":
        return called_so(noun)
    if test.slot == "inf":
        return _infinitive_below(noun)
    if test.slot == "asked":
        return asked_for(noun)
    if test.slot == "denied":
        return denied(noun)
    if test.slot == "near":
        return any(places.crowd.near(noun, name) is not None for name in test.classes)
    if test.slot == "adj":
        return any(
            lemma(t).lower().startswith(test.classes) for t in _adjectives(noun)
        ) or prefix.lower().startswith(test.classes)
    if test.slot == "source":
        owners = [*slots.get("gen"), *slots.get("adj"), noun]
        return any(_is_of(t, c, places) for t in owners for c in test.classes)
    if test.slot in ("gen", "part") and any(part_in_class(prefix, c) for c in test.classes):
        return True
    return _slot_test(test, slots, places)


def _adjectives(noun: Token) -> list[Token]:
    """The adjectives of a noun, also one joined to the first: *die erste gewalttätige Auseinandersetzung*."""
    own = [child for child in noun.children if child.tag_ == "ADJA"]
    return own + [t for child in own for t in child.children if t.tag_ == "ADJA" and t.dep_ == "conj"]


def is_plural(noun: Token) -> bool:
    """Whether the noun stands in the plural by its tagged number, else by its article."""
    number = noun.morph.get("Number", [])
    if number:
        return "Plur" in number
    return not any(child.lower_ in ("ein", "eine", "einen", "einem", "das", "dem") for child in noun.children)


def definite(noun: Token) -> bool:
    """Whether the noun speaks of something told before: *der Angriff, dieses Treffen, beim Treffen*."""
    for child in noun.children:
        if child.tag_ == "ART":
            return child.lower_[:1] == "d"
        if child.tag_ in ("PDAT", "PPOSAT"):
            return True
    case = noun_phrases.preposition(noun)
    return case is not None and case.tag_ == "APPRART" and preposition(case) != case.lower_


def _slot_test(test: Test, slots: Slots, places: Places) -> bool:
    heads = slots.get(test.slot)
    if "any" in test.classes:
        return bool(heads)
    if test.slot == "gegen" and "actor" in test.classes:
        return any(phrase_actors(head, places) for head in heads) or any(
            _is_of(head, name, places) for head in heads for name in test.classes
        )
    return any(
        _is_of(token, name, places)
        for head in heads
        for token in noun_phrases.conjuncts(head)
        for name in test.classes
    )


def _is_of(token: Token, name: str, places: Places) -> bool:
    if name == "actor":
        if any(in_class(token, c) for c in _ACTING):
            return True
        return bool(phrase_actors(token, places, deep=is_people(token) or in_class(token, "inspector")))
    if name == "leader":
        if in_class(token, *_LED):
            return False
        return in_class(token, name) or any(_leads(a) for a in phrase_actors(token, places, deep=False))
    if name == "individual":
        named = phrase_actors(token, places, deep=False)
        return any(a.kind == "person" and (a.country or a.role) for a in named)
    if name == "state":
        named = phrase_actors(token, places, deep=False) or (
            actors_of_word(token.doc, token.i) if token.tag_ == "ADJA" else []
        )
        return any(a.kind in ("state", "international") for a in named)
    if name in ("media", "website"):
        named = phrase_actors(token, places, deep=False)
        return in_class(token, name) or any(a.sector == "MED" for a in named)
    if name == "citizen":
        return is_citizen(token)
    if name in ("place", "territory"):
        return (
            places.at(token) is not None
            or in_class(token, name)
            or _state_named(token, places)
            or state_of_name(token, places) is not None
        )
    if name == "person":
        return in_class(token, name) or any(
            a.kind in _PEOPLE for a in phrase_actors(token, places, deep=False)
        )
    if in_class(token, name):
        return not _surname(token)
    sectors = _SECTORS.get(name)
    if sectors is None:
        return False
    own = token.doc._.actor_at.get(token.i)
    return own is not None and own.kind != "person" and own.sector in sectors


def _surname(token: Token) -> bool:
    """Whether the word is a person's name, whatever noun it is beside that: *Joschka Fischer*, *Egon Bauer*."""
    named = token.doc._.actor_at.get(token.i) if token.tag_ == "NE" else None
    return named is not None and named.kind == "person"


def _leads(actor: ActorFound) -> bool:
    return actor.kind == "state" or (actor.kind == "person" and actor.country is not None)


def _state_named(token: Token, places: Places) -> bool:
    return token.tag_ == "NE" and any(a.kind == "state" for a in phrase_actors(token, places, deep=False))
