"""The chain of who says so: a paper citing an agency citing a ministry."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from lagebild.reading.analysis import Range, SpeechFound


def chain_of(speeches: Iterable[SpeechFound], words: Range) -> list[SpeechFound]:
    """Those of the speeches in whose quote the words stand, outermost first, each voice once.

    A speech whose own cue, frame or speaker holds the words is not among them: *kündigte an*
    is no part of what was announced.
    """
    around = [s for s in speeches if _holds(s.quote, words) and not _touches(s, words)]
    ordered = sorted(around, key=lambda s: (-_size(s), _depth(s), s.quote[0]))
    return [s for n, s in enumerate(ordered) if not any(_one_voice(s, o) for o in ordered[:n])]


def _depth(speech: SpeechFound) -> int:
    """How many voices stand around it: of two with the same words the one cited comes second."""
    depth, outer, seen = 0, speech.within, {id(speech)}
    while outer is not None and id(outer) not in seen:
        seen.add(id(outer))
        depth, outer = depth + 1, outer.within
    return depth


def link(speeches: list[SpeechFound]) -> None:
    """Set ``within``: the smallest speech in whose words another one's cue stands."""
    places = [(s.cue or s.teller or s.quote)[0] for s in speeches]
    over = _over(speeches, sorted({start for start, _ in places}))
    for inner, place in zip(speeches, places, strict=True):
        if inner.within is not None:
            continue
        for outer in over.get(place[0], ()):
            if outer is inner or _one_voice(inner, outer) or not _holds(outer.quote, place):
                continue
            if _size(outer) > _size(inner) and not _touches(outer, place):
                inner.within = outer
                break


def _over(speeches: list[SpeechFound], tokens: list[int]) -> dict[int, list[SpeechFound]]:
    """For each of these tokens, in order, the speeches in whose words it stands, the smallest first."""
    found: dict[int, list[SpeechFound]] = defaultdict(list)
    for speech in sorted(speeches, key=_size):
        parts = [range(bisect_left(tokens, start), bisect_left(tokens, end)) for start, end in speech.quote]
        for token in {tokens[n] for part in parts for n in part}:
            found[token].append(speech)
    return found


def _one_voice(one: SpeechFound, other: SpeechFound) -> bool:
    """Whether both are the same act of speaking: marked words under the frame of an indirect speech."""
    return bool(one.cue or one.speaker) and one.cue == other.cue and one.speaker == other.speaker


def _touches(speech: SpeechFound, words: Range) -> bool:
    own = (*speech.cue, *speech.frame, *speech.speaker, *speech.teller)
    return any(start < words[1] and words[0] < end for start, end in own)


def _holds(ranges: list[Range], words: Range) -> bool:
    return any(start <= words[0] and words[1] <= end for start, end in ranges)


def _size(speech: SpeechFound) -> int:
    return sum(end - start for start, end in speech.quote)
