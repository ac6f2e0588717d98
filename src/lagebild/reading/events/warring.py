"""Who is at war, where the noun alone tells of one side or none: *Koreakrieg*, *half Kiew im Krieg gegen Russland*."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.frames import Sides
from lagebild.reading.events.lists import merge, others
from lagebild.reading.events.sides import Places, phrase_actors
from lagebild.reading.events.words import lemma

_IN_IT: Final = frozenset(["im", "beim"])
_SIDES: Final = 2


def warring(noun: Token, sides: Sides, places: Places) -> None:
    """Add to a war the states that its name tells, else whoever is said to be in it."""
    if not sides.mutual or len(sides.source) >= _SIDES:
        return
    names = (lemma(noun).replace("-", "").lower().removesuffix(end) for end in ("", "s", "es"))
    for code in next((lexicon.wars()[name] for name in names if name in lexicon.wars()), ()):
        state = state_actor(noun.doc, code)
        if state is not None and all(state is not a for a in sides.source):
            sides.source.append(state)
    if len(sides.source) == 1:
        merge(sides.source, others(_in_it(noun, places), sides.source))


def _in_it(noun: Token, places: Places) -> list[ActorFound]:
    """Who stands right before *im Krieg gegen …*: *ließ sein Land im Krieg gegen Aserbaidschan im Stich*."""
    against = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in ("gegen", "mit")
    if not against or noun.i < sentence(noun).start + 2 or noun.nbor(-1).lower_ not in _IN_IT:
        return []
    before = noun.nbor(-2)
    named = before.doc._.actor_at.get(before.i)
    if named is not None:
        return [named]
    return phrase_actors(before, places) if before.tag_ == "NN" else []
