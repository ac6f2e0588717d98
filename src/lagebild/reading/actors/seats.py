"""The country of the town behind a body's word: *die Staatsanwaltschaft Krefeld*, *ein Gericht in Nowgorod*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.actors.cities import City, cities, place_key
from lagebild.reading.actors.scan import Scan

#: Sectors of bodies that are called by the town in which they sit.
SEATED: Final = frozenset({"JUD", "COP", "EDU", "LEG"})
#: Inhabitants from which on a town of a country that the article does not name is meant.
_KNOWN: Final = 50_000
_HOME: Final = "DEU"


def seat(doc: Words, scan: Scan, at: int) -> str | None:
    """The country of the town at the token, of several the one told of; None for no town."""
    if at >= len(scan.words) or at in scan.covered or not scan.words[at].istitle():
        return None
    if scan.tags[at] not in ("NE", "") or titled(scan.words[at : at + 2]):
        return None
    found = cities(place_key(scan.words[at]))
    if not found:
        return None
    told = {e.country for e in scan.entries()} | {place.country for place in doc._.places}
    likely = [c for c in found if c.country in told] or [c for c in found if c.country == _HOME]
    likely = likely or [c for c in found if c.population >= _KNOWN]
    return max(likely, key=_inhabitants).country if likely else None


def seated(word: str) -> bool:
    """Whether a word names a body that is called by its town."""
    body = body_of(word)
    return body is not None and body.kind == "organisation" and body.sector in SEATED


def titled(words: list[str]) -> bool:
    """Whether a further name follows, of which the town's may be the first word: *das Gericht Paris Hiltons*."""
    return len(words) > 1 and words[1][:1].isupper() and words[1].istitle()


def _inhabitants(city: City) -> int:
    return city.population
