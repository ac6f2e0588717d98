"""When the event is: the date of a clause and whether it lies before or after publication."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.memo import Memo
from lagebild.language.tokens import Token
from lagebild.reading.analysis import EventFound, Range, TimeFound
from lagebild.reading.certainty.scene import Scene
from lagebild.reading.times import event_time
from lagebild.reading.times.dating import dated

_PREPOSITIONS: Final = frozenset(["APPR", "APPRART"])
_ARTICLES: Final = frozenset(["ART", "PDAT", "PPOSAT"])
#: What may stand between a preposition and the first word of a time.
_BEFORE_TIME: Final = frozenset(["ART", "ADJA", "CARD", "PDAT", "APPR", "APPRART"])
#: The clause of a noun is about what somebody does with it.
_SPOKEN_OF: Final = frozenset(["governing-verb-factive", "governing-verb-speech"])
#: Types of what is said of deeds that are yet to come.
_TO_COME: Final = frozenset(["REQUEST", "AGREE", "THREATEN"])
_SEASON: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day of an EDTF date or interval; None where it leaves them open."""
    return _BOUNDS.of(edtf)


def _bounds(edtf: str) -> tuple[date, date] | None:
    first, _, last = edtf.partition("/")
    begin = _interval(first)
    end = _interval(last) if last else begin
    if begin is None or end is None or end[1] < begin[0]:
        return None
    return begin[0], end[1]


_BOUNDS: Final = Memo(_bounds, 16384)


def _interval(text: str) -> tuple[date, date] | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?[?~%]?", text.strip())
    if match is None:
        decade = re.fullmatch(r"(\d{2,3})X{1,2}", text.strip())
        if decade is None or len(text.strip()) != 4:
            return None
        low, high = int(text.strip().replace("X", "0")), int(text.strip().replace("X", "9"))
        return (date(low, 1, 1), date(high, 12, 31)) if low else None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not year or month > 24 or day > 31:
        return None
    if month in _SEASON:
        begin, end = _SEASON[month]
        return date(year, begin, 1), date(year, end, calendar.monthrange(year, end)[1])
    if month > 12:
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    length = calendar.monthrange(year, month)[1]
    if not day:
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, day), date(year, month, day)) if day <= length else None


