"""Who stands behind a noun as its owner: *die Regierung der Ukraine*, *Präsident von Südkorea*, lists of states."""

from __future__ import annotations

from typing import Final

from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.scan import Hit, Scan

ARTICLES: Final = frozenset({
    "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "einem", "einen", "dieser", "dieses",
    "diesem", "diesen", "sein", "seine", "seinem", "seinen", "seiner", "seines", "ihr", "ihre", "ihrem", "ihren",
    "ihrer", "ihres", "beim", "vom", "zum", "zur", "im", "am", "ans", "beide", "beiden",
})  # fmt: skip
OF: Final = frozenset({"der", "des", "von", "vom", "in", "im", "für", "bei", "beim", "und"})
#: Kinds of actors that have people, and how many adjectives may stand before the noun that says what they are.
_GROUPS: Final = frozenset({"group", "organisation", "international"})
_ADJECTIVES: Final = 3


def owner_after(scan: Scan, at: int) -> tuple[list[Entry], int]:
    """The states or bodies that follow a noun as its owner: *der Ukraine*, *in Kiew*, *von Südkorea*.

    Also gives the token after them (``at`` where there is none).
    """
    i = at
    while (
        i < len(scan.words) and i - at < 3 and scan.words[i].lower() in OF and scan.words[i].lower() != "und"
    ):
        i += 1
    owners: list[Entry] = []
    while i < len(scan.words) and i - at < 5 and i in scan.parts and scan.words[i][0].islower():
        owners += scan.parts[i]
        i += 1
    if i in scan.covered and scan.covered[i].entry.kind != "person" and i > at:
        hit = scan.covered[i]
        return [hit.entry], hit.stop
    if owners and i < len(scan.words) and scan.words[i][:1].isupper():
        return owners, i + 1
    if i > at and i in scan.parts:
        return list(scan.parts[i]), i + 1
    if i == at and i in scan.covered and scan.covered[i].use == "name" and is_genitive(scan.words[i]):
        return [scan.covered[i].entry], scan.covered[i].stop
    named = _behind_its_kind(scan, i) if i > at else None
    return ([named.entry], named.stop) if named is not None else ([], at)


def _behind_its_kind(scan: Scan, i: int) -> Hit | None:
    """The group whose name stands behind the noun that says what it is: *(Kämpfer der) radikalen Gruppe Al-Shabaab*."""
    end = min(i + _ADJECTIVES, len(scan.words) - 1)
    while i < end and scan.tags[i] == "ADJA" and i not in scan.parts:
        i += 1
    hit = scan.covered.get(i + 1)
    if hit is None or hit.start != i + 1 or hit.use != "name" or hit.entry.kind not in _GROUPS:
        return None
    return hit if scan.tags[i] == "NN" and i not in scan.covered and i not in scan.parts else None


def listed(scan: Scan, first: Entry, at: int) -> list[Entry]:
    """The states of a list, by name or capital; another's noun ends it: *der USA und Frankreichs Präsident*."""
    found, i = [first], at
    while i + 1 < len(scan.words) and (scan.words[i] == "," or scan.words[i].lower() in ("und", "sowie")):
        i += 1
        while i + 1 < len(scan.words) and scan.words[i].lower() in ("der", "des", "von"):
            i += 1
        hit = scan.covered.get(i)
        if hit is None or hit.entry.kind != "state" or hit.use not in ("name", "capital"):
            break
        if is_genitive(scan.words[i]) and hit.stop < len(scan.words) and scan.words[hit.stop][:1].isupper():
            break
        found += [hit.entry] if hit.entry not in found else []
        i = hit.stop
    return found


def is_genitive(text: str) -> bool:
    return text.endswith(("s", "'", "’", "x", "z"))
