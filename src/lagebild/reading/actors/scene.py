"""Where an article plays: the country of unnamed people and bodies that the text gives to nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.tokens import Words
from lagebild.reading.actors.cities import CITY_NAMES
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.sentences import Sentences

#: Share of an article's mentions of countries that its own country must have, and how often more than the next.
_SHARE, _LEAD_BY = 0.5, 1.6
#: How many times more often than the country bodies must be named for the article to be about them.
_OUTWEIGHS: Final = 2
#: Tokens at the beginning that count double: headline and lede.
_LEAD: Final = 60
#: How often an article must name its country for a person without any office to be of it.
_AGAIN: Final = 3
#: How many sentences may have gone since the article named the country of which it tells.
_BACK: Final = 3
#: Who tells of a country from outside: an agency says nothing of where the article plays.
TELLERS: Final = "MED"


class Scene:
    """The country of a sentence's place, else that of the whole article where one stands out."""

    def __init__(self, doc: Words, scan: Scan, sentences: Sentences) -> None:
        self.sentences = sentences
        self._here: dict[int, set[str]] = defaultdict(set)
        #: where a place is named: its first token → the token behind it, and its country
        self.begins: dict[int, tuple[int, str | None]] = {}
        named: list[tuple[int, str]] = []
        placed: set[int] = set()
        for place in doc._.places:
            for start, stop in place.mentions:
                placed.update(range(start, stop))
                self.begins.setdefault(start, (stop, place.country))
                if (
                    place.country and scan.words[start] not in CITY_NAMES
                ):  # of those who meet there none is Belgian
                    self._here[sentences.of(start)].add(place.country)
                    named.append((start, place.country))
        entries = [(h.start, h.entry) for h in scan.hits if h.start not in placed]
        entries += [(i, e) for i, found in scan.parts.items() for e in found]
        # Companies of the lists sell everywhere: an article on a video app plays not in China.
        outside = (TELLERS, "BUS")
        named += [(i, e.country) for i, e in entries if e.country and e.sector not in outside]
        self._told: dict[int, set[str]] = defaultdict(set)
        somebody = {h.start for h in scan.hits if h.use == "demonym"}  # *ein Pakistaner* may be anywhere
        for token, country in named:
            if token not in somebody:
                self._told[sentences.of(token)].add(country)
        #: where countries are told of, and which
        self.named = named
        bodies = sum(entry.kind == "international" for _, entry in entries)
        self.of_bodies = about_bodies(named, bodies)
        self.home = None if self.of_bodies else outstanding(named)
        told = sum(country == self.home for _, country in named)
        #: the same where the article names it twice: of whom an office is said, not whose, is of there
        self.held = self.home if told > 1 else None
        #: the same where the article names it again and again: of whom nothing is said, is of there
        self.native = self.home if told >= _AGAIN else None

    def country(self, token: int) -> str | None:
        """The country in which what is named at the token plays; None where it stays open."""
        here = self._here.get(self.sentences.of(token), set())
        return next(iter(here)) if len(here) == 1 else self.home

    def elsewhere(self, token: int, country: str) -> bool:
        """Whether another sentence than that of the token tells of the country."""
        here = self.sentences.of(token)
        return any(told == country and self.sentences.of(at) != here for at, told in self.named)

    def placed(self, token: int) -> str | None:
        """The one country whose places the sentence of the token names; None for none or several."""
        here = self._here.get(self.sentences.of(token), set())
        return next(iter(here)) if len(here) == 1 else None

    def visited(self, token: int, of: str | None) -> str | None:
        """The one country whose places the sentences just before the token name, in an article that names none of `of`:
        it tells of its people there. None for none or several."""
        if any(of in found for found in self._here.values()):
            return None
        at = self.sentences.of(token)
        here = set().union(*(self._here.get(i, set()) for i in range(max(0, at - _BACK), at + 1)))
        return next(iter(here)) if len(here) == 1 else None

    def around(self, token: int) -> str | None:
        """The one country told of in the sentence of the token or else in the last before it that tells of any.

        Only in an article about no one country: its scene is where it has just been led. None where that is open.
        """
        if self.home is not None or self.of_bodies:
            return None
        at = self.sentences.of(token)
        told = next((self._told[i] for i in range(at, max(-1, at - _BACK), -1) if i in self._told), set())
        return next(iter(told)) if len(told) == 1 else None


def about_bodies(named: Iterable[tuple[int, str]], bodies: int) -> bool:
    """Whether an article is about international bodies, named `bodies` times, rather than about any country."""
    counts = Counter(country for _, country in named)
    return bodies > _OUTWEIGHS * max(counts.values(), default=0)


def outstanding(named: Iterable[tuple[int, str]]) -> str | None:
    """The country that an article is about, by the tokens at which it names countries; None where none stands out."""
    counts: Counter[str] = Counter()
    for token, country in named:
        counts[country] += 2 if token < _LEAD else 1
    best = counts.most_common(2)
    if not best or best[0][1] < 2 or best[0][1] < _SHARE * counts.total():
        return None
    return None if len(best) > 1 and best[0][1] < _LEAD_BY * best[1][1] else best[0][0]


@cache
def _settlers() -> dict[tuple[str, str | None], str]:
    rows = lexicon.table("actors/settlers.tsv", ["word", "land", "state"])
    return {(row["word"], row["land"]): row["state"] for row in rows}


def people_of(word: str, land: str | None) -> str | None:
    """The country of a group that is told of in a land, mostly the land itself: *Siedler* there may be from elsewhere."""
    return _settlers().get((word, land), land)
