"""An article as certainty sees it: which clause a token stands in, in whose words, in which block."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.analysis import EventFound, SpeechFound, article_of
from lagebild.reading.certainty.own_voice import teller_goes_on
from lagebild.reading.certainty.words import words

_CONTRACTED: Final = {
    "im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "beim": "bei", "vom": "von",
    "fürs": "für", "übers": "über", "ums": "um", "aufs": "auf", "durchs": "durch",
}  # fmt: skip
_INFINITIVES: Final[tuple[str, ...]] = ("haben", "sein", "werden")
_KONJUNKTIV2: Final = frozenset(
    stem + ending
    for stem in ("könnt", "müsst", "müßt", "dürft", "möcht", "hätt", "wär", "würd")
    for ending in ("e", "en", "est", "et")
)
#: Conjunctions of clauses that a source named later does not tell.
_BACKGROUND = frozenset(["nachdem", "als", "während", "weil", "obwohl", "seit", "seitdem", "bevor", "da"])
_PREPOSITIONS: Final = frozenset(["APPR", "APPRART", "APPO", "APZR"])

#: Ends of nouns of what rules, which says nothing: *gemäß den Bestimmungen*.
_RULES: Final[tuple[str, ...]] = (
    "bestimmung", "bestimmungen", "gesetz", "gesetze", "gesetzen", "gesetzes", "vertrag", "vertrags", "vertrages",
    "verträgen", "verfassung", "abkommen", "abkommens", "vereinbarung", "vereinbarungen", "regel", "regeln", "regelung",
    "regelungen", "vorschrift", "vorschriften", "resolution", "recht", "völkerrecht", "richtlinie", "richtlinien",
    "verordnung", "plan", "beschluss",
)  # fmt: skip
#: What opens a clause that goes on behind a whole one.
_GOES_ON: Final = frozenset(["was", "woraufhin", "worauf", "weshalb", "wogegen"])


#: A source named between an article and its adjective has so many words at most.
_LONGEST_ASIDE: Final = 8


class Scene:
    """Look-ups over one Doc."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        #: the words of the article in small letters
        self.lower: list[str] = doc.lowers
        self.by_predicate: dict[int, Clause] = {}
        self.by_token: dict[int, Clause] = {}
        clauses: list[Clause] = [*doc._.clauses, *doc._.infinitives]
        for clause in sorted(clauses, key=lambda c: -len(c.tokens)):
            for i in clause.tokens:
                self.by_token[i] = clause
        for clause in reversed(clauses):
            self.by_predicate[clause.predicate.i] = clause
            for token in (clause.finite, *clause.modals, *clause.auxiliaries):
                if token is not None:
                    self.by_predicate.setdefault(token.i, clause)
        self._clauses_in: dict[int, list[Clause]] = {}
        self._speech: dict[int, list[SpeechFound]] = {}
        for speech in sorted(doc._.speech, key=lambda s: sum(end - start for start, end in s.quote)):
            for i in {i for start, end in speech.quote for i in range(start, end)}:
                self._speech.setdefault(i, []).append(speech)
        self.blocks: list[tuple[str, int, int]] = doc._.blocks
        article = article_of(doc.source)
        self.published = _day(article.published if article else doc.source._.published)

    def clause_at(self, token: Token) -> Clause | None:
        """The innermost clause that the token stands in."""
        return self.by_token.get(token.i) or self.by_predicate.get(token.i)

    def sentence_clauses(self, i: int) -> list[Clause]:
        """The clauses of the sentence around a token, in text order; gathered once a sentence."""
        within = self.doc.sentences[i]
        found = self._clauses_in.get(within.start)
        if found is None:
            inside = [clause for n in within if (clause := self.by_token.get(n)) is not None]
            found = self._clauses_in[within.start] = list({id(c): c for c in inside}.values())
        return found

    def clause_of(self, event: EventFound) -> Clause | None:
        """The clause of an event: the one it heads, for a noun the one it stands in."""
        if event.clause is not None:
            return event.clause
        start = min(event.trigger)[0]
        return self.by_predicate.get(start) or self.clause_at(self.doc[start])

    def block_at(self, i: int) -> str:
        """The kind of block that a token stands in."""
        return next((kind for kind, start, end in self.blocks if start <= i < end), "body")

    def speech_over(self, i: int) -> list[SpeechFound]:
        """The speech that a token stands in, innermost first."""
        return self._speech.get(i, [])

    def reported(self, i: int) -> bool:
        """Whether a token stands in somebody's words that are not quoted word for word."""
        over = [speech for speech in self.speech_over(i) if self.vouches(speech, i)]
        return bool(over) and over[0].type != "direct"

    def cited(self, i: int) -> bool:
        """Whether the words around a token are those of a source named beside them: *laut X*, *so X*."""
        over = self.speech_over(i)
        return bool(over) and over[0].rule.startswith("source:") and over[0].type == "indirect"

    def vouches(self, speech: SpeechFound, i: int) -> bool:
        """Whether a speech hands what token `i` tells to its speaker. Reported speech names an act of speaking and
        no words; words that run on without a cue must show it by their mood."""
        if speech.type in ("reported", "free_indirect") or (speech.type == "indirect" and self._explained(i)):
            return False
        if speech.rule == "source:said-before" and not self._said_of(speech, i):
            return False
        if speech.rule.startswith("source:") and self._in_attribute(speech, i):
            return False
        if speech.rule.startswith("source:laut") and (
            self._fronted(speech, i) or self._added(speech, i) or self._of_another_clause(speech, i)
        ):
            return False
        if speech.type == "indirect" and self._of_somebody_else(speech, i):
            return False
        if self._by_the_teller(speech, i):
            return False
        if speech.rule.startswith("verb:") and _only_thinks(speech.rule[5:]):
            return False
        if speech.type != "indirect_free_indirect" or speech.cue:
            return True
        return any(_tells(clause) for clause in self.sentence_clauses(i))

    def _by_the_teller(self, speech: SpeechFound, i: int) -> bool:
        """Whether the teller himself goes on beside indirect words: *…, räumte sie ein und entließ ihn*."""
        known = speech.rule.startswith("verb:") or speech.rule in ("source:heisst-es", "inquit")
        if not (speech.type == "indirect" and known) and speech.rule != "konjunktiv-run-on":
            return False
        cue = self.clause_at(self.doc[min(speech.cue)[0]]) if speech.cue else None
        return teller_goes_on(self.by_token.get(i), cue, speech)

    def _fronted(self, speech: SpeechFound, i: int) -> bool:
        """Whether *laut X* stands in the clause behind the one that tells it: *Nachdem A angriff, soll laut X B …*."""
        clause = self.by_token.get(i)
        if clause is None or clause.finite is None or clause.marker is None or not speech.cue:
            return False
        cue = speech.cue[0][0]
        return clause.mood == "indicative" and clause.marker.lower_ in _BACKGROUND and clause.finite.i < cue

    def _in_attribute(self, speech: SpeechFound, i: int) -> bool:
        """Whether the source vouches for an attribute only: *äußerte sich zu der laut Polizei verbotenen Demonstration*."""
        ranges = [*speech.cue, *speech.speaker, *speech.frame]
        begin, end = min(r[0] for r in ranges), max(r[1] for r in ranges)
        while end < len(self.doc) and self.doc[end].tag_ == "ADV":
            end += 1
        if begin == 0 or end >= len(self.doc) or end - begin > _LONGEST_ASIDE:
            return False
        inside = self.doc[begin - 1].tag_ in ("ART", "PDS", "APPRART") and self.doc[end].tag_ == "ADJA"
        return inside and i != end and self.by_token.get(i) is self.by_token.get(begin)

    def _added(self, speech: SpeechFound, i: int) -> bool:
        """Whether *laut X* vouches for a detail added behind what is told, or what is done is only by a rule:
        *384 Menschen starben, darunter laut X 62 Kinder*, *gemäß den Bestimmungen*."""
        cue = speech.cue[0][0] if speech.cue else 0
        if self.lower[cue] in ("gemäß", "entsprechend") and speech.speaker:
            return any(self.lower[n].endswith(_RULES) for n in range(*speech.speaker[0]))
        return i < cue and self.lower[cue - 1] in ("darunter", "davon")

    def _of_another_clause(self, speech: SpeechFound, i: int) -> bool:
        """Whether *nach X* stands in a clause behind, relative or joined by *und*, and says nothing of the one before:
        *erschoss einen Mann, der laut Polizei bewaffnet war*, *brachte sie fort und half damit laut X …*."""
        own = self.by_token.get(i)
        cue = self.by_token.get(speech.cue[0][0]) if speech.cue else None
        if own is None or cue is None or own is cue:
            return False
        if cue.relation == "relative":
            return own is cue.parent
        joined = cue.relation == "coordinated" and cue.parent is own and i < speech.cue[0][0]
        begin = min(cue.tokens, default=0)
        return joined and any(t.tag_ == "KON" for t in self.doc.tokens[max(begin - 1, 0) : speech.cue[0][0]])

    def _of_somebody_else(self, speech: SpeechFound, i: int) -> bool:
        """Whether the teller goes on with what another did: *nach Angaben der Armee starben zehn Menschen, was Mali
        bestreitet*; not *…, was er auf X zurückführt*."""
        clause = self.by_token.get(i)
        if clause is None or clause.marker is None or clause.marker.lower_ not in _GOES_ON:
            return False
        if clause.mood != "indicative" or not speech.cue or speech.cue[0][0] > clause.marker.i:
            return False
        named = self.doc._.actor_at
        other = [named[t] for t in clause.tokens if t in named]
        return bool(other) and all(actor is not speech.speaker_actor for actor in other)

    def _said_of(self, speech: SpeechFound, i: int) -> bool:
        """Whether *das teilte X mit* hands the sentence before it to X. What X only confirms is the teller's own, and
        so is all that stands further up."""
        cue = self.doc[min(speech.cue)[0]] if speech.cue else None
        if cue is None or speech.commitment == "factive" or cue.lemma_.endswith("gehen"):
            return False
        if _only_thinks(cue.lemma_):
            return False  # *Das beschloss das Gericht*
        own, told = sentence(cue), sentence(self.doc[i])
        return told.stop in (own.start, own.stop)

    def _explained(self, i: int) -> bool:
        """Whether a relative clause of the teller's stands behind what somebody is asked to do or promises: *mahnte
        Ankara, am Pakt festzuhalten, für den Brüssel Milliarden bereitstellt*."""
        clause = self.by_token.get(i)
        if clause is None or clause.relation != "relative" or clause.finite is None or clause.parent is None:
            return False
        if clause.marker is not None and clause.marker.lower_ == "was":
            return False  # *…, was er auf X zurückführt*
        reported = clause.parent.mood in ("konjunktiv1", "konjunktiv2") and clause.parent.tense != "present"
        told = clause.parent.relation == "infinitive" or reported or clause.parent.mood == "konjunktiv1"
        return told and clause.mood == "indicative"


