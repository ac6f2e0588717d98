"""Who answers a charge: *X wirft Y vor, … Er bestreitet das* is Y. Whose is what one is charged with or thanked for."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentences_back


def charged(pronoun: Token, verb: Token) -> Token | None:
    """Who was charged in the clauses right before, where the verb of the pronoun answers a charge; else None."""
    clauses: list[Clause] = pronoun.doc._.clauses
    first = sentences_back(pronoun, 1)
    at = next((n for n, clause in enumerate(clauses) if clause.predicate.i == verb.i), 0)
    if not at or _verbs().get(clauses[at].lemma) != "answers":
        return None
    for clause in reversed(clauses[:at]):
        if clause.predicate.i < first:
            return None
        if _verbs().get(clause.lemma) == "charges":
            return accused(clause)
    return None


def judging(verb: str, preposition: Token | None) -> bool:
    """Whether what stands with the verb, behind the preposition if any, is a deed of its object: *warf ihm seinen Angriff
    vor*, *dankte ihm für seine Hilfe*."""
    does = _verbs().get(verb)
    if preposition is None:
        return does == "charges"
    return does in ("charges", "judges") and preposition.lower_ in _FOR_WHAT


def accused(clause: Clause) -> Token | None:
    """Who is charged in the clause; None where its verb charges nobody."""
    if _verbs().get(clause.lemma) != "charges":
        return None
    return next((noun for noun in clause.objects if noun.tag_ != "PRF"), None)


#: Prepositions of what somebody is judged by.
_FOR_WHAT: Final = frozenset({"für", "wegen", "zu", "zum", "zur"})


@cache
def _verbs() -> dict[str, str]:
    return {row["verb"]: row["does"] for row in lexicon.table("actors/charges.tsv", ["verb", "does"])}
