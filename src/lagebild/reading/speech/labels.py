"""Quotation marks that put nothing into anybody's mouth: names, titles, *sogenannte*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.zones import FINITE, Zone

_NAME_TAGS: Final = {"NN", "NE", "FM", "ART", "CARD", "XY", "ADJA", "APPR", "APPRART"}
_NOUN_TAGS: Final = {"NN", "NE", "FM", "XY", "CARD"}
#: behind these a noun in marks is a judgement (*nannte es einen „Skandal“*), else a name (*die „Graf Spee“*)
_INDEFINITE: Final = {"ein", "eine", "einen", "einem", "einer", "kein", "keine", "keinen"}
#: nouns with the ending have a title behind them
_TITLED: Final[tuple[str, ...]] = (
    "motto",
    "titel",
    "film",
    "buch",
    "serie",
    "song",
    "lied",
    "album",
    "roman",
    "oper",
    "zeitung",
    "magazin",
)
_SO_CALLED = {"genannte", "genannten", "genannter", "genanntes", "sogenannte", "sogenannten", "sogenannter"}


def is_label(unit: Unit, zone: Zone) -> bool:
    """Whether the marks only set off a name or title: *die Zeitschrift „Wald“, der Film „Ufer“*."""
    text = unit.text
    inner = range(zone.start + 1, zone.stop - 1)
    before = zone.start - 1 if zone.start > unit.start else None
    if before is not None and (text.lows[before] in _SO_CALLED or text.lows[before].endswith(_TITLED)):
        return True
    tags = [text.tags[i] for i in inner]
    if before is not None and FINITE.isdisjoint(tags) and zone.stop < unit.stop:
        bracketed = text.words[before] == "(" and text.words[zone.stop] == ")"
        if bracketed or (
            text.lows[zone.stop].startswith("bekannt") and text.tags[zone.stop] in {"ADJA", "ADJD"}
        ):
            return True  # *das Fahrende Volk („gens du voyage“)*, *das als „Dschungel“ bekannte Lager*
    if not tags or not text.words[inner[0]][:1].isupper() or not all(t in _NAME_TAGS for t in tags):
        return False
    before_tag = text.tags[before] if before is not None else ""
    if before_tag == "NN" and len(tags) <= 6:
        return True
    if all(t in _NOUN_TAGS for t in tags) or len(tags) == 2:
        judged = before is not None and (before_tag in {"KOKOM", "PIS"} or text.lows[before] in _INDEFINITE)
        return not judged
    return False
