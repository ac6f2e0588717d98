"""From what the steps found in a Doc to the record: ids, canonical spans, text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from lagebild.intake.article import Article, ReadingText
from lagebild.language.tokens import Words, words_of
from lagebild.reading.analysis import (
    ActorFound,
    AttributionFound,
    EventFound,
    HoldingFound,
    PlaceFound,
    Range,
    SpeechFound,
    TimeFound,
)
from lagebild.record import (
    QUAD,
    Actor,
    Attribution,
    Evidence,
    Figure,
    Holding,
    Link,
    Place,
    Quote,
    Record,
    Source,
    Span,
    Statement,
    StatementTime,
    TimeExpression,
)


def assemble(doc: Doc, article: Article, reading: ReadingText) -> Record:
    """The record of an analysed article (schema ``lagebild/1``)."""
    writer = _Writer(words_of(doc), article, reading)
    statements = [writer.statement(event) for event in writer.events]
    return Record(
        id=article.identity,
        source=Source(article.uri, article.publisher, article.retrieved),
        text=article.text,
        language=article.language,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        blocks=list(article.blocks),
        sentences=writer.sentences(),
        actors=[writer.actor(found) for found in writer.actors],
        places=[writer.place(found) for found in writer.places],
        times=[writer.time(found) for found in writer.times],
        quotes=[writer.quote(found) for found in writer.speech],
        statements=statements,
        figures=writer.figures(),
        links=writer.links(),
        warnings=[*article.warnings, *doc._.time_warnings],
    )


class _Writer:
    """Numbers what was found in text order and translates ranges into canonical spans."""

    def __init__(self, doc: Words, article: Article, reading: ReadingText) -> None:
        self.doc = doc
        self.reading = reading
        self.actors: list[ActorFound] = sorted(
            doc._.actors, key=lambda a: min(a.mentions, default=(len(doc), 0))
        )
        self.places: list[PlaceFound] = sorted(
            doc._.places, key=lambda p: min(p.mentions, default=(len(doc), 0))
        )
        self.times: list[TimeFound] = sorted(doc._.times, key=lambda t: (t.begin, t.end))
        self.speech: list[SpeechFound] = sorted(
            doc._.speech, key=lambda s: (min(s.quote), -max(e for _, e in s.quote))
        )
        self.events: list[EventFound] = sorted(doc._.events, key=lambda e: min(e.trigger))
        self._starts = doc.offsets
        self._words = doc.words
        self._gaps = _furniture_gaps(self._starts, article, reading)
        self._id = {
            **_numbered("a", self.actors),
            **_numbered("p", self.places),
            **_numbered("t", self.times),
            **_numbered("q", self.speech),
            **_numbered("s", self.events),
        }

    def id_of(self, found: object) -> str | None:
        """The record's id of something found, None for nothing."""
        return None if found is None else self._id.get(id(found))

    def span(self, tokens: Range) -> Span:
        """The canonical span of a token range."""
        return self.reading.canonical(*self._characters(tokens))

    def _characters(self, tokens: Range) -> Span:
        """Where a token range begins and ends in the reading text."""
        last = tokens[1] - 1
        return self._starts[tokens[0]], self._starts[last] + len(self._words[last])

    def sentences(self) -> list[Span]:
        """The sentences that hold more than white space."""
        words = self._words
        found = dict.fromkeys(self.doc.sentences)
        return [self.span((at.start, at.stop)) for at in found if not all(words[i].isspace() for i in at)]

    def spans(self, ranges: Iterable[Range]) -> list[Span]:
        """Canonical spans in text order; touching or overlapping ranges become one, furniture between parts them."""
        merged: list[list[int]] = []
        for start, end in sorted(ranges):
            if start >= end:
                continue
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        return [self.span(part) for start, end in merged for part in self._parted(start, end)]

    def _parted(self, start: int, end: int) -> Iterator[Range]:
        """A token range in parts between which furniture stands in the text."""
        for gap in self._gaps:
            if start < gap < end:
                yield start, gap
                start = gap
        yield start, end

    def ids(self, found: Sequence[ActorFound]) -> list[str]:
        """Ids of actors, each once, in the order given."""
        return list(dict.fromkeys(i for i in map(self.id_of, found) if i))

    def actor(self, found: ActorFound) -> Actor:
        return Actor(
            id=self._id[id(found)],
            name=found.name,
            kind=found.kind,
            country=found.country,
            role=found.role,
            sector=found.sector,
            mentions=self.mentions(found.mentions),
            known=found.known,
        )

    def mentions(self, ranges: list[Range]) -> list[Span]:
        """Mentions stay apart even where they touch; of two that overlap the longer stays."""
        kept: list[Range] = []
        for start, end in sorted(set(ranges), key=lambda r: (r[0], -r[1])):
            if start < end and (not kept or start >= kept[-1][1]):
                kept.append((start, end))
        return [self.span(r) for r in kept]

    def place(self, found: PlaceFound) -> Place:
        return Place(
            id=self._id[id(found)],
            name=found.name,
            country=found.country,
            lat=found.lat,
            lon=found.lon,
            mentions=self.mentions(found.mentions),
        )

    def time(self, found: TimeFound) -> TimeExpression:
        return TimeExpression(
            id=self._id[id(found)],
            span=self.reading.canonical(found.begin, found.end),
            type=found.type,
            value=found.value,
            edtf=found.edtf,
        )

    def quote(self, found: SpeechFound) -> Quote:
        return Quote(
            id=self._id[id(found)],
            type=found.type,
            quote=self.spans(found.quote),
            speaker=self.spans(found.speaker),
            cue=self.spans(found.cue),
            frame=self.spans(found.frame),
            addressee=self.spans(found.addressee),
            speaker_actor=self.id_of(found.speaker_actor),
        )

    def statement(self, event: EventFound) -> Statement:
        span = self.spans(event.span or event.trigger)
        return Statement(
            id=self._id[id(event)],
            trigger=self.spans(event.trigger),
            span=span,
            text=" … ".join(self.reading_words(r) for r in sorted(event.span or event.trigger)),
            type=event.type,
            mode=event.mode,
            contexts=list(event.contexts),
            quad=QUAD[event.type],
            source=self.ids(event.source),
            target=self.ids(event.target),
            place=self.id_of(event.place),
            time=StatementTime(edtf=event.edtf, ref=self.id_of(event.time)),
            tense=event.tense,
            factuality=event.factuality,
            author=event.author,
            attribution=[self.attribution(link) for link in event.attribution],
            evidence=list(dict.fromkeys(Evidence(e.rule, self.span(e.range)) for e in event.evidence)),
            gives=[self.holding(h) for h in event.gives],
            receives=[self.holding(h) for h in event.receives],
        )

    def reading_words(self, tokens: Range) -> str:
        """The words of a range as written."""
        begin, end = self._characters(tokens)
        return self.reading.text[begin:end]

    def attribution(self, link: AttributionFound) -> Attribution:
        return Attribution(link.name, self.id_of(link.actor), self.spans(link.cue))

    def holding(self, found: HoldingFound) -> Holding:
        return Holding(self.id_of(found.actor), self.reading_words(found.range), self.span(found.range))

    def figures(self) -> list[Figure]:
        found = sorted(self.doc._.figures, key=lambda f: f.range)
        return [
            Figure(
                id=f"f{n}",
                span=self.span(f.range),
                value=f.value,
                unit=f.unit,
                approx=f.approx,
                of=self.reading_words(f.of) if f.of else None,
                statement=self.id_of(f.event),
            )
            for n, f in enumerate(found, 1)
        ]

    def links(self) -> list[Link]:
        """Links whose two ends are statements, each once, in text order."""
        links = [
            (source, target, found.kind)
            for found in self.doc._.links
            if (source := self.id_of(found.source))
            and (target := self.id_of(found.target))
            and source != target
        ]
        order = {id_: n for n, id_ in enumerate(self._id.values())}
        unique = sorted(set(links), key=lambda link: (order[link[0]], order[link[1]], link[2]))
        return [Link(kind=kind, from_=source, to=target) for source, target, kind in unique]


def _furniture_gaps(starts: list[int], article: Article, reading: ReadingText) -> list[int]:
    """The tokens before which furniture was cut out of the reading text."""
    origin = reading.origin
    borders = [
        begin
        for (_, _, end), (_, begin, _) in pairwise(reading.blocks)
        if article.text[origin[end - 1] + 1 : origin[begin]].strip()
    ]
    return [bisect_left(starts, border) for border in borders]


def _numbered(prefix: str, found: Sequence[object]) -> dict[int, str]:
    return {id(thing): f"{prefix}{n}" for n, thing in enumerate(found, 1)}
