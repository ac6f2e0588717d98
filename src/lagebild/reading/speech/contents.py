"""Where somebody's words stand beside the clause that introduces them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lagebild.reading.speech.predicates import goes_on_with_participle, mood
from lagebild.reading.speech.units import Segment, Unit

CLAUSE_MARKERS: Final = {
    "dass", "daß", "ob", "wie", "was", "wer", "wo", "warum", "weshalb", "wieso", "wann", "welche", "welcher",
    "welches", "welchen", "wem", "wen", "woher", "wohin", "inwieweit", "inwiefern", "womit", "wofür",
}  # fmt: skip
_THAT: Final = {"dass", "daß"}


#: forms of both moods, which go on with words in the Konjunktiv: *er sei krank und sollte ruhen*
_EITHER_MOOD: Final = {"sollte", "sollten", "wollte", "wollten"}
#: what opens a clause of the paper's own behind somebody's words: *…, worauf er schwieg*
_THEREUPON: Final = {"worauf", "woraufhin", "wobei", "wogegen", "wodurch", "woran"}
#: what opens a clause in front of the main clause that is said: *befürchtet, sobald er gehe, werde …*
_CONDITIONS: Final = {"wenn", "falls", "sobald", "solange", "sofern"}
#: verbs that open a condition without *wenn*: *kündigte an, sollte er gehen, …*
_CONDITIONAL_VERBS: Final = {"sollte", "sollten"}
#: words that set an infinitive against what was said before without joining it to another: *bat, jedoch zu warten*
_CONTRASTING: Final = {"jedoch", "aber", "doch", "sondern"}
#: markers of questions that also open relative clauses
_ALSO_RELATIVE: Final = {"welche", "welcher", "welches", "welchen", "womit", "wofür", "wie", "wo"}


@dataclass(slots=True)
class Content:
    """Segments that hold the words: ``[first, last)`` of ``Unit.segments``; ``direct`` if in marks."""

    first: int
    last: int
    direct: bool = False


def after(unit: Unit, n: int, allowed: frozenset[str]) -> Content | None:
    """The words that follow segment ``n - 1``: quotation, dass-clause, infinitive or main clause."""
    if n >= len(unit.segments):
        return None
    segment = unit.segments[n]
    if unit.tags[segment.first] == "QUOTE":
        return Content(n, n + 1, direct=True) if "direct" in allowed else None
    if segment.before not in {",", ":", "–", "-"}:
        return None
    if not _begins_content(unit, n, allowed):
        return None
    return Content(n, _end(unit, n))


def inside(unit: Unit, members: list[int]) -> Content | None:
    """The quotation amid its clause: *Mit den Worten „Das war falsch“ trat er zurück*."""
    for m in members[:-1]:
        named = unit.lows[unit.segments[m].last - 1] == "worten"
        if named and unit.tags[unit.segments[m + 1].first] == "QUOTE":
            return Content(m + 1, m + 2, direct=True)
    return None


def _begins_content(unit: Unit, n: int, allowed: frozenset[str]) -> bool:
    segment = unit.segments[n]
    first = segment.first
    low = unit.lows[first]
    if (
        segment.coordinated
        and segment.before != ":"
        and not (low in _CONTRASTING and segment.kind == "infinitive")
    ):
        return False
    if segment.kind == "infinitive":
        return "inf" in allowed and unit.tags[first] != "KOUI"
    if "clause" not in allowed:
        return False
    if segment.kind == "subordinate":
        if low not in _THAT and low in CLAUSE_MARKERS and "decided" in allowed:
            return False
        if low in CLAUSE_MARKERS and not unit.tags[first].startswith("PREL"):
            return not (low in _ALSO_RELATIVE and _relative(unit, segment, first))
        condition = low in _CONDITIONS and segment.before == ","
        return condition and (_opens_main(unit, n) or _goes_on(unit, n, allowed))
    if segment.kind == "verb_first" and low in _CONDITIONAL_VERBS:
        return _goes_on(unit, n, allowed)
    if segment.kind == "main":
        return bool(_mood(unit, n)) or ("main" in allowed and segment.before in {",", ":"})
    return segment.kind == "fragment" and _opens_main(unit, n)


def _relative(unit: Unit, segment: Segment, first: int) -> bool:
    """Whether *welches, wo, womit* takes up what was said before; *welches Land* is a question."""
    if unit.lows[first] == "wo":
        return not _mood_of(unit, segment)
    if unit.lows[first].startswith("welch"):
        return unit.tags[first + 1] not in {"NN", "NE", "ADJA", "CARD", "TRUNC"}
    return unit.lows[first] != "wie" or segment.finite is None or unit.lows[first - 2] == "weise"


def _opens_main(unit: Unit, n: int) -> bool:
    """Whether the fragment at ``n`` is the head of a clause whose verb comes after an interruption."""
    clause = unit.segments[n].clause
    members = unit.clauses[clause] if clause >= 0 else []
    if any(unit.segments[m].kind in {"main", "verb_first"} and m > n for m in members):
        return True
    m = n + 1
    while m < len(unit.segments) and unit.segments[m].kind in {"subordinate", "fragment"}:
        if unit.segments[m].before != "," or unit.tags[unit.segments[m].first] == "QUOTE":
            break
        m += 1  # *sagte, der Leiter des Amts, Karl Berger, habe gelogen*
    later = unit.segments[m] if n + 1 < m < len(unit.segments) else None
    return (
        later is not None
        and later.kind == "verb_first"
        and not later.coordinated
        and bool(_mood_of(unit, later))
    )


def _goes_on(unit: Unit, n: int, allowed: frozenset[str]) -> bool:
    """Whether behind the condition at ``n`` the words go on, in the Konjunktiv or as an infinitive."""
    if n + 1 >= len(unit.segments):
        return False
    following = unit.segments[n + 1]
    if following.kind == "infinitive":
        return "inf" in allowed
    return following.kind == "verb_first" and not following.coordinated and bool(_mood_of(unit, following))


def _end(unit: Unit, n: int) -> int:
    """The segment after the last one of the words that begin at segment ``n``."""
    first = unit.segments[n]
    reported = _mood(unit, n)
    verb_second = first.kind in {"main", "fragment"}
    for m in range(n + 1, len(unit.segments)):
        segment = unit.segments[m]
        if segment.before in {";", "."}:
            return m
        if segment.clause == first.clause:
            continue
        if unit.tags[segment.first] == "QUOTE":
            if segment.before == ":":
                return m
            continue
        if unit.lows[segment.first] in _THEREUPON and not _mood_of(unit, segment):
            return m
        if goes_on_with_participle(unit, m):
            return m
        if segment.kind not in {"main", "verb_first"}:
            continue
        if segment.clause >= 0 and unit.clauses[segment.clause][0] < n:
            return m
        if _mood_of(unit, segment) or (reported and unit.lows[segment.finite or 0] in _EITHER_MOOD):
            continue
        if segment.kind == "verb_first" and not segment.coordinated and not verb_second:
            return m
        if segment.kind == "verb_first" and segment.before in {",", "und"} and (reported or not verb_second):
            return m
        own = (
            first.kind == "infinitive" or segment.finite != segment.last - 1
        )  # *…, doch Teheran dementierte*
        if segment.kind == "main" and not verb_second and own:
            return m
        if segment.kind == "main" and verb_second and reported and segment.coordinated:
            return m
    return len(unit.segments)


def _mood_of(unit: Unit, segment: Segment) -> str:
    return mood(unit, segment.finite) if segment.finite is not None else ""


def _mood(unit: Unit, n: int) -> str:
    clause = unit.segments[n].clause
    for m in unit.clauses[clause] if clause >= 0 else [n]:
        fin = unit.segments[m].finite
        if fin is not None:
            return mood(unit, fin)
    return ""


def before(unit: Unit, n: int, allowed: frozenset[str]) -> Content | None:
    """The words that stand in front of the clause at segment ``n``: *Er komme, sagte sie*."""
    if n == 0:
        return None
    previous = unit.segments[n - 1]
    if unit.tags[previous.first] == "QUOTE":
        return Content(n - 1, n, direct=True) if "direct" in allowed else None
    if unit.segments[n].before not in {",", "–", "-"}:
        return None
    first = 0
    for m in range(n - 1, -1, -1):
        if unit.segments[m].before in {":", ";", "."}:
            first = m
            break
    if (
        not any(unit.segments[m].finite is not None for m in range(first, n))
        and previous.kind != "infinitive"
        and not (n == 1 and previous.kind == "fragment" and previous.clause != unit.segments[1].clause)
    ):
        return None
    if "clause" not in allowed and not any(_mood_of(unit, unit.segments[m]) == "k1" for m in range(first, n)):
        return None
    return Content(first, n)
