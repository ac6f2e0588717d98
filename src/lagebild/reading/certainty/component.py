"""The component: time, tense, factuality, author and sources of every event of an article."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, Words, words_of
from lagebild.reading.analysis import EventFound, EvidenceFound, SpeechFound
from lagebild.reading.certainty import governing
from lagebild.reading.certainty.attribution import author, chain
from lagebild.reading.certainty.content import (
    answered,
    for_others,
    own_deed_refused,
    prevents,
    reached,
    taken_for_granted,
    under_event,
)
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.moment import Moments
from lagebild.reading.certainty.nouns import Judge
from lagebild.reading.certainty.phrases import definite
from lagebild.reading.certainty.scene import Scene, preposition
from lagebild.reading.certainty.values import combine, negate, weaken
from lagebild.reading.certainty.words import as_value, words
from lagebild.record import Factuality

_COMMITMENT: Final[dict[str, Factuality]] = {
    "denial": "CT-",
    "speculation": "PS+",
    "doubt": "PS-",
    "promise": "PR+",
    "request": "PS+",
}
_TITLES: Final[tuple[str, ...]] = ("kicker", "headline", "lede")

#: Deeds that are done before they are made known, and the verbs for that.
_DONE: Final = frozenset(["COERCE", "ASSAULT", "ACCUSE"])
_ANNOUNCING: Final = frozenset(["bekanntgeben", "verkünden", "bekanntmachen"])
#: Acts of speaking, whose time to come is that of what they speak of.
_SPEECH_ACTS: Final = frozenset(["REQUEST", "THREATEN", "ACCUSE", "REJECT"])
#: Rules of what somebody wants to do.
_INTENTIONS: Final = frozenset(["intention-wollen", "past-intention-wollte"])


class Certainty:
    """How sure every event is, by the words that say so (codebook, section 4).

    Reads ``doc._.events``, ``clauses``, ``speech`` and ``times``; fills the second block of
    fields of each event: time, edtf, tense, factuality, author, attribution, evidence. Values follow
    FactBank (Saurí and Pustejovsky 2009).
    """

    def __call__(self, doc: Doc) -> Doc:
        events: list[EventFound] = sorted(doc._.events, key=lambda e: min(e.trigger))
        if events:
            reading = _Reading(words_of(doc))
            for event in events:
                reading.settle(event)
            reading.titles(events)
        return doc


class _Reading:
    """The judging of one article."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.scene = Scene(doc)
        self.moments = Moments(self.scene)
        self.judge = Judge(self.scene, self.moments)
        self._made: dict[int, Judgement] = {}
        self._told: list[EventFound] = []

    def settle(self, event: EventFound) -> None:
        """Fill the fields of one event."""
        judged = self.judged(event)
        trigger = min(event.trigger)
        event.attribution = chain(self.scene, event, judged)
        event.factuality = judged.value
        event.author = author(self.scene, judged, event.attribution, trigger)
        event.tense = judged.tense or "past"
        if event.tense == "future" and event.factuality == "CT+":
            event.tense = "present"  # what is taken for granted in a plan, or refused for the time to come
        event.evidence.extend(_once(judged.evidence))
        self._time(event)
        for link in event.attribution:
            event.evidence.extend(EvidenceFound("attribution", cue) for cue in link.cue[:1])
        self._told.append(event)

    def judged(self, event: EventFound, depth: int = 0) -> Judgement:
        """The judgement of an event, made once."""
        key = id(event)
        if key in self._made:
            return self._made[key]
        head = _head(self.doc, event)
        clause = self.scene.clause_of(event)
        made = self._of_noun(event, head) if _is_noun(event, head, clause) else self._of_clause(clause, head)
        made = made.copy()
        if any(e.rule == "negation" and _within(e.range, event.trigger) for e in made.evidence):
            # *kommt nicht in Frage*: the negation is part of the act.
            made.value = negate(made.value)
        above = event.content_of
        if above is not None and own_deed_refused(event, above):
            made.value = "CT-"
        elif above is not None and made.value == "CT-" and not prevents(above) and for_others(event, above):
            made.value = "PS+"
        if event.type == "REJECT" and made.value == "PR+" and _refuses(made):
            dated = clause is not None and self.moments.side(clause) == "future"
            made.value = made.value if dated else "CT+"
        taken = above is not None and event.nominal and taken_for_granted(head, above)
        taken = taken or (
            above is not None and (answered(event, above, head) or self._claimed(event, above, clause))
        )
        if event.type in _SPEECH_ACTS and any(e.rule == "praesens-futuri" for e in made.evidence):
            made.value, made.tense = "CT+", "present"  # *rufen für Montag zum Streik auf*
        if above not in (None, event) and depth < 6 and not (made.settled or taken or reached(made, above)):
            under_event(made, event, above, self.judged(above, depth + 1), _head(self.doc, above))
        if event.nominal and event.type == "ACCUSE":
            _made_all_the_same(made, head)
        if clause is not None and event.type in _SPEECH_ACTS and _outright(clause, head):
            made.value, made.tense = "CT+", "present"
            made.because("said-outright", clause.finite)
        if event.nominal and event.type in _DONE and made.value == "PR+" and self._reported_done(made, head):
            made.value, made.tense = "CT+", "past"
        self._by_speech(made, head)
        if not made.evidence:
            finite = clause.finite if clause is not None else None
            made.because("assertion-indicative", finite or head)
        self._made[key] = made
        return made

    def _of_clause(self, clause: Clause | None, head: Token) -> Judgement:
        if clause is None:
            return Judgement(tense="past")
        if head.tag_ == "ADJA" or not self._in_verb(clause, head):
            made = self.judge.judge(clause).copy() if clause.predicate == head else Judgement()
            made.tense = "present" if head.lower_.rstrip("nmrs").rstrip("e").endswith("end") else "past"
            told = self._told_of(head)
            if told is not None:
                made.holders.append(Holder(told.predicate, told))
            if not made.evidence:
                made.because("attributive-participle", head)
            return made
        return self.judge.judge(clause)

    def _told_of(self, participle: Token) -> Clause | None:
        """The clause whose subject tells of the noun that the participle stands before: *berichteten von getöteten
        Soldaten*."""
        noun, found = participle.head, preposition(participle.head)
        clause = self.scene.clause_at(noun)
        if clause is None or found is None or noun.tag_ != "NN" or definite(noun):
            return None
        verb = governing.of_verb(clause, [found[0]])
        tells = verb is not None and verb.kind == "speech" and verb.affirmed == "CT+"
        return clause if tells and not clause.negation else None

    def _claimed(self, event: EventFound, above: EventFound, clause: Clause | None) -> bool:
        """Whether it is a claim in quoted words beside a demand: *forderte ein Ende der Gewalt: „Die Armee tötet“*."""
        if above.type != "REQUEST" or event.nominal or clause is None or clause.mood != "indicative":
            return False
        over = self.scene.speech_over(min(event.trigger)[0])
        return bool(over) and over[0].type == "direct" and not clause.modals

    def _reported_done(self, made: Judgement, head: Token) -> bool:
        """Whether an arrest or killing is announced, which nobody announces before: *gab die Festnahme bekannt*."""
        clause = self.scene.clause_at(head)
        if clause is None or clause.lemma not in _ANNOUNCING or clause.predicate.i not in made.cues:
            return False
        return definite(head) and clause.tense in ("past", "perfect", "pluperfect")

    @staticmethod
    def _in_verb(clause: Clause, head: Token) -> bool:
        """Whether the trigger is the verb of the clause rather than a participle in one of its phrases."""
        parts = (clause.predicate, clause.finite, clause.copula, clause.prefix, *clause.auxiliaries)
        return head.tag_ not in ("VVFIN", "VVPP") or head in parts

    def _of_noun(self, event: EventFound, head: Token) -> Judgement:
        made = self.judge.judge_noun(head)
        if definite(head) and made.value == "CT+" and (granted := self._for_granted(made, head)) is not None:
            own = [
                e for e in self._told if not e.attribution and not _only_named(e) and self._taken_up(e, event)
            ]
            before = own[-1] if own else None
            if before is not None and all(e.factuality != "CT+" for e in own):
                made = made.copy()
                made.value, made.tense = before.factuality, before.tense
                made.evidence = [e for e in made.evidence if e.rule != granted]
                made.because("noun-as-before", head)
        return made

    def _for_granted(self, made: Judgement, head: Token) -> str | None:
        """The rule by which a noun takes its event for granted, in a phrase only where that is still to come: *was nach
        dem Gipfel geschieht*."""
        rules = {e.rule for e in made.evidence}
        if "noun-presupposed" in rules:
            return "noun-presupposed"
        clause = self.scene.clause_at(head) if "preposition" in rules else None
        ahead = clause is not None and clause.finite is not None and clause.tense in ("present", "future")
        return "preposition" if ahead else None

    def _taken_up(self, before: EventFound, event: EventFound) -> bool:
        """Whether a noun names again what was told: same type, a common actor, and the same word or its compound."""
        if not _same_matter(before, event):
            return False
        a, b = (_head(self.doc, e).lemma_.lower() for e in (before, event))
        return a.endswith(b) or b.endswith(a)

    def _by_speech(self, made: Judgement, head: Token) -> None:
        """What the innermost speech commits to, where its cue is not already in the value."""
        over = self.scene.speech_over(head.i)
        if not over or not (over[0].type == "reported" or self.scene.vouches(over[0], head.i)):
            return
        speech = over[0]
        cue = {i for start, end in speech.cue for i in range(start, end)}
        value = self._as_listed(speech) or _COMMITMENT.get(speech.commitment)
        if speech.type == "direct" and speech.commitment == "request":
            return  # *forderte ein Ende der Gewalt: „Die Armee tötet Kinder“*
        if speech.commitment == "denial" and self._own_words(speech):
            return
        if value is None or cue & (made.cues | made.unsaid) or not cue:
            return
        # A promise or request makes nothing surer, and a past event cannot be promised.
        if value in ("PS+", "PR+", "CT+"):
            if made.tense == "past" or _presupposed(made) or self._told_beside(head):
                return
            made.value = weaken(made.value, value)
            made.tense = "future" if speech.commitment in ("promise", "request") else made.tense
        else:
            made.value = combine(value, made.value)
        made.evidence.append(EvidenceFound("speech-" + speech.commitment, _span(speech)))

    def _told_beside(self, head: Token) -> bool:
        """Whether a relative clause tells it of those of whom something is asked or feared: *warnte vor Rebellen, die
        Schiffe angreifen*."""
        clause = self.scene.clause_at(head)
        while clause is not None and clause.relation == "coordinated":
            clause = clause.parent
        return clause is not None and clause.relation == "relative" and clause.mood == "indicative"

    def _as_listed(self, speech: SpeechFound) -> Factuality | None:
        """What the list of verbs or nouns gives where a guess is told: *nehmen Beobachter an*, *behauptete der Minister*."""
        if speech.commitment != "speculation" or not speech.cue:
            return None
        kind, _, word = speech.rule.partition(":")
        entry = words().verbs.get((word, "dass")) if kind == "verb" else None
        if kind == "noun":
            entry = words().noun(word, "dass")
        return as_value(entry.affirmed) if entry is not None and entry.affirmed[:2] in ("CT", "PR") else None

    def _own_words(self, speech: SpeechFound) -> bool:
        """Whether it says what is so rather than what is denied: quoted, or behind a colon (*wies das zurück: Man liefere
        nur Decken*)."""
        begin = min(speech.quote)[0]
        return speech.type == "direct" or ":" in self.scene.lower[max(0, begin - 2) : begin + 1]

    # --- time ----------------------------------------------------------------------------------------

    def _time(self, event: EventFound) -> None:
        clause = self.scene.clause_of(event)
        found, edtf = self.moments.of_event(event, clause)
        event.time, event.edtf = found, edtf
        side = self.moments.side_of(edtf)
        if side == "past" and event.tense in ("present", "future"):
            event.tense = "past"
        elif side == "future" and event.factuality == "CT-":
            event.tense = "future"  # *der für morgen geplante Gipfel ist abgesagt*
        elif found is not None and event.nominal and self.moments.of_attribute(found):
            return  # *die im Januar erzielte Einigung ist …*
        elif side == "future" and event.tense == "present" and event.type not in _SPEECH_ACTS:
            event.tense = "future"
            if event.factuality == "CT+":
                own = event.author == event.factuality
                event.factuality = "PR+"
                event.author = "PR+" if own else event.author

    def titles(self, events: list[EventFound]) -> None:
        """Headlines and ledes: a vague present is settled by the body, a missing date by publication."""
        body = [e for e in events if self.scene.block_at(min(e.trigger)[0]) not in _TITLES]
        for event in events:
            if self.scene.block_at(min(event.trigger)[0]) not in _TITLES:
                continue
            named = _only_named(event) and any(e.rule == "noun-as-clause" for e in event.evidence)
            if event.tense == "present" or (event.tense == "past" and named):
                self._as_body(event, body)
            if event.edtf == "XXXX" and event.tense != "past" and self.scene.published is not None:
                event.edtf = self.scene.published.isoformat()[:7]

    def _as_body(self, event: EventFound, body: list[EventFound]) -> None:
        same = [e for e in body if _same_matter(e, event, whole=True)]
        if not same:
            return
        told = same[0]
        event.tense = told.tense
        if event.factuality == "CT+" and told.tense == "future":
            event.factuality = "PR+"
            event.author = "PR+" if not event.attribution else event.author
        event.evidence.append(EvidenceFound("headline-as-body", min(told.trigger)))


