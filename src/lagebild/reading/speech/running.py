"""Speech that runs on without a cue of its own: Konjunktiv, *soll*, and quotations left over."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import acts, subjects
from lagebild.reading.speech.labels import is_label
from lagebild.reading.speech.lexicon import noun_of
from lagebild.reading.speech.marked import MARKED
from lagebild.reading.speech.parts import like, trim
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.voices import Voices
from lagebild.reading.speech.zones import FINITE, Text, Zone
from lagebild.record import QuoteType

#: units without speech after which a speaker is forgotten
_MEMORY: Final = 3
#: Forms of *sollen* and *wollen* that the indicative and both Konjunktive share.
_EITHER_MOOD: Final = frozenset(["sollte", "sollten", "wollte", "wollten"])
#: Forms of the second Konjunktiv that stand for the first in the plural, where that looks like the indicative.
_FOR_THE_PLURAL: Final = frozenset(["hätten", "würden", "müssten", "könnten", "dürften"])


def run_on(text: Text, all_units: list[Unit], own: list[list[SpeechFound]]) -> list[SpeechFound]:
    """All speeches of the Doc in order: those of the units, and those that run on from them."""
    found: list[SpeechFound] = []
    last: SpeechFound | None = None
    since = _MEMORY + 1
    open_run: SpeechFound | None = None
    voices = Voices(text)
    previous: Unit | None = None
    for unit, speeches in zip(all_units, own, strict=True):
        remembered = last if since <= _MEMORY else None
        run = None
        if not speeches or _swallows(unit, speeches, since):
            kind = _kind(unit, remembered, since)
            if kind is not None:
                run = _running(unit, kind, _speaker(voices, kind, open_run, remembered, since, previous))
        if run is not None:
            speeches = []
        if run is not None and open_run is not None and _joins(open_run, run):
            open_run.quote[-1] = (open_run.quote[-1][0], run.quote[0][1])
        elif run is not None:
            found.append(run)
            open_run = run
        else:
            open_run = None
        if run is None:
            claimed = None if speeches else _claimed(unit)
            speeches = [claimed] if claimed is not None else [*speeches, *acts.reported(unit, speeches)]
        for speech in speeches:
            if not speech.speaker and speech.cue and _gives_reasons(unit):
                speech.speaker = list(voices.before(remembered, since, previous))
        found += speeches
        anchor = _outermost(speeches) or remembered
        left = _left_over(unit, speeches, run, anchor)
        if not speeches and left:
            speaker = run.speaker if run is not None else voices.before(anchor, since, previous)
            for speech in left:
                speech.speaker = list(speaker)
            left = [speech for speech in left if speech.speaker or speech.rule != "quoted alone"]
        found += left
        if speeches:
            last, since = anchor, 0
        elif run is not None:
            last, since = last or run, 0
        elif left:
            last, since = left[-1], 0
        else:
            since += 1
        _behind_semicolon(unit, speeches)
        voices.hear(unit, speeches)
        previous = unit
    return found


def _behind_semicolon(unit: Unit, speeches: list[SpeechFound]) -> None:
    """Words in the Konjunktiv behind a semicolon are told like those before it: *…, hieß es; man werde nicht verhandeln*."""
    told = [s for s in speeches if s.type == "indirect" and s.speaker]
    for segment in unit.segments if told else ():
        fin = segment.finite
        if segment.before != ";" or segment.kind != "main" or fin is None or mood(unit, fin) != "k1":
            continue
        start = unit.words[segment.first]
        if all(not b <= start < e for s in speeches for b, e in (*s.quote, *s.frame)):
            told[-1].quote.append(trim(unit, (start, unit.stop)))
        return


def _gives_reasons(unit: Unit) -> bool:
    """Whether a sentence that names nobody gives a speaker's reasons: *Als Begründung wurde angegeben, …*."""
    return "begründung" in unit.lows[:3]


def _joins(open_run: SpeechFound, run: SpeechFound) -> bool:
    return (
        open_run.type == run.type
        and open_run.quote[-1][1] == run.quote[0][0]
        and open_run.speaker == run.speaker
    )


