"""Where *aus* is no prefix of the verb: *drohte von dort aus*, not *sprach sich gegen den Kauf von Waffen aus*."""

from __future__ import annotations

from lagebild.language.clause import Clause
from lagebild.reading.events import predicates as lexicon


def from_there(clause: Clause) -> bool:
    """Whether *von … aus* tells from where it was done; behind a noun only where no verb of the lexicon has that prefix."""
    prefix = clause.prefix
    if prefix is None or prefix.lower_ != "aus" or prefix.i < 2 or prefix.nbor(-2).lower_ != "von":
        return False
    return prefix.nbor(-1).tag_ not in ("NN", "NE") or clause.lemma.lower() not in lexicon.verbs()
