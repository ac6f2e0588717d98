"""What the reading steps find, while it still points into the Doc.

Each step is a spaCy component that sets one extension of the Doc, named after what it
holds (``doc._.times``, ``places``, ``actors``, ``speech``, ``events``, ``figures``,
``links``). Ranges are half-open token ranges ``(start, end)`` of the Doc unless called
characters. ``assemble`` turns them into a Record.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from lagebild.intake.article import Article
from lagebild.language.clause import Clause
from lagebild.record import ActorKind, EventType, Factuality, LinkKind, QuoteType, Tense, TimeType

Range = tuple[int, int]


@dataclass(eq=False, slots=True)
class TimeFound:
    """A time expression; ``begin`` and ``end`` are characters of ``doc.text``, ``start`` and ``stop`` tokens.

    ``until`` is the last time of a range whose first this one is (*1950–53*).
    """

    begin: int
    end: int
    start: int
    stop: int
    type: TimeType
    value: str
    edtf: str | None = None
    rule: str = ""
    until: TimeFound | None = None


class ActorFound:
    """An actor with all its mentions in the article, pronouns and descriptions among them.

    ``known`` is the name under which the lexicon knows a body that the article calls otherwise; ``abroad`` says that
    a person without a country is not of the article's own, an envoy of the UN for one.
    """

    def __init__(
        self,
        name: str,
        kind: ActorKind,
        country: str | None = None,
        role: str | None = None,
        sector: str | None = None,
        mentions: list[Range] | None = None,
        known: str | None = None,
        abroad: bool = False,
    ) -> None:
        self.name = name
        self.kind = kind
        self.country = country
        self.role = role
        self.sector = sector
        self.mentions: list[Range] = [] if mentions is None else mentions
        self.known = known
        self.abroad = abroad


@dataclass(eq=False, slots=True)
class PlaceFound:
    """A place of the gazetteer with its mentions."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: list[Range] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class SpeechFound:
    """Somebody's words: the spans of a quotation record, and what the cue commits to.

    ``commitment``: neutral, factive (*bestätigte*), denial (*dementierte*), accusation,
    promise, request, speculation, doubt. ``name`` is the speaker as a reader would be told: the
    actor's name, else the source as written, else ``"?"``. ``within`` is the speech that
    this one stands in: a paper citing an agency citing a ministry gives three.
    """

    type: QuoteType
    quote: list[Range]
    speaker: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    speaker_actor: ActorFound | None = None
    name: str = "?"
    commitment: str = "neutral"
    rule: str = ""
    within: SpeechFound | None = None
    #: the verb and prefix that tell a reported speech, whose record has no cue; no part of the words
    teller: list[Range] = field(default_factory=list)


class EvidenceFound:
    """A rule and the tokens on which it decided."""

    def __init__(self, rule: str, range: Range) -> None:
        self.rule = rule
        self.range = range


@dataclass(eq=False, slots=True)
class AttributionFound:
    """One link of the chain of who says so."""

    name: str
    actor: ActorFound | None = None
    cue: list[Range] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class HoldingFound:
    """What one side of a deal gives or receives."""

    actor: ActorFound | None
    range: Range


@dataclass(eq=False, slots=True)
class EventFound:
    """One event mention. The events step sets the first block of fields, the certainty step the second."""

    trigger: list[Range]
    span: list[Range]
    type: EventType
    mode: str | None = None
    contexts: list[str] = field(default_factory=list)
    source: list[ActorFound] = field(default_factory=list)
    target: list[ActorFound] = field(default_factory=list)
    place: PlaceFound | None = None
    clause: Clause | None = None
    nominal: bool = False
    #: content of another event: asked, offered, threatened, refused, denied … by it
    content_of: EventFound | None = None
    gives: list[HoldingFound] = field(default_factory=list)
    receives: list[HoldingFound] = field(default_factory=list)
    evidence: list[EvidenceFound] = field(default_factory=list)

    time: TimeFound | None = None
    edtf: str = "XXXX"
    tense: Tense = "past"
    factuality: Factuality = "CT+"
    author: Factuality = "CT+"
    attribution: list[AttributionFound] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class FigureFound:
    """A number with unit and what it measures; ``of`` as a range."""

    range: Range
    value: float
    unit: str | None = None
    approx: bool = False
    of: Range | None = None
    event: EventFound | None = None


@dataclass(eq=False, slots=True)
class LinkFound:
    """``source`` denies, confirms or is the same event as ``target``."""

    kind: LinkKind
    source: EventFound
    target: EventFound


def extend() -> None:
    """Register the Doc extensions of the reading steps (safe to call again)."""
    for name in ("times", "places", "actors", "speech", "events", "figures", "links"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=[])
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
        #: token index → the actor whose mention covers it (innermost mention wins)
        Doc.set_extension("actor_at", default={})
        #: token index → alpha-3 of a country adjective or compound part (*russische*, *US-Präsident*)
        Doc.set_extension("country_at", default={})
        #: token index → all the actors meant there, where it may be several (*beide Länder*)
        Doc.set_extension("actors_at", default={})
        #: token index → every alpha-3 of its adjectives and compound parts (*chinesisch-nordkoreanisch*)
        Doc.set_extension("countries_at", default={})
        #: token index → alpha-3 of the town or region that an adjective names (*Kölner*, *bayerische*)
        Doc.set_extension("local_at", default={})
        #: token index of *ich* or *wir* in direct words → that of the noun for a speaker who is no actor
        Doc.set_extension("speaker_at", default={})


def article_of(doc: Doc) -> Article | None:
    """The article that the Doc was made of, if it was made of one."""
    found = doc._.article
    return found if isinstance(found, Article) else None


extend()
