"""What a denial denies: what hangs on it, what is quoted under it, else the claim that it takes up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.analysis import ActorFound, EventFound, LinkFound, SpeechFound

#: how many sentences back a denial may reach: an answer stands next to what it answers
_BACK: Final = 3


def denials(doc: Words) -> list[LinkFound]:
    """A ``denies`` link from every rebuttal (REJECT, mode deny) to the events that it denies."""
    events: list[EventFound] = sorted(doc._.events, key=lambda e: min(e.trigger))
    rebuttals = [event for event in events if _is_rebuttal(event)]
    if not rebuttals:
        return []
    claims = _Claims(doc, [event for event in events if not _is_rebuttal(event)])
    return [LinkFound("denies", event, target) for event in rebuttals for target in claims.denied(event)]


def _is_rebuttal(event: EventFound) -> bool:
    return event.type == "REJECT" and event.mode == "deny"


class _Claims:
    """The events of an article that may be denied, in its order, found by what a denial knows of them.

    Looked up rather than gone through for each denial: a hostile text has thousands of both.
    """

    def __init__(self, doc: Words, events: list[EventFound]) -> None:
        self._events = events
        self._places = [min(event.trigger)[0] for event in events]
        self._starts = list(dict.fromkeys(sentence.start for sentence in doc.sentences))
        #: by the event that they are the content of, and by the clauses that theirs hang on as content
        self._hanging: dict[int, list[int]] = defaultdict(list)
        for n, event in enumerate(events):
            for each in {id(event.content_of), *map(id, _above(event))} - {id(None)}:
                self._hanging[each].append(n)
        self._speech: dict[int, list[SpeechFound]] = defaultdict(list)
        for speech in doc._.speech:
            for token in {i for start, end in speech.cue for i in range(start, end)}:
                self._speech[token].append(speech)

    def denied(self, denial: EventFound) -> list[EventFound]:
        """What hangs on the denial, else what is quoted under it, else the claim that it takes up."""
        hanging = set(self._hanging.get(id(denial), ()))
        if denial.clause is not None and not denial.nominal:
            hanging.update(self._hanging.get(id(denial.clause), ()))
        found = [self._events[n] for n in sorted(hanging)] or self._quoted(denial)
        if found:
            return found
        claim = self._taken_up(denial)
        return [claim] if claim is not None else []

    def _quoted(self, denial: EventFound) -> list[EventFound]:
        """The events in the words that the denial is the cue of."""
        cue = {i for start, end in denial.trigger for i in range(start, end)}
        parts = {part for i in cue for speech in self._speech.get(i, ()) for part in speech.quote}
        return [self._events[n] for n in sorted({n for part in parts for n in self._between(*part)})]

    def _between(self, start: int, end: int) -> range:
        """Numbers of the events whose words begin among these tokens."""
        return range(bisect_left(self._places, start), bisect_left(self._places, end))

    def _taken_up(self, denial: EventFound) -> EventFound | None:
        """The claim of somebody else that stands last before the denial: *solche Gerüchte*, *wies das zurück*.

        Claims about those who deny come first, then claims that somebody vouches for, then the
        accusation itself.
        """
        at = min(denial.trigger)[0]
        own = bisect_right(self._starts, at) - 1
        deniers = _names(denial.source)
        best: tuple[tuple[bool, bool, bool, int], EventFound] | None = None
        for n in self._between(self._starts[max(0, own - _BACK)], at):
            event = self._events[n]
            claimed = bool(event.attribution) and not _said_by(event, deniers)
            accused = event.type == "ACCUSE" and bool(_names(event.target) & deniers)
            about = bool((_names(event.source) | _names(event.target)) & deniers)
            if not (claimed or accused) or (deniers and not about):
                continue
            if not claimed and id(event) in self._hanging:
                continue
            rank = (about, claimed, event.type != "ACCUSE", self._places[n])
            if best is None or rank > best[0]:
                best = (rank, event)
        return best[1] if best is not None else None


def _above(event: EventFound) -> list[object]:
    """The clauses, eight at most, that the clause of the event hangs on as their content."""
    found: list[object] = []
    at = event.clause
    while at is not None and len(found) < 8 and (at.embedded or at.relation == "infinitive"):
        at = at.parent
        found.append(at)
    return found


def _said_by(event: EventFound, deniers: set[str]) -> bool:
    return bool(event.attribution) and event.attribution[-1].name in deniers


def _names(actors: list[ActorFound]) -> set[str]:
    return {actor.name for actor in actors}
