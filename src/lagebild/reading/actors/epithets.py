"""Words that take up a named body or group by what it is: *das Bündnis*, *die Miliz*, *der Fonds*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.analysis import ActorFound

_ARTICLES: Final = frozenset({"der", "die", "das", "den", "dem", "des", "diese", "dieser", "dieses", "diesem", "vom", "zum",
                       "beim", "zur", "im"})  # fmt: skip
#: What may stand between article and word without telling of another: *die radikalislamische Organisation*.
_TELLING: Final[tuple[str, ...]] = (
    "radikal",
    "islamist",
    "militant",
    "extremist",
    "sunnit",
    "schiit",
    "marxist",
    "verboten",
    "sogenannt",
)
#: What behind the word says of which body it is: *die Organisation der Lehrer*, *die Bewegung für Frieden*.
_OF: Final = frozenset({"der", "des", "von", "vom", "für", "aus", "zur", "um", "in"})
#: How many sentences back the name may stand.
_REACH: Final = 4


@dataclass(frozen=True, slots=True)
class Epithet:
    """A word and what it may mean: (kind, sector) pairs, and names of listed bodies."""

    word: str
    kinds: frozenset[tuple[str, str]]
    names: frozenset[str]


@cache
def epithets() -> dict[str, Epithet]:
    """The words of ``lexicon/actors/epithets.tsv`` by each form in small letters."""
    found: dict[str, Epithet] = {}
    for row in lexicon.table("actors/epithets.tsv", ["word", "what", "forms"], optional=1):
        what = [part.strip() for part in row["what"].split(",")]
        kinds = frozenset((kind, sector) for kind, _, sector in (w.partition(":") for w in what) if sector)
        epithet = Epithet(
            row["word"].lower(), kinds, frozenset(w for w in what if ":" not in w and w != "name")
        )
        word = row["word"]
        for form in (
            word,
            f"{word}s",
            f"{word}es",
            *(f.strip() for f in row["forms"].split(",") if f.strip()),
        ):
            found.setdefault(form.lower(), epithet)
    return found


def epithet_of(word: str) -> Epithet | None:
    """What a word may take up, as written in any case."""
    return epithets().get(word.lower())


class Epithets:
    """Gives definite words for bodies to the body named last before them that they can mean."""

    def __init__(self, cast: Cast, words: list[str], sentences: Sentences) -> None:
        self.cast = cast
        self.words = words
        self.sentences = sentences

    def takes_up(self, i: int) -> bool:
        """Note the word at the token as a mention of the body it takes up, if it takes one up."""
        epithet = epithet_of(self.words[i])
        if epithet is None or i == 0 or self._qualified(i):
            return False
        start = i - 1
        if start > 0 and self.words[start].lower().startswith(_TELLING):
            start -= 1
        if self.words[start].lower() not in _ARTICLES:
            start = self._extended(i)
        actor = self._named_before(i, epithet) if start >= 0 else None
        if actor is None or any(start < at < i for at, _ in actor.mentions):
            return False
        self.cast.mention(actor, i, i + 1)
        return True

    def _extended(self, i: int) -> int:
        """Where the article of a word stands before a participle with a phrase of its own, -1 where there is none: *die von
        Iran unterstützte Miliz*."""
        doc = self.cast.doc
        article = next((child.i for child in doc[i].lefts if child.lower_ in _ARTICLES), i)
        within = doc.tags[article + 1 : article + 2] in (["APPR"], ["APPRART"]) and doc.tags[i - 1] == "ADJA"
        return article if within else -1

    def _qualified(self, i: int) -> bool:
        """Whether what stands behind the word says which one it is."""
        behind = self.words[i + 1] if i + 1 < len(self.words) else ""
        return behind.lower() in _OF or behind[:1].isupper() or behind[:1] in '„“"»«'

    def _named_before(self, i: int, epithet: Epithet) -> ActorFound | None:
        first = self.sentences.first(self.sentences.of(i) - _REACH)
        best: tuple[int, ActorFound] | None = None
        for actor in self.cast.actors:
            if actor.kind in ("state", "person"):
                continue
            last = max((start for start, _ in actor.mentions if start < i), default=-1)
            if last >= first and (best is None or last > best[0]) and self._means(epithet, actor):
                best = last, actor
        return best[1] if best is not None else None

    def _means(self, epithet: Epithet, actor: ActorFound) -> bool:
        entry = self.cast.entry_of(actor)
        listed = entry is not None or actor in self.cast.named
        if not listed or actor.sector == "MED":
            return False
        if (actor.kind, actor.sector or "") in epithet.kinds:
            return True
        return (entry is not None and entry.name in epithet.names) or _called(actor.name, epithet.word)


def _called(name: str, word: str) -> bool:
    """Whether the body's name has the word as its noun: *Währungsfonds*, *Organisation Amerikanischer Staaten*."""
    words = name.lower().split()
    first = words[0].endswith(f"-{word}") or words[0] == word  # *UN-Mission Unmee*
    return len(name) > len(word) and (first or words[-1].endswith(word))
