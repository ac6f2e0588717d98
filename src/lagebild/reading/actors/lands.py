"""Which state *das Land*, *das Emirat* or *das Nachbarland* takes up, and of which an article speaks at a place."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.fronts import opens_at
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.references import lands_named, most_named
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.scene import Scene

#: How much more is told of the country in which the sentence before begins.
_LED: Final = 3
#: How many tokens an office and the name of its holder have.
_NAME: Final = 3


class Lands:
    """The states of an article so far: whoever reads it from left to right adds them to ``states``."""

    def __init__(self, cast: Cast, scan: Scan, scene: Scene) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.scene = scene
        self.sentences = scene.sentences
        #: states so far, by mention, adjective or compound: (token, entry)
        self.states: list[tuple[int, Entry]] = []
        #: states whose rebels were named so far, by the mention: they fight their own government
        self.fought: list[tuple[int, Entry]] = []
        #: how often the whole article names each country
        self.total = Counter(e.country for e in scan.entries() if e.kind == "state" and e.country)

    def topic(self, at: int) -> Entry | None:
        """The state that the article speaks of at the token: the most named one, the sentence before counting more.

        None where no state stands out (named twice at least).
        """
        here = self.sentences.of(at)
        score: Counter[str] = Counter()
        for token, entry in (*self.states, *self.fought):
            distance = here - self.sentences.of(token)
            score[entry.key] += 1 if distance > 1 else (3 if distance == 1 else 1)
        for code, count in self.total.items():
            if count > 1 and code in self.cast.known.states:
                score[self.cast.known.states[code].key] += 1 if self.states else count
        led, _ = opens_at(self.doc, self.scene, here - 1) if here else (None, 0)
        if led in self.cast.known.states:  # *In Israel war der Tausch umstritten. Die Regierung …*
            score[self.cast.known.states[led].key] += _LED
        best = score.most_common(2)
        if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return self.cast.known.entries[best[0][0]]

    def last(self, at: int) -> Entry | None:
        """The state that *das Land* at the token takes up: the last sentence's subject, else the one named last."""
        here = self.sentences.of(at)
        named = lands_named(self.cast, self.sentences, self.states, at)
        if not named:
            return self.topic(at) or self.cast.known.states.get(self.scene.home or "")
        last = self.sentences.of(named[-1][0])
        subjects = [e for t, e in named if self.sentences.of(t) == last and self._acts(t)]
        if last < here and subjects:
            return subjects[-1]
        home = self.cast.known.states.get(self.scene.home or "")
        if last == here and subjects and named[-1][1] is subjects[-1]:
            # *Die USA forderten, das Land solle …*: the state that the article is about, else the one most named.
            return (
                home
                if home is not None and home is not subjects[-1]
                else most_named(self.cast, self.states, subjects[-1])
            )
        return named[-1][1]

    def _acts(self, at: int) -> bool:
        """Whether the actor named at the token is a subject, there or by the body that follows: *Israels Armee*."""
        named = self.cast.at.get(at)
        while named is not None and self.cast.at.get(at) == named:
            if self.sentences.subject(at):
                return True
            at += 1
        return self.sentences.subject(at) if named is None else False

    def last_of(self, at: int, codes: frozenset[str]) -> Entry | None:
        """The state of these that was named last before the token, in its last sentence rather the subject; else the one
        that the article is about."""
        named = [(token, code) for token, code in self.scene.named if token < at and code in codes]
        last = self.sentences.of(max(named)[0]) if named else -1
        near = sorted((t, code) for t, code in named if self.sentences.of(t) == last)
        acting = [code for t, code in near if self._acts(t)]
        code = acting[-1] if acting else near[-1][1] if near else self.scene.home
        return self.cast.known.states.get(code or "") if code in codes else None

    def neighbour(self, at: int) -> Entry | None:
        """The state named last but for whose neighbour it is, the subject's.

        *Das Nachbarland* as the first subject of its sentence is that of the last subject before.
        """
        first = self.sentences.first(self.sentences.of(at))
        subject = next(
            (i for i in range(at - 1, first - 1, -1) if self.doc[i].dep_.startswith("nsubj")), None
        )
        if subject is None:  # *den Vorwurf Ghanas, das Nachbarland …*
            named = [t for t, _ in self.states if t < at and (t >= first or self._acts(t))]
            subject = max(named, default=None) if self.sentences.subject(at) else None
        if subject is None:
            return None
        name = range(subject, min(subject + _NAME, at))  # *Präsident Meier*
        owner = next((actor for i in name if (actor := self.cast.one_at(i)) is not None), None)
        if owner is None or owner.country is None:
            return None
        near = lands_named(self.cast, self.sentences, self.states, at)
        return next((e for _, e in reversed(near) if e.country != owner.country), None)
