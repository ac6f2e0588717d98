"""Who stands as the subject of a verb of saying.

Read off the surface: in a German main clause what stands before the finite verb is one
constituent, and the first noun phrase behind the verb that no preposition governs and no
ending makes dative or accusative is its subject.
"""

from __future__ import annotations

import itertools
from typing import Final

from lagebild.reading.analysis import Range
from lagebild.reading.speech.order import inverted
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.speakers import (
    ATTRIBUTES,
    BEFORE_NOUN,
    BOTH,
    DETERMINERS,
    NOUNS,
    PARTS_OF_TIMES,
    PRONOUNS,
    TIMES,
    WIDE,
    noun_phrase,
    with_apposition,
)
from lagebild.reading.speech.units import Segment, Unit

_NOT_NOMINATIVE: Final = {
    "dem", "den", "einem", "einen", "ihm", "ihn", "ihnen", "mir", "mich", "uns", "dich", "dir", "diesem", "diesen",
    "niemanden", "niemandem", "jemanden", "jemandem", "einander",
    "seinem", "seinen", "ihrem", "ihren", "keinem", "keinen", "jenem", "jenen", "jedem", "jeden", "unserem",
    "unseren", "sich", "des", "eines",
}  # fmt: skip
#: pronouns that can only be the subject
_NOMINATIVE: Final = {"er", "ich", "wir", "man"}
#: adverbs that a tagger takes for nouns where they begin a sentence
_ADVERBS: Final = {
    "unterdessen", "indes", "derweil", "inzwischen", "mittlerweile", "zudem", "zuvor", "überdies", "allerdings",
    "gleichzeitig", "währenddessen", "indessen", "hingegen", "wörtlich", "weiterhin", "ferner", "abschließend",
}  # fmt: skip
_OBJECTS: Final = {"obj", "iobj", "obl", "obl:arg"}
_DASHES: Final = {"–", "-", "—", "--"}
_TRAILING: Final = {"ADV", "PROAV", "PAV", "ADJD", "PTKNEG", "APPR", "KON"}


def subject(unit: Unit, pred: Predicate, attributes: frozenset[str] = ATTRIBUTES) -> Range | None:
    """The span of the predicate's subject, None where it has none in the clause.

    ``attributes`` are the prepositions that may belong to a subject behind the verb.
    """
    key = (pred.clause, attributes)
    if key not in unit.subjects:
        unit.subjects[key] = _subject(unit, pred, attributes)
    return unit.subjects[key]


def _subject(unit: Unit, pred: Predicate, attributes: frozenset[str]) -> Range | None:
    segments = [unit.segments[n] for n in unit.clauses[pred.clause]]
    head = next((s for s in segments if s.finite is not None), segments[0])
    fin = head.finite
    if fin is None:
        return None
    first = segments[0].first + (1 if segments[0].coordinated else 0)
    if head.kind in {"main", "verb_first"} and first < fin and unit.lows[fin + 1] not in _NOMINATIVE:
        found = _before_verb(unit, first, fin, segments)
        if found and not _object_by_tree(unit, pred, found):
            other = behind(unit, fin + 1, head.last, attributes) if _phrase_after(unit, fin) else None
            return other if other and _inverted(unit, found, other, fin) else found
    if head.kind == "subordinate":
        return _in_subordinate(unit, head.first, fin, attributes)
    found = behind(unit, fin + 1, head.last, attributes)
    if found is not None:
        return found
    # *Das gab gestern – nach zwei Prüfungen – der Minister bekannt*
    later = [s for s in segments[segments.index(head) + 1 :] if s.before in _DASHES]
    return next((span for s in later if (span := behind(unit, s.first, s.last, attributes))), None)


def _phrase_after(unit: Unit, fin: int) -> bool:
    """Whether a noun phrase begins behind the verb, over adverbs: only that can be its subject instead of what is before."""
    p = fin + 1
    while unit.tags[p] == "ADV":
        p += 1
    return unit.tags[p] in NOUNS or unit.tags[p] in BEFORE_NOUN


def _inverted(unit: Unit, front: Range, behind: Range, fin: int) -> bool:
    at = {index: p for p, index in enumerate(unit.words)}
    one, other = at.get(front[0]), at.get(behind[0])
    return one is not None and other is not None and inverted(unit, one, other, fin)


