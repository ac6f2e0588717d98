"""Is it an event? What speaks for and against a draft, and the decision."""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.subjects import Subject
from lagebild.reading.events.weighing.scene import Scene, grade, shape_of
from lagebild.reading.events.weighing.weights import Question
from lagebild.reading.events.words import classes_of

#: From how likely a draft is an event on. Whether it is told is decided when its sides are known (`parts.told`).
LIKELY: Final = 0.3
_SHARES: Final = (0.01, 0.02, 0.035, 0.05, 0.07, 0.1)
_POLITICS: Final = (0, 0.5, 1, 2, 4)
_SLOTS: Final[tuple[str, ...]] = ("subj", "acc", "dat", "gen", "gegen", "an", "mit", "für", "über")


class Standing:
    """A draft, what the rules take it for (*held*: its sides are known, *plain*, *rooted*; else why it is none), and
    what its article is about."""

    def __init__(self, draft: Draft, taken_for: str, subject: Subject) -> None:
        self.draft = draft
        self.taken_for = taken_for
        self.subject = subject


def weigh(standings: list[Standing], scene: Scene, weights: dict[str, Question]) -> list[Draft]:
    """The drafts that are likely events, in their order; each learns how likely it is one."""
    drafts = [each.draft for each in standings]
    examples = [event_features(each, scene, drafts) for each in standings]
    for draft, chance in zip(drafts, weights["event"].probabilities(examples), strict=True):
        draft.chance = chance
    return [draft for draft in drafts if draft.chance >= LIKELY]


def event_features(standing: Standing, scene: Scene, drafts: list[Draft]) -> list[str]:
    """What is known of a draft that may tell an event from none, each as ``name=value``."""
    draft = standing.draft
    predicate, sides, about = draft.predicate, draft.sides, standing.subject
    found = [
        f"taken_for={standing.taken_for}",
        f"predicate={predicate.rule}",
        f"type+sides={predicate.type},{shape_of(draft)}",
        f"mode={predicate.type}/{predicate.mode}",
        f"asks={'+'.join(sorted(predicate.sides))}",
        f"share={grade(scene.share, _SHARES)}",
        f"share+taken_for={grade(scene.share, _SHARES)},{standing.taken_for}",
        f"politics={grade(100 * about.politics / scene.size, _POLITICS)},{grade(100 * about.crime / scene.size, _POLITICS)}",
        f"unrest={min(about.unrest, 3)},{predicate.type}",
        f"states={min(len(scene.state_rank), 6)}",
        f"drafts={grade(100 * len(drafts) / scene.size, (1, 2, 3, 4, 6))}",
    ]
    for side, actors in (("source", sides.source), ("target", sides.target)):
        for actor in actors:
            found.append(f"{side}={actor.kind}{'+' if actor.country else '-'}{'r' if actor.role else ''}")
            if actor.sector:
                found.append(f"{side}.sector={actor.sector}")
    if draft.content_of is not None:
        found.append("content")
    found += [f"by={each.rule}" for each in draft.evidence]
    found += _slot_features(draft.slots)
    return found + (_noun_features(draft) if draft.nominal else _clause_features(draft))


def _slot_features(slots: Slots) -> list[str]:
    found: list[str] = []
    at = slots.doc._.actor_at
    for name in _SLOTS:
        for head in slots.get(name)[:1]:
            kind = "actor" if head.i in at else head.tag_[:2]
            found.append(f"slot.{name}={kind}")
            if kind == "NN":
                found += [f"slot.{name}:{each}" for each in sorted(classes_of(head.lemma_))]
    return found


def _noun_features(draft: Draft) -> list[str]:
    noun = draft.token
    case = noun_phrases.preposition(noun)
    article = next((t.lemma_ for t in noun.lefts if t.tag_ in ("ART", "PPOSAT", "PDAT", "PIAT")), "-")
    found = [
        f"noun.after={case.lower_ if case is not None else '-'}",
        f"noun.article={article}",
        f"noun.as={noun.dep_}",
    ]
    if draft.clause is not None:
        found.append(f"noun.verb={draft.clause.lemma}")
    return found


def _clause_features(draft: Draft) -> list[str]:
    clause = draft.clause
    if clause is None:
        return ["clause=-"]
    found = [f"clause={clause.relation}", f"voice={clause.voice}", f"mood={clause.mood}"]
    if clause.modals:
        found.append(f"modal={clause.modals[0].lemma_}")
    if clause.negation:
        found.append("negated")
    return found
