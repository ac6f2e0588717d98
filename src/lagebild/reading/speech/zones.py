"""What stands in quotation marks, and the columns of a Doc that are read over and over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.analysis import ActorFound

OPENING: Final = {"„": '“”‟"', "»": "«", "«": "»", "“": "”“", "''": "''", "``": "''\"", '"': '"', "‟": "”“"}
ZONE_LIMIT: Final = 600
#: the relation of a split prefix to its verb
_PREFIX: Final = "compound:prt"
CLOSERS: Final = {"“", "”", "«", "‘", ")", "]", '"', "''"}
OPENERS: Final = {"„", "»", "‚", "(", "[", '"', "``"}
_UNREAD: Final = CLOSERS | OPENERS | OPENING.keys()


@dataclass(eq=False, slots=True)
class Text:
    """The columns of a Doc that are read over and over, as plain lists, one entry a token.

    ``heads`` are token indices, ``prefixes`` the split prefixes of each verb that the tree gives one, ``starts`` the
    first tokens of the sentences, ``unread`` brackets, quotation marks and white space.
    """

    doc: Words
    words: list[str]
    lows: list[str]
    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    prefixes: dict[int, list[int]]
    starts: list[int]
    unread: set[int]
    actor_at: dict[int, ActorFound]

    @classmethod
    def of(cls, doc: Words) -> Text:
        prefixes: dict[int, list[int]] = {}
        for i, relation in enumerate(doc.deps):
            if relation == _PREFIX:
                prefixes.setdefault(doc.heads[i], []).append(i)
        tags = list(doc.tags)
        _join_names(doc.lowers, tags, doc._.actor_at)
        starts, i = [], 0
        while i < len(doc):
            starts.append(i)
            i = doc.sentences[i].stop
        unread = {i for i, word in enumerate(doc.words) if word in _UNREAD or word.isspace()}
        return cls(
            doc,
            doc.words,
            doc.lowers,
            tags,
            doc.lemmas,
            doc.heads,
            prefixes,
            starts,
            unread,
            doc._.actor_at,
        )

    def morph(self, i: int) -> str:
        """The features as ``Case=Nom|Gender=Masc|Number=Sing``."""
        return self.doc.morphs[i].bundle


#: words inside or at the head of a name that a tagger takes for prepositions, articles or a form of *sein*
_PARTICLES: Final = frozenset({
    "zu", "von", "van", "de", "di", "da", "del", "della", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "ben", "ter",
    "der", "den",
})  # fmt: skip
_LEADING: Final = _PARTICLES - {"der", "den"}


def _join_names(lows: list[str], tags: list[str], actor_at: dict[int, ActorFound]) -> None:
    """Tag the small words of a person's name as parts of it: *Zu Guttenberg, Osama bin Laden, von der Leyen*."""
    for i in sorted(actor_at):
        if lows[i] not in _PARTICLES or i + 1 >= len(lows) or tags[i] == "NE":
            continue
        actor = actor_at[i]
        if actor.kind != "person" or actor_at.get(i + 1) is not actor:
            continue
        named = tags[i + 1] == "NE" or lows[i + 1] in {"der", "den"} or lows[i] == "bin"
        if named and (lows[i] in _LEADING or tags[i - 1] == "NE"):
            tags[i] = "NE"


@dataclass(eq=False, slots=True)
class Zone:
    """Words in quotation marks; the range includes the marks. ``whole``: they stand as a sentence."""

    start: int
    stop: int
    whole: bool = False


#: tags of finite verbs
FINITE: Final = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP"})