def _made_all_the_same(made: Judgement, head: Token) -> None:
    """A reproach that somebody denies was made, whatever is true of what it says: *bestreitet den Vorwurf*."""
    denied = made.value == "CT-" and bool(made.cues or made.holders)
    if made.admitted and governing.is_said(head) and made.value == "CT+":
        made.holders.clear()  # *bestätigte den Vorwurf*
        made.admitted = False
    if denied and not any(e.rule in ("negation", "no-such-event") for e in made.evidence):
        made.value = "CT+"
        made.holders.clear()
        made.because("noun-presupposed", head)


def _outright(clause: Clause, head: Token) -> bool:
    """Whether somebody does by saying so what he wants to do: *ich möchte Sie auffordern*."""
    subject, outer = clause.understood_subject, clause.modals[0] if clause.modals else None
    wants = outer is not None and outer.lemma_ in ("mögen", "wollen") and len(clause.modals) == 1
    speaks = subject is not None and subject.lower_ in ("ich", "wir")
    return wants and speaks and clause.predicate == head and not clause.negation and not clause.question


def _presupposed(made: Judgement) -> bool:
    """Whether a definite noun takes the event for granted: *drängte darauf, die Lieferungen zu beschleunigen*."""
    return made.value == "CT+" and any(e.rule in ("noun-presupposed", "preposition") for e in made.evidence)


