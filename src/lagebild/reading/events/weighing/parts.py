"""Who has a part in an event beside those, or instead of those, whom the rules found."""

from __future__ import annotations

from math import sqrt
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.reading.actors import actors_of_word, state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.weighing.barred import is_barred
from lagebild.reading.events.weighing.part_features import Parts
from lagebild.reading.events.weighing.scene import Casting, Scene, is_state, power_of
from lagebild.reading.events.weighing.weights import Question
from lagebild.reading.events.words import in_class, is_people

#: From how likely a power has a part on, it is given one; below `UNLIKELY` it loses the one that the rules gave.
LIKELY, UNLIKELY = 0.6, 0.3
#: So likely it must be where the sentence does not name it: who is not named is rather left open than guessed.
UNNAMED: Final = 0.7
#: How often the parts are weighed: what the first round found says more of who acts with whom.
_ROUNDS: Final = 2
#: Where the rules know both sides a further one must be likelier: as many come out right, and fewer are invented.
FURTHER: Final = 0.7
#: From how likely a draft is right as a whole on it is told: that it is an event, and the least sure of its parts.
#: Chosen, as all of these, by cross validation over the news articles.
TOLD: Final = 0.57
#: From how likely a power acts on, it does.
_ACTS: Final = 0.5
#: Slots of an event's own words.
_OWN: Final[tuple[str, ...]] = ("subj", "acc", "dat", "gegen", "gen", "zwischen")
#: Classes of texts that speak for those whose they are.
_REPORTS: Final[tuple[str, ...]] = ("report", "resolution", "document")
#: No chance is smaller.
_NEVER: Final = 1e-9
#: An actor without a country makes room for a state below this.
STAYS: Final = 0.6


def settle_parts(drafts: list[Draft], scene: Scene, weights: dict[str, Question]) -> None:
    """Give and take parts, each draft by what the rules, and then the round before, found for all of them."""
    surest = [1.0] * len(drafts)
    known: dict[int, Parts] = {}
    for _ in range(_ROUNDS):
        decided = _decisions(drafts, scene, weights, known)
        surest = [each.least for each in decided]
        for draft, each in zip(drafts, decided, strict=True):
            if each.gone or each.new:
                del known[id(draft)]
            _take(draft, each.gone)
            acting = _acting(draft, each.new, scene)
            for power in each.new:
                _give(draft, scene, power, power in acting)
        if not any(each.gone or each.new for each in decided):
            break
    for draft, least in zip(drafts, surest, strict=True):
        draft.chance = _both(draft.chance, least)


def told(drafts: list[Draft]) -> list[Draft]:
    """The drafts that are likely right as a whole: events, with the sides that they have."""
    return [draft for draft in drafts if draft.chance >= TOLD]


def _both(one: float, other: float) -> float:
    """Two chances made one: the mean of the logarithms of their odds."""
    return 1.0 / (1.0 + sqrt((1.0 - one) / one * (1.0 - other) / max(other, _NEVER)))


