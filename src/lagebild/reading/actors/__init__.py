"""Who is meant: states, persons, organisations and groups of an article, with all their mentions.

The door for the other rooms: `actor_at`, `actors_in`, `state_actor`, `has_entry`, `actors_of_word` and
`actor_of_phrase`. The component ``lagebild_actors`` sets ``doc._.actors``, ``actor_at``,
``actors_at``, ``country_at`` and ``countries_at``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.tokens import words_of
from lagebild.reading.actors.bodies import Bodies
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.coreference import Coreference
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.actors.names import Names
from lagebild.reading.actors.organs import Organs
from lagebild.reading.actors.people import People
from lagebild.reading.actors.phrases import (
    actor_at,
    actor_of_phrase,
    actors_in,
    actors_of_word,
    capital_state,
    has_entry,
    is_own_name,
    is_sole_office,
    keep,
    possessor,
    state_actor,
)
from lagebild.reading.actors.scan import scan
from lagebild.reading.actors.scene import Scene
from lagebild.reading.actors.sentences import Sentences

__all__ = [
    "Actors",
    "actor_at",
    "actor_of_phrase",
    "actors_in",
    "actors_of_word",
    "capital_state",
    "has_entry",
    "is_own_name",
    "is_sole_office",
    "possessor",
    "state_actor",
]


@Language.factory("lagebild_actors", assigns=["doc._.actors", "doc._.actor_at", "doc._.country_at"])
def create(nlp: Language, name: str) -> Actors:
    return Actors()


class Actors:
    """The actors of an article.

    Names come from the gazetteer, from titles beside them and from the network's entities; a
    metonym (*Moskau*, *der Kreml*) and what acts for a state (*die russische Armee*) is the
    state. Then descriptions and pronouns are given to the actors they stand for.
    """

    def __init__(self) -> None:
        gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        words = words_of(doc)
        found = scan(words)
        cast = Cast(words, found.written)
        keep(words, cast, found)
        names = Names(cast, found)
        names.settle()
        Organs(cast, found).run()
        people = People(cast, found)
        people.run()
        scene = Scene(words, found, Sentences(words))
        names.run(scene)
        bodies = Bodies(cast, found)
        bodies.run()
        Coreference(cast, found, people, bodies, scene).run()
        codes = {
            i: list(dict.fromkeys(e.country for e in entries if e.country))
            for i, entries in found.parts.items()
        }
        doc._.countries_at = {i: c for i, c in sorted(codes.items()) if c}
        doc._.country_at = {i: c[0] for i, c in doc._.countries_at.items()}
        cast.finish()
        return doc
