"""The country of the place that opens a sentence: *In Rom stimmte das Kabinett zu* is Italy's, whoever was told of."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors.cities import CITY_NAMES
from lagebild.reading.actors.scene import Scene

_IN: Final = frozenset({"in", "im"})
_BEFORE: Final = frozenset({"auch", "und", "doch", "selbst", "nur"})
#: Tags of the finite verb right behind the place, and what ends the clause that it opens.
_FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_ENDS: Final = frozenset({",", ":", ";", "–", "(", "„", '"'})
#: What is told of those who meet, also in a country of which they are not: *In Genf verhandelte die Regierung*.
_MEETING: Final[tuple[str, ...]] = (
    "verhand", "treffen", "traf", "trifft", "getroffen", "einig", "verständig", "unterzeichn", "gespräch", "konferenz",
    "gipfel", "friede", "empfing", "empfang",
)  # fmt: skip
_AND: Final = frozenset({"und", "sowie"})


def opening_country(doc: Words, scene: Scene, token: int) -> str | None:
    """The country of the place with which the sentence of the token begins, where the token is in the same clause; None for
    any other sentence, for one that tells of a meeting, and for a city in which those of many states meet."""
    country, verb = opens_at(doc, scene, scene.sentences.of(token))
    return country if verb < token and _ENDS.isdisjoint(doc.words[verb:token]) else None


def opens_at(doc: Words, scene: Scene, number: int) -> tuple[str | None, int]:
    """The country of the place that begins a sentence, and the verb behind it: *In Israel war der Tausch umstritten*."""
    start, end = scene.sentences.first(number), scene.sentences.first(number + 1)
    if start < end and doc.lowers[start] in _BEFORE:
        start += 1
    if start + 2 >= end or doc.lowers[start] not in _IN or _meets(doc, start, end):
        return None, end
    stop, country = scene.begins.get(start + 1, (end, None))
    if stop >= end:
        return None, end
    tells = doc.words[start + 1] not in CITY_NAMES and doc.tags[stop] in _FINITE
    return country if tells else None, stop


def _meets(doc: Words, start: int, end: int) -> bool:
    return any(word.find(stem) >= 0 for word in doc.lowers[start:end] for stem in _MEETING)


def one_of_two(doc: Words, start: int, token: int) -> bool:
    """Whether the phrase is joined to another, *Regierung und Rebellen*: they may meet anywhere."""
    return doc.lowers[start - 1] in _AND or (token + 1 < len(doc) and doc.lowers[token + 1] in _AND)
