"""The word lists of certainty, read once from ``lexicon/certainty``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, cast

from lagebild.errors import LexiconError
from lagebild.language.de.suffixes import Endings
from lagebild.lexicon import table
from lagebild.reading.certainty.values import VALUES
from lagebild.record import Factuality

_ROOM: Final = "certainty"
#: A compound's first part has so many letters at least.
_FIRST_PART: Final = 3
_KINDS: Final[tuple[str, ...]] = ("occurrence", "implicative", "attitude", "factive", "speech", "admission")


@dataclass(frozen=True, slots=True)
class Governor:
    """What a verb or noun does to an event that hangs on it by `frame` (see verbs.tsv).

    ``affirmed`` and ``negated`` are values, ``=`` (that of the context) or ``-`` (its opposite).
    """

    word: str
    frame: str
    kind: str
    affirmed: str
    negated: str
    holder: str
    later: bool


@dataclass(frozen=True, slots=True)
class Modifier:
    """What an adjective gives the event it stands before or is said of (see adjectives.tsv)."""

    affirmed: str
    negated: str
    attributive: bool
    predicative: bool
    when: str


def _check(name: str, word: str, *cells: str) -> None:
    for cell in cells:
        if cell not in VALUES and cell not in ("=", "-", "hearsay"):
            raise LexiconError(f"de/lexicon/{_ROOM}/{name}: '{word}' has the value '{cell}', which is none")


def _governors(name: str) -> dict[tuple[str, str], Governor]:
    found: dict[tuple[str, str], Governor] = {}
    for row in table(f"{_ROOM}/{name}", ("word", "frame", "kind", "affirmed", "negated", "holder", "when")):
        _check(name, row["word"], row["affirmed"], row["negated"])
        if row["kind"] not in _KINDS:
            raise LexiconError(f"de/lexicon/{_ROOM}/{name}: '{row['word']}' has the kind '{row['kind']}'")
        for frame in row["frame"].split(","):
            found[row["word"], frame] = Governor(
                row["word"],
                frame,
                row["kind"],
                row["affirmed"],
                row["negated"],
                row["holder"],
                row["when"] == "later",
            )
    return found


class Words:
    """The lists as dictionaries by lemma."""

    def __init__(self) -> None:
        self.verbs = _governors("verbs.tsv")
        self.nouns = _governors("nouns.tsv")
        self._noun_of = {word.lower(): word for word, _ in self.nouns}
        self._noun_ends = Endings(self._noun_of)
        self.adjectives: dict[str, Modifier] = {}
        for row in table(f"{_ROOM}/adjectives.tsv", ("word", "affirmed", "negated", "use", "when")):
            _check("adjectives.tsv", row["word"], row["affirmed"], row["negated"])
            use = row["use"]
            self.adjectives[row["word"]] = Modifier(
                row["affirmed"],
                row["negated"],
                use in ("both", "attributive"),
                use in ("both", "predicative"),
                row["when"],
            )
        rows = list(table(f"{_ROOM}/adverbs.tsv", ("word", "gives")))
        self.adverbs = {row["word"]: row["gives"] for row in rows if " " not in row["word"]}
        #: first word → phrases that begin with it, and what each gives
        self.phrases: dict[str, list[tuple[list[str], str]]] = {}
        for row in rows:
            first, *rest = row["word"].lower().split()
            if rest:
                self.phrases.setdefault(first, []).append(([first, *rest], row["gives"]))
        self.adverb_starts = frozenset(self.adverbs) | frozenset(self.phrases)
        self.prepositions = {
            row["word"]: (row["gives"], row["when"])
            for row in table(f"{_ROOM}/prepositions.tsv", ("word", "gives", "when"))
        }
        self.statives = frozenset(row["word"] for row in table(f"{_ROOM}/statives.tsv", ("word",)))
        self.spared = frozenset(row["word"] for row in table(f"{_ROOM}/not_negating.tsv", ("word",)))
        self.verb_lemmas = frozenset(word for word, _ in self.verbs)

    def noun(self, lemma: str, frame: str) -> Governor | None:
        """The entry of a noun, else of the longest noun that its compound ends in."""
        return _noun(self, lemma, frame)

    def look_up_noun(self, lemma: str, frame: str) -> Governor | None:
        """What `noun` remembers."""
        lower = self._singular(lemma.lower())
        exact = self.nouns.get((self._noun_of.get(lower, ""), frame))
        if exact is not None or lower in self._noun_of:
            return exact
        last = self._noun_ends.find(lower, _FIRST_PART)
        return self.nouns.get((last[1], frame)) if last is not None else None

    def _singular(self, lower: str) -> str:
        """The known noun of which `lower` is a plural or case form, else `lower` itself."""
        for cut in ("", "e", "n", "en", "s", "es"):
            stem = lower.removesuffix(cut)
            if stem in self._noun_of:
                return stem
        return lower

    def phrase_at(self, lower: list[str], i: int) -> str | None:
        """What the phrase that begins at the word `i` of a text gives, if there is one."""
        for phrase, gives in self.phrases.get(lower[i], ()):
            if lower[i : i + len(phrase)] == phrase:
                return gives
        return None

    def adjective(self, lemma: str) -> Modifier | None:
        """The entry of an adjective, also where the lemma kept an ending (*geplante*)."""
        lower = lemma.lower()
        for cut in ("", "e", "er", "en", "em", "es"):
            if lower.endswith(cut) and (found := self.adjectives.get(lower[: len(lower) - len(cut)])):
                return found
        return None


@lru_cache(maxsize=8192)
def _noun(lists: Words, lemma: str, frame: str) -> Governor | None:
    return lists.look_up_noun(lemma, frame)


@cache
def words() -> Words:
    """The lists, read at first use."""
    return Words()


def as_value(cell: str) -> Factuality:
    """A checked cell of a list as a value."""
    return cast(Factuality, cell)