def _tells(clause: Clause) -> bool:
    """Whether the mood of the clause shows that it is told: not *als sei es so*, which only compares."""
    if clause.marker is not None and clause.marker.lower_ == "als":
        return False
    past = clause.tense in ("perfect", "pluperfect")
    own = mood(clause)
    return own == "konjunktiv1" or (own == "konjunktiv2" and (past or _passive_now(clause)))


def _passive_now(clause: Clause) -> bool:
    """*die Frauen würden angegriffen*: stands for a Konjunktiv I that looks like the indicative."""
    return clause.voice == "passive" and clause.finite is not None and clause.finite.lower_ == "würden"


@cache
def _only_thinks(lemma: str) -> bool:
    """Whether the verb plans, hopes or fears, which is no saying (docs/coding.md, 6): *befürchtet*, *beschloss*."""
    found = [e for frame in ("dass", "zu") if (e := words().verbs.get((lemma, frame))) is not None]
    return bool(found) and all(entry.kind == "attitude" and entry.holder == "-" for entry in found)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def preposition(noun: Token) -> tuple[str, Token] | None:
    """The preposition before a noun phrase, contracted forms opened, and its token."""
    for child in noun.lefts:
        if child.tag_ in _PREPOSITIONS or (child.dep_ == "case" and child.tag_ != "KOKOM"):
            return _CONTRACTED.get(child.lower_, child.lower_), child
    behind = next((child for child in noun.rights if child.tag_ == "APPO"), None)
    return (behind.lower_, behind) if behind is not None else None


