"""Bodies told by the city where they sit behind what they say, decide or give: *die Kritik aus Brüssel* is the Union's."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.de.suffixes import Endings
from lagebild.reading.actors.cities import CITY_NAMES
from lagebild.reading.actors.scan import Hit, Scan

#: Whom the city may stand for where the body is not told of by its name.
_BESIDE: Final = frozenset({"Belgien", "Nato"})

_COMING: Final = frozenset({"kam", "kamen", "kommt", "kommen"})
#: How far from the verb what comes may stand.
_REACH: Final = 6


def issuing(scan: Scan, hit: Hit) -> bool:
    """Whether the city of a body behind *aus* is the body: *Vorgaben aus Brüssel*, not *Reisende aus Brüssel*; a capital
    beside it is its state: *Kritik aus Berlin und Brüssel*."""
    words, at = scan.words, hit.start
    if hit.use == "capital":
        beside = scan.covered.get(hit.stop + 1)
        return beside is not None and words[hit.stop] == "und" and issuing(scan, beside)
    if at < 1 or words[at] not in CITY_NAMES or hit.entry.kind != "international":
        return False
    if words[at - 1] == "und" and at > 2 and at - 2 in scan.covered:
        at -= 2
    said = at > 1 and _issues(words[at - 2])
    if words[at - 1].lower() != "aus" or not (said or _comes(words, at, hit.stop)):
        return False
    named = {h.entry.name for h in scan.hits if words[h.start] not in CITY_NAMES}
    named.update(entry.name for entries in scan.parts.values() for entry in entries)
    return hit.entry.name in named or named.isdisjoint(_BESIDE)


def _comes(words: list[str], at: int, stop: int) -> bool:
    """Whether a verb of coming joins the two: *Kritik an dem Gesetz kam aus Brüssel*, *Aus Brüssel kam Kritik*."""
    if at > 1 and words[at - 2] in _COMING:
        return any(_issues(word) for word in words[max(0, at - 2 - _REACH) : at - 2])
    if words[stop : stop + 1] == [] or words[stop] not in _COMING:
        return False
    return any(_issues(word) for word in words[stop + 1 : stop + 1 + _REACH])


def _issues(word: str) -> bool:
    return word[:1].isupper() and _issued().find(word.lower()) is not None


@cache
def _issued() -> Endings[str]:
    """Words for what bodies say, decide and give."""
    return Endings({row["word"]: row["word"] for row in lexicon.table("actors/issued.tsv", ["word"])})