def _swallows(unit: Unit, speeches: list[SpeechFound], since: int) -> bool:
    """Whether the unit's own cue is itself reported: *Er gehe davon aus, dass …* after *sagte er*, and right after
    it also *Beide Seiten hätten sich verpflichtet*, as *haben* would not show the mood."""
    fin = _main_finite(unit)
    if since > _MEMORY or fin is None:
        return False
    plural = since == 0 and unit.lows[fin] in _FOR_THE_PLURAL
    if mood(unit, fin) != "k1" and not plural:
        return False
    told = [s.finite for s in unit.segments if s.finite is not None and mood(unit, s.finite) == "k1"]
    marks = [unit.words[p] for p in (*told, fin)]
    return all(
        s.rule.startswith(("verb:", "noun:", MARKED))
        and (any(b <= mark < e for b, e in s.cue for mark in marks) or s.rule.startswith("noun:"))
        for s in speeches
    )


def _outermost(speeches: list[SpeechFound]) -> SpeechFound | None:
    """The last speech of a unit that does not stand in another's words, with a speaker if one has."""
    outer = [s for s in speeches if not any(_inside(s, o) for o in speeches if o is not s)] or speeches
    named = [s for s in outer if s.speaker] or outer
    return max(named, key=lambda s: s.quote[0][0]) if named else None


def _inside(inner: SpeechFound, outer: SpeechFound) -> bool:
    return (
        bool(inner.cue) and any(b <= inner.cue[0][0] < e for b, e in outer.quote) and inner.type != "direct"
    )


def _kind(unit: Unit, last: SpeechFound | None, since: int) -> tuple[QuoteType, str] | None:
    """Type and rule of words that run on, if the main verb is in the Konjunktiv or is *soll* behind somebody's words."""
    fin = _main_finite(unit)
    if fin is None:
        return None
    how = mood(unit, fin)
    # *Sollte es dazu kommen, …* is a condition.
    either = how == "k2" or (unit.lows[fin] in _EITHER_MOOD and not _opens(unit, fin))
    told = either and any(s.finite is not None and mood(unit, s.finite) == "k1" for s in unit.segments)
    if how == "k1" or told or (how == "k2" and last is not None and not _doubtful(unit, fin)):
        return "indirect_free_indirect", "konjunktiv-run-on"
    if unit.lemma(fin) == "sollen" and not _opens(unit, fin) and (since == 0 or _hearsay(unit, fin)):
        return "free_indirect", "hearsay-sollen" if _hearsay(unit, fin) else "sollen-run-on"
    return None


def _speaker(
    voices: Voices,
    kind: tuple[QuoteType, str],
    open_run: SpeechFound | None,
    last: SpeechFound | None,
    since: int,
    previous: Unit | None,
) -> list[Range]:
    """Whose words run on; a rumour is never told by who is the subject of the sentence before."""
    if kind[0] == "free_indirect" and last is None:
        return []
    if open_run is not None:
        return open_run.speaker
    return voices.before(last, 0 if kind[0] == "free_indirect" else since, previous)


def _running(unit: Unit, kind: tuple[QuoteType, str], speaker: list[Range]) -> SpeechFound:
    """The unit as words that run on, up to a quotation behind a colon."""
    quoted = next((s for s in unit.segments if s.before == ":" and unit.tags[s.first] == "QUOTE"), None)
    behind = quoted is not None and unit.words[quoted.first] > unit.start
    stop = unit.words[quoted.first] if quoted is not None and behind else unit.stop
    return SpeechFound(kind[0], [(unit.start, stop)], list(speaker), rule=kind[1])


def _main_finite(unit: Unit) -> int | None:
    """The finite verb of the main clause; not of words put into it: *Auch der Verdacht, er sei krank, bestätigte sich*."""
    found = [s for s in unit.segments if s.kind in {"main", "verb_first"} and s.finite is not None]
    inside = len(found) > 1 and found[0] is unit.segments[1] and _of_noun(unit)
    return found[inside].finite if found else None


def _of_noun(unit: Unit) -> bool:
    """Whether the unit opens with a phrase of a noun of saying, whose words are put behind a comma."""
    opening, behind, *rest = unit.segments[:3]
    nouns = (noun_of(unit.form(p)) for p in range(opening.first, opening.last) if unit.tags[p] == "NN")
    told = opening.kind == "fragment" and any(noun is not None and noun.content for noun in nouns)
    return told and behind.before == "," and any(s.kind == "verb_first" and not s.coordinated for s in rest)


