"""Which word governs a clause or a noun, and what it does to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors import actors_of_word
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.certainty.phrases import definite
from lagebild.reading.certainty.scene import opened
from lagebild.reading.certainty.values import negate, negative, positive, weaken
from lagebild.reading.certainty.words import Governor, as_value, words
from lagebild.reading.events.words import in_class, is_people
from lagebild.record import Factuality

#: Verbs of turning down, whose object is a deed or the words of somebody else.
_TURNING_DOWN: Final = frozenset(
    ["ablehnen", "ausschlagen", "verwerfen", "abweisen", "abschmettern", "abtun", "ignorieren", "widersprechen",
     "niederstimmen", "abschlagen", "verschmähen"]
)  # fmt: skip
#: Verbs that say what their object counts as.
HOLDING: Final = frozenset(
    ["halten", "ansehen", "betrachten", "einschätzen", "bewerten", "einstufen", "bezeichnen", "nennen"]
)
#: Words that announce a clause to come and make another verb of theirs: *sorgt dafür, dass*, *sorgt sich, dass*.
CORRELATES = frozenset(
    ["dafür", "dagegen", "davon", "daran", "darum", "darauf", "davor", "dazu", "darüber", "dabei", "danach"]
)  # fmt: skip
_COUNTING: Final = HOLDING | {"gelten"}
#: A participle that the parser takes for a prefix: *hat sich zu dem Anschlag bekannt*.
_PARTICIPLES: Final = {"bekannthaben": "bekennen"}
#: Verbs of what takes place: what was planned and began is no plan any more.
_HAPPENING: Final = frozenset(
    ["stattfinden", "erfolgen", "geschehen", "eintreten", "beginnen", "anfangen", "starten", "anlaufen", "ausbrechen",
     "vollziehen", "durchführen", "abhalten", "verüben", "zustandekommen", "eröffnen"]
)  # fmt: skip
#: Verbs of stopping: who is asked to stop is doing it.
_STOPPING: Final = frozenset(["einstellen", "aussetzen", "stoppen", "einfrieren"])


def applied(governor: Governor, context: Factuality) -> Factuality:
    """The value of the event under `governor`, whose own clause has the value `context`."""
    if context == "Uu":
        return as_value(governor.affirmed) if governor.kind == "factive" else "Uu"
    cell = governor.negated if negative(context) else governor.affirmed
    if governor.kind in ("occurrence", "implicative"):
        return context if governor.affirmed == "=" else negate(context)
    if cell == "=":
        return context
    if cell == "-":
        return negate(context)
    value = as_value(cell)
    return weaken(value, context) if governor.kind == "attitude" else value


#: Verbs of trying, which fail with *vergeblich, ohne Erfolg* beside them.
_TRYING: Final = frozenset(
    ["versuchen", "bemühen", "ringen", "suchen", "trachten", "streben", "anstreben", "feilschen"]
)


def lemmas(clause: Clause) -> Iterator[str]:
    """The lemmas by which a clause is looked up, fixed phrases first: ``stellen_in_aussicht``, ``stellen``."""
    for oblique in clause.obliques:
        name = oblique.noun.lemma_ or oblique.noun.text
        yield f"{clause.lemma}_{opened(oblique.preposition)}_{name.lower()}"
    for noun in clause.objects:
        yield f"{clause.lemma}_{(noun.lemma_ or noun.text).lower()}"
    for child in clause.predicate.children:  # *kam nicht zustande*
        if child.tag_ == "PTKVZ" and not clause.lemma.startswith(child.lower_):
            yield child.lower_ + clause.lemma
    if clause.lemma == "lassen":  # *ließ die Gespräche platzen*
        for child in clause.predicate.children:
            if child.tag_ == "VVINF":
                yield f"lassen_{child.lemma_}"
    doc = clause.predicate.doc
    begin, end = (min(clause.tokens), max(clause.tokens) + 3) if clause.tokens else (0, 0)
    for i in range(begin, min(end, sentence(clause.predicate).stop)):
        word = doc.lowers[i]
        if word in ("für", "als") and i + 1 < len(doc) and doc[i + 1].pos_ in ("ADJ", "ADV", "NOUN"):
            yield f"{clause.lemma}_{word}_{doc.lemmas[i + 1].lower()}"
        elif word in CORRELATES:
            yield f"{clause.lemma}_{word}"
    if clause.reflexive is not None:
        yield f"{clause.lemma}_sich"
    known_as = (
        clause.copula is not None and clause.predicate.tag_ == "ADJD"
    )  # *wurde bekannt* is not of bekennen
    yield clause.predicate.lower_ if known_as else _PARTICIPLES.get(clause.lemma, clause.lemma)


def of_verb(clause: Clause, frames: list[str]) -> Governor | None:
    """The entry of the verb of `clause` for an event that hangs on it by one of `frames`."""
    table = words().verbs
    for lemma in lemmas(clause):
        for frame in frames:
            found = table.get((lemma, frame))
            if found is not None:
                return _in_vain(found, clause)
    return None


def _in_vain(governor: Governor, clause: Clause) -> Governor:
    """What is tried without success does not come about: *bemühte sich vergeblich um Vermittlung*."""
    if governor.word not in _TRYING or governor.kind != "attitude":
        return governor
    listed, lower = words(), clause.predicate.doc.lowers
    starts = (i for i in clause.tokens if lower[i] in listed.adverb_starts)
    if any("vain" in (listed.adverbs.get(lower[i]), listed.phrase_at(lower, i)) for i in starts):
        return replace(governor, affirmed="CT-", negated="CT+", later=False)
    return governor


def of_noun(noun: Token, frames: list[str]) -> Governor | None:
    """The entry of a noun for an event that hangs on it by one of `frames`."""
    lemma = noun.lemma_ or noun.text
    for frame in frames:
        found = words().noun(lemma, frame) or words().noun(noun.text, frame)
        if found is not None:
            return found
    return None


def noun_before(clause: Clause, frames: list[str]) -> Token | None:
    """The noun before the comma at which the clause begins, over its attributes: *der Plan der Regierung, Panzer zu
    liefern*."""
    start, doc = min(clause.tokens, default=0), clause.predicate.doc
    while start < len(doc) and doc[start].text == ",":
        start += 1
    if start < 2 or doc[start - 1].text != "," or doc[start].is_sent_start:
        return None
    noun = doc[start - 2]
    if noun.lower_ in CORRELATES and start > 2:
        noun = doc[start - 3]  # *Beweise dafür, dass*
    if sentence(noun).start > noun.i:
        return None
    at = noun
    for _ in range(3):
        if at.tag_ == "NN" and of_noun(at, frames) is not None:
            return at
        if at.dep_ not in ("nmod", "appos") or at.head.tag_ != "NN" or at.head.i > at.i:
            break
        at = at.head
    return noun if noun.tag_ == "NN" else None


#: Verbs of denying, whose object may be what others say.
_DENYING: Final = frozenset(
    ["zurückweisen", "dementieren", "bestreiten", "abstreiten", "leugnen", "widersprechen", "entgegentreten"]
)
#: Words between *als* and what something is called.
_AS: Final = frozenset(["als", "eine", "ein", "reine", "glatte", "bloße"])


#: Nouns and adjectives of trying in vain.
_ATTEMPTS: Final = frozenset(["Versuch", "Bemühung", "Anstrengung", "Bestrebung", "Bestreben"])
_FAILED = ("gescheitert", "misslungen", "missglückt", "vergeblich", "erfolglos", "fehlgeschlagen")
#: Verbs of dropping a plan.
_GIVING_UP: Final = frozenset(
    ["aufgeben", "begraben", "fallenlassen", "verwerfen", "abrücken", "ablassen", "abkommen"]
)
FAILING: Final = frozenset(["scheitern", "misslingen", "missglücken", "fehlschlagen"])


def of_attempt(governor: Governor, noun: Token, clause: Clause | None) -> Governor:
    """The entry of a noun of trying or planning, which comes to nothing where the attempt fails or the plan is dropped:
    *der Versuch, …, scheiterte*, *gab den Plan auf*."""
    if governor.kind == "attitude" and clause is not None and clause.lemma in _GIVING_UP:
        parts = (*clause.objects, clause.understood_subject, *(o.noun for o in clause.obliques))
        dropped = noun in parts and not clause.negation
        return replace(governor, affirmed="CT-", negated="CT-", later=False) if dropped else governor
    if governor.word not in _ATTEMPTS:
        return governor
    by_verb = clause is not None and clause.lemma in FAILING and noun == clause.understood_subject
    failed = by_verb and clause is not None and not clause.negation and not clause.modals
    if failed or any(child.lower_.startswith(_FAILED) for child in noun.lefts):
        return replace(governor, affirmed="CT-", negated="CT-", later=False)
    return governor


def owner_of(noun: Token) -> Token | None:
    """Whose plan, reproach or demand it is: possessive, genitive or von-phrase of a person or body."""
    for child in noun.children:
        genitive_name = child.dep_ == "appos" and child.tag_ == "NE" and child.text.endswith("s")
        owns = genitive_name or child.dep_ in ("nmod", "nmod:poss", "det:poss")
        if owns and child.i in noun.doc._.actor_at:
            return child
    genitive = noun_phrases.genitive(noun)
    if genitive is not None and (is_people(genitive) or body_of(genitive.text) is not None):
        return genitive  # *die Forderung der Gewerkschaft*
    return next(
        (child for child in noun.lefts if child.tag_ == "ADJA" and actors_of_word(noun.doc, child.i)), None
    )


def happened(governor: Governor, tense: str | None) -> bool:
    """Whether the verb says that it took place, or did not: *die geplante Offensive begann am Montag*, *die angedrohten
    Sanktionen blieben aus*."""
    known = governor.word in _HAPPENING if governor.kind == "occurrence" else governor.kind == "implicative"
    return known and tense == "past"


#: Adjectives by which what was done may be judged too.
_JUDGING: Final = frozenset(
    ["nötig", "notwendig", "erforderlich", "zulässig", "unzulässig", "überfällig", "unvermeidlich", "wünschenswert",
     "falsch", "realistisch", "unrealistisch"]
)  # fmt: skip


def judged_afterwards(word: Token, noun: Token, tense: str | None) -> bool:
    """Whether the adjective only judges what was done or said: *der Abzug war nötig*, *nannte die Forderung falsch*."""
    known = word.lower_ in _JUDGING or word.lemma_ in _JUDGING
    return known and (tense == "past" or is_said(noun))


def asked_to_stop(governor: Governor, context: Factuality) -> bool:
    """Whether somebody is asked to stop what then is going on: *forderte, die Angriffe einzustellen*."""
    return governor.word in _STOPPING and context == "PS+"


#: Verbs of complaint: what is complained of is known where it is definite, else it is who complains that tells it.
_COMPLAINING: Final = frozenset(["anprangern", "beklagen", "beschweren", "klagen"])


def about(governor: Governor, noun: Token, context: Factuality, prep: str | None) -> Governor:
    """What the verb implies of this noun: a definite one is known to those who complain or may not tell of it."""
    known = definite(noun)
    told = governor.kind == "speech" and governor.affirmed == "CT+" and prep is not None
    if told and known and not positive(context):  # *verbot, von den Angriffen zu berichten*
        governor = replace(governor, kind="factive", holder="-", negated="CT+")
    if governor.word in _COMPLAINING and governor.kind == "speech" and known:
        governor = replace(governor, kind="factive", holder="-")
    if asked_to_stop(governor, context) and known:
        governor = replace(governor, kind="factive", affirmed="CT+", negated="CT+")
    return governor


def rebuts(governor: Governor, noun: Token, clause: Clause | None) -> bool:
    """Whether the clause denies the reproach or report `noun` that nobody is named for: *wies Berichte über einen
    Angriff zurück*, *bezeichnete Spekulationen über einen Abzug als Unsinn*."""
    if clause is None or clause.negation or not (clause.lemma in _DENYING or _calls_false(clause)):
        return False
    told = governor.kind == "speech" and governor.affirmed == "CT+"
    claim = governor.holder != "subject" and (told or governor.holder == "hearsay")
    theirs = noun in clause.objects or noun == clause.understood_subject
    return claim and theirs and owner_of(noun) is None


def _calls_false(clause: Clause) -> bool:
    """Whether the clause says of its object that it is not so: *nannte Berichte falsch*, *als Falschmeldung*."""
    if clause.lemma not in HOLDING or not clause.objects:
        return False
    doc = clause.predicate.doc
    behind = min(t.i for t in clause.objects)
    for word in (doc[i] for i in clause.tokens if i > behind):
        entry = words().adjective(word.lower_) if word.tag_ == "ADJD" else None
        if entry is not None and entry.predicative and entry.affirmed == "CT-":
            return True
        if word.tag_ in ("NN", "ADJD", "VVPP") and in_class(word, "refuted"):
            return word.tag_ != "NN" or word.nbor(-1).lower_ in _AS
    return False


#: Beginnings of phrases for what becomes of a demand, offer or reproach.
_OF_WHAT_WAS_SAID: Final = ("stehen_", "lassen_", "erteilen_", "liegen_", "sein_von_")


def answered(governor: Governor, noun: Token) -> bool:
    """Whether the verb turns down what somebody has said, which was said for all that: *lehnte ein Ultimatum ab*,
    *Vorwürfe stehen im Raum*."""
    word = governor.word
    return (word in _TURNING_DOWN or word.startswith(_OF_WHAT_WAS_SAID)) and is_said(noun)


def part_of(governor: Governor, noun: Token) -> bool:
    """Whether the noun belongs to the verb's own phrase: *erteilte eine Absage* denies no refusal."""
    return governor.word.endswith("_" + (noun.lemma_ or noun.text).lower())


