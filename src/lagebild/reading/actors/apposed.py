"""What a noun before a name says it is: *das Viertel Vila Cruzeiro* is a place, *die Bande Comando Vermelho* a group."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.scan import Scan

#: Ends of nouns behind which the name of a place or group of people stands, besides the words of the places.
_PLACES: Final[tuple[str, ...]] = (
    "viertel",
    "siedlung",
    "favela",
    "slum",
    "vorort",
    "platz",
    "straße",
    "tal",
    "berg",
    "see",
    "fluss",
    "park",
)
_GROUPS = ("bande", "gang", "kartell", "miliz", "gruppe", "gruppierung", "sekte", "bewegung", "organisation", "guerilla",
           "front", "netzwerk", "allianz", "bündnis", "initiative")  # fmt: skip


@cache
def _place_words() -> tuple[str, ...]:
    return (*_PLACES, *(row["word"] for row in lexicon.table("places/place_words.tsv", ["word"])))


def named_after_noun(cast: Cast, scan: Scan, name: str, start: int, stop: int) -> bool:
    """Whether the words that look like a person's name are no person's; a group of that name is noted."""
    if start == 0 or scan.tags[start - 1] != "NN":
        return False
    noun = scan.words[start - 1].lower().rsplit("-", 1)[-1]
    if noun.endswith(_GROUPS):
        actor = cast.body(f"name:{name.lower()}", name, "group", None, None, "f")
        cast.named.add(actor)
        cast.mention(actor, start, stop)
        return True
    return noun.endswith(_place_words())
