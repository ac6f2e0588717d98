"""Who stands as the subject, the agent or the hearer of a verb of saying.

Read off the surface: in a German main clause what stands before the finite verb is one
constituent, and the first noun phrase behind the verb that no preposition governs and no
ending makes dative or accusative is its subject. Spans follow the news quotation data:
the noun phrase with its article, genitives, brackets and apposition, without relative clauses.
"""

from __future__ import annotations

from lagebild.reading.analysis import Range
from lagebild.reading.speech.lexicon import noun_of
from lagebild.reading.speech.predicates import Predicate
from lagebild.reading.speech.units import Unit

DETERMINERS = {"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"}
NOUNS = {"NN", "NE", "FM", "XY"}
PRONOUNS = {"PPER", "PDS", "PIS", "PPOSS", "PWS"}
_BEFORE_NOUN = DETERMINERS | {"ADJA", "CARD", "TRUNC"}
GENITIVE = {
    "des", "der", "eines", "einer", "dieses", "dieser", "ihres", "ihrer", "seines", "seiner", "unserer", "mehrerer",
    "zweier", "dreier", "aller", "beider", "vieler", "einiger", "jener", "deren", "dessen", "welcher",
}  # fmt: skip
_NOT_NOMINATIVE = {
    "dem", "den", "einem", "einen", "ihm", "ihn", "ihnen", "mir", "mich", "uns", "dich", "dir", "diesem", "diesen",
    "seinem", "seinen", "ihrem", "ihren", "keinem", "keinen", "jenem", "jenen", "jedem", "jeden", "unserem",
    "unseren", "sich", "des", "eines",
}  # fmt: skip
#: pronouns that can only be the subject
_NOMINATIVE = {"er", "ich", "wir", "man"}
_TIME = {
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "morgen", "abend",
    "woche", "tag", "tage", "monat", "jahr", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "dezember", "minuten", "stunden", "mal",
}  # fmt: skip
_TRAILING = {"ADV", "PROAV", "PAV", "ADJD", "PTKNEG", "APPR", "KON"}


def noun_phrase(unit: Unit, first: int, limit: int, attributes: frozenset[str] = frozenset()) -> int:
    """The position after the noun phrase that begins at ``first``; ``first`` itself where none does.

    ``attributes`` are the prepositions whose phrases belong to it (*Sprecher von Greenpeace*).
    """
    p = first
    if unit.tag(p) in PRONOUNS:
        if unit.tag(p) == "PIS" and unit.low(p + 1) in GENITIVE | {"von"} and p + 1 < limit:
            end = noun_phrase(unit, p + 1 + (unit.low(p + 1) == "von"), limit)
            return max(p + 1, end)
        return p + 1
    while p < limit and (
        unit.tag(p) in _BEFORE_NOUN or (unit.tag(p) == "ADV" and unit.tag(p + 1) in {"CARD", "ADJA"})
    ):
        p += 1
        if unit.low(p) in {"und", "oder", "bis"} and (
            unit.tag(p - 1) == "TRUNC" or (unit.tag(p + 1) in _BEFORE_NOUN and unit.tag(p - 1) != "ART")
        ):
            p += 1
    if p > first and unit.tag(p) in {"APPR", "APPRART"} and unit.tag(first) in DETERMINERS:
        ahead = next((q for q in range(p, min(limit, p + 14)) if unit.tag(q) == "ADJA" and q > p + 1), None)
        if ahead is not None and unit.tag(ahead + 1) in NOUNS | {"ADJA"}:
            p = ahead + 1
            while p < limit and unit.tag(p) == "ADJA":
                p += 1
    start_of_nouns = p
    while p < limit and (
        unit.tag(p) in NOUNS
        or (p > start_of_nouns and unit.tag(p) == "CARD" and unit.tag(p + 1) not in NOUNS | {"ADJA"})
    ):
        p += 1
    if p == start_of_nouns:
        if p > first and unit.tag(p - 1) in {"ADJA", "CARD", "PIAT", "PIDAT", "PDAT"}:
            return p
        return first
    return _extend(unit, p, limit, attributes)


