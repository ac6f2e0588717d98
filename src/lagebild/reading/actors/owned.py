"""Whose *sein* and *ihr* are by the verb alone: of whoever is asked, charged or thanked, not of who asks."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.charges import accused, judging
from lagebild.reading.actors.clausemates import verb_of

#: What a person has and a state is: *forderte Israel auf, sein Land anzuerkennen* is not Israel's.
_LANDS: Final = frozenset({"Land", "Landes", "Lande", "Volk", "Volkes", "Staat", "Staates", "Heimat"})
#: Verbs of demanding, and how others are to lose their office: *forderte seinen Rücktritt*.
_DEMANDING: Final = frozenset({"fordern", "verlangen", "einfordern"})
_LEAVING: Final[tuple[str, ...]] = (
    "rücktritt", "absetzung", "amtsenthebung", "abberufung", "ablösung", "abdankung", "abwahl", "rauswurf",
)  # fmt: skip


def of_another(possessive: Token) -> bool:
    """Whether what is demanded is by its sense another's than his who demands it: *forderte seinen Rücktritt*."""
    owned = possessive.head
    return owned.head.lemma_ in _DEMANDING and owned.dep_ == "obj" and owned.lower_.startswith(_LEAVING)


def owner_by_verb(cast: Cast, possessive: Token) -> Token | None:
    """The noun before the possessive that is its owner by the verb; None where the verb does not tell.

    *forderte Israel auf, seine Offensive zu beenden* is Israel's, as *warf Putin seinen Angriff vor* is Putin's.
    """
    verb = verb_of(possessive)
    clause = cast.clauses.get(verb.i) if verb is not None else None
    if clause is None or possessive.head.i <= possessive.i:
        return None
    whom = _asked(clause, possessive) or _judged(clause, possessive)
    return whom if whom is not None and whom.i < possessive.i else None


def owns_land(possessive: Token) -> bool:
    """Whether only a person can own what the possessive stands before: *sein Land*."""
    return possessive.head.text in _LANDS


def _asked(clause: Clause, possessive: Token) -> Token | None:
    """The understood subject of an infinitive, but for what is done for who asks: *bat ihn, seinem Land zu helfen*."""
    above = clause.parent
    if above is None or clause.relation != "infinitive":
        return None
    whom = accused(above) or clause.shared_subject
    asked = whom is not None and any(noun.i == whom.i for noun in above.objects)
    return None if asked and (clause.lemma in _serving() or _receives(clause, possessive.head)) else whom


def _receives(clause: Clause, owned: Token) -> bool:
    """Whether somebody's thing gets something: *seinem Land Waffen zu liefern*."""
    dative = owned.morph.get("Case", []) == ["Dat"] and noun_phrases.preposition(owned) is None
    return dative and len(clause.objects) > 1


def _judged(clause: Clause, possessive: Token) -> Token | None:
    """Who is charged with what is theirs or thanked for it: *dankte Polen für seine Hilfe*."""
    owned = possessive.head
    others = [noun for noun in clause.objects if noun.i != owned.i and noun.tag_ != "PRF"]
    return others[0] if others and judging(clause.lemma, noun_phrases.preposition(owned)) else None


@cache
def _serving() -> frozenset[str]:
    return frozenset(row["verb"] for row in lexicon.table("actors/serving_verbs.tsv", ["verb"]))
