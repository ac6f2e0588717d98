"""What the rules may ask of a clause, and what negates it."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from lagebild.language.clause import Clause
from lagebild.reading.certainty.moment import Moments
from lagebild.reading.certainty.scene import Scene
from lagebild.reading.certainty.words import words

_END = frozenset(["$.", "$,", "$("])


def negations(clause: Clause) -> list[Token]:
    """The words that turn the event of the clause round, without those that deny something smaller."""
    return [token for token in clause.negation if not _smaller(token, clause)]


def _smaller(token: Token, clause: Clause) -> bool:
    if token.lower_ == "ohne":
        return True  # the clause rule "without" sees to it
    if token.lower_ != "nicht":
        return False
    doc, sentence = token.doc, token.sent
    after = doc[token.i + 1] if token.i + 1 < sentence.end else None
    if after is not None and (after.lower_ in words().spared or after.tag_ == "ADJA"):
        return True
    return _contrasted(token, clause) or _left_over(token)


def _contrasted(token: Token, clause: Clause) -> bool:
    """*lieferte nicht Panzer, sondern Gewehre*: the verb stands; *wird nicht kommen, sondern …*: it does not."""
    doc, end = token.doc, token.sent.end
    but = next((t for t in doc[token.i + 1 : end] if t.lower_ == "sondern"), None)
    if but is None or any(t.tag_.startswith("V") for t in doc[token.i + 1 : but.i]):
        return False
    stop = next((t.i for t in doc[but.i + 1 : end] if t.tag_ in _END), end)
    rest = [t for t in doc[but.i + 1 : stop] if t.tag_.startswith("V")]
    verbs = {clause.predicate.i, *(a.i for a in clause.auxiliaries)}
    return all(t.i in verbs for t in rest)


def _left_over(token: Token) -> bool:
    """*… erneuert, als er kam, mit Nordkorea nicht.*: a bare phrase that denies it for one party only."""
    doc, sentence = token.doc, token.sent
    rest = doc[token.i + 1 : sentence.end]
    if any(t.tag_ not in _END for t in rest):
        return False
    begin = token.i
    while begin > sentence.start and doc[begin - 1].tag_ not in _END:
        begin -= 1
    between = doc[begin : token.i]
    return begin > sentence.start and len(between) > 0 and not any(t.tag_.startswith("V") for t in between)


def features(scene: Scene, moments: Moments, clause: Clause) -> dict[str, Any]:
    """The features of a clause by the names that rule files use."""
    modal = clause.modals[0] if clause.modals else None
    finite = clause.finite
    anchor = finite or clause.predicate
    perfect = clause.perfect_infinitive or (clause.tense == "future" and _perfect_inside(clause))
    return {
        "modal": (modal.lemma_ if modal is not None else ""),
        "form": modal.lower_[:5] if modal is not None else "",
        "mood": clause.mood,
        "tense": clause.tense,
        "infinitive": "perfect" if perfect else "plain",
        "negated": bool(negations(clause)),
        "stative": clause.lemma in words().statives or clause.copula is not None,
        "reported": scene.reported(anchor.i),
        "relation": clause.relation,
        "marker": marker(clause),
        "question": clause.question,
        "würde": finite is not None and finite.lemma_ == "werden",
        "time": moments.side(clause),
    }


def _perfect_inside(clause: Clause) -> bool:
    return clause.predicate.tag_ == "VVPP" and any(a.tag_ == "VAINF" for a in clause.auxiliaries)


def marker(clause: Clause) -> str:
    """The conjunction of the clause in small letters, with the word that it forms one with (*ohne dass*)."""
    token = clause.marker
    if token is None:
        return ""
    word = token.lower_
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    if word in ("dass", "daß") and before in ("ohne", "statt", "anstatt", "auf"):
        return f"{before} dass"
    if word in ("ob", "wenn") and before == "als":
        return f"als {word}"
    return word
