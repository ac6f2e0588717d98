"""Names of states and organisations: metonym or place, and organisations beyond the lists."""

from __future__ import annotations

from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast, family_key
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.scan import Hit, Scan, first_names, paper_words

_PLACE_PREPOSITIONS = frozenset({
    "in", "im", "nach", "aus", "bei", "nahe", "ab", "bis", "unweit", "nördlich", "südlich", "östlich", "westlich",
    "rund",
})  # fmt: skip
_PLACE_NOUNS = frozenset({
    "stadt", "hauptstadt", "flughafen", "raum", "großraum", "region", "gebiet", "bezirk", "provinz", "stadtrand",
    "zentrum", "innenstadt", "vorort", "norden", "süden", "osten", "westen", "umgebung", "universität", "bahnhof",
    "straßen", "einwohner", "bürgermeister", "bürgermeisterin", "oberbürgermeister", "metropole", "stadtteil",
    "vororten", "nordosten", "nordwesten", "südosten", "südwesten", "nähe", "richtung", "botschaft", "protokoll",
    "vertrag", "belagerung", "schlacht", "kilometer", "bewohner", "nördlich", "südlich", "östlich", "westlich",
})  # fmt: skip


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
        return words[j].lower().rsplit("-", 1)[-1] in _PLACE_NOUNS
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


_IN_S = frozenset({"paris", "tunis", "vilnius", "damaskus", "honduras", "caracas", "tiflis"})


#: Cities whose name is also that of a state or body.
_CITY_NAMES = frozenset({"Brüssel", "Dubai", "Brüssels"})


class Names:
    """Gives the gazetteer's names of states, bodies and groups their mentions, and takes up unlisted organisations."""

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan
        self.doc = cast.doc
        self.words = scan.words
        self.names = list(self.doc.ents)
        entries = [h.entry for h in scan.hits] + [e for found in scan.parts.values() for e in found]
        self.countries = {e.country for e in entries if e.kind == "state"}

    def run(self) -> None:
        for hit in self.scan.hits:
            if hit.use == "person" or hit.start in self.cast.at:
                continue
            city = hit.use == "capital" or self.words[hit.start] in _CITY_NAMES
            if city and is_place(self.scan, hit, self.words):
                continue
            if self._inside_name(hit) or self._elsewhere(hit) or self._direction(hit):
                continue
            self.cast.mention(self.cast.entry(hit.entry), hit.start, hit.stop)
        self._organisations()

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

    def _elsewhere(self, hit: Hit) -> bool:
        """A name that several countries' bodies bear, in an article that does not speak of the listed one's."""
        name = fold(" ".join(self.words[hit.start : hit.stop]))
        return name in self.cast.known.shared and hit.entry.country not in self.countries

    def _organisations(self) -> None:
        for ent in self.names:
            if ent.label_ != "ORG" or any(i in self.cast.at for i in range(ent.start, ent.end)):
                continue
            if len(ent) == 1 and (ent.start in self.scan.covered or ent.start in self.cast.placed):
                continue
            if any(i in self.scan.spanned for i in range(ent.start, ent.end)):
                continue
            if len(ent) == 1 and ent[0].tag_ == "NN" and not ent.text.isupper():
                continue
            if (
                len(ent.text) < 2
                or not ent.text[0].isupper()
                or ent.text in ("AG", "GmbH", "Co.", "KG", "SE", "e.V.")
            ):
                continue
            if len(ent) == 1 and not self._stands_alone(ent.start):
                continue
            if not any(c.isalpha() for c in ent.text) or titles.office(ent[-1].text):
                continue
            name = ent.text
            country = self._country(ent.start)
            sector = "MED" if self._paper(ent.start) else None
            actor = self.cast.body("name:" + family_key(name), name, "organisation", country, sector, "f")
            actor.country = actor.country or country
            self.cast.mention(actor, ent.start, ent.end)

    def _stands_alone(self, i: int) -> bool:
        """Whether one word that the network takes for an organisation is sure enough: *die Marag*, *ABC*."""
        word = self.words[i]
        if not word[0].isupper() or fold(word) in first_names():
            return False
        before = self.words[i - 1].lower() if i else ""
        if word.endswith("er") and self.words[i + 1 : i + 2] and self.words[i + 1][:1].isupper():
            return False  # Salzburger Behörden
        return word.isupper() or before in titles.ARTICLES or self._paper(i) or self.words.count(word) > 1

    def _country(self, start: int) -> str | None:
        """The country of the adjective before the name: *die russische Zeitung Kommersant*."""
        for i in range(start - 1, max(-1, start - 5), -1):
            if i in self.scan.parts:
                return self.scan.parts[i][0].country
            word = self.words[i]
            if word.lower() in titles.ARTICLES or (not word[0].isalpha() and word not in "„“»«\"'"):
                return None
        return None

    def _paper(self, start: int) -> bool:
        return start > 0 and self.words[start - 1].lower().endswith(paper_words()[:9])