def find_zones(text: Text) -> list[Zone]:
    """All outermost quotations of the Doc, in order; a mark without its partner opens nothing."""
    zones: list[Zone] = []
    end = 0
    marks = sorted(text.unread)
    closer = next((_CLOSES[text.words[i]] for i in marks if text.words[i] in _CLOSES), "")
    for i in marks:
        if text.words[i] == closer and i >= end and _side(text, i) != "begin":
            continue
        closing = OPENING.get(text.words[i]) if i >= end else None
        if closing is None or _side(text, i) == "end":
            continue
        stop = _stop(text, i, closing)
        if stop is not None and stop > i + 1:
            zones.append(Zone(i, stop + 1))
            end = stop + 1
    openings = {start for _, start, _ in text.doc._.blocks} if zones else set()
    for zone in zones:
        zone.whole = _stands_alone(text, zone, zone.start in openings)
    return zones


#: A text opens quotations with the one or the other, as its first mark shows, where the blanks do not.
_CLOSES: Final = {"«": "»", "»": "«"}


def _stop(text: Text, begin: int, closing: str) -> int | None:
    """The mark that closes the quotation from `begin`.

    None where another one opens before, or where it is closed inside a word: *der "Korb"-Satz*.
    """
    words = text.words
    inner = 0
    for i in range(begin + 1, min(len(words), begin + ZONE_LIMIT)):
        word = words[i]
        if word == "„" == words[begin]:
            inner += 1
        if word in closing:
            if _side(text, i) != "begin":
                if inner == 0:
                    return i
                inner -= 1
            if word == words[begin]:
                return None
        elif "-" in word and any(mark in word for mark in closing):
            return None
    return None


def _side(text: Text, i: int) -> str:
    """What the blanks around a mark make of it: "begin", "end", or "" where they do not tell."""
    words, doc = text.words, text.doc
    before = i == 0 or bool(doc[i - 1].whitespace_) or words[i - 1].isspace() or words[i - 1] in _BRACKETS
    after = i + 1 == len(words) or bool(doc[i].whitespace_) or words[i + 1].isspace() or words[i + 1] in _ENDS
    return "" if before == after else "begin" if before else "end"


#: What may stand at a mark without a blank: before one that opens, and behind one that closes.
_BRACKETS: Final = {"(", "[", ":", "–", "/"}
_ENDS: Final = {".", ",", ";", ":", "!", "?", ")", "]", "…", "–", "/"}


_BEFORE_WHOLE: Final = {":", ",", ".", "!", "?", "–", "-", ")", "“", ";"}
_AFTER_WHOLE: Final = {",", ".", ";", ":", "–", "-", "!", "?", ")", "(", "„", "so", "laut", "und", "nach"}


def _before_frame(text: Text, zone: Zone) -> bool:
    """Whether a comma and a verb follow words that open a sentence: *„Ein guter Start“, [so] sagte er*."""
    words, tags, i = text.words, text.tags, zone.stop
    opens = zone.start in text.starts or words[zone.start - 1] == ":"
    if not opens or words[i : i + 1] != [","]:
        return False
    pointing = 3 if text.lows[i + 1 : i + 3] == ["mit", "diesen"] else int(text.lows[i + 1 : i + 2] == ["so"])
    return tags[i + 1 + pointing :][:1] == ["VVFIN"]


def _stands_alone(text: Text, zone: Zone, opening: bool) -> bool:
    """Whether the quotation is a sentence of its own and not words of the sentence around it.

    ``opening``: it opens a paragraph, perhaps behind a headline, which no full stop ends.
    """
    words, tags = text.words, text.tags
    inner = tags[zone.start + 1 : zone.stop - 1]
    if FINITE.isdisjoint(inner) and words[zone.stop - 2] not in {".", "!", "?"}:
        return _before_frame(text, zone)
    before = words[zone.start - 1] if zone.start else ""
    # *Mit den Worten „Das war falsch“ trat er zurück*
    opens = opening or zone.start == 0 or before in _BEFORE_WHOLE or before.isspace() or before == "Worten"
    if zone.stop >= len(words):
        return opens
    after = words[zone.stop]
    closes = (
        after.lower() in _AFTER_WHOLE
        or after.isspace()
        or tags[zone.stop] in FINITE
        or zone.stop in text.starts
    )
    return opens and closes
