"""Who says so in brackets behind the words: *Die Brücke wird gesperrt (so die Stadt)*, *(laut Polizei)*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import speakers
from lagebild.reading.speech.lexicon import noun_of, source_rule
from lagebild.reading.speech.parts import trim
from lagebild.reading.speech.units import Unit

_BEHIND: Final = [""] * 4
#: tokens of the longest phrase in brackets that names somebody
_LONGEST: Final = 12


def find(unit: Unit) -> list[SpeechFound]:
    """The words of a unit that ends in brackets with *so*, *laut* or *nach Angaben* and who says them."""
    words = unit.text.words
    stop = unit.stop
    while stop > unit.start and words[stop - 1] in {".", "!", "“"}:
        stop -= 1
    if stop <= unit.start or words[stop - 1] != ")":
        return []
    opened = next((i for i in range(stop - 2, max(unit.start, stop - _LONGEST), -1) if words[i] == "("), None)
    speaker = _named(unit, opened + 1, stop - 1) if opened is not None else None
    if opened is None or speaker is None or not any(s.finite is not None for s in unit.segments):
        return []
    quote = trim(unit, (unit.start, opened))
    cue = (opened + 1, opened + 2)
    return [SpeechFound("indirect", [quote], [speaker], [cue], [(opened, stop)], rule="source:brackets")]


def _named(unit: Unit, start: int, stop: int) -> Range | None:
    """Who is named from token ``start`` on, up to ``stop``."""
    text = unit.text
    tags, lows = text.tags[start:stop] + _BEHIND, text.lows[start:stop] + _BEHIND
    inner = Unit(text, start, stop, list(range(start, stop)), {}, [], tags, lows)
    rule = source_rule("laut")
    if lows[0] not in rule["before"] | {"so", "nach"}:
        return None
    end = speakers.noun_phrase(inner, 1, stop - start, speakers.ATTRIBUTES)
    if end < stop - start:
        return None  # *(laut Polizei 100)* tells something else
    head = next((text.words[i] for i in range(start + 1, start + end) if text.tags[i] == "NN"), "")
    noun = noun_of(head)
    return (start + 1, start + end) if lows[0] != "nach" or (noun is not None and noun.source) else None