def is_said(noun: Token) -> bool:
    """Whether the noun names something said: a demand, reproach or offer."""
    said = of_noun(noun, ["zu", "dass", "gen", "von"])
    return said is not None and said.kind == "speech"


def of_others(governor: Governor, noun: Token, clause: Clause) -> bool:
    """Whether somebody turns down what is for others to do, who may do it for all that: *Moskau lehnte UN-Sanktionen ab*."""
    subject, doc = clause.understood_subject, noun.doc
    if governor.word not in _TURNING_DOWN or subject is None:
        return False
    refusing, owner = doc._.actor_at.get(subject.i), noun_phrases.genitive(noun)
    doing = actors_of_word(doc, noun.i)
    if owner is not None and owner.i in doc._.actor_at:
        doing = [*doing, doc._.actor_at[owner.i]]
    return refusing is not None and bool(doing) and refusing not in doing


def noun_beside(clause: Clause, frames: list[str]) -> tuple[Governor, Token] | None:
    """The listed noun beside a verb to which an infinitive or *dass* belongs: *erklärte die Bereitschaft, zu …*.

    A phrase of verb and noun that verbs.tsv lists goes before it.
    """
    contents = [frame for frame in frames if frame in ("zu", "dass")]
    table = words().verbs
    if not contents or any(
        (lemma, f) in table for lemma in lemmas(clause) if lemma != clause.lemma for f in frames
    ):
        return None
    beside = [] if of_verb(clause, contents) is not None else [o.noun for o in clause.obliques]
    for noun in (*clause.objects, *beside):  # *bekannte sich zu dem Versuch, … zu …*
        found = of_noun(noun, contents)
        if found is not None:
            return found, noun
    return None


