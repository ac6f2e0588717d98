"""The factuality of an event that a noun tells: *die mögliche Waffenlieferung*, *ein Angriff droht*."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.certainty import governing
from lagebild.reading.certainty.clauses import ClauseJudge
from lagebild.reading.certainty.frames import frames_of
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.negation import negations
from lagebild.reading.certainty.phrases import (
    asked,
    attributes,
    behind_verb,
    definite,
    denying,
    first_conjunct,
    in_argument,
    in_core,
    is_means,
    is_meeting,
    noun_before,
    only_after,
    only_failed,
    prompted,
    was_made,
)
from lagebild.reading.certainty.scene import preposition
from lagebild.reading.certainty.values import combine, negative, overrule, positive, weaken
from lagebild.reading.certainty.verbless import readiness, said_of
from lagebild.reading.certainty.words import Governor, Modifier, as_value, words
from lagebild.record import Factuality, Tense

_BEING: Final = frozenset(["sein", "werden", "bleiben"])
#: Nouns whose genitive or für-phrase is real where definite: *Gegner des Krieges*, *die Abwehr des Angriffs*.
_OF_WHAT_IS: Final[tuple[str, ...]] = ("Anlass", "Grund", "Verfahren", "Gegner", "Befürworter", "Abwehr")
#: Rules of what would be.
_WOULD: Final = frozenset(
    ["hypothetical-konjunktiv2", "duty-müsste", "possible-könnte", "counterfactual-konjunktiv2"]
)
#: Rules of what will be, must be or can be.
_WILL: Final = frozenset(
    ["future-werden", "duty-müssen", "possible-kann", "unable-können", "allowed-dürfen", "forbidden-dürfen",
     "demand-müssen", "praesens-futuri", "reported-würde"]
)  # fmt: skip
#: Prepositions by which an event hangs on an adjective.
_READY: Final = frozenset(["zu", "an", "für", "um", "von"])
_WHEN: Final[dict[str, Tense]] = {"later": "future", "earlier": "past"}


class Judge(ClauseJudge):
    """Judges clauses and nominal events of one article."""

    def noun_context(self, noun: Token) -> Judgement:
        """The value of a plan, rumour or offer: that of a nominal event."""
        return self.judge_noun(noun)

    def judge_noun(self, noun: Token, depth: int = 0) -> Judgement:
        """The value of the event that `noun` tells."""
        made = Judgement()
        if self._settled_by_adjective(made, noun):
            made.settled = True
            self._tense_of_clause(made, noun)
            return made
        planned = words().noun(noun.lemma_, "comp")
        if planned is not None and planned.word.lower() != noun.lemma_.lower():  # *Anschlagspläne*
            made.value = combine(as_value(planned.affirmed), made.value)
            made.because("governing-noun", noun)
        denied = denying(noun)
        top = first_conjunct(noun)
        told = made.hearsay is not None
        bare = self._by_last_words(made, top)
        decided = bare or (depth < 6 and self._by_governing_word(made, noun, top, depth))
        if not decided:
            self._by_form(made, noun, top)
        if told and made.value == "Uu":
            made.value = "CT+"  # *keine Beweise für den angeblichen Angriff*
        if denied is not None:
            made.because("no-such-event", denied)
            if not (bare or (decided and self._counted(denied, top))):
                made.value = combine("CT-", made.value if positive(made.value) else "CT+")
        self._tense_of_clause(made, noun)
        return made

    # --- adjectives ----------------------------------------------------------------------------------

    def _settled_by_adjective(self, made: Judgement, noun: Token) -> bool:
        """Bring in attributive adjectives; whether one takes the event for granted (*ständige Angriffe*)."""
        for word in attributes(noun):
            entry = self._modifier(word)
            if entry is None or not entry.attributive:
                continue
            if entry.affirmed == "CT-" and (only_failed(word, noun) or governing.is_said(noun)):
                made.tense = made.tense or _WHEN.get(entry.when)
                continue
            if word.lower_.startswith("abgelehnt") and governing.is_said(noun):
                continue  # *der abgelehnte Antrag* was made
            made.because("governing-adjective", word)
            made.tense = made.tense or _WHEN.get(entry.when)
            if entry.affirmed == "hearsay":
                made.hearsay = (word.i, word.i + 1)
            elif entry.affirmed == "CT+":
                return True
            else:
                made.value = combine(as_value(entry.affirmed), made.value)
        return False

    def _modifier(self, word: Token) -> Modifier | None:
        return words().adjective(word.lemma_) or words().adjective(word.lower_)

    # --- without a verb ------------------------------------------------------------------------------

    def _by_last_words(self, made: Judgement, top: Token) -> bool:
        """Whether the last words of a headline without a verb decide: *Angriff auf Iran möglich*."""
        found = said_of(top) if self.scene.clause_at(top) is None else None
        if found is None:
            return False
        entry, word = found
        above = Judgement("CT-" if denying(top) is not None else "CT+")
        if isinstance(entry, Governor):
            self.under(made, entry, above, word, None, f"governing-verb-{entry.kind}")
        else:
            made.value = overrule(
                as_value(entry.negated if negative(above.value) else entry.affirmed), made.value
            )
            made.tense = made.tense or _WHEN.get(entry.when)
            made.because("governing-adjective", word)
        return True

    # --- governing words -----------------------------------------------------------------------------

    def _by_governing_word(self, made: Judgement, noun: Token, top: Token, depth: int) -> bool:
        """Whether a listed noun, verb or adjective decides, and what it gives."""
        found = preposition(top)
        prep = found[0] if found else None
        head = noun_before(found[1]) if found else None
        if head is None or governing.of_noun(head, [prep or "gen"]) is None:
            head = top.head
        subject = top.dep_.startswith("nsubj")  # of a copula: *Ziel ist der Sturz der Regierung*
        if head != top and head.pos_ in ("NOUN", "PROPN") and top.dep_ != "appos" and not subject:
            frames = [prep, "gen"] if prep == "von" else [prep or "gen"]
            governor = _case(_failing(governing.of_noun(head, [f for f in frames if f]), noun), head, noun)
            if governor is not None:
                above, over = self.judge_noun(head, depth + 1), self.scene.clause_at(head)
                governor = governing.of_attempt(governor, head, over)
                self.under(made, governor, above, head, over, "governing-noun")
                return True
            if prep is None or not (behind_verb(head) or self.scene.clause_at(top) is None):
                return False
        clause = self._clause_of(top)
        if found is not None and prep in _READY and self._by_readiness(made, top, clause, found):
            return True
        return self._by_verb(made, top, clause, prep) if clause is not None else False

    def _by_readiness(
        self, made: Judgement, top: Token, clause: Clause | None, by: tuple[str, Token]
    ) -> bool:
        """Whether it hangs on an adjective with its preposition: *zu Gesprächen bereit*, also in a headline without
        a verb, *offen für Gespräche*."""
        prep, case = by
        word = clause.predicate if clause is not None and clause.copula is not None else top.head
        word = self._ready_word(top, clause) or word
        places = (word, case.nbor(-1) if case.i > 0 else word)
        listed = words().adjectives
        word = next((w for w in places if f"{w.lower_}_{prep}" in listed), word)
        entry = listed.get(f"{word.lower_}_{prep}") or (self._modifier(word) if prep == "zu" else None)
        if (
            word == top
            or word.tag_ not in ("ADJD", "VVPP", "PTKVZ")
            or entry is None
            or not entry.predicative
        ):
            return False
        if entry.affirmed == "CT+":
            return False  # *hat sich zu einem Anschlag bekannt*
        above = self.judge(clause) if clause is not None else Judgement()
        said = entry.negated if negative(above.value) else entry.affirmed
        if said == "hearsay":
            return False
        made.value = combine(as_value(said), made.value)
        made.tense = made.tense or _WHEN.get(entry.when)
        made.because("governing-adjective", word)
        made.adopt(above)
        return True

    def _ready_word(self, top: Token, clause: Clause | None) -> Token | None:
        """The adjective where it was read as part of the verb, or ends a headline: *zeigte sich zu Gesprächen bereit*."""
        if clause is None:
            return readiness(top)
        return next((t for t in clause.predicate.children if t.tag_ == "PTKVZ"), None)

    def _by_verb(self, made: Judgement, top: Token, clause: Clause, prep: str | None) -> bool:
        above = self.judge(clause)
        said = governing.in_front(top, clause, above.value) if prep is None else None
        if said is not None:  # *möglich ist ein Angriff*
            made.value = overrule(said, made.value)
            made.because("governing-adjective", clause.finite)
            made.adopt(above)
            return True
        calling = _called(top, clause)
        aim = governing.of_noun(calling, ["subj", "zu"]) if calling is not None else None
        if aim is not None and aim.later and not (aim.frame == "subj" and _is_topic(top, above)):
            self.under(made, aim, above, calling or top, clause, "governing-noun")
            return True
        if top == clause.predicate:
            # Es ist sein erster Besuch: the copula only says that it takes place.
            made.value = combine(above.value, made.value)
            made.tense = made.tense or above.tense
            made.because("governing-verb-occurrence", clause.copula or clause.finite or top)
            made.adopt(above)
            return True
        frames = frames_of(top, clause, prep)
        held = top in clause.objects and clause.lemma in governing.HOLDING
        if held or (top == clause.understood_subject and top != clause.predicate):
            said = governing.predicative(clause, above.value)
            if definite(top) and governing.judged_afterwards(governing.said_of(clause), top, above.tense):
                said = None
            if said is not None and not (said == "CT-" and only_failed(governing.said_of(clause), top)):
                made.value = overrule(said, made.value)
                made.because("governing-adjective", clause.predicate)
                entry = self._modifier(clause.predicate)
                when = _WHEN.get(entry.when) if entry else None
                made.tense = when if said == "CT-" and when == "past" else made.tense or when
                made.adopt(above)
                if held and clause.voice == "active":  # *Experten halten einen Einmarsch für möglich*
                    made.holders.insert(0, Holder(clause.predicate, clause))
                return True
        governor = _failing(governing.of_verb(clause, frames), top) if frames else None
        if governor is None or (governor.word in _BEING and clause.understood_subject not in (None, top)):
            return False  # *die Einigung könnte eine Lösung sein*
        if frames and prep is None and governing.part_of(governor, top):
            return False
        governor = governing.about(governor, top, above.value, prep)
        if governor.word == "erklären" and prep == "zu":
            return False  # *zum Angriff erklärte die Partei, …* says what about
        if governing.answered(governor, top):
            made.settled = True
            return False
        if governing.of_others(governor, top, clause):
            made.value = combine("PS+", made.value)
            made.because("governing-verb", clause.predicate)
            made.adopt(above)
            return True
        before = made.value
        self.under(made, governor, above, clause.predicate, clause, f"governing-verb-{governor.kind}")
        if governor.kind == "attitude":  # *stoppte die geplante Lieferung*
            made.value = overrule(governing.applied(governor, above.value), before)
        if governor.kind in ("factive", "attitude") and made.tense is None:
            made.tense = above.tense
        return True

    def _clause_of(self, noun: Token) -> Clause | None:
        """The clause of which the noun is a part, which need not be the innermost one."""
        own = self.scene.clause_at(noun)
        if own is not None and own.copula is not None and noun in (own.understood_subject, own.predicate):
            return own  # *Bedingung sei ein Abzug, sagte er*
        return self.scene.by_predicate.get(noun.head.i) or own

    def _counted(self, denied: Token, top: Token) -> bool:
        """Whether the kein of the noun already turned its clause round."""
        clause = self._clause_of(top)
        return clause is not None and denied in negations(clause)

    # --- no governing word -----------------------------------------------------------------------------

    def _by_form(self, made: Judgement, noun: Token, top: Token) -> None:
        """Definite nouns take the event for granted, indefinite ones are as sure as their clause."""
        clause = self.scene.clause_at(top)
        above = self.judge(clause) if clause is not None else Judgement()
        found = preposition(top)
        gives, when = words().prepositions.get(found[0], ("", "")) if found else ("", "")
        value = self._by_preposition(noun, top, found, gives)
        if value is not None and found is not None:
            made.because("preposition", found[1])
        elif definite(top) and not (gives == "clause" and _looks_ahead(above)):
            made.because("noun-presupposed", noun)
            planned = clause is not None and clause.copula is not None  # *Thema des Treffens soll … sein*
            if in_core(top) and not (planned and any("state" in e.rule for e in above.evidence)):
                made.hearsay = made.hearsay or above.hearsay
            self._tense_by(made, "earlier" if when == "later" and above.tense == "past" else when)
            return
        else:
            value = self._as_its_clause(noun, top, clause, above)
            made.because("noun-as-clause", noun)
            made.tense = made.tense or above.tense
            made.hearsay = made.hearsay or above.hearsay
        self._tense_by(
            made, "earlier" if value == "CT+" and when == "later" and above.tense == "past" else when
        )
        made.value = combine(value, made.value)

    def _by_preposition(
        self, noun: Token, top: Token, found: tuple[str, Token] | None, gives: str
    ) -> Factuality | None:
        """The value that the preposition before the event gives it; None where it gives none."""
        clause = self.scene.clause_at(top)
        tense = self.judge(clause).tense if clause is not None else None
        if found is None:
            return None
        if (
            found[0] == "ohne"
            and clause is not None
            and _fronted(found[1], clause)
            and self._supposed(clause)
        ):
            return "CT+" if definite(top) else "Uu"  # *ohne (die) Hilfe wäre, würde, kann …*
        if found[0] == "bei" and not definite(top) and clause is not None and self._supposed(clause, noun):
            return "Uu"
        if found[0] == "nach" and only_after(found[1]) and not definite(top) and tense != "past":
            return "Uu"
        if gives and gives not in ("presupposed", "clause", "means", "expected"):
            return as_value(gives)
        if gives == "expected" and tense != "past" and (definite(top) or is_meeting(noun)):
            return "PR+"
        return "CT+" if gives == "presupposed" or prompted(noun, found[0]) else None

    def _supposed(self, clause: Clause, noun: Token | None = None) -> bool:
        """Whether the clause says what would follow: *bei einem Angriff würde die Regierung fliehen, drohen Strafen*; of
        what is no meeting, which may be planned, also what will follow (*muss*, *wird*, *kann*)."""
        rules = {e.rule for e in self.judge(clause).evidence}
        if clause.lemma == "drohen" or not rules.isdisjoint(_WOULD):
            return True
        return (noun is None or not is_meeting(noun)) and not rules.isdisjoint(_WILL)

    @staticmethod
    def _as_its_clause(noun: Token, top: Token, clause: Clause | None, above: Judgement) -> Factuality:
        value: Factuality = "Uu" if above.value == "Uu" else weaken("CT+", above.value)
        if negative(above.value) and noun != (clause.predicate if clause else None):
            value = "CT+" if not in_argument(top, clause) else weaken("CT+", above.value)
            value = above.value if clause is not None and is_means(top, clause) else value
        return "Uu" if asked(noun) else value

    def _tense_by(self, made: Judgement, when: str) -> None:
        made.tense = made.tense or _WHEN.get(when)

    def _tense_of_clause(self, made: Judgement, noun: Token) -> None:
        """The tense of the clause; what is taken for granted in a plan is present, not future."""
        if made.tense is not None:
            return
        clause = self.scene.clause_at(noun)
        tense = self.judge(clause).tense if clause is not None else "past"
        made.tense = "present" if tense == "future" and made.value == "CT+" else tense


def _case(governor: Governor | None, head: Token, noun: Token) -> Governor | None:
    """The entry of a noun above the event; only *im Fall* supposes what follows, *drei Fälle von Folter* are told."""
    if governor is not None and governor.word in _OF_WHAT_IS and definite(noun):
        return replace(governor, kind="factive", affirmed="CT+", negated="CT+")
    if governor is None or governor.word != "Fall":
        return governor
    before = head.nbor(-1).lower_ if head.i > 0 else ""
    supposed = head.lower_ in ("fall", "falle") and before in ("im", "in", "den", "jedem", "diesem")
    return governor if supposed else replace(governor, kind="factive", affirmed="CT+", negated="CT+")


def _looks_ahead(above: Judgement) -> bool:
    """Whether the clause tells what is or was to come: *will, wollte bei dem Treffen … verhandeln*."""
    return above.tense == "future" or any(e.rule == "past-intention-wollte" for e in above.evidence)


def _fronted(case: Token, clause: Clause) -> bool:
    """Whether the preposition opens the clause: *Ohne Hilfe kann die Stadt …*, not *endete ohne Einigung*."""
    return clause.finite is not None and min(clause.tokens, default=0) <= case.i < clause.finite.i


def _failing(governor: Governor | None, noun: Token) -> Governor | None:
    """The entry of a word above the noun; who fails in talks has held them."""
    if governor is None or governor.word.lower() not in governing.FAILING or not was_made(noun):
        return governor
    return replace(governor, kind="factive", affirmed="CT+", negated="CT+")


def _is_topic(noun: Token, above: Judgement) -> bool:
    """Whether it is a topic that exists: *der Krieg ist Thema des Treffens*; what is none, is not considered."""
    return definite(noun) and positive(above.value)


def _called(noun: Token, clause: Clause) -> Token | None:
    """The noun for an aim, plan or condition that a copula calls the event: *Ziel ist der Sturz*, *ein Abzug ist kein
    Thema*. Where the event was read as what is said (*Bedingung ist ein Abzug*), that noun has no article."""
    subject, word = clause.understood_subject, clause.predicate
    if clause.copula is None or word.tag_ != "NN":
        return None
    if noun == subject:
        return word
    bare = subject is not None and subject.tag_ == "NN" and not any(t.tag_ == "ART" for t in subject.lefts)
    return subject if bare and noun == word else None
