"""Interviews: who answers is said once, in front of each answer or in the introduction, and never again.

Two layouts are read. With labels, each turn begins with a name and a colon; who mostly asks is the paper.
Without, paragraphs that end in a question mark alternate with answers of the one person whom the
introduction names; somebody must say *ich* or *wir*, or it is a list of questions for readers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from lagebild.reading.analysis import ActorFound, Range, SpeechFound
from lagebild.reading.speech.zones import FINITE, Text

_FEWEST_TURNS: Final = 3
_FEWEST_QUESTIONS: Final = 2
_LONGEST_LABEL: Final = 6
_LONGEST_QUESTION: Final = 60
#: what may stand in a name beside words with a capital
_PARTICLES: Final = {".", "von", "van", "de", "der", "den", "zu", "al", "el", "und", "-"}
_OWN: Final = {"ich", "wir", "mich", "mir", "uns", "mein", "meine", "meinen", "unser", "unsere", "unseren"}


@dataclass(slots=True)
class Turn:
    """A paragraph of an interview: the name in front (None without one) and the words."""

    label: Range | None
    words: Range


def answers(text: Text) -> list[SpeechFound]:
    """The answers of an interview as direct speech, none where the article is no interview."""
    turns = [
        turn for kind, start, stop in text.doc._.blocks if (turn := _turn(text, start, stop)) is not None
    ]
    labelled = [turn for turn in turns if turn.label is not None]
    if text.words.count("?") < _FEWEST_QUESTIONS:
        return []
    if len(labelled) >= _FEWEST_TURNS and 2 * len(labelled) >= len(turns):
        spoken = sum(not FINITE.isdisjoint(text.tags[slice(*turn.words)]) for turn in labelled)
        return _labelled(text, labelled) if 2 * spoken > len(labelled) else []
    return _alternating(text, turns)


def _turn(text: Text, start: int, stop: int) -> Turn | None:
    while start < stop and not any(c.isalnum() for c in text.words[start]):
        start += 1
    if start == stop:
        return None
    colon = next(
        (i for i in range(start, min(stop, start + _LONGEST_LABEL + 1)) if text.words[i] == ":"), None
    )
    if colon is None or colon == start or colon + 1 == stop:
        return Turn(None, (start, stop))
    bare = [text.words[i].lstrip(":*'-–•") for i in range(start, colon)]
    named = bare[0][:1].isupper() and all(w[:1].isupper() or w in _PARTICLES for w in bare)
    return Turn((start, colon), (colon + 1, stop)) if named else Turn(None, (start, stop))


def _asks(text: Text, words: Range) -> bool:
    return text.words[words[1] - 1] == "?" and words[1] - words[0] <= _LONGEST_QUESTION


def _labelled(text: Text, turns: list[Turn]) -> list[SpeechFound]:
    """The turns of all who do not mostly ask, if anybody has two; *R. Berg* is who was *Robert Berg* before."""
    names = [_name(text, turn) for turn in turns]
    asked = Counter(name for name, turn in zip(names, turns, strict=True) if _asks(text, turn.words))
    said = Counter(names)
    if len(said) == len(turns):
        return []
    known = {
        name: turn.label
        for name, turn in reversed(list(zip(names, turns, strict=True)))
        if turn.label is not None and _is_actor(text, turn.label)
    }
    return [
        _speech(text, turn.words, turn.label if _is_actor(text, turn.label) else known.get(name, turn.label))
        for name, turn in zip(names, turns, strict=True)
        if turn.label is not None and 2 * asked[name] < said[name]
    ]


def _is_actor(text: Text, label: Range) -> bool:
    return any(i in text.actor_at for i in range(*label))


def _name(text: Text, turn: Turn) -> str:
    return text.lows[turn.label[1] - 1] if turn.label is not None else ""


def _alternating(text: Text, turns: list[Turn]) -> list[SpeechFound]:
    """Answers between questions, by the one person of the introduction."""
    asks = [n for n, turn in enumerate(turns) if _asks(text, turn.words)]
    pairs = [n for n in asks if n + 1 < len(turns) and n + 1 not in asks]
    if len(pairs) < _FEWEST_TURNS:
        return []
    following = [turn for turn in turns[pairs[0] :] if not _asks(text, turn.words)]
    personal = sum(not _OWN.isdisjoint(text.lows[slice(*turn.words)]) for turn in following)
    who = _introduced(text, turns[pairs[0]].words[0])
    if who is None or 3 * personal < len(following):
        return []
    return [_speech(text, turn.words, who) for turn in following]


def _introduced(text: Text, end: int) -> Range | None:
    """The last mention, before the first question, of the person whom the introduction names most often."""
    mentions: dict[int, list[Range]] = {}
    persons: list[ActorFound] = [actor for actor in text.doc._.actors if actor.kind == "person"]
    for n, actor in enumerate(persons):
        before = [m for m in actor.mentions if m[1] <= end and text.tags[m[0]] != "PPER"]
        if before:
            mentions[n] = before
    ranked = sorted(mentions.values(), key=len, reverse=True)
    if not ranked or (len(ranked) > 1 and len(ranked[0]) == len(ranked[1])):
        return None
    return max(ranked[0])


def _speech(text: Text, words: Range, speaker: Range) -> SpeechFound:
    start, stop = words
    last = next((s for s in reversed(text.starts) if s < stop), start)
    if text.words[stop - 1] == "?" and last > start:
        stop = last  # the next question, set without a break behind the answer
    return SpeechFound("direct", [(start, stop)], [speaker], rule="interview")
