"""Adjectives of towns and regions: of which country it is whatever they stand before.

*das Kölner Verwaltungsgericht*, *der New Yorker Staatsanwalt*, *das bayerische Innenministerium*.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from lagebild import lexicon
from lagebild.language.memo import Memo
from lagebild.language.tokens import Token, Words, sentences_back
from lagebild.reading.actors.cities import place_key
from lagebild.reading.actors.forms import adjective_stems, fold
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.analysis import PlaceFound
from lagebild.reading.places.atlas import Atlas

#: A town of no list of ours has so many inhabitants at least: smaller ones are rather surnames.
_TOWN: Final = 100_000
#: How *dortig* begins, and how many sentences before its own may name the place.
_THERE: Final = "dortig"
_BACK: Final = 1
#: Parts of the compass before the adjective of a state, and the one that is then of a part of the world.
_COMPASS: Final[tuple[str, ...]] = (
    "nordost", "nordwest", "südost", "südwest", "nord", "süd", "ost", "west", "zentral", "ober",
)  # fmt: skip
_OF_THE_WORLD: Final = frozenset({"amerikanisch"})
#: What a name has in place of *-er*: *Köln*, *Bremen*, *Halle*.
_NAMES: Final[tuple[str, ...]] = ("", "en", "e")


def local_adjectives(doc: Words, atlas: Atlas, places: Iterable[PlaceFound]) -> dict[int, str]:
    """Token → the country (alpha-3) of the town or region that the adjective there is made of, or takes up."""
    tags, words = doc.tags, doc.words
    found: dict[int, str] = {}
    for i, tag in enumerate(tags):
        if tag != "ADJA" or i + 1 == len(words):
            continue
        large = words[i][:1].isupper()
        if large and i and words[i - 1][:1].isupper():
            country = _of_name(atlas, f"{words[i - 1]} {words[i]}")
            if country is not None:
                found[i - 1] = found[i] = country
                continue
        if words[i].lower().startswith(_THERE):
            country = _named_before(doc[i], places)
        else:
            country = _listed(words[i]) or (_of_name(atlas, words[i]) if large else None)
        if country is not None:
            found[i] = country
    return found


def _named_before(adjective: Token, places: Iterable[PlaceFound]) -> str | None:
    """The country of the last place before *dortig*: *reiste nach Mali, wo er die dortige Regierung traf*."""
    first, last, country = sentences_back(adjective, _BACK), -1, None
    for place in places:
        for start, _ in place.mentions:
            if max(first, last + 1) <= start < adjective.i:
                last, country = start, place.country
    return country


@cache
def _lines() -> dict[str, str]:
    rows = lexicon.table("places/adjectives.tsv", ["adjective", "country"])
    return {row["adjective"]: row["country"] for row in rows}


def _listed(word: str) -> str | None:
    return _LISTED.of(word)


def _find_listed(word: str) -> str | None:
    lines, stems = _lines(), adjective_stems(word.lower())
    listed = next((lines[s] for s in (word, *stems) if s in lines), None)
    return listed or next((c for s in stems if (c := _of_part(s)) is not None), None)


def _of_part(stem: str) -> str | None:
    """The country of which the adjective names a part: *ostukrainisch*, *nordsyrisch*; not *nordkoreanisch*, a state."""
    states = gazetteer().adjectives
    part = next((part for part in _COMPASS if stem.startswith(part)), None)
    if part is None or fold(stem) in states:
        return None
    rest = stem.removeprefix(part)
    entry = states.get(fold(rest)) if rest not in _OF_THE_WORLD else None
    return entry.country if entry is not None and entry.kind == "state" else None


_LISTED: Final = Memo(_find_listed, 8192)


@lru_cache(maxsize=8192)
def _of_name(atlas: Atlas, word: str) -> str | None:
    if not word.endswith("er"):
        return None
    for ending in _NAMES:
        spots = atlas.spots(place_key(word[:-2] + ending))
        known = [spot for spot in spots if spot.listed or (spot.population >= _TOWN and not spot.alias)]
        if known:
            return max(known, key=lambda spot: spot.population).country
    return None
