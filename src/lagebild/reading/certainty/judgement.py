"""What certainty says of one event or clause while it is being worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.analysis import EvidenceFound
from lagebild.record import Factuality, Tense


@dataclass(eq=False, slots=True)
class Holder:
    """Somebody who vouches for the event by governing it: the `word` (verb or noun) that says so, and
    its `clause`."""

    word: Token
    clause: Clause | None


@dataclass(eq=False, slots=True)
class Judgement:
    """A value with its reasons.

    ``tense`` is None as long as no word decided it. ``hearsay``: told by nobody who is named (range
    of the word); ``claims``: the clause whose subject claims it (*will geliefert haben*). ``holders``
    from the innermost out. ``admitted``: under a factive word of saying (*bestätigte*), so that the
    teller stands behind it. ``unsaid`` are words of saying that do not say it (*wann, sagte er
    nicht*). ``settled``: its own adjective takes it for granted (*ständige Angriffe*). ``cues`` are the
    words whose effect is already in the value.
    """

    value: Factuality = "CT+"
    tense: Tense | None = None
    evidence: list[EvidenceFound] = field(default_factory=list)
    hearsay: tuple[int, int] | None = None
    claims: Clause | None = None
    holders: list[Holder] = field(default_factory=list)
    admitted: bool = False
    settled: bool = False
    unsaid: set[int] = field(default_factory=set)
    cues: set[int] = field(default_factory=set)

    def because(self, rule: str, token: Token | None) -> None:
        """Note a rule and its word."""
        if token is not None:
            self.evidence.append(EvidenceFound(rule, (token.i, token.i + 1)))

    def adopt(self, other: Judgement) -> None:
        """Take over the reasons and sources of the context."""
        self.evidence.extend(other.evidence)
        self.holders.extend(other.holders)
        self.admitted = self.admitted or other.admitted
        self.unsaid |= other.unsaid
        self.cues |= other.cues
        self.hearsay = self.hearsay or other.hearsay
        self.claims = self.claims or other.claims
