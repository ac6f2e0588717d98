"""Who speaks above a headline: *Selenskyj: Russland hat Staudamm gesprengt*, *Bericht: Israel plant Angriff*.

What stands before the colon may as well be a place (*Türkei: Polizei nimmt Journalisten fest*, *Wien: Verhandlungen gehen
weiter*) or a topic (*SPD gegen Meier: …*); a state, its capital and a body speak only where another state is told of.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.analysis import ActorFound, AttributionFound, EventFound, Range
from lagebild.reading.certainty.scene import Scene
from lagebild.reading.speech.colons import is_topic
from lagebild.reading.speech.lexicon import speaks_above_headline
from lagebild.reading.speech.resolve import source_name

#: Types of what is done, which may be claimed of others; talks and words are rather the headline's own.
_DEEDS: Final = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "SANCTION"])
#: Sectors of bodies that tell what others do.
_TELLING: Final = frozenset(["GOV", "MIL", "SPY", "COP", "IGO", "NGO", "MED"])


def above_headline(scene: Scene, event: EventFound) -> list[AttributionFound]:
    """Who is named with a colon before the headline in which the event is told with a verb."""
    clause, label = scene.clause_of(event), _label(scene, min(event.trigger)[0])
    if label is None or clause is None or clause.finite is None:
        return []
    doc, (start, end) = scene.doc, label
    about = any(doc[i].tag_ in ("APPR", "APPRART") for i in range(start, end))
    if about or start == end or is_topic(doc[end + 1]):
        return []  # *SPD gegen Meier:*, *Trump: Warum …* is what it is about
    actor, cue = doc._.actor_at.get(doc[end - 1].i), [(end, end + 1)]
    if actor is not None and actor in event.source:
        return []
    if actor is not None and actor.kind == "person":
        return [AttributionFound(actor.name, actor, cue)]
    if _tellers(doc[start], doc[end - 1]):
        known = actor if actor is not None and actor.country is not None else None
        name = known.name if known is not None else source_name(doc, (start, end))
        return [AttributionFound(name, actor, cue)]
    if actor is not None and end - start == 1 and _tells_of(actor, doc[start], event, clause):
        return [AttributionFound(actor.name, actor, cue)]
    return []


def _label(scene: Scene, at: int) -> Range | None:
    """The words before the colon right before the headline of the token; the colon ends them."""
    spot = next((n for n, (kind, s, e) in enumerate(scene.blocks) if kind == "headline" and s <= at < e), 0)
    if spot == 0:
        return None
    kind, start, end = scene.blocks[spot - 1]
    joined = kind == "kicker" and end == scene.blocks[spot][1] and scene.lower[end - 1] == ":"
    return (start, end - 1) if joined and end < len(scene.doc) else None


def _tellers(first: Token, last: Token) -> bool:
    """Whether the words are a noun for who tells or reports: *Medien*, *Israelische Armee*."""
    alone = first.i == last.i or (first.i + 1 == last.i and first.tag_ == "ADJA")
    return alone and last.tag_ in ("NN", "NE") and speaks_above_headline(last.text)


def _tells_of(actor: ActorFound, label: Token, event: EventFound, clause: Clause) -> bool:
    """Whether a state or body tells what another state does: *Moskau: Ukraine hat Belgorod beschossen*.

    A land by its own name is the place of what befalls it (*Ukraine: Russland greift Odessa an*), a capital where no other
    place is named (*Kiew: Russland beschießt Kraftwerk*).
    """
    subject = clause.understood_subject
    named = subject is not None and subject.tag_ == "NE"  # not *Dili: Australische Soldaten übernehmen Hafen*
    doer = label.doc._.actor_at.get(subject.i) if subject is not None and named else None
    if doer is None or doer.kind == "person" or doer not in event.source or event.type not in _DEEDS:
        return False
    if actor.kind == "state":
        there = doer.kind == "state" and doer.country != actor.country
        return there and not _is_the_place(actor, label, event)
    return actor.sector in _TELLING and doer.country is not None


def _is_the_place(actor: ActorFound, label: Token, event: EventFound) -> bool:
    """Whether the land or capital may be where it is done."""
    struck = {a.country for a in (*event.source, *event.target)}
    if event.place is not None:
        struck.add(event.place.country)
    if label.text == actor.name:
        return actor.country in struck
    if label.tag_ != "NE" or _elsewhere(label, event):
        return False  # *Kreml: …*
    return actor.country in struck or not event.target


def _elsewhere(label: Token, event: EventFound) -> bool:
    """Whether the headline names a place of its own, which the label then is not."""
    within = label.doc.sentences[min(event.trigger)[0]]
    begins = (start for place in label.doc._.places for start, _ in place.mentions)
    return any(start in within and start != label.i for start in begins)
