"""Sources named without a verb of saying: laut, nach Angaben von, so der Minister, wie … meldet, demnach."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import agents, demnach, speakers, subjects
from lagebild.reading.speech.colons import named
from lagebild.reading.speech.cues import names_teller
from lagebild.reading.speech.demnach import is_hearsay
from lagebild.reading.speech.entries import entry_of
from lagebild.reading.speech.hearers import addressee
from lagebild.reading.speech.labels import is_label
from lagebild.reading.speech.lexicon import noun_of, source_rule
from lagebild.reading.speech.parts import like, ranges
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.scope import pieces, scope_of
from lagebild.reading.speech.units import Segment, Unit

_PREPOSITION_TAGS: Final = {"APPR", "APPRART", "APPO", "APZR", "ADJD", "ADV", "PTKVZ", "NN", "NE"}


def find(unit: Unit, previous: Unit | None) -> list[SpeechFound]:
    """The speeches of a unit whose source stands in a phrase of its own."""
    found: list[SpeechFound] = []
    lows = set(unit.lows)
    if lows.isdisjoint(_openers()):
        return found
    rule = source_rule("laut")
    triggers = (rule["before"] | rule["after"] | rule["with_noun"] | _IN_TWO) & lows
    taken_up = not lows.isdisjoint(demnach.words())
    for n, segment in enumerate(unit.segments):
        if taken_up:
            found += demnach.find(unit, n, segment, previous)
        if "so" in lows:
            found += _so(unit, n, segment) or _so_says(unit, n, segment)
        if "wie" in lows:
            found += _wie(unit, n, segment)
        if not triggers and not unit.zones:
            continue
        for p in range(segment.first, segment.last):
            if unit.lows[p] in triggers:
                found += _prepositional(unit, n, segment, p)
            elif unit.zones and unit.lows[p] == "für":
                found += _for_whom(unit, segment, p)
    return found


@cache
def _openers() -> frozenset[str]:
    """The words without which a unit names no source beside the words."""
    rule = source_rule("laut")
    prepositions = rule["before"] | rule["after"] | rule["with_noun"]
    return prepositions | demnach.words() | _IN_TWO | {"so", "wie", "für"}


#: *zufolge* in two words ends so
_IN_TWO: Final = {"folge"}


#: verbs whose object stands behind *nach*, and verbs that have one behind *von*: *gehen nach Berichten von Verzug aus*
_ASKING: Final = {
    "fragen", "befragen", "nachfragen", "erkundigen", "suchen", "fahnden", "streben", "rufen", "verlangen", "sehnen",
}  # fmt: skip
_OF: Final = {"ausgehen", "sprechen", "berichten", "reden", "abhängen", "profitieren"}


def _prepositional(unit: Unit, n: int, segment: Segment, p: int) -> list[SpeechFound]:
    low = unit.lows[p]
    rule = source_rule("laut")
    if low in rule["after"]:
        return _postposed(unit, n, segment, p)
    if low in _IN_TWO:  # *Gerüchten zu Folge*
        return _postposed(unit, n, segment, p - 1, length=2) if unit.lows[p - 1] == "zu" else []
    if low == "nach" and p > segment.first and _opinion_before(unit, segment, p):
        return _postposed(unit, n, segment, p, "meinung-nach")
    pred = predicate(unit, segment.clause) if segment.clause >= 0 else None
    lemma = pred.lemma if pred is not None else ""
    if unit.tags[p] not in _PREPOSITION_TAGS or (low == "nach" and lemma in _ASKING):
        return []
    attributes = speakers.ATTRIBUTES - {"von"} if lemma in _OF else speakers.ATTRIBUTES
    end = speakers.noun_phrase(unit, p + 1, segment.last, attributes)
    if end <= p + 1:
        return []
    if unit.tags[p + 2] == "NN" and (unit.lows[p + 1].startswith("eigen") or _is_told(unit, p, end)):
        end = p + 3  # *drängten nach eigenen Angaben Soldaten zurück*: their own, not the soldiers'
    if low in rule["with_noun"]:
        head = next((q for q in range(p + 1, end) if unit.tags[q] == "NN"), None)
        noun = noun_of(unit.form(head)) if head is not None else None
        if noun is None or not noun.source:
            return []
        preliminary = any(low.startswith(_PRELIMINARY) for low in unit.lows[p + 1 : head])
        owned = head is not None and end > head + 1
        if noun.event and not preliminary and not (owned and is_hearsay(unit)):
            return []
        if low == "aus" and (noun.lemma not in {"Sicht", "Perspektive"} or not owned):
            return []  # *aus juristischer Sicht, aus ihrer Sicht*: nobody is named
    end = _whole(unit, segment, p, end)
    span = speakers.with_apposition(unit, p + 1, end)
    frame_stop = span[1]
    if span[1] > unit.end(end - 1) and frame_stop < unit.stop and unit.text.words[frame_stop] == ",":
        frame_stop += 1
    return _speech(
        unit, n, segment, (unit.words[p], frame_stop), span, (unit.words[p], unit.words[p] + 1), "laut"
    )


def _is_told(unit: Unit, p: int, end: int) -> bool:
    """Whether the name behind a telling is part of what is told: *griff nach ukrainischen Angaben Odessa an*."""
    named = unit.tags[p + 1] == "ADJA" and end > p + 3 and unit.tags[p + 3] == "NE"
    noun = noun_of(unit.form(p + 2)) if named and unit.lows[p + 3][-1] not in "sxz'’" else None
    return noun is not None and noun.source


#: prepositions behind a source that say to whom, when or against whom
_ASIDE: Final = {"gegenüber", "am", "seit", "um", "vor", "nach", "zum", "zur", "gegen", "bis"}


def _whole(unit: Unit, segment: Segment, p: int, end: int) -> int:
    """The position after a source; in front of the verb, where only one phrase stands, all up to the verb.

    *Nach Angaben der Behörden in Gaza wurden …*
    """
    fin = segment.finite
    if fin is None or p != segment.first or segment.kind != "main" or end >= fin:
        return end
    opens = unit.tags[end] in {"APPR", "APPRART", "ART", "NE", "FM", "NN"}
    aside = unit.lows[end] in _ASIDE or any(
        unit.tags[q].startswith(("V", "P", "KO", "$")) for q in range(end, fin)
    )
    return fin if opens and not aside else end


#: adjectives that make an event noun a source after all: *nach ersten Ermittlungen*
_PRELIMINARY = ("erst", "jüngst", "neu", "bisherig", "vorläufig", "offiziell", "eigen", "inoffiziell")
_OPINION: Final = {
    "Meinung",
    "Ansicht",
    "Auffassung",
    "Einschätzung",
    "Überzeugung",
    "Darstellung",
    "Vernehmen",
    "Dafürhalten",
}


def _opinion_before(unit: Unit, segment: Segment, p: int) -> bool:
    noun = noun_of(unit.form(p - 1)) if unit.tags[p - 1] == "NN" else None
    return noun is not None and noun.lemma in _OPINION


def _postposed(
    unit: Unit, n: int, segment: Segment, p: int, rule: str = "laut", length: int = 1
) -> list[SpeechFound]:
    """*den Behörden zufolge*, *seiner Meinung nach*: the longest phrase that ends before the postposition of a length."""
    start = next(
        (
            q
            for q in range(max(segment.first, p - 14), p)
            if _may_be_dative(unit, q)
            and speakers.noun_phrase(unit, q, p, speakers.ATTRIBUTES | {"vom", "in", "im"}) == p
        ),
        None,
    )
    if start is None:
        return []
    span = unit.range(start, p)
    stop = unit.end(p + length - 1)
    return _speech(unit, n, segment, (span[0], stop), span, (unit.words[p], stop), rule)


def _may_be_dative(unit: Unit, q: int) -> bool:
    """Whether a phrase that begins so can be a dative: *können Reisende der Bahn zufolge umsteigen* has one, behind it."""
    low = unit.lows[q]
    if unit.tags[q] == "NN":
        return "Number=Plur" not in unit.morph(q) or low.endswith(("n", "s"))
    return low not in {"die", "das", "ein", "eine", "keine", "diese", "viele", "einige", "mehrere"}


def _speech(
    unit: Unit, n: int, segment: Segment, frame: Range, speaker: Range, cue: Range, rule: str
) -> list[SpeechFound]:
    if unit.text.words[unit.stop - 1] == "?" and unit.text.tags[speaker[0]] == "PPOSAT":
        return []  # *Ist das Ihrer Meinung nach richtig?*: asked, not said
    quotes = [unit.zone_at[unit.words[s.first]] for s in unit.segments if unit.tags[s.first] == "QUOTE"]
    scope = scope_of(unit, n, segment)
    frame = (frame[0], max(frame[1], _to_verb(unit, n, segment, frame)))
    speech = SpeechFound(
        "indirect", pieces(unit, scope, frame), [speaker], [cue], [frame], rule=f"source:{rule}"
    )  # fmt: skip
    if quotes and not any(s.finite is not None for s in unit.segments):
        return [like(speech, (z.start, z.stop)) for z in quotes]
    return [speech] if speech.quote else []


def _to_verb(unit: Unit, n: int, segment: Segment, frame: Range) -> int:
    """Where the verb behind a source's relative clause begins: *Laut Berger, der dabei war, ist …*; 0 if there is none."""
    if n > 0 or segment.finite is not None or frame[0] != unit.start:
        return 0
    later = next((s for s in unit.segments[1:] if s.kind != "subordinate"), None)
    follows = later is not None and later is not unit.segments[1] and later.kind == "verb_first"
    return unit.words[later.first] if later is not None and follows else 0


