"""Clauses that begin with their object: *UN-Sanktionen lehnte Moskau ab*."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors import actors_of_word
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.coalitions import to_be_formed
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import classes_of, in_class, is_people

#: Classes of things that are said to act: *Die Organisationen fordern Bürger auf*.
_ACTING: Final[tuple[str, ...]] = ("plane", "ship", "organisation", "ngo", "company", "media", "court")

_ACCUSATIVE: Final = frozenset(["den", "einen", "diesen", "jeden", "ihren", "seinen", "dem", "einem"])
#: Types of what only somebody does, whatever is said to be done.
_TURNING_DOWN: Final = frozenset(["REJECT"])
_SAID: Final = _TURNING_DOWN | {"REQUEST"}
#: Articles and possessives that a masculine noun has as subject alone.
_NOMINATIVE: Final = frozenset(["der", "ein", "dieser", "jeder", "kein", "sein", "ihr"])
#: Classes of people who are killed or carried off rather than those of the other classes.
_UNARMED, _ARMED = ("person", "resident"), ("troops", "police", "fighter")
#: Classes of people who attack as often as they are attacked: *Demonstranten bewarfen die Polizisten*.
_FIGHTING: Final[tuple[str, ...]] = (*_ARMED, "rebel", "terrorist", "demonstrator")
#: What unarmed people do to armed ones, too: *Journalisten griffen Polizisten an*.
_ON_ANYBODY: Final = frozenset(["angreifen", "attackieren", "bewerfen", "überfallen"])
_WHAT_WAS_TOLD: Final = frozenset(["das", "dies", "dieses", "beides", "vieles", "alles", "manches"])
#: Kinds of actors that are one, whatever their names look like.
_BODIES: Final[tuple[str, ...]] = ("international", "organisation")
#: Classes of texts, which call upon others and are not called upon.
_TEXTS: Final[tuple[str, ...]] = ("resolution", "document", "message", "law", "report", "decision")


def subject_among_objects(slots: Slots, clause: Clause) -> None:
    """Turn round a clause whose subject is no actor but whose object is one, unless a case ending forbids it:
    *UN-Sanktionen lehnte Moskau ab*."""
    named = slots.doc._.actor_at
    if _reproached(slots, clause):
        return
    wrong = (_called_upon(slots, clause), _bare_object_first(slots, clause), _what_somebody_does(slots))
    if any(wrong) or _victims_first(slots, clause) or _body_called_by_many(slots, clause):
        slots.heads["subj"], slots.heads["acc"] = slots.get("acc"), slots.get("subj")
        return
    subject = slots.get("subj")
    if any(
        token.i in named
        or (token.pos_ == "PRON" and not _told(token))
        or _acts(token)
        or _is_nominative(token)
        for token in subject
    ):
        return
    first = clause.parent if clause.relation == "coordinated" and clause.parent is not None else clause
    subjects = (clause.understood_subject, first.understood_subject)
    relative = any(head is not None and head.tag_ == "PRELS" for head in subjects)
    slot = "acc" if subject or any(t.i in named for t in slots.get("acc")) else "dat"
    # *Das lehnte Abhisit ab*, *Dies wies Moskau zurück*: what was told is the object, whatever case the other seems to have.
    people = [t for t in slots.get(slot) if (t.i in named and named[t.i].kind == "person") or is_people(t)]
    told = any(_told(token) for token in subject) and (bool(people) or _said_of(clause))
    # *Ein Treffen lehnte Trump ab*: nothing but somebody turns down, whatever case the name seems to have
    turns_down = clause.voice == "active" and _is(clause, _TURNING_DOWN)
    speaker = clause.finite.i + 1 if turns_down and clause.finite is not None else -1
    turned = [
        t
        for t in slots.get(slot)
        if (t.i in named or (told and is_people(t)))
        and _may_be_subject(t, bool(subject) and not told and not (t.i == speaker and t.tag_ == "NE"))
        and _agrees(t, clause)
    ]
    if relative:
        # *Gesetze, die Moskau ablehnt*, but *ein Gesetz, das die Opposition unterdrückt*
        turned = [t for t in turned if t.tag_ == "NE"]
    if turned:
        rest = [t for t in slots.get(slot) if t not in turned]
        slots.heads[slot] = rest
        slots.heads["acc"] = [t for t in (*slots.get("acc"), *subject) if t not in turned]
        slots.heads["subj"] = turned


def _what_somebody_does(slots: Slots) -> bool:
    """Whether *was* was read as who acts on somebody: *…, was die Rebellen bestritten*."""
    subject, objects = slots.get("subj"), slots.get("acc")
    if len(subject) != 1 or len(objects) != 1 or subject[0].lower_ != "was":
        return False
    return objects[0].i in slots.doc._.actor_at or is_people(objects[0])


def _called_upon(slots: Slots, clause: Clause) -> bool:
    """Whether a text was read as called upon: *eine Resolution, welche die Regierung auffordert*; it calls itself."""
    first = clause.parent if clause.relation == "coordinated" and clause.parent is not None else clause
    if first.relation != "relative" or clause.voice != "active" or clause.predicate.i < 2:
        return False
    texts, subject = slots.get("acc"), slots.get("subj")
    if len(texts) != 1 or len(subject) != 1 or not any(in_class(texts[0], name) for name in _TEXTS):
        return False
    if texts[0].i > subject[0].i or subject[0].tag_ not in ("NN", "NE"):
        return False
    calls = lexicon.verbs().get(clause.lemma.lower(), ())
    return any(p.type == "REQUEST" and p.frame.target[:1] == ("acc",) for p in calls)


def _reproached(slots: Slots, clause: Clause) -> bool:
    """*Die Studie wirft Mali Versagen vor*, whoever was read as its subject: what stands first is, and a bare name
    behind the verb is its dative, where the verb has its receiver there."""
    subject, objects, finite = slots.get("subj"), slots.get("acc"), clause.finite
    if len(subject) != 1 or len(objects) != 2 or finite is None or slots.get("dat"):
        return False
    first, name, second = sorted((*subject, *objects), key=attrgetter("i"))
    order = first.i < finite.i < name.i and subject[0] is not second
    if not order or name.tag_ != "NE" or name.i != finite.i + 1 or first.tag_ != "NN":
        return False
    if any(child.lower_ in _ACCUSATIVE for child in first.children):
        return False
    if not any(p.frame.target[:1] == ("dat",) for p in lexicon.verbs().get(clause.lemma.lower(), ())):
        return False
    slots.heads["subj"], slots.heads["acc"] = [first], [second]
    slots.heads["dat"] = [name]
    return True


def _bare_object_first(slots: Slots, clause: Clause) -> bool:
    """Whether two names that show no case were read with the object first: *Kiew hat Moskau gewarnt* is said of Kiew."""
    objects, subject, finite = slots.get("acc"), slots.get("subj"), clause.finite
    if len(objects) != 1 or len(subject) != 1 or finite is None or slots.get("dat"):
        return False
    first, second = objects[0], subject[0]
    doc, named = slots.doc, slots.doc._.actor_at
    if not first.i < finite.i < second.i or second.i not in named:
        return False
    if first.i not in named and not actors_of_word(doc, first.i):
        return False  # *der UN-Ausschuss* is named by its first part
    return all(_shows_nothing(token) for token in (first, second))


def _body_called_by_many(slots: Slots, clause: Clause) -> bool:
    """Whether a body whose name is a plural was read as the object for its singular verb: *Ärzte ohne Grenzen kritisierte
    die Regierung*."""
    objects, subject, finite = slots.get("acc"), slots.get("subj"), clause.finite
    if len(objects) != 1 or len(subject) != 1 or finite is None or clause.voice != "active":
        return False
    name, other = objects[0], subject[0]
    body = slots.doc._.actor_at.get(name.i)
    if body is None or body.kind not in _BODIES or not sentence(name).start == name.i < finite.i < other.i:
        return False
    return name.tag_ == "NN" and other.tag_ in ("NN", "NE") and not _is_nominative(other)


def _victims_first(slots: Slots, clause: Clause) -> bool:
    """Whether unarmed people were read as killing the armed ones behind the verb: *Zehn Zivilisten töteten Kämpfer der
    Miliz*."""
    objects, subject, finite = slots.get("acc"), slots.get("subj"), clause.finite
    if len(objects) != 1 or len(subject) != 1 or finite is None or clause.voice != "active":
        return False
    victims, armed = subject[0], objects[0]
    right_behind = (
        min((t.i for t in armed.lefts if t.dep_ in ("det", "amod")), default=armed.i) == finite.i + 1
    )
    if not victims.i < finite.i or finite.i != clause.predicate.i or not right_behind:
        return False
    if not any(in_class(victims, name) for name in _UNARMED) or in_class(victims, *_FIGHTING):
        return False
    named = slots.doc._.actor_at.get(victims.i)
    if named is not None and named.country and all(child.tag_ != "ADJA" for child in victims.lefts):
        return False  # *Palästinenser griffen Soldaten an*
    if not any(in_class(armed, name) for name in _ARMED) or any(c.lower_ == "den" for c in armed.children):
        return False
    if clause.lemma in _ON_ANYBODY:
        return False
    return any(p.by_force and p.frame.target[:1] == ("acc",) for p in lexicon.verbs().get(clause.lemma, ()))


def _shows_nothing(noun: Token) -> bool:
    """Whether neither an article nor an ending could tell subject from object."""
    bare = (
        noun.i == sentence(noun).start or noun.nbor(-1).tag_[:1] in ("V", "$") or noun.nbor(-1).tag_ == "ADV"
    )
    return bare and noun.tag_ in ("NE", "NN") and noun.morph.get("Number", []) != ["Plur"]


def _told(token: Token) -> bool:
    """A pronoun at the beginning for what was told before: *das*, *dies*, *beides*."""
    return (
        token.tag_ in ("PDS", "PIS") and token.lower_ in _WHAT_WAS_TOLD and token.i == sentence(token).start
    )


def _said_of(clause: Clause) -> bool:
    """Whether the verb turns down, asks for or judges what was told, which only somebody does: *Das bestritt Paris*, but
    *Das schwächt Paris*."""
    if clause.voice != "active":
        return False
    return "judging" in classes_of(clause.lemma.lower()) or _is(clause, _SAID)


def _is(clause: Clause, types: frozenset[str]) -> bool:
    """Whether the verb may be of one of these types of events."""
    return any(
        p.type in types and p.frame.source[:1] == ("subj",)
        for p in lexicon.verbs().get(clause.lemma.lower(), ())
    )


def _acts(noun: Token) -> bool:
    """Whether the noun names people, or aircraft and ships, which are said to do what their crews do."""
    if to_be_formed(noun):
        return False
    return is_people(noun) or any(in_class(noun, name) for name in _ACTING)


def _is_nominative(noun: Token) -> bool:
    """Whether its article shows a masculine noun to be the subject: *ein Angriff könne Tokio zwingen*."""
    masculine = noun.morph.get("Gender", []) == ["Masc"] and noun.morph.get("Number", []) == ["Sing"]
    return noun.tag_ == "NN" and masculine and any(child.lower_ in _NOMINATIVE for child in noun.lefts)


def _agrees(noun: Token, clause: Clause) -> bool:
    """Whether the verb can be the noun's by its number: not *rief beide Länder auf*, nor *Staaten kritisierten China*."""
    finite = clause.finite
    number = finite.morph.get("Number", []) if finite is not None else []
    if any(child.lower_ == "beide" for child in noun.children):
        return number != ["Sing"]
    # Names of many may be tagged as singular: those with *die*, and those with others joined to them.
    one = noun.tag_ == "NE" and noun.morph.get("Number", []) == ["Sing"]
    several = any(child.lower_ == "die" or child.dep_ == "conj" for child in noun.children)
    return number != ["Plur"] or not one or several


def _may_be_subject(token: Token, other: bool) -> bool:
    """No accusative article; where the clause has another subject, only a tagged nominative."""
    if any(child.lower_ in ("den", "einen", "ihn", "dem", "einem", "ihm") for child in token.children):
        return False
    return "Nom" in token.morph.get("Case", []) if other else True
