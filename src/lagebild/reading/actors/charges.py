"""Who answers a charge: *X wirft Y vor, … Er bestreitet das* is Y."""

from __future__ import annotations

from functools import cache

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
            return next((noun for noun in clause.objects if noun.tag_ != "PRF"), None)
    return None


@cache
def _verbs() -> dict[str, str]:
    return {row["verb"]: row["does"] for row in lexicon.table("actors/charges.tsv", ["verb", "does"])}