def _for_whom(unit: Unit, segment: Segment, p: int) -> list[SpeechFound]:
    """*Für die Ministerin ist die Lage „ernst“*: a judgement in marks is hers."""
    end = speakers.noun_phrase(unit, p + 1, segment.last, speakers.ATTRIBUTES)
    judged = segment.finite is not None and unit.lemma(segment.finite) in {"sein", "bedeuten", "bleiben"}
    told = segment.before == "," and segment.finite is not None and mood(unit, segment.finite) == "k1"
    if not judged or told or segment.finite is None or end == p + 1 or not named(unit, p + 1, end):
        return []
    start, stop = unit.words[segment.first], unit.end(segment.last - 1)
    speaker, cue = unit.range(p + 1, end), (unit.words[segment.finite], unit.words[segment.finite] + 1)
    return [
        SpeechFound(
            "direct", [(z.start, z.stop)], [speaker], [cue],
            [f for f in ((start, z.start), (z.stop, stop)) if f[0] < f[1]], rule="source:für",
        )
        for z in unit.zones
        if not z.whole and start <= z.start and z.stop <= stop + 1 and z.start > speaker[1] - 1 and not is_label(unit, z)
    ]  # fmt: skip


def _so(unit: Unit, n: int, segment: Segment) -> list[SpeechFound]:
    first = segment.first
    if unit.lows[first] != "so" or segment.kind != "fragment" or n == 0:
        return []
    if unit.tags[first + 1] not in speakers.NOUNS | speakers.DETERMINERS | {"ADJA", "PPER", "TRUNC"}:
        return []
    end = speakers.noun_phrase(unit, first + 1, segment.last, speakers.ATTRIBUTES)
    if end == first + 1:
        return []
    speaker = speakers.with_apposition(unit, first + 1, end)
    cue = (unit.words[first], unit.words[first] + 1)
    start = cue[0]
    if start > unit.start and unit.text.words[start - 1] in {",", "–", "-"}:
        start -= 1
    rest = next((m for m in range(n + 1, len(unit.segments)) if _goes_on(unit, m, speaker)), None)
    rest = unit.resumed(n) or rest
    stop = unit.words[unit.segments[rest].first] if rest is not None else unit.stop
    if rest is not None and unit.text.words[stop - 1] in {"„", "»"}:
        stop -= 1
    while rest is None and stop > start + 1 and unit.text.words[stop - 1] in {".", ";", ":"}:
        stop -= 1
    frame = (start, stop)
    speech = SpeechFound("indirect", [], [speaker], [cue], [frame], rule="source:so")
    directs = [
        like(speech, unit.range(s.first, s.last)) for s in unit.segments if unit.tags[s.first] == "QUOTE"
    ]
    if unit.tags[unit.segments[n - 1].first] == "QUOTE":
        return directs
    first_words = next((m for m in range(n - 1, -1, -1) if unit.segments[m].before in {":", ";"}), 0)
    told = next((s for s in unit.segments[n:] if s.before == ":" and unit.tags[s.first] == "QUOTE"), None)
    scope = (
        unit.words[unit.segments[first_words].first] if first_words else unit.start,
        unit.words[told.first] if told is not None else unit.stop,
    )
    speech.quote = pieces(unit, scope, frame)
    return [speech, *directs] if speech.quote else directs