def _extend(unit: Unit, p: int, limit: int, attributes: frozenset[str]) -> int:
    """Genitives, attributes and conjuncts behind the noun at ``p - 1``."""
    while p < limit:
        tag, low = unit.tag(p), unit.low(p)
        if (low in GENITIVE and tag in DETERMINERS) or (tag == "ADJA" and low.endswith("er")):
            end = noun_phrase(unit, p, limit, attributes)
        elif low in attributes and tag in {"APPR", "APPRART"}:
            end = noun_phrase(unit, p + 1, limit, attributes)
            end = p if end == p + 1 else end
        elif low in {"und", "sowie", "oder", "&"} and unit.tag(p - 1) in NOUNS:
            end = noun_phrase(unit, p + 1, limit, attributes)
            end = p if end == p + 1 or unit.tag(p + 1) in PRONOUNS else end
        else:
            break
        if end <= p:
            break
        p = end
    return p


def with_apposition(unit: Unit, first: int, last: int) -> Range:
    """The phrase with the appositions that commas set off behind it."""
    stop = last
    segments = unit.segments
    here = next((n for n, s in enumerate(segments) if s.first < last <= s.last), None)
    while here is not None and stop == segments[here].last and here + 1 < len(segments):
        following = segments[here + 1]
        tags = [unit.tag(p) for p in range(following.first, following.last)]
        if (
            following.before != ","
            or following.kind != "fragment"
            or tags[0] not in NOUNS | DETERMINERS | {"ADJA", "CARD"}
            or any(t.startswith("V") or t in {"QUOTE", "PRF"} for t in tags)
        ):
            break
        end = noun_phrase(unit, following.first, following.last, ATTRIBUTES)
        if end < following.last:
            end = following.last if not any(t in {"ADV", "PROAV"} for t in tags) else end
        stop = end
        here += 1
    return unit.range(first, stop)


ATTRIBUTES = frozenset({"von", "vom", "für", "aus"})


def subject(unit: Unit, pred: Predicate) -> Range | None:
    """The span of the predicate's subject, None where it has none in the clause."""
    segments = [unit.segments[n] for n in unit.clauses[pred.clause]]
    head = next((s for s in segments if s.finite is not None), segments[0])
    fin = head.finite
    if fin is None:
        return None
    first = segments[0].first + (1 if segments[0].coordinated else 0)
    if head.kind in {"main", "verb_first"} and first < fin and unit.low(fin + 1) not in _NOMINATIVE:
        found = _before_verb(unit, first, fin, segments[0].last)
        if found:
            return found
    if head.kind == "subordinate":
        return _in_subordinate(unit, pred, head.first, fin)
    return behind(unit, fin + 1, head.last)


def _before_verb(unit: Unit, first: int, fin: int, segment_end: int) -> Range | None:
    while first < fin and unit.tag(first) in {"ADV", "KON"} and unit.tag(first + 1) not in {""}:
        first += 1
    if first >= fin or not _may_be_subject(unit, first):
        return None
    stop = min(fin, segment_end)
    while stop > first + 1 and unit.tag(stop - 1) in _TRAILING:
        stop -= 1
    if unit.tag(first) in PRONOUNS and unit.tag(first) != "PIS":
        return (unit.words[first], unit.end(first)) if unit.low(first) not in {"es", "das", "dies"} else None
    head_end = noun_phrase(unit, first, stop, frozenset())
    if head_end == first:
        return None
    if unit.low(head_end - 1) in _TIME and unit.tag(first) != "ART":
        return None
    if segment_end < fin:
        return with_apposition(unit, first, stop)
    return unit.range(first, stop)


def _may_be_subject(unit: Unit, p: int) -> bool:
    tag, low = unit.tag(p), unit.low(p)
    if low in _NOT_NOMINATIVE and tag in DETERMINERS | PRONOUNS | {"PRF"}:
        return False
    return tag in NOUNS | DETERMINERS | PRONOUNS | {"ADJA", "CARD", "TRUNC"}


