"""The article as the weighing sees it: who is named where and how often, and who was coded with whom."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Final

from lagebild.language.tokens import Token, Words
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import named_powers

#: Most powers of an article that are weighed as parts of an event; rarer ones only where they stand in its sentence.
_WEIGHED: Final = 6
_NOBODY: frozenset[str] = frozenset()


def power_of(actor: ActorFound) -> str:
    """What an actor counts as: its country, else its own name."""
    return actor.country or "~" + actor.name.lower()


def is_state(power: str) -> bool:
    """Whether the power is a country, and no body or group without one."""
    return power[:1] != "~"


def grade(value: float, bounds: tuple[float, ...]) -> str:
    """The first bound that the value does not pass."""
    return next((f"{bound:g}" for bound in bounds if value <= bound), "more")


def shape_of(draft: Draft) -> str:
    """How many act and receive, and whether they do it to each other: ``1/0``, ``2/0m``."""
    sides = draft.sides
    return f"{min(len(sides.source), 2)}/{min(len(sides.target), 2)}{'m' if sides.mutual else ''}"


class Scene:
    """Mentions and ranks of the powers of a Doc. A power is a country, or an actor that has none."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.size = max(1, len(doc))
        self.sentences = doc.sentences
        self.mentions: dict[str, list[tuple[int, int]]] = {}
        self.kinds: dict[str, set[str]] = {}
        self.actors: dict[str, ActorFound] = {}
        self._name()
        self._at = self._named_at()
        self._within: dict[int, dict[str, list[tuple[int, int]]]] = {}
        for power, spans in self.mentions.items():
            for span in spans:
                begin = self.sentences[span[0]].start if span[0] < len(self.sentences) else 0
                self._within.setdefault(begin, {}).setdefault(power, []).append(span)
        ranked = sorted(self.mentions, key=lambda p: (-len(self.mentions[p]), self.mentions[p][:1], p))
        self._leading = ranked[:_WEIGHED]
        self.rank = {power: n for n, power in enumerate(ranked)}
        states = [power for power in ranked if is_state(power)]
        self.state_rank = {power: n for n, power in enumerate(states)}
        self.of_states = max(1, sum(len(self.mentions[power]) for power in states))
        self.share = len(named_powers(doc)) / self.size
        self._places: dict[int, dict[str, list[tuple[int, int]]]] = {}
        for place in doc._.places:
            for span in place.mentions if place.country else ():
                at = self._places.setdefault(self.sentences[span[0]].start, {})
                at.setdefault(place.country or "", []).append(span)

    def _name(self) -> None:
        doc = self.doc
        for actor in doc._.actors:
            power = power_of(actor)
            self.mentions.setdefault(power, []).extend(actor.mentions)
            self.kinds.setdefault(power, set()).add(actor.kind)
            self.actors.setdefault(power, actor)
        for i, code in doc._.country_at.items():
            if code and doc._.actor_at.get(i) is None:
                self.mentions.setdefault(code, []).append((i, i + 1))
                self.kinds.setdefault(code, set()).add("adjective")
        for place in doc._.places:
            if place.country:
                self.mentions.setdefault(place.country, [])
                self.kinds.setdefault(place.country, set()).add("place")
        for spans in self.mentions.values():
            spans.sort()

    def _named_at(self) -> dict[int, frozenset[str]]:
        found = {i: frozenset([power_of(actor)]) for i, actor in self.doc._.actor_at.items()}
        for i, code in self.doc._.country_at.items():
            if code:
                found[i] = found.get(i, _NOBODY) | {code}
        return found

    def candidates(self, draft: Draft) -> list[str]:
        """The powers that may have a part in an event, those most named first."""
        begin = self.sentences[draft.token.i].start
        found = {power_of(actor) for actor in (*draft.sides.source, *draft.sides.target)} & self.rank.keys()
        found.update(self._leading, self._within.get(begin, ()), self._places.get(begin, ()))
        if begin:
            found.update(self._within.get(self.sentences[begin - 1].start, ()))
        return sorted(found, key=self.rank.__getitem__)

    def within(self, power: str, begin: int) -> list[tuple[int, int]]:
        """Mentions of a power in the sentence that begins at a token."""
        return self._within.get(begin, {}).get(power, [])

    def places(self, power: str, begin: int) -> list[tuple[int, int]]:
        """Where places of a country are named in the sentence that begins at a token."""
        return self._places.get(begin, {}).get(power, [])

    def powers_at(self, token: Token) -> frozenset[str]:
        """The powers named at a token, by name or by adjective."""
        return self._at.get(token.i, _NOBODY)

    def is_subject(self, span: tuple[int, int]) -> bool:
        """Whether a mention is a subject."""
        return any(self.doc[i].dep_.startswith("nsubj") for i in range(*span))


class Casting:
    """Who has a part in which of the drafts, as they stand."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self.at = {id(draft): n for n, draft in enumerate(drafts)}
        self.source = [{power_of(a) for a in draft.sides.source} for draft in drafts]
        self.target = [{power_of(a) for a in draft.sides.target} for draft in drafts]
        self.pairs: Counter[tuple[str, str]] = Counter()
        self._acts: Counter[tuple[str, str]] = Counter()
        self._receives: Counter[tuple[str, str]] = Counter()
        for draft, source, target in zip(drafts, self.source, self.target, strict=True):
            self.pairs.update(combinations(sorted(source | target), 2))
            self._acts.update((draft.predicate.type, power) for power in source)
            self._receives.update((draft.predicate.type, power) for power in target)

    def part(self, n: int, power: str) -> str:
        """The part of a power in the draft of that number: s, t or -."""
        return "s" if power in self.source[n] else "t" if power in self.target[n] else "-"

    def elsewhere(self, n: int, power: str) -> tuple[int, int]:
        """In how many other drafts of the same type a power acts, and in how many it receives."""
        key = self.drafts[n].predicate.type, power
        return self._acts[key] - (power in self.source[n]), self._receives[key] - (power in self.target[n])

    def together(self, one: str, other: str) -> int:
        """In how many drafts two powers have a part."""
        return self.pairs[(one, other) if one < other else (other, one)]
