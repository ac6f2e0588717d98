"""What a denial denies: what hangs on it, what is quoted under it, else the claim that it takes up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.analysis import ActorFound, EventFound, LinkFound, SpeechFound
from lagebild.reading.events.rebuttals import answers_for, of_one_state

#: how many sentences back a denial may reach: an answer stands next to what it answers
_BACK: Final = 3
#: Types of acts whose content is no claim.
_ASKED: Final = frozenset(["REQUEST", "AGREE", "THREATEN"])
#: Prepositions behind a charge that say whose it is.
_OWNERS: Final = frozenset(["von", "aus", "durch", "seitens"])


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
        self._doc = doc
        self._events = events
        self._places = [min(event.trigger)[0] for event in events]
        self._starts = list(dict.fromkeys(sentence.start for sentence in doc.sentences))
        #: by the event that they are the content of, and by the clauses that theirs hang on as content
        self._hanging: dict[int, list[int]] = defaultdict(list)
        for n, event in enumerate(events):
            for each in set(map(id, _above(event))) - {id(None)}:
                self._hanging[each].append(n)
        self._speech: dict[int, list[SpeechFound]] = defaultdict(list)
        for speech in doc._.speech:
            for token in {i for start, end in speech.cue for i in range(start, end)}:
                self._speech[token].append(speech)
        #: clauses with a clause that says their content
        self._with_content = {
            id(clause.parent)
            for clause in doc._.clauses or ()
            if clause.embedded or clause.relation == "infinitive"
        }

    def denied(self, denial: EventFound) -> list[EventFound]:
        """What hangs on the denial, else what is quoted under it, else the claim that it takes up.

        The deed, not the accusation, which is denied only where nothing else is told of it.
        """
        found = [self._events[n] for n in sorted(self._under(denial))]
        charges = [event for event in found if event.nominal and event.type == "ACCUSE"]
        found = [event for event in found if event not in charges] or self._quoted(denial)
        if found:
            return found
        claim = None if any(map(self._says_what, charges)) else self._taken_up(denial, charges)
        return [claim] if claim is not None else charges

    def _under(self, denial: EventFound) -> set[int]:
        """Numbers of the events that are the content of the denial or of its clause."""
        hanging = set(self._hanging.get(id(denial), ()))
        if denial.clause is not None and not denial.nominal:
            hanging.update(self._hanging.get(id(denial.clause), ()))
        for charge in [self._events[n] for n in hanging if self._events[n].type == "ACCUSE"]:
            hanging.update(self._hanging.get(id(charge), ()))
        return hanging | self._reported(denial)

    def _reported(self, denial: EventFound) -> set[int]:
        """Numbers of the events that are denied with the report of them: *dementierte Berichte über ein Treffen*, *Berichte,
        wonach …*."""
        if denial.clause is None or denial.nominal:
            return set()
        within = self._doc.sentences[min(denial.trigger)[0]]
        return {n for n in self._between(within.start, within.stop) if _denied_in(self._events[n], denial)}

    def _says_what(self, charge: EventFound) -> bool:
        """Whether the charge names what is blamed, or an accuser that nothing is known of: *Vorwürfe wegen der Wahl*, *den
        Vorwurf, …*, *Vorwürfe, er habe …*, *die Vorwürfe einer Firma*."""
        noun = self._doc[min(charge.trigger)[1] - 1]
        behind = self._doc[noun.i + 1] if noun.i + 1 < len(self._doc) else noun
        about = behind.tag_ == "APPR" and behind.lower_ not in _OWNERS
        strange = not charge.source and any(child.dep_ == "nmod" for child in noun.rights)
        return about or strange or id(charge.clause) in self._with_content

    def _quoted(self, denial: EventFound) -> list[EventFound]:
        """The events in the words that the denial is the cue of."""
        cue = {i for start, end in denial.trigger for i in range(start, end)}
        parts = {part for i in cue for speech in self._speech.get(i, ()) for part in speech.quote}
        parts = {part for part in parts if part[0] == 0 or self._doc[part[0] - 1].text != ":"}
        return [self._events[n] for n in sorted({n for part in parts for n in self._between(*part)})]

    def _between(self, start: int, end: int) -> range:
        """Numbers of the events whose words begin among these tokens."""
        return range(bisect_left(self._places, start), bisect_left(self._places, end))

    def _taken_up(self, denial: EventFound, charges: list[EventFound]) -> EventFound | None:
        """The claim of somebody else that stands last before the denial: *solche Gerüchte*, *wies das zurück*.

        Claims about those who deny come first, then claims that somebody vouches for, then the
        accusation itself. *Die Vorwürfe* are claims of those who made them.
        """
        at = min(denial.trigger)[0]
        own = bisect_right(self._starts, at) - 1
        accusers = [actor for charge in charges for actor in charge.source]
        best: tuple[tuple[bool, bool, bool, int], EventFound] | None = None
        for n in self._between(self._starts[max(0, own - _BACK)], at):
            event = self._events[n]
            claimed = _is_claim(event) and not _said_by(event, denial.source)
            accused = event.type == "ACCUSE" and event.factuality == "CT+" and _done_by(event, denial)
            about = _done_by(event, denial) if charges else _about(event, denial)
            if not (claimed or accused) or (denial.source and not about):
                continue
            if not claimed and id(event) in self._hanging:
                continue
            if charges and (not claimed or (accusers and not _said_by(event, accusers))):
                continue
            rank = (about, claimed, event.type != "ACCUSE", self._places[n])
            if best is None or rank > best[0]:
                best = (rank, event)
        return best[1] if best is not None else None


def _above(event: EventFound) -> list[object]:
    """The event that it is the content of, and the clauses, eight at most, that its clause hangs on as theirs; not over a
    colon, behind which stands what somebody says instead."""
    at = event.clause
    if at is not None and at.behind_colon and not event.nominal:
        return []
    found: list[object] = [event.content_of]
    while at is not None and len(found) < 8 and (at.embedded or at.relation == "infinitive"):
        if at.behind_colon:
            break
        at = at.parent
        found.append(at)
    return found


def _denied_in(event: EventFound, denial: EventFound) -> bool:
    """Whether it is what the denied report tells: a noun that is not so, or a clause by whose first word the report does."""
    clause = event.clause
    if clause is None or not event.attribution:
        return False
    last = event.attribution[-1]
    if clause is denial.clause:
        return event.nominal and event.factuality == "CT-" and last.actor in denial.source
    told = clause.parent is denial.clause and clause.relation == "relative" and not event.nominal
    begin = min(clause.tokens, default=0)
    return told and any(begin <= start <= begin + 1 for start, _ in last.cue)


def _is_claim(event: EventFound) -> bool:
    """Whether somebody says that it is so; not what is asked for, offered or threatened."""
    above = event.content_of
    return (
        bool(event.attribution) and event.factuality != "Uu" and (above is None or above.type not in _ASKED)
    )


def _about(event: EventFound, denial: EventFound) -> bool:
    """Whether it is said of those who deny it, or of whom they answer for."""
    told = _names((*event.source, *event.target))
    return not told.isdisjoint(_names(denial.source)) or _done_by(event, denial)


def _done_by(event: EventFound, denial: EventFound) -> bool:
    """Whether those who deny it are said to have done it, or answer for whoever is; *die Regierung* of no state answers
    whoever blamed it."""
    tellers = [event.attribution[-1].actor] if event.attribution else []
    by = [teller for teller in tellers if teller is not None] or event.source
    if denial.target and all(_rules_somewhere(actor) for actor in denial.source):
        return any(actor in denial.target for actor in by)
    accused = event.type == "ACCUSE" and not event.attribution
    return answers_for(denial.source, event.target if accused else event.source, by)


def _rules_somewhere(actor: ActorFound) -> bool:
    """Whether it is a government of a state that the text leaves open: *die Regierung*."""
    body = body_of(actor.name) if actor.country is None else None
    return body is not None and body.kind == "state"


def _said_by(event: EventFound, tellers: list[ActorFound]) -> bool:
    """Whether the last that vouches for the event is one of them, or they speak for that state or in its name."""
    if not event.attribution:
        return False
    last = event.attribution[-1].actor
    if event.attribution[-1].name in _names(tellers):
        return True
    return last is not None and any(
        "state" in (last.kind, teller.kind) and of_one_state(last, teller) for teller in tellers
    )


def _names(actors: Iterable[ActorFound]) -> set[str]:
    return {actor.name for actor in actors}