_NAMING: Final = {"heißen", "nennen", "lauten", "zitieren"}


def _so_says(unit: Unit, n: int, segment: Segment) -> list[SpeechFound]:
    """*In zehn Jahren, so schätzen die Forscher, sei es so weit*: *so* and a verb of saying amid the words."""
    first = segment.first
    if n == 0 or unit.lows[first] != "so" or segment.finite != first + 1 or segment.clause < 0:
        return []
    if segment.before not in {",", "–", "-"}:
        return []
    pred = predicate(unit, segment.clause)
    entry = entry_of(unit, pred) if pred is not None else None
    rest = unit.segments[n + 1] if n + 1 < len(unit.segments) else None
    turned = rest is not None and rest.kind == "verb_first"
    before = unit.segments[n - 1]
    amid = turned or (before.kind == "fragment" and unit.tags[before.first] != "QUOTE")
    if pred is None or entry is None or "clause" not in entry.content or not amid or pred.lemma in _NAMING:
        return []
    speaker = subjects.behind(unit, first + 2, segment.last)
    start, stop = unit.words[first], unit.end(segment.last - 1)
    while start > unit.start and unit.text.words[start - 1] in {",", "–", "-"}:
        start -= 1
    if stop < unit.stop and unit.text.words[stop] in {",", "–", "-"}:
        stop += 1
    speech = SpeechFound(
        "indirect", pieces(unit, (unit.start, unit.stop), (start, stop)), [speaker] if speaker else [],
        ranges(sorted({unit.words[first], *(unit.words[p] for p in pred.words)})), [(start, stop)],
        commitment=entry.commitment, rule="source:so",
    )  # fmt: skip
    return [speech] if speech.quote and speaker else []


