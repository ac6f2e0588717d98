"""The phrase of a body: its word, what stands before it, and whose it is by the owner behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lagebild.language.tokens import Token, Words
from lagebild.reading.actors.body_words import Body, body_of
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.owners import ARTICLES, listed, owner_after
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.seats import SEATED, seat


@dataclass(slots=True)
class Phrase:
    """A body in the text: its tokens and the states or bodies it belongs to.

    ``foreign`` people are not of the country where they are: *ausländische Journalisten*. ``local`` is the country of
    the town or region that an adjective names, where the state itself is no owner: *das Kölner Verwaltungsgericht*.
    """

    body: Body
    token: int
    start: int
    stop: int
    owners: list[Entry]
    definite: bool
    foreign: bool
    local: str | None = None


def phrase_at(doc: Words, scan: Scan, token: int) -> Phrase | None:
    """The body whose word is at the token, with its attributes before and its owner behind it."""
    if token in scan.covered:
        return None
    body = body_of(scan.words[token])
    if body is None:
        return None
    owners = list(scan.parts.get(token, ()))
    i = token - 1
    local_at, local = doc._.local_at, None
    while (
        i >= 0
        and token - i < 5
        and (i in scan.parts or i in local_at or _adjective(doc[i]))
        and i not in scan.covered
    ):
        owners += [e for e in scan.parts.get(i, ()) if e not in owners]
        local = local or local_at.get(i)
        i -= 1
    i = _joined_owners(doc, scan, i, owners) if owners else i
    start, stop = i + 1, token + 1
    article = doc[i].lower_ if i >= 0 else ""
    if body.gender == "p" and article in ARTICLES and doc[token].morph.get("Number", []) == ["Sing"]:
        return None  # der Angreifer; without an article it is a plural, whatever the tagger says
    if i in scan.covered and not owners and scan.covered[i].use in ("name", "capital"):
        acronym = i == token - 1 and scan.words[i].isupper()  # die US Botschaft
        if acronym or _is_genitive(scan.words[i]):  # Israels Armee
            owners.append(scan.covered[i].entry)
    foreign = any(w.lower().startswith(_FOREIGN) for w in scan.words[start:token]) or (
        body.sector == "MIL" and scan.words[token].lower().startswith(FOREIGN_FORCES)
    )
    foreign = foreign or of_many(scan.words[token + 1 : token + 4])
    if foreign and not owners:
        _joined_owners(doc, scan, i, owners)  # afghanische und ausländische Soldaten: both
    definite = article in ARTICLES and not article.startswith("ein")
    foreign = foreign or (
        definite and body.sector == "JUD" and _of_many_states(scan.words[token + 1 : token + 4])
    )
    if not owners and not local and not foreign and not _abroad(body, scan.words[token + 1 : token + 2]):
        owners, stop = owner_after(scan, token + 1)
        stop = max(stop, token + 1)
        if owners and owners[0].kind == "state" and doc[token].morph.get("Number", []) == ["Plur"]:
            owners = listed(scan, owners[0], stop)  # die Regierungen von Italien und Malta
        if not owners and body.kind == "organisation" and scan.words[token + 1 : token + 2] in _BEHIND:
            local = _country_of_place(doc, token + 2)
        if not owners and body.kind == "organisation" and body.sector in SEATED and local is None:
            local = seat(doc, scan, token + (2 if scan.words[token + 1 : token + 2] in _BEHIND else 1))
    return Phrase(body, token, start, stop, owners, definite, foreign, None if owners else local)


def _country_of_place(doc: Words, at: int) -> str | None:
    """The country of the place that is named there: *die Staatsanwaltschaft in Köln*."""
    return next((p.country for p in doc._.places for start, _ in p.mentions if start == at), None)


def _of_many_states(behind: list[str]) -> bool:
    """Whether a court is one of many states by its town: *das Gericht in Den Haag*."""
    return behind[:1] in _BEHIND and not _COURT_TOWNS.isdisjoint(behind[1:])


def of_many(behind: list[str]) -> bool:
    """*Aktivisten aus sechs Nationen*, *Soldaten aus mehreren Ländern*."""
    first, last = (behind[0].lower(), behind[-1].lower()) if behind else ("", "")
    return first == "aus" and last in ("nationen", "ländern", "staaten")


def _joined_owners(doc: Words, scan: Scan, i: int, owners: list[Entry]) -> int:
    """Add the states of adjectives joined to the one behind ``i``: *russische, syrische und iranische Truppen*.

    Each may have its own article. Gives the token before the first of them.
    """
    while i > 0:
        comma = i - 1 if doc[i].tag_ == "ART" else i
        if doc[comma].lower_ not in _BETWEEN or comma == 0:
            return i
        hit = scan.covered.get(comma - 1)
        if hit is not None and doc[comma - 1].text.endswith("-"):
            found = [hit.entry]
        elif comma - 1 in scan.parts and (
            doc[comma - 1].tag_ in _JOINED or doc[comma - 1].text.endswith("-")
        ):
            found = scan.parts[comma - 1]
        else:
            return i
        owners[:0] = [e for e in found if e not in owners]
        i = comma - 2
    return i


#: Towns of courts of many states.
_COURT_TOWNS: Final = frozenset({"Haag", "Luxemburg", "Straßburg", "Arusha"})
#: What stands between a body and its town.
_BEHIND: Final[tuple[list[str], ...]] = (["in"], ["im"], ["von"])
#: What stands between joined adjectives, and their tags: *afghanische und NATO-Truppen*, *US- und russische Soldaten*.
_BETWEEN: Final = frozenset({"und", "sowie", "oder", ",", "wie"})
_JOINED: Final = frozenset({"ADJA", "TRUNC", ""})


def _abroad(body: Body, follows: list[str]) -> bool:
    """Whether the country behind the word is only where they are: *Diplomaten in Kiew*, *die Botschaft in Riad*."""
    sent = (body.kind == "group" and body.sector == "GOV") or body.word.endswith(("otschaft", "onsulat"))
    return sent and follows in (["in"], ["im"])


#: Sectors of people and bodies that are of the country where they act, when the text does not say otherwise.
LOCAL: Final = frozenset({"REB", "CVL", "OPP", "MIL", "LAB", "REL", "COP", "JUD", "LEG"})
_FOREIGN: Final[tuple[str, ...]] = (
    "ausländisch",
    "international",
    "fremd",
    "westlich",
    "europäisch",
    "arabisch",
    "afrikanisch",
    "alliiert",
    "pro-",
)


#: Beginnings of words for soldiers that are not of the country where they are.
FOREIGN_FORCES: Final[tuple[str, ...]] = (
    "koalition", "besatzung", "besatzer", "invasion", "intervention", "friedens", "blauhelm", "schutztruppe",
    "eingreif", "bodentruppe", "stabilisierung", "allianz", "bündnis",
)  # fmt: skip


def _adjective(token: Token) -> bool:
    text = token.text
    if token.tag_:
        return token.tag_ == "ADJA"
    return (
        (text[:1].islower() or token.i == 0 or token.nbor(-1).text in ".!?:")
        and len(text) > 4
        and text.endswith(("e", "en", "er", "em", "es"))
        and text.lower() not in ARTICLES
        and text not in _NOT_ADJECTIVES
    )


_NOT_ADJECTIVES: Final = frozenset({
    "haben", "hatte", "hatten", "wurde", "wurden", "werden", "gegen", "durch", "ohne", "unter", "zwischen", "wegen",
    "sagte", "sagten", "erklärte", "heute", "gestern", "neben", "sowie", "oder", "weder", "worden", "können", "konnte",
    "sollen", "sollte", "wollen", "wollte", "müssen", "musste", "ihren", "ihrer", "seine", "seiner", "seinen", "welche",
    "welcher", "derer", "deren", "aber", "mehrere", "einige", "viele", "beide", "beiden", "etwa", "mehr", "über",
    "keine", "keiner", "keinen", "diese", "dieser", "diesen", "jeder", "immer", "wieder",
})  # fmt: skip


def _is_genitive(text: str) -> bool:
    return text.endswith(("s", "'", "’"))