class Moments:
    """The dates of the clauses of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._of: dict[int | Range, tuple[TimeFound | None, str]] = {}
        self._stamped: frozenset[tuple[str, ...]] | None = None
        self._cues: set[int] | None = None

    def of(self, place: Clause | Range) -> tuple[TimeFound | None, str]:
        """The time expression and the EDTF date of a clause or range (None and XXXX where not said)."""
        key = id(place) if isinstance(place, Clause) else place
        if key not in self._of:
            found, edtf = event_time(self.scene.doc, place)
            if found is not None and (self._since(found) or not self._fits(found, place)):
                found, edtf = None, "XXXX"
            self._of[key] = found, edtf
        return self._of[key]

    def _fits(self, time: TimeFound, place: Clause | Range) -> bool:
        """Whether a time expression of the sentence may date the clause, or the phrase at the range."""
        if self._is_named(time, (0, 0) if isinstance(place, Clause) else place) or self._stamps(time):
            return False
        if isinstance(place, Clause):
            return self._dates(time, place)
        return place[0] <= time.start < place[1]

    def _stamps(self, time: TimeFound) -> bool:
        """Whether a clock time says when an entry of a live ticker was written: *10.31 Uhr: …*, and in its list of contents
        *… (10.31 Uhr)*."""
        if time.type != "TIME":
            return False
        words = self.scene.doc.words
        if words[time.stop : time.stop + 1] == [":"]:
            return True
        bracketed = words[time.start - 1 : time.start] == ["("] and words[time.stop : time.stop + 1] == [")"]
        return bracketed and tuple(words[time.start : time.stop]) in self._entries()

    def _entries(self) -> frozenset[tuple[str, ...]]:
        """The clock times that begin the entries of a ticker, as written."""
        if self._stamped is None:
            doc = self.scene.doc
            self._stamped = frozenset(
                tuple(doc.words[t.start : t.stop])
                for t in doc._.times
                if t.type == "TIME" and doc.words[t.stop : t.stop + 1] == [":"]
            )
        return self._stamped

    def _dates(self, time: TimeFound, clause: Clause) -> bool:
        """Whether a time expression of the sentence dates this clause: it stands in it, or in the clause
        that an infinitive or a coordinated verb shares it with. *Am Montag sagte er, …* dates the saying."""
        if self.of_attribute(time):
            return False
        holder = self.scene.by_token.get(time.start)
        at: Clause | None = clause
        for _ in range(4):
            if holder is None or at is None or holder is at:
                return at is not None
            at = at.parent if at.relation in ("infinitive", "coordinated") and not self._is_said(at) else None
        return False

    def _is_said(self, clause: Clause) -> bool:
        """Whether an infinitive is what somebody says or agrees on, whose date is another: *forderte am Montag, sie
        freizulassen*, *beschloss im März, Panzer zu liefern*."""
        above, doc = clause.parent, self.scene.doc
        if clause.relation != "infinitive" or above is None:
            return False
        if self._cues is None:
            asked = [e.clause for e in doc._.events if e.type in _TO_COME and not e.nominal and e.clause]
            cues = {i for speech in doc._.speech for start, end in speech.cue for i in range(start, end)}
            self._cues = cues | {by.predicate.i for by in asked}
        return above.predicate.i in self._cues

    def of_attribute(self, time: TimeFound) -> bool:
        """Whether the time stands between an article and its noun, so that it dates an attribute: *der am Sonntag
        festgenommene Minister*, *die für Montag angesetzte Wahl*; or behind a noun: *der Pakt von 1951*."""
        doc, i = self.scene.doc, time.start
        if i > 1 and doc[i - 1].lower_ in ("von", "vom") and doc[i - 2].tag_ == "NN":
            return time.until is None
        while i > 0 and doc[i].tag_ not in _PREPOSITIONS and doc[i - 1].tag_ in _BEFORE_TIME:
            i -= 1
        if i > 0 and doc[i].tag_ in _PREPOSITIONS:
            return doc[i - 1].tag_ in _ARTICLES
        behind = doc[time.stop].tag_ if time.stop < len(doc) else ""
        return time.start > 0 and doc[time.start - 1].tag_ in _ARTICLES and behind == "ADJA"

    def _is_named(self, time: TimeFound, place: Range) -> bool:
        """Whether the words name the time rather than date something by it: as whose something is that is no time itself,
        *die größte Krise des 21. Jahrhunderts*, outside of ``place``; as what is made something, *den 15. Juni zum Gedenktag
        erklären*. *Am Abend des 11. September* dates."""
        doc = self.scene.doc
        noun = next((doc[i] for i in range(time.start, time.stop) if doc[i].tag_ in ("NN", "NE")), None)
        if noun is None or any(child.dep_ == "case" for child in noun.lefts):
            return False
        article = next((child.lower_ for child in noun.lefts if child.tag_ in ("ART", "PDAT")), "")
        owner = noun.head
        if article in ("des", "dieses"):
            within = place[0] <= owner.i < place[1] or any(t.start <= owner.i < t.stop for t in doc._.times)
            return noun.dep_ == "nmod" and owner.tag_ in ("NN", "NE") and not within
        return article == "den" and doc.words[time.stop : time.stop + 1] in (["zum"], ["zur"], ["als"])

    def of_event(self, event: EventFound, clause: Clause | None) -> tuple[TimeFound | None, str]:
        """The time of an event: in its own phrase, else its clause, else the clause that it hangs on.

        What somebody does about it has a time of its own: *verurteilte am Montag den Angriff*.
        """
        places: list[Clause | Range] = []
        if event.nominal:
            head = self.scene.doc[min(event.trigger)[1] - 1]
            by_adjective = dated(head, self.scene.published)
            if by_adjective is not None:
                return None, by_adjective
            places.append((head.left_edge.i, self._phrase_end(head)))
        participle = self.scene.doc[min(event.trigger)[1] - 1] if not event.nominal else None
        if participle is not None and participle.tag_ == "ADJA":
            # *verurteilte am Montag die am Freitag verhafteten Männer*
            return self.of((participle.left_edge.i, participle.i + 1))
        at = None if event.nominal and _is_spoken_of(event) else clause
        while at is not None and len(places) < 4 and at not in places:
            places.append(at)
            at = at.parent if at.finite is None and not self._is_said(at) else None
        for place in places:
            found, edtf = self.of(place)
            if edtf != "XXXX":
                return found, edtf
        return None, "XXXX"

    def _phrase_end(self, head: Token) -> int:
        """Behind the last word of a noun's phrase, or before the clause in it: *Kritik am Treffen, das 2015 stattfand*."""
        end, own = head.right_edge.i + 1, self.scene.by_token.get(head.i)
        inner = (i for i in range(head.i + 1, end) if self._is_below(self.scene.by_token.get(i), own))
        return next(inner, end)

    @staticmethod
    def _is_below(clause: Clause | None, own: Clause | None) -> bool:
        return clause is not None and clause is not own and clause.parent is own and clause.finite is not None

    def _since(self, time: TimeFound) -> bool:
        """*seit April 2019* says where something begins, not when it is."""
        before = self.scene.lower[max(0, time.start - 2) : time.start]
        return before[-1:] in (["seit"], ["bis"]) or before == ["bis", "zum"]

    def until(self, clause: Clause) -> bool:
        """Whether a day to come is named till which it is: *bis Freitag soll … abgeschlossen sein*, *bis dahin*."""
        lower = self.scene.lower
        at = next((i for i in clause.tokens if lower[i] == "bis"), None)
        if at is None:
            return False
        if lower[at + 1 : at + 2] == ["dahin"]:
            return True
        found, edtf = event_time(self.scene.doc, clause)
        side = self.side_of(edtf) if found is not None and self._since(found) else "none"
        # *soll bis Jahresende abgeschlossen sein* looks ahead unless the day is past
        open_end = clause.voice == "stative" or clause.tense == "future"
        return side == "future" or (open_end and side != "past")

    def side(self, clause: Clause) -> str:
        """past · future · now · none: where the date of the clause lies from publication."""
        return self.side_of(self.of(clause)[1])

    def side_of(self, edtf: str) -> str:
        """past · future · now · none for an EDTF date."""
        span = bounds(edtf)
        if span is None or self.scene.published is None:
            return "none"
        if span[1] < self.scene.published:
            return "past"
        return "future" if span[0] > self.scene.published else "now"


def _is_spoken_of(event: EventFound) -> bool:
    """Whether the clause tells what somebody says, wants or thinks of the event."""
    return event.content_of is not None or any(found.rule in _SPOKEN_OF for found in event.evidence)
