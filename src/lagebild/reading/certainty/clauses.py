"""The factuality of a clause: its own words, then the words that govern it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.certainty import governing
from lagebild.reading.certainty.coordination import lead
from lagebild.reading.certainty.features import accuser, features, marker, relation
from lagebild.reading.certainty.frames import content_frames
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.moment import Moments
from lagebild.reading.certainty.negation import negations
from lagebild.reading.certainty.rules import Rule, first
from lagebild.reading.certainty.scene import Scene, modal
from lagebild.reading.certainty.values import combine, negate, negative, overrule, weaken
from lagebild.reading.certainty.words import Governor, as_value, words
from lagebild.record import Factuality, Tense

_WH: Final = frozenset(
    ["wann", "wo", "wie", "warum", "weshalb", "wieso", "wohin", "woher", "wer", "wen", "wem", "was", "welche",
     "welcher", "welches", "welchen", "welchem", "wieviel", "inwieweit", "inwiefern", "wodurch", "womit"]
)  # fmt: skip
_TENSE: Final[dict[str, Tense]] = {
    "present": "present",
    "past": "past",
    "perfect": "past",
    "pluperfect": "past",
    "future": "future",
}
#: Verbs under which *ob* is a guess and no question.
_GUESSING: Final = frozenset(["spekulieren", "vermuten", "mutmaßen", "diskutieren", "debattieren"])
_ADVERBS: Final = frozenset(["ADV", "ADJD", "PTKNEG", "PAV", "PROAV"])
#: how many clauses up the tree a value may come from; a longer chain is a damaged tree
_DEPTH: Final = 12


class ClauseJudge:
    """Judges the clauses of one article; every clause once.

    The value of a clause is that of its words (modal, mood, tense, adverbs, negation, kind of
    clause) under that of the word which governs it (*planen*, *bestreiten*, *Gerücht*).
    """

    def __init__(self, scene: Scene, moments: Moments) -> None:
        self.scene = scene
        self.moments = moments
        self._own: dict[int, Judgement] = {}
        self._whole: dict[int, Judgement] = {}
        self._busy: set[int] = set()
        self._features: dict[int, dict[str, Any]] = {}

    def features(self, clause: Clause) -> dict[str, Any]:
        """The features of a clause, looked up once."""
        if id(clause) not in self._features:
            self._features[id(clause)] = features(self.scene, self.moments, clause)
        return self._features[id(clause)]

    def judge(self, clause: Clause) -> Judgement:
        """The value of the clause in the mouth of its innermost speaker."""
        key = id(clause)
        if key in self._whole:
            return self._whole[key]
        if key in self._busy or len(self._busy) > _DEPTH:
            return Judgement()
        self._busy.add(key)
        try:
            self._whole[key] = self._under_context(clause)
        finally:
            self._busy.discard(key)
        return self._whole[key]

    # --- the clause's own words ------------------------------------------------------------------

    def own(self, clause: Clause) -> Judgement:
        """The value that the clause's own words give, without what governs it."""
        key = id(clause)
        if key not in self._own:
            self._own[key] = self._by_own_words(clause)
        return self._own[key]

    def _by_own_words(self, clause: Clause) -> Judgement:
        made = Judgement()
        seen = self.features(clause)
        self._modal_or_mood(made, clause, seen)
        self._adverbs(made, clause)
        for token in negations(clause)[:1]:
            made.value = negate(made.value)
            made.because("negation", token)
        return made

    def _modal_or_mood(self, made: Judgement, clause: Clause, seen: dict[str, Any]) -> None:
        word = modal(clause)
        rule = first("modality", seen) if word is not None else None
        if rule is None:
            seen = {**seen, "modal": ""}
            rule, word = first("mood", seen), clause.finite
        if rule is None:
            return
        made.value = combine(made.value, _given(rule))
        made.tense = rule.gives.get("tense")
        made.because(rule.name, word or clause.predicate)
        if rule.name == "reported-konjunktiv2-past" and not self.scene.reported(
            (clause.finite or clause.predicate).i
        ):
            above = accuser(self.scene, clause)
            if above is not None:
                made.holders.append(Holder(above.predicate, above))
        if rule.gives.get("attribution") == "?" and word is not None:
            made.hearsay = (word.i, word.i + 1)
        if rule.gives.get("attribution") == "subject":
            made.claims = clause

    def _adverbs(self, made: Judgement, clause: Clause) -> None:
        doc, lower, starts = self.scene.doc, self.scene.lower, words().adverb_starts
        negating = {token.i for token in clause.negation}
        for i in clause.tokens:
            if lower[i] not in starts or i in negating or i == clause.predicate.i:
                continue
            token = doc[i]
            gives = words().phrase_at(lower, i)
            if gives is None and token.tag_ in _ADVERBS:
                gives = words().adverbs.get(lower[i])
            if gives in (None, "refuted", "vain") or _of_attribute(token) or _aside(token, clause):
                continue
            made.because("adverb", token)
            if gives == "hearsay":
                made.hearsay = made.hearsay or (i, i + 1)
            else:
                made.value = combine(as_value(gives), made.value)

    # --- what governs it ---------------------------------------------------------------------------

    def _under_context(self, clause: Clause) -> Judgement:
        made = self.own(clause).copy()
        if clause.finite is not None:
            made.tense = made.tense or _TENSE[clause.tense]
        seen, head = self.features(clause), lead(clause)
        if head is not clause:  # *wenn sie angreift und die Stadt besetzt*
            seen = {**seen, "marker": marker(head), "relation": relation(head)}
        kind = first("clause", seen)
        if kind is not None:
            made.because(kind.name, clause.marker or clause.finite or clause.predicate)
            made.tense = kind.gives.get("tense") or made.tense
            if not kind.gives.get("yields"):
                made.value = combine(_given(kind), made.value)
        if kind is not None and kind.gives.get("own"):
            self._default_tense(made, clause)
            return made
        governed = self._governed(made, clause, bool(kind and kind.gives.get("purpose")))
        if kind is not None and kind.gives.get("yields") and not governed:
            made.value = combine(_given(kind), made.value)
        self._default_tense(made, clause)
        return made

    def _governed(self, made: Judgement, clause: Clause, purpose: bool) -> bool:
        """Bring in the value of what governs the clause; whether a listed word did."""
        parent = clause.parent
        kind = relation(lead(clause))
        if kind == "coordinated" and parent is not None and clause.finite is None:
            self._shared(made, parent)
            return False
        if purpose:
            if parent is not None:
                made.value = weaken(made.value, self.judge(parent).value)
            return False
        if kind not in ("complement", "infinitive") or _attributive(clause):
            return False
        return self._by_governor(made, lead(clause))

    def _shared(self, made: Judgement, parent: Clause) -> None:
        """A coordinated verb shares the modal, mood and governor of the first, not its nicht."""
        value = self.judge(parent)
        made.value = combine(made.value, value.value if not negations(parent) else negate(value.value))
        made.tense = made.tense or value.tense
        made.adopt(value)

    def _by_governor(self, made: Judgement, clause: Clause) -> bool:
        frames = content_frames(marker(clause), clause.finite is not None, _bare(clause))
        head = governing.noun_before(clause, frames) or (
            clause.predicate.head if clause.predicate.head != clause.predicate else None
        )
        said = clause.finite is not None and clause.behind_colon
        if head is not None and head.pos_ in ("NOUN", "PROPN") and not said:
            governor = governing.of_noun(head, frames)
            if governor is not None:
                context, holder = self.noun_context(head), self.scene.clause_at(head)
                governor = governing.of_attempt(governor, head, holder)
                self.under(made, governor, context, head, holder, "governing-noun")
                return True
        parent = self._governing_clause(clause, head, frames)
        if parent is None or parent is clause:
            return False
        above = self.judge(parent)
        if marker(clause) in _WH:
            # What an indirect question asks about is taken for granted; who will not say it, does not say it.
            if negative(above.value):
                made.unsaid.add(parent.predicate.i)
                made.because("unsaid-question", parent.predicate)
            return False
        beside = governing.noun_beside(parent, frames) if not said and not _bare(clause) else None
        if beside is not None:
            governor = governing.of_attempt(*beside, parent)
            self.under(made, governor, above, beside[1], parent, "governing-noun")
            return True
        governor = governing.of_verb(parent, frames)
        if governor is not None:
            return self._by_governing_verb(made, self._as_meant(governor, clause), clause, parent, frames)
        return self._by_predicative(made, clause, parent)

    def _governing_clause(self, clause: Clause, head: Token | None, frames: list[str]) -> Clause | None:
        """The clause whose verb may govern this one."""
        parent = clause.parent or (self.scene.clause_at(head) if head is not None else None)
        if parent is not None and relation(parent) == "conditional" and clause.finite is None:
            # *kündigte an, sollte der König stürzen, Hilfe zu leisten*
            return parent.parent if governing.of_verb(parent, frames) is None else parent
        return parent

    def _as_meant(self, governor: Governor, clause: Clause) -> Governor:
        """What the verb implies of this clause, by its tense and mood."""
        if governor.affirmed == "PR+" and self._done(governor, clause):
            governor = replace(governor, affirmed="CT+", negated="Uu", later=False)
        if governor.kind == "factive" and self._doubted(clause):
            governor = replace(governor, kind="speech", holder="subject")
        return governor

    def _by_governing_verb(
        self, made: Judgement, governor: Governor, clause: Clause, parent: Clause, frames: list[str]
    ) -> bool:
        if frames[0] == "ob" and not _guesses(governor):
            return False
        if clause.finite is not None and clause.behind_colon and governor.affirmed != "CT+":
            return False  # *bestritt das: Man habe keine Waffen geliefert* gives the words of who denies
        rule = f"governing-verb-{governor.kind}"
        self.under(made, governor, self.judge(parent), parent.predicate, parent, rule)
        return True

    def _by_predicative(self, made: Judgement, clause: Clause, parent: Clause) -> bool:
        """An adjective above (*möglich, dass*) governs; a bare infinitive only takes over what is above it."""
        above = self.judge(parent)
        judged = governing.predicative(parent, above.value)
        if judged is not None:
            made.value = combine(judged, made.value)
            made.because("governing-adjective", parent.predicate)
            made.cues.add(parent.predicate.i)
            made.adopt(above)
            if clause.finite is None or (made.tense == "present" and governing.looks_ahead(parent)):
                made.tense = "future"
            return True
        if clause.finite is None and marker(clause) == "" and not _looks_back(clause):
            rule = first("governors", {"relation": relation(clause)})
            if rule is not None:
                made.value = combine(weaken(_given(rule), above.value), made.value)
                made.tense = made.tense or rule.gives.get("tense")
                made.because(rule.name, parent.predicate)
        return False

    def _done(self, governor: Governor, clause: Clause) -> bool:
        """Whether what one says to do is done, or a state: *erklärte, das Dorf geräumt zu haben*."""
        told = governor.kind == "speech" and clause.finite is None
        over = clause.perfect_infinitive or clause.tense == "perfect"
        return told and (over or bool(self.features(clause)["stative"]))

    def _doubted(self, clause: Clause) -> bool:
        """Whether the mood hands what is criticised or praised to who does so: *kritisierte, dass er geschlagen werde*."""
        return bool(self.features(clause)["mood"] == "konjunktiv1")

    def noun_context(self, noun: Token) -> Judgement:
        """The value of the plan, rumour or offer itself; replaced by the noun judge, which knows more."""
        clause = self.scene.clause_at(noun)
        return self.judge(clause) if clause is not None else Judgement()

    def under(
        self,
        made: Judgement,
        governor: Governor,
        above: Judgement,
        word: Token,
        clause: Clause | None,
        rule: str,
    ) -> None:
        """Put `made` under a governing word whose own value is `above`."""
        rule = {
            "governing-verb-attitude": "governing-verb",
            "governing-verb-implicative": "governing-verb",
            "governing-verb-admission": "governing-verb-speech",
        }.get(rule, rule)
        # vor etwas warnen: a nicht inside says what is wished, not what is denied
        inner: Factuality = (
            negate(made.value) if governor.word == "warnen" and negative(made.value) else made.value
        )
        outer = governing.applied(governor, above.value)
        if clause is not None and governing.rebuts(governor, word, clause):
            made.value = combine("CT-", inner)
            made.because("governing-verb-speech", clause.predicate)
            made.cues.add(clause.predicate.i)
            made.holders.append(Holder(clause.predicate, clause))
            return
        made.value = (overrule if governor.kind == "implicative" else combine)(outer, inner)
        if inner in ("PR+", "PS+") and made.tense == "future":
            self._as_it_went(made, governor, above, inner)
        made.because(rule, word)
        made.cues.add(word.i)
        if governor.kind == "admission" and negative(above.value):
            governor = replace(governor, holder="-")  # *wollte nicht bestätigen, dass* hands it to nobody
        made.admitted = made.admitted or governor.kind == "admission"
        if governor.later and made.tense in (None, "present"):
            made.tense = "future"
        ahead = made.tense == "present" and above.tense == "future"
        if governor.kind in ("implicative", "occurrence") and (made.tense is None or ahead):
            made.tense = above.tense
        if governor.holder in ("subject", "owner"):
            made.holders.append(Holder(word, clause))
        elif governor.holder == "-" and governor.kind != "factive":
            made.unsaid.add(word.i)
        elif governor.holder == "hearsay":
            made.hearsay = made.hearsay or (word.i, word.i + 1)
        made.adopt(above)

    def _as_it_went(self, made: Judgement, governor: Governor, above: Judgement, before: Factuality) -> None:
        """What became of a planned event (*die geplante Offensive begann*); one that *sollte stattfinden* was planned."""
        if governing.happened(governor, above.tense) and above.value in ("CT+", "CT-"):
            made.value, made.tense = governing.applied(governor, above.value), "past"
        elif governor.kind == "occurrence" and any(
            e.rule in ("advice-sollte", "demand-sollen") and self.scene.lower[e.range[0]].startswith("sollt")
            for e in above.evidence
        ):
            made.value = before

    def _default_tense(self, made: Judgement, clause: Clause) -> None:
        if made.tense is None:
            made.tense = self._infinite_tense(clause)

    def _infinite_tense(self, clause: Clause) -> Tense:
        if clause.predicate.tag_ == "VVPP" or (
            clause.predicate.tag_ == "ADJA" and not _present(clause.predicate)
        ):
            return "past"
        if clause.tense in ("perfect", "past", "pluperfect") or clause.perfect_infinitive:
            return "past"
        if clause.parent is not None and clause.parent is not clause:
            return self.judge(clause.parent).tense or "present"
        return "present"


