"""Actors joined by commas and *und*, where the parser may have missed that they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.actors import actors_of_word
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.words import in_class

_AND: Final = frozenset(["und", "sowie", "oder", "noch"])


def with_neighbours(head: Token, found: list[ActorFound]) -> list[ActorFound]:
    """The actors and those joined to them by commas and *und*, where the parser missed the coordination."""
    doc, at = head.doc, head.doc._.actors_at
    joined = list(found)
    within = sentence(head)
    first, last = within.start, within.stop
    for step in (-1, 1):
        i, linked, commas = head.i, False, False
        while first <= i + step < last:
            i += step
            token = doc[i]
            if step < 0 and linked and token.tag_ == "ADJA" and i not in at:
                merge(joined, actors_of_word(doc, i))  # *armenische und aserbaidschanische Truppen*
            if i in at and token.tag_ != "PPOSAT":
                if linked or any(a is b for a in at[i] for b in joined):
                    merge(joined, at[i])
                    linked = False
                    continue
                break
            if token.lower_ in _AND:
                linked, commas = True, step < 0
            elif token.text == "," and (commas or (step > 0 and _list_goes_on(token))):
                linked = True
            elif linked and step > 0 and (token.tag_ == "PPOSAT" or _office(token, i + 1 in at)):
                continue  # the second office of *Präsident A und sein Regierungschef B*
            elif token.tag_ not in ("ART", "ADJA") or (step < 0 and not linked and token.tag_ == "ADJA"):
                break
    return joined


def _list_goes_on(comma: Token) -> bool:
    """Whether the comma parts names of a list that ends in *und*: *die EU, die USA und Japan*."""
    at = comma.doc._.actors_at
    for i in range(comma.i + 1, min(sentence(comma).stop, comma.i + 9)):
        token = comma.doc[i]
        if token.lower_ in _AND:
            return i - 1 in at
        if i not in at and token.tag_ not in ("ART", "ADJA", "$,"):
            return False
    return False


def list_before(head: Token) -> list[ActorFound]:
    """The actors of a list whose last member names none: *die EU, die USA und hundert weitere Staaten*."""
    doc, i = head.doc, head.i - 1
    while i > sentence(head).start and doc[i].tag_ in ("ADJA", "CARD", "ADV", "ADJD", "PIAT", "ART"):
        i -= 1
    if i <= sentence(head).start or doc[i].lower_ not in ("und", "sowie") or i - 1 not in doc._.actors_at:
        return []
    return with_neighbours(doc[i], doc._.actors_at[i - 1])


def _office(token: Token, named: bool) -> bool:
    return token.tag_ == "NN" and named and (in_class(token, "leader") or token.text.endswith("ollege"))


def others(actors: Iterable[ActorFound], known: Iterable[ActorFound]) -> list[ActorFound]:
    """The actors that are not among the known ones."""
    taken = list(known)
    return [actor for actor in actors if all(actor is not other for other in taken)]


def merge(found: list[ActorFound], more: list[ActorFound]) -> None:
    """Add the actors that are not yet there."""
    for actor in more:
        if all(actor is not other for other in found):
            found.append(actor)


def state_or_body(actor: ActorFound) -> str:
    """What makes two actors one side: the country, else the name."""
    return actor.country or actor.name


def named_powers(doc: Words) -> list[ActorFound]:
    """The states, their people and the international bodies named in an article, once a token."""
    return [a for a in doc._.actor_at.values() if a.country or a.kind == "international"]


def states_or_bodies(actors: Iterable[ActorFound]) -> set[str]:
    """The sides that actors stand for."""
    return {state_or_body(actor) for actor in actors}
