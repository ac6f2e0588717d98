"""Finds the places of a Doc: which names mean a place here, and which place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.memo import Memo
from lagebild.language.tokens import Words
from lagebild.reading.actors.cities import CITY_NAMES, place_key
from lagebild.reading.actors.forms import fold, nominatives
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.actors.names import is_place
from lagebild.reading.actors.scan import Scan, names_treaty
from lagebild.reading.places.atlas import Atlas, Spot, part_of_state

#: Prepositions behind which a bare name is a place.
_PREPOSITIONS: Final = frozenset(
    {"in", "im", "nach", "aus", "bei", "nahe", "ab", "bis", "unweit", "von", "um", "vor"}
)
_TO_AND_FROM: Final = frozenset({"nach", "aus"})
_BETWEEN: Final = frozenset({"der", "dem", "den", "die", "das"})
#: What stands between a part of a land and its name, and the prepositions that say that something is on its soil.
_OWNED: Final = frozenset({"der", "des", "von", "vom", "dem"})
_LOCAL: Final = frozenset({"in", "im", "auf", "über", "nach"})
#: Verbs that have a town for their object, and verbs of its people.
_GONE_TO: Final = frozenset({
    "besuchen", "bereisen", "bombardieren", "beschießen", "angreifen", "attackieren", "erobern", "zurückerobern",
    "einnehmen", "belagern", "besetzen", "stürmen", "befreien", "erreichen",
})  # fmt: skip
_RISING: Final = frozenset({"demonstrieren", "streiken"})
#: First words of places that begin small: *die koreanische Halbinsel*.
_SMALL: Final = frozenset({"koreanische", "koreanischen"})
#: Names of our own list that mean a place only where one is expected.
_WORDS_TOO: Final = frozenset(
    {"golf", "gao", "java", "bali", "swat", "hama", "virginia", "florida", "sahel", "gaza", "punjab"}
)
#: A city under another name than its own, in a country that the article does not name, has at least so many.
_KNOWN_EVERYWHERE: Final = 1_000_000
#: A city found by name alone, without a tag that says it is a name, has at least so many inhabitants.
_SURELY_MEANT: Final = 100_000


@cache
def _place_words() -> tuple[str, ...]:
    return tuple(r["word"] for r in lexicon.table("places/place_words.tsv", ["word"]))


@cache
def _parts() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon.table("places/parts.tsv", ["word"]))


def _introduces_place(word: str) -> bool:
    """Whether a noun stands before the names of places: *Bahnhof*, *Grenzregion*."""
    return _INTRODUCES_PLACE.of(word)


def _find_introduces_place(word: str) -> bool:
    return word[:1].isupper() and word.lower().endswith(_place_words())


_INTRODUCES_PLACE: Final = Memo(_find_introduces_place)


class Search:
    """One pass over a Doc."""

    def __init__(self, doc: Words, known: Scan, atlas: Atlas) -> None:
        self.doc = doc
        self.scan = known
        self.atlas = atlas
        self.words, self.tags, self.ents = known.words, known.tags, known.ents
        self.tagged = doc.has_annotation("TAG")
        self.openings = {first for _, first, _ in doc._.blocks}
        self.countries = Counter(e.country for e in known.entries() if e.country)
        #: words of the names of persons
        self.people = {place_key(self.words[i]) for i, kind in enumerate(self.ents) if kind == "PER"}
        #: tokens that are places, for what is joined to them by *und*
        self.placed: set[int] = set()

    def run(self) -> Iterator[tuple[int, int, Spot]]:
        covered, end = self.scan.covered, 0
        for i, word in enumerate(self.words):
            if i < end or not (i in covered or word[0].isupper() or word in _SMALL):
                continue
            found = (self._state(i) if i in covered else None) or self._named(i)
            if found is not None and not names_treaty(self.words, i, found[1]):
                end = found[1]
                self.placed.update(range(i, end))
                yield found

    def _state(self, i: int) -> tuple[int, int, Spot] | None:
        """*in Russland*, *in der Ukraine*, and a capital that means the city."""
        hit = self.scan.covered[i]
        if hit.start != i:
            return None
        if hit.entry.kind != "state":
            return self._city_of_a_body(i)
        if hit.use == "capital":
            if not is_place(self.scan, hit, self.words) and not self._apposed(i):
                return None
            for name in nominatives(place_key(" ".join(self.words[hit.start : hit.stop]))):
                spots = self.atlas.spots(name)
                if spots:
                    best = max(spots, key=lambda s: (s.country == hit.entry.country, s.population))
                    return hit.start, hit.stop, best
            return hit.start, hit.stop, Spot(self.words[i], hit.entry.country, None, None)
        if hit.use != "name" or not (self._in_place_position(i, through_article=True) or self._part_of(i)):
            return None
        own = self.atlas.own.get(place_key(" ".join(self.words[hit.start : hit.stop])))
        if own is not None:
            return hit.start, hit.stop, own
        state = hit.entry
        return hit.start, hit.stop, Spot(state.name, state.country, None, None)

    def _city_of_a_body(self, i: int) -> tuple[int, int, Spot] | None:
        """*in Brüssel*, which elsewhere is the body that sits there, also where one goes to it: *nach Brüssel*."""
        before = self.words[i - 1].lower() if i else ""
        if self.words[i] not in CITY_NAMES or before in _TO_AND_FROM:
            return None
        if not is_place(self.scan, self.scan.covered[i], self.words):
            return None
        spots = [s for name in nominatives(place_key(self.words[i])) for s in self.atlas.spots(name)]
        return (i, i + 1, max(spots, key=lambda s: s.population)) if spots else None

    def _named(self, i: int) -> tuple[int, int, Spot] | None:
        word = self.words[i]
        lengths = range(3, 0, -1) if self._expected(i) else self.atlas.lengths_of(word)
        for length in lengths:
            stop = i + length
            if stop > len(self.words) or not _is_large(self.words[stop - 1]):
                continue
            # What the tagger took for a person may be a place of our own list: *Deir al-Sor*.
            listed = length > 1 and place_key(" ".join(self.words[i:stop])) in self.atlas.own
            if any(self._taken(j, listed) for j in (range(i, stop) if not self._torn(i, stop) else ())):
                continue
            spot = self._spot(i, stop)
            if spot is not None:
                return i, stop, spot
        part = part_of_state(word)
        if part is None or self._taken(i) or i in self.scan.covered:
            return None
        return (i, i + 1, part) if self._in_place_position(i, through_article=True) else None

    def _expected(self, i: int) -> bool:
        """Whether a place may be named here whatever its name."""
        beside = self._in_place_position(i) or self._apposed(i) or self._of_its_verb(i)
        return beside or i == 0 or self._opens_block(i)

    def _torn(self, start: int, stop: int) -> bool:
        """Whether a name with a small word inside was begun as a place, and its rest as other names: *Rio de Janeiro*."""
        inside = range(start + 1, stop - 1)
        return self.ents[start] == "LOC" and any(
            self.words[j].islower() and self.tags[j] == "NE" and j not in self.scan.covered for j in inside
        )

    def _taken(self, i: int, listed: bool = False) -> bool:
        """Whether the word is a person's or organisation's (of what is ``listed``, only one that we know), or a state's that
        stands for an actor."""
        if not listed and (self.ents[i] == "PER" or (self.ents[i] == "ORG" and self.words[i][0].isupper())):
            return place_key(self.words[i]) not in self.atlas.own
        hit = self.scan.covered.get(i)
        return hit is not None and hit.entry.kind != "state"

    def _spot(self, start: int, stop: int) -> Spot | None:
        if self._name_goes_on(stop):
            return None
        for name in nominatives(place_key(" ".join(self.words[start:stop]))):
            own = self.atlas.own.get(name)
            if own is not None and (
                name not in _WORDS_TOO
                or self._in_place_position(start, through_article=True)
                or self._part_of(start)
            ):
                return own
        if (
            not self._in_place_position(start)
            and not self._of_its_verb(start)
            and not self._apposed(start)
            and not self._dateline(start, stop)
        ):
            return None
        if start in self.scan.covered:
            return None
        for name in nominatives(place_key(" ".join(self.words[start:stop]))):
            spots = [s for s in self.atlas.spots(name) if self._believable(start, s)]
            if spots:
                return max(spots, key=lambda s: (self._score(s, start), s.population, s.name))
        return None

    def _name_goes_on(self, stop: int) -> bool:
        """*Bayern München*, *Sachsen Leipzig*: a club, not the place."""
        return stop < len(self.words) and self.tags[stop] == "NE" and stop not in self.scan.covered

    def _believable(self, start: int, spot: Spot) -> bool:
        tag = self.tags[start]
        if spot.alias and spot.country not in self.countries and spot.population < _KNOWN_EVERYWHERE:
            return False
        if self.tagged:
            return tag == "NE" or self.ents[start] == "LOC" or (spot.listed and tag != "NN")
        known = spot.listed or spot.population >= _SURELY_MEANT
        return known and fold(self.words[start]) not in gazetteer().ambiguous

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
            return self.ents[i] == "LOC" and not through_article and not self._somebody(i)
        if word in _PREPOSITIONS or (through_article and word in ("auf", "über", "durch")):
            return True
        return word in ("und", "oder", ",", "sowie") and j - 1 in self.placed

    def _of_its_verb(self, i: int) -> bool:
        """Whether the verb says that a name is a town's: *besuchte Köln*, *Köln demonstrierte*."""
        token = self.doc[i]
        if self.ents[i] != "LOC" or token.tag_ != "NE":
            return False
        verbs = {"obj": _GONE_TO, "nsubj:pass": _GONE_TO, "nsubj": _RISING}.get(token.dep_)
        return verbs is not None and token.head.lemma_ in verbs and not self._somebody(i)

    def _somebody(self, i: int) -> bool:
        """Whether the article has the word as a person's name elsewhere: *Barack Obama*, then *von Obamas Vertretern*."""
        return any(name in self.people for name in nominatives(place_key(self.words[i])))

    def _part_of(self, i: int) -> bool:
        """Whether a part of the land named here is where something is: *im Norden Malis*, *auf dem Gebiet der Ukraine*."""
        j = i - 1
        while j > 0 and i - j < 4 and self.words[j] in _OWNED:
            j -= 1
        if j < 1 or self.words[j] not in _parts() or (j == i - 1 and self.words[i][-1:] not in "s'’"):
            return False
        j -= 1
        while j > 0 and (self.words[j] in _BETWEEN or self.tags[j] == "ADJA"):
            j -= 1
        return self.words[j].lower() in _LOCAL

    def _apposed(self, i: int) -> bool:
        """*der Bahnhof Chasan*, *die Regionen Donezk und Luhansk*."""
        return i > 0 and _introduces_place(self.words[i - 1])

    def _dateline(self, start: int, stop: int) -> bool:
        if stop >= len(self.words) or not (start == 0 or self._opens_block(start)):
            return False
        return self.words[stop] in ("(", "–", "—", "/", ".")

    def _opens_block(self, i: int) -> bool:
        return i in self.openings


def _is_large(word: str) -> bool:
    """Whether a word, or what an Arabic article is joined to, begins large: *Mandab*, *al-Mandab*."""
    return word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper())
