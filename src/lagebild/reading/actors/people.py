"""Finds persons: those of the who's-who by name, others by their title, given name or the network's mark."""

from __future__ import annotations

from typing import Final

from lagebild.language.memo import Memo
from lagebild.reading.actors import edges, nationality, titles
from lagebild.reading.actors.apposed import named_after_noun
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import (
    INNER,
    PARTICLES,
    Gender,
    declined,
    first_sounds,
    fold,
    nominatives,
    sound,
)
from lagebild.reading.actors.gazetteer import Person
from lagebild.reading.actors.hidden_names import HiddenNames
from lagebild.reading.actors.roles import latest_in, leads_then, role_of
from lagebild.reading.actors.scan import Hit, Scan, first_names
from lagebild.reading.actors.titles import Title
from lagebild.reading.analysis import ActorFound

_LONGEST_NAME: Final = 5
#: Letters up to which a surname is easily taken for something else.
_SHORT: Final = 4
#: Years after an office through which a paper calls somebody by the surname alone.
_REMEMBERED: Final = 15
_ARABIC_ARTICLES: Final[tuple[str, ...]] = ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-", "az-", "asch-")
#: The first three letters of a surname that begins small.
_LOWER_STARTS = frozenset({"von", "van", "bin", "al-", "el-", "as-", "ibn", "de", "zu", "ben", "ash", "al"})


_NAME_TAGS: Final = frozenset({"NE", "FM", "XY"})


def _may_be_name(word: str) -> bool:
    """Whether a word can be part of a person's name by its look: no title, no acronym."""
    return _MAY_BE_NAME.of(word)


def _find_may_be_name(word: str) -> bool:
    if word.startswith(_ARABIC_ARTICLES):
        word = word.partition("-")[2]  # al-Masri
    if len(word) < 2 or not word[0].isupper() or (word.isupper() and len(word) > 3):
        return False
    plain = word.isalpha() or all(c.isalpha() or c in "-'’." for c in word)
    return plain and word not in titles.POLITE and titles.office(word) is None


_MAY_BE_NAME: Final = Memo(_find_may_be_name, 32768)