def _object_by_tree(unit: Unit, pred: Predicate, span: Range) -> bool:
    """Whether the tree puts the subject behind the verb and an object into ``span``: *Der Zeitung sagte Berg, …*."""
    text = unit.text
    verbs = {unit.words[pred.verb], unit.words[pred.finite] if pred.finite is not None else -1} - {-1}
    doc, heads = text.doc, text.heads
    inside = {doc[i].dep_ for i in range(*span) if heads[i] in verbs and heads[i] != i}
    if inside.isdisjoint(_OBJECTS) or "nsubj" in inside:
        return False
    nouns = [i for i in range(*span) if text.tags[i] in NOUNS]
    if nouns and text.lows[span[0]] == "der" and "Gender=Masc|Number=Sing" in text.morph(nouns[0]):
        return False  # *Der Bischof, Karl Berger hat den Papst gebeten*
    behind = (i for i in range(min(verbs) + 1, unit.stop) if heads[i] in verbs and heads[i] != i)
    return any(doc[i].dep_.startswith("nsubj") for i in behind)


def _before_verb(unit: Unit, first: int, fin: int, segments: list[Segment]) -> Range | None:
    while first < fin and _beside_subject(unit, first):
        first += 1
    if unit.lows[first] == "von" and unit.lows[first + 1] == "der" and unit.tags[first + 2] == "NE":
        return unit.words[first], unit.end(fin - 1)  # *Von der Leyen sagte*
    if first >= fin or not _may_be_subject(unit, first):
        return None
    stop = min(fin, segments[0].last)
    alone = unit.tags[first] in PRONOUNS and noun_phrase(unit, first, stop) <= first + 1
    if alone and unit.tags[first] != "PIS":
        return (unit.words[first], unit.end(first)) if unit.lows[first] not in {"es", "das", "dies"} else None
    head_end = noun_phrase(unit, first, stop, frozenset())
    timed = unit.lows[head_end - 1] in TIMES and unit.tags[first] != "ART"
    if head_end == first or timed or unit.lows[first] in PARTS_OF_TIMES:
        return None
    for before, segment in itertools.pairwise(segments):
        if segment.first != before.last + 1 or segment.first > fin:
            break
        if segment.finite is None:
            stop = segment.last
        elif segment.first < fin:
            stop = fin
    while stop > first + 1 and unit.tags[stop - 1] in _TRAILING:
        stop -= 1
    return unit.range(first, stop)


def _beside_subject(unit: Unit, p: int) -> bool:
    low = unit.lows[p]
    return (unit.tags[p] in {"ADV", "KON"} and low not in BOTH) or low in {"einzig", "allein"}


def _may_be_subject(unit: Unit, p: int) -> bool:
    tag, low = unit.tags[p], unit.lows[p]
    if low in BOTH:
        return _may_be_subject(unit, p + 1)
    if low in _ADVERBS:
        return False
    if tag == "ADJA" and low.endswith(("en", "em")) and unit.text.words[unit.words[p]][0].islower():
        return False  # *die ungebetenen Gästen vorgaukelt, …*: without an article only the other cases end so
    if low == "ihr" and tag == "PPER":
        return False
    if low in _NOT_NOMINATIVE and tag in DETERMINERS | PRONOUNS | {"PRF"}:
        return False
    return tag in NOUNS | DETERMINERS | PRONOUNS | {"ADJA", "CARD", "TRUNC"}


def _with_seat(unit: Unit, end: int, limit: int) -> int:
    """*die Regierung in Lomé*, *die Zeitung in ihrer Onlineausgabe*: of bodies, not of persons, where they are."""
    if unit.lows[end] not in {"in", "im"} or end + 1 >= limit:
        return end
    actor = unit.text.actor_at.get(unit.words[end - 1])
    if (actor is not None and actor.kind == "person") or (actor is None and unit.tags[end - 1] != "NN"):
        return end
    stop = noun_phrase(unit, end + 1, limit)
    seat = stop > end + 1 and all(unit.tags[p] in {"NE", "ADJA", "ART"} for p in range(end + 1, stop))
    own = unit.lows[end + 1] in {"ihrer", "seiner"} and unit.lows[stop - 1].endswith("ausgabe")
    return stop if seat or own else end


#: prepositions of who is spoken to and when
_HEARERS: Final = {"vor", "gegenüber", "nach", "seit", "zu", "zum", "zur"}


