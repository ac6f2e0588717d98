"""Questions that the other rooms ask about actors: at a token, in a range, of a noun phrase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words
from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.actors.scan import Scan
from lagebild.reading.analysis import ActorFound, Range

_KEY: Final = "lagebild_cast"
_NAME_PARTS: Final = frozenset({"flat", "flat:name", "compound", "appos"})
#: What joins a name to the phrase before it: *die Union, darunter Polen*.
AMONG: Final = frozenset({"darunter", "einschließlich", "inklusive", "namentlich", "voran"})


def keep(doc: Words, cast: Cast, scan: Scan) -> None:
    """Keep the article's cast with its Doc, for the questions below."""
    doc.user_data[_KEY] = (cast, scan)


def _kept(doc: Words) -> tuple[Cast, Scan] | None:
    kept: tuple[Cast, Scan] | None = doc.user_data.get(_KEY)
    return kept


def actor_at(doc: Words, token: int) -> ActorFound | None:
    """The actor whose mention covers the token; the first of several (*beide Länder*)."""
    found: ActorFound | None = doc._.actor_at.get(token)
    return found


def actors_in(doc: Words, span: Range) -> list[ActorFound]:
    """The actors mentioned in the token range, each once, in text order."""
    found: dict[int, ActorFound] = {}
    for i in range(*span):
        for actor in doc._.actors_at.get(i, ()):
            found.setdefault(id(actor), actor)
    return list(found.values())


def state_actor(doc: Words, code: str) -> ActorFound | None:
    """The actor of a state by its alpha-3 code, so that an event may name a country known from an adjective.

    Makes the actor, without mentions, where the article has not named the state. None for an unknown code.
    """
    kept = _kept(doc)
    cast = kept[0] if kept else None
    for actor in doc._.actors:
        if actor.kind == "state" and actor.country == code and actor.name == _state_name(code):
            return actor
    if code not in gazetteer().states:
        return None
    found = cast.state(code) if cast else ActorFound(_state_name(code), "state", code, None, "GOV")
    if found is not None:
        _list(doc, found)
    return found


def capital_state(doc: Words, name: str) -> ActorFound | None:
    """The state that has the city as its capital; None for other places."""
    code = gazetteer().capitals.get(name)
    return state_actor(doc, code) if code is not None else None


def is_own_name(word: str) -> bool:
    """Whether a word in *-s* is a name as it is, not a genitive: *Vilnius*, *Hamas*, not *Moskaus*."""
    return word[-1:] == "s" and (word in gazetteer().capitals or word in _names_in_s())


def is_sole_office(word: str) -> bool:
    """Whether the word names an office that one person holds in a state: several *Außenminister* are of several states."""
    office = titles.office(word)
    return office is not None and office.sole


@cache
def _names_in_s() -> frozenset[str]:
    """The names of one word that end in *s*, but for those that are the genitive of another."""
    patterns = [p for first in gazetteer().names.values() for p in first if not p.rest and p.use == "name"]
    names = {p.entry.name for p in patterns}
    return frozenset(
        name for name in names if name[-1:] == "s" and " " not in name and name[:-1] not in names
    )


def has_entry(doc: Words, actor: ActorFound) -> bool:
    """Whether the gazetteer knows the actor, and so of which country it is, or of none."""
    kept = _kept(doc)
    return kept is not None and kept[0].entry_of(actor) is not None


def _state_name(code: str) -> str:
    entry = gazetteer().states.get(code)
    return entry.name if entry else ""


def _list(doc: Words, actor: ActorFound) -> None:
    """Put an actor that has no mention yet at the end of the Doc's list."""
    if all(a is not actor for a in doc._.actors):
        doc._.actors.append(actor)


def actors_of_word(doc: Words, token: int) -> list[ActorFound]:
    """The actors inside a word or adjective: *russische* Waffen, *UN*-Sanktionen, *chinesisch-nordkoreanischen*.

    A name that stands for itself is no part of a word; ask `actor_at` for it.
    """
    kept = _kept(doc)
    if kept is None:
        return []
    cast, scan = kept
    found = []
    for entry in scan.parts.get(token, ()):
        actor = cast.entry(entry)
        _list(doc, actor)
        if actor not in found:
            found.append(actor)
    return found


def actor_of_phrase(doc: Words, head: Token) -> list[ActorFound]:
    """The actors that the noun phrase with this head means, coordinated ones included.

    ``die USA und Südkorea`` gives both; ``russische Truppen`` gives Russland; *Präsident Wladimir
    Putin* the person whichever word is the head. A noun with nothing but a possessor or place
    (*die Waffen Russlands*) gives none: ask for its genitive.
    """
    found: dict[int, ActorFound] = {}
    for word in _conjuncts(head):
        for actor in _of_word(doc, word):
            found.setdefault(id(actor), actor)
    return list(found.values())


def _conjuncts(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ == "conj" and not noun_phrases.taken_as(child):
            if noun_phrases.joins_owner(head, child) or noun_phrases.begins_clause(child):
                continue
            yield from _conjuncts(child)
        elif child.dep_ == "appos" and _among(child):
            yield from _conjuncts(child) if _many(head) else ()
        elif child.dep_ == "appos":  # *der Minister, Ali Meier, und die Union*
            yield from (c for joined in child.children if joined.dep_ == "conj" for c in _conjuncts(joined))


def _among(name: Token) -> bool:
    """Whether a phrase behind another says whom that holds, not what it is called."""
    return any(word.lower_ in AMONG for word in name.lefts)


def _many(head: Token) -> bool:
    """Whether those told of among it act themselves: *mehrere Staaten, darunter Polen*, not *die Union, darunter Polen*."""
    actor = head.doc._.actor_at.get(head.i)
    return actor is None or actor.kind == "group"


def _of_word(doc: Words, word: Token) -> list[ActorFound]:
    at = doc._.actors_at
    if word.i in at:
        return list(at[word.i])
    for child in word.children:
        name = child.dep_ in _NAME_PARTS and child.i in at and not _among(child)
        if name and not possessor(doc, child):
            return list(at[child.i])
    return []


def possessor(doc: Words, name: Token) -> bool:
    """Whether the person named owns the noun before: *die Anwältin Samanis*, *der Sohn Muammar al-Gaddafis*.

    Told by the -s and by the article of the noun, which *Präsident Putins Rede* does not have.
    """
    actor = doc._.actor_at.get(name.i)
    if actor is None or actor.kind != "person" or not name.text.endswith(("s", "’", "'")):
        return False
    start, stop = next((m for m in actor.mentions if m[0] <= name.i < m[1]), (name.i, name.i + 1))
    last, names = doc[stop - 1].text, actor.name.replace("-", " ").split()
    if last.removesuffix("s") not in names or last in names or start < 2:
        return False
    article = start - 2
    while article > 0 and doc[article].tag_ == "ADJA":
        article -= 1  # *dem engsten Verbündeten Assads*
    return doc[start - 1].tag_ == "NN" and doc[article].tag_ in ("ART", "PPOSAT")
