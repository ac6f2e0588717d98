"""Who spoke last, by a phrase that names somebody: what *er* and *Demnach* go back to.

The news quotation data repeat a pronoun beside its verb (*Er sagte, …*), but give words that run
on without a frame to the phrase that names their speaker.
"""

from __future__ import annotations

from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import agents, speakers, subjects
from lagebild.reading.speech.lexicon import noun_of, verbs
from lagebild.reading.speech.predicates import predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.zones import Text

#: phrases that are remembered, and units in which they are looked for
_REMEMBERED: Final = 12
_REMEMBERED_UNITS: Final = 60
#: not who says it but where it is said
_TALKS: Final = {"Interview", "Presse", "Zeitung", "Medium", "Kreis", "Quelle"}
#: single words that stand for somebody named before
_STANDING_IN: Final = {"PPER", "PDS", "PRELS", "PAV", "PROAV", "ADV", "PPOSAT", "PIS"}
#: pronouns of people who are new: *Die Anwohner sind geteilter Ansicht. Viele klagen, …*
_NEW: Final = {"einige", "viele", "manche", "andere", "mehrere", "wenige", "manch"}


class Voices:
    """The phrases that name somebody, as the reading of a Doc has met them: speakers and subjects."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.at = text.actor_at
        self._heard: list[tuple[Unit, list[Range]]] = []

    def hear(self, unit: Unit, speeches: list[SpeechFound]) -> None:
        """Remember who speaks in a unit and, to be read when it is asked for, who is its subject."""
        self._heard.append((unit, [s.speaker[0] for s in speeches if s.speaker]))
        del self._heard[:-_REMEMBERED_UNITS]

    def _phrases(self) -> list[Range]:
        """The last phrases that name somebody, the nearest first."""
        found: list[Range] = []
        for unit, speakers_of_unit in reversed(self._heard):
            new = {*speakers_of_unit, *subject_of(unit)}
            found += sorted((span for span in new if not self.stands_in(span)), reverse=True)
            if len(found) >= _REMEMBERED:
                break
        return found[:_REMEMBERED]

    def stands_in(self, span: Range) -> bool:
        """Whether the span is a pronoun or *demnach* and names nobody by itself."""
        single = span[1] == span[0] + 1
        return single and self.text.tags[span[0]] in _STANDING_IN and self.text.lows[span[0]] not in _NEW

    def agentive(self, span: Range) -> bool:
        """Whether the phrase can be somebody: a name or an actor's mention is its head or apposition, no genitive."""
        return any(self.text.tags[i] == "NE" or i in self.at for i in self._head(span))

    def _head(self, span: Range) -> tuple[int, ...]:
        """The words of the phrase's head and the first of its apposition, without its genitives."""
        tags, words = self.text.tags, self.text.words
        first = next((i for i in range(*span) if tags[i] in speakers.NOUNS | speakers.PRONOUNS), span[0])
        stop = next(
            (i for i in range(first, span[1]) if tags[i] not in speakers.NOUNS or self._owns(first, i)),
            span[1],
        )
        head = range(span[0], max(stop, first + 1))
        comma = next((i for i in range(stop, span[1]) if words[i] == ","), span[1])
        return *head, *range(comma, min(span[1], comma + 6))

    def _owns(self, first: int, i: int) -> bool:
        """Whether the name at ``i`` is the genitive of the noun at ``first``: *die Wahl Bergers*."""
        text = self.text
        return i > first and text.tags[i - 1] == "NN" and text.tags[i] == "NE" and "Case=Gen" in text.morph(i)

    def before(self, last: SpeechFound | None, since: int, previous: Unit | None) -> list[Range]:
        """Whose words run on: the last speaker's; but who was the subject of a sentence in between.

        A personal pronoun right before stays (*Er sagte …. Das gelte auch heute*); `named` says whose it is.
        """
        if last is not None and since == 0 and last.speaker and not self._opinion(last):
            personal = self.text.tags[last.speaker[0][0]] == "PPER"
            return last.speaker if personal else self.named(last.speaker)
        between = subject_of(previous) if previous is not None and not _rumour(previous) else []
        document = _document(previous) if previous is not None else []
        if document and not (between and self.agentive(between[0])):
            return document
        if between and (self.agentive(between[0]) or _speaks(previous)):
            return self.named(between)
        if last is not None:
            return self.named(last.speaker)
        # not *der Streit* of *Der Streit dauert an. Das sei ein Fehler.*
        told = _speaks(previous, passive=True)
        return [span for span in self.named(between) if told or self.agentive(span)]

    def _opinion(self, last: SpeechFound) -> bool:
        """Whether the speaker is only a thought, whose owner is the subject: *der Ansicht, …*, *nach eigenen Angaben*."""
        if last.rule == "source:demnach" and last.cue != last.speaker:
            return True  # *Vermutungen, wonach er floh, bestätigte die Polizei nicht. Er sei in Bonn.*
        own = last.speaker and self.text.lows[last.speaker[0][0]].startswith("eigen")
        return bool(own) or last.cue[:1] == last.speaker[:1]

    def named(self, spans: list[Range]) -> list[Range]:
        """The phrase that a pronoun goes back to: of the same actor, else the last somebody before it."""
        if not spans or not self.stands_in(spans[0]):
            return spans
        before = [p for p in self._phrases() if p[1] <= spans[0][0]]
        actor = self.at.get(spans[0][0])
        same = [
            p for p in before if actor is not None and any(self.at.get(i) is actor for i in self._head(p))
        ]
        found = next(iter(same or [p for p in before if self.agentive(p)] or before), None)
        return [found] if found is not None else spans


def _document(unit: Unit) -> list[Range]:
    """The text in which a sentence without a speaker finds what it tells: *Im Bericht werden Mängel aufgezählt.*"""
    for p in range(len(unit.words) - 1):
        if unit.lows[p] not in {"in", "im"} or unit.tags[p] not in {"APPR", "APPRART"}:
            continue
        end = speakers.noun_phrase(unit, p + 1, len(unit.words), speakers.ATTRIBUTES)
        head = next((q for q in range(p + 1, end) if unit.tags[q] == "NN"), None)
        noun = noun_of(unit.form(head)) if head is not None else None
        if noun is not None and noun.bearer and noun.lemma not in _TALKS:
            return [unit.range(p + 1, end)]
    return []


def _rumour(unit: Unit) -> bool:
    """Whether the unit tells a rumour of its subject, who is not who tells it: *Berger soll geflohen sein.*"""
    found = (s.finite for s in unit.segments if s.kind in {"main", "verb_first"} and s.finite is not None)
    fin = next(found, None)
    return fin is not None and unit.lows[fin] in {"soll", "sollen"}


def _speaks(unit: Unit | None, passive: bool = False) -> bool:
    """Whether the unit's first finite verb is one of saying, though nothing in it is said; perhaps a passive."""
    clauses = range(len(unit.clauses)) if unit is not None else ()
    found = (predicate(unit, clause) for clause in clauses if unit is not None)
    first = next((pred for pred in found if pred is not None and pred.finite is not None), None)
    return first is not None and passive >= first.passive and first.lemma in verbs()


def subject_of(unit: Unit) -> list[Range]:
    """The subject of the unit's first finite clause, in a passive of a verb of saying its agent."""
    for clause in range(len(unit.clauses)):
        pred = predicate(unit, clause)
        if pred is not None and pred.finite is not None:
            span = subjects.subject(unit, pred)
            if pred.passive and pred.lemma in verbs():
                span = agents.agent(unit, pred, span) or span
            return [span] if span else []
    return []
