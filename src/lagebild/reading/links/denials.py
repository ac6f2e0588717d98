"""What a denial denies: what hangs on it, what is quoted under it, else the claim that it takes up."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.reading.analysis import ActorFound, EventFound, LinkFound, SpeechFound

#: how many sentences back a denial may reach: an answer stands next to what it answers
_BACK = 3


def denials(doc: Doc) -> list[LinkFound]:
    """A ``denies`` link from every rebuttal (REJECT, mode deny) to the events that it denies."""
    events: list[EventFound] = sorted(doc._.events, key=lambda e: min(e.trigger))
    found: list[LinkFound] = []
    for event in events:
        if event.type == "REJECT" and event.mode == "deny":
            found.extend(LinkFound("denies", event, target) for target in _denied(doc, event, events))
    return found


def _denied(doc: Doc, denial: EventFound, events: list[EventFound]) -> list[EventFound]:
    others = [e for e in events if e is not denial and not (e.type == "REJECT" and e.mode == "deny")]
    hanging = [e for e in others if e.content_of is denial or _below(e, denial)]
    if hanging:
        return hanging
    quoted = _quoted(doc, denial, others)
    if quoted:
        return quoted
    claim = _taken_up(doc, denial, others)
    return [claim] if claim is not None else []


def _below(event: EventFound, denial: EventFound) -> bool:
    """Whether the clause of the event hangs on that of the denial as its content."""
    if denial.clause is None or denial.nominal:
        return False
    at = event.clause
    for _ in range(8):
        if at is None or not (at.embedded or at.relation == "infinitive"):
            return False
        at = at.parent
        if at is denial.clause:
            return True
    return False


def _quoted(doc: Doc, denial: EventFound, others: list[EventFound]) -> list[EventFound]:
    """The events in the words that the denial is the cue of."""
    cue = {i for start, end in denial.trigger for i in range(start, end)}
    speech: list[SpeechFound] = [
        s for s in doc._.speech if any(i in cue for start, end in s.cue for i in range(start, end))
    ]
    return [
        e for e in others if any(start <= min(e.trigger)[0] < end for s in speech for start, end in s.quote)
    ]


def _taken_up(doc: Doc, denial: EventFound, others: list[EventFound]) -> EventFound | None:
    """The claim of somebody else that stands last before the denial: *solche Gerüchte*, *wies das zurück*.

    Claims about those who deny come first, then claims that somebody vouches for, then the
    accusation itself.
    """
    at = min(denial.trigger)[0]
    starts = [sentence.start for sentence in doc.sents]
    own = sum(1 for start in starts if start <= at)
    deniers = _names(denial.source)
    best: tuple[tuple[bool, bool, bool, int], EventFound] | None = None
    for event in others:
        place = min(event.trigger)[0]
        back = own - sum(1 for start in starts if start <= place)
        if place >= at or not 0 <= back <= _BACK:
            continue
        claimed = bool(event.attribution) and not _said_by(event, deniers)
        accused = event.type == "ACCUSE" and bool(_names(event.target) & deniers)
        about = bool((_names(event.source) | _names(event.target)) & deniers)
        if not (claimed or accused) or (deniers and not about):
            continue
        if not claimed and _has_content(event, others):
            continue
        rank = (about, claimed, event.type != "ACCUSE", place)
        if best is None or rank > best[0]:
            best = (rank, event)
    return best[1] if best is not None else None


def _has_content(event: EventFound, others: list[EventFound]) -> bool:
    return any(other.content_of is event for other in others)


def _said_by(event: EventFound, deniers: set[str]) -> bool:
    return bool(event.attribution) and event.attribution[-1].name in deniers


def _names(actors: list[ActorFound]) -> set[str]:
    return {actor.name for actor in actors}
