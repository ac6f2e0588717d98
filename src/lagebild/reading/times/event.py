"""When an event happens: the time of its clause, else of its sentence, else none."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Words, sentence
from lagebild.reading.analysis import Range, TimeFound
from lagebild.reading.times.edtf import span

UNSAID: Final = "XXXX"
#: steps up the tree at which the search for a noun ends
_HIGHEST: Final = 12
#: Prepositions of what the clause is not at the time of.
_APART: Final = frozenset(["nach", "vor", "seit", "wegen", "trotz", "infolge", "angesichts", "aufgrund"])
_NOUNS: Final[tuple[str, ...]] = ("NOUN", "PROPN")


def event_time(doc: Words, where: Clause | Range) -> tuple[TimeFound | None, str]:
    """The time expression that dates what a clause or token range tells, and its EDTF date.

    The time of the clause, else the only kind of time its sentence has, else ``(None, "XXXX")``.
    A time that hangs on another noun (*nach der Besetzung der Botschaft 1979*) dates that noun first. A clock
    time goes before its day, days before lengths (*vor drei Jahren*), in a clause the first before others
    (*kündigte am Montag den Abzug zum Jahresende an*), else the nearest; *seit* and *bis* say where
    something begins or ends and date nothing else. Times joined to a range give an interval
    (``1950/1953``). Names such as *Koreakrieg* date what their clause tells.
    """
    inside = set(where.tokens) if isinstance(where, Clause) else range(*where)
    if not inside:
        return None, UNSAID
    centre = where.predicate.i if isinstance(where, Clause) else where[0]
    known: list[list[TimeFound]] = [doc._.times, doc._.eras]
    if not (known[0] or known[1]):
        return None, UNSAID
    other = _of_the_first_noun(doc, where) if isinstance(where, Clause) else range(0)
    for tokens, start in ((inside, min(inside)), (_sentence(doc, centre), centre)):
        for times in known:
            near = [t for t in times if t.start in tokens and t.start not in other and t.edtf]
            best = _best(doc, near, centre, start) if near else None
            if best is not None:
                return best, _written(best)
    return None, UNSAID


def _of_the_first_noun(doc: Words, clause: Clause) -> range:
    """The words of a noun that names what the clause comes after, with a date of its own: one part of the sentence stands
    before its verb. *Nach dem Überfall am 7. Oktober griff Israel an*."""
    verb, i = clause.finite, min(clause.tokens)
    if verb is None or clause.marker is not None:
        return range(0)
    length = next((t for t in doc._.times if t.start <= i < t.stop and t.type == "DURATION"), None)
    i = length.stop if length is not None else i  # *zwei Tage nach dem Überfall*
    while i < verb.i and doc[i].tag_ in ("ADV", "ADJD"):
        i += 1
    if doc[i].lower_ not in _APART:
        return range(0)
    noun = next((k for k in range(i + 1, verb.i) if doc[k].tag_ == "NN"), None)
    if noun is None or any(i < t.start <= noun < t.stop for t in doc._.times):
        return range(0)
    return range(noun, min(verb.i, doc[noun].right_edge.i + 1))


def _written(time: TimeFound) -> str:
    first = time.edtf or UNSAID
    return span(first, time.until.edtf) if time.until is not None and time.until.edtf else first


def _sentence(doc: Words, token: int) -> range:
    if not doc.has_annotation("SENT_START"):
        return range(0)
    return sentence(doc[token])


def _best(doc: Words, times: list[TimeFound], centre: int, start: int) -> TimeFound | None:
    """The time that best dates the word at `centre`; among equals the nearest to the token `start`."""

    def rank(time: TimeFound) -> tuple[bool, bool, int, int, int]:
        before = doc[time.start - 1].lower_ if time.start else ""
        kind = {"TIME": 0, "DATE": 1}.get(time.type, 2)
        apart = abs(time.start - start)
        return before in ("seit", "bis"), _of_another(doc, time, centre), kind, apart, time.start

    ends = {id(t.until) for t in times if t.until}
    return min((t for t in times if id(t) not in ends), key=rank, default=None)


def _of_another(doc: Words, time: TimeFound, centre: int) -> bool:
    """Whether a time hangs on a noun other than the word at `centre`, and not through that noun on it."""
    token = doc[time.start]
    verbal = doc[centre].pos_ not in _NOUNS
    passed = False
    for _ in range(_HIGHEST):
        if token.i == centre:
            return passed and verbal
        if token.head.i == token.i:
            break
        token = token.head
        passed |= token.pos_ in _NOUNS and token.i != centre and not time.start <= token.i < time.stop
    return passed
