"""The country of a person by what the words beside the name say of people: *der Franzose X*, *X, ein irischer Autor*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.gazetteer import Entry, Person
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.titles import Title
from lagebild.reading.analysis import ActorFound

_PARTY: Final = "PTY"
_OF: Final = frozenset({"von", "vom", "("})
_ARTICLE: Final = frozenset({"der", "dem", "den"})
_INDEFINITE: Final = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
#: The word for one of Germany, which is declined as an adjective.
_GERMAN: Final = frozenset({"Deutsche", "Deutschen", "Deutscher"})
#: How many words an apposition may have before its noun.
_REACH: Final = 4


def learn(cast: Cast, scan: Scan, actor: ActorFound, start: int, stop: int) -> None:
    """Give the person named at ``[start, stop)`` the country that the words around it say, where none is known."""
    hit = scan.covered.get(start - 1)
    if hit is not None and hit.use == "demonym" and hit.stop == start:
        if actor.country is None:
            actor.country = hit.entry.country
        if scan.words[hit.stop - 1].endswith("in"):
            cast.gender[actor] = "f"
        cast.mention(actor, hit.start, hit.stop)
    if actor.country is None and cast.entry_of(actor) is None:
        actor.country = _before(cast, scan, actor, start) or _behind(scan, stop)
        if _of_body(scan, stop):
            actor.abroad = True


def _of_body(scan: Scan, stop: int) -> bool:
    """Whether a body without a country stands behind the name: *Anna Meier von Human Rights Watch*, *(IAEA)*."""
    words = scan.words
    if words[stop : stop + 1] and words[stop] in _OF:
        at = stop + 2 if words[stop + 1 : stop + 2] and words[stop + 1] in _ARTICLE else stop + 1
        hit = scan.covered.get(at)
        entries = (
            [hit.entry] if hit is not None else scan.parts.get(at, ())
        )  # *vom UN-Büro für Katastrophenhilfe*
        return any(entry.kind == "international" for entry in entries)
    return False


def _before(cast: Cast, scan: Scan, actor: ActorFound, start: int) -> str | None:
    """The country that the words before the name say."""
    return (
        _colleague(scan, start)
        or _described(scan, start)
        or _somebody(cast, scan, actor, start)
        or _one_more(cast, scan, start)
    )


def _described(scan: Scan, start: int) -> str | None:
    """The country of the adjective of what somebody is: *der schwedische Verleger X*; *die Deutsche X*."""
    i = start - 1
    german = i > 0 and scan.words[i] in _GERMAN
    if i < 1 or not (german or scan.tags[i] == "NN") or titles.office(scan.words[i]) is not None:
        return None
    at = i if german else i - 1
    if not german and (scan.tags[at] != "ADJA" or not scan.words[at][:1].islower()):
        return None
    states = [entry for entry in scan.parts.get(at, ()) if entry.kind == "state"]
    return states[0].country if len(states) == 1 else None


def _somebody(cast: Cast, scan: Scan, actor: ActorFound, start: int) -> str | None:
    """*ein Franzose, X,*: the word for somebody of a country means the one whom the comma names."""
    hit = scan.covered.get(start - 2) if start > 2 and scan.words[start - 1] == "," else None
    if hit is None or hit.use != "demonym" or scan.words[hit.start - 1].lower() not in _INDEFINITE:
        return None
    cast.mention(actor, hit.start, hit.stop)
    return hit.entry.country


def _one_more(cast: Cast, scan: Scan, start: int) -> str | None:
    """The country of the second of *die Israelis X und Y*."""
    if start < 3 or scan.words[start - 1] != "und":
        return None
    other = cast.one_at(start - 2)
    begins = next((s for s, e in other.mentions if e == start - 1), None) if other is not None else None
    hit = scan.covered.get(begins - 1) if begins else None
    return hit.entry.country if hit is not None and hit.use == "demonym" else None


def _colleague(scan: Scan, start: int) -> str | None:
    """The country of the adjective: *mit seinem malischen Kollegen X*, *die polnische Amtskollegin X*."""
    if start < 2 or "kolleg" not in scan.words[start - 1].lower():
        return None
    return next((entry.country for entry in scan.parts.get(start - 2, ()) if entry.kind == "state"), None)


def _behind(scan: Scan, stop: int) -> str | None:
    """The country behind the name: *, ein holländischer Hacker und …*, *, eine Irin, …*, *Meier aus Georgien*,
    *Meier aus den Niederlanden*."""
    words = scan.words[stop : stop + 2]
    named = stop + 2 if words[1:] and words[1] in _ARTICLE else stop + 1
    from_state = scan.covered.get(named) if words[:1] == ["aus"] else None
    if from_state is not None and from_state.entry.kind == "state" and from_state.use == "name":
        return from_state.entry.country
    if len(words) < 2 or words[0] != "," or words[1].lower() not in _INDEFINITE:
        return None
    for i in range(stop + 2, min(len(scan.words), stop + 2 + _REACH)):
        states = [entry for entry in scan.parts.get(i, ()) if entry.kind == "state"]
        hit = scan.covered.get(i)
        if hit is not None and hit.use == "demonym":
            return hit.entry.country
        if states:
            return states[0].country
        if scan.words[i][:1].isupper() or not scan.words[i][:1].isalpha():
            return None
    return None


def of_office(cast: Cast, actor: ActorFound, title: Title, known: bool) -> None:
    """Give the person the country of the office; ``known`` is whether the who's-who has one of the article's date."""
    if title.international:
        actor.abroad = True
    if title.international and not known:
        actor.country = None
    elif title.country and (actor.country is None or cast.entry_of(actor) is None):
        actor.country = title.country
    elif actor.country is None and not title.entries:
        actor.country = _by_town(cast.doc, title)
    entry = cast.entry_of(actor)
    if cast.date is None and isinstance(entry, Person) and not title.country and _of_bodies(entry, title):
        actor.country = None


def of_no_land(cast: Cast, scan: Scan) -> None:
    """In a text of no date that names no land of theirs, holders of offices of many states act for none: *Solana*."""
    named = scan.entries()
    states = {e.country for e in named if e.kind != "person"} | {p.country for p in cast.doc._.places}
    if cast.date is not None or all(e.kind != "international" for e in named):
        return
    for actor in cast.actors:
        entry = cast.entry_of(actor)
        if isinstance(entry, Person) and actor.country not in states and actor not in cast.told:
            actor.country = actor.country if all(t.country for t in entry.terms) else None


def _of_bodies(person: Person, title: Title) -> bool:
    """Whether the office is one of a body of many states that the person once held: *Generalsekretär Ban Ki-moon*."""
    word = fold(titles.office_key(title.office.word))
    held = [(t.country, fold(titles.office_key(t.office.split()[0]))) for t in person.terms]
    return any(country is None and titles.same_office(word, o) for country, o in held) and not any(
        country is not None and titles.same_office(word, o) for country, o in held
    )


def _by_town(doc: Words, title: Title) -> str | None:
    """The country of the town or region of an office: *der Münchner Oberbürgermeister X*, *Flanderns Minister X*, *der
    Gouverneur der Provinz Cagayan, X*."""
    if title.envoy:
        return None  # *der Botschafter in Berlin*
    local: dict[int, str] = doc._.local_at
    beside = next((local[i] for i in range(max(title.start - 1, 0), title.token) if i in local), None)
    if beside is not None:
        return beside
    for place in doc._.places:
        for start, stop in place.mentions:
            owns = stop == title.start and doc[stop - 1].text.endswith("s")
            if owns or title.token < start < title.stop:
                return place.country
    return None


def party_beside(scan: Scan, start: int, stop: int) -> Entry | None:
    """The party told beside the name at ``[start, stop)``: *(CDU)*, *von der CDU*, *der SPD-Mann*, *die Grüne* before it."""
    words = scan.words
    if words[stop : stop + 1] == ["("]:
        hit = scan.covered.get(stop + 1)
        return hit.entry if hit is not None and hit.entry.kind == "group" else None
    behind = stop + 1 if words[stop : stop + 1] == ["von"] else len(words)
    if words[behind : behind + 1] and words[behind] in _ARTICLE | {"den"}:
        behind += 1
    hit = scan.covered.get(behind) or scan.covered.get(start - 1)
    entries = [hit.entry] if hit is not None else [*scan.parts.get(start - 1, ())]
    return next((entry for entry in entries if entry.sector == _PARTY), None)