def opened(word: Token) -> str:
    """A preposition without its article: *zum* → *zu*."""
    return _CONTRACTED.get(word.lower_, word.lower_)


def modal(clause: Clause) -> Token | None:
    """The outermost modal verb, also where the tagger took *haben* for the finite verb (*sollen … besetzt haben*)."""
    if clause.modals:
        return clause.modals[0]
    finite, word = clause.finite, clause.predicate
    if finite is None or finite.lower_ not in _INFINITIVES or word.tag_ != "VVPP" or finite.i <= word.i:
        return None
    for i in range(finite.i - 1, sentence(finite).start - 1, -1):
        token = word.doc[i]
        if token.tag_ == "VMFIN":
            return token
        if token.text in (",", ";", ":") or token.tag_ in ("KON", "KOUS") or token.tag_.endswith("FIN"):
            return None
    return None


def unreal(clause: Clause) -> bool:
    """Whether the clause tells what would have been: *wäre unterschrieben worden*."""
    return mood(clause) == "konjunktiv2" and clause.tense in ("perfect", "pluperfect")


def mood(clause: Clause) -> str:
    """The mood of the clause; the forms that are Konjunktiv II alone are known by their umlaut."""
    outer, finite = modal(clause), clause.finite
    if any(word is not None and word.lower_ in _KONJUNKTIV2 for word in (finite, outer)):
        return "konjunktiv2"
    return "indicative" if outer is not None and not clause.modals else clause.mood
