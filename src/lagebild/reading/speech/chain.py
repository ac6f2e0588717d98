"""The chain of who says so at a place of the text: a paper citing an agency citing a ministry."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.reading.analysis import Range, SpeechFound


def chain_of(doc: Doc, words: Range) -> list[SpeechFound]:
    """The speeches in whose quote the words stand, outermost first.

    A speech whose own cue, frame or speaker holds the words is not among them: *kündigte an*
    is no part of what was announced.
    """
    around = [s for s in doc._.speech if _holds(s.quote, words) and not _touches(s, words)]
    return sorted(around, key=lambda s: (-_size(s), s.quote[0]))


def _touches(speech: SpeechFound, words: Range) -> bool:
    own = (*speech.cue, *speech.frame, *speech.speaker)
    return any(start < words[1] and words[0] < end for start, end in own)


def _holds(ranges: list[Range], words: Range) -> bool:
    return any(start <= words[0] and words[1] <= end for start, end in ranges)


def _size(speech: SpeechFound) -> int:
    return sum(end - start for start, end in speech.quote)
