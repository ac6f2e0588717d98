"""An event while its sides are still being found."""

from __future__ import annotations

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import EvidenceFound, HoldingFound
from lagebild.reading.events.frames import Sides
from lagebild.reading.events.predicates import Predicate
from lagebild.reading.events.slots import Slots


class Draft:
    """A predicate of the lexicon in the text. ``token`` is its verb or noun, ``words`` its whole trigger; ``chance`` is how
    likely it is an event, and once its parts are settled, one with just these sides."""

    def __init__(
        self,
        predicate: Predicate,
        token: Token,
        words: list[Token],
        slots: Slots,
        sides: Sides,
        clause: Clause | None,
        nominal: bool = False,
        prefix: str = "",
    ) -> None:
        self.predicate = predicate
        self.token = token
        self.words = words
        self.slots = slots
        self.sides = sides
        self.clause = clause
        self.nominal = nominal
        self.prefix = prefix
        self.content_of: Draft | None = None
        self.gives: list[HoldingFound] = []
        self.receives: list[HoldingFound] = []
        self.evidence: list[EvidenceFound] = []
        self.chance = 1.0

    def note(self, rule: str, token: Token) -> None:
        """Add a rule and the word it rests on to the evidence."""
        self.evidence.append(EvidenceFound(rule, (token.i, token.i + 1)))

    def follows(self, earlier: Draft) -> bool:
        """Whether it is told in the sentence of the earlier one, or in the next."""
        return sentence(earlier.token).stop >= sentence(self.token).start

    @property
    def held(self) -> bool:
        """Whether the sides that the predicate asks for are known."""
        return self.sides.hold(self.predicate.sides)


def choose(options: list[tuple[Predicate, Sides]]) -> tuple[Predicate, Sides] | None:
    """The first predicate whose sides are known, else the first: its sides may be found later."""
    for predicate, sides in options:
        if sides.hold(predicate.sides):
            return predicate, sides
    return options[0] if options else None
