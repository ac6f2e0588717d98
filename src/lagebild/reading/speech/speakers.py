"""The phrases that name who speaks or hears.

Their spans follow the news quotation data: the noun phrase with its article, genitives, brackets and
apposition, without relative clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.reading.analysis import Range
from lagebild.reading.speech.labels import is_label
from lagebild.reading.speech.units import Unit

#: prepositions whose phrases belong to a noun phrase of somebody who speaks
ATTRIBUTES: Final = frozenset({"von", "vom", "für", "aus"})
#: prepositions that may belong to the name of a document
WIDE: Final = ATTRIBUTES | {"in", "im", "auf", "an", "zu", "zur", "zum", "über"}
DETERMINERS: Final = {"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"}
NOUNS: Final = {"NN", "NE", "FM", "XY"}
PRONOUNS: Final = {"PPER", "PDS", "PIS", "PPOSS", "PWS"}
BEFORE_NOUN: Final = DETERMINERS | {"ADJA", "CARD", "TRUNC"}
GENITIVE: Final = {
    "des", "der", "eines", "einer", "dieses", "dieser", "ihres", "ihrer", "seines", "seiner", "unserer", "mehrerer",
    "zweier", "dreier", "aller", "beider", "vieler", "einiger", "jener", "deren", "dessen", "welcher",
}  # fmt: skip
TIMES: Final = {
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "morgen", "abend",
    "woche", "tag", "tage", "monat", "jahr", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august",
    "september", "oktober", "november", "dezember", "minuten", "stunden", "mal",
}  # fmt: skip
#: *Ende vergangenen Jahres*, *Mitte Mai*
PARTS_OF_TIMES: Final = {"anfang", "mitte", "ende"}
#: what an attribute between article and participle begins with: *der im Mai gewählte*, *die das Unglück überlebende*,
#: *der als gemäßigt geltende*
_IN_ATTRIBUTE: Final = {"APPR", "APPRART", "ART", "PRF", "PDS", "PPER", "KOKOM"}
#: what may stand between an article and its adjective: *nicht genannte, sehr große Firmen*
_BEFORE_ADJECTIVE: Final = {"ADV", "PTKNEG"}


#: what a company's name ends with: *die Berger Kreuzfahrten GmbH*
_COMPANIES: Final = {"ag", "gmbh", "kg", "se", "co", "inc", "ltd"}


#: what opens two phrases in one, and what stands between them: *sowohl der Rat als auch die Stadt*
BOTH: Final = {"sowohl"}
_AND_ALSO: Final = {"als", "wie"}


def _both(unit: Unit, first: int, limit: int, attributes: frozenset[str]) -> int:
    """The position after *sowohl … als auch …*; of the first alone where a comma parts them."""
    end = noun_phrase(unit, first + 1, limit, attributes)
    middle = (p for p in range(end, limit) if unit.lows[p] in _AND_ALSO and unit.lows[p + 1] == "auch")
    start = next(middle, limit) + 2
    stop = noun_phrase(unit, start, limit, attributes) if start < limit else start
    return stop if stop > start else end if end > first + 1 else first


def noun_phrase(unit: Unit, first: int, limit: int, attributes: frozenset[str] = frozenset()) -> int:
    """The position after the noun phrase that begins at ``first``; ``first`` itself where none does.

    ``attributes`` are the prepositions whose phrases belong to it (*Sprecher von Greenpeace*).
    """
    p = first
    if unit.lows[p] in BOTH:
        return _both(unit, p, limit, attributes)
    owned = unit.lows[p] in {"dessen", "deren"} and unit.tags[p + 1] in NOUNS | {"ADJA"}
    if (unit.tags[p] in PRONOUNS and not owned) or _one_of(unit, p):
        if (
            (_one_of(unit, p) or (unit.tags[p] == "PIS" and unit.lows[p] != "man"))
            and unit.lows[p + 1] in GENITIVE | {"von"}
            and p + 1 < limit
        ):
            end = noun_phrase(unit, p + 1 + (unit.lows[p + 1] == "von"), limit)
            return max(p + 1, end)
        return p + 1
    p = first + 1 if owned and unit.tags[first] in PRONOUNS else first
    p = _to_noun(unit, p, limit)
    start_of_nouns = p
    while p < limit and (
        (
            unit.tags[p] in NOUNS
            and not (p > start_of_nouns and (_another(unit, p, first) or _time_beside(unit, p)))
        )
        or (p == start_of_nouns + 1 and _owner(unit, p))
        or (p > start_of_nouns and unit.tags[p] == "CARD" and _number_of_name(unit, p))
    ):
        p += 1
    if p == start_of_nouns:
        if p > first and unit.tags[p - 1] in {"ADJA", "CARD", "PIAT", "PIDAT", "PDAT"}:
            return p
        return first
    at = unit.text.actor_at
    if p < limit and unit.tags[p] == "APPR":
        while p < limit and unit.words[p] in at and at[unit.words[p]] is at.get(unit.words[p] - 1):
            p += 1  # *Ärzte ohne Grenzen*
    return _extend(unit, p, limit, attributes)


def _to_noun(unit: Unit, first: int, limit: int) -> int:
    """Over articles, adjectives and numbers, with what belongs to them, to where the nouns begin."""
    p = first
    while p < limit and (
        _measured(unit, p)
        or (unit.tags[p] in BEFORE_NOUN and (p == first or unit.tags[p] != "ART"))
        or (unit.tags[p] in _BEFORE_ADJECTIVE and unit.tags[p + 1] in {"CARD", "ADJA"})
        or (unit.tags[p : p + 3] == ["ADV", "ADV", "ADJA"] and p == first + 1)
        or (unit.tags[p] == "PTKNEG" and unit.tags[p + 1] in {"ADJD", "ADV"} and unit.tags[p + 2] == "ADJA")
        or (unit.tags[p] == "ADJD" and p > first and unit.tags[p + 1] == "ADJA")
    ):
        p += 3 if _measured(unit, p) else 1
        if unit.lows[p] in {"und", "oder", "bis"} and (
            unit.tags[p - 1] == "TRUNC" or (unit.tags[p + 1] in BEFORE_NOUN and unit.tags[p - 1] != "ART")
        ):
            p += 1
    if p == first + 1 and unit.tags[p] in _IN_ATTRIBUTE and unit.tags[first] in DETERMINERS:
        ahead = next((q for q in range(p, min(limit, p + 14)) if unit.tags[q] == "ADJA" and q > p + 1), None)
        if ahead is not None and unit.tags[ahead + 1] in NOUNS | {"ADJA"}:
            p = ahead + 1
            while p < limit and unit.tags[p] == "ADJA":
                p += 1
    return p


def _measured(unit: Unit, p: int) -> bool:
    """Whether a measure of an adjective begins at ``p``: *der 64 Jahre alte Mann*, *der 330 Seiten starke Bericht*."""
    return unit.tags[p : p + 3] == ["CARD", "NN", "ADJA"] and unit.tags[p + 3] in NOUNS


def _one_of(unit: Unit, p: int) -> bool:
    """*Einer der Zeugen*: a pronoun that may be taken for an article."""
    return (
        unit.tags[p] in {"ART", "PIS"}
        and unit.lows[p] in {"einer", "eine", "eines"}
        and unit.lows[p + 1] in {"der", "dieser"}
    )


def noun_phrases(unit: Unit, first: int, limit: int) -> Iterator[tuple[int, int]]:
    """The noun phrases from ``first`` on, first position and the one after; those of prepositions are passed over."""
    p = first
    while p < limit:
        if unit.tags[p] in {"APPR", "APPRART"}:
            p = max(p + 1, noun_phrase(unit, p + 1, limit))
            continue
        end = noun_phrase(unit, p, limit, ATTRIBUTES)
        if end > p:
            yield p, end
        p = max(p + 1, end)


#: relations of what a verb has beside its subject
_BESIDE: Final = {"obj", "iobj", "obl", "obl:arg", "nsubj", "nsubj:pass"}


def _of_verb(unit: Unit, p: int, first: int) -> bool:
    """Whether the tree gives the noun at ``p`` to a verb, apart from the phrase that begins at ``first``.

    *fordern die Verbände Bürger auf, sagte ein Sprecher der Armee der Presse*
    """
    text, at = unit.text, unit.words[p]
    start, head = unit.words[first], text.heads[at]
    if text.doc[at].dep_ not in _BESIDE or start <= head < at or not text.tags[head].startswith("V"):
        return False
    return all(text.heads[i] != at for i in range(start, at) if text.tags[i] in NOUNS)


def _dative(unit: Unit, p: int, end: int) -> bool:
    """Whether the phrase from ``p`` on is an object and no genitive: *wirft der Verband der Stadt vor*."""
    head = next((q for q in range(p, end) if unit.tags[q] in NOUNS), None)
    return head is not None and unit.text.doc[unit.words[head]].dep_ in {"iobj", "obj", "obl:arg"}


def _another(unit: Unit, p: int, first: int) -> bool:
    """Whether the noun at ``p`` is no part of the name before it: *laut Reuters Warnschüsse*."""
    at = unit.text.actor_at
    here, before = at.get(unit.words[p]), at.get(unit.words[p - 1])
    if unit.tags[p] == "NN" and (here is None or here is not before) and _of_verb(unit, p, first):
        return True
    if (
        here is not None
        and before is not None
        and here is not before
        and "person" not in {here.kind, before.kind}
    ):
        return unit.tags[p - 1] == "NN"  # *weil die Regierung Georgien lobte*
    if unit.tags[p] != "NN" or here is not None or unit.lows[p + 1] in _COMPANIES:
        return False
    return "Number=Plur" in unit.morph(p)


def _owner(unit: Unit, p: int) -> bool:
    """Whether an adjective follows a name in the genitive: *Hamburgs Erster Bürgermeister*."""
    name = unit.tags[p - 1] == "NE" and unit.lows[p - 1].endswith("s")
    return name and unit.tags[p] == "ADJA" and unit.tags[p + 1] == "NN"


def _time_beside(unit: Unit, p: int) -> bool:
    """Whether a time is no part of a name: *sagte am Dienstag Karl Berger*, *sagte Karl Berger Mitte Mai*."""
    if unit.lows[p] in PARTS_OF_TIMES:
        return unit.lows[p + 1] in TIMES or unit.tags[p + 1] == "CARD"
    return unit.tags[p] == "NE" and unit.lows[p - 1] in TIMES


def _extend(unit: Unit, p: int, limit: int, attributes: frozenset[str]) -> int:
    """Genitives, attributes and conjuncts behind the noun at ``p - 1``."""
    while p < limit:
        tag, low = unit.tags[p], unit.lows[p]
        named = unit.tags[p - 1] == "NE"
        owner = tag in DETERMINERS or _one_of(unit, p)
        genitive = low in GENITIVE and owner and not named and not _masculine(unit, p, limit)
        if genitive or (tag == "ADJA" and low.endswith("er") and not named):
            end = noun_phrase(unit, p, limit, attributes)
            if genitive and end > p and _dative(unit, p, end):
                end = p
        elif low in attributes and tag in {"APPR", "APPRART"} and (not named or _of(unit, p)):
            end = noun_phrase(unit, p + 1, limit, attributes)
            end = p if end == p + 1 or _aside(unit, p, end) else end
        elif low in {"und", "sowie", "oder", "&"} and unit.tags[p - 1] in NOUNS:
            end = noun_phrase(unit, p + 1, limit, attributes)
            end = p if end == p + 1 or unit.tags[p + 1] in PRONOUNS else end
        elif unit.zones and unit.tags[p - 1] == "NN":
            end = _name_in_marks(unit, p, limit)
        else:
            break
        if end <= p:
            break
        p = end
    return p


def _number_of_name(unit: Unit, p: int) -> bool:
    """Whether a number belongs to the noun before it: *Artikel 65*, *Bayer 04 Leverkusen*; not *nach Angaben 2011*."""
    year = unit.lows[p].isdigit() and unit.lows[p][:2] in {"19", "20"} and len(unit.lows[p]) == 4
    if year and "Number=Plur" in unit.morph(p - 1):
        return False
    club = unit.lows[p].startswith("0") and unit.tags[p + 1] == "NE"
    return club or unit.tags[p + 1] not in NOUNS | {"ADJA"}


def _aside(unit: Unit, p: int, end: int) -> bool:
    """Whether the phrase with the preposition at ``p`` says when, why or whence: *für die nächste Woche, aus Protest*."""
    low = unit.lows[p]
    if low == "für":
        counted = unit.tags[p + 1] == "CARD" and unit.tags[p + 2] in NOUNS | {"ADJA"}
        return unit.lows[end - 1] in TIMES or counted
    if low == "aus":
        return unit.lows[end - 1].endswith(_REASONS) or unit.tags[p + 1] == "PPOSAT"
    return low == "vom" and unit.lows[end] == "bis"


#: what something is done out of
_REASONS = ("gründen", "protest", "sorge", "angst", "anlass", "furcht", "rücksicht", "solidarität")


def _of(unit: Unit, p: int) -> bool:
    """Whether *von* at ``p`` behind a name belongs to it: *Berger von der Bahn*, but *laut Polizei von rund 20*."""
    return unit.lows[p] in {"von", "vom"} and unit.tags[p + 1] not in {"ADV", "CARD"}


def _name_in_marks(unit: Unit, p: int, limit: int) -> int:
    """The position after the name in quotation marks that begins at ``p``: *das Magazin „Der Spiegel“*; else ``p``."""
    before = unit.words[p] - 1
    zone = next((z for z in unit.zones if z.start == before and not z.whole), None)
    if zone is None or not is_label(unit, zone):
        return p
    return next((q for q in range(p, limit) if unit.words[q] >= zone.stop), limit)


_FEMININE: Final[tuple[str, ...]] = ("in", "ung", "heit", "keit", "schaft", "tät", "ion", "ei", "en")


def _masculine(unit: Unit, p: int, limit: int) -> bool:
    """Whether *der, einer* at ``p`` stands before a masculine singular and so opens no genitive."""
    if not unit.lows[p].endswith("er"):
        return False
    head = next((q for q in range(p + 1, min(limit, p + 6)) if unit.tags[q] in {"NN", "NE"}), None)
    if head is None or unit.lows[head].endswith(_FEMININE):
        return False
    morph = unit.morph(head)
    if unit.lows[p] == "der" and head == p + 1 and unit.lows[head].endswith("er"):
        return unit.tags[p - 1] != "NN"  # *der Trainer der Frankfurter*
    return "Gender=Masc" in morph and "Number=Sing" in morph


def with_apposition(unit: Unit, first: int, last: int) -> Range:
    """The phrase with the appositions that commas set off behind it."""
    stop = last
    segments = unit.segments
    here = next((n for n, s in enumerate(segments) if s.first < last <= s.last), None)
    if here is not None and stop == segments[here].last and here + 1 < len(segments):
        following = segments[here + 1]
        if unit.resumed(here) == here + 1:
            return unit.range(first, stop)
        tags = [unit.tags[p] for p in range(following.first, following.last)]
        if (
            following.before == ","
            and following.kind == "fragment"
            and tags[0] in NOUNS | DETERMINERS | {"ADJA", "CARD"}
            and not any(t.startswith("V") or t in {"QUOTE", "PRF"} for t in tags)
        ):
            end = noun_phrase(unit, following.first, following.last, ATTRIBUTES)
            goes_on = any(t in {"ADV", "PROAV"} for t in tags) or tags[-1] in {"ADJD", "PTKVZ"}
            dated = any(unit.lows[p] in TIMES for p in range(end, following.last))
            stop = end if (goes_on or dated) and end > following.first else following.last
    return unit.range(first, stop)
