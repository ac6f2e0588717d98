"""Where the teller goes on himself though the sentence around is somebody's words."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.reading.analysis import SpeechFound

#: how many clauses up a clause that could stand alone is looked for
_DEPTH: Final = 6
#: Words behind the verb that set it against the one before, and never stand behind *sagte* after its words.
_ADVERSATIVE: Final = frozenset(
    ["aber", "jedoch", "indes", "allerdings", "hingegen", "dagegen", "zugleich", "dann", "dafür"]
)


def teller_goes_on(clause: Clause | None, cue: Clause | None, speech: SpeechFound) -> bool:
    """Whether a clause in the indicative is the teller's own beside words in the Konjunktiv or a verb of saying.

    *Die Lage sei ernst, raunten Diplomaten; ihr Sprecher wies das zurück*: of words that run on without a cue only
    the Konjunktiv is told. With a cue, a clause behind a semicolon, and one that shares its subject with the verb of
    saying: *Das sei falsch gewesen, räumte sie ein und entließ ihn*, *sprach von Verrat, lobte aber die Armee*.
    """
    free = _standing_alone(clause)
    if free is None or free is cue or not _plain(free):
        return False
    if not speech.cue:
        return True
    if cue is None or cue.finite is None or free.finite is None:
        return False
    if cue.relation == "coordinated" and cue.subject is None and cue.parent is free and _goes_on(cue):
        return True
    behind = free.relation == "coordinated" and free.finite.i > cue.finite.i
    if not behind:
        return False
    if any(t.text == ";" for t in free.finite.doc.tokens[cue.finite.i : free.finite.i]):
        return True
    shared = free.subject is None and free.parent is cue and min(speech.quote)[0] < cue.finite.i
    beside = free.parent is not None and free.parent is not cue and free.parent.mood == "konjunktiv1"
    return shared or (beside and free.subject is not None)


def _goes_on(cue: Clause) -> bool:
    """Whether the verb of saying stands behind *und* or before *aber*, so that its subject is the one before."""
    at = cue.finite.i if cue.finite is not None else 0
    doc = cue.predicate.doc
    behind = doc[at + 1].lower_ if at + 1 < len(doc) else ""
    return at > 0 and (doc[at - 1].tag_ == "KON" or behind in _ADVERSATIVE)


def _standing_alone(clause: Clause | None) -> Clause | None:
    """The clause around that could stand alone."""
    for _ in range(_DEPTH):
        if clause is None:
            return None
        if clause.embedded or (
            clause.relation in ("main", "coordinated", "parenthetical") and not clause.marker
        ):
            return clause
        clause = clause.parent
    return None


def _plain(clause: Clause) -> bool:
    """Whether the clause is in the indicative, which the past of a weak verb in the singular is too."""
    if clause.embedded or clause.finite is None:
        return False
    if clause.mood == "ambiguous":
        return "Sing" in clause.finite.morph.get("Number", []) and clause.tense == "past"
    return clause.mood == "indicative"
