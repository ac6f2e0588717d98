"""Who stands beside a pronoun in its clause, so that it means somebody else: *Macron traf Putin und warnte ihn*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.actors.agreement import subject_verb
from lagebild.reading.actors.cast import Cast
from lagebild.reading.analysis import ActorFound

#: Relations in which a pronoun is somebody else than the subject of its verb, who would be *sich*.
_BESIDE_SUBJECT: Final = frozenset({"obj", "iobj", "obl", "obl:arg"})


def verb_of(token: Token) -> Token | None:
    """The verb that the token's phrase belongs to."""
    word = token
    for _ in range(8):
        if word.pos_ in ("VERB", "AUX"):
            return word
        if word.head == word:
            return None
        word = word.head
    return None


def subject_actors(cast: Cast, token: Token) -> list[ActorFound]:
    """Who is, said or understood, the subject of the verb whose object the token is; nobody for any other token."""
    verb = verb_of(token) if token.dep_ in _BESIDE_SUBJECT else None
    clause = cast.clauses.get(verb.i) if verb is not None and verb.i == token.head.i else None
    subject = clause.understood_subject if clause is not None else None
    return named_by(cast, subject) if subject is not None and subject.i != token.i else []


def named_by(cast: Cast, subject: Token) -> list[ActorFound]:
    """Who a subject is, by itself or by the name beside it."""
    name = next((t for t in (subject, *subject.rights) if t.i in cast.at and _names(t, subject)), None)
    return cast.at[name.i] if name is not None else []


def _names(token: Token, subject: Token) -> bool:
    """Whether a word is the subject or its name: *Präsident Meier*."""
    return token is subject or token.dep_ in ("appos", "flat", "flat:name")


def same_clause(cast: Cast, token: Token, i: int) -> bool:
    """Two arguments of one verb are two: *Kim traf ihn* – not himself."""
    other = cast.doc[i]
    while other.dep_ in ("flat", "flat:name", "conj", "appos") and other.head.i < other.i:
        if other.dep_ == "appos" and _other_than(cast, other):
            break
        other = other.head
    if other.head.i == token.head.i and other.i != token.i:
        return True
    verb = verb_of(token)
    if verb is None:
        return False
    if token.dep_.startswith("nsubj"):
        return verb_of(other) == verb
    if other.dep_.startswith("nsubj") and other.head == subject_verb(verb):
        return True  # *X traf Y und sagte ihm Hilfe zu*
    # *X kam, um ihn zu drängen*: the purpose has the subject of the verb above it.
    purpose = any(child.lower_ == "um" and child.dep_ == "mark" for child in verb.children)
    return (
        purpose
        and token.dep_ in ("obj", "iobj")
        and other.dep_.startswith("nsubj")
        and other.head.is_ancestor(verb)
    )


def _other_than(cast: Cast, name: Token) -> bool:
    """Whether a person was read as the name of a state: *erklärte die US-Regierung Meier zum Terroristen*."""
    found, body = cast.at.get(name.i), cast.at.get(name.head.i)
    return bool(found and body) and found[0].kind == "person" and body[0].kind == "state"  # type: ignore[index]
