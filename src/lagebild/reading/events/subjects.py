"""What an article is about: one of plain crime or private life tells no events, in one of politics all may be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild.errors import LexiconError
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
#: Letters by which the parts of words are looked up.
_KEY: Final = 3


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
    telling = _table()
    return frozenset(
        part.subject
        for at in range(len(word) - _KEY + 1)
        for part in telling.get(word[at : at + _KEY], ())
        if part.stands(word, at)
    )


_SUBJECTS_OF: Final = Memo(_subjects_of)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of words that shows a subject, and whether words must begin or end with it."""

    text: str
    subject: str
    begins: bool
    ends: bool

    def stands(self, word: str, at: int) -> bool:
        """Whether a word has the part at a place."""
        if self.begins and at:
            return False
        return word.startswith(self.text, at) and not (self.ends and at + len(self.text) != len(word))


@cache
def _table() -> dict[str, list[_Part]]:
    """The telling parts of words by their first letters: a word is asked for few of them at each of its letters."""
    found: dict[str, list[_Part]] = {}
    for row in table("events/subjects.tsv", ("part", "subject", "example")):
        part = row["part"]
        text = part.strip("-")
        if len(text) < _KEY:
            raise LexiconError(
                f"events/subjects.tsv: {part!r} has fewer than {_KEY} letters and would be in too many words"
            )
        found.setdefault(text[:_KEY], []).append(
            _Part(text, row["subject"], part.endswith("-"), part.startswith("-"))
        )
    return found
