"""A Doc cut into units: its sentences, or several that one pair of quotation marks holds together."""

from __future__ import annotations

import itertools
from typing import Final

from lagebild.reading.speech.clauses import ZU_INSIDE, group, segments
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.zones import FINITE, OPENERS, Text, Zone

_BEHIND: Final = [""] * 4
_OPEN_SENTENCE: Final = OPENERS | {":", "…", "...", "-", "–", ".", "!", "?"}


def units(text: Text, zones: list[Zone]) -> list[Unit]:
    """The Doc cut into units, in order."""
    found: list[Unit] = []
    starts = [*text.starts, len(text.words)]
    inside = {i for z in zones for i in range(z.start + 1, z.stop)}
    zone_starts = {z.start for z in zones if z.whole}
    edges = [s for s in starts if s not in inside and not (s in zone_starts and _colon_before(text, s))]
    if not edges or edges[0] != 0:
        edges.insert(0, 0)
    at = 0
    for start, stop in itertools.pairwise(edges):
        own = []
        while at < len(zones) and zones[at].start < stop:
            own.append(zones[at])
            at += 1
        found.append(_unit(text, start, stop, own))
    return found


def _colon_before(text: Text, index: int) -> bool:
    while index > 0 and text.words[index - 1].isspace():
        index -= 1
    return index > 0 and text.words[index - 1] == ":"


def _unit(text: Text, start: int, stop: int, zones: list[Zone]) -> Unit:
    forms = text.words
    zone_at = {z.start: z for z in zones if z.whole}
    if zones or not text.unread.isdisjoint(range(start, stop)):
        words = _words(text, start, stop, zones, zone_at)
        tags = ["QUOTE" if i in zone_at else text.tags[i] for i in words]
        lows = [text.lows[i] for i in words]
    else:
        words = list(range(start, stop))
        tags, lows = text.tags[start:stop], text.lows[start:stop]
    named = [z for z in zones if not z.whole and z.stop < stop and text.tags[z.stop] in FINITE]
    for p, tag in enumerate(tags):
        if tag in FINITE:
            form, i = forms[words[p]], words[p]
            tags[p] = _checked(form, lows[p], tag, p > 0 and forms[i - 1] not in _OPEN_SENTENCE)
            if named and any(z.start < i < z.stop for z in named):
                tags[p] = "NE"  # *der Verein „Berlin hilft“ sagte*
    unit = Unit(text, start, stop, words, zone_at, zones, tags + _BEHIND, lows + _BEHIND)
    unit.segments = segments(unit)
    group(unit)
    return unit


def _checked(form: str, low: str, tag: str, inside: bool) -> str:
    """The tag of what is taken for a finite verb, by its form: *Reporter Will Grant*, *ver.di-Chefin*, *stattzugeben*."""
    if inside and form[0].isupper():
        return "NE"
    if "-" in form and form[form.rindex("-") + 1 :][:1].isupper():
        return "NN"
    return "VVIZU" if "zu" in low and ZU_INSIDE.match(low) else tag


def _words(text: Text, start: int, stop: int, zones: list[Zone], zone_at: dict[int, Zone]) -> list[int]:
    """The tokens of a unit that are read: no brackets with what they hold, no marks, quotations as one."""
    forms, unread = text.words, text.unread
    marks = {i for z in zones if not z.whole for i in (z.start, z.stop - 1)}
    words: list[int] = []
    i = start
    while i < stop:
        if i in zone_at:
            words.append(i)
            i = zone_at[i].stop
            continue
        if forms[i] in {"(", "["}:
            close = next((j for j in range(i + 1, min(stop, i + 40)) if forms[j] in {")", "]"}), None)
            if close is not None:
                i = close + 1
                continue
        if i not in marks and i not in unread:
            words.append(i)
        i += 1
    return words
