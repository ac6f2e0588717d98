"""Quotation marks that put nothing into anybody's mouth: names, titles, *sogenannte*."""

from __future__ import annotations

from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.zones import Zone

_NAME_TAGS = {"NN", "NE", "FM", "ART", "CARD", "XY", "ADJA", "APPR", "APPRART"}
_SO_CALLED = {"genannte", "genannten", "genannter", "genanntes", "sogenannte", "sogenannten", "sogenannter"}


def is_label(unit: Unit, zone: Zone) -> bool:
    """Whether the marks only set off a name or title: *die Zeitschrift „Wald“, der Film „Ufer“*."""
    text = unit.text
    inner = range(zone.start + 1, zone.stop - 1)
    before = zone.start - 1 if zone.start > unit.start else None
    if before is not None and text.lows[before] in _SO_CALLED:
        return True
    tags = [text.tags[i] for i in inner]
    if not tags or not text.words[inner[0]][:1].isupper() or not all(t in _NAME_TAGS for t in tags):
        return False
    before_tag = text.tags[before] if before is not None else ""
    if before_tag == "NN" and len(tags) <= 6:
        return True
    return (
        len(tags) <= 3
        and before_tag in {"", "ART", "APPRART", "APPR"}
        and all(t in {"NE", "FM"} for t in tags)
    )
