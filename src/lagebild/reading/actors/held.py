"""The country of an office that the text gives to none: *Außenministerin X verlangte von Peking eine Entschuldigung*."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.scene import Scene
from lagebild.reading.analysis import ActorFound

#: Classes of offices that somebody holds for a state.
_OF_A_STATE: Final = frozenset({"head", "minister", "spokesman"})
#: Envoys, who act in another country than their own.
_ENVOYS: Final[tuple[str, ...]] = ("botschafter", "botschafterin", "konsul", "konsulin")
_IN: Final = frozenset({"in", "im"})
#: Tokens at the beginning that count double: headline and lede.
_LEAD: Final = 60
#: How often more than the next country the one whose office it must be is told of.
_LEAD_BY: Final = 1.5
#: How many tokens an apposition behind a name may have.
_APPOSED: Final = 14


def country_held(cast: Cast, scan: Scan, scene: Scene, actor: ActorFound) -> str | None:
    """The country of which the article tells the office: its own, but for one that the sentence tells as the other side.

    *Außenminister X brach die Kontakte zu Teheran ab* is no minister of Iran, however much the article tells of it.
    """
    held, words = scene.held, cast.titles.get(actor, [])
    superior = _superior(cast, actor)
    if superior is not None:
        actor.abroad = superior.country is None
        return superior.country
    found = titles.office(words[0]) if words else None
    if found is None or (found.rank not in _OF_A_STATE and not _envoy(words[0])):
        return held or scene.around(actor.mentions[0][0])
    at = actor.mentions[0][0]
    here = scene.sentences.of(at)
    # *beschuldigte den Nachbarn, ruandische Reisende …* may be said by Ruanda's own
    told = [c for token, c in scene.named if scene.sentences.of(token) == here and token not in scan.parts]
    seat = _seat(cast, scene, here)
    inside = set(told) - {seat}
    if _envoy(words[0]):
        return _other(scene, inside) or held
    if held is not None and held not in inside:
        return held
    around = scene.around(at)
    if held is None and around is not None and around not in inside:
        return around
    counts: Counter[str] = Counter()
    for token, country in scene.named:
        counts[country] += 2 if token < _LEAD else 1
    pool = Counter({country: n for country, n in counts.items() if country not in inside})
    best = pool.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] < _LEAD_BY * best[1][1]):
        elsewhere = any(c == held and scene.sentences.of(token) != here for token, c in scene.named)
        return held if elsewhere else seat
    return best[0][0] if held is None or 2 * best[0][1] >= counts[held] else held


def _superior(cast: Cast, actor: ActorFound) -> ActorFound | None:
    """The person whose adviser, envoy or chief of protocol somebody is: *Rose X, die Beraterin von Präsident Y*, *Annans
    Gesandter X*; None for others."""
    words = cast.doc.words
    for start, stop in actor.mentions[:3]:
        end = min(stop + _APPOSED, len(words))
        if words[stop : stop + 1] == [","] and "," in words[stop + 1 : end]:
            end = words.index(",", stop + 1, end)
            at = next((i for i in range(stop + 1, end) if words[i] == "von"), end)
            found = next((a for i in range(at, end) if (a := cast.one_at(i)) is not None), None)
            if found is not None and found.kind == "person":
                return found
        owner = cast.one_at(start - 2) if start > 1 else None
        if owner is not None and owner.kind == "person" and words[start - 2].endswith("s"):
            told = owner.name.endswith(words[start - 2][:-1]) and titles.office(words[start - 1]) is not None
            if told and owner is not actor:
                return owner
    return None


def _envoy(word: str) -> bool:
    return word.lower().endswith(_ENVOYS)


def _other(scene: Scene, inside: set[str]) -> str | None:
    """Of the two countries that the article names most, the one that the sentence leaves out."""
    counts = Counter(country for _, country in scene.named)
    pair = [country for country, _ in counts.most_common(2)]
    rest = [country for country in pair if country not in inside]
    return rest[0] if len(pair) == 2 and len(rest) == 1 else None


def _seat(cast: Cast, scene: Scene, here: int) -> str | None:
    """The country in whose capital the sentence says that something is done: *X bestellte in Peking den Botschafter ein*."""
    lowers = cast.doc.lowers
    found = {
        place.country
        for place in cast.doc._.places
        if place.name in cast.known.capitals
        for start, _ in place.mentions
        if start and lowers[start - 1] in _IN and scene.sentences.of(start) == here
    }
    named = {country for _, country in scene.named}
    return found.pop() if len(found) == 1 and found <= named else None
