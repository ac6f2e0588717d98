"""*Er fordere …*: of whom a sentence in the Konjunktiv tells what one says or feels, it is he who has been speaking."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.actors.agreement import agrees
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.clausemates import named_by
from lagebild.reading.actors.forms import Gender
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.analysis import ActorFound

#: Verbs that in somebody's words tell his own mind; what others do and refuse is told of them as well.
_OWN_MIND: Final = frozenset({
    "fordern", "verlangen", "verurteilen", "begrüßen", "bedauern", "hoffen", "glauben", "erwarten", "wünschen",
    "befürchten", "fürchten", "bezweifeln", "plädieren", "appellieren", "danken", "vertrauen", "empfehlen",
})  # fmt: skip
#: Relations of the clauses whose subject is the speaker: *…, sagte er* is parenthetical.
_TELLING: Final = frozenset({"main", "coordinated", "parenthetical"})
#: How many sentences of his words may stand between him and the pronoun.
_REACH: Final = 3


def speaking_on(
    cast: Cast, sentences: Sentences, token: Token, genders: tuple[Gender, ...]
) -> list[ActorFound] | None:
    """Who has been speaking, where the pronoun is he: the subject of the last clause of the teller's own;
    None where the pronoun is another's."""
    clause = cast.clauses.get(token.head.i) if token.dep_ == "nsubj" else None
    if clause is None or clause.lemma not in _OWN_MIND or clause.mood != "konjunktiv1":
        return None
    if clause.relation not in ("main", "coordinated"):
        return None
    here = sentences.of(token.i)
    start = sentences.first(here)
    for back in range(1, _REACH + 1):
        first = sentences.first(here - back)
        told = [cast.clauses[i] for i in range(first, start) if i in cast.clauses]
        tellers = [each for each in told if each.mood == "indicative" and each.relation in _TELLING]
        if tellers:
            return _speaker(cast, tellers[-1], genders)
        start = first
    return None


def _speaker(cast: Cast, clause: Clause, genders: tuple[Gender, ...]) -> list[ActorFound] | None:
    subject = clause.understood_subject
    found = named_by(cast, subject) if subject is not None else []
    if subject is None or len(found) != 1 or found[0].kind != "person":
        return None
    return found if agrees(cast, found, genders, subject) else None
