"""Whether a deed is asked for, allowed or denied by the words around it: conditions of the predicate files."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.words import preposition, verb_lemma

#: Prepositions of what is asked for, and of what is kept away from oneself.
_FOR: Final = frozenset(["um", "auf"])
_OFF: Final = frozenset(["von"])


def asked(clause: Clause) -> bool:
    """Whether somebody must do it or is asked to: *forderte sie auf, das Land zu verlassen*; *hat zwei Tage Zeit, …*."""
    if any(modal.lemma_ == "müssen" for modal in clause.modals):
        return True
    above = clause.parent
    if above is None or clause.relation not in ("infinitive", "complement"):
        return False
    if above.lemma == "haben" and any(obj.text in ("Zeit", "Frist") for obj in above.objects):
        return True
    return any(p.type == "REQUEST" for p in lexicon.verbs().get(above.lemma.lower(), ()))


def allowed(clause: Clause) -> bool:
    """Whether somebody may do it: *durfte das Land verlassen*; with a negation he may not."""
    return any(modal.lemma_ == "dürfen" for modal in clause.modals)


def asked_for(noun: Token) -> bool:
    """Whether a verb asks for what the noun tells: *forderte eine Untersuchung*, *bat um die Entsendung von Soldaten*."""
    verb = noun.head
    if verb.tag_[:1] != "V" or not _its_object(noun, _FOR):
        return False
    return any(p.type == "REQUEST" and not p.fixed for p in lexicon.verbs().get(_lemma(verb), ()))


def denied(noun: Token) -> bool:
    """Whether a verb says that it is not so: *bestritt jede Beteiligung*, *wies jede Beteiligung von sich*."""
    verb = noun.head
    if verb.tag_[:1] != "V" or not _its_object(noun, _OFF):
        return False
    return any(p.type == "REJECT" and p.mode == "deny" for p in lexicon.verbs().get(_lemma(verb), ()))


def _its_object(noun: Token, prepositions: frozenset[str]) -> bool:
    if noun.dep_ in ("obj", "nsubj:pass"):
        return True
    cases = [child for child in noun.children if child.dep_ == "case"]
    return noun.dep_ == "obl" and any(preposition(case) in prepositions for case in cases)


def _lemma(verb: Token) -> str:
    """The verb with its split prefix: *wies … zurück*."""
    prefix = next((child.lower_ for child in verb.children if child.tag_ == "PTKVZ"), "")
    return verb_lemma(prefix + verb.lemma_.lower(), verb.text)