def _hearsay(unit: Unit, fin: int) -> bool:
    """*soll … getan haben*: the perfect infinitive makes it a rumour, not a plan."""
    pred = predicate(unit, next(s.clause for s in unit.segments if s.first <= fin < s.last))
    if pred is None or unit.tags[pred.verb] not in {"VVPP", "VAPP", "ADJD"}:
        return False
    return any(unit.lows[p] in {"haben", "sein"} and p != fin for p in pred.words)


def _claimed(unit: Unit) -> SpeechFound | None:
    """*Der Zeuge will sie gesehen haben*: what the subject claims of itself."""
    fin = _main_finite(unit)
    if fin is None or unit.lows[fin] not in {"will", "wollen"} or not _hearsay(unit, fin):
        return None
    pred = predicate(unit, next(s.clause for s in unit.segments if s.first <= fin < s.last))
    span = subjects.subject(unit, pred) if pred is not None else None
    if span is None:
        return None
    teller = [(unit.words[fin], unit.words[fin] + 1)]
    quote = (unit.start, unit.stop)
    return SpeechFound(
        "reported", [quote], [span], commitment="speculation", rule="hearsay-wollen", teller=teller
    )


def _opens(unit: Unit, fin: int) -> bool:
    """Whether the verb opens the sentence: *Sollte das scheitern, …* is a condition."""
    return fin == 0 or (fin == 1 and unit.tags[0] == "KON")


def _doubtful(unit: Unit, fin: int) -> bool:
    """Whether the Konjunktiv II is rather the paper's own: a condition, or what could or should be."""
    return unit.lows[fin] in {"könnte", "müsste"} or any(
        unit.lows[s.first] in {"wenn", "falls"} for s in unit.segments
    )


def _left_over(
    unit: Unit, speeches: list[SpeechFound], run: SpeechFound | None, anchor: SpeechFound | None
) -> list[SpeechFound]:
    """Quotations that no frame of the unit has taken: inside its words, or on their own behind a frame."""
    found: list[SpeechFound] = []
    taken = {q for s in speeches if s.type == "direct" for q in s.quote}
    for zone in unit.zones:
        span = (zone.start, zone.stop)
        if any(q[0] <= zone.start and zone.stop <= q[1] for q in taken):
            continue
        holders = [s for s in speeches if _covers(s, zone) and s.type != "reported"]
        holder = min(holders, key=lambda s: sum(e - b for b, e in s.quote), default=None)
        if holder is not None:
            # of a source beside the words a single word in marks is a name: *laut Bahn im „Waldhof“*
            if not is_label(unit, zone) and not (
                holder.rule.startswith("source") and zone.stop - zone.start == 3
            ):
                found.append(like(holder, span))
        elif run is not None and anchor is not None:
            if not is_label(unit, zone):
                found.append(like(anchor, span))
        elif zone.whole and anchor is not None and not speeches:
            found.append(like(anchor, span))
        elif zone.whole and not speeches and trim(unit, (unit.start, unit.stop)) == span:
            found.append(SpeechFound("direct", [span], [], rule="quoted alone"))
        elif (resumed := _resumed(unit, zone, speeches)) is not None:
            found.append(like(resumed, span))
    return found


def _resumed(unit: Unit, zone: Zone, speeches: list[SpeechFound]) -> SpeechFound | None:
    """The quotation that goes on in the zone behind its frame: *„Das war falsch“, sagte sie, und „es tut mir leid“*."""
    inner = unit.text.tags[zone.start + 1 : zone.stop - 1]
    for speech in speeches:
        if speech.type != "direct" or not speech.frame or is_label(unit, zone):
            continue
        start, stop = max(speech.frame)
        if start < zone.start < stop <= zone.stop and unit.text.words[zone.start - 1] == ",":
            stop = zone.start - 1
            speech.frame[speech.frame.index(max(speech.frame))] = (start, stop)
        adjacent = trim(unit, (stop, zone.start + 1))[0] == zone.start
        if stop <= zone.start and (adjacent or not FINITE.isdisjoint(inner)):
            return speech
    return None


def _covers(speech: SpeechFound, zone: Zone) -> bool:
    """Whether the speech holds the quotation, but perhaps for its full stop: *sie wolle „die Debatte beenden.“*."""
    return any(q[0] <= zone.start < q[1] and zone.stop <= q[1] + 2 for q in speech.quote)
