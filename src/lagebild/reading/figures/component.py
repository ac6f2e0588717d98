"""The component: every number of an article with its unit, what it measures and the event it belongs to."""

from __future__ import annotations

import itertools
from functools import cache
from typing import Final

from spacy.tokens import Doc

from lagebild.language.clause import Clause
from lagebild.language.de.noun_phrases import genitive, phrase, preposition
from lagebild.language.memo import Memo
from lagebild.language.tokens import Token, Words, sentence, words_of
from lagebild.lexicon import table
from lagebild.reading.analysis import EventFound, FigureFound, Range
from lagebild.reading.figures.numbers import in_compound, multipliers, value_of

_VAGUE: Final = frozenset(
    ["mehrere", "mehreren", "einige", "einigen", "viele", "vielen", "wenige", "wenigen", "paar"]
)
_SIGNS: Final = frozenset(["$", "€", "£"])
_ONE: Final = frozenset(["ein", "eine", "einer", "einem", "einen"])
_LINK: Final = frozenset(["bis", "und", "oder", "-", "–", "gegen", "zu"])
#: What joins a bare number to the figure before it, and what may stand between both.
_JOINS: Final = frozenset([",", "und", "oder", "sowie", ";"])
_NUMBERS: Final = frozenset(["Zahl", "Anzahl"])
#: Steps up the tree at which the search for the event of a figure ends.
_HIGHEST: Final = 8


class Lists:
    """The word lists of figures."""

    def __init__(self) -> None:
        self.units = {row["form"]: row["unit"] for row in table("figures/units.tsv", ("form", "unit"))}
        self.approx = tuple(tuple(row["words"].split()) for row in table("figures/approx.tsv", ("words",)))
        self.labels = _column("labels")
        self.time = _column("span_of_time")
        self.measured = _column("measured")
        self.adjectival = tuple(_column("adjectival"))


def _column(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table(f"figures/{name}.tsv", ("word",)))


@cache
def lists() -> Lists:
    """The lists, read at first use."""
    return Lists()


class Figures:
    """Finds numbers that measure or count something (sets ``doc._.figures``).

    Left out: dates, times, ages and spans of time (the times step tells them), ordinals, years,
    and numbers that are names (*Artikel 5*, *Resolution 1718*).
    """

    def __call__(self, doc: Doc) -> Doc:
        words = words_of(doc)
        taken = {i for time in words._.times for i in range(time.start, time.stop)}
        found: list[FigureFound] = []
        end = 0
        for i, word in enumerate(words.words):
            if i < end or i in taken or not _may_begin(word):
                continue
            made = _figure(words, i, taken)
            if made is not None:
                found.append(made)
                end = made.range[1]
        _share_units(words, found)
        _join(words, found)
        doc._.figures = found
        return doc


def _may_begin(word: str) -> bool:
    """Whether a figure may begin with the word: a number, a sign of money, or the article of *eine Million*."""
    return _MAY_BEGIN.of(word)


def _find_may_begin(word: str) -> bool:
    return (
        word in _SIGNS or word.lower() in _ONE or value_of(word) is not None or in_compound(word) is not None
    )


_MAY_BEGIN: Final = Memo(_find_may_begin)


def _figure(doc: Words, i: int, taken: set[int]) -> FigureFound | None:
    """The figure that begins at token `i`, if one does."""
    token = doc[i]
    if (amount := in_compound(token.text)) is not None:
        unit = lists().units.get(amount[1])
        return FigureFound((i, i + 1), amount[0], unit, _approximate(doc, i), (i, i + 1)) if unit else None
    before = doc[i - 1] if i else None
    begin = i
    if token.text in _SIGNS and i + 1 < len(doc) and value_of(doc[i + 1].text) is not None:
        sign: Token | None = token
        i += 1
        token = doc[i]
    else:
        sign = before if before is not None and before.text in ("US-$", "EUR", "USD") else None
    value = value_of(token.text)
    end = i + 1
    one = value is None and token.lower_ in _ONE
    if value is None and not (one and end < len(doc) and doc[end].text in multipliers()):
        return None
    value = 1.0 if value is None else value
    times = multipliers().get(doc[end].text) if end < len(doc) else None
    if times is not None:
        value *= times
        end += 1
    if end < len(doc) and end in taken:
        return None
    unit, stop, noun = _unit(doc, end)
    if sign is not None and unit is None:
        unit, stop, noun = lists().units.get(sign.text), end, None
    if _is_name(doc, begin, end, stop, unit, times is not None):
        return None
    if unit is None:
        unit, of = _number_of(doc, begin)
    else:
        of = _of(doc, noun if noun is not None else token, unit, stop)
    approximate = _approximate(doc, begin) and not _amounts_to(doc, begin, of)
    return FigureFound((begin, stop), value, unit, approximate, of)


