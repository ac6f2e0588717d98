"""The chain of who says so: a paper citing an agency citing a ministry."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.reading.analysis import Range, SpeechFound


def chain_of(doc: Doc, words: Range) -> list[SpeechFound]:
    """The speeches in whose quote the words stand, outermost first, each voice once.

    A speech whose own cue, frame or speaker holds the words is not among them: *kündigte an*
    is no part of what was announced.
    """
    around = [s for s in doc._.speech if _holds(s.quote, words) and not _touches(s, words)]
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
    by_size = sorted(speeches, key=_size)
    for inner in speeches:
        if inner.within is not None:
            continue
        place = inner.cue or inner.teller or inner.quote
        for outer in by_size:
            if outer is inner or _one_voice(inner, outer) or not _holds(outer.quote, place[0]):
                continue
            if _size(outer) > _size(inner) and not _touches(outer, place[0]):
                inner.within = outer
                break


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
