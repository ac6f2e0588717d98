"""Who says so: the chain of sources of an event, and how far the teller stands behind it."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de.noun_phrases import conjuncts, phrase
from lagebild.language.tokens import Token, Words
from lagebild.reading.actors import actors_of_word
from lagebild.reading.analysis import ActorFound, AttributionFound, EventFound, Range, SpeechFound
from lagebild.reading.certainty.descriptions import described, speaks_for
from lagebild.reading.certainty.governing import owner_of
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.kickers import above_headline
from lagebild.reading.certainty.scene import Scene, opened
from lagebild.reading.certainty.words import words
from lagebild.reading.events.antecedents import antecedent
from lagebild.reading.events.words import is_people
from lagebild.reading.speech import chain_of
from lagebild.reading.speech.compounds import teller_in_compound
from lagebild.reading.speech.resolve import closed, named_behind, source_name
from lagebild.record import Factuality

NOBODY: Final = "?"


def chain(scene: Scene, event: EventFound, judged: Judgement) -> list[AttributionFound]:
    """The sources of the event, outermost first; empty in the teller's own voice.

    Speech gives the chain; then come those who vouch for the event by governing it (*drohen mit*,
    *bestreiten*), and nobody (``?``) where hearsay stands alone.
    """
    doc = scene.doc
    # An event is no content of its own words, and who does not say it is no source.
    event_at = min(event.trigger)[0]
    silent = judged.unsaid | {i for start, end in event.trigger for i in range(start, end)}
    links = [
        link
        for speech in chain_of(scene.speech_over(event_at), min(event.trigger))
        if scene.vouches(speech, event_at)
        and not any(start <= i < end for start, end in speech.cue for i in silent)
        for link in _joined(doc, speech)
        or [_of_speech(doc, speech, _clause_of_source(scene, speech) or scene.clause_of(event))]
    ]
    if over_all_established(scene, event):
        links = [link for link in links if link.name != NOBODY]
    if links and _told_in_between(scene, event):
        links = [link for link in links if link.name != NOBODY]
    if not links and not judged.holders:
        links = _inserted(scene, event) or above_headline(scene, event)
    links = _cited(scene, event_at) + links if links else links
    for holder in reversed(judged.holders):
        if _settled(holder, links) or (links and holder.word.lemma_ in _CITING):
            continue
        links = _with(links, _names(scene, holder, event.content_of), holder.word)
    if judged.claims is not None and judged.claims.understood_subject is not None:
        word = judged.claims.modals[0] if judged.claims.modals else judged.claims.predicate
        links = _with(links, [_named(doc, judged.claims.understood_subject, word)], word)
    if judged.hearsay is not None and not links:
        links = [AttributionFound(NOBODY, None, [judged.hearsay])]
    if any(link.name != NOBODY for link in links):
        links = [link for link in links if link.name != NOBODY]
    return _unique(links)


def over_all_established(scene: Scene, event: EventFound) -> bool:
    """Whether the words around are those of nobody but the teller, who takes them as established: *es wurde aufgedeckt,
    dass*."""
    at = min(event.trigger)[0]
    over = [speech for speech in scene.speech_over(at) if scene.vouches(speech, at)]
    return bool(over) and all(speech.commitment == "factive" for speech in over)


#: Verbs of giving somebody else's words.
_CITING: Final = frozenset(["zitieren"])


def _cited(scene: Scene, at: int) -> list[AttributionFound]:
    """Who cites the source to which *wonach* points back: *Die Zeitung zitiert einen Sprecher, wonach …*."""
    for speech in scene.speech_over(at):
        clause = _clause_of_source(scene, speech) if speech.rule == "source:demnach" else None
        if clause is not None and clause.lemma in _CITING and clause.voice == "active":
            return _names(scene, Holder(clause.predicate, clause), None)
    return []


def _clause_of_source(scene: Scene, speech: SpeechFound) -> Clause | None:
    """The clause in which the source stands: *X will nach eigenen Angaben Y freilassen, den X entführt hatte*."""
    return scene.clause_at(scene.doc[speech.speaker[0][0]]) if speech.speaker else None


def _of_speech(doc: Words, speech: SpeechFound, clause: Clause | None) -> AttributionFound:
    """The speaker as a link of the chain: the actor's name; a description without a name as written;
    behind *eigenen Angaben zufolge* the subject."""
    name = speech.name
    own = any(
        doc[i].lemma_ == "eigen" or doc[i].lower_.startswith("eigene")
        for s in speech.speaker
        for i in range(*s)
    )
    if own and speech.speaker_actor is None and clause is not None and clause.subject is not None:
        named = _named(doc, clause.subject, clause.subject)
        return AttributionFound(named.name, named.actor, list(speech.cue))
    if speech.speaker and (_from_capital(doc, speech) or teller_in_compound(doc, speech.speaker[0])):
        return AttributionFound(name, speech.speaker_actor, list(speech.cue))
    if speech.speaker and (name == NOBODY or described(doc, speech.speaker[0], speech.speaker_actor)):
        span = speech.speaker[0]
        # of *Einschätzung westlicher Diplomaten* the diplomats are the source
        inside = doc[span[0]].tag_ == "NN" and doc._.actor_at.get(span[0]) is not speech.speaker_actor
        actor = speech.speaker_actor if inside else None
        actor = None if actor is not None and actor.kind == "state" else actor
        name = actor.name if actor is not None else source_name(doc, span)
    return AttributionFound(name, speech.speaker_actor, list(speech.cue))


def _joined(doc: Words, speech: SpeechFound) -> list[AttributionFound]:
    """The links of a source that names two: *nach Angaben der Agenturen dpa und AFP*, *laut Polizei und Armee*."""
    if not speech.rule.startswith("source:laut") or not speech.speaker:
        return []
    span = speech.speaker[0]
    several = doc._.actors_at.get(span[1] - 1, [])
    if len(several) > 1:  # *nach Angaben der beiden Länder*
        return [AttributionFound(actor.name, actor, list(speech.cue)) for actor in several]
    joined = (doc[i] for i in range(*span) if doc[i].dep_ == "conj" and span[0] <= doc[i].head.i < i)
    last = next((t for t in joined if t.tag_ in ("NN", "NE")), None)
    if last is None or _of_people(last.head, span):
        return []
    named = conjuncts(last.head)
    if last.tag_ == "NE" and last.head.tag_ == "NN":  # *der Agenturen dpa und AFP*
        apposed = [
            t for t in last.head.children if t.dep_ in ("appos", "flat") and t.tag_ == "NE" and t.i < last.i
        ]
        named = [*apposed[:1], *(t for t in named if t is not last.head)] if apposed else []
    return [_named(doc, noun, doc[speech.cue[0][0]]) for noun in named]


def _of_people(noun: Token, span: Range) -> bool:
    """Whether the noun only says whose spokesman it is: *ein Sprecher der Polizei und der Armee*."""
    above = noun.head if noun.dep_ in ("nmod", "appos") else None
    if above is None or not span[0] <= above.i < span[1]:
        return False
    return noun.dep_ == "nmod" and is_people(above)


def _from_capital(doc: Words, speech: SpeechFound) -> bool:
    """Whether the state is told by its capital: *nach Angaben aus Khartum*."""
    actor, last = speech.speaker_actor, speech.speaker[0][1] - 1
    return actor is not None and actor.kind == "state" and last > 0 and doc[last - 1].lower_ == "aus"


def _settled(holder: Holder, links: list[AttributionFound]) -> bool:
    """Whether speech has told whose the pronoun before this verb is (*In einem Brief, den X …, erklärt er*)."""
    teller = holder.clause.understood_subject if holder.clause is not None else None
    if teller is None or teller.tag_ != "PPER":
        return False
    return any(link.name != NOBODY and any(s <= holder.word.i < e for s, e in link.cue) for link in links)


def _told_in_between(scene: Scene, event: EventFound) -> bool:
    """*Er nahm teil, auch Übungen halte er für möglich, hieß es*: beside a Konjunktiv I of the same rank, the
    indicative is the teller's own."""
    clause = scene.clause_of(event)
    if clause is None or clause.mood != "indicative" or not _free(clause):
        return False
    others = scene.sentence_clauses(clause.predicate.i)
    return any(other.mood == "konjunktiv1" and _free(other) for other in others)