class _Decision:
    """The powers that lose their part in a draft, those that get one, with how likely they act, and how likely the least
    sure of all that is decided is right."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.new: dict[str, float] = {}
        self.least = 1.0


def _decisions(
    drafts: list[Draft], scene: Scene, weights: dict[str, Question], known: dict[int, Parts]
) -> list[_Decision]:
    """What is decided for each draft, by the parts as they stand in all of them.

    ``known`` holds what the round before has worked out for drafts that kept their sides.
    """
    casting = Casting(drafts)
    asked: list[tuple[Parts, str]] = []
    for draft in drafts:
        parts = known.get(id(draft))
        if parts is None:
            parts = known[id(draft)] = Parts(draft, scene, casting)
        parts.casting = casting
        asked += [(parts, power) for power in scene.candidates(draft)]
    features = [parts.features(power) for parts, power in asked]
    chances = weights["side"].probabilities(features)
    found = {id(draft): _Decision() for draft in drafts}
    nameless: dict[int, set[str]] = {}
    for (parts, power), holding, chance in zip(asked, features, chances, strict=True):
        draft = parts.draft
        decision = found[id(draft)]
        has = power in parts.own
        if has and chance < STAYS and not _plain(draft, power):
            if chance < UNLIKELY:
                decision.gone.add(power)
                has = False
            elif not is_state(power):
                nameless.setdefault(id(draft), set()).add(power)
        elif not has and chance > _enough(parts, power):
            acts = weights["acts"].probability(holding)
            actor = _actor(scene, power)
            if actor is None or is_barred(draft, actor, power, scene, parts.begin, acts >= _ACTS):
                continue
            decision.new[power] = acts
            has = True
        decision.least = min(decision.least, chance if has else 1 - chance)
    for at, powers in nameless.items():
        if any(is_state(power) for power in found[at].new):
            found[at].gone |= powers
    return [found[id(draft)] for draft in drafts]


def _plain(draft: Draft, power: str) -> bool:
    """Whether the event's own words name it where nothing else is: people that are the subject or object of its verb, or in
    the genitive of its noun, or one of several joined by *und* there; whose report it is that says so, *ein UN-Bericht
    wirft Kairo Folter vor*."""
    if any(a.kind == "person" and not a.role for a in (*draft.sides.source, *draft.sides.target)):
        return False
    at, frame = draft.token.doc._.actor_at, draft.predicate.frame
    slots = [slot for slot in _OWN if slot in frame.source or slot in frame.target]
    if not draft.nominal and "subj" in frame.source and _is_report(draft, power):
        return True
    lists = [noun_phrases.conjuncts(head) for slot in slots for head in draft.slots.get(slot)]
    named = [head for heads in lists for head in heads if len(heads) > 1 or is_people(head)]
    return any((actor := at.get(head.i)) is not None and power_of(actor) == power for head in named)


def _is_report(draft: Draft, power: str) -> bool:
    """Whether the subject is a report of the power by its first part."""
    reports = [head for head in draft.slots.get("subj") if in_class(head, *_REPORTS)]
    doc = draft.token.doc
    return any(power_of(a) == power for head in reports for a in actors_of_word(doc, head.i))


def _enough(parts: Parts, power: str) -> float:
    """From how likely a power has a part in a draft on, it is given one."""
    if _both_known(parts.draft):
        return FURTHER
    return LIKELY if parts.scene.within(power, parts.begin) else UNNAMED


def _acting(draft: Draft, new: dict[str, float], scene: Scene) -> set[str]:
    """Those of the powers given a part that act. Of two in what one does to another, whose sides nobody knew, one does;
    none where the text has said who."""
    sides = draft.sides
    acting = {power for power, chance in new.items() if chance >= _ACTS}
    if sides.source and not sides.target and not sides.mutual and draft.predicate.frame.target:
        return set()  # *Peking drohte; Washington antwortet mit Zöllen*
    unknown = not sides.source and not sides.target and not sides.mutual
    if unknown and len(new) == 2 and len(acting) != 1 and draft.predicate.frame.target:
        able = [p for p in new if (a := _actor(scene, p)) is not None and draft.may_have(a, acts=True)]
        return {max(able, key=new.__getitem__)} if able else set()
    return acting


def _both_known(draft: Draft) -> bool:
    sides = draft.sides
    return bool(sides.source and sides.target) or (sides.mutual and len(sides.source) > 1)


def _take(draft: Draft, gone: set[str]) -> None:
    sides = draft.sides
    for actors in (sides.source, sides.target):
        for actor in [a for a in actors if power_of(a) in gone]:
            actors.remove(actor)
            draft.note(f"weighed:-{actor.country or actor.name}", draft.token)


def _give(draft: Draft, scene: Scene, power: str, acts: bool) -> None:
    actor = _actor(scene, power)
    if actor is None or actor in draft.sides.source or actor in draft.sides.target:
        return
    side = draft.sides.source if acts or draft.sides.mutual else draft.sides.target
    side.append(actor)
    draft.note(f"weighed:+{actor.country or actor.name}", draft.token)


def _actor(scene: Scene, power: str) -> ActorFound | None:
    """The actor that stands for a power."""
    return state_actor(scene.doc, power) if is_state(power) else scene.actors.get(power)