def _amounts_to(doc: Words, begin: int, of: Range | None) -> bool:
    """Whether *über* says how much the thing before it is worth: *ein Kredit über 3 Millionen Euro*."""
    if of is None or of[1] != begin - 1 or doc[begin - 1].lower_ != "über":
        return False
    return all(i not in doc._.actor_at for i in range(*of))


def _number_of(doc: Words, begin: int) -> tuple[str | None, Range | None]:
    """What a bare number counts whose sentence says of what it is the number: *die Zahl der Toten stieg auf 1.200*."""
    before = doc[begin - 1] if begin else None
    if before is None or not (before.tag_ == "APPR" or before.tag_[:1] == "V" or _approximate(doc, begin)):
        return None, None
    for i in range(begin - 1, sentence(doc[begin]).start - 1, -1):
        counted = genitive(doc[i]) if doc[i].text in _NUMBERS else None
        if counted is not None:
            return _counted(counted), phrase(doc[i])
    return None, None


def _unit(doc: Words, end: int) -> tuple[str | None, int, Token | None]:
    """Unit, end of the figure and its noun: the measure or the counted noun behind the number."""
    known = lists()
    if end >= len(doc) or doc[end].is_sent_start:
        return None, end, None
    token = doc[end]
    unit = known.units.get(token.text)
    if unit is not None:
        return unit, end + 1, token
    at = end
    while at < len(doc) and at < end + 5 and not doc[at].is_sent_start:
        token = doc[at]
        if token.tag_ == "NN" or (token.pos_ == "NOUN" and token.tag_ != "ADJA"):
            unit = known.units.get(token.text)
            return (unit or _counted(token)), at + 1, token
        if token.tag_ not in ("ADJA", "ADV", "ADJD", "CARD", "TRUNC", "KON") and token.text != ",":
            break
        if token.tag_ in ("ADV", "ADJD", "KON") and at == end:
            break
        at += 1
    return None, end, None


def _counted(noun: Token) -> str:
    """The unit that a counted noun is: its lemma, of one that bends like an adjective the form with *-er*."""
    stem = noun.text[:-2] if noun.text.endswith(("en", "er", "em")) else noun.text.removesuffix("e")
    if stem != noun.text and noun.tag_ == "NN" and stem.lower().endswith(lists().adjectival):
        return stem + "er"
    return noun.lemma_ or noun.text


def _is_name(doc: Words, begin: int, end: int, stop: int, unit: str | None, multiplied: bool) -> bool:
    """Whether the number is a year, a time, an age, or part of a name rather than a figure."""
    known = lists()
    token = doc[begin]
    if begin and doc[begin - 1].lower_ in _VAGUE:
        return True  # mehrere hundert: no number is said
    before = doc[begin - 1].text if begin and not token.is_sent_start else ""
    if before in known.labels or (before[-1:] in ("-", "/", ":") and len(before) > 1):
        return True
    if unit is not None and (unit in known.time or doc[stop - 1].lemma_ in known.time):
        return True
    after = doc[stop].text if stop < len(doc) else ""
    if after in known.time or after.lower() in ("alt", "uhr", "jährige", "jährigen"):
        return True
    if unit is None and not multiplied:
        digits = token.text.isdigit()
        if digits and len(token.text) == 4 and 1000 <= int(token.text) <= 2200:
            return True
        if digits and begin and doc[begin - 1].tag_ in ("NE", "NN") and not token.is_sent_start:
            return True
        if not token.text[0].isdigit():
            return True  # a bare number word counts nothing that is named: die zwei, alle drei
        if after in (".", "/", ":") and stop + 1 < len(doc) and doc[stop + 1].text[:1].isdigit():
            return True
    return False


def _approximate(doc: Words, begin: int) -> bool:
    words = [doc[i].lower_ for i in range(max(sentence(doc[begin]).start, begin - 2), begin)]
    return any(tuple(words[-len(phrase) :]) == phrase for phrase in lists().approx if words)