def _free(clause: Clause) -> bool:
    """A clause that could stand alone."""
    return (clause.embedded or clause.relation in ("main", "coordinated")) and clause.marker is None


def author(scene: Scene, judged: Judgement, links: list[AttributionFound], trigger: Range) -> Factuality:
    """How far the teller commits (codebook, section 4)."""
    factuality = judged.value
    if not links:
        return factuality
    cues = {i for link in links for start, end in link.cue for i in range(start, end)}
    if any(_refuted(scene, i) for i in sorted(cues)):
        return "CT-"
    over = scene.speech_over(trigger[0])
    factive = judged.admitted or bool(over and over[0].commitment == "factive")
    if factive and len(links) == 1 and judged.hearsay is None:
        return factuality
    return "Uu"


def _refuted(scene: Scene, i: int) -> bool:
    """Whether the teller calls what is said false: *behauptete fälschlich*."""
    clause = scene.clause_at(scene.doc[i])
    if clause is None:
        return False
    lower, adverbs = scene.lower, words().adverbs
    starts = (n for n in clause.tokens if lower[n] in words().adverb_starts)
    return any("refuted" in (adverbs.get(lower[n]), words().phrase_at(lower, n)) for n in starts)


def _with(links: list[AttributionFound], new: list[AttributionFound], word: Token) -> list[AttributionFound]:
    """The chain with the holders of `word`; where speech already has this cue, its speaker gives way
    to holders that are better known (*Die USA und Südkorea* are two)."""
    if not new:
        return links
    same = [n for n, link in enumerate(links) if any(s <= word.i < e for s, e in link.cue)]
    if not same:
        same = [
            n
            for n, link in enumerate(links)
            if link.actor is not None and link.actor in [x.actor for x in new]
        ]
    if not same:
        return [*links, *new]
    if all(link.name == NOBODY for link in new) or (len(new) == 1 and new[0].actor is None):
        return links
    if len(same) > len(new):
        return links  # *zitierte die Zeitung einen Sprecher*: one word names a chain
    at = same[0]
    if len(new) == len(same) == 1 and (_cuts(new[0], links[at]) or _hears(new[0], links[at])):
        return links  # *Die Regierung in Kiew erklärte*
    kept = [link for n, link in enumerate(links) if n not in same]
    return [*kept[:at], *new, *kept[at:]]


