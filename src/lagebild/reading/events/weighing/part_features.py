"""What speaks for and against a power having a part in an event."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.weighing.scene import Casting, Scene, grade, is_state, shape_of

_SHARES: Final = (0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9)


class Parts:
    """The question who has a part in one draft: what all powers share is worked out once.

    While the draft keeps its sides, ``casting`` may be set anew: what hangs on nothing else is kept.
    """

    def __init__(self, draft: Draft, scene: Scene, casting: Casting) -> None:
        self.draft, self.scene, self.casting = draft, scene, casting
        self.number = casting.at[id(draft)]
        self.own = casting.source[self.number] | casting.target[self.number]
        self.shape = shape_of(draft)
        self.begin = scene.sentences[draft.token.i].start
        clause = draft.clause
        self.words = frozenset(clause.tokens) if clause is not None else frozenset()
        self.form = clause.relation if clause is not None and not draft.nominal else "noun"
        self.states = min(len(scene.state_rank), 4)
        self.nameless = [a.kind for a in (*draft.sides.source, *draft.sides.target) if not a.country]
        self.slots = _slots(draft)
        self.spots = [
            (name, scene.powers_at(token), _below(token, scene))
            for name, token in (_spots(clause) if clause is not None else ())
        ]
        self._kept: dict[str, list[str]] = {}

    def features(self, power: str) -> list[str]:
        """What is known of a power beside the draft, each as ``name=part,value``.

        ``part`` is the part that the rules gave it: s, t or -. All features are told apart by it.
        """
        part = self.casting.part(self.number, power)
        kept = self._kept.get(power)
        if kept is None:
            kept = self._kept[power] = self._alone(power, part)
        return kept + self._beside(power, part)

    def _alone(self, power: str, part: str) -> list[str]:
        """What is known of the power whatever part it has in other drafts."""
        scene, predicate, shape = self.scene, self.draft.predicate, self.shape
        found = [
            f"rank={part},{min(scene.rank[power], 4)}",
            f"state={part},{is_state(power)}",
            f"kinds={part},{'+'.join(sorted(scene.kinds[power]))}",
            f"state.rank={part},{min(scene.state_rank.get(power, 9), 3)},{self.states}",
            f"shape={part},{shape},{self.form}",
            f"type={part},{predicate.type},{shape}",
            f"predicate={part},{predicate.rule}",
            f"place={part},{bool(scene.places(power, self.begin))},{shape}",
        ]
        if is_state(power):
            share = grade(len(scene.mentions[power]) / scene.of_states, _SHARES)
            found.append(f"share={part},{share},{shape}")
            found += [f"nameless={part},{kind},{share}" for kind in self.nameless]
        for where in self._where(power):
            found += [
                f"where={part},{where}",
                f"where.shape={part},{where},{shape}",
                f"where.type={part},{where},{predicate.type}",
            ]
        for name, named, below in self.spots:
            if power in named or power in below:
                nominal = self.draft.nominal
                found.append(f"spot={part},{name},{power in named},{shape},{nominal}")
                found.append(f"spot.type={part},{name},{predicate.type},{nominal}")
        return found

    def _where(self, power: str) -> list[str]:
        """Where the power is named: in a slot, in the clause, the sentence, the one before, elsewhere."""
        scene, at = self.scene, self.draft.token.i
        found = {self._spot_of(span): None for span in scene.within(power, self.begin)}
        for span in scene.places(power, self.begin):
            found[f"at.{self._spot_of(span)}"] = None
        if self.begin:
            for span in scene.within(power, scene.sentences[self.begin - 1].start):
                found["before:subject" if scene.is_subject(span) else "before"] = None
        if not found:
            spans = scene.mentions[power]
            found["place" if not spans else "far" if spans[0][0] < at else "later"] = None
        return list(found)

    def _spot_of(self, span: tuple[int, int]) -> str:
        """Where in the sentence a mention stands."""
        start, stop = span
        slot = next((name for name, phrase in self.slots if start in phrase), None)
        if slot is not None:
            return f"slot:{slot}"
        side = "" if start < self.draft.token.i else ".after"
        return f"clause{side}" if any(i in self.words for i in range(start, stop)) else f"sentence{side}"

    def _beside(self, power: str, part: str) -> list[str]:
        """The part that the power has in the drafts before and after, in those of the same type, with the same powers."""
        casting, n, shape = self.casting, self.number, self.shape
        kind = self.draft.predicate.type
        found: list[str] = []
        for name, at in (("last", n - 1), ("next", n + 1)):
            if 0 <= at < len(casting.drafts):
                alike = casting.drafts[at].predicate.type == kind
                other = casting.part(at, power)
                found.append(f"{name}={part},{other},{alike}")
                found.append(f"{name}.shape={part},{other},{alike},{shape}")
        acts, receives = casting.elsewhere(n, power)
        found.append(f"alike={part},{min(acts, 2)},{min(receives, 2)},{shape}")
        above = casting.at.get(id(self.draft.content_of))
        if above is not None:
            found.append(f"above={part},{casting.part(above, power)},{shape}")
        partners = max((casting.together(power, other) for other in self.own if other != power), default=-1)
        found.append(f"partners={part},{min(partners, 3)},{shape}")
        return found


def _slots(draft: Draft) -> list[tuple[str, range]]:
    """The slots of a draft with the tokens of their phrases."""
    own = draft.token.i
    return [
        (name, range(own, own + 1) if head.i == own else range(head.left_edge.i, head.right_edge.i + 1))
        for name, heads in draft.slots.heads.items()
        for head in heads
    ]


def _spots(clause: Clause) -> list[tuple[str, Token]]:
    """Subject, objects and prepositional phrases of a clause, and the subject of the clause above."""
    found: list[tuple[str, Token]] = []
    if clause.understood_subject is not None:
        found.append(("subject", clause.understood_subject))
    found += [("object", token) for token in clause.objects]
    found += [(oblique.preposition.lower_, oblique.noun) for oblique in clause.obliques]
    above = clause.parent
    if above is not None and above.understood_subject is not None:
        found.append((f"above:{clause.relation}", above.understood_subject))
    return found


def _below(token: Token, scene: Scene) -> frozenset[str]:
    """The powers named by the words that hang on a word, and by those that hang on these."""
    found: set[str] = set()
    for child in token.children:
        found |= scene.powers_at(child)
        for inner in child.children:
            found |= scene.powers_at(inner)
    return frozenset(found)
