"""The country of a person by what the words beside the name say of people: *der Franzose X*, *X, ein irischer Autor*."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.titles import Title
from lagebild.reading.analysis import ActorFound

_PARTY = "PTY"
_OF = frozenset({"von", "vom", "("})
_ARTICLE = frozenset({"der", "dem", "den"})
_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
#: How many words an apposition may have before its noun.
_REACH = 4


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
        actor.country = _colleague(scan, start) or _behind(scan, stop)
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


def _colleague(scan: Scan, start: int) -> str | None:
    """The country of the adjective: *mit seinem malischen Kollegen X*, *die polnische Amtskollegin X*."""
    if start < 2 or "kolleg" not in scan.words[start - 1].lower():
        return None
    return next((entry.country for entry in scan.parts.get(start - 2, ()) if entry.kind == "state"), None)


def _behind(scan: Scan, stop: int) -> str | None:
    """The country behind the name: *, ein holländischer Hacker und …*, *, eine Irin, …*, *Meier aus Georgien*."""
    words = scan.words[stop : stop + 2]
    from_state = scan.covered.get(stop + 1) if words[:1] == ["aus"] else None
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


def by_town(doc: Doc, title: Title) -> str | None:
    """The country of the town or region before an office: *der Münchner Oberbürgermeister Jan Meier*."""
    local: dict[int, str] = doc._.local_at
    return next((local[i] for i in range(max(title.start - 1, 0), title.token) if i in local), None)


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
