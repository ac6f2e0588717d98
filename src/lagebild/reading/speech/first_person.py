"""Who *ich* and *wir* are: inside somebody's direct words, whoever speaks, who is never *er* or *sie* there.

*Sie* in the questions of an interview is who answers; *man* in the indirect words of somebody who tells what was done or
will be (*man habe gewarnt*, not *man müsse verhandeln*) is who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.analysis import ActorFound, SpeechFound

_OWN: Final = frozenset(["ich", "mich", "mir", "wir", "uns"])
_POSSESSIVE: Final[tuple[str, ...]] = ("mein", "unser")
_ASKED: Final = frozenset(["Sie", "Ihnen"])
_OTHERS: Final = frozenset(["er", "sie", "ihn", "ihm", "ihr", "ihnen"])
_POSSESSIVE_OF_OTHERS: Final[tuple[str, ...]] = ("sein", "ihr")
_INDIRECT: Final = frozenset(["indirect", "indirect_free_indirect", "free_indirect"])
#: How far behind *man* its verb may stand.
_REACH: Final = 25
_NOUNS: Final = frozenset(["NN", "NE"])


def first_persons(doc: Words, speeches: list[SpeechFound]) -> None:
    """Make the speaker's mentions of the pronouns of the first person in direct words.

    Sets ``doc._.speaker_at`` (token of a pronoun → token of the noun that names its speaker) where the
    speaker is no actor: *ein Demonstrant*. Of nested quotations the inner one counts.
    """
    doc.source._.speaker_at = {}
    direct = [speech for speech in speeches if speech.type == "direct" and speech.speaker]
    meant: dict[int, SpeechFound] = {}
    inner = {
        i: s for s in sorted(direct, key=_length, reverse=True) for span in s.quote for i in range(*span)
    }
    for i, speech in inner.items():
        word, possessive = doc.lowers[i], doc.tags[i] == "PPOSAT"
        if word in _OWN or (possessive and word.startswith(_POSSESSIVE)):
            meant[i] = speech
        elif word in _OTHERS or (possessive and word.startswith(_POSSESSIVE_OF_OTHERS)):
            _unmention(doc, i, speech.speaker_actor)
    for i, speech in sorted(meant.items()):
        head = next((k for k in range(*speech.speaker[0]) if doc[k].tag_ in _NOUNS), None)
        actor = speech.speaker_actor
        named = actor is not None and (
            actor.kind == "person" or head is None or doc._.actor_at.get(head) is actor
        )
        if actor is not None and named:
            _mention(doc, i, actor)
        elif head is not None:
            doc._.speaker_at[i] = head  # ein Demonstrant in Kairo: not the state of the town
    for i, actor in (*_asked(doc, direct), *_impersonal(doc, speeches)):
        _mention(doc, i, actor)


def _length(speech: SpeechFound) -> int:
    return sum(stop - start for start, stop in speech.quote)


def _asked(doc: Words, direct: list[SpeechFound]) -> Iterator[tuple[int, ActorFound]]:
    """*Sie* and *Ihnen* in the questions of an interview that one person answers."""
    answers = [speech for speech in direct if speech.rule == "interview"]
    persons = dict.fromkeys(speech.speaker_actor for speech in answers)
    (person, *others) = persons or (None,)
    if person is None or others:
        return
    spoken = [span for speech in direct for span in speech.quote]
    for within in dict.fromkeys(doc.sentences):
        if doc[within.stop - 1].text != "?":
            continue
        for i in range(within.start + 1, within.stop):
            if doc[i].text in _ASKED and not any(start <= i < stop for start, stop in spoken):
                yield i, person


def _impersonal(doc: Words, speeches: list[SpeechFound]) -> Iterator[tuple[int, ActorFound]]:
    """*man* in indirect words, with the actor who speaks."""
    lowers = doc.lowers
    for speech in speeches:
        if speech.speaker_actor is None or speech.type not in _INDIRECT:
            continue
        for start, stop in speech.quote:
            for i in range(start, stop):
                if lowers[i] == "man" and _tells(doc, i, start, stop):
                    yield i, speech.speaker_actor


def _tells(doc: Words, i: int, start: int, stop: int) -> bool:
    """Whether the finite verb of *man*, beside it or the next one, is no modal of what ought to be done."""
    beside = [k for k in (i + 1, i - 1) if start <= k < stop] + list(range(i + 2, min(stop, i + _REACH)))
    finite = next((doc[k] for k in beside if doc[k].tag_.endswith("FIN")), None)
    return finite is not None and (finite.tag_ != "VMFIN" or finite.lemma_ == "wollen")


def _mention(doc: Words, i: int, actor: ActorFound) -> None:
    doc._.actor_at[i] = actor
    doc._.actors_at[i] = [actor]
    if (i, i + 1) not in actor.mentions:
        actor.mentions.append((i, i + 1))
        actor.mentions.sort()


def _unmention(doc: Words, i: int, speaker: ActorFound | None) -> None:
    """Leave open whom the speaker's *sie* means, if it was taken for the speaker."""
    if speaker is not None and doc._.actor_at.get(i) is speaker:
        del doc._.actor_at[i]
        doc._.actors_at.pop(i, None)
        speaker.mentions = [m for m in speaker.mentions if m != (i, i + 1)]