def _goes_on(unit: Unit, m: int, speaker: Range) -> bool:
    segment = unit.segments[m]
    if unit.words[segment.first] < speaker[1]:
        return False
    if segment.kind in {"main", "verb_first", "infinitive"} or unit.tags[segment.first] == "QUOTE":
        return True
    if segment.kind == "subordinate":
        return not any(unit.tags[p].startswith("PREL") for p in (segment.first, segment.first + 1))
    return segment.last - segment.first > 1


#: What speech asks for or offers; the pronouns by which a wie-clause takes up the thing asked for.
_ASKED: Final = frozenset(["request", "promise"])
_THING: Final = frozenset(["es", "sie", "ihn"])


def _wie(unit: Unit, n: int, segment: Segment) -> list[SpeechFound]:
    """*Wie die Polizei mitteilte, …*; *…, wie der Sender meldet.*"""
    first = segment.first + (unit.lows[segment.first] == "denn")
    if unit.lows[first] != "wie" or segment.kind != "subordinate" or segment.clause < 0:
        return []
    pred = predicate(unit, segment.clause)
    if (
        pred is None
        or pred.finite is None
        or unit.lows[first + 1] in {"viel", "viele", "lange", "hoch", "wichtig"}
    ):
        return []
    entry = entry_of(unit, pred)
    if entry is None or not entry.content & {"clause"}:
        return []
    if entry.commitment in _ASKED and unit.lows[first + 1] in _THING:
        return []  # *eine Schutztruppe, wie sie viele fordern*: which one, not who says so
    if n > 0 and (_compares(unit, n) or (_governs(unit, n) and not names_teller(unit, n))):
        return []
    nobody = pred.passive or agents.impersonal(unit, pred)
    speaker = (None if nobody else subjects.of_wie(unit, pred)) or agents.agent(unit, pred)
    cue = sorted({unit.words[first], *(unit.words[p] for p in pred.words)})
    start = unit.words[first]
    if n > 0 and unit.text.words[start - 1] in {",", "–"}:
        start -= 1
    stop = unit.end(unit.segments[unit.clauses[segment.clause][-1]].last - 1)
    if stop < unit.stop and unit.text.words[stop] == ",":
        stop += 1
    speech = SpeechFound(
        "indirect", pieces(unit, (unit.start, unit.stop), (start, stop)), [speaker] if speaker else [], ranges(cue),
        [(start, stop)], addressee(unit, pred, entry, speaker), commitment=entry.commitment, rule="source:wie",
    )  # fmt: skip
    directs = [
        like(speech, unit.range(s.first, s.last)) for s in unit.segments if unit.tags[s.first] == "QUOTE"
    ]
    if directs and all(unit.tags[s.first] == "QUOTE" or s is segment for s in unit.segments):
        return directs
    return [speech, *directs] if speech.quote else directs


