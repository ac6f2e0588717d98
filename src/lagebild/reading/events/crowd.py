"""People without a name: the president, protesters, soldiers, prisoners as sides of an event.

*Die Polizei nahm zwanzig Demonstranten fest*: the text says whose only by where it happens. Such
people become actors with the country of the place in their sentence, else of the state that the
article is about. Where there is no such country, those who act politically stay actors without
one, others are nobody.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from lagebild.reading.analysis import ActorFound, PlaceFound
from lagebild.reading.events.words import PEOPLE, POLITICAL, in_class, lemma

#: Share of an article's countries that its own country must have.
_SHARE = 0.5
#: Tokens at the beginning that count double: headline and lede.
_LEAD = 60


class Crowd:
    """The unnamed people of a Doc."""

    def __init__(self, doc: Doc, places: dict[int, PlaceFound]) -> None:
        self._doc = doc
        self._places = places
        self._made: dict[tuple[str, str], ActorFound] = {}
        self.home = _home(doc, places)

    def of(self, token: Token) -> ActorFound | None:
        """The people that the noun names, as an actor; None for other nouns or without a country."""
        if token.pos_ != "NOUN":
            return None
        political = any(in_class(token, name) for name in POLITICAL)
        if not political and not any(in_class(token, name) for name in PEOPLE):
            return None
        country = self._country(token)
        if country is None and not political:
            return None
        key = (lemma(token), country or "")
        actor = self._made.get(key)
        if actor is None:
            kind = (
                "person"
                if in_class(token, "leader") and token.morph.get("Number", []) != ["Plur"]
                else "group"
            )
            actor = ActorFound(token.text, kind, country)  # type: ignore[arg-type]
            self._made[key] = actor
            self._doc._.actors.append(actor)
        actor.mentions.append((token.i, token.i + 1))
        return actor

    def _country(self, token: Token) -> str | None:
        here = {
            place.country
            for i in range(token.sent.start, token.sent.end)
            if (place := self._places.get(i)) is not None and place.country
        }
        return here.pop() if len(here) == 1 else self.home


def _home(doc: Doc, places: dict[int, PlaceFound]) -> str | None:
    """The country that the article is about, where one stands out: by its places, states and adjectives."""
    counts: Counter[str] = Counter()
    for i, place in places.items():
        if place.country:
            counts[place.country] += 2 if i < _LEAD else 1
    for i, actor in doc._.actor_at.items():
        if actor.country and i not in places:
            counts[actor.country] += 2 if i < _LEAD else 1
    if not counts:
        return None
    (country, count), *rest = counts.most_common(2)
    if count < _SHARE * sum(counts.values()) or (rest and rest[0][1] * 2 > count):
        return None
    return country