def _cuts(link: AttributionFound, known: AttributionFound) -> bool:
    """Whether the link is the known one without the words behind it that say where or whose."""
    return link.actor is known.actor and known.name.startswith(link.name + " ")


def _hears(link: AttributionFound, known: AttributionFound) -> bool:
    """Whether the link takes the paper that is told for whose speaker it is: *sagte ein Sprecher der Agentur AFP*."""
    paper = link.actor is not None and link.actor.sector == "MED" and link.actor is not known.actor
    return paper and link.name.startswith(known.name + " der ")


def _names(scene: Scene, holder: Holder, governing: EventFound | None) -> list[AttributionFound]:
    cue = [(holder.word.i, holder.word.i + 1)]
    if (
        governing is not None
        and any(s <= holder.word.i < e for s, e in governing.trigger)
        and governing.source
    ):
        return _described_subject(scene.doc, governing, holder.word) or [
            AttributionFound(actor.name, actor, cue) for actor in governing.source
        ]
    if holder.word.pos_ in ("NOUN", "PROPN"):
        owner = owner_of(holder.word)
        return [_named(scene.doc, owner, holder.word)] if owner is not None else []
    clause = holder.clause
    if clause is None:
        return []
    teller = _agent(clause) if clause.voice == "passive" else clause.understood_subject
    if teller is not None and teller.tag_ == "PRELS":
        teller = antecedent(teller)
    if teller is None and clause.voice == "active" and clause.objects:
        teller = clause.objects[0]  # schreibt die Zeitung: behind its verb the subject looks like an object
    if teller is None or teller.lower_ in ("es", "man"):
        return [AttributionFound(NOBODY, None, cue)]
    return [_named(scene.doc, noun, holder.word) for noun in _tellers(scene.doc, clause, teller)]


def _tellers(doc: Words, clause: Clause, teller: Token) -> list[Token]:
    """The nouns of the subject that tell; of several offices before one name only the last, which has the name:
    *Der Vizekanzler und Minister Karl Berger sagte*."""
    nouns = conjuncts(teller)
    alone = clause.finite is not None and "Sing" in clause.finite.morph.get("Number", [])
    if not alone or len(nouns) < 2 or any(noun.tag_ != "NN" for noun in nouns[:-1]):
        return nouns
    names = (nouns[-1], *(t for t in nouns[-1].rights if t.dep_ in ("appos", "flat")))
    at = doc._.actor_at
    named = next((t for t in names if t.i in at and at[t.i].kind == "person"), None)
    return [named] if named is not None else nouns


