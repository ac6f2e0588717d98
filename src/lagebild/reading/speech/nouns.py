"""Speech that a noun of saying introduces: *die Behauptung, er sei geflohen*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import agents, contents, speakers
from lagebild.reading.speech.contents import Content
from lagebild.reading.speech.lexicon import Noun, noun_of
from lagebild.reading.speech.parts import content_edge, frame_before, trim
from lagebild.reading.speech.predicates import Predicate, mood
from lagebild.reading.speech.units import Segment, Unit

_CONTENT: Final = frozenset({"clause", "inf", "direct"})
_BEFORE: Final = {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA"}
_NAMES: Final = {"NE", "NN", "ART", "ADJA", "FM"}
_BEHIND: Final = speakers.ATTRIBUTES | {"in", "im", "an", "bei", "über", "zum", "auf"}
#: verbs whose subject is the one who has the opinion or makes the claim
_SUPPORT: Final = {
    "haben", "äußern", "vertreten", "erheben", "machen", "unterbreiten", "teilen", "hegen", "stellen", "richten",
    "verbinden", "begründen", "ablehnen", "zurückziehen", "fassen", "treffen", "geben", "formulieren",
    "vorlegen", "aufstellen", "erteilen", "ziehen", "hinterlassen", "verbreiten", "abgeben", "wenden", "schließen",
    "reagieren", "kommen", "begegnen", "entgegentreten",
}  # fmt: skip


#: verbs whose subject answers words that are another's: *wies die Darstellung zurück, …*
_AGAINST: Final = {
    "zurückweisen", "ablehnen", "wenden", "entgegentreten", "dementieren", "bestreiten", "widersprechen", "folgen",
    "verwerfen", "abweisen", "begegnen",
}  # fmt: skip


def by_noun(unit: Unit, clause: int, pred: Predicate | None, subject: Range | None) -> list[SpeechFound]:
    """The clause, infinitive or quotation behind a noun of saying is its words."""
    for n in unit.clauses[clause]:
        segment = unit.segments[n]
        hit = None if segment.kind == "infinitive" else _noun_at_end(unit, segment)
        if hit is None:
            continue
        p, noun = hit
        behind = n + 2 if _apposed(unit, n + 1) else n + 1
        content = contents.after(unit, behind, _CONTENT)
        if content is None or unit.segments[behind].before not in {",", ":"}:
            continue
        following = unit.segments[content.first]
        if following.kind in {"main", "fragment"} and not content.direct and not _konjunktiv(unit, content):
            continue
        if following.kind in {"main", "fragment"} and not content.direct and _states(unit, segment, p):
            continue
        q = p
        while q > segment.first and unit.tags[q - 1] in _BEFORE:
            q -= 1
        quote = unit.range(following.first, content_edge(unit, content))
        return [
            SpeechFound(
                "direct" if content.direct else "indirect",
                [quote if content.direct else trim(unit, quote)],
                _answering(pred, subject, unit.segments[behind])
                or _speaker(unit, segment, p, q, noun, pred, subject),
                [unit.range(q, p + 1)],
                frame_before(unit, clause, content),
                commitment=noun.commitment,
                rule=f"noun:{noun.lemma}",
            )
        ]
    return []


def _apposed(unit: Unit, n: int) -> bool:
    """Whether a name stands between the noun and its words: *trotz der Ankündigung des Trainers, Karl Berg, zu gehen*."""
    if n + 1 >= len(unit.segments) or unit.segments[n + 1].kind not in {"infinitive", "subordinate"}:
        return False
    segment = unit.segments[n]
    tags = unit.tags[segment.first : segment.last]
    return segment.kind == "fragment" and segment.before == "," and "NE" in tags and {*tags} <= _NAMES


#: verbs whose subject is told the words: *erhielt vom Minister die Zusage, …*
_RECEIVING: Final = {
    "erhalten",
    "bekommen",
    "empfangen",
    "hören",
    "lesen",
    "vernehmen",
    "entgegennehmen",
    "kennen",
    "ignorieren",
}


#: verbs whose subject are the words of who stands behind *von*: *von der Polizei kam die Auskunft, …*
_COMING: Final = {"kommen", "vorliegen", "stammen", "ausgehen"}


def _answering(pred: Predicate | None, subject: Range | None, behind: Segment) -> list[Range]:
    """Who answers a reproach with what stands behind a colon: *Der Iran wies den Vorwurf zurück: Man habe …*."""
    if pred is None or pred.passive or subject is None or behind.before != ":":
        return []
    return [subject] if pred.lemma in _AGAINST else []


def _speaker(
    unit: Unit, segment: Segment, p: int, q: int, noun: Noun, pred: Predicate | None, subject: Range | None
) -> list[Range]:
    """Whose words: the genitive behind the noun, the subject of the verb that carries it, else the noun itself."""
    start = p + 1 + (unit.lows[p + 1] in {"von", "vom", "durch"})
    end = speakers.noun_phrase(unit, p, segment.last, speakers.ATTRIBUTES)
    if start < end and unit.lows[p + 1] in speakers.GENITIVE | {"von", "vom"}:
        return [speakers.with_apposition(unit, start, end)]
    itself = [unit.range(q, max(p + 1, end))]
    own = _of_participle(unit, segment, q)
    if own is not None:
        return [own]
    if (
        noun.lemma == "Verdacht"
        and unit.lows[q - 1] in {"im", "unter", "in"}
        and (pred is None or pred.lemma not in _SUPPORT)
    ):
        return []  # *steht im Verdacht, geflohen zu sein*
    if pred is not None and pred.lemma in _RECEIVING and not pred.passive:
        by = agents.agent(unit, pred, subject)
        return [by] if by is not None else itself
    if pred is None or subject is None or subject[0] <= unit.words[p] < subject[1]:
        coming = pred is not None and pred.lemma in _COMING
        by = agents.agent(unit, pred, subject) if pred is not None and coming else None
        return [by] if by is not None else itself
    named = any(unit.text.tags[i] == "NE" or i in unit.text.actor_at for i in range(*subject))
    carried = named or pred.lemma in _SUPPORT or unit.lows[q - 1] == "mit" or unit.tags[q] == "PPOSAT"
    if pred.passive:
        agent = agents.agent(unit, pred, subject) if unit.lows[q - 1] == "mit" else None
        return [agent] if agent is not None else itself
    against = pred.lemma in _AGAINST and unit.lows[q - 1] != "mit"
    return [subject] if carried and not against else itself


def _of_participle(unit: Unit, segment: Segment, q: int) -> Range | None:
    """Who stands behind *von* before the participle at ``q``: *die von Berger geäußerte Hoffnung, …*."""
    if unit.tags[q] != "ADJA":
        return None
    for p in range(q - 1, max(segment.first, q - 12), -1):
        if unit.lows[p] in {"von", "vom"} and unit.tags[p - 1] in speakers.DETERMINERS:
            end = speakers.noun_phrase(unit, p + 1, q, speakers.ATTRIBUTES)
            return unit.range(p + 1, end) if end > p + 1 else None
    return None


def _states(unit: Unit, segment: Segment, p: int) -> bool:
    """Whether the noun's own sentence has a source or is complete, so that the clause behind goes on with it."""
    if segment.finite is not None and segment.finite > p and segment.kind == "main":
        return True  # *die Kritik müsse man hinnehmen, der Plan sei gut*
    return unit.lows[segment.first] in {"nach", "laut", "entgegen", "trotz"}


def _konjunktiv(unit: Unit, content: Content) -> bool:
    clause = unit.segments[content.first].clause
    for m in unit.clauses[clause] if clause >= 0 else []:
        fin = unit.segments[m].finite
        if fin is not None:
            return bool(mood(unit, fin))
    return False


def _noun_at_end(unit: Unit, segment: Segment) -> tuple[int, Noun] | None:
    """A noun of saying whose phrase ends the segment, verb words behind it allowed."""
    last = segment.last
    while last > segment.first and unit.tags[last - 1].startswith(("V", "PTKVZ")):
        last -= 1
    for p in range(last - 1, max(segment.first - 1, last - 12), -1):
        if unit.tags[p] != "NN":
            continue
        noun = noun_of(unit.form(p))
        if noun is not None and noun.content and speakers.noun_phrase(unit, p, last, _BEHIND) >= last:
            return p, noun
    return None
