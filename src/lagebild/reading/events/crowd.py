"""People without a name: the president, protesters, soldiers, prisoners as sides of an event.

*Die Polizei nahm zwanzig Demonstranten fest*: the text says whose only by where it happens. Such
people become actors with the country of the place in their sentence, else of the state that the
article is about. Where there is no such country, those who act politically stay actors without
one, others are nobody. *Ausländer* and *Attentäter* have no country, but *die Ausländer* told before have.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words, sentence, sentences_back
from lagebild.reading.actors import actors_of_word, has_entry, is_sole_office
from lagebild.reading.actors.body_phrases import FOREIGN_FORCES, of_many
from lagebild.reading.actors.scene import people_of
from lagebild.reading.analysis import ActorFound, PlaceFound
from lagebild.reading.events.coalitions import to_be_formed
from lagebild.reading.events.home import home_of, states_here
from lagebild.reading.events.naming import name_of
from lagebild.reading.events.own_people import (
    described,
    is_counterpart,
    of_compatriots,
    other_of_two,
    own_country,
    turned_on,
)
from lagebild.reading.events.several_states import (
    elsewhere,
    land_of_minority,
    of_both,
    some_states,
    within_a_state,
)
from lagebild.reading.events.taken_up import people_before, person_before, takes_up
from lagebild.reading.events.words import (
    PEOPLE,
    POLITICAL,
    called_so,
    in_class,
    is_citizen,
    is_people,
    is_several,
    lemma,
)
from lagebild.record import ActorKind

#: Ends of who speaks for the body that the word begins with: *Armeesprecher*, *Polizeisprecherin*.
_SPOKESMEN: Final[tuple[str, ...]] = ("sprecher", "sprecherin")
#: The plural of the word for customs officers is that of what they levy.
_TARIFFS: Final[tuple[str, ...]] = ("zölle", "zöllen")
#: The sector of groups that act across borders.
_TERROR: Final = "UAF"
#: The sector of blocs of states.
_STATES: Final = "GOV"
#: People of whom nothing more is said than that they are people: where no country is at issue they are anybody.
_ANYBODY: Final = frozenset(["Mensch", "Opfer", "Leute", "Dutzend", "Hunderte", "Tausende"])
#: People who may be of elsewhere, or hide who they are.
_STRANGERS: Final = frozenset(
    ["Person", "Ausländer", "Beobachter", "Wahlbeobachter", "Tourist", "Urlauber", "Unbekannter", "Unbekannte",
     "Bewaffneter", "Bewaffnete", "Vermummter", "Vermummte", "Maskierter", "Maskierte", "Vermittler"]
)  # fmt: skip
#: Forces from elsewhere, and those who mediate between others.
_NOT_OF_HERE: Final = (*FOREIGN_FORCES, "vermittler")
#: First parts of compounds that tell whose a building or post is, with the owner's name.
_OWNERS: Final = (
    ("polizei", "Polizei"), ("armee", "Armee"), ("militär", "Armee"), ("regierungs", "Regierung"),
    ("rebellen", "Rebellen"), ("separatisten", "Separatisten"), ("miliz", "Milizen"), ("behördlich", "Behörden"),
    ("gerichtlich", "Gericht"),
)  # fmt: skip
_OWNED: Final[tuple[str, ...]] = ("building", "base", "car", "house")
#: Adjectives of people of no country that the text says.
_FOREIGN: Final[tuple[str, ...]] = (
    "international",
    "multinational",
    "ausländisch",
    "fremd",
    "unbekannt",
    "unidentifiziert",
    "westlich",
    "europäisch",
    "arabisch",
    "afrikanisch",
    "alliiert",
    "asiatisch",
    "pro",
)
#: Towns of bodies of many states, of which the people of their reports are not.
_SEATS: Final = frozenset(["Brüssel", "Den Haag", "Genf", "New York", "Straßburg"])
#: How many sentences before may name the place where the scene goes on.
_SCENE: Final = 6


class Crowd:
    """The unnamed people of a Doc."""

    def __init__(self, doc: Words, places: dict[int, PlaceFound]) -> None:
        self._doc = doc
        self._places = places
        self._made: dict[tuple[str, str], ActorFound] = {}
        self.of_bodies, self.home = home_of(doc, places)

    def of(self, token: Token, country: str | None = None) -> ActorFound | None:
        """The people that the noun names, as an actor; None for other nouns or without a country.

        ``country`` is that of an adjective before the noun, where there is one.
        """
        if token.pos_ != "NOUN" and not _taken_for_name(token):
            return None
        if in_class(token, "states"):
            return self._actor(token, None) if some_states(token) else None
        if lemma(token).endswith(_SPOKESMEN) and (body := self.by_part(token)) is not None:
            return body
        if token.lower_.startswith(_TARIFFS):
            return None
        if to_be_formed(token) or (token.dep_ != "nsubj" and in_class(token, "arms")):
            return None  # *Panzer rollten in die Stadt*, but *die Lieferung von Panzern*
        if country is None and takes_up(token):
            told = person_before(token)
            if isinstance(told, Token):
                told = self.of(told, self._of_adjective(told))
            if told is not None:
                return told
        political = in_class(token, *POLITICAL)
        if country is not None and within_a_state(token):
            country = elsewhere(country, self.countries_here(token), self.home)
        if not political and not in_class(token, *PEOPLE):
            return None
        stranger = _stranger(token)
        country = country or self._right_before(token) or self._of_town(token)
        before = people_before(token) if country is None else None
        if before is not None:
            country = self._of_adjective(before)
            token = before if country is not None else token
        if country is None and (not stranger or _taken_up(token)):
            country = self.country(token)
        abroad = _foreign(token) and token.i > 0 and token.nbor(-1).tag_ == "ADJA"
        if country is None and not (political or stranger or abroad or _named(token, _ANYBODY)):
            return None
        return self._actor(token, country)

    def at_place(self, token: Token) -> ActorFound | None:
        """Whose building, post or car it is, told by its first part: *Polizeistation*, *Armeeposten*."""
        return self.by_part(token) if in_class(token, *_OWNED) else None

    def by_part(self, token: Token) -> ActorFound | None:
        """The police, army or government that a word begins with: *Polizeieinsatz*, *polizeilich*; with a country."""
        word = token.lower_
        owner = next((name for part, name in _OWNERS if word.startswith(part)), None)
        country = self.country(token) if owner is not None else None
        if owner is None or country is None:
            return None
        for actor in self._doc._.actors:
            if actor.country == country and actor.name.endswith(owner) and actor.kind != "person":
                return actor
        kind: ActorKind = "group" if owner.endswith("en") else "organisation"
        return self._kept((owner, country), ActorFound(owner, kind, country))

    def near(self, token: Token, kind: str) -> ActorFound | None:
        """The people of a class (who riots, who attacked) in the sentence of the token or in those beside it."""
        within, doc = sentence(token), self._doc
        first = sentences_back(token, 1)
        last = sentence(doc[within.stop]).stop if within.stop < len(doc) else within.stop
        nearest = sorted(range(first, last), key=lambda i: (abs(i - token.i), i))
        for i in nearest:
            if (
                doc[i].tag_ == "NN"
                and in_class(doc[i], kind)
                and not (kind == "rioter" and is_anybody(doc[i]))
                and not called_so(doc[i])
            ):
                named: ActorFound | None = doc._.actor_at.get(i)
                if named is not None:
                    self.settle([named], doc[i])
                return named or self.of(doc[i])
        return None

    def members(self, token: Token) -> ActorFound:
        """Several office holders of an international body, who act for themselves: *die EU-Außenminister*."""
        return self._actor(token, None)

    def minority(self, token: Token, state: ActorFound) -> ActorFound | None:
        """The people of one state who live in another: *die bosnischen Serben*, *ethnische Albaner*; None for others.

        So are those called by a whole part of the world: *ein israelischer Araber*. Who is but in another state is of his
        own: *die Amerikaner im Irak*.
        """
        if (
            state.sector == _STATES
            and state.country is None
            and token.tag_ == "NN"
            and has_entry(self._doc, state)
        ):
            own = self._of_adjective(token)
            return self._actor(token, own) if own is not None else None
        if state.kind != "state" or not is_citizen(token):
            return None
        if any(child.lower_.startswith("ethnisch") for child in token.lefts):
            here = self.countries_here(token) - {state.country}
            return self._actor(token, here.pop() if len(here) == 1 else None)
        country = self._of_adjective(token) or land_of_minority(token, state.country, self._places)
        return self._actor(token, country) if country is not None and country != state.country else None

    def from_countries(self, token: Token) -> list[ActorFound]:
        """*Flüchtlinge aus Syrien und Afghanistan*: people of each of the countries right behind; compatriots."""
        own = of_compatriots(token)
        if own is not None and (compatriots := self.of(token, own)) is not None:
            return [compatriots]
        countries = (of_both(token) if is_people(token) else []) or self._origins(token)
        return [self._actor(token, country) for country in countries] if len(countries) > 1 else []

    def _origins(self, token: Token) -> list[str]:
        doc, i = self._doc, token.i + 1
        if token.tag_ != "NN" or i + 1 >= len(doc) or doc[i].lower_ != "aus" or not is_people(token):
            return []
        countries: list[str] = []
        while i + 1 < sentence(token).stop:
            i += 1
            named, place = doc._.actor_at.get(i), self._places.get(i)
            country = place.country if place is not None else named.country if named is not None else None
            if country and (place is not None or doc[i].tag_ == "NE"):
                countries += [country] if country not in countries else []
            elif doc[i].tag_ not in ("ART", "KON") and doc[i].text != ",":
                break
        return countries

    def settle(self, actors: list[ActorFound], token: Token) -> None:
        """Give a group without a country that the article names by a common noun the one where it acts."""
        if _of_many(token):
            for actor in actors:
                if actor.kind == "group" and actor.country is None:
                    actor.kind = "international"
            return
        from_there = next(iter(self._origins(token)), None)
        if (is_anybody(token) and from_there is None) or _foreign(token) or not is_people(token):
            return
        own = {token.i, *(child.i for child in token.children if child.i < token.i)}
        for actor in actors:
            if len(actors) > 1 and not any(i in own for at in actor.mentions for i in range(*at)):
                continue  # another member of the list: *Belgiens Minister und westliche Regierungen*
            if actor.sector == _TERROR and has_entry(self._doc, actor):
                continue  # the *Islamischer Staat* is of no country
            if actor.abroad:
                continue  # *die EU-Außenminister* are of many
            if actor.country is None and actor.kind in ("group", "organisation"):
                origin = self._of_adjective(token) or from_there
                origin = origin or described(self._doc, actor, token.i)
                actor.country = origin or (None if self._everywhere(actor) else self.country(token))

    def _everywhere(self, actor: ActorFound) -> bool:
        """Whether an article about no one country tells of the group in several: *die Journalisten* of a world report."""
        if self.home is not None:
            return False
        scenes: set[str | None] = set()
        for start, _ in actor.mentions:
            scenes |= self.countries_here(self._doc[start]) or {self.scene(self._doc[start])}
        return len(scenes) > 1

    def _of_adjective(self, token: Token) -> str | None:
        """The state of the adjective before the noun: *irakische Kurden*."""
        for child in token.children:
            states = actors_of_word(self._doc, child.i) if child.tag_ == "ADJA" and child.i < token.i else []
            if len(states) == 1 and states[0].country:
                return states[0].country
        return None

    def _right_before(self, token: Token) -> str | None:
        """The state of an adjective that the tree gave to another word: *eines in Rom gefassten iranischen Händlers*."""
        before = token.nbor(-1) if token.i else token
        states = actors_of_word(self._doc, before.i) if before.tag_ == "ADJA" else []
        return states[0].country if len(states) == 1 else None

    def _of_town(self, token: Token) -> str | None:
        """The state of the town or region before the noun: *Kölner Bürger*, *die bayerischen Bauern*."""
        local: dict[int, str] = self._doc._.local_at
        return next((local[child.i] for child in token.lefts if child.i in local), None) if local else None

    def _actor(self, token: Token, country: str | None) -> ActorFound:
        key = (lemma(token), country or "")
        single = in_class(token, "leader") and not is_several(token)
        actor = (
            self._made.get(key)
            or self._told(token, country)
            or ActorFound(name_of(token), "person" if single else "group", country)
        )
        if (token.i, token.i + 1) not in actor.mentions:
            actor.mentions.append((token.i, token.i + 1))
        return self._kept(key, actor)

    def _told(self, token: Token, country: str | None) -> ActorFound | None:
        """The group told before with an adjective that the noun leaves out: *arabische Terroristen*, then *Terroristen*."""
        plain = name_of(token)
        if " " in plain:
            return None
        for actor in self._doc._.actors:
            if actor.kind == "group" and actor.country == country and actor.name.endswith(" " + plain):
                return actor if actor.mentions[0][0] < token.i else None
        return None

    def _kept(self, key: tuple[str, str], actor: ActorFound) -> ActorFound:
        if key not in self._made:
            self._made[key] = actor
            if all(actor is not other for other in self._doc._.actors):
                self._doc._.actors.append(actor)
        return self._made[key]

    def country(self, token: Token) -> str | None:
        """The country in which what the noun names is told to be; None where it stays open."""
        if _foreign(token):
            return None
        owner = noun_phrases.genitive(token)
        owning = self._doc._.actor_at.get(owner.i) if owner is not None else None
        if owning is not None and (owning.country or owning.kind == "international"):
            return owning.country
        if is_counterpart(token):
            return other_of_two(token)
        own = own_country(token)
        if own is not None:
            return own
        leaders = in_class(token, "leader") and is_several(token)
        if leaders and token.doc.words[token.i + 1 : token.i + 2] != ["aus"]:
            # Ministers who meet in Vienna are not Austria's; of several presidents all are of other states.
            return None if is_sole_office(token.text) else self.home
        here = self.countries_here(token)
        if not here and self.home is None:
            land = None if self.of_bodies else self.scene(token)
        else:
            land = here.pop() if len(here) == 1 else self.home
        return None if land is not None and turned_on(token, land) else people_of(lemma(token), land)

    def scene(self, token: Token) -> str | None:
        """The country of the last place named in the sentence or the few before it, where the scene goes on."""
        first = sentences_back(token, _SCENE)
        named = (self._places[i] for i in range(token.i - 1, first - 1, -1) if i in self._places)
        return next((place.country for place in named if place.country and not self._seat(place)), None)

    def _seat(self, place: PlaceFound) -> bool:
        """Whether the place is only where bodies of many states speak from: *ein in Genf veröffentlichter Bericht*."""
        return place.name in _SEATS and place.country != self.home

    def countries_here(self, token: Token) -> set[str]:
        """The countries in which the sentence of the token says that something happens."""
        within, words = sentence(token), self._doc.words
        # Where somebody is going, he is not yet: *eine Delegation reiste nach Washington*.
        inside = [
            i
            for i in range(within.start, within.stop)
            if i in self._places and words[max(0, i - 1)] != "nach"
        ]
        found = {self._places[i].country for i in inside if not self._seat(self._places[i])}
        return {country for country in found if country} | states_here(token)


def _taken_for_name(token: Token) -> bool:
    """Whether a body behind its article was tagged as a name: *Die Junta*."""
    return token.tag_ == "NE" and token.i > 0 and token.nbor(-1).tag_ == "ART" and in_class(token, *POLITICAL)


def _foreign(token: Token) -> bool:
    """People who are said to be from elsewhere: *ausländische Soldaten*, *Koalitionstruppen*, *Vermittler*."""
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    behind = token.doc.words[token.i + 1 : min(token.i + 4, sentence(token).stop)]
    return before.startswith(_FOREIGN) or token.lower_.startswith(_NOT_OF_HERE) or of_many(behind)


def _of_many(token: Token) -> bool:
    """*Staats- und Regierungschefs*, who are those of many states, unless a word says of which."""
    doc, i = token.doc, token.i
    return token.lower_.startswith("regierungschefs") and i > 1 and doc[i - 2].lower_ == "staats-"


def is_anybody(token: Token) -> bool:
    """Whether the noun says of people nothing but that they are people, or that they did it: *Menschen*, *Attentäter*."""
    return _stranger(token) or _named(token, _ANYBODY)


def _stranger(token: Token) -> bool:
    """People who need not be of the country in which they are: *Touristen*, *Attentäter*."""
    if token.text == "Person":
        return False  # *eine Person wurde festgenommen*: one more of those who live there, as *ein Mann*
    return _named(token, _STRANGERS) or in_class(token, "perpetrator")


def _named(token: Token, nouns: frozenset[str]) -> bool:
    return lemma(token) in nouns or token.text in nouns


def _taken_up(noun: Token) -> bool:
    """Whether the noun takes up people told before, who have their country: *die Menschen*, *alle 17 Opfer*."""
    return any(
        child.i < noun.i and child.lower_ in ("die", "der", "den", "alle", "allen", "diese", "diesen")
        for child in noun.children
    ) and noun.morph.get("Number", []) == ["Plur"]
