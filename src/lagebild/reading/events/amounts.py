"""Amounts before which a preposition of the number stands in the way of the noun's own."""

from __future__ import annotations

from lagebild.language.de.clauses.words import words
from lagebild.language.tokens import Token, sentence
from lagebild.reading.events.words import lemma


def at_most(noun: Token) -> bool:
    """*bis zu 300 Studenten*: the number's preposition says nothing of the noun's case."""
    i = noun.i - 1
    while i > 1 and noun.doc[i].tag_ in ("CARD", "ADJA"):
        i -= 1
    return i > 0 and noun.doc[i].lower_ == "zu" and noun.doc[i - 1].lower_ == "bis"


def measured(unit: Token) -> Token | None:
    """What a number of units is of, which stands bare behind them: *Strafe* of *500 Euro Strafe*."""
    if lemma(unit) not in words().measure_nouns or all(child.tag_ != "CARD" for child in unit.lefts):
        return None
    after = unit.nbor(1) if unit.i + 1 < sentence(unit).stop else None
    return after if after is not None and after.tag_ == "NN" and after.head.i == unit.i else None


def more_than(case: Token) -> Token | None:
    """The noun that a preposition before *mehr als* belongs to: *mit mehr als 25 Milliarden Dollar*."""
    doc, i = case.doc, case.i + 1
    if i + 1 >= sentence(case).stop or doc[i].lower_ not in ("mehr", "weniger") or doc[i + 1].lower_ != "als":
        return None
    return next((t for t in doc.tokens[i + 2 : min(i + 6, sentence(case).stop)] if t.tag_ == "NN"), None)
