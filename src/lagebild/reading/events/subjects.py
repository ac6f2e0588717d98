"""What an article is about: one of plain crime or private life tells no events, in one of politics all may be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild.language.memo import Memo
from lagebild.language.tokens import Words
from lagebild.lexicon import table
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft

#: Sectors of bodies whose name alone is politics.
_POWERS: Final = frozenset(["LEG", "PTY", "MIL", "OPP", "REB", "UAF", "IGO", "NGO", "SPY"])
#: Tags of words that can say what an article is about.
_TELLING: Final = frozenset(["NN", "NE", "FM", "ADJA", "ADJD", "TRUNC"])
#: A text of fewer words is no article: whether it has to do with politics, it cannot show.
_SHORT: Final = 60
#: From so many words of crime an article may be about nothing else, and how many of them outweigh one of politics.
_CRIME, _OUTWEIGHS = 5, 6
#: Share of words of politics from which an article is steeped in it.
_STEEPED: Final = 0.02


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: how often its words tell of politics, unrest and crime, and how long it is."""

    politics: int
    unrest: int
    crime: int
    length: int

    @property
    def steeped(self) -> bool:
        """Whether so much of the article is about politics that deeds whose doers it leaves unsaid are political too."""
        return self.length >= _SHORT and self.politics + self.unrest >= _STEEPED * self.length

    def everyday(self, political: bool) -> bool:
        """Whether the article is about crime, an accident or private life alone.

        ``political``: it names so many states that it needs no word of politics.
        """
        if self.length < _SHORT or self.unrest:
            return False
        if not self.politics and not political:
            return True
        return self.crime >= _CRIME and self.crime >= _OUTWEIGHS * self.politics


def subject(doc: Words) -> Subject:
    """What the words and the bodies named in an article show it to be about."""
    told: Counter[str] = Counter()
    for word, tag in zip(doc.lowers, doc.tags, strict=True):
        if tag in _TELLING:
            shown = subjects_of(word)
            if shown:
                told.update(shown)
    powers = {id(actor) for actor in doc._.actor_at.values() if _is_power(actor)}
    return Subject(told["politics"] + len(powers), told["unrest"], told["crime"], len(doc))


def of_powers(draft: Draft) -> bool:
    """Whether a body of politics or somebody in office does it or suffers it, also beside plain crime."""
    return any(_is_power(actor) for actor in (*draft.sides.source, *draft.sides.target))


def _is_power(actor: ActorFound) -> bool:
    office = actor.kind == "person" and bool(actor.role) and actor.sector == "GOV"
    return office or actor.sector in _POWERS


def subjects_of(word: str) -> frozenset[str]:
    """What a word in small letters shows an article to be about: politics, unrest, crime."""
    return _SUBJECTS_OF.of(word)


def _subjects_of(word: str) -> frozenset[str]:
    begins, ends, parts = _table()
    found = {subject for part, subject in parts if part in word}
    found.update(subject for begin, subject in begins if word.startswith(begin))
    found.update(subject for end, subject in ends if word.endswith(end))
    return frozenset(found)


_SUBJECTS_OF: Final = Memo(_subjects_of)


@cache
def _table() -> tuple[tuple[tuple[str, str], ...], ...]:
    """Beginnings, ends and other parts of words, each with its subject."""
    begins: list[tuple[str, str]] = []
    ends: list[tuple[str, str]] = []
    parts: list[tuple[str, str]] = []
    for row in table("events/subjects.tsv", ("part", "subject", "example")):
        part = row["part"]
        fitting = begins if part.endswith("-") else ends if part.startswith("-") else parts
        fitting.append((part.strip("-"), row["subject"]))
    return tuple(begins), tuple(ends), tuple(parts)
