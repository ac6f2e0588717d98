"""What stands in quotation marks, and the columns of a Doc that are read over and over."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

OPENING = {"„": '“”‟"', "»": "«", "«": "»", "“": "”“", "''": "''", "``": "''\"", '"': '"', "‟": "”“"}
ZONE_LIMIT = 600


@dataclass(eq=False, slots=True)
class Text:
    """The columns of a Doc that are read over and over, as plain lists."""

    doc: Doc
    words: list[str]
    lows: list[str]
    tags: list[str]

    @classmethod
    def of(cls, doc: Doc) -> Text:
        words = [t.text for t in doc]
        return cls(doc, words, [w.lower() for w in words], [t.tag_ for t in doc])


@dataclass(eq=False, slots=True)
class Zone:
    """Words in quotation marks; the range includes the marks. ``whole``: they stand as a sentence."""

    start: int
    stop: int
    whole: bool = False


def finite(tag: str) -> bool:
    return (tag.startswith("V") and tag.endswith("FIN")) or tag == "VVIMP"


def find_zones(text: Text) -> list[Zone]:
    """All outermost quotations of the Doc, in order; a mark without its partner opens nothing."""
    zones: list[Zone] = []
    words = text.words
    i = 0
    while i < len(words):
        closing = OPENING.get(words[i])
        if closing is None:
            i += 1
            continue
        stop = next((j for j in range(i + 1, min(len(words), i + ZONE_LIMIT)) if words[j] in closing), None)
        if stop is None or stop == i + 1:
            i += 1
            continue
        zones.append(Zone(i, stop + 1))
        i = stop + 1
    for zone in zones:
        zone.whole = _stands_alone(text, zone)
    return zones


_BEFORE_WHOLE = {":", ",", ".", "!", "?", "–", "-", ")", "“", ";"}
_AFTER_WHOLE = {",", ".", ";", ":", "–", "-", "!", "?", ")", "(", "„", "so", "laut", "und", "nach"}


def _stands_alone(text: Text, zone: Zone) -> bool:
    """Whether the quotation is a sentence of its own and not words of the sentence around it."""
    words, tags = text.words, text.tags
    inner = tags[zone.start + 1 : zone.stop - 1]
    if not any(finite(tag) for tag in inner) and words[zone.stop - 2] not in {".", "!", "?"}:
        return False
    opens = zone.start == 0 or words[zone.start - 1] in _BEFORE_WHOLE or words[zone.start - 1].isspace()
    if zone.stop >= len(words):
        return opens
    after = words[zone.stop]
    closes = (
        after.lower() in _AFTER_WHOLE
        or after.isspace()
        or finite(tags[zone.stop])
        or bool(text.doc[zone.stop].is_sent_start)
    )
    return opens and closes
