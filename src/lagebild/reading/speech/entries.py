"""What the lexicon knows of a clause's predicate."""

from __future__ import annotations

from lagebild.reading.speech import agents
from lagebild.reading.speech.lexicon import NO_SPEECH, Verb, phrases, verbs
from lagebild.reading.speech.parts import clause_positions
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import Unit

#: finite verbs whose phrase can have an infinitive or participle in it: *ließ durchblicken*, *wurde bekannt*
_CARRIERS = {"lassen", "werden"}


def entry_of(unit: Unit, pred: Predicate) -> Verb | None:
    """The lexicon's entry for the predicate, a fixed phrase before the bare verb."""
    if pred.clause not in unit.entries:
        unit.entries[pred.clause] = _entry(unit, pred)
    found: Verb | None = unit.entries[pred.clause]
    return found


def _entry(unit: Unit, pred: Predicate) -> Verb | None:
    base = unit.lemma(pred.verb)
    candidates = phrases().get(pred.lemma, ())
    if base != pred.lemma:
        candidates += phrases().get(base, ())
    carried = pred.finite is not None and pred.finite != pred.verb and unit.lemma(pred.finite) in _CARRIERS
    if pred.finite is not None and (carried or agents.heard(unit, pred)):
        candidates += phrases().get(unit.lemma(pred.finite), ())
    if candidates:
        lows = [unit.lows[p] for p in clause_positions(unit, pred.clause)]
        for phrase in candidates:
            if not any(words.isdisjoint(lows) for words in phrase.words):
                return phrase if phrase.content != NO_SPEECH else None
    for verb in verbs().get(pred.lemma, ()):
        if verb.reflexive <= (pred.reflexive is not None) <= (not verb.never_reflexive):
            return verb
    return None
