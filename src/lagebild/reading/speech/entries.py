"""What the lexicon knows of a clause's predicate."""

from __future__ import annotations

from typing import Final

from lagebild.reading.speech import agents
from lagebild.reading.speech.lexicon import NO_SPEECH, Verb, phrase_openers, phrases, verbs
from lagebild.reading.speech.parts import clause_positions
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import Unit

#: finite verbs whose phrase can have an infinitive or participle in it: *ließ durchblicken*, *wurde bekannt*
_CARRIERS: Final = {"lassen", "werden"}


def entry_of(unit: Unit, pred: Predicate) -> Verb | None:
    """The lexicon's entry for the predicate, a fixed phrase before the bare verb."""
    if pred.clause not in unit.entries:
        unit.entries[pred.clause] = _entry(unit, pred)
    found: Verb | None = unit.entries[pred.clause]
    return found


def may_tell(unit: Unit) -> bool:
    """Whether some word can be a verb of saying or make a phrase of one, seen before the clauses are read."""
    if unit.telling is None:
        unit.telling = _may_tell(unit)
    return unit.telling


def _may_tell(unit: Unit) -> bool:
    text, openers = unit.text, phrase_openers()
    lemmas = {text.lemmas[i] for i in unit.words}
    if "PTKVZ" in unit.tags or not verbs().keys().isdisjoint(lemmas):
        return True
    if text.prefixes and not text.prefixes.keys().isdisjoint(unit.words):
        return True
    return any(not openers[lemma].isdisjoint(unit.lows) for lemma in openers.keys() & lemmas)


def _entry(unit: Unit, pred: Predicate) -> Verb | None:
    if pred.lemma == "erklären" and _declares(unit, pred):
        return None
    base = unit.lemma(pred.verb)
    lemmas = [pred.lemma, base] if base != pred.lemma else [pred.lemma]
    carried = pred.finite is not None and pred.finite != pred.verb and unit.lemma(pred.finite) in _CARRIERS
    if pred.finite is not None and (carried or agents.heard(unit, pred)):
        lemmas.append(unit.lemma(pred.finite))
    openers = phrase_openers()
    lemmas = [lemma for lemma in lemmas if lemma in openers]
    lows = [unit.lows[p] for p in clause_positions(unit, pred.clause)] if lemmas else []
    for lemma in lemmas:
        if openers[lemma].isdisjoint(lows):
            continue
        for phrase in phrases()[lemma]:
            if not any(words.isdisjoint(lows) for words in phrase.words):
                return phrase if phrase.content != NO_SPEECH else None
    for verb in verbs().get(pred.lemma, ()):
        if verb.reflexive <= (pred.reflexive is not None) <= (not verb.never_reflexive):
            return verb
    return None


def _declares(unit: Unit, pred: Predicate) -> bool:
    """Whether something is made what it is by a word: *für nichtig erklärt, wurde zum Sperrgebiet erklärt*."""
    v = pred.verb
    made = (
        unit.tags[v - 1] == "NN"
        and unit.lows[v - 1] != "ziel"
        and unit.lows[v - 2] in {"zum", "zur"}
        and v != pred.finite
    )
    positions = clause_positions(unit, pred.clause)
    return made or any(unit.lows[p] == "für" and unit.tags[p + 1] in {"ADJD", "VVPP"} for p in positions)