def _described_subject(doc: Words, governing: EventFound, word: Token) -> list[AttributionFound]:
    """Who asks, accuses or threatens for a state, as written: *Ein Sprecher der Regierung in Kiew forderte …*."""
    clause, actors = governing.clause, governing.source
    subject = clause.understood_subject if clause is not None and clause.voice == "active" else None
    if subject is None or subject.tag_ != "NN" or len(actors) != 1 or actors[0].kind == "person":
        return []
    own = doc._.actor_at.get(subject.i)
    if own is not None and own is not actors[0]:
        return []
    start, end = phrase(subject)
    if actors[0].kind != "state":
        speaks = speaks_for(doc, (start, end), actors[0])
    else:
        speaks = is_people(subject) if own is None else described(doc, (start, end), own)
    return (
        [AttributionFound(source_name(doc, (start, end)), actors[0], [(word.i, word.i + 1)])]
        if speaks
        else []
    )


def _inserted(scene: Scene, event: EventFound) -> list[AttributionFound]:
    """The speaker of an inserted clause of saying: *Russland, so sagen Beobachter, könnte …*."""
    own, at = scene.clause_of(event), min(event.trigger)[0]
    for clause in scene.sentence_clauses(at):
        if any(scene.lower[i] == ":" for i in range(at, clause.predicate.i)):
            continue  # *Wien meldete Widerstand an: Man werde das nicht mittragen, sagte der Kanzler.*
        if own is not None and own.parent is clause and own.relation == "coordinated" and _plainly(own):
            continue  # *Das sei falsch, sagte der Kanzler und entließ den General.*
        verb = words().verbs.get((clause.lemma, "dass"))
        if clause is own or clause.relation != "parenthetical" or verb is None or clause.negation:
            continue
        if verb.kind == "speech" and verb.affirmed == "CT+":
            return _names(scene, Holder(clause.predicate, clause), None)
    return []


def _plainly(clause: Clause) -> bool:
    return clause.mood == "indicative" and not clause.embedded


def _agent(clause: Clause) -> Token | None:
    return next((o.noun for o in clause.obliques if opened(o.preposition) in ("von", "durch")), None)


def _named(doc: Words, noun: Token, word: Token) -> AttributionFound:
    actor = doc._.actor_at.get(noun.i)
    cue = [(word.i, word.i + 1)]
    if actor is None and noun.tag_ == "ADJA":
        actor = actors_of_word(doc, noun.i)[0]  # *ein indischer Vorschlag*
        return AttributionFound(actor.name, actor, cue)
    if actor is None:  # *Spaniens Ministerpräsident Pedro Sánchez*
        names = (t.i for t in noun.rights if t.tag_ == "NE" and t.dep_ in ("appos", "flat", "flat:name"))
        if (holder := doc._.actor_at.get(next(names, -1))) is not None and holder.kind == "person":
            return AttributionFound(holder.name, holder, cue)
    start, end = closed(doc, phrase(noun))
    if (
        isinstance(actor, ActorFound)
        and (named := named_behind(doc, (start, noun.right_edge.i + 1), actor)) is not None
    ):
        return AttributionFound(named.name, named, cue)
    if isinstance(actor, ActorFound) and not described(doc, (start, end), actor):
        return AttributionFound(actor.name, actor, cue)
    return AttributionFound(source_name(doc, (start, end)), actor, cue)


def _unique(links: list[AttributionFound]) -> list[AttributionFound]:
    """Each source once, where it stands innermost."""
    kept: list[AttributionFound] = []
    for link in reversed(links):
        if not any(_one(link, other) for other in kept):
            kept.insert(0, link)
    return kept


def _one(link: AttributionFound, other: AttributionFound) -> bool:
    if link.actor is not None and link.actor is other.actor:
        return True
    a, b = link.name.split(), other.name.split()
    return a == b or (a[-1:] == b[-1:] and (set(a) <= set(b) or set(b) <= set(a)))