def _looks_back(clause: Clause) -> bool:
    """A participle, or an infinitive of what is done: *überlebte verletzt*, *ist schuldig, getötet zu haben*."""
    return clause.perfect_infinitive or clause.tense == "perfect" or clause.predicate.tag_ == "VVPP"


def _guesses(governor: Governor) -> bool:
    """Whether the word says how sure it is of what *ob* leaves open: *fragt, ob*, *zweifelt, ob*; no decision does."""
    return governor.frame == "ob" or governor.affirmed in ("PS-", "Uu") or governor.word in _GUESSING


def _of_attribute(adverb: Token) -> bool:
    """Whether the adverb speaks of an attribute only: *nach dem möglicherweise geplanten Mord*."""
    return adverb.head.tag_ == "ADJA" and adverb.i < adverb.head.i < adverb.head.head.i


def _aside(adverb: Token, clause: Clause) -> bool:
    """Whether the adverb stands in a phrase between commas that only adds to a noun: *ein Sprengsatz, vermutlich eine
    Mine, ist explodiert*."""
    doc, within = adverb.doc, sentence(adverb)
    start, stop = adverb.i, adverb.i + 1
    while start > within.start and doc[start - 1].tag_ not in ("$,", "$("):
        start -= 1
    while stop < within.stop and doc[stop].tag_ not in ("$,", "$(", "$."):
        stop += 1
    if start == within.start or stop >= within.stop or doc[stop].tag_ == "$.":
        return False
    verbs = {clause.predicate.i, *([clause.finite.i] if clause.finite is not None else [])}
    inside = doc.tokens[start:stop]
    named = any(t.pos_ in ("NOUN", "PROPN") for t in inside)
    return named and not any(t.i in verbs or t.tag_.startswith("V") for t in inside)


def _given(rule: Rule) -> Factuality:
    """The operator of a rule: its value, ``=`` as the value that changes nothing, ``-CT`` as CT-."""
    cell = str(rule.gives.get("factuality", "="))
    return "CT+" if cell == "=" else "CT-" if cell in ("-CT", "-") else as_value(cell)


def _bare(clause: Clause) -> bool:
    """Whether it is an infinitive without *zu*, which no noun has: *ließ die Vorwürfe fallen*."""
    verb = clause.predicate
    return clause.finite is None and verb.tag_ == "VVINF" and verb.i > 0 and verb.nbor(-1).tag_ != "PTKZU"


def _attributive(clause: Clause) -> bool:
    return clause.predicate.tag_ == "ADJA" or clause.predicate.dep_ == "amod"


def _present(participle: Token) -> bool:
    return participle.lemma_.endswith("end") or "end" in participle.lower_[-5:]
