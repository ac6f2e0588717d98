"""Words that only their Konjunktiv gives away: *Berger rügte die Bank, die zu spät gewarnt habe.*

German puts a dependent clause into the Konjunktiv I for one reason: the paper does not say it itself. Where no
verb or noun of saying has taken the clause, whoever is the subject of the sentence says it.
"""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech.colons import somebody
from lagebild.reading.speech.entries import entry_of
from lagebild.reading.speech.parts import trim
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.units import Segment, Unit
from lagebild.reading.speech.whose import speaker_of, subject_of

#: clauses of comparison and purpose have a Konjunktiv of their own: *als sei nichts geschehen, damit er komme*
_OWN_MOOD: Final = {"als", "damit", "ob", "dass", "daß", "wie"}
#: *Sie beklagen Sparpläne, die zu Engpässen führten*: forms of the Konjunktiv II that stand for one of the first
_OF_MANY: Final = {"hätten", "würden", "wären", "müssten", "dürften", "gäben"}


def find(unit: Unit, speeches: list[SpeechFound]) -> list[SpeechFound]:
    """The dependent clauses of a unit in the Konjunktiv I that no speech of it holds."""
    found: list[SpeechFound] = []
    for n, segment in enumerate(unit.segments):
        told = _told(unit, segment) or _told_behind(unit, segment)
        if n == 0 or not (told or _told_of_many(unit, segment)):
            continue
        last = _last_of(unit, n)
        quote = trim(unit, unit.range(segment.first, unit.segments[last].last))
        main = _teller(unit, n)
        if main is None or main.finite is None or main.clause < 0 or not _by_the_paper(unit, main.finite):
            continue
        if any(_meets(quote, r) for s in (*speeches, *found) for r in (*s.quote, *s.cue)):
            continue
        pred = predicate(unit, main.clause)
        if pred is None or not (told or entry_of(unit, pred) is not None):
            continue
        behind = segment.before != ","
        copula = pred.lemma == "sein" and pred.verb == pred.finite and entry_of(unit, pred) is None
        if copula and not behind:
            continue  # *Beide sind Teil der Gruppe, die in Bonn tätig sei*: the paper's own, of somebody's words
        speaker = speaker_of(unit, pred, subject_of(unit, pred, _subject_before(unit, main)))
        if behind and speaker is not None and not somebody(unit, speaker):
            continue  # *Das Urteil ist klar: Die Bank habe versagt*
        if speaker is not None and "ich" not in unit.lows:
            frame = trim(unit, (unit.start, quote[0]))
            found.append(
                SpeechFound("indirect", [quote], [speaker], [], [frame], rule="konjunktiv-dependent")
            )
    return found


def _told(unit: Unit, segment: Segment) -> bool:
    """Whether the clause is in the Konjunktiv I and depends on the one before."""
    if segment.before != "," or segment.finite is None or mood(unit, segment.finite) != "k1":
        return False
    if unit.lows[segment.first] in _OWN_MOOD:
        return False
    if segment.kind == "subordinate":
        return True
    return segment.kind == "main" and not segment.coordinated and unit.tags[segment.finite] != "VVFIN"


def _told_behind(unit: Unit, segment: Segment) -> bool:
    """Whether a whole sentence in the Konjunktiv I stands behind a colon or semicolon: *Berger wand sich: Man habe nichts
    gewusst*, also a condition: *… setzte eine Frist; zahle die Bank nicht, werde geklagt*."""
    if segment.before not in (":", ";") or segment.finite is None or segment.coordinated:
        return False
    return segment.kind in ("main", "verb_first", "subordinate") and mood(unit, segment.finite) == "k1"


def _told_of_many(unit: Unit, segment: Segment) -> bool:
    """Whether a plural stands in the Konjunktiv II, as it must where the first is no other than the indicative."""
    fin = segment.finite
    if (
        segment.before != ","
        or fin is None
        or unit.lows[fin] not in _OF_MANY
        or segment.kind != "subordinate"
    ):
        return False
    return unit.lows[segment.first] not in _OWN_MOOD


def _teller(unit: Unit, n: int) -> Segment | None:
    """The clause whose subject says the one at ``n``: a clause of saying right before, else the main clause before."""
    before = unit.segments[n - 1]
    if before.kind == "subordinate" and before.clause >= 0:
        pred = predicate(unit, before.clause)
        if pred is not None and entry_of(unit, pred) is not None:
            return before
    return next((s for s in reversed(unit.segments[:n]) if s.kind in {"main", "verb_first"}), None)


def _subject_before(unit: Unit, main: Segment) -> Range | None:
    """The subject of the main clause before: *Sie fordern Geld und beklagen Streichungen, die …*."""
    earlier = (s for s in unit.segments[: unit.segments.index(main)] if s.kind == "main" and s.clause >= 0)
    first = next(earlier, None)
    pred = predicate(unit, first.clause) if first is not None else None
    return subject_of(unit, pred, None) if pred is not None else None


def _by_the_paper(unit: Unit, fin: int) -> bool:
    """Whether the verb of the main clause is the paper's own: neither in a Konjunktiv nor *soll*."""
    return not mood(unit, fin) and unit.lows[fin] not in {"soll", "sollen", "sollte", "sollten"}


def _last_of(unit: Unit, n: int) -> int:
    """The last segment of the words that begin at ``n``: up to the next clause in the indicative."""
    last = n
    for m in range(n + 1, len(unit.segments)):
        segment = unit.segments[m]
        if segment.before in {":", ";", "."} or (
            segment.kind in {"main", "verb_first"}
            and (segment.finite is None or not mood(unit, segment.finite))
        ):
            break
        last = m
    return last


def _meets(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