def _is_noun(event: EventFound, head: Token, clause: Clause | None) -> bool:
    if event.nominal:
        return True
    return head.pos_ in ("NOUN", "PROPN") and not (clause is not None and clause.predicate == head)


def _head(doc: Words, event: EventFound) -> Token:
    """The word of the trigger that the others hang on."""
    tokens = [doc[i] for start, end in event.trigger for i in range(start, end)]
    inside = {token.i for token in tokens}
    if event.clause is not None and not event.nominal and event.clause.predicate.i in inside:
        return event.clause.predicate
    return next((token for token in tokens if token.head.i not in inside or token.head == token), tokens[0])


def _within(token: tuple[int, int], trigger: list[tuple[int, int]]) -> bool:
    return any(start <= token[0] < end for start, end in trigger)


def _refuses(made: Judgement) -> bool:
    """Whether the trigger says what somebody will not do: *will sich auf nichts einlassen* is a refusal already made."""
    rules = {e.rule for e in made.evidence}
    return "negation" in rules and not rules.isdisjoint(_INTENTIONS)


def _same_matter(one: EventFound, other: EventFound, whole: bool = False) -> bool:
    """Same type and a common actor; with `whole` all actors of one among those of the other, two at least
    where either has two."""
    if one.type != other.type or one is other:
        return False
    a, b = {id(x) for x in (*one.source, *one.target)}, {id(x) for x in (*other.source, *other.target)}
    if not whole:
        return bool(a & b)
    return bool(a & b) and (a <= b or b <= a) and (len(a & b) > 1 or a == b)


def _only_named(event: EventFound) -> bool:
    """Whether words without a verb only name the event, settled or not: *Kiews Gegenoffensive: die Risiken*."""
    return event.nominal and (event.clause is None or event.clause.finite is None)


def _once(evidence: list[EvidenceFound]) -> list[EvidenceFound]:
    return list({(e.rule, e.range): e for e in evidence}.values())


def _span(speech: SpeechFound) -> tuple[int, int]:
    return min(speech.cue)
