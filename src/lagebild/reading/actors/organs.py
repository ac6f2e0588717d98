"""International bodies told by their parts: organs (*die Kommission*), missions, members (*die UN-Kontrolleure*)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.de.suffixes import Endings
from lagebild.reading.actors.body_words import SHORT
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import Gender, fold
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.owners import ARTICLES
from lagebild.reading.actors.scan import Hit, Scan
from lagebild.record import ActorKind

#: What all missions of the United Nations are called, and how one cites the one that the article tells of.
_ANY_MISSION, _MISSION = "UN-Friedenstruppen", "UN-Mission"
_IN: Final = frozenset({"in", "im", "für", "auf"})
#: What behind a word says whose it is.
_OF: Final = frozenset({"der", "des", "von", "vom", "für", "zur", "aus"})
_INDEFINITE: Final = frozenset({"ein", "eine", "einer", "eines", "einem", "einen", "keine", "jede"})
#: Articles that may stand before one man: *der UN-Vermittler*.
_SINGULAR: Final = frozenset({"der", "den", "dem", "des", "ein", "einen", "einem", "eines"})
#: Names of bodies in compounds whose members act under a name of their own.
_BODIES: Final = frozenset({"Vereinte Nationen", "Europäische Union", "OSZE", "Afrikanische Union", "Nato"})

#: Who belongs to a body of states, of the words for members.
_STATES: Final = frozenset(
    {"Staaten", "Länder", "Mitgliedstaaten", "Mitgliedsstaaten", "Mitgliedsländer", "Mitglieder"}
)


@cache
def _organs() -> dict[str, tuple[str, str]]:
    """Organs by each form in small letters: the body that must be told of, the organ's listed name."""
    found: dict[str, tuple[str, str]] = {}
    for row in lexicon.table("actors/organs.tsv", ["word", "body", "organ", "forms"], optional=1):
        for form in _forms(row["word"], row):
            found[form] = row["body"], row["organ"]
    return found


def _forms(word: str, row: dict[str, str]) -> list[str]:
    """A word and the other forms that its line lists, in small letters."""
    return [form.strip().lower() for form in (word, *row["forms"].split(",")) if form.strip()]


@cache
def _members() -> tuple[dict[str, tuple[str, Gender]], Endings[tuple[str, Gender]]]:
    """Words for members by each form in small letters, with their nominative; those that end longer words."""
    whole: dict[str, tuple[str, Gender]] = {}
    last: dict[str, tuple[str, Gender]] = {}
    for row in lexicon.table("actors/members.tsv", ["word", "gender", "forms"], optional=1):
        word = row["word"].lstrip("-")
        gender: Gender = row["gender"]  # type: ignore[assignment]
        for form in _forms(word, row):
            whole[form] = word, gender
            if row["word"].startswith("-"):
                last[form] = word.lower(), gender
    return whole, Endings(last, shortest=4)


def member(word: str) -> tuple[str, Gender] | None:
    """The last member of a compound in the nominative, and its gender, where it names members of a body.

    >>> member("Wahlbeobachtern")
    ('Wahlbeobachter', 'p')
    """
    whole, last = _members()
    found = whole.get(word.lower())
    if found is not None:
        return found
    ending = last.find(word.lower(), 3)
    return (word[: ending[0]] + ending[1][0], ending[1][1]) if ending is not None else None


