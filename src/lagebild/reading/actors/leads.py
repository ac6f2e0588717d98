"""What a word may be the beginning of: looked up once for every word form, then remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.reading.actors.forms import adjective_stems, fold, nominatives, sound
from lagebild.reading.actors.gazetteer import Entry, Gazetteer, Pattern, gazetteer

#: Word forms remembered before all are forgotten again: enough for an archive's running words.
_REMEMBERED: Final = 100_000
_CITY_LIKE: Final = frozenset({"hongkonger", "luxemburger", "liechtensteiner", "schweizer"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What may begin with a word.

    ``alone`` is the name that the word is by itself; ``names`` and ``people`` are longer names by their
    second word (of ``people`` its sound), the longest first; ``compound`` is the actor in a compound
    (*Irakkrieg*), ``adjective`` that of an adjective (*russischen*).
    """

    alone: Pattern | None
    names: dict[str, list[Pattern]]
    people: dict[str, list[Pattern]]
    compound: Entry | None
    adjective: Entry | None


class Leads:
    """The leads of all words of the gazetteer."""

    def __init__(self, known: Gazetteer) -> None:
        self.known = known
        self._seen: dict[str, Lead] = {}
        #: words that begin nothing, nearly all
        self._none: set[str] = set()

    def of(self, word: str) -> Lead | None:
        """What the word, as written, may begin; None for nearly all words."""
        if word in self._none:
            return None
        found = self._seen.get(word)
        if found is not None:
            return found
        if len(self._seen) + len(self._none) > _REMEMBERED:
            self._seen.clear()
            self._none.clear()
        found = self._lead(word) if word[:1].isalpha() else None
        if found is None:
            self._none.add(word)
        else:
            self._seen[word] = found
        return found

    def _lead(self, word: str) -> Lead | None:
        folded = fold(word)
        longer = [p for p in self.known.names.get(folded, ()) if p.rest and _written(p, word)]
        people = self.known.people.get(sound(folded), ()) if folded else ()
        alone, compound, adjective = (
            self._alone(word, folded),
            self._compound(word, folded),
            self.adjective(word),
        )
        if not (longer or people or alone or compound or adjective):
            return None
        return Lead(alone, _by_second(longer, lambda w: w), _by_second(people, sound), compound, adjective)

    def _alone(self, word: str, folded: str) -> Pattern | None:
        for key in nominatives(folded):
            for pattern in self.known.names.get(key, ()):
                if not pattern.rest and _written(pattern, word) and (pattern.exact or word[0].isupper()):
                    return pattern
        return None

    def _compound(self, word: str, folded: str) -> Entry | None:
        if len(folded) < 8 or not word[0].isupper():
            return None
        for name, entry in self.known.compounds.get(folded[:4], ()):
            if folded.startswith(name) and _head_word(folded[len(name) :]):
                return entry
        return None

    def adjective(self, word: str) -> Entry | None:
        """The state or body that an adjective names: *russischen*; not *prorussischen*, *nichtrussischen*."""
        folded = fold(word)
        if "sch" not in folded and folded not in _CITY_LIKE:
            return None
        for stem in (folded, *adjective_stems(folded)):
            entry = self.known.adjectives.get(stem)
            if entry is not None:
                return entry
        return None


def _written(pattern: Pattern, word: str) -> bool:
    """Whether a name that must be written as it stands is so: ``US``, ``dpa``."""
    return not pattern.exact or pattern.exact in (word, word.rstrip("s'’"))


def _by_second(patterns: Iterable[Pattern], key: Callable[[str], str]) -> dict[str, list[Pattern]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        found.setdefault(key(pattern.rest[0]), []).append(pattern)
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(r["word"]) for r in lexicon.table("actors/compound_heads.tsv", ["word"]))


def _head_word(rest: str) -> bool:
    """Whether the rest of a compound is a listed head in any case, behind a joining *s* or not."""
    for word in (rest, rest[1:]) if rest.startswith("s") else (rest,):
        if word in _heads() or any(
            word.endswith(e) and word[: -len(e)] in _heads() for e in ("s", "es", "n", "en", "e")
        ):
            return True
    return False


@cache
def leads() -> Leads:
    """The leads of the shipped gazetteer."""
    return Leads(gazetteer())
