"""What negates a clause, and what only something smaller in it."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.certainty.words import words

_END: Final = frozenset(["$.", "$,", "$("])
#: Quotation marks, and those that open; the straight one does both.
_OPENING: Final = frozenset(["„", "»", '"'])
_MARKS: Final = _OPENING | {"“", "”", "«"}
#: Words that set one thing against another.
_BUT: Final = frozenset(["aber", "jedoch", "doch", "allerdings"])


def negations(clause: Clause) -> list[Token]:
    """The words that turn the event of the clause round, without those that deny something smaller."""
    last = _last_word(clause)
    found = [token for token in clause.negation if token != last and not _smaller(token, clause)]
    return [*found, last] if last is not None and clause.finite is not None else found


def _last_word(clause: Clause) -> Token | None:
    """The *nicht* behind an infinitive that turns the main clause round: *er teilt den Wunsch, zu gehen, allerdings
    nicht*."""
    if clause.finite is not None and clause.relation != "main":
        return None
    doc, within = clause.predicate.doc, sentence(clause.predicate)
    at = within.stop - 1
    while at > within.start and doc[at].tag_ in _END:
        at -= 1
    if doc[at].lower_ != "nicht":
        return None
    begin = at - 1
    while begin > within.start and doc[begin].tag_ == "ADV":
        begin -= 1
    infinitive = doc[begin - 1].tag_ == "VVIZU" or doc[begin - 2].tag_ == "PTKZU"
    return doc[at] if doc[begin].text == "," and begin - 2 > within.start and infinitive else None


def _smaller(token: Token, clause: Clause) -> bool:
    if token.lower_ == "ohne":
        return True  # the clause rule "without" sees to it
    if token.i > clause.predicate.i and _behind_colon(token, clause):
        return True  # *sagte: „Nicht ich, sondern er …“*
    if _as_never(token) or _in_a_name(token, clause):
        return True
    if token.lower_.startswith("kein"):
        return _only_the_other(token, clause)
    if token.lower_ != "nicht":
        return False
    doc, within = token.doc, sentence(token)
    after = doc[token.i + 1] if token.i + 1 < within.stop else None
    if after is not None and (after.lower_ in words().spared or after.tag_ == "ADJA"):
        return True
    if after is not None and after.lower_ == "mehr" and _figure_behind(after):
        return True  # *nicht mehr als 14 Panzer*
    return _contrasted(token, clause) or _left_over(token) or _set_against(token)


def _behind_colon(token: Token, clause: Clause) -> bool:
    """Whether a colon or an opening mark stands between the verb and the word, which then is in somebody's words."""
    return any(t.text in (":", "„", "»") for t in token.doc.tokens[clause.predicate.i + 1 : token.i])


def _as_never(token: Token) -> bool:
    """*so viele wie noch nie*: what is compared with."""
    doc, before = token.doc, token.i - 1
    if before > 0 and doc[before].lower_ == "noch":
        before -= 1
    return token.lower_ in ("nie", "niemals") and before >= 0 and doc[before].lower_ == "wie"


def _in_a_name(token: Token, clause: Clause) -> bool:
    """Whether marks hold the word but not the verb: *die Aktion „Nicht in unserem Namen“ fordert …*."""
    doc, within = token.doc, sentence(token)
    opening = next((i for i in range(token.i - 1, within.start - 1, -1) if doc[i].text in _MARKS), None)
    closing = next((i for i in range(token.i + 1, within.stop) if doc[i].text in _MARKS), None)
    if opening is None or closing is None or doc[opening].text not in _OPENING:
        return False
    verbs = (clause.predicate, *clause.auxiliaries, *([clause.finite] if clause.finite is not None else []))
    return not any(opening < verb.i < closing for verb in verbs)


def _contrasted(token: Token, clause: Clause) -> bool:
    """*lieferte nicht Panzer, sondern Gewehre*: the verb stands; *wird nicht kommen, sondern …*: it does not."""
    doc, end = token.doc, sentence(token).stop
    but = next((t for t in doc.tokens[token.i + 1 : end] if t.lower_ == "sondern"), None)
    if but is None or any(t.tag_.startswith("V") for t in doc.tokens[token.i + 1 : but.i]):
        return False
    stop = next((t.i for t in doc.tokens[but.i + 1 : end] if t.tag_ in _END), end)
    rest = [t for t in doc.tokens[but.i + 1 : stop] if t.tag_.startswith("V")]
    verbs = {clause.predicate.i, *(a.i for a in clause.auxiliaries)}
    return all(t.i in verbs for t in rest)


def _left_over(token: Token) -> bool:
    """*… erneuert, als er kam, mit Nordkorea nicht.*: a bare phrase that denies it for one party only."""
    doc, within = token.doc, sentence(token)
    rest = doc.tokens[token.i + 1 : within.stop]
    if any(t.tag_ not in _END for t in rest):
        return False
    begin = token.i
    while begin > within.start and doc[begin - 1].tag_ not in _END:
        begin -= 1
    between = doc.tokens[begin : token.i]
    # *…, allerdings nicht* means the verb
    named = any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") for t in between)
    return begin > within.start and named and not any(t.tag_.startswith("V") for t in between)


def _set_against(token: Token) -> bool:
    """*diene der Abwehr, nicht der Rettung*: what is denied stands behind a comma and has no verb of its own."""
    doc, within = token.doc, sentence(token)
    if token.i == within.start or doc[token.i - 1].text != ",":
        return False
    stop = next((t.i for t in doc.tokens[token.i + 1 : within.stop] if t.tag_ in _END), within.stop)
    phrase = doc.tokens[token.i + 1 : stop]
    return any(t.pos_ in ("NOUN", "PROPN") for t in phrase) and not any(
        t.tag_.startswith("V") for t in phrase
    )


def _figure_behind(more: Token) -> bool:
    """Whether *mehr als* and a number follow."""
    doc, within = more.doc, sentence(more)
    return more.i + 2 < within.stop and doc[more.i + 1].lower_ == "als" and doc[more.i + 2].tag_ == "CARD"


def _only_the_other(token: Token, clause: Clause) -> bool:
    """*liefert Panzer, aber keine Raketen*: what comes first stands, only the second is denied."""
    doc, within, finite = token.doc, sentence(token), clause.finite
    if finite is None or token.i - 2 < within.start or doc[token.i - 1].lower_ not in _BUT:
        return False
    comma = doc[token.i - 2]
    if comma.text != "," or not any(t.tag_ == "NN" for t in doc.tokens[finite.i + 1 : comma.i]):
        return False
    stop = next((t.i for t in doc.tokens[token.i + 1 : within.stop] if t.tag_ in _END), within.stop)
    verbs = {clause.predicate.i, *(a.i for a in clause.auxiliaries)}
    return all(t.i in verbs for t in doc.tokens[token.i + 1 : stop] if t.tag_.startswith("V"))
