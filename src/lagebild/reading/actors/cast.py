"""The actors of one article, and the tokens that mean them."""

from __future__ import annotations

from lagebild.language.clause import Clause
from lagebild.language.tokens import Words
from lagebild.reading.actors.forms import Gender, fold, sound
from lagebild.reading.actors.gazetteer import (
    FAMILY_NAME_FIRST,
    GIVEN_NAME_TOO,
    Entry,
    Person,
    family_names,
    gazetteer,
)
from lagebild.reading.analysis import ActorFound, article_of
from lagebild.record import ActorKind

#: Offices that say whose they are.
_TELLING = ("Kreml", "Bundes", "Palästinenser", "Vatikan", "Kanzleramt", "Außenamts", "Pentagon")


class Cast:
    """Who plays in the article: every actor once, by its key in the gazetteer or by its name.

    ``written`` has the fullest name of the text for keys of the gazetteer: bodies and groups
    without a country are called by it. ``at`` maps a token to the actors meant there, one but for words like *beide Länder*.
    """

    def __init__(self, doc: Words, written: dict[str, str]) -> None:
        article = article_of(doc.source)
        self.doc = doc
        self.written = written
        self.known = gazetteer()
        self.date: str | None = article.published if article else None
        self.actors: list[ActorFound] = []
        self.at: dict[int, list[ActorFound]] = {}
        self.gender: dict[ActorFound, Gender] = {}
        #: sound of a surname → the spelling (folded) and who bears it in this article
        self.families: dict[str, list[tuple[str, ActorFound]]] = {}
        #: first words of the sounds in `families`
        self.family_starts: set[str] = set()
        self.titles: dict[ActorFound, list[str]] = {}
        #: offices that somebody has no more, by which nobody is meant: *Ex-Premier X* is not *der Premier*
        self.left: dict[ActorFound, list[str]] = {}
        #: for the word of a body the tokens that name such a body by another word
        self.alike: dict[str, list[int]] = {}
        #: persons whose role the text itself has told
        self.told: set[ActorFound] = set()
        #: organisations in no list that the text calls by a name, not by a common word
        self.named: set[ActorFound] = set()
        #: tokens that the places step holds for places
        self.placed = {i for p in doc._.places for start, stop in p.mentions for i in range(start, stop)}
        #: clauses, finite or not, by the token of their predicate
        self.clauses: dict[int, Clause] = {c.predicate.i: c for c in (*doc._.infinitives, *doc._.clauses)}
        self._by_key: dict[str, ActorFound] = {}
        self._entry: dict[ActorFound, Entry] = {}

    def entry(self, entry: Entry) -> ActorFound:
        """The actor of a gazetteer entry, in this article's date: a person has the office held then."""
        actor = self._by_key.get(entry.key)
        if actor is None:
            actor = ActorFound(entry.name, entry.kind, entry.country, None, entry.sector)
            name = self.written.get(entry.key, entry.name) if entry.called_as_written else entry.name
            if name != entry.name:
                actor.name, actor.known = name, entry.name
            if isinstance(entry, Person):
                self._in_office(actor, entry)
            self._add(entry.key, actor, entry.gender)
            self._entry[actor] = entry
            if isinstance(entry, Person):
                self._family(actor, entry.name, entry.country)
        return actor

    def name_again(self, actor: ActorFound) -> None:
        """Take in the short forms of a name whose bearer's country has become known: *Li* of *Li Hongzhong*."""
        if actor.country in FAMILY_NAME_FIRST | GIVEN_NAME_TOO:
            self._family(actor, actor.name, actor.country)

    def _family(self, actor: ActorFound, name: str, country: str | None) -> None:
        for family in family_names(name, country):
            spelling = " ".join(fold(w) for w in family.replace("-", " ").split())
            key = family_key(family)
            self.family_starts.add(key.partition(" ")[0])
            self.families.setdefault(key, []).append((spelling, actor))

    def _in_office(self, actor: ActorFound, person: Person) -> None:
        term = person.term(self.date)
        if term is None:
            return
        actor.country = term.country
        actor.sector = term.sector
        actor.role = self.role(term.office, term.country, feminine=person.gender == "f")
        self.titles[actor] = [term.office.split()[0]]

    def role(self, office: str, country: str | None, feminine: bool) -> str:
        """An office as a reader would be told: *russischer Präsident*, *Generalsekretär der Nato*."""
        state = self.known.states.get(country or "")
        adjective = self.known.adjective_of.get(state.key, "") if state else ""
        if not adjective or " " in office or "-" in office or office.startswith(_TELLING):
            return office
        if adjective[0].isupper():  # Schweizer, Luxemburger: never declined
            return f"{adjective} {office}"
        return f"{adjective}{'e' if feminine else 'er'} {office}"

    def state(self, code: str) -> ActorFound | None:
        """The state of an alpha-3 code; None for a code that no state has."""
        entry = self.known.states.get(code)
        return self.entry(entry) if entry else None

    def person(
        self, name: str, country: str | None, role: str | None, sector: str | None, gender: Gender
    ) -> ActorFound:
        """An unknown person; the same name (in any transliteration) gives the same actor."""
        key = "unknown:" + family_key(name)
        actor = self._by_key.get(key)
        if actor is None:
            actor = ActorFound(name, "person", country, role, sector)
            self._add(key, actor, gender)
            self._family(actor, name, country)
        return actor

    def someone(self, name: str, gender: Gender) -> ActorFound:
        """A person in no list: one of this article under more given names (*Resa Ali Samani*, later *Ali Samani* or
        *Resa Samani*), else a new one."""
        words = [fold(word) for word in name.split()]
        bearers = dict.fromkeys(actor for _, actor in self.families.get(family_key(words[-1]), ()))
        named = {actor: [fold(word) for word in actor.name.split()] for actor in bearers}
        same = [a for a, all_ in named.items() if all_[-len(words) :] == words or _ends(all_) == _ends(words)]
        return same[0] if len(same) == 1 else self.person(name, None, None, None, gender)

    def body(
        self, key: str, name: str, kind: ActorKind, country: str | None, sector: str | None, gender: Gender
    ) -> ActorFound:
        """An organisation or group that is in no list, by a key of the caller's."""
        actor = self._by_key.get(key)
        if actor is None:
            actor = ActorFound(name, kind, country, None, sector)
            self._add(key, actor, gender)
        return actor

    def known_body(self, key: str) -> ActorFound | None:
        """The actor that `body` made for the key before, if it did."""
        return self._by_key.get(key)

    def _add(self, key: str, actor: ActorFound, gender: Gender) -> None:
        self._by_key[key] = actor
        self.actors.append(actor)
        self.gender[actor] = gender

    def mention(self, actors: ActorFound | list[ActorFound], start: int, stop: int) -> None:
        """Note that the tokens ``[start, stop)`` mean these actors; a token keeps its first meaning."""
        found = actors if isinstance(actors, list) else [actors]
        fresh = [i for i in range(start, stop) if i not in self.at]
        if not fresh:
            return
        for i in fresh:
            self.at[i] = found
        for actor in found:
            actor.mentions.append((start, stop))

    def one_at(self, token: int) -> ActorFound | None:
        """The one actor meant at a token; None where there is none or several."""
        found = self.at.get(token)
        return found[0] if found and len(found) == 1 else None

    def entry_of(self, actor: ActorFound) -> Entry | None:
        """The gazetteer's entry of an actor, where it has one."""
        return self._entry.get(actor)

    def finish(self) -> None:
        """Sort mentions, drop actors without any, and put the answers on the Doc."""
        for actor in self.actors:
            actor.mentions.sort()
        actors = [a for a in self.actors if a.mentions]
        actors.sort(key=lambda a: (a.mentions[0], a.name))
        put = self.doc.source._
        put.actors = actors
        put.actor_at = {i: found[0] for i, found in sorted(self.at.items())}
        put.actors_at = {i: list(found) for i, found in sorted(self.at.items())}


def _ends(words: list[str]) -> tuple[str, str]:
    return words[0], words[-1]


def family_key(name: str) -> str:
    """The key under which spellings of one name meet."""
    return " ".join(sound(fold(word)) for word in name.replace("-", " ").split())
