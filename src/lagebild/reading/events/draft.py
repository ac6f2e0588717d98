"""An event while its sides are still being found."""

from __future__ import annotations

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.analysis import ActorFound, EvidenceFound, HoldingFound
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
        #: what somebody else says of it, and the deeds that it speaks against itself
        self.spoken_of_by: Draft | None = None
        self.blames: list[Draft] = []
        self.gives: list[HoldingFound] = []
        self.receives: list[HoldingFound] = []
        self.evidence: list[EvidenceFound] = []
        self.chance = 1.0

    def note(self, rule: str, token: Token) -> None:
        """Add a rule and the word it rests on to the evidence."""
        self.evidence.append(EvidenceFound(rule, (token.i, token.i + 1)))

    def may_have(self, actor: ActorFound, acts: bool) -> bool:
        """Whether an actor may have a part in it: who condemns or demands a deed does not do it, *Den Angriff verurteilte
        Paris*, and does not speak against those whom it befell."""
        if acts:
            return self.spoken_of_by is None or not _among(actor, self.spoken_of_by.sides.source)
        by = self.spoken_of_by
        if by is not None and _among(actor, by.sides.source):
            asked = by.predicate.type == "REQUEST" and self.predicate.type == "ACCUSE"
            if asked or "SUPPORT" in (by.predicate.type, self.predicate.type):
                return False  # *forderten eine Untersuchung*, *unterstützen die Sanktionen*
        return not any(
            _among(actor, deed.sides.target) and not _among(actor, deed.sides.source) for deed in self.blames
        )

    def follows(self, earlier: Draft) -> bool:
        """Whether it is told in the sentence of the earlier one, or in the next."""
        return sentence(earlier.token).stop >= sentence(self.token).start

    @property
    def held(self) -> bool:
        """Whether the sides that the predicate asks for are known."""
        return self.sides.hold(self.predicate.sides)


def _among(actor: ActorFound, others: list[ActorFound]) -> bool:
    """Whether one of the actors is the actor, or of its country."""
    return any(a is actor or (a.country is not None and a.country == actor.country) for a in others)


def choose(options: list[tuple[Predicate, Sides]]) -> tuple[Predicate, Sides] | None:
    """The first predicate whose sides are known, else the first: its sides may be found later."""
    for predicate, sides in options:
        if sides.hold(predicate.sides):
            return predicate, sides
    return options[0] if options else None
