"""The record: what Lagebild writes for one article.

The types follow the published record format, schema ``lagebild/1`` (docs/record.md).
Spans are half-open ``[begin, end)`` offsets in code points of ``Record.text``.
Lists keep text order. An unknown value is ``None``, ``"XXXX"`` or ``"?"``, never a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    import pandas

SCHEMA = "lagebild/1"

Span = tuple[int, int]

BlockKind = Literal[
    "kicker", "headline", "lede", "byline", "dateline", "body", "subheading", "caption", "furniture"
]
ActorKind = Literal["state", "person", "organisation", "group", "international"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteType = Literal["direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE",
    "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
#: What an event is about besides its type (codebook, section 2).
Context = Literal[
    "military", "diplomatic", "economic", "trade", "energy", "nuclear", "cbrn", "space", "cyber", "intelligence",
    "legal", "executive", "legislative", "elections", "political_institutions", "rights_freedoms", "human_rights",
    "refugees", "humanitarian", "peacekeeping", "terrorism", "insurgency", "corruption", "crime", "environment",
    "health", "culture", "media", "territory", "history",
]  # fmt: skip
Factuality = Literal["CT+", "PR+", "PS+", "PS-", "PR-", "CT-", "Uu"]
Tense = Literal["past", "present", "future", "timeless"]
LinkKind = Literal["denies", "confirms", "same_event"]

#: The languages of headings and of the names of countries.
Language = Literal["en", "de"]
PublishedFrom = Literal["option", "metadata", "url", "text"]

#: PLOVER quad class of each event type: 1 verbal cooperation, 2 material cooperation,
#: 3 verbal conflict, 4 material conflict (codebook, section 2).
QUAD: dict[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


class Source(msgspec.Struct, frozen=True):
    """Where the article came from; ``retrieved`` is RFC 3339."""

    uri: str
    publisher: str | None = None
    retrieved: str | None = None


class Block(msgspec.Struct, frozen=True):
    """A stretch of the canonical text with the part it plays on the page."""

    kind: BlockKind
    span: Span


class Actor(msgspec.Struct, frozen=True):
    """Someone who acts or speaks. ``country`` is alpha-3, the actor's own state.

    ``name`` is the fullest name in the article; ``known`` the one under which the shipped lists know a body
    that the article calls otherwise (*EU*: *Europäische Union*), the same in all articles.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    role: str | None = None
    sector: str | None = None
    mentions: list[Span] = []
    known: str | None = None


class Place(msgspec.Struct, frozen=True):
    """A place of the gazetteer; ``lat`` and ``lon`` in degrees (WGS 84)."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: list[Span] = []


class TimeExpression(msgspec.Struct, frozen=True):
    """A time expression with its TIMEX3 ``type`` and ``value`` and its EDTF date."""

    id: str
    span: Span
    type: TimeType
    value: str
    edtf: str | None = None


class Quote(msgspec.Struct, frozen=True):
    """Somebody's words (codebook, section 6); ``speaker_actor`` is an actor's id."""

    id: str
    type: QuoteType
    quote: list[Span]
    speaker: list[Span] = []
    cue: list[Span] = []
    frame: list[Span] = []
    addressee: list[Span] = []
    speaker_actor: str | None = None


class StatementTime(msgspec.Struct, frozen=True):
    """When the event is said to happen: EDTF, ``XXXX`` when not said; ``ref`` a time's id."""

    edtf: str = "XXXX"
    ref: str | None = None


class Attribution(msgspec.Struct, frozen=True):
    """One link of the chain of who says so; ``name`` is ``"?"`` when nobody is named."""

    name: str
    actor: str | None = None
    cue: list[Span] = []


class Evidence(msgspec.Struct, frozen=True):
    """The rule and the words that led to a judgement."""

    rule: str
    span: Span


class Holding(msgspec.Struct, frozen=True):
    """One side of a deal: the actor (an id) and what it gives or receives, as written."""

    actor: str | None
    what: str
    span: Span


class Statement(msgspec.Struct, frozen=True):
    """One event mention with who vouches for it and how firmly (codebook, sections 1 to 4)."""

    id: str
    trigger: list[Span]
    span: list[Span]
    text: str
    type: EventType
    quad: int
    tense: Tense
    factuality: Factuality
    author: Factuality
    mode: str | None = None
    contexts: list[str] = []
    source: list[str] = []
    target: list[str] = []
    place: str | None = None
    time: StatementTime = StatementTime()
    attribution: list[Attribution] = []
    evidence: list[Evidence] = []
    gives: list[Holding] = []
    receives: list[Holding] = []


class Figure(msgspec.Struct, frozen=True):
    """A number with its unit, what it measures (as written) and the statement it belongs to."""

    id: str
    span: Span
    value: float
    unit: str | None = None
    approx: bool = False
    of: str | None = None
    statement: str | None = None


class Link(msgspec.Struct, frozen=True):
    """``from`` denies, confirms or is the same event as ``to``; both are statement ids."""

    kind: LinkKind
    from_: str = msgspec.field(name="from")
    to: str = ""


class Record(msgspec.Struct, frozen=True):
    """Everything Lagebild says about one article."""

    id: str
    source: Source
    text: str
    schema: str = SCHEMA
    language: str = "de"
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    blocks: list[Block] = []
    sentences: list[Span] = []
    actors: list[Actor] = []
    places: list[Place] = []
    times: list[TimeExpression] = []
    quotes: list[Quote] = []
    statements: list[Statement] = []
    figures: list[Figure] = []
    links: list[Link] = []
    warnings: list[str] = []

    def to_json(self) -> str:
        """The record as one line of JSON, fields in the order of this class."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """Read one JSON record; unknown fields are ignored.

        Raises msgspec.ValidationError when the line does not follow the format.
        """
        return msgspec.json.decode(line, type=cls)

    def statements_frame(self) -> pandas.DataFrame:
        """The statements as a table, one row each, names in place of ids."""
        import pandas

        name = {a.id: a.name for a in self.actors} | {p.id: p.name for p in self.places}
        rows = [
            {
                "id": s.id,
                "text": s.text,
                "type": s.type,
                "mode": s.mode,
                "source": [name[a] for a in s.source],
                "target": [name[a] for a in s.target],
                "place": name[s.place] if s.place else None,
                "time": s.time.edtf,
                "tense": s.tense,
                "factuality": s.factuality,
                "author": s.author,
                "attribution": [a.name for a in s.attribution],
            }
            for s in self.statements
        ]
        return pandas.DataFrame(rows)

    def _repr_html_(self) -> str:
        from lagebild.view.html import html_fragment

        return html_fragment(self)
