"""Who has a part in an event beside those, or instead of those, whom the rules found."""

from __future__ import annotations

from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.weighing.part_features import Parts
from lagebild.reading.events.weighing.scene import Casting, Scene, is_state, power_of
from lagebild.reading.events.weighing.weights import Question

#: From how likely a power has a part on, it is given one; below `UNLIKELY` it loses the one that the rules gave.
LIKELY, UNLIKELY = 0.5, 0.3
#: How often the parts are weighed: what the first round found says more of who acts with whom.
_ROUNDS = 2
#: Where the rules know both sides a further one must be likelier: as many come out right, and fewer are invented.
FURTHER = 0.7
#: An actor without a country makes room for a state below this.
STAYS = 0.6


def settle_parts(drafts: list[Draft], scene: Scene, weights: dict[str, Question]) -> None:
    """Give and take parts, each draft by what the rules, and then the round before, found for all of them."""
    for _ in range(_ROUNDS):
        casting = Casting(drafts)
        decided = [_decide(draft, scene, casting, weights) for draft in drafts]
        for draft, (gone, new) in zip(drafts, decided, strict=True):
            _take(draft, gone)
            for power, acts in new:
                _give(draft, scene, power, acts)
        if not any(gone or new for gone, new in decided):
            return


def _decide(
    draft: Draft, scene: Scene, casting: Casting, weights: dict[str, Question]
) -> tuple[set[str], list[tuple[str, bool]]]:
    """The powers that lose their part, and those that get one, with whether they act."""
    side, acts = weights["side"], weights["acts"]
    parts = Parts(draft, scene, casting)
    likely = FURTHER if _both_known(draft) else LIKELY
    gone: set[str] = set()
    nameless: set[str] = set()
    new: list[tuple[str, bool]] = []
    for power in scene.candidates(draft):
        features = parts.features(power)
        chance = side.probability(features)
        if power in parts.own:
            if chance < UNLIKELY:
                gone.add(power)
            elif chance < STAYS and not is_state(power):
                nameless.add(power)
        elif chance > likely:
            new.append((power, acts.probability(features) >= 0.5))
    if any(is_state(power) for power, _ in new):
        gone |= nameless
    return gone, new


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
    actor: ActorFound | None = state_actor(scene.doc, power) if is_state(power) else scene.actors.get(power)
    if actor is None or actor in draft.sides.source or actor in draft.sides.target:
        return
    side = draft.sides.source if acts or draft.sides.mutual else draft.sides.target
    side.append(actor)
    draft.note(f"weighed:+{actor.country or actor.name}", draft.token)
