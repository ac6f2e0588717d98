"""What certainty says of one event or clause while it is being worked out."""

from __future__ import annotations

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token
from lagebild.reading.analysis import EvidenceFound
from lagebild.record import Factuality, Tense


class Holder:
    """Somebody who vouches for the event by governing it: the `word` (verb or noun) that says so, and
    its `clause`."""

    def __init__(self, word: Token, clause: Clause | None) -> None:
        self.word = word
        self.clause = clause


class Judgement:
    """A value with its reasons.

    ``tense`` is None as long as no word decided it. ``hearsay``: told by nobody who is named (range
    of the word); ``claims``: the clause whose subject claims it (*will geliefert haben*). ``holders``
    from the innermost out. ``admitted``: under a factive word of saying (*bestätigte*), so that the
    teller stands behind it. ``unsaid`` are words of saying that do not say it (*wann, sagte er
    nicht*). ``settled``: its own adjective takes it for granted (*ständige Angriffe*). ``cues`` are the
    words whose effect is already in the value.
    """

    def __init__(self, value: Factuality = "CT+", tense: Tense | None = None) -> None:
        self.value = value
        self.tense = tense
        self.evidence: list[EvidenceFound] = []
        self.hearsay: tuple[int, int] | None = None
        self.claims: Clause | None = None
        self.holders: list[Holder] = []
        self.admitted = False
        self.settled = False
        self.unsaid: set[int] = set()
        self.cues: set[int] = set()

    def because(self, rule: str, token: Token | None) -> None:
        """Note a rule and its word."""
        if token is not None:
            self.evidence.append(EvidenceFound(rule, (token.i, token.i + 1)))

    def copy(self) -> Judgement:
        """Another judgement that is this one so far."""
        made = Judgement(self.value, self.tense)
        made.adopt(self)
        made.settled = self.settled
        return made

    def adopt(self, other: Judgement) -> None:
        """Take over the reasons and sources of the context."""
        self.evidence.extend(other.evidence)
        self.holders.extend(other.holders)
        self.admitted = self.admitted or other.admitted
        self.unsaid |= other.unsaid
        self.cues |= other.cues
        self.hearsay = self.hearsay or other.hearsay
        self.claims = self.claims or other.claims