def _of(doc: Words, noun: Token, unit: str | None, stop: int) -> Range | None:
    """What the figure measures, as written."""
    measures = unit is not None and unit in lists().units.values()
    if not measures:
        return None
    nxt = doc[stop] if stop < len(doc) and not doc[stop].is_sent_start else None
    if nxt is not None and nxt.tag_ == "ADJA" and nxt.lemma_.lower().rstrip("en") in _stems():
        head = next((t for t in doc.tokens[stop : min(stop + 5, len(doc))] if t.tag_ == "NN"), None)
        return phrase(head) if head is not None and phrase(head)[0] > stop else _alone(head)
    own = genitive(noun)
    if own is not None and own.i >= stop:
        return phrase(own)
    if nxt is None:
        return None
    if nxt.tag_ in ("ART", "PPOSAT", "PDAT") and nxt.lower_ in (
        "der",
        "des",
        "dieser",
        "seiner",
        "ihrer",
        "aller",
    ):
        head = next((t for t in doc.tokens[stop : min(stop + 7, len(doc))] if t.tag_ in ("NN", "NE")), None)
        return (stop, head.i + 1) if head is not None else None
    if nxt.tag_ in ("NN", "NE") and unit != "percent":
        return phrase(nxt)
    if nxt.lower_ in ("von", "vom", "an") and unit in ("percent", "permille"):
        head = next((t for t in doc.tokens[stop : min(stop + 6, len(doc))] if t.tag_ in ("NN", "NE")), None)
        return phrase(head) if head is not None else None
    return _in_height(doc, noun)


def _in_height(doc: Words, noun: Token) -> Range | None:
    """*Militärhilfe in Höhe von 5 Milliarden Euro*, *ein Kredit über 3 Millionen Euro*."""
    case = preposition(noun)
    if case is None or case.lower_ not in ("von", "über"):
        return None
    head = noun.head
    if head.lemma_ == "Höhe" or head.text == "Höhe":
        head = head.head
    return phrase(head) if head.tag_ == "NN" and head.i < case.i else None


def _alone(head: Token | None) -> Range | None:
    return (head.i, head.i + 1) if head is not None else None


@cache
def _stems() -> frozenset[str]:
    return frozenset(word.rstrip("en") for word in lists().measured)


def _share_units(doc: Words, found: list[FigureFound]) -> None:
    """*10 bis 20 Prozent*: the first number has the unit of the second."""
    for first, second in itertools.pairwise(found):
        gap = [doc[i].text for i in range(first.range[1], second.range[0])]
        if first.unit is None and len(gap) == 1 and gap[0] in _LINK:
            first.unit, first.of = second.unit, second.of
        elif (
            second.unit is None and first.unit not in lists().units.values() and _goes_on(doc, first, second)
        ):
            second.unit = first.unit


def _goes_on(doc: Words, first: FigureFound, second: FigureFound) -> bool:
    """Whether a bare number before a verb counts what the figure before it did: *17 Menschen getötet und 30 verletzt*."""
    start, stop = second.range
    if stop >= len(doc) or sentence(doc[first.range[0]]).start != sentence(doc[start]).start:
        return False
    while start > first.range[1] and doc[start - 1].tag_ not in ("KON", "$,", "$.") and second.approx:
        start -= 1
    joined = start > first.range[1] and doc[start - 1].text in _JOINS
    return joined and (doc[stop].tag_[:2] in ("VV", "VA") or doc[stop].tag_ in ("ADJD", "PROAV"))


def _join(doc: Words, found: list[FigureFound]) -> None:
    """Give each figure the event of its phrase, else the nearest of its clause."""
    events: list[EventFound] = doc._.events
    if not events or not found:
        return
    clauses: list[Clause] = [*doc._.clauses, *doc._.infinitives]
    clause_of = {i: n for n, c in enumerate(sorted(clauses, key=lambda c: -len(c.tokens))) for i in c.tokens}
    by_word = {i: event for event in events for start, end in event.trigger for i in range(start, end)}
    for figure in found:
        figure.event = _said_of(doc[figure.range[1] - 1], by_word)
        if figure.event is not None:
            continue
        near = [
            (abs(start - figure.range[0]), n)
            for n, event in enumerate(events)
            for start, end in event.trigger[:1]
            if clause_of.get(start) == clause_of.get(figure.range[0])
            and sentence(doc[start]) == sentence(doc[figure.range[0]])
        ]
        if near:
            figure.event = events[min(near)[1]]


def _said_of(last: Token, events: dict[int, EventFound]) -> EventFound | None:
    """The event of the word that the figure hangs on: *kürzt die Hilfe um 10 Prozent* measures the cut."""
    token, within = last, sentence(last)
    for _ in range(_HIGHEST):
        if token.head.i == token.i or token.head.i not in within:
            return None
        token = token.head
        if token.i in events:
            return events[token.i]
    return None
