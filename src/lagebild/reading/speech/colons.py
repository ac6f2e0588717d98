"""A colon before a quotation: whose name stands in front of it, or who is the subject of the clause before it."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import speakers
from lagebild.reading.speech.contents import Content
from lagebild.reading.speech.cues import ANY
from lagebild.reading.speech.parts import cue_ranges, frame_before, trim
from lagebild.reading.speech.predicates import mood, predicate
from lagebild.reading.speech.units import Segment, Unit
from lagebild.reading.speech.whose import subject_of

#: what may stand in front of the name: *Dazu Berger: „…“*, *So der Minister: „…“*
_LEADING: Final = {
    "dazu",
    "so",
    "auch",
    "und",
    "darauf",
    "daraufhin",
    "hierzu",
    "wörtlich",
    "weiter",
    "später",
    "denn",
}


_ASKING: Final = frozenset(["PWAV", "PWS", "PWAT"])
_TELLING_HOW: Final = frozenset(["so", "darum", "deshalb"])


def before_colon(unit: Unit) -> list[SpeechFound]:
    """*Peking: „Wir trauern“*, *Zitat von Berger: „…“*; without marks only in a headline."""
    if unit.segments and unit.segments[0].kind != "fragment":
        return []
    at = next((n for n, s in enumerate(unit.segments) if s.before == ":"), 0)
    if at == 0 or any(s.kind != "fragment" and not _asked(unit, s) for s in unit.segments[:at]):
        return []
    head, first = unit.segments[0], unit.segments[0].first
    quoted = unit.tags[unit.segments[at].first] == "QUOTE"
    if unit.lows[first] in {"zitat", "o-ton"} and unit.lows[first + 1] in {"von", "vom"}:
        first += 2
    elif quoted and unit.lows[first] in _LEADING:
        first += 1
    end = speakers.noun_phrase(unit, first, head.last, speakers.ATTRIBUTES)
    if end == first or not (
        quoted or (at == 1 and end == head.last and _in_headline(unit) and named(unit, first, end))
    ):
        return []
    asked = at == 2 and unit.segments[1].kind == "subordinate"
    if at > 1 and not asked and not named(unit, first, end):
        return []
    behind = unit.segments[at].first
    if not quoted and (is_topic(unit.text.doc[unit.words[behind]]) or _where(unit, first, behind)):
        return []
    speaker = speakers.with_apposition(unit, first, end) if at > 1 else unit.range(first, end)
    frame = (unit.start, unit.words[unit.segments[at].first])
    stop = unit.end(unit.segments[-1].last - 1)
    if not quoted:
        return [
            SpeechFound(
                "indirect", [trim(unit, (frame[1], unit.stop))], [speaker], [], [frame], rule="source:colon"
            )
        ]
    zone = unit.zone_at[unit.words[unit.segments[at].first]]
    return [
        SpeechFound(
            "direct", [(zone.start, min(zone.stop, stop))], [speaker], [], [frame], rule="source:colon"
        )
    ]


def _asked(unit: Unit, segment: Segment) -> bool:
    """Whether the clause is what somebody answers: *Der Minister auf die Frage, ob er gehe: „Nein, ich bleibe.“*."""
    before = unit.lows[max(0, segment.first - 4) : segment.first]
    return segment.kind == "subordinate" and segment.before == "," and before[:3] == ["auf", "die", "frage"]


def _in_headline(unit: Unit) -> bool:
    return any(
        kind in {"headline", "kicker", "subheading"} and start <= unit.start < stop
        for kind, start, stop in unit.text.doc._.blocks
    )


def is_topic(behind: Token) -> bool:
    """Whether the word behind a name and a colon shows that the name is what the headline is about: *Trump: Warum seine
    Gegner scheitern*, *Kiew: So verlief der Angriff*."""
    return behind.tag_ in _ASKING or behind.lower_ in _TELLING_HOW


def _where(unit: Unit, label: int, begin: int) -> bool:
    """Whether the name of a land only says where it is: *Türkei: Polizei nimmt Russen fest*, *Spanien: Zwei Tote*.

    A capital speaks (*Kiew: Russland griff an*), and so does a land of which another one is told.
    """
    at, doc = unit.text.actor_at, unit.text.doc
    land = at.get(unit.words[label])
    first = doc[unit.words[begin]]
    if land is None or land.kind != "state" or land.name != first.doc[unit.words[label]].text:
        return False
    told = at.get(first.i)
    return first.tag_ in ("NN", "CARD") and (told is None or told.country == land.country)


def named(unit: Unit, first: int, last: int) -> bool:
    at = unit.text.actor_at
    return any(unit.tags[p] == "NE" or unit.words[p] in at for p in range(first, last))


def behind_colon(unit: Unit, found: list[SpeechFound]) -> list[SpeechFound]:
    """A quotation behind a colon that no cue has taken: somebody who is the subject of the clause before it speaks.

    *Der Trainer hatte keine Mühe, den Grund zu nennen: „…“*
    """
    if not unit.zone_at:
        return []
    taken = {q for s in found for q in s.quote}
    speeches: list[SpeechFound] = []
    for n, segment in enumerate(unit.segments):
        if segment.before != ":" or unit.tags[segment.first] != "QUOTE":
            continue
        quote = unit.range(segment.first, segment.last)
        clauses = [
            s for s in reversed(unit.segments[:n]) if s.kind in {"main", "verb_first"} and s.clause >= 0
        ]
        own = (s for s in clauses if s.finite is not None and not mood(unit, s.finite))
        main = next(own, None)
        pred = predicate(unit, main.clause) if main is not None else None
        subject = subject_of(unit, pred, None) if pred is not None else None
        if pred is None or subject is None or quote in taken or not somebody(unit, subject):
            continue
        speeches.append(SpeechFound(
            "direct", [quote], [subject], cue_ranges(unit, pred, ANY, clausal=False),
            frame_before(unit, pred.clause, Content(n, n + 1)), rule="verb:",
        ))  # fmt: skip
    return speeches


def somebody(unit: Unit, span: Range) -> bool:
    """Whether the phrase is a personal pronoun or has a name or an actor in it."""
    text = unit.text
    return any(text.tags[i] in {"NE", "PPER"} or i in text.actor_at for i in range(*span))
