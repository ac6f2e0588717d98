"""Who acts and who receives: from the slots of a predicate to actors."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words
from lagebild.reading.actors import actor_of_phrase, actors_of_word, capital_state, state_actor
from lagebild.reading.analysis import ActorFound, PlaceFound
from lagebild.reading.events.antecedents import apposed_person, neighbour_state, whole_subject
from lagebild.reading.events.clause_slots import clause_slots
from lagebild.reading.events.crowd import Crowd
from lagebild.reading.events.lists import list_before, merge, with_neighbours
from lagebild.reading.events.misparsed import holder_before, holder_behind
from lagebild.reading.events.own_people import own_country
from lagebild.reading.events.owners import attributes, owners, stands_somewhere
from lagebild.reading.events.pronoun_subjects import pronoun_actors
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.spokesmen import speaks, spokesman_before
from lagebild.reading.events.words import (
    PEOPLE,
    POLITICAL,
    in_class,
    is_people,
    lemma,
    noun_predicates,
    preposition,
)

#: Bodies, in capitals, that act as the first part of a compound: *US-Sanktionen* are by the USA, *Iran-Sanktionen*
#: against Iran.
_ACTING_PARTS: Final[tuple[str, ...]] = (
    "US-", "USA-", "UN-", "UNO-", "EU-", "NATO-", "AU-", "G7-", "G8-",
    "G20-", "G-7-", "G-8-", "G-20-", "DDR-", "KFOR-", "ISAF-", "IWF-", "OPEC-", "OSZE-", "WHO-", "BUNDESWEHR",
)  # fmt: skip
#: Types of deeds whose noun begins with the group that does them.
_BY_GROUPS: Final = frozenset(["ASSAULT", "PROTEST", "THREATEN"])
#: Slots whose phrases may name a side by its possessor, place or as unnamed people.
_DEEP: Final = frozenset(
    ["subj", "acc", "dat", "gen", "gegen", "auf", "an", "über", "zwischen", "mit", "durch", "als"]
)
_VEHICLES: Final[tuple[str, ...]] = ("ship", "plane", "car", "convoy")
_TOWARDS: Final[tuple[str, ...]] = ("in", "nach")
_ONE: Final = frozenset(["einer", "eine", "eines", "einem", "einen"])


class Places:
    """The places of a Doc by token, and what stands for their states."""

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self._at: dict[int, PlaceFound] = {
            i: place for place in doc._.places for start, stop in place.mentions for i in range(start, stop)
        }
        self._tokens = frozenset(self._at)
        self._slots: dict[int, Slots] = {}
        self.crowd = Crowd(doc, self._at)

    def slots_of(self, clause: Clause) -> Slots:
        """The slots of a clause, worked out once; whoever asks may change his own."""
        found = self._slots.get(id(clause))
        if found is None:
            found = self._slots[id(clause)] = clause_slots(clause, self._tokens)
        return found.copy()

    def at(self, token: Token) -> PlaceFound | None:
        """The place named at the token."""
        return self._at.get(token.i)

    def seat(self, token: Token) -> ActorFound | None:
        """The state whose capital is named at the token."""
        place = self._at.get(token.i) if token.tag_ == "NE" else None
        return capital_state(self.doc, token.text) if place is not None else None

    def state(self, token: Token) -> ActorFound | None:
        """The state in which the place named at the token lies."""
        place = self._at.get(token.i)
        return state_actor(self.doc, place.country) if place is not None and place.country else None


def actors_of(slots: Slots, name: str, places: Places) -> list[ActorFound]:
    """The actors in a slot, each once, in text order. ``acc.gen`` looks at the object, else at its genitive (or *gegen*)."""
    if name == "part":
        return _part_actors(slots, acting=True)
    if name == "group":
        return _groups(slots, places)
    if name == "object_part":
        return _part_actors(slots, acting=False)
    name, _, inner = name.partition(".")
    found: list[ActorFound] = []
    towards = name in _TOWARDS and not inner
    for deep in (False, True) if inner or name in _DEEP or towards else (False,):
        for token in slots.get(name):
            if deep and towards and not in_class(token, "direction", "office"):
                continue
            if deep and inner not in ("", "gen"):
                for case, noun in attributes(token):
                    merge(found, phrase_actors(noun, places) if preposition(case) == inner else [])
                continue
            merge(found, _actors_at(slots, name, token, places, deep))
            if found and name not in ("zwischen", "adj"):
                return found
        if found:
            return found
    return found


def _actors_at(slots: Slots, name: str, token: Token, places: Places, deep: bool) -> list[ActorFound]:
    if name == "adj" or (token.tag_ == "ADJA" and token.i not in slots.doc._.actor_at):
        return actors_of_word(slots.doc, token.i)
    if name == "subj" and token.tag_ == "PPER":
        found = pronoun_actors(token)
        if found and found[0].kind == "group":
            places.crowd.settle(found, token.doc[found[0].mentions[0][0]])
        return found
    return phrase_actors(token, places, deep)


def _groups(slots: Slots, places: Places) -> list[ActorFound]:
    """Who acts where a country can only be the place: *der Putsch der Armee*, not *der Putsch in Mali*."""
    found: list[ActorFound] = []
    for name in ("gen", "durch"):
        for token in slots.get(name):
            if token.tag_ != "NE" or places.state(token) is None:
                merge(found, [a for a in phrase_actors(token, places) if not _land(token, a)])
    return found


def _land(token: Token, actor: ActorFound) -> bool:
    """Whether the word is the name of the state itself: *Nigers*, not *der Armee Nigers*."""
    return actor.kind == "state" and token.tag_ == "NE"


def _part_actors(slots: Slots, acting: bool) -> list[ActorFound]:
    """The actors in the first part of the event noun itself."""
    found: list[ActorFound] = []
    for token in slots.get("part"):
        actors = actors_of_word(slots.doc, token.i)
        if (token.text.upper().startswith(_ACTING_PARTS) or _attacks(token, actors)) == acting:
            merge(found, actors)
    return found


def _attacks(deed: Token, actors: list[ActorFound]) -> bool:
    """Whether a group in the first part of a deed of force does it: *Huthi-Angriffe*, but *Huthi-Verhandlungen*."""
    groups = bool(actors) and all(actor.kind == "group" for actor in actors)
    return groups and any(p.type in _BY_GROUPS for p in noun_predicates(deed.text, lemma(deed))[0])


def phrase_actors(head: Token, places: Places, deep: bool = True) -> list[ActorFound]:
    """Whom a noun phrase means: its actors, else those of its parts.

    *russische Soldaten* are Russland, *die Botschaft der USA* is the USA, *Stellungen in Aleppo* are
    Syrien. ``deep`` looks at possessors and places of the phrase.
    """
    one = _one_of(head)
    if one is not None:
        return [one]
    several = places.crowd.from_countries(head)
    if several:
        return several
    found = actor_of_phrase(head.doc, whole_subject(head) or head)
    if found:
        return _as_named(head, found, places, deep)
    holder = _holder(head)
    if holder is not None:
        return actor_of_phrase(head.doc, holder)
    spokesman = spokesman_before(head)
    if spokesman is not None:
        return phrase_actors(spokesman, places, deep)
    neighbour = neighbour_state(head)
    if neighbour is not None:
        return [neighbour]
    return _unnamed(head, places, deep)


def _as_named(head: Token, found: list[ActorFound], places: Places, deep: bool) -> list[ActorFound]:
    """Whom a phrase that names actors means: they themselves, or people, members, holders and neighbours of them."""
    if found[0].kind == "international" and _members(head, found[0]):
        return [places.crowd.members(head)]
    minority = places.crowd.minority(head, found[0])
    if minority is not None:
        return [minority]
    found = _bearer(head, found)
    own = own_country(head) if found[0].kind == "group" else None
    people = places.crowd.of(head, own) if own is not None and own != found[0].country else None
    if people is not None:
        return [people]
    if found[0].kind == "group" and len(found) == 1:
        merge(found, _other_owners(head, places))
    places.crowd.settle(found, head)
    found = with_neighbours(head, found)
    for token in noun_phrases.conjuncts(head) if deep and not _shares_adjective(head) else ():
        named = token.i in head.doc._.actor_at or token.tag_ != "NN"
        other = None if named else places.crowd.of(token)
        merge(found, [other] if other is not None and found[0].kind == "group" else [])
    return found


def _holder(head: Token) -> Token | None:
    """Who holds the office that the noun is, wherever the tree put the name."""
    if not in_class(head, "leader", "official"):
        return None
    return holder_behind(head) or apposed_person(head) or holder_before(head)


def _unnamed(head: Token, places: Places, deep: bool) -> list[ActorFound]:
    """Whom a phrase that names no actor means by what it lists, where that is, and whose."""
    found: list[ActorFound] = []
    merge(found, list_before(head) if deep else [])
    for token in noun_phrases.conjuncts(head):
        state = places.state(token) or state_of_name(token, places)
        if state is not None:
            merge(found, [state])
        elif deep:
            inside = _inside(token, places)
            crowd = (places.crowd.of(token) or places.crowd.at_place(token)) if not inside else None
            merge(found, inside if crowd is None else [crowd])
    return found


def _shares_adjective(head: Token) -> bool:
    """Whether the country adjective is that of a second noun too: *serbische Zivilisten und Gefangene*."""
    second = next((child for child in head.rights if child.dep_ == "conj"), None)
    own = any(child.tag_ == "ADJA" and child.i < head.i for child in head.lefts)
    return (
        own
        and second is not None
        and not any(child.tag_ in ("ART", "ADJA", "CARD") for child in second.lefts)
    )


def _other_owners(head: Token, places: Places) -> list[ActorFound]:
    """The second owner of people named by their first: *Vertreter der Taliban und der USA*."""
    found: list[ActorFound] = []
    several = head.morph.get("Number", []) == ["Plur"] or all(child.tag_ != "ART" for child in head.lefts)
    for other in noun_phrases.owners(head)[1:] if several else ():
        state = places.state(other)
        merge(found, actor_of_phrase(head.doc, other) or ([state] if state is not None else []))
    return found


def _one_of(head: Token) -> ActorFound | None:
    """The person whom an apposition names: *einer der Rebellen, Ali Meier, …*."""
    doc, at = head.doc, head.doc._.actor_at
    if head.lower_ not in _ONE or head.i + 2 >= len(doc) or doc[head.i + 1].lower_ not in ("der", "von"):
        return None
    comma = next((i for i in range(head.i + 2, min(len(doc), head.i + 8)) if doc[i].text == ","), None)
    named = at.get(comma + 1) if comma is not None else None
    return named if named is not None and named.kind == "person" else None


def state_of_name(head: Token, places: Places) -> ActorFound | None:
    """The state of the place that a common noun brings along: *den Bahnhof Chasan*, *der Hauptstadt Dili*."""
    for child in head.children:
        if child.i == head.i + 1 and child.dep_ in ("flat", "flat:name", "appos", "compound"):
            return places.state(child)
    return None


def _bearer(head: Token, found: list[ActorFound]) -> list[ActorFound]:
    """The person named behind an office that is called by its body: *dem UNMIK-Leiter Joachim Rücker*."""
    if found[0].kind in ("person", "group") or not in_class(head, "leader", "official"):
        return found
    at, holder = head.doc._.actor_at, holder_behind(head) or apposed_person(head)
    if holder is not None:
        return [at[holder.i]]
    for child in head.children:
        named = at.get(child.i)
        if named is not None and named.kind == "person" and child.dep_ in ("appos", "flat", "flat:name"):
            return [named]
    return found


def _members(head: Token, body: ActorFound) -> bool:
    """Whether several office holders of a body of states are named: *EU-Außenminister*, *die Außenminister der EU*, *die
    Minister ihrer Mitgliedstaaten*."""
    of_states = body.kind == "international" or (body.kind == "group" and body.abroad)
    return of_states and head.morph.get("Number", []) == ["Plur"] and in_class(head, "leader")


def _inside(head: Token, places: Places) -> list[ActorFound]:
    """Whose a thing or person is by what stands inside its phrase; the clearest kind of sign decides."""
    named = _named(head)
    if named:
        return _office_holders(head, named, places) or _people_of(head, named, places) or named
    body = _body_of(head)
    if body is not None:
        return [body]
    owned: list[ActorFound] = []
    for token in owners(head):
        joined: list[ActorFound] = []  # *aus Berlin und Paris*
        _take_owner(joined if token.dep_ == "conj" else owned, token, head, places)
        merge(owned, joined)
    if owned and (holders := _office_holders(head, owned, places)):
        return holders
    if owned and _is_somebody_else(head, owned):
        other = places.crowd.of(head, owned[0].country)
        return [other] if other is not None else []
    merge(owned, _other_owners(head, places) if owned else [])
    return owned or _where_it_is(head, places) or _apposed(head, places)


def _is_somebody_else(head: Token, owned: list[ActorFound]) -> bool:
    """Whether the noun is a person beside the one that it is said to be of, *der Anwalt von Alexej Nawalny*, *die Mutter
    des Soldaten*: neither who speaks for him nor people of somebody whom nobody knows, *traf ihren Mann*."""
    if len(owned) != 1 or not owned[0].country:
        return False
    if owned[0].kind != "person" and not (owned[0].kind == "group" and in_class(head, "beside")):
        return False
    return in_class(head, *PEOPLE) and not _speaks_for(head)


def _speaks_for(head: Token) -> bool:
    return in_class(head, "official", "leader") or speaks(head)


def _named(head: Token) -> list[ActorFound]:
    """Whom the noun itself or an adjective of it names: *US-Truppen*, *russische Truppen*."""
    named = list(actors_of_word(head.doc, head.i))
    for child in head.children:
        if child.tag_ in ("ADJA", "TRUNC") and not child.lower_.startswith("nicht"):
            merge(named, actors_of_word(head.doc, child.i))
    return named


def _office_holders(head: Token, owned: list[ActorFound], places: Places) -> list[ActorFound]:
    return [places.crowd.members(head)] if _members(head, owned[0]) else []


def _take_owner(owned: list[ActorFound], token: Token, head: Token, places: Places) -> None:
    """Add whom an owner names: itself, its state, its adjective (*der syrischen Armee*), whoever it belongs to."""
    doc = token.doc
    merge(owned, actor_of_phrase(doc, token) or actors_of_word(doc, token.i))
    places.crowd.settle(owned, token)
    if not owned:
        state = places.state(token) or (state_of_name(token, places) if token.i != head.i else None)
        merge(owned, [state] if state else [])
    if owned or token.i == head.i:
        return
    for child in token.lefts:
        if child.tag_ == "ADJA":
            merge(owned, actors_of_word(doc, child.i))
    if owned:
        return
    inner = noun_phrases.genitive(token)
    merge(owned, actor_of_phrase(doc, inner) if inner is not None else [])
    crowd = places.crowd.of(token) if not owned and token.tag_ == "NN" else None
    merge(owned, [crowd] if crowd is not None else [])


def _where_it_is(head: Token, places: Places) -> list[ActorFound]:
    """The state where it stands: *Soldaten im Norden des Jemen*; of a vehicle those in it: *mit Aktivisten an Bord*."""
    found: list[ActorFound] = []
    for case, noun in attributes(head) if stands_somewhere(head) else ():
        on_soil = preposition(case) == "auf" and in_class(noun, "territory")
        if on_soil or preposition(case) in ("in", "bei", "an"):
            noun = (noun_phrases.genitive(noun) if in_class(noun, "direction") else None) or noun
            merge(found, _actor_or_state(noun, places) or (_named(noun) if on_soil else []))
    for case, noun in attributes(head) if not found and in_class(head, *_VEHICLES) else ():
        if preposition(case) == "mit" and is_people(noun):
            merge(found, phrase_actors(noun, places))
    return found


def _apposed(head: Token, places: Places) -> list[ActorFound]:
    """Whom its first apposition that names somebody names."""
    for child in head.children:
        if child.dep_ in ("appos", "flat", "flat:name") and (found := _actor_or_state(child, places)):
            return found
    return []


def _actor_or_state(token: Token, places: Places) -> list[ActorFound]:
    return actor_of_phrase(token.doc, token) or ([state] if (state := places.state(token)) else [])


def _body_of(head: Token) -> ActorFound | None:
    """*seine Partner in der EU* are the EU; *seine Partner in Wien* are nobody in particular."""
    for case, noun in attributes(head) if in_class(head, "ally") else ():
        body: ActorFound | None = head.doc._.actor_at.get(noun.i)
        if preposition(case) == "in" and body is not None and body.kind == "international":
            return body
    return None


def _people_of(head: Token, owned: list[ActorFound], places: Places) -> list[ActorFound]:
    """*eine französische Lehrerin* is no act of France: private people are themselves, with their country."""
    state = owned[0]
    if len(owned) > 1 or state.kind != "state" or in_class(head, *POLITICAL):
        return []
    if not in_class(head, *PEOPLE):
        return []
    person = places.crowd.of(head, state.country)
    return [person] if person is not None else []