def behind(unit: Unit, p: int, limit: int) -> Range | None:
    """The first noun phrase in the nominative from ``p`` on, over adverbs and prepositional phrases."""
    while p < limit:
        tag = unit.tag(p)
        if tag in {"APPR", "APPRART"}:
            end = noun_phrase(unit, p + 1, limit, frozenset())
            p = max(p + 1, end)
            continue
        if _may_be_subject(unit, p):
            end = noun_phrase(unit, p, limit, ATTRIBUTES)
            if end > p and not (unit.low(end - 1) in _TIME and tag != "ART") and unit.low(p) not in {"es"}:
                if tag in PRONOUNS and tag != "PIS":
                    return unit.words[p], unit.end(p)
                return with_apposition(unit, p, end)
            p = max(p + 1, end)
            continue
        if tag in DETERMINERS | NOUNS | {"ADJA"}:
            p = max(p + 1, noun_phrase(unit, p, limit, frozenset()))
            continue
        p += 1
    return None


def _in_subordinate(unit: Unit, pred: Predicate, first: int, fin: int) -> Range | None:
    p = first
    if unit.tag(p) in {"KON", "ADV"}:
        p += 1
    if unit.tag(p) == "PRELS" and unit.low(p) == "der":
        return unit.words[p], unit.words[p] + 1
    relative = unit.tag(p) == "PRELS" and unit.low(p) in {"die", "das", "welche", "welcher"}
    found = behind(unit, p + 1, fin)
    if relative and found is None:
        return unit.words[p], unit.words[p] + 1
    return found


def antecedent(unit: Unit, first: int) -> Range | None:
    """The noun phrase that ends right before the relative clause at ``first``."""
    before = first - 1
    while before >= 0 and unit.tag(before) not in NOUNS:
        if unit.form(before) != ",":
            return None
        before -= 1
    for start in range(max(0, before - 9), before + 1):
        if unit.tag(start) not in NOUNS | _BEFORE_NOUN:
            continue
        if unit.tag(start - 1) in _BEFORE_NOUN and start > max(0, before - 9):
            continue
        if noun_phrase(unit, start, before + 1, ATTRIBUTES) == before + 1:
            return unit.range(start, before + 1)
    return None


def agent(unit: Unit, pred: Predicate, fallback_in: bool = True) -> Range | None:
    """Who says in a passive: the phrase after *von*, *durch*, *seitens*; else a report after *in*, *aus*."""
    positions = [
        p for n in unit.clauses[pred.clause] for p in range(unit.segments[n].first, unit.segments[n].last)
    ]
    for prepositions, needs_noun in (
        ({"von", "vom", "durch", "seitens"}, False),
        ({"in", "im", "aus", "nach"}, True),
    ):
        for p in positions:
            if unit.low(p) in prepositions and unit.tag(p) in {"APPR", "APPRART"}:
                limit = next(s.last for s in unit.segments if s.first <= p < s.last)
                start = p + 1
                if unit.low(start) == "seiten":
                    start += 1
                end = noun_phrase(unit, start, limit, ATTRIBUTES)
                if end == start:
                    continue
                head = next((q for q in range(start, end) if unit.tag(q) in NOUNS), start)
                noun = noun_of(unit.form(head))
                if needs_noun and not (fallback_in and noun and noun.source):
                    continue
                return with_apposition(unit, start, end)
    return None


def object_of(unit: Unit, pred: Predicate, subject_span: Range | None) -> Range | None:
    """The first noun phrase behind the verb that is not the subject: whom *zitiert* quotes."""
    if pred.finite is None:
        return None
    p = pred.finite + 1
    limit = next(s.last for s in unit.segments if s.first <= pred.finite < s.last)
    while p < limit:
        if unit.tags[p] in {"APPR", "APPRART"}:
            p = max(p + 1, noun_phrase(unit, p + 1, limit))
            continue
        end = noun_phrase(unit, p, limit, ATTRIBUTES)
        if end > p:
            span = with_apposition(unit, p, end)
            if subject_span is None or not subject_span[0] <= span[0] < subject_span[1]:
                return span
        p = max(p + 1, end)
    return None
