"""Who says so: the chain of sources of an event, and how far the teller stands behind it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from lagebild.language.clause import Clause
from lagebild.language.de.noun_phrases import conjuncts, phrase
from lagebild.reading.analysis import ActorFound, AttributionFound, EventFound, Range
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.scene import Scene, opened
from lagebild.reading.certainty.words import words
from lagebild.reading.speech import chain_of
from lagebild.record import Factuality

NOBODY = "?"


def chain(scene: Scene, event: EventFound, judged: Judgement) -> list[AttributionFound]:
    """The sources of the event, outermost first; empty in the teller's own voice.

    Speech gives the chain; then come those who vouch for the event by governing it (*drohen mit*,
    *bestreiten*), and nobody (``?``) where hearsay stands alone.
    """
    doc = scene.doc
    links = [
        link
        for link in chain_of(doc, min(event.trigger))
        if not any(start <= i < end for start, end in link.cue for i in judged.unsaid)
    ]
    for holder in reversed(judged.holders):
        links = _with(links, _names(scene, holder, event.content_of), holder.word)
    if judged.claims is not None and judged.claims.subject is not None:
        word = judged.claims.modals[0] if judged.claims.modals else judged.claims.predicate
        links = _with(links, [_named(doc, judged.claims.subject, word)], word)
    if judged.hearsay is not None and not links:
        links = [AttributionFound(NOBODY, None, [judged.hearsay])]
    if any(link.name != NOBODY for link in links):
        links = [link for link in links if link.name != NOBODY]
    return _unique(links)


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
    doc = scene.doc
    for n in clause.tokens:
        if words().adverbs.get(doc[n].lower_) == "refuted":
            return True
        for gives_phrase, gives in words().phrases.items():
            if gives == "refuted" and tuple(t.lower_ for t in doc[n : n + len(gives_phrase)]) == gives_phrase:
                return True
    return False


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
    at = same[0]
    kept = [link for n, link in enumerate(links) if n not in same]
    return [*kept[:at], *new, *kept[at:]]


def _names(scene: Scene, holder: Holder, governing: EventFound | None) -> list[AttributionFound]:
    cue = [(holder.word.i, holder.word.i + 1)]
    if (
        governing is not None
        and any(s <= holder.word.i < e for s, e in governing.trigger)
        and governing.source
    ):
        return [AttributionFound(actor.name, actor, cue) for actor in governing.source]
    if holder.word.pos_ in ("NOUN", "PROPN"):
        owner = _owner(holder.word)
        return [_named(scene.doc, owner, holder.word)] if owner is not None else []
    clause = holder.clause
    if clause is None:
        return []
    teller = _agent(clause) if clause.voice == "passive" else clause.subject
    if teller is None or teller.lower_ in ("es", "man"):
        return [AttributionFound(NOBODY, None, cue)]
    return [_named(scene.doc, noun, holder.word) for noun in conjuncts(teller)]


def _agent(clause: Clause) -> Token | None:
    return next((o.noun for o in clause.obliques if opened(o.preposition) in ("von", "durch")), None)


def _owner(noun: Token) -> Token | None:
    """Whose plan, reproach or demand it is: possessive, genitive or von-phrase of a person or body."""
    for child in noun.children:
        if child.dep_ in ("nmod", "nmod:poss", "det:poss") and child.i in noun.doc._.actor_at:
            return child
    return None


def _named(doc: Doc, noun: Token, word: Token) -> AttributionFound:
    actor = doc._.actor_at.get(noun.i)
    cue = [(word.i, word.i + 1)]
    if isinstance(actor, ActorFound):
        return AttributionFound(actor.name, actor, cue)
    start, end = phrase(noun)
    return AttributionFound(doc[start:end].text, None, cue)


def _unique(links: list[AttributionFound]) -> list[AttributionFound]:
    """Each source once, where it stands innermost."""
    kept: list[AttributionFound] = []
    for link in reversed(links):
        if not any((link.actor is not None and link.actor is k.actor) or link.name == k.name for k in kept):
            kept.insert(0, link)
    return kept
