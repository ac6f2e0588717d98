"""Who is meant by descriptions, references and pronouns: one pass over the article, left to right."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.spelling import standard
from lagebild.language.memo import Memo
from lagebild.reading.actors import affiliation, holders, titles
from lagebild.reading.actors.bearers import Bearers
from lagebild.reading.actors.bodies import Bodies
from lagebild.reading.actors.body_phrases import LOCAL, Phrase
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.epithets import Epithets, epithet_of
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.fronts import one_of_two, opening_country
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.lands import Lands
from lagebild.reading.actors.owners import ARTICLES, owner_after
from lagebild.reading.actors.people import People
from lagebild.reading.actors.people_again import person
from lagebild.reading.actors.pronouns import PRONOUNS, Pronouns
from lagebild.reading.actors.references import (
    Reference,
    at_war,
    court_before,
    fought_by,
    half,
    halves,
    joined_before,
    joined_sides,
    joined_states,
    located,
    named_before,
    one_sided,
    parties,
    qualified,
    rebels_before,
    references,
    stands_alone,
    tribunal,
    two_persons,
)
from lagebild.reading.actors.roles import role_of
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.scene import Scene, people_of
from lagebild.reading.analysis import ActorFound

#: Articles of somebody not told before, and how far before the noun they may stand.
_ONE, _BEFORE_ONE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"}), 5
_BOTH: Final = frozenset({"beide", "beiden", "beider"})
_THE: Final = frozenset({"das", "des", "dem", "dieses", "diesem", "der", "die", "im", "vom"})
_POSSESSIVES: Final[tuple[str, ...]] = ("sein", "ihr", "dessen", "deren")


def may_take_up(word: str) -> bool:
    """Whether a word can refer to a state or person, be an epithet or an office, wherever it stands."""
    return _MAY_TAKE_UP.of(word)


def _find_may_take_up(word: str) -> bool:
    if word in halves() or fold(word) in references() or epithet_of(word) is not None:
        return True
    lowers = (word.lower(), standard(word).lower())
    return titles.office(word) is not None or any(person(lower) is not None for lower in lowers)


_MAY_TAKE_UP: Final = Memo(_find_may_take_up)


class Coreference:
    """Resolves what takes up an actor again, with what stands before it in the text."""

    def __init__(self, cast: Cast, scan: Scan, people: People, bodies: Bodies, scene: Scene) -> None:
        self.cast = cast
        self.scan = scan
        self.doc = cast.doc
        self.words = scan.words
        self.used = people.used
        self.bodies = bodies
        self.open = {phrase.token: phrase for phrase in bodies.open}
        self.scene = scene
        self.sentences = scene.sentences
        self.epithets = Epithets(cast, scan.words, self.sentences)
        self.bearers = Bearers(cast, self.sentences)
        self.pronouns = Pronouns(cast, self.sentences, scan.words, scan.tags)
        self.lands = Lands(cast, scan, scene)
        #: states so far, by mention, adjective or compound: (token, entry)
        self.states = self.lands.states
        #: the two states that *beide Länder* meant last, by country
        self.pair: dict[str, Entry] = {}
        self.total = self.lands.total

    def run(self) -> None:
        at, parts, lowers = self.cast.at, self.scan.parts, self.doc.lowers
        for i, word in enumerate(self.words):
            if i in at:
                self._note(i)
                continue
            if i in parts:
                self.states += [(i, e) for e in self.scan.parts[i] if e.kind == "state"]
            if i in self.open:
                if not (self._refers(i) or self.epithets.takes_up(i) or self._somebody_again(i)):
                    self._body(self.open[i])
            elif (not word[0].islower() and may_take_up(word)) and (
                self._refers(i) or self.epithets.takes_up(i) or self._describes(i) or self._somebody_again(i)
            ):
                pass
            elif lowers[i] in PRONOUNS:
                self.pronouns.resolve(i)
            elif lowers[i] in _BOTH and stands_alone(self.cast, i):
                self._both(i)
            if i in at:
                self._note(i)
        affiliation.at_home(self.cast, self.scan, self.scene)

    def _note(self, i: int) -> None:
        for actor in self.cast.at[i]:
            speaks_of = actor.kind in ("state", "person")
            entry = self.cast.known.states.get(actor.country or "") if speaks_of else None
            goes_on = actor in self.cast.at.get(i - 1, ())  # *Vereinigte Arabische Emirate* are named once
            if entry is not None and not goes_on and not (actor.kind == "state" and self._somebody(i)):
                self.states.append((i, entry))
            fought = fought_by(actor)
            if fought is not None and not goes_on:
                self.lands.fought.append((i, self.cast.known.states[fought]))

    def _somebody(self, i: int) -> bool:
        """Whether the state is named only as where one is from: *ein in Fes geborener Marokkaner*."""
        hit = self.scan.covered.get(i)
        if hit is None or hit.use != "demonym":
            return self.doc[i].tag_ == "PPER" and self.doc[i].morph.get("Gender", []) == ["Masc"]
        before = self.doc.lowers[max(0, i - _BEFORE_ONE) : i]
        return any(word in _ONE for word in before) and self.doc[i].morph.get("Number", []) == ["Sing"]

    # governments, ministries and armies without a name

    def _body(self, phrase: Phrase) -> None:
        body = phrase.body
        possessor = self._possessor(phrase.start - 1)
        if body.kind == "state":
            entry = possessor
            if entry is None and not phrase.foreign:
                where = located(self.cast, phrase.token) or self._opening(phrase)
                entry = self.cast.known.states.get(where or "") or (
                    self._meant(phrase) if phrase.definite else None
                )
                code = people_of(body.word, entry.country) if entry is not None else None
                entry = self.cast.known.states.get(code) if code else entry
            if entry is not None:
                self.cast.mention(self.cast.entry(entry), phrase.start, phrase.token + 1)
            elif body.gender == "p" or self.bodies.telling(phrase):  # Soldaten, eine internationale Truppe
                country = None if phrase.foreign else self.scene.country(phrase.token)
                self.bodies.own(phrase, people_of(self.words[phrase.token], country))
            return
        if possessor is not None or body.kind == "group":
            country = possessor.country if possessor else None
            if possessor is None and (told := self.bodies.told_again(phrase)) is not None:
                self.cast.mention(told, phrase.start, phrase.token + 1)
                return
            if possessor is None and body.sector in LOCAL and not phrase.foreign:
                where = self._opening(phrase) or self.scene.country(phrase.token)
                country = people_of(body.word, where)
            self.bodies.own(phrase, country, possessor)
            return
        court = None if self.bodies.highest(phrase) else tribunal(self.cast, phrase)
        if court is not None:
            self.cast.mention(court, phrase.start, phrase.token + 1)
            return
        here = self._opening(phrase)
        if here is not None:
            self.bodies.own(phrase, here)
            return
        for code in dict.fromkeys(e.country for _, e in reversed(self.states)):
            known = self.cast.known_body(f"body:{code}:{body.word}")
            if known is not None:
                self.cast.mention(known, phrase.start, phrase.token + 1)
                return
        # *Parlament und Rat stimmten zu*: bare words take up what was named, too.
        again = phrase.definite or phrase.start == phrase.token
        if (longer := self.bodies.longer(phrase) if again else None) is not None:
            self.cast.mention(longer, phrase.start, phrase.token + 1)
            return
        common = self.cast.known.named(f"UN-{body.word}")  # der Sicherheitsrat, die Atombehörde of nobody
        if common is not None and not self.bodies.highest(phrase):
            self.cast.written.setdefault(common.key, body.word)
            self.cast.mention(self.cast.entry(common), phrase.start, phrase.token + 1)
            return
        topic = self.lands.topic(phrase.token) if phrase.definite and not phrase.foreign else None
        if topic is not None and body.sector == "COP":  # the police are those of the town
            town = self.scene.placed(phrase.token) or self.scene.visited(phrase.token, topic.country)
            topic = self.cast.known.states.get(town or "") or topic
        country = topic.country if topic else None
        if country is None and body.sector in LOCAL and not phrase.foreign:
            country = self.scene.country(phrase.token)
        self.bodies.own(phrase, country, topic)

    def _meant(self, phrase: Phrase) -> Entry | None:
        """The state whose organ a definite word takes up: of those told before, else of whom the article speaks."""
        of = rebels_before(self.cast, self.sentences, phrase) or named_before(self.cast, phrase)
        return self.cast.known.states.get(of or "") or self.lands.topic(phrase.token)

    def _opening(self, phrase: Phrase) -> str | None:
        """The country before the verb, *In Rom stimmte das Kabinett zu*, if the article tells of it elsewhere, too."""
        if phrase.foreign or one_of_two(self.doc, phrase.start, phrase.token):
            return None
        country = opening_country(self.doc, self.scene, phrase.token)
        return country if country is not None and self.scene.elsewhere(phrase.token, country) else None

    def _possessor(self, i: int) -> Entry | None:
        """*seine Regierung*, *Iran: Regierung lehnt ab*: the state of whom the possessive means, or before a colon."""
        if i > 1 and self.words[i - 1] == ":" and self.words[i].lower() in _THE:
            i -= 1
        if i > 0 and self.words[i] == ":":
            land = self.cast.one_at(i - 1)
            return self.cast.known.states.get(land.country or "") if land and land.kind == "state" else None
        if i < 0 or not self.words[i].lower().startswith(_POSSESSIVES):
            return None
        actor = self.cast.one_at(i)
        return self.cast.known.states.get(actor.country) if actor and actor.country else None

    # das Land, beide Länder

    def _somebody_again(self, i: int) -> bool:
        """*Die CDU-Politikerin* is the woman named before, and of the party's country."""
        actor = self.pronouns.takes_up(i)
        if actor is not None and actor.country is None:
            actor.country = next((e.country for e in self.scan.parts.get(i, ()) if e.country), None)
        return actor is not None

    def _refers(self, i: int) -> bool:
        quarter = half(self.words, i, self.total)
        if quarter is not None:
            self.cast.mention(self.cast.entry(self.cast.known.states[quarter]), i, i + 1)
            return True
        refers = references().get(fold(self.words[i]))
        if refers is None or i == 0:
            return False
        if refers.refers == "court":
            court = court_before(self.cast, self.sentences, i)
            if court is not None:
                self.cast.mention(court, i - 1, i + 1)
            return court is not None
        start = i - 1
        while start > 0 and i - start < 4 and self._plain_adjective(start):
            start -= 1
        word = self.words[start].lower()
        if refers.refers in ("state", "neighbour"):
            return self._state_again(i, start, word, refers)
        both = any(self.words[j].lower() in _BOTH for j in range(max(0, start - 1), i))
        if any(j in self.scan.parts for j in range(start, i)):
            return False
        if not both or refers.refers == "bodies":
            several = joined_before(self.cast, self.sentences, i, refers)
            if several:
                self.cast.mention(several, i - 1, i + 1)
            return bool(several)
        if refers.refers in ("states", "lands"):
            within = [] if parties(self.total) else at_war(self.cast, i)
            pair = joined_sides(self.cast, self.sentences, i) or within or self._two_states(i)
        else:
            pair = two_persons(self.cast, i)
        if len(pair) == 2:
            first = start if self.words[start].lower() in _BOTH | ARTICLES else i
            self.cast.mention(pair, first, i + 1)
            return True
        return False

    def _plain_adjective(self, i: int) -> bool:
        text = self.words[i]
        return (
            text[0].islower()
            and text.lower() not in ARTICLES
            and text.endswith(("e", "en", "er", "es"))
            and i not in self.scan.parts
            and self.doc[i].tag_ in ("ADJA", "")
        )

    def _state_again(self, i: int, start: int, word: str, refers: Reference) -> bool:
        its = word.startswith(_POSSESSIVES)
        if not its and (word not in _THE or qualified(self.doc, self.words, i, start)):
            return False
        if refers.refers == "neighbour":
            entry = self.lands.neighbour(i)
        elif refers.which:
            entry = self.lands.last_of(i, refers.which)
        else:
            entry = self._possessor(start) if its else self.lands.last(i)
        if entry is None:
            return False
        self.cast.mention(self.cast.entry(entry), i, i + 1)
        return True

    def _two_states(self, at: int) -> list[ActorFound]:
        """The pair that *beide* has meant, else the article's parties or the two states named last; not who acts on them."""
        here = self.sentences.of(at)
        acting = {
            e.country or e.key
            for t, e in self.states
            if self.sentences.of(t) == here and self.sentences.subject(t) and not self.sentences.subject(at)
        }
        own = {code for code, _ in self.total.most_common(2)} == set(self.pair)
        pair = self.pair if own else {code: self.cast.known.states[code] for code in parties(self.total)}
        seen = ({} if acting & set(pair) else dict(pair)) or joined_states(self.scan, self.states, acting)
        for _, entry in reversed(self.states):
            if len(seen) == 2:
                break
            if (entry.country or entry.key) not in acting:
                seen.setdefault(entry.country or entry.key, entry)
        self.pair = {} if one_sided(self.total, seen) else seen
        return [self.cast.entry(e) for e in reversed(self.pair.values())]

    def _both(self, i: int) -> None:
        """Give *beide* the two persons named in this sentence and the one before, else the two states."""
        first = self.sentences.first(max(0, self.sentences.of(i) - 1))
        pair = two_persons(self.cast, i)
        if len(pair) < 2 or any(all(not first <= s < i for s, _ in a.mentions) for a in pair):
            pair = self._two_states(i)
        if len(pair) == 2:
            self.cast.mention(pair, i, i + 1)

    # der nordkoreanische Diktator

    def _opens_headline(self, start: int, i: int) -> bool:
        """Whether an office without article begins its sentence right before the verb: *Bundeskanzler reist nach Peking*."""
        first = self.sentences.first(self.sentences.of(i)) == start
        return first and self.doc.tags[i + 1 : i + 2] in (["VVFIN"], ["VAFIN"], ["VMFIN"])

    def _describes(self, i: int) -> bool:
        if i in self.used:
            return False
        title = titles.title_at(self.scan, i)
        if title is None:
            return False
        owners, stop = owner_after(self.scan, i + 1)
        if holders.gathered(self.doc, title, owners, stop):
            owners, stop = [], i + 1
        title.own(owners, self.words[i + 1 : stop])
        states = holders.several_states(self.doc, self.scan, title, owners, stop)
        if states:
            self.cast.mention([self.cast.entry(state) for state in states], title.start, i + 1)
            return True
        if holders.several(self.cast, title):
            return holders.take(self.cast, title, stop, self.sentences)
        if title.office.rank == "spokesman" and title.entries:
            actors = [self.cast.entry(title.entries[0])]
            self.cast.mention(actors, i, i + 1)
            return True
        definite = title.definite or self._opens_headline(title.start, i)
        if not definite or title.former != title.left:
            return False
        actor = self.bearers.named(title)
        if actor is None and not title.left:
            actor = holders.in_office(self.cast, title) or holders.unnamed(self.cast, title)
        if actor is None:
            return False
        self.cast.mention(actor, title.start, i + 1)
        if title.left:
            return True
        if title.country and actor not in self.cast.told:
            actor.role = role_of(self.cast, title, self.cast.gender[actor] == "f")
            self.cast.told.add(actor)
        return True