class People:
    """Gives the persons of an article their mentions, offices and countries.

    First all full names, then single surnames, so that a headline's *Kim* is the *Kim Jong Un*
    of the text below it.
    """

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan
        self.doc = cast.doc
        self.words, self.tags, self.ents = scan.words, scan.tags, scan.ents
        self.tagged = self.doc.has_annotation("TAG")
        self.hidden = HiddenNames(cast, scan)
        self.taken = cast.placed.union(scan.covered, scan.parts)
        #: the countries that the article speaks of
        self.countries = {e.country for e in scan.entries()} | {p.country for p in self.doc._.places}
        #: office words used up by a name, so that no description is read from them
        self.used: set[int] = set()

    def run(self) -> None:
        for hit in self.scan.hits:
            if hit.use == "person":
                self._known(hit)
        for start, stop in self._full_names():
            self._unknown(start, stop)
        self._single_names()
        nationality.of_no_land(self.cast, self.scan)

    # full names

    def _known(self, hit: Hit) -> None:
        actor = self.cast.entry(hit.entry)
        self.cast.mention(actor, hit.start, hit.stop)
        self._learn(actor, hit.start, hit.stop)

    def _full_names(self) -> list[tuple[int, int]]:
        """Spans of at least two words that name someone: by the network, a title or a given name."""
        spans = [
            (
                self.hidden.begin(e.start, self._name_word),
                edges.end(self.doc, e.start, e.end, self._name_word),
            )
            for e in self.scan.names
            if e.label_ == "PER" and e.end - e.start > 1 and self.words[e.start][:1].isupper()
            if not edges.owned(self.doc, e.start, e.end)
        ]
        taken = {i for start, stop in spans for i in range(start, stop)}
        given = first_names()
        for i in self.doc.marked:
            if i + 1 == len(self.words) or i in taken or not (self.words[i][0].isupper() and self._free(i)):
                continue
            if fold(self.words[i]) in given or self._titled(i) or self.hidden.introduces(i, self._name_word):
                stop = self._name_end(i)
                if stop - i > 1:
                    spans.append((i, stop))
                    taken.update(range(i, stop))
        return sorted((edges.start(self.words, start, stop), stop) for start, stop in spans)

    def _titled(self, i: int) -> bool:
        if i == 0 or not self._name_word(i):
            return False
        fielded = i > 2 and self.tags[i - 1] == "NN" and self.words[i - 2].lower() == "für"
        find = titles.with_field if fielded else titles.title_at
        return find(self.scan, i - 1) is not None

    def _name_end(self, start: int) -> int:
        """The token after the name that begins at ``start``."""
        i = start + 1
        while i < len(self.words) and i - start < _LONGEST_NAME:
            inner = self.words[i] in INNER and i + 1 < len(self.words) and self._name_word(i + 1)
            if self._name_word(i) or inner or (self.ents[i] and edges.hung(self.doc, i) and self._free(i)):
                i += 1
            elif i + 1 < len(self.words) and self.words[i] in PARTICLES and self._particle_name(i):
                i += 2
            else:
                break
            if self.words[i - 1].endswith("s") and not self.tagged and self._noun_follows(i):
                break
        return i

    def _particle_name(self, i: int) -> bool:
        """*von der Leyen*; *al Huthi*, which is a group too."""
        if i + 2 < len(self.words) and self.words[i + 1] in PARTICLES:
            return self._name_word(i + 2)
        return self._like_group(i + 1)

    def _like_group(self, i: int) -> bool:
        """Whether the surname behind a particle is that of a group: *Hussein al Huthi*."""
        hit = self.scan.covered.get(i)
        alone = hit is not None and hit.stop - hit.start == 1 and hit.entry.kind == "group"
        return alone and i > 0 and self.words[i - 1] in PARTICLES

    def _noun_follows(self, i: int) -> bool:
        return i < len(self.words) and self.words[i][:1].isupper()

    def _name_word(self, i: int) -> bool:
        if self.tagged and self.tags[i] not in _NAME_TAGS and self.ents[i] != "PER":
            return False
        return _may_be_name(self.words[i]) and self._free(i) and not edges.is_thing(self.doc, i)

    def _free(self, i: int) -> bool:
        return i not in self.taken and i not in self.cast.at

    def _unknown(self, start: int, stop: int) -> None:
        if any(i in self.cast.at or i in self.scan.spanned for i in range(start, stop)):
            return
        covered = [i for i in range(start, stop) if i in self.scan.covered and not self._like_group(i)]
        if len(covered) == stop - start or any(self.scan.covered[i].use != "capital" for i in covered):
            return  # *nachdem Ottawa Neu-Delhi gewarnt hatte*, *Buenos Aires*
        name = self._spelled(start, stop)
        if len(name.split()) < 2 or named_after_noun(self.cast, self.scan, name, start, stop):
            return
        known = self.cast.known.longer_form(name)
        actor = self.cast.entry(known) if known else self.cast.someone(name, self._gender(name))
        self.cast.mention(actor, start, stop)
        self._learn(actor, start, stop)
        self.cast.name_again(actor)

    def _spelled(self, start: int, stop: int) -> str:
        """The name in the nominative: a genitive -s goes where the name is also written without it."""
        words = [self.words[i] for i in range(start, stop)]
        last = words[-1]
        if last.endswith(("'s", "’s")):
            words[-1] = last[:-2]
        elif last.endswith("s") and len(last) > 4 and last[:-1] in self.words:
            words[-1] = last[:-1]
        return " ".join(words)

    def _gender(self, name: str) -> Gender:
        found = first_names().get(fold(name.split()[0]))
        return "f" if found == "f" else "m"

    # titles

    def _learn(self, actor: ActorFound, start: int, stop: int) -> None:
        """What the words beside a name say of the person outranks the who's-who."""
        nationality.learn(self.cast, self.scan, actor, start, stop)
        for title in (titles.before(self.scan, start), titles.after(self.scan, stop)):
            if title is not None:
                self.used.add(title.token)
                self._office(actor, title)
        self._party(actor, start, stop)

    def _office(self, actor: ActorFound, title: Title) -> None:
        words = self.cast.titles.setdefault(actor, [])
        feminine = titles.feminine(title.office.word) or self.words[title.start].lower() in ("die", "eine")
        if feminine:
            self.cast.gender[actor] = "f"
        known = actor.role is not None
        nationality.of_office(self.cast, actor, title, known)
        if title.office.sector and (actor.sector is None or not known):
            actor.sector = title.office.sector
        if title.former:
            (self.cast.left.setdefault(actor, []) if title.left else words).append(title.office.word)
            if not known:
                actor.role = role_of(self.cast, title, feminine)
            return
        words.insert(0, title.office.word)
        if not known or title.entries or title.federal:
            actor.role = role_of(self.cast, title, feminine)
            self.cast.told.add(actor)

    def _party(self, actor: ActorFound, start: int, stop: int) -> None:
        """*Friedrich Merz (CDU)*, *der SPD-Mann Karl Meier*: the party's country is the person's."""
        entry = nationality.party_beside(self.scan, start, stop)
        if entry is not None:
            actor.country = actor.country or entry.country
            actor.sector = actor.sector or "PTY"

    # single names

    def _single_names(self) -> None:
        end = 0
        for i, text in enumerate(self.words):
            if i >= end and (text[0].isupper() or text[:3] in _LOWER_STARTS) and self._free(i):
                several = self.hidden.is_word(i) and edges.several(self.doc, i)
                end = i if several else self._single(i)

    def _single(self, i: int) -> int:
        for length in (3, 2, 1) if self._begins_surname(i) else ():
            stop = i + length
            if stop > len(self.words) or not all(self._free(j) for j in range(i, stop)):
                continue
            if not any(c.isupper() for c in self.words[stop - 1]):
                continue
            actor = self._bearer(i, stop)
            if actor is not None and self._goes_on(stop):
                end = self._name_end(i)
                self._unknown(i, end)  # somebody else's given name: Marcos Baghdatis
                return end
            if actor is not None:
                self.cast.mention(actor, i, stop)
                self._learn(actor, i, stop)
                return stop
        return self._titled_single(i)

    def _begins_surname(self, i: int) -> bool:
        """Whether any known surname begins as the word does."""
        sounds = first_sounds(self.words[i])
        return not (
            self.cast.known.surname_starts.isdisjoint(sounds) and self.cast.family_starts.isdisjoint(sounds)
        )

    def _goes_on(self, stop: int) -> bool:
        """Whether the name has a further word that is no known surname of its own."""
        if not self.tagged or stop >= len(self.words) or self.tags[stop] != "NE" or not self._name_word(stop):
            return False
        return self._bearer(stop, stop + 1) is None

    def _titled_single(self, i: int) -> int:
        """An unknown surname behind a title (*Minister Meier*), or a subject that the network takes for a person."""
        if not self.tagged or not self._name_word(i) or self.words[i].endswith("."):
            return i
        known = self.hidden.bearer(i, self._name_word)
        if known is not None:
            self.cast.mention(known[0], i, known[1])
            return known[1]
        polite = i > 0 and self.words[i - 1] in ("Herr", "Herrn", "Frau")
        named = polite or self._acts(i) or titles.before(self.scan, i) is not None
        if not named or edges.is_charge(self.doc, i):
            return i
        if edges.followed(self.doc, i) and (end := self._name_end(i)) > i + 1:
            self._unknown(i, end)
            return end
        actor = self.cast.person(self._spelled(i, i + 1), None, None, None, "m")
        if polite and self.words[i - 1] == "Frau":
            self.cast.gender[actor] = "f"
        self.cast.mention(actor, i, i + 1)
        self._learn(actor, i, i + 1)
        return i + 1

    def _acts(self, i: int) -> bool:
        """Whether network and tree agree that the one word is somebody who does something."""
        if self.ents[i] != "PER" or self.tags[i] != "NE" or fold(self.words[i]) in first_names():
            return False
        alone = "PER" not in (self.ents[max(i - 1, 0) : i] + self.ents[i + 1 : i + 2])
        return alone and len(self.words[i]) > 3 and self.doc[i].dep_.startswith("nsubj")

    def _bearer(self, start: int, stop: int) -> ActorFound | None:
        """Who bears the surname: someone of this article, else someone of the who's-who."""
        words = [fold(w) for i in range(start, stop) for w in self.words[i].split("-") if w]
        if not words:
            return None
        for last in nominatives(words[-1]):
            spelling = " ".join((*words[:-1], last))
            key = " ".join(sound(w) for w in (*words[:-1], last))
            here = [
                a
                for s, a in self.cast.families.get(key, ())
                if self._meant(start, stop, spelling, s, here=True) and self._may_hold(a, start)
            ]
            if here:
                return self._nearest(list(dict.fromkeys(here)), start)
            known = [(s, p) for s, p in self.cast.known.surnames.get(key, ()) if s == spelling]
            people = [p for s, p in known if self._meant(start, stop, spelling, s)]
            person = self._famous(list(dict.fromkeys(people)), start) if people else None
            if person is not None and self._is_meant(person, start):
                return self.cast.entry(person)
        return None

    def _may_hold(self, actor: ActorFound, at: int) -> bool:
        """Whether a man's office before the name does not speak against a woman: *Minister Meier* is not *Anna Meier*."""
        title = titles.title_at(self.scan, at - 1) if self.cast.gender[actor] == "f" and at else None
        return title is None or titles.feminine(title.office.word) or declined(title.office.word)

    def _told_of(self, i: int) -> bool:
        """Whether network or title say that the single word names a person; of some the network is not sure."""
        marked = self.ents[i] == "PER" and len(self.words[i]) > _SHORT and not self.hidden.is_word(i)
        beside = self.tagged and self.hidden.beside(i)  # *Xi und Putin*
        return not self.tagged or marked or beside or titles.before(self.scan, i) is not None

    def _is_meant(self, person: Person, i: int) -> bool:
        """Whether a surname is told to be a person's, or the article speaks of a country that this one served: *Yala* in
        Thailand is no *Ialá*."""
        at_home = not self.countries.isdisjoint(t.country for t in person.terms)
        return at_home or self._told_of(i) or (self.tagged and self.hidden.leads(i, person))

    def _meant(self, start: int, stop: int, spelling: str, known: str, here: bool = False) -> bool:
        """Whether the words can be the known surname here: no common noun, no place, no firm.

        Another transliteration counts for longer names, and only where the tag says it is a name.
        """
        if stop - start > 1:
            return spelling == known or len(known) > 5
        tag = self.tags[start]
        if stop < len(self.words) and self.words[stop].startswith(_ARABIC_ARTICLES):
            return False  # *Omar al-Masri*: a given name, the surname is to come
        if self.ents[start] in ("LOC", "ORG") and not (
            spelling == known and (here or self.hidden.misread(start))
        ):
            return False
        if spelling != known:
            return len(known) > 5 and (tag == "NE" or not self.tagged)
        rank = titles.office(self.words[start]) is not None  # *Major Trojanow* is not John Major
        if spelling in self.cast.known.ambiguous or len(spelling) < 3 or rank:
            titled = start > 0 and titles.title_at(self.scan, start - 1) is not None
            return (
                titled or (tag == "NE" and (here or not rank)) or (self.tagged and self.hidden.beside(start))
            )
        return not self.tagged or tag == "NN" or tag in _NAME_TAGS

    def _nearest(self, bearers: list[ActorFound], at: int) -> ActorFound:
        """Of several who share the surname, the one in office; else the one named last before, else first after."""
        if len(bearers) == 1:
            return bearers[0]
        if at and self.words[at - 1] == "Frau":
            bearers = [b for b in bearers if self.cast.gender[b] == "f"] or bearers
        else:
            bearers = [b for b in bearers if b.role] or bearers

        def distance(actor: ActorFound) -> tuple[int, int]:
            earlier = [at - s for s, _ in actor.mentions if s < at]
            if earlier:
                return 0, min(earlier)
            return 1, min((s for s, _ in actor.mentions), default=0)

        return min(bearers, key=distance)

    def _famous(self, people: list[Person], at: int) -> Person | None:
        """The one whom a paper of this date means by the surname alone; None where it stays open."""
        title = titles.before(self.scan, at)
        if title is None:  # *Trump* alone is not the president's wife, whoever is out of office
            people = [p for p in people if any(t.office != "First Lady" for t in p.terms)] or people
        elif title.country:
            people = [p for p in people if any(t.country == title.country for t in p.terms)]
        elif title.office.rank == "other" and not title.former:
            return None
        date = self.cast.date
        held = [p for p in people if p.term(date)]
        if held:
            heads = held if len(held) == 1 else [p for p in held if leads_then(p, date)]
            return heads[0] if len(heads) == 1 else None
        if title is None and date is not None:
            since = f"{int(date[:4]) - _REMEMBERED:04}"
            people = [p for p in people if any(since <= (t.end or since) for t in p.terms)]
        if len(people) == 1:
            return people[0]
        if date is None:
            return latest_in(title.office.word, people) if title is not None else None
        ends = {p: [t.end for t in p.terms if t.begin <= date] for p in people}
        past = [p for p in people if ends[p] and all("" < end < date for end in ends[p])]
        return max(past, key=lambda p: max(ends[p])) if past else None
