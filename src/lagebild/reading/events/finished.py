"""Events of drafts: the words of the trigger and of the clause, the place, contexts and evidence."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import EventFound, EvidenceFound, PlaceFound, Range
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.sides import Places
from lagebild.reading.events.words import in_class, lemma, preposition

_AT: Final[tuple[str, ...]] = ("in", "bei", "auf", "vor", "an", "nach", "über")
#: Nouns of what is around a place.
_NEAR: Final = frozenset(["Nähe", "Umgebung", "Umland", "Großraum", "Zentrum", "Innenstadt", "Vorort"])


def finished(drafts: list[Draft], places: Places) -> list[EventFound]:
    made: dict[int, EventFound] = {}
    for draft in drafts:
        made[id(draft)] = _event(draft, places)
    for draft in drafts:
        if draft.content_of is not None:
            made[id(draft)].content_of = made.get(id(draft.content_of))
    return sorted(made.values(), key=lambda event: event.trigger[0])


def _event(draft: Draft, places: Places) -> EventFound:
    predicate, place = draft.predicate, place_of(draft, places)
    rule = EvidenceFound(predicate.rule, _range(draft.token))
    return EventFound(
        trigger=_ranges(sorted(word.i for word in draft.words)),
        span=_span(draft),
        type=predicate.type,
        mode=predicate.mode,
        contexts=_contexts(draft),
        source=list(draft.sides.source),
        target=list(draft.sides.target),
        place=place,
        clause=draft.clause,
        nominal=draft.nominal,
        gives=draft.gives,
        receives=draft.receives,
        evidence=[rule, *draft.evidence],
    )


def _range(token: Token) -> Range:
    return token.i, token.i + 1


def _ranges(tokens: list[int]) -> list[Range]:
    """Runs of neighbouring tokens as ranges."""
    found: list[Range] = []
    for i in tokens:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif not found or found[-1][1] < i:
            found.append((i, i + 1))
    return found


def _span(draft: Draft) -> list[Range]:
    """The clause's words; a full stop that the words of another clause cut off from them is not among them."""
    if draft.clause is not None:
        doc, words = draft.token.doc, draft.token.doc.words
        tokens = sorted({*draft.clause.tokens, *(word.i for word in draft.words)})
        ranges = _ranges([i for i in tokens if not words[i].isspace()])
        worded = [at for at in ranges if not all(doc[i].is_punct for i in range(*at))]
        if worded:
            return worded
    within = sentence(draft.token)
    return [(within.start, within.stop)]


def _contexts(draft: Draft) -> list[str]:
    found = list(draft.predicate.contexts)
    table, lemmas = lexicon.context_words(), draft.token.doc.lemmas
    tokens = draft.clause.tokens if draft.clause is not None else sentence(draft.token)
    for i in tokens:
        context = table.get(lemmas[i])
        if context is not None and context not in found:
            found.append(context)
    return found


def place_of(draft: Draft, places: Places) -> PlaceFound | None:
    """The place that the event's own phrase names, else its clause."""
    for name in (*_AT, "aus") if draft.predicate.mode == "withdraw" else _AT:
        for head in draft.slots.get(name):
            place = places.at(head) or _near_which(head, places)
            if place is not None:
                return place
    if draft.nominal and draft.clause is not None:
        for oblique in draft.clause.obliques:
            place = places.at(oblique.noun)
            if place is not None and oblique.preposition.lower_ in ("in", "im", "bei", "auf", "vor"):
                return place
    return None


def _near_which(head: Token, places: Places) -> PlaceFound | None:
    """The place beside or in which something lies: *in der Nähe von Brüssel*, *im Süden Somalias*."""
    if lemma(head) not in _NEAR and not in_class(head, "direction"):
        return None
    genitive = noun_phrases.genitive(head)
    inside = [noun for case, noun in noun_phrases.attributes(head) if preposition(case) == "von"]
    found = [places.at(token) for token in ([genitive] if genitive is not None else inside)]
    return found[0] if found else None