class Organs:
    """Settles which organ, mission or members of an international body a word means, before other names are read."""

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan
        self.words, self.lowers = scan.words, cast.doc.lowers
        self.told = {entry.name: entry for entry in scan.entries() if entry.kind == "international"}
        self.starts = {first for _, first, _ in cast.doc._.blocks}

    def run(self) -> None:
        self._missions()
        for i in sorted(self.scan.parts):
            self._take_members(i)
        for hit in self.scan.hits:
            self._take_states(hit)
        organs = _organs()
        for i, word in enumerate(self.lowers):
            if word in organs:
                self._take_organ(i)
            elif word.startswith("kommissions"):
                self._office(i)

    # missions

    def _missions(self) -> None:
        """*UN-Mission* and *Blauhelme* are the one mission that the article names, or are called by their land."""
        named = {e.key: e for e in self.told.values() if e.key.startswith("missions:UN") or e.key in _OTHERS}
        general = [n for n, hit in enumerate(self.scan.hits) if hit.entry.name == _ANY_MISSION]
        if len(named) == 1:
            (mission,) = named.values()
            for n in general:
                hit = replace(self.scan.hits[n], entry=mission)
                self.scan.hits[n] = hit
                self.scan.covered.update(dict.fromkeys(range(hit.start, hit.stop), hit))
        elif general and not named:
            self._called([self.scan.hits[n] for n in general])

    def _called(self, hits: list[Hit]) -> None:
        """Call the mission so where the article does, *UN-Mission in Liberia*, rather than *Blauhelmsoldaten*."""
        names = []
        for hit in hits:
            word = " ".join(self.words[hit.start : hit.stop])
            land = self.scan.covered.get(hit.stop + 1)
            if not word.endswith("-Mission"):
                continue
            placed = land is not None and land.entry.kind == "state" and self.lowers[hit.stop] in _IN
            names.append(" ".join(self.words[hit.start : land.stop]) if placed and land else word)
        if names:
            self.cast.written[hits[0].entry.key] = max(names, key=len)

    # members

    def _take_members(self, i: int) -> None:
        """*UN-Kontrolleure* act under this name, not as the United Nations."""
        entries, word = self.scan.parts[i], self.words[i]
        if len(entries) != 1 or entries[0].name not in _BODIES or word.count("-") != 1 or i in self.cast.at:
            return
        body, _, last = word.partition("-")
        found = member(last)
        if found is None or (found[1] == "p" and self._single(i)):
            return
        self._mention(i, f"{body}-{found[0]}", found[1])

    def _take_states(self, hit: Hit) -> None:
        """*die Mitgliedstaaten der Europäischen Union* are those who belong to it, as *EU-Staaten*."""
        of, short = hit.start - 1, SHORT.get(hit.entry.name, hit.entry.name)
        if hit.entry.name not in _BODIES or of < 1 or self.lowers[of] != "der" or of - 1 in self.cast.at:
            return
        found = member(self.words[of - 1])
        if found is not None and found[0] in _STATES and of - 1 not in self.scan.covered:
            self._mention(of - 1, f"{short}-{found[0]}", found[1])

    def _mention(self, i: int, name: str, gender: Gender) -> None:
        kind: ActorKind = "group" if gender == "p" else "international"
        actor = self.cast.body(f"members:{fold(name)}", name, kind, None, "IGO", gender)
        actor.abroad = True
        self.cast.mention(actor, i, i + 1)

    def _single(self, i: int) -> bool:
        """Whether one of them is meant, *der UN-Vermittler*, mostly one with a name behind."""
        number = self.cast.doc[i].morph.get("Number", [])
        if self.scan.tags[i + 1 : i + 2] == ["NE"]:
            return True  # UN-Vermittler Jan Meier
        return i > 0 and self.lowers[i - 1] in _SINGULAR and number != ["Plur"]

    # organs

    def _take_organ(self, i: int) -> None:
        body, organ = _organs()[self.lowers[i]]
        if body not in self.told or i in self.scan.covered or i in self.cast.at or not self._definite(i):
            return
        entry = self.cast.known.named(organ)
        if entry is None or self._other(i, organ):
            return
        self.cast.written.setdefault(entry.key, self.words[i])
        self.cast.mention(self.cast.entry(entry), i, i + 1)

    def _definite(self, i: int) -> bool:
        """Whether the word takes up what one knows: *die Kommission*, in a headline *Kommission rügt Polen*."""
        behind = self.lowers[i + 1] if i + 1 < len(self.lowers) else ""
        opens = i in self.starts or i == 0
        return (opens or self.lowers[i - 1] in ARTICLES - _INDEFINITE) and behind not in _OF

    def _other(self, i: int, organ: str) -> bool:
        """Whether the article tells of another such organ: *eine Kommission*, *die Wahlkommission*."""
        word = self.lowers[i]
        for n, other in enumerate(self.lowers):
            if not other.endswith(word):
                continue
            hit = self.scan.covered.get(n)
            if hit is not None and hit.entry.name == organ:
                continue
            if other != word or (n and (self.lowers[n - 1] in _INDEFINITE or self._qualified(n))):
                return True
        return False

    def _qualified(self, n: int) -> bool:
        return self.scan.tags[n - 1] == "ADJA"

    def _office(self, i: int) -> None:
        """*Kommissionspräsident X* is of the EU, where that is told of."""
        if "Europäische Union" in self.told and i not in self.scan.parts and i not in self.scan.covered:
            entry: Entry | None = self.cast.known.named("Europäische Kommission")
            if entry is not None:
                self.scan.parts[i] = [entry]


#: Missions of the United Nations whose acronyms begin otherwise.
_OTHERS: Final = frozenset(
    f"missions:{name}"
    for name in ("MINURSO", "MINUSTAH", "MINUJUSTH", "MINURCAT", "MINUSMA", "MINUSCA", "MINUGUA", "MONUSCO",
                 "MONUA", "ONUSAL", "ONUMOZ", "ONUB", "BINUH")
)  # fmt: skip