def _place_before_apposition(unit: Unit, end: int, limit: int) -> int:
    """*der General der Truppen im Irak, Georg Berg*: the place belongs to the phrase if an apposition follows."""
    if unit.tags[end] not in {"APPR", "APPRART"} or unit.lows[end] in _HEARERS:
        return end
    stop = noun_phrase(unit, end + 1, limit)
    apposed = stop == limit and unit.tags[limit] == "$," and unit.tags[limit + 1] in {"NE", "NN"}
    return stop if apposed and unit.lows[stop - 1] not in TIMES else end


def behind(unit: Unit, p: int, limit: int, attributes: frozenset[str] = ATTRIBUTES) -> Range | None:
    """The first noun phrase in the nominative from ``p`` on, over adverbs and prepositional phrases."""
    while p < limit:
        tag = unit.tags[p]
        if tag in {"APPR", "APPRART"}:
            end = noun_phrase(unit, p + 1, limit, frozenset())
            p = max(p + 1, end)
            continue
        if _may_be_subject(unit, p):
            end = noun_phrase(unit, p, limit, attributes)
            if end > p and not (unit.lows[end - 1] in TIMES and tag != "ART") and unit.lows[p] not in {"es"}:
                if tag in PRONOUNS and tag != "PIS" and end == p + 1:
                    return unit.words[p], unit.end(p)
                end = _with_seat(unit, end, limit)
                end = _place_before_apposition(unit, end, limit)
                return with_apposition(unit, p, end)
            p = max(p + 1, end)
            continue
        if tag in DETERMINERS | NOUNS | {"ADJA"}:
            p = max(p + 1, noun_phrase(unit, p, limit, frozenset()))
            continue
        p += 1
    return None


def _in_subordinate(unit: Unit, first: int, fin: int, attributes: frozenset[str]) -> Range | None:
    p = first
    if unit.tags[p] in {"KON", "ADV"}:
        p += 1
    if unit.tags[p] == "PRELS" and unit.lows[p] == "der":
        return unit.words[p], unit.words[p] + 1
    relative = unit.tags[p] == "PRELS" and unit.lows[p] in {"die", "das", "welche", "welcher"}
    if unit.tags[p] == "APPR" and unit.lows[p + 1] in {"dessen", "deren"}:
        p = max(p, noun_phrase(unit, p + 2, fin) - 1)  # *in dessen Folge das Gericht feststellte*
    if relative and _subject_by_tree(unit, p):
        return unit.words[p], unit.words[p] + 1
    found = behind(unit, p + 1, fin, attributes)
    if relative and (found is None or _one_of_many(unit, fin, found)):
        return unit.words[p], unit.words[p] + 1
    return found


def _subject_by_tree(unit: Unit, p: int) -> bool:
    return unit.text.doc[unit.words[p]].dep_.startswith("nsubj")


def _one_of_many(unit: Unit, fin: int, span: Range) -> bool:
    """Whether the verb is plural and the phrase one noun in the singular, so that it is no subject."""
    text = unit.text
    if "Number=Plur" not in unit.morph(fin):
        return False
    nouns = [i for i in range(*span) if text.tags[i] in NOUNS]
    joined = any(text.tags[i] == "KON" for i in range(*span))
    return bool(nouns) and not joined and "Number=Sing" in text.morph(nouns[0])


def of_wie(unit: Unit, pred: Predicate) -> Range | None:
    """The subject of *wie … mitteilte*: all up to the verb where commas part it, else its noun phrase."""
    members = [unit.segments[n] for n in unit.clauses[pred.clause]]
    first, last = members[0].first + 1, min(pred.words)
    while first < last and unit.tags[first] == "ADV":
        first += 1
    if len(members) == 1 or noun_phrase(unit, first, members[0].last, WIDE) < members[0].last:
        return behind(unit, first, last)
    last = _without_beside(unit, members, last)
    while last > first + 1 and (unit.tags[last - 1] in _TRAILING or unit.tags[last - 1] == "$,"):
        last -= 1
    return unit.range(first, last)


def _without_beside(unit: Unit, members: list[Segment], last: int) -> int:
    """Where the subject of *wie* ends that commas part: before a relative clause, a place or a hearer.

    *Wie Karl Berger, der dort war, in Bonn der Presse mitteilte*
    """
    for before, segment in itertools.pairwise(members):
        relative = segment.first > before.last + 1
        if relative or unit.tags[segment.first] in {"APPR", "APPRART", "ADV", "PAV", "PROAV"}:
            return before.last
    end = noun_phrase(unit, members[-1].first, last, WIDE)
    return end if members[-1].first < end < last and unit.tags[end] in DETERMINERS else last
