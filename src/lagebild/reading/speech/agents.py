"""Who speaks but is no subject: the agent of a passive, who is cited, the report that *wonach* takes up."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range
from lagebild.reading.speech import speakers
from lagebild.reading.speech.lexicon import noun_of
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import Unit


def antecedent(unit: Unit, first: int) -> Range | None:
    """What *wonach* at ``first`` takes up: the phrase right before, else the last noun of saying with its genitive."""
    adjacent = _phrase_before(unit, first)
    if adjacent is not None:
        return adjacent
    for p in range(first - 1, max(-1, first - 25), -1):
        noun = noun_of(unit.form(p)) if unit.tags[p] == "NN" else None
        if noun is None or not (noun.source or noun.content):
            continue
        start = p
        while start > 0 and unit.tags[start - 1] in speakers.BEFORE_NOUN:
            start -= 1
        return unit.range(start, max(p + 1, speakers.noun_phrase(unit, start, first, speakers.ATTRIBUTES)))
    return None


def _phrase_before(unit: Unit, first: int) -> Range | None:
    """The noun phrase that ends at the comma before ``first``."""
    before = first - 1
    while before >= 0 and unit.tags[before] not in speakers.NOUNS:
        if unit.form(before) != ",":
            return None
        before -= 1
    for start in range(max(0, before - 9), before + 1):
        if unit.tags[start] not in speakers.NOUNS | speakers.BEFORE_NOUN:
            continue
        if unit.tags[start - 1] in speakers.BEFORE_NOUN and start > max(0, before - 9):
            continue
        if speakers.noun_phrase(unit, start, before + 1, speakers.ATTRIBUTES) == before + 1:
            return unit.range(start, before + 1)
    return None


_BY: Final = {"von", "vom", "durch", "seitens"}
_WHERE_SAID: Final = {"in", "im", "aus", "auf", "bei", "beim"}


_HEARD: Final = {"hören", "lesen", "entnehmen", "erfahren", "vernehmen"}


def impersonal(unit: Unit, pred: Predicate) -> bool:
    """Whether the subject is *es* or the words, and who says so stands behind *aus, in*: *heißt es, verlautete*."""
    bare = pred.lemma == "verlauten" and pred.verb == pred.finite
    return bare or pred.lemma in {"heißen", "hervorgehen"} or heard(unit, pred)


def heard(unit: Unit, pred: Predicate) -> bool:
    """*ist aus der Regierung zu hören, war in dem Bericht zu lesen*."""
    if pred.lemma not in _HEARD or pred.finite is None or unit.lows[pred.verb - 1] != "zu":
        return False
    return unit.lemma(pred.finite) in {"sein", "bleiben"}


def agent(
    unit: Unit, pred: Predicate, aside: Range | None = None, own: frozenset[str] = frozenset()
) -> Range | None:
    """Who says in a passive or after *es heißt*: the phrase after *von*, *durch*; else a report after *in*, *aus*.

    ``aside`` is the subject, whose own attributes are no agent; ``own`` are the prepositions of what the
    verb tells (*wird von Verlusten gesprochen*).
    """
    nobody = impersonal(unit, pred)
    by = _phrase_after(unit, pred, _BY - {"von", "vom"} if "von" in own else _BY, aside, nobody)
    where = None
    if by is None or nobody:
        where = _phrase_after(unit, pred, _WHERE_SAID, aside, nobody, needs_source=not nobody)
    inside = by is not None and where is not None and where[0] <= by[0] < where[1]
    return where if by is None or inside else by  # *heißt es in der Erklärung der Minister vom Dienstagabend*


def place(unit: Unit, pred: Predicate, aside: Range | None) -> Range | None:
    """Where words stand: *in dem Entwurf steht der Satz*."""
    return _phrase_after(unit, pred, _WHERE_SAID, aside, False)


def citing(unit: Unit, pred: Predicate, aside: Range | None) -> Range | None:
    """Who cites in *wird von der Agentur zitiert, wird in der Zeitung zitiert*."""
    return _phrase_after(unit, pred, _BY, aside, False) or _phrase_after(unit, pred, _WHERE_SAID, aside, True)


def _phrase_after(
    unit: Unit,
    pred: Predicate,
    prepositions: set[str],
    aside: Range | None,
    impersonal: bool,
    needs_source: bool = False,
) -> Range | None:
    found: list[tuple[int, int]] = []
    for n in unit.clauses[pred.clause]:
        segment = unit.segments[n]
        for p in range(segment.first, segment.last):
            if unit.lows[p] not in prepositions or unit.tags[p] not in {"APPR", "APPRART"}:
                continue
            if unit.tags[p - 1] == "CARD" and unit.lows[p] == "von":
                continue  # *mit 27 von 35 Stimmen*
            start = p + 1 + (unit.lows[p + 1] == "seiten")
            end = speakers.noun_phrase(
                unit, start, segment.last, speakers.WIDE if impersonal else speakers.ATTRIBUTES
            )
            if end == start or (aside is not None and aside[0] <= unit.words[start] < aside[1]):
                continue
            nouns = [q for q in range(start, end) if unit.tags[q] in speakers.NOUNS] or [start]
            # *in dem am Dienstag gezeigten Bericht*
            head = next((q for q in nouns if unit.lows[q] not in speakers.TIMES), None)
            noun = noun_of(unit.form(head)) if head is not None else None
            if head is None or (needs_source and not (noun and noun.source)):
                continue
            if not impersonal and unit.tags[start] == "CARD":
                continue  # *wurde eine Summe von zehn Millionen genannt*
            if not found or start >= found[-1][1]:
                found.append((start, end))
    text = unit.text
    named = (
        s for s in found if any(text.tags[i] == "NE" or i in text.actor_at for i in unit.words[s[0] : s[1]])
    )
    nearest = -1 if prepositions is _BY else 0  # the agent stands before the participle
    chosen = next(named, found[nearest] if found else None)
    return speakers.with_apposition(unit, *chosen) if chosen is not None else None


def object_of(unit: Unit, pred: Predicate, subject_span: Range | None) -> Range | None:
    """The first noun phrase behind the verb that is not the subject: whom *zitiert* quotes."""
    if pred.finite is None:
        return None
    limit = next(s.last for s in unit.segments if s.first <= pred.finite < s.last)
    first = pred.finite + 1
    if subject_span is not None and subject_span[0] == unit.words[first]:
        first = next((p for p in range(first, limit) if unit.words[p] >= subject_span[1]), first)
    for start, end in speakers.noun_phrases(unit, first, limit):
        span = speakers.with_apposition(unit, start, end)
        if subject_span is None or not subject_span[0] <= span[0] < subject_span[1]:
            return span
    return None


def document_before(unit: Unit, pred: Predicate) -> Range | None:
    """What a relative clause finds the words in: *der Brief, in dem es heißt, …*; no person."""
    first = unit.segments[unit.clauses[pred.clause][0]].first
    if unit.lows[first] != "in" or not unit.tags[first + 1].startswith("PREL"):
        return None
    found = antecedent(unit, first)
    nouns = [unit.text.tags[i] for i in range(*found) if unit.text.tags[i] in speakers.NOUNS] if found else []
    return found if nouns[:1] == ["NN"] else None


def document_of(unit: Unit, subject: Range | None) -> Range | None:
    """The text that a relative pronoun stands for as the subject: *eine Resolution, die die Regierung auffordert, …*."""
    if subject is None or subject[1] != subject[0] + 1 or unit.text.tags[subject[0]] != "PRELS":
        return None
    first = unit.words.index(subject[0])
    found = antecedent(unit, first)
    head = next((i for i in range(*found) if unit.text.tags[i] in speakers.NOUNS), None) if found else None
    noun = noun_of(unit.text.words[head]) if head is not None and unit.text.tags[head] == "NN" else None
    features = unit.text.morph(head) if head is not None else ""
    agrees = any(all(f in features for f in fit) for fit in _AGREEING.get(unit.lows[first][-1], ()))
    return found if noun is not None and noun.says and agrees else None


#: by its last letter what a relative pronoun goes with: *der, welche, das*
_AGREEING: Final[dict[str, list[tuple[str, ...]]]] = {
    "r": [("Gender=Masc", "Number=Sing")],
    "e": [("Gender=Fem", "Number=Sing"), ("Number=Plur",)],
    "s": [("Gender=Neut", "Number=Sing")],
}