def _compares(unit: Unit, n: int) -> bool:
    """Whether the wie-clause says how much: *nicht so schwer, wie zunächst angenommen*, *wie zum Beispiel von der Stadt*."""
    before, first = unit.segments[n - 1], unit.segments[n].first
    measured = (p for p in range(before.first, before.last) if unit.lows[p] in {"so", "ebenso", "genauso"})
    return unit.lows[first + 1] == "zum" or any(unit.tags[p + 1] in {"ADJD", "ADV", "PIS"} for p in measured)


def _governs(unit: Unit, n: int) -> bool:
    """Whether a verb of saying right before takes the wie-clause as its own content (*betont, wie …*)."""
    previous = unit.segments[n - 1]
    if previous.clause < 0:
        return False
    pred = predicate(unit, previous.clause)
    return pred is not None and entry_of(unit, pred) is not None and previous.kind in {"main", "verb_first"}


def referring(unit: Unit, speeches: list[SpeechFound]) -> list[SpeechFound]:
    """Whom a speaker cites: *berichtet unter Berufung auf das Ministerium*; the same words, one link further in."""
    found: list[SpeechFound] = []
    if not speeches or "auf" not in unit.lows:
        return found
    rule = source_rule("referring")
    for p in range(1, len(unit.words) - 1):
        if unit.lows[p + 1] != "auf":
            continue
        noun = unit.lows[p] in rule["words"] and unit.lows[p - 1] in {"unter", "mit"}
        if not noun and unit.lows[p] != "sich":
            continue
        segment = next(s for s in unit.segments if s.first <= p < s.last)
        end = speakers.noun_phrase(unit, p + 2, segment.last, speakers.ATTRIBUTES)
        mark = unit.words[p]
        if noun:
            citing = next((s for s in speeches if any(b <= mark < e for b, e in s.frame)), None)
        elif p == segment.first + 1 and unit.lows[segment.last - 1] in rule["verbs"]:
            # *die Zeitung „X“, die sich auf das Ministerium beruft*
            before = unit.words[segment.first]
            citing = next((s for s in speeches if any(b < before <= e + 2 for b, e in s.speaker)), None)
        else:
            continue
        if end == p + 2 or citing is None:
            continue
        inner = replace(citing, speaker=[speakers.with_apposition(unit, p + 2, end)], addressee=[])
        inner.within = citing
        inner.cue, inner.rule = [(unit.words[p - 1], unit.words[p] + 1)], "source:referring"
        found.append(inner)
    return found
