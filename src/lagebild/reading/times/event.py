"""When an event happens: the time of its clause, else of its sentence, else none."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.language.clause import Clause
from lagebild.reading.analysis import Range, TimeFound
from lagebild.reading.times.edtf import span

UNSAID = "XXXX"


def event_time(doc: Doc, where: Clause | Range) -> tuple[TimeFound | None, str]:
    """The time expression that dates what a clause or token range tells, and its EDTF date.

    The time of the clause, else the only kind of time its sentence has, else ``(None, "XXXX")``.
    A clock time goes before its day, days before lengths (*vor drei Jahren*), the nearest before others;
    *seit* and *bis* say where something begins or ends and date nothing else. Times joined to a
    range give an interval (``1950/1953``). Names such as *Koreakrieg* date what their clause tells.
    """
    inside = set(where.tokens) if isinstance(where, Clause) else set(range(*where))
    if not inside:
        return None, UNSAID
    centre = where.predicate.i if isinstance(where, Clause) else where[0]
    for tokens in (inside, _sentence(doc, centre)):
        for times in (doc._.times, doc._.eras):
            best = _best(doc, [t for t in times if t.edtf and t.start in tokens], centre)
            if best is not None:
                return best, _written(best)
    return None, UNSAID


def _written(time: TimeFound) -> str:
    first = time.edtf or UNSAID
    return span(first, time.until.edtf) if time.until is not None and time.until.edtf else first


def _sentence(doc: Doc, token: int) -> set[int]:
    if not doc.has_annotation("SENT_START"):
        return set()
    sentence = doc[token].sent
    return set(range(sentence.start, sentence.end))


def _best(doc: Doc, times: list[TimeFound], centre: int) -> TimeFound | None:
    def rank(time: TimeFound) -> tuple[int, int, int]:
        before = doc[time.start - 1].lower_ if time.start else ""
        loose = 4 if before in ("seit", "bis") else 0
        kind = {"TIME": 0, "DATE": 1}.get(time.type, 2)
        return loose + kind, abs(time.start - centre), time.start

    ends = {id(t.until) for t in times if t.until}
    return min((t for t in times if id(t) not in ends), key=rank, default=None)
