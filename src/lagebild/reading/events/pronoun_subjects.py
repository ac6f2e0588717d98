"""Whom a pronoun that is the subject means, where coreference left it open."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentences_back
from lagebild.reading.actors import actor_of_phrase
from lagebild.reading.analysis import ActorFound

_KINDS: Final = {"es": ("state", "organisation", "international"), "er": ("person",)}


def pronoun_actors(pronoun: Token) -> list[ActorFound]:
    """Whom a subject pronoun means; where coreference left it open, the last fitting actor before it.

    *es* takes a state or organisation, *er* a person, of this sentence or the one before.
    """
    doc = pronoun.doc
    found = actor_of_phrase(doc, pronoun)
    kinds = _KINDS.get(pronoun.lower_)
    if found or kinds is None or (pronoun.dep_ == "expl" and pronoun.is_sent_start):
        return found
    first = sentences_back(pronoun, 1)
    at = doc._.actor_at
    for i in range(pronoun.i - 1, first - 1, -1):
        actor = at.get(i)
        if (
            actor is not None
            and actor.kind in kinds
            and doc[i].head.i != pronoun.head.i  # two arguments of one verb are two
            and doc[i].dep_ in ("nsubj", "nsubj:pass", "obj", "obl:arg", "iobj", "root")
        ):
            return [actor]
    return []