def predicative(clause: Clause, context: Factuality) -> Factuality | None:
    """What an adjective or participle said of the event gives it: *ist wahrscheinlich*, *gilt als möglich*."""
    word = said_of(clause)
    if word.tag_ in ("VVFIN", "VVINF", "VVIZU"):
        return None  # *bereite* is of bereiten
    entry = words().adjective(word.lemma_) or words().adjective(word.lower_)
    if entry is None or not entry.predicative or word.pos_ in ("NOUN", "PROPN"):
        return None
    cell = entry.negated if negative(context) else entry.affirmed
    if cell == "hearsay":
        return context
    return weaken(as_value(cell), context) if context != "Uu" else "Uu"


def looks_ahead(clause: Clause) -> bool:
    """Whether what the clause says of an event is that it may yet come: *es ist denkbar, dass*."""
    entry = words().adjective(said_of(clause).lemma_)
    return entry is not None and entry.when == "later"


def said_of(clause: Clause) -> Token:
    """The adjective or participle that the clause says of its subject, behind *als* or *für* too."""
    word = clause.predicate
    if clause.copula is None and clause.lemma in _COUNTING:
        word = _counted_as(clause) or word
    return word


def in_front(noun: Token, clause: Clause, context: Factuality) -> Factuality | None:
    """What an adjective in front of *sein* gives the noun behind it: *denkbar ist ein Abzug*."""
    finite = clause.finite
    if finite is None or finite.i == 0 or finite.lemma_ != "sein" or noun.i < finite.i:
        return None
    word = finite.nbor(-1)
    entry = words().adjective(word.lower_) if word.tag_ == "ADJD" else None
    if entry is None or not entry.predicative or entry.affirmed == "hearsay":
        return None
    return weaken(as_value(entry.negated if negative(context) else entry.affirmed), context)


def _counted_as(clause: Clause) -> Token | None:
    """The adjective behind *als* or *für*: *gilt als unwahrscheinlich*, *hält den Angriff für möglich*."""
    doc = clause.predicate.doc
    begin = min(clause.tokens, default=0)
    for i in range(begin, min(max(clause.tokens, default=0) + 2, sentence(clause.predicate).stop)):
        if (
            doc[i].lower_ in ("als", "für")
            and i + 1 < len(doc)
            and doc[i + 1].tag_ in ("ADJD", "VVPP", "ADV")
        ):
            return next(
                (doc[k] for k in (i + 1, i + 2) if k < len(doc) and doc[k].tag_ in ("ADJD", "VVPP")), None
            )
    return None
