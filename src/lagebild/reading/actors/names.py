"""Names of states and listed bodies: metonym or place, and whose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.cities import CITY_NAMES
from lagebild.reading.actors.countrymen import mention_one, one_of_them
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.issued import issuing
from lagebild.reading.actors.organisations import Organisations, named_with_state
from lagebild.reading.actors.owners import ARTICLES, owner_after
from lagebild.reading.actors.scan import Hit, Scan
from lagebild.reading.actors.scene import Scene

_PLACE_PREPOSITIONS: Final = frozenset({
    "in", "im", "nach", "aus", "bei", "nahe", "ab", "bis", "unweit", "nördlich", "südlich", "östlich", "westlich",
    "rund",
})  # fmt: skip
_PLACE_NOUNS: Final = frozenset({
    "stadt", "hauptstadt", "flughafen", "raum", "großraum", "region", "gebiet", "bezirk", "provinz", "stadtrand",
    "zentrum", "innenstadt", "vorort", "norden", "süden", "osten", "westen", "umgebung", "universität", "bahnhof",
    "straßen", "einwohner", "bürgermeister", "bürgermeisterin", "oberbürgermeister", "metropole", "stadtteil",
    "vororten", "nordosten", "nordwesten", "südosten", "südwesten", "nähe", "richtung", "botschaft", "protokoll",
    "vertrag", "belagerung", "schlacht", "kilometer", "bewohner", "nördlich", "südlich", "östlich", "westlich",
})  # fmt: skip

#: Ends of nouns for what is called by the city where it was: *die Terroranschläge von Madrid*. Treaties are no name at
#: all (`scan.names_treaty`).
_OF_A_PLACE: Final[tuple[str, ...]] = (
    "anschlag", "anschlags", "anschläge", "anschlägen", "attentat", "attentats", "attentate", "attentaten", "massaker",
    "massakers", "gipfel", "gipfels", "konferenz", "unruhen", "frieden", "friedens",
)  # fmt: skip


def is_place(scan: Scan, hit: Hit, words: list[str]) -> bool:
    """Whether a capital's name means the place, not the government: *in Moskau*, *die Stadt Moskau*.

    ``words`` are the texts of the Doc's tokens.
    """
    if hit.start == 0 or _dateline(hit, words):
        return _dateline(hit, words)
    before = words[hit.start - 1].lower()
    if _genitive_before_noun(hit, words):
        return words[hit.stop].lower().rsplit("-", 1)[-1] in _PLACE_NOUNS
    if before in _PLACE_PREPOSITIONS or before.rsplit("-", 1)[-1] in _PLACE_NOUNS:
        return True
    if before in ("von", "der", "des", "und", ",", "oder"):
        j = hit.start - 2
        if j < 0:
            return False
        if before in ("und", ",", "oder"):
            other = scan.covered.get(j)
            return other is not None and other.use == "capital" and is_place(scan, other, words)
        noun = words[j].lower()
        return noun.rsplit("-", 1)[-1] in _PLACE_NOUNS or (before == "von" and noun.endswith(_OF_A_PLACE))
    return words[hit.stop].lower() in ("aus",) if hit.stop < len(words) else False


def _genitive_before_noun(hit: Hit, words: list[str]) -> bool:
    """*Moskaus Waffenlieferungen*"""
    if hit.stop >= len(words) or not words[hit.stop][:1].isupper():
        return False
    word = words[hit.stop - 1]
    return word.endswith("s") and word.lower() not in _IN_S


def _dateline(hit: Hit, words: list[str]) -> bool:
    """*Moskau (dpa) –*, *Kiew (Ukraine), 1.2.2010 –* at the head of an article or paragraph."""
    if hit.stop >= len(words):
        return False
    follows = words[hit.stop]
    if follows in ("(", "/") and (
        hit.start == 0 or words[hit.start - 1] in (".", ":", "!", "?", "/", "“", '"')
    ):
        return True
    return follows in ("–", "-", "—") and hit.start == 0


_IN_S: Final = frozenset({"paris", "tunis", "vilnius", "damaskus", "honduras", "caracas", "tiflis"})


_PARTY: Final = "PTY"
#: How often an article must name places of a country to speak of it.
_PLACED: Final = 2


class Names:
    """Gives the names of states, bodies and groups their mentions: first the gazetteer's, then those of no list."""

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan
        self.doc = cast.doc
        self.words = scan.words
        self.names = scan.names
        entries = scan.entries()
        placed = Counter(p.country for p in self.doc._.places for _ in p.mentions)
        #: countries of which parties are told by names that no other body bears
        self.parties = {
            h.entry.country for h in scan.hits if h.entry.sector == _PARTY and self._shared(h) is None
        }
        self.told = {e.name for e in entries}
        #: names of parties of which no bearer is listed for the article's country
        self.open: list[Hit] = []
        #: the countries that the article speaks of: by their names, their people, or by several places
        self.countries = {e.country for e in entries if e.kind in ("state", "person")}
        self.countries.update(country for country, times in placed.items() if times >= _PLACED)
        #: how often it speaks of each, by its bodies, too
        self.often = placed + Counter(e.country for e in entries if fold(e.name) not in cast.known.shared)

    def settle(self) -> None:
        """Give shared names the bearer that the article speaks of, also in compounds (*SVP-Chef*); those of nobody
        listed are no names of the scan any more.
        """
        for hit in list(self.scan.hits):
            if self._shared(hit) is None or self._inside_name(hit):
                continue
            entry = self._bearer(hit)
            if entry is None:
                self.scan.hits.remove(hit)
                for i in range(hit.start, hit.stop):
                    self.scan.covered.pop(i, None)
                if self._shared(hit) == "" and hit.entry.sector == _PARTY and hit.stop - hit.start == 1:
                    self.open.append(hit)
            elif entry is not hit.entry:
                settled = replace(hit, entry=entry)
                self.scan.hits[self.scan.hits.index(hit)] = settled
                self.scan.covered.update(dict.fromkeys(range(hit.start, hit.stop), settled))
        for i, entries in self.scan.parts.items():
            self.scan.parts[i] = [told for entry in entries for told in self._in_compound(i, entry)]

    def _in_compound(self, i: int, entry: Entry) -> list[Entry]:
        pieces = [fold(piece) for piece in self.words[i].split("-")[:-1]]
        shared = next((piece for piece in pieces if piece in self.cast.known.shared), None)
        if entry.sector != _PARTY or shared is None or self._told_of(entry):
            return [entry]
        others = [p.entry for p in self.cast.known.names[shared] if not p.rest]
        return [other for other in others if self._told_of(other)][:1]

    def run(self, scene: Scene) -> None:
        """``scene``: where the article plays."""
        for hit in self.scan.hits:
            if hit.use == "person" or hit.start in self.cast.at:
                continue
            city = hit.use == "capital" or self.words[hit.start] in CITY_NAMES
            if city and is_place(self.scan, hit, self.words) and not issuing(self.scan, hit):
                continue
            one = one_of_them(self.doc, hit)
            if one is not None:
                mention_one(self.cast, scene.sentences, hit, one)
            elif not (
                self._inside_name(hit) or self._direction(hit) or named_with_state(self.cast, self.scan, hit)
            ):
                self.cast.mention(self.cast.entry(hit.entry), hit.start, hit.stop)
        for hit in self.open:
            self._party(hit, scene)
        Organisations(self.cast, self.scan).run()

    def _inside_name(self, hit: Hit) -> bool:
        """Whether a longer name of the network holds the hit: *Universität Warschau*, *FC Chelsea London*."""
        token = self.doc[hit.start]
        if token.ent_type_ != "ORG" or hit.use not in ("capital", "name"):
            return False
        ent = next((e for e in self.names if e.start <= hit.start < e.end), None)
        return ent is not None and (ent.end - ent.start) > (hit.stop - hit.start) + (hit.use == "name")

    def _direction(self, hit: Hit) -> bool:
        """*im Westen des Landes*: a quarter of the sky."""
        if self.words[hit.start] not in ("Westen", "Westens"):
            return False
        before = self.words[hit.start - 1].lower() if hit.start else ""
        after = self.words[hit.stop].lower() if hit.stop < len(self.words) else ""
        return (
            before in ("im", "nach", "gen") or after in ("des", "der", "von") or hit.stop in self.scan.covered
        )

    def _folded(self, hit: Hit) -> list[str]:
        return [fold(word) for word in self.words[hit.start : hit.stop]]

    def _shared(self, hit: Hit) -> str | None:
        """Where bodies of several countries bear the name, what else may be meant by it ("" for nothing); else None."""
        return self.cast.known.shared.get(" ".join(self._folded(hit)))

    def _longer(self, hit: Hit) -> bool:
        """Whether the word is a part of another name: *Arabische Union*, *Union für Handel*, *Union Berlin*."""
        before = self.words[hit.start - 1] if hit.start else ""
        after = self.words[hit.stop] if hit.stop < len(self.words) else ""
        named = before[:1].isupper() and before.lower() not in ARTICLES
        return named or after[:1].isupper() or after in ("für", "zur", "zum")

    def _bearer(self, hit: Hit) -> Entry | None:
        """Who bears the name: of bodies of several countries that of a country that the article speaks of, if any."""
        words = self._folded(hit)
        unless = self._shared(hit)
        if unless is None:
            return hit.entry
        if unless and ((unless in self.told and hit.entry.country not in self.parties) or self._longer(hit)):
            return None  # *die Union* is the European one, the *Union für Handel* another
        owner = self._owner(hit)
        others = [p.entry for p in self.cast.known.names[words[0]] if list(p.rest) == words[1:]]
        bearers = list(dict.fromkeys((hit.entry, *others)))
        if owner is not None:  # die Demokratische Partei Serbiens
            told = [entry for entry in bearers if entry.country == owner]
        else:
            told = [entry for entry in bearers if self._told_of(entry)]
        if told and owner is None and hit.entry not in told and self.often[hit.entry.country] > _PLACED:
            told.append(hit.entry)  # of a country whose courts, ministries and towns are told of
        if told:
            return max(told, key=lambda entry: self.often[entry.country])
        own = self.cast.known.shared_own.get(" ".join(words))
        if own is not None and owner is None:
            if hit.entry.sector == _PARTY:
                self.parties.add(own)  # *Grüne und Linke*: so is the other one
            return next((entry for entry in bearers if entry.country == own), None)
        # Where nothing is told of any country, German papers mean their own.
        nowhere = owner is None and not self.countries and not self.parties and not self.doc._.places
        return hit.entry if nowhere and hit.entry.country == "DEU" else None

    def _told_of(self, entry: Entry) -> bool:
        """Whether the article speaks of the body's country, or of other parties of it where it is one."""
        return entry.country in self.countries or (entry.sector == _PARTY and entry.country in self.parties)

    def _owner(self, hit: Hit) -> str | None:
        """The country that the state behind the name or the word before it says: *die französischen Grünen*."""
        owners, _ = owner_after(self.scan, hit.stop)
        before = self.scan.parts.get(hit.start - 1, []) if self.words[hit.start - 1][-1] in "enrsm" else []
        named = self.scan.covered.get(hit.start - 1)
        said = [*owners[:1], *before, *([named.entry] if named is not None else [])]
        return next((entry.country for entry in said if entry.kind == "state"), None)

    def _party(self, hit: Hit, scene: Scene) -> None:
        """A party of another country than the listed ones' is that of the land in which the article plays.

        Names of several words are left to the organisations of no list.
        """
        name, told = self.words[hit.start], self.countries | {p.country for p in self.doc._.places} - {None}
        country = self._owner(hit) or scene.country(hit.start) or (told.pop() if len(told) == 1 else None)
        if country is not None:
            party = self.cast.body(f"party:{fold(name)}:{country}", name, "group", country, _PARTY, "p")
            self.cast.mention(party, hit.start, hit.stop)
