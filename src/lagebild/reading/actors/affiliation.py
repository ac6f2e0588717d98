"""The country of a person by the group for which the words beside the name say that he speaks, leads or fights."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.held import country_held
from lagebild.reading.actors.origins import likeliest
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.scene import Scene
from lagebild.reading.analysis import ActorFound

#: How many words the office and its group may take, on either side of the name.
_REACH: Final = 9
_GROUPS: Final[tuple[str, ...]] = ("group", "organisation")
_ENDS: Final = frozenset({".", ";", ":", "!", "?", "(", ")", "„", "“", '"'})


def at_home(cast: Cast, scan: Scan, scene: Scene) -> None:
    """Whom the text gives to no country is of the article's own (*General Meier*), without an office only where
    it is about its country at length; so are organisations, but not papers, which are cited from abroad too."""
    learn(cast, scan)
    bodies = any(actor.kind == "international" for actor in cast.actors)
    told = Counter(country for _, country in scene.named)
    for actor in cast.actors:
        if actor.country or cast.entry_of(actor) or actor.abroad or (bodies and actor.sector == "IGO"):
            continue  # a *Hochkommissar* where world bodies are told of is nobody's minister
        if actor.kind == "person":
            actor.country = likeliest(actor.name, _supposed(cast, scan, scene, actor), told)
        elif actor in cast.named and actor.sector != "MED":
            actor.country = scene.native


def _supposed(cast: Cast, scan: Scan, scene: Scene, actor: ActorFound) -> str | None:
    """The country of a person by the office, or by where the article plays."""
    if cast.titles.get(actor):
        return country_held(cast, scan, scene, actor)
    return scene.native or scene.around(actor.mentions[0][0])


def learn(cast: Cast, scan: Scan) -> None:
    """Give persons of no country that of their group: *Ali Meier, ein Sprecher der Rebellen, …*."""
    for actor in cast.actors:
        if actor.kind != "person" or actor.country or actor.abroad or cast.entry_of(actor):
            continue
        actor.country = _of_ministry(cast, actor)
        for start, stop in actor.mentions if actor.country is None else ():
            country = _behind(cast, scan, stop) or _before(cast, scan, start)
            if country is not None:
                actor.country = country
                break
    _of_only_state(cast, scan)


def _of_ministry(cast: Cast, minister: ActorFound) -> str | None:
    """The country of the one ministry of the article that bears the minister's name: *Sicherheitsminister Ali Meier* leads
    the *Sicherheitsministerium in Sarajevo*."""
    offices = {word.lower().removesuffix("in") for word in cast.titles.get(minister, ())}
    found = {
        actor.country
        for actor in cast.actors
        if actor.kind == "organisation"
        and actor.country
        and actor.name.lower().split()[-1].removesuffix("ium") in offices
        and actor.name.endswith("ministerium")
    }
    return found.pop() if len(found) == 1 else None


#: Offices of a state, whose holder is of the only one that an article names.
_OF_STATE: Final = frozenset({"head", "minister"})


def _of_only_state(cast: Cast, scan: Scan) -> None:
    """*Vizepräsident Ali Meier … der kenianischen Behörde*: where the article names one state, he governs it."""
    codes = {actor.country for actor in cast.actors if actor.country}
    codes |= {entry.country for entries in scan.parts.values() for entry in entries if entry.country}
    if len(codes) != 1:
        return
    for actor in cast.actors:
        if actor.kind != "person" or actor.country or actor.abroad or cast.entry_of(actor):
            continue
        before = {scan.words[start - 1] for start, _ in actor.mentions if start}
        held = {known.rank for word in before if (known := titles.office(word)) is not None}
        if held & _OF_STATE:
            actor.country = next(iter(codes))


def _behind(cast: Cast, scan: Scan, stop: int) -> str | None:
    """*, ein Sprecher der Rebellen in Homs,*."""
    if scan.words[stop : stop + 1] != [","]:
        return None
    end = stop + 1
    while end < min(len(scan.words), stop + _REACH) and not _closes(scan, end):
        end += 1
    return _of_office(cast, scan, stop + 1, end)


def _before(cast: Cast, scan: Scan, start: int) -> str | None:
    """*der Sprecher der Rebellen in Homs, Ali Meier*, *Rebellenführer der FNL Ali Meier*."""
    end = start - 1 if start and scan.words[start - 1] == "," else start
    begin = end
    while begin > max(0, end - _REACH) and not _closes(scan, begin - 1):
        begin -= 1
    return _of_office(cast, scan, begin, end)


def _closes(scan: Scan, i: int) -> bool:
    return scan.words[i] == "," or scan.words[i] in _ENDS or scan.tags[i][:1] == "V"


#: Beginnings of possessives before an office, and ends of offices that somebody holds elsewhere than their owner.
_POSSESSIVES: Final[tuple[str, ...]] = ("sein", "ihr", "dessen", "deren")
_ELSEWHERE = ("kollege", "kollegen", "kollegin", "pendant", "gegenüber", "gegner", "rivale", "rivalin", "nachbar",
              "gesandter", "gesandte", "gastgeber")  # fmt: skip


def _superior(cast: Cast, scan: Scan, office: int) -> str | None:
    """The country of whose officer somebody is: *Die Huthi lachten; ihr Sprecher Ali Meier drohte*; None for envoys and
    colleagues, who may be sent to or come from others."""
    before = scan.words[office - 1].lower() if office else ""
    if not before.startswith(_POSSESSIVES) or scan.words[office].lower().endswith(_ELSEWHERE):
        return None
    owner = cast.one_at(office - 1)
    return owner.country if owner is not None else None


def _of_office(cast: Cast, scan: Scan, begin: int, end: int) -> str | None:
    """The country of the one group behind an office in the range; None where the range tells of no office or of two
    countries."""
    office = next((i for i in range(begin, end) if titles.office(scan.words[i]) is not None), None)
    if office is None:
        return None
    whose = _superior(cast, scan, office)
    if whose is not None:
        return whose
    holder = cast.one_at(office)
    if holder is not None and holder.kind == "person" and holder.country:
        return holder.country  # *des deutschen Befehlshabers vor Ort, Karl Meier*
    inside = [e.country for e in scan.parts.get(office, ()) if e.kind in _GROUPS and e.country]
    if inside:
        return inside[0]  # *der Hamas-Chef*
    found: list[ActorFound] = [
        a for i in range(office + 1, end) for a in cast.at.get(i, ()) if a.kind in _GROUPS
    ]
    countries = {a.country for a in found}
    return countries.pop() if len(countries) == 1 else None
