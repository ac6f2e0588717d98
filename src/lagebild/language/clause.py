"""Clauses: the shape in which every language pack hands grammar to the reading steps."""

from __future__ import annotations

from typing import Final, Literal

from lagebild.language.tokens import Token

Relation = Literal[
    "main",
    "coordinated",
    "complement",
    "subject",
    "content",
    "relative",
    "adverbial",
    "conditional",
    "infinitive",
    "parenthetical",
]
Voice = Literal["active", "passive", "stative"]
ClauseTense = Literal["present", "past", "perfect", "pluperfect", "future"]
ClauseMood = Literal["indicative", "konjunktiv1", "konjunktiv2", "imperative", "ambiguous"]


class Oblique:
    """A prepositional phrase of the clause: its preposition and the head of its noun phrase."""

    def __init__(self, preposition: Token, noun: Token) -> None:
        self.preposition = preposition
        self.noun = noun


#: Marks that may open quoted words behind a colon.
_OPENING: Final = frozenset(["„", "“", '"', "»", "«", "‚", "›"])


class Clause:
    """One predication.

    ``predicate`` is the lexical verb, or the noun or adjective that a copula predicates;
    ``finite`` the verb that carries person and mood (None in an infinitive clause);
    ``lemma`` the predicate's lemma with its separable prefix joined (``ablehnen``).
    ``objects`` are the heads of accusative, dative and genitive objects; a ``reflexive``
    pronoun that the treebanks count as an object is the last of them. An oblique that is a
    pronominal adverb (*davon*) has itself for its noun. ``negation`` holds the words that negate this
    clause (*nicht, kein, nie, weder, ohne*), ``modals`` its modal verbs from the outermost
    in, ``auxiliaries`` the other verbs of the verb group. ``perfect_infinitive`` is true
    where a modal governs a perfect infinitive (*soll erreicht haben*). ``parent`` is the
    clause this one depends on, ``relation`` how: a ``complement`` is what the parent's verb says,
    knows or does, a ``subject`` is the parent's subject (*Dass er kam, ist klar*), ``content`` what a
    noun or pronominal adverb of the parent is about (*der Vorwurf, dass …*). ``marker`` is the subordinating
    conjunction, relative pronoun or question word; ``tokens`` are the indices of the
    clause's own tokens in text order, without those of embedded clauses. A coordinated or
    infinitive clause has no ``subject`` of its own, but a ``shared_subject``, the understood
    one, when grammar gives it away; ``understood_subject`` is whichever there is.
    """

    def __init__(self, predicate: Token, lemma: str) -> None:
        self.predicate = predicate
        self.lemma = lemma
        self.finite: Token | None = None
        self.subject: Token | None = None
        self.shared_subject: Token | None = None
        self.objects: list[Token] = []
        self.reflexive: Token | None = None
        self.obliques: list[Oblique] = []
        self.prefix: Token | None = None
        self.copula: Token | None = None
        self.negation: list[Token] = []
        self.modals: list[Token] = []
        self.auxiliaries: list[Token] = []
        self.perfect_infinitive = False
        self.voice: Voice = "active"
        self.tense: ClauseTense = "present"
        self.mood: ClauseMood = "indicative"
        self.question = False
        self.parent: Clause | None = None
        self.relation: Relation = "main"
        self.marker: Token | None = None
        self.tokens: list[int] = []

    @property
    def embedded(self) -> bool:
        """Whether the clause says what is said, known or done, for the verb or for a noun of its parent."""
        return self.relation in ("complement", "subject", "content")

    @property
    def behind_colon(self) -> bool:
        """Whether it stands behind a colon: what somebody says, and not what he denies (*wies das zurück: Er habe …*)."""
        start = min(self.tokens, default=0)
        doc = self.predicate.doc
        while start > 0 and doc[start].text != ":" and doc[start - 1].text in _OPENING:
            start -= 1
        return ":" in (doc[start].text, doc[start - 1].text if start else "")

    @property
    def understood_subject(self) -> Token | None:
        """The clause's own subject, else the one that it shares."""
        return self.subject if self.subject is not None else self.shared_subject

    def __repr__(self) -> str:
        subject = self.understood_subject.text if self.understood_subject is not None else "–"
        return (
            f"Clause({subject} | {self.lemma} | {' '.join(o.text for o in self.objects)} | {self.relation})"
        )
