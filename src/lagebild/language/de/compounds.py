"""Parts of compounds: *Waffenlieferungen* is *Waffe* + *Lieferung*, *UN-Sanktionen* is *UN* + *Sanktion*.

A word is cut where both sides are words that the speeches of the Bundestag know (`weights/nouns.tsv.gz`: nouns
and verb stems with their counts), with a linking element between them or none. Of several cuts the one wins
whose parts are the most frequent; a word that is more frequent than its parts together stays whole.
"""

from __future__ import annotations

import gzip
import math
from functools import cache
from importlib.resources import files
from typing import Final

from spacy.tokens import Token as DocToken

from lagebild.language.de.lemma import shipped
from lagebild.language.de.spelling import standard
from lagebild.language.memo import Memo
from lagebild.language.tokens import Token
from lagebild.lexicon import table

_LINKS: Final[tuple[str, ...]] = ("", "s", "es", "n", "en", "er", "e", "ens", "ns")
_SHORTEST: Final = 3
#: Counts below which a three-letter word is no part: short strings occur in every word.
_SHORT_COUNT: Final = 400
_LONGEST: Final = 60
_NOMINAL: Final = frozenset(["NN", "NE", "FM", "TRUNC", "XY"])


class Splitter:
    """Cuts compounds with a table of known nouns (lower-case lemma to count) and verb stems."""

    def __init__(self, nouns: dict[str, int], verbs: dict[str, int]) -> None:
        self._nouns = nouns
        self._verbs = verbs
        self._never = frozenset(row["word"] for row in table("base/no_compound_parts.tsv", ("word",)))
        self._lemma = shipped().lemma

    def parts(self, word: str) -> list[str]:
        """The parts of a noun as lemmas, its head last; a simple word is its only part.

        >>> splitter().parts("Waffenlieferungen")
        ['Waffe', 'Lieferung']
        """
        pieces = [piece for piece in word.strip("-").split("-") if piece]
        found: list[str] = []
        for n, piece in enumerate(pieces or [word]):
            last = n == len(pieces) - 1
            found.extend(self._cut(piece) if piece[:1].isupper() or last else [piece])
        return found

    def _cut(self, word: str) -> list[str]:
        lower = word.lower()
        if len(lower) < 2 * _SHORTEST or len(lower) > _LONGEST or not word.isalpha() or word.isupper():
            return [self._lemma(word, "NN")]
        best = self._best(lower)
        return [self._lemma(word, "NN")] if best is None else best[1]

    def _best(self, lower: str, depth: int = 0) -> tuple[float, list[str]] | None:
        """Score and parts of the best cut; None when the word is better left whole."""
        lemma = self._lemma(lower.capitalize(), "NN")
        whole = self._nouns.get(lemma.lower(), 0)
        best: tuple[float, list[str]] | None = None
        for at in range(_SHORTEST, len(lower) - _SHORTEST + 1):
            head = self._head(lower[at:])
            if head is None:
                continue
            modifier = self._modifier(lower[:at], depth)
            if modifier is None:
                continue
            score = min(head[0], modifier[0]) - 1.2 * len(modifier[1]) + 0.15 * len(lower[at:])
            if best is None or score > best[0]:
                best = (score, [*modifier[1], head[1]])
        if best is None or math.log1p(whole) > best[0] + 4.5:
            return None
        return best

    def _head(self, text: str) -> tuple[float, str] | None:
        lemma = self._lemma(text.capitalize(), "NN")
        count = self._known(lemma.lower())
        return (math.log1p(count), lemma) if count else None

    def _modifier(self, text: str, depth: int) -> tuple[float, list[str]] | None:
        for link in _LINKS:
            stem = text.removesuffix(link) if link else text
            if link and (stem == text or len(stem) < _SHORTEST):
                continue
            count = self._known(stem)
            if not count and not link:
                lemma = self._lemma(text.capitalize(), "NN").lower()
                count, stem = self._known(lemma), lemma
            if count:
                return math.log1p(count), [stem.capitalize()]
        for ending in ("en", "n"):
            count = self._verbs.get(text + ending, 0)
            if count:
                return math.log1p(count) - 1, [text + ending]
        if depth < 2 and len(text) >= 2 * _SHORTEST + 1:
            for link in ("", "s", "n", "en"):
                stem = text.removesuffix(link) if link else text
                inner = self._best(stem, depth + 1)
                if inner is not None:
                    return inner[0], inner[1]
        return None

    def _known(self, lemma: str) -> int:
        count = self._nouns.get(lemma, 0)
        if lemma in self._never or (len(lemma) <= _SHORTEST and count < _SHORT_COUNT):
            return 0
        return count


@cache
def splitter() -> Splitter:
    """The splitter with the tables of the package."""
    path = files("lagebild.language.de") / "weights" / "nouns.tsv.gz"
    nouns: dict[str, int] = {}
    verbs: dict[str, int] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf8").splitlines():
        kind, count, words = line.split("\t")
        table_ = nouns if kind == "N" else verbs
        for word in words.split(" "):
            table_[word] = int(count)
    return Splitter(nouns, verbs)


def parts_of(word: str) -> tuple[str, ...]:
    """The parts of a noun, remembered."""
    return _PARTS_OF.of(word)


def _parts_of(word: str) -> tuple[str, ...]:
    return tuple(splitter().parts(standard(word)))


_PARTS_OF: Final = Memo(_parts_of, 50_000)


def parts(token: Token) -> list[str]:
    """The compound's parts as lemmas, the head last; for what is no noun its lemma alone.

    Adjectives with a hyphen give their parts too: *chinesisch-nordkoreanisch*.
    """
    return _parts(token.text, token.tag_, token.lemma_)


def _parts(word: str, tag: str, lemma: str) -> list[str]:
    if tag in _NOMINAL:
        return list(parts_of(word))
    if "-" in lemma:
        return [piece for piece in lemma.split("-") if piece] or [lemma]
    return [lemma]


def _parts_in_doc(token: DocToken) -> list[str]:
    return _parts(token.text, token.tag_, token.lemma_)


if not DocToken.has_extension("parts"):
    DocToken.set_extension("parts", getter=_parts_in_doc)
