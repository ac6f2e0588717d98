"""Known actors: states, bodies, groups, media, companies and the who's-who, indexed for reading.

Everything here comes from the lexicon files in ``lexicon/actors``; an area expert corrects those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, cast

from lagebild import lexicon
from lagebild.reading.actors.forms import (
    PARTICLES,
    Gender,
    adjective_forms,
    cited,
    city_adjective,
    demonym_forms,
    fold,
    gender_of,
    sound,
)
from lagebild.record import ActorKind

#: How a name in the text stands for its actor. ``capital`` may also be a place; ``city`` is
#: an adjective (*Moskauer*); ``part`` the first member of a compound (*US-Präsident*).
Use = Literal["name", "capital", "seat", "demonym", "city", "person", "surname"]

ORGANISATION_FILES: Final[tuple[str, ...]] = (
    "international", "missions", "groups", "parties", "institutions", "authorities", "media", "companies",
)  # fmt: skip
REGIONS: Final[tuple[str, ...]] = (
    "germany", "western_europe", "northern_europe", "southern_europe", "central_europe", "balkans", "russia",
    "eastern_europe", "caucasus_central_asia", "middle_east", "north_africa", "west_africa", "east_africa",
    "southern_africa", "north_america", "central_america", "south_america", "east_asia", "south_asia",
    "southeast_asia_pacific", "international",
)  # fmt: skip
#: Where the family name comes first.
FAMILY_NAME_FIRST: Final = frozenset({"CHN", "PRK", "KOR", "TWN", "HKG", "MAC", "VNM", "KHM"})

#: Where papers call people by the given name, too.
GIVEN_NAME_TOO: Final = frozenset({"THA", "ETH", "ERI"})


@dataclass(eq=False, slots=True)
class Entry:
    """One known actor; ``key`` is unique. ``gender`` is that of the name's pronoun."""

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    gender: Gender = "n"

    @property
    def called_as_written(self) -> bool:
        """Whether the article's own name for it is kept: of bodies and groups without a country, not of blocs."""
        return self.kind == "international" or (
            self.kind != "person" and self.country is None and self.sector in ("UAF", "REB", "OPP", "PTY")
        )


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from ``begin`` to ``end`` ("YYYY" or "YYYY-MM"; "" is unknown or still)."""

    office: str
    country: str | None
    begin: str
    end: str
    sector: str | None

    def holds(self, date: str | None) -> bool:
        """Whether the office is held on the date (ISO); the bounds count as held. Unknown date: no."""
        if date is None:
            return False
        return (not self.begin or self.begin <= date[: len(self.begin)]) and (
            not self.end or date[: len(self.end)] <= self.end
        )


@dataclass(eq=False, slots=True)
class Person(Entry):
    """Someone of the who's-who with the offices held, in order of time."""

    terms: list[Term] = field(default_factory=list)

    def term(self, date: str | None) -> Term | None:
        """The office held on the date; where one follows another within it, the later."""
        held = [t for t in self.terms if t.holds(date)]
        return max(held, key=lambda t: t.begin) if held else None


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a name after its first; ``exact`` names must be written as they stand (``US``, ``dpa``).

    ``name`` is how one cites the name of a body, in the nominative; "" for metonyms, states and persons.
    """

    rest: tuple[str, ...]
    entry: Entry
    use: Use
    exact: str = ""
    name: str = ""


class Gazetteer:
    """All known actors by the first word of each of their names."""

    def __init__(self) -> None:
        self.states: dict[str, Entry] = {}
        #: capital → the alpha-3 code of its state
        self.capitals: dict[str, str] = {}
        self.entries: dict[str, Entry] = {}
        self.names: dict[str, list[Pattern]] = defaultdict(list)
        self.adjectives: dict[str, Entry] = {}
        self.adjective_of: dict[str, str] = {}
        self.people: dict[str, list[Pattern]] = defaultdict(list)
        #: sound of a surname → the spelling (folded) and who bears it
        self.surnames: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        #: first words of the sounds in `surnames`
        self.surname_starts: set[str] = set()
        #: first four letters of a state's name → its names, for compounds (*Irakkrieg*)
        self.compounds: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        #: names that bodies of several countries bear → the body that is meant instead where no party is told of, or ""
        rows = list(lexicon.table("actors/shared_names.tsv", ["name", "unless", "own"], optional=2))
        self.shared = {fold(row["name"]): row["unless"] for row in rows}
        #: such names → the country whose body is meant where the article speaks of no bearer's country
        self.shared_own = {fold(row["name"]): row["own"] for row in rows if row["own"]}
        self._holders: dict[str, list[Person]] = defaultdict(list)
        self.ambiguous = frozenset(
            fold(r["word"]) for r in lexicon.table("actors/common_words.tsv", ["word"])
        )
        self._states()
        for file in ORGANISATION_FILES:
            self._organisations(file)
        for region in REGIONS:
            self._people(region)
        for index in (self.names, self.people):
            for patterns in index.values():
                patterns.sort(key=lambda p: -len(p.rest))

    def _add(self, name: str, entry: Entry, use: Use, written: str = "") -> None:
        """Index one name; ``~`` after a word gives it all endings of an adjective; ``written`` is how one cites it."""
        short = len(name) <= 3 and name.isupper()
        small = name.islower() and "~" not in name and " " not in name  # dpa, ver.di, n-tv
        exact = name.split("-")[0] if short or small else ""
        spellings: list[list[str]] = [[]]
        for word in name.replace("-", " ").split():
            forms = adjective_forms(word[:-1]) if word.endswith("~") else [word]
            spellings = [[*s, fold(f)] for s in spellings for f in forms]
        for words in spellings:
            self.names[words[0]].append(Pattern(tuple(words[1:]), entry, use, exact, written))

    def _states(self) -> None:
        columns = ["code", "name", "article", "variants", "adjectives", "demonyms", "capitals", "seats"]
        for row in lexicon.table("actors/states.tsv", columns, optional=5):
            first = row["code"] not in self.states
            entry = Entry(
                key=row["code"] if first else f"{row['code']}:{row['name']}",
                name=row["name"],
                kind="state",
                country=row["code"],
                sector="GOV",
                gender=cast(Gender, row["article"]),
            )
            self.entries[entry.key] = entry
            if first:
                self.states[row["code"]] = entry
            for name in (row["name"], *_list(row["variants"])):
                self._add(name, entry, "name")
                if " " not in name and len(name) > 3:
                    self.compounds[fold(name)[:4]].append((fold(name), entry))
            for stem in _list(row["adjectives"]):
                self.adjectives.setdefault(fold(stem), entry)
                self.adjective_of.setdefault(entry.key, stem)
            for word in _list(row["demonyms"]):
                for form in demonym_forms(word):
                    self._add(form, entry, "demonym")
            for capital in _list(row["capitals"]):
                self._add(capital, entry, "capital")
                self.capitals[capital] = row["code"]
                adjective = city_adjective(capital)
                if adjective:
                    self._add(adjective, entry, "city")
            for seat in _list(row["seats"]):
                self._add(seat, entry, "seat")
                if " " not in seat and len(seat) > 3:
                    self.compounds[fold(seat)[:4]].append((fold(seat), entry))

    def _organisations(self, file: str) -> None:
        columns = ["name", "kind", "country", "sector", "variants"]
        for row in lexicon.table(f"actors/{file}.tsv", columns, optional=1):
            entry = Entry(
                key=f"{file}:{row['name']}",
                name=row["name"],
                kind=cast(ActorKind, row["kind"]),
                country=row["country"] or None,
                sector=row["sector"] or None,
                gender=gender_of(row["name"]),
            )
            self.entries[entry.key] = entry
            names = [row["name"], *_list(row["variants"])]
            own = dict(zip(names, cited(names), strict=True)) if entry.called_as_written else {}
            for listed in names:
                name = listed.removeprefix("=")
                self._add(name, entry, "name", own.get(name, ""))
                if " " not in name and len(name) > 3:
                    self.compounds[fold(name)[:4]].append((fold(name), entry))

    def _people(self, region: str) -> None:
        columns = ["name", "variants", "country", "office", "from", "to", "sector"]
        for row in lexicon.table(f"actors/people/{region}.tsv", columns, optional=3):
            key = f"person:{row['name']}"
            country = row["country"] or None
            person = self.entries.get(key)
            if not isinstance(person, Person):
                person = Person(key, row["name"], "person", country, row["sector"] or "GOV", "m")
                person.terms.append(_term(row))
                self.entries[key] = person
                for name in (row["name"], *_list(row["variants"])):
                    self._person_name(name, person)
                first = row["name"].split()[0]
                if row["office"] in _CROWNED and (
                    first == row["name"] or _NUMERAL.match(row["name"].split()[-1])
                ):
                    self._person_name(f"{row['office']} {first}", person)  # König Harald
            else:
                person.terms.append(_term(row))
            person.country = person.country or country
            if row["office"].split()[0].endswith(("in", "Beauftragte", "Vorsitzende", "Lady")):
                person.gender = "f"

    def holder(self, country: str, word: str, rank: str, date: str) -> Person | None:
        """Who held an office of the country on the date, by its folded word (*praesident*, *staatschef*).

        A word that names no office of the constitution (*Machthaber*, *Staatschef*) means the head of
        state, where the who's-who has one head only. None where it knows none or several.
        """
        held = [(p, t) for p in self._by_country().get(country, ()) for t in p.terms if t.country == country]
        held = [(p, t) for p, t in held if t.holds(date)]
        words = MEANS.get(word, (word,))
        for wanted in words:
            found = [p for p, t in held if fold(t.office) == wanted]
            if found:
                return found[-1] if len({p.key for p in found}) == 1 else None
        return None

    def named(self, name: str) -> Entry | None:
        """The entry that bears exactly this name (any case and accents): ``amerikanischer Kongress``."""
        words = [fold(w) for w in name.replace("-", " ").split()]
        rest = tuple(words[1:])
        return next((p.entry for p in self.names.get(words[0], ()) if p.rest == rest), None)

    def longer_form(self, name: str) -> Person | None:
        """Someone of the who's-who under more names: *Ali Hosseini Khamenei* has surname and a given name of one."""
        words = _sounds(name)
        bearers = [p for s, p in self.surnames.get(words[-1], ()) if len(s) > 3]
        for person in dict.fromkeys(bearers):
            given = [g for g in _sounds(person.name)[:-1] if len(g) > 2 and g not in _noble()]
            if any(g in words[:-1] for g in given):
                return person
        return None

    def _by_country(self) -> dict[str, list[Person]]:
        if not self._holders:
            for entry in self.entries.values():
                if isinstance(entry, Person):
                    for country in dict.fromkeys(t.country for t in entry.terms):
                        self._holders[country or ""].append(entry)
        return self._holders

    def _person_name(self, name: str, person: Person) -> None:
        words = fold(name.replace("-", " ")).split()
        if len(words) > 1:
            sounds = [sound(w) for w in words]
            self.people[sounds[0]].append(Pattern(tuple(sounds[1:]), person, "person"))
        if name != person.name and (
            name.startswith(_CROWNED) or any(t.office in _CROWNED for t in person.terms)
        ):
            return
        for family in family_names(name, person.country):
            spelling = " ".join(fold(family.replace("-", " ")).split())
            key = " ".join([sound(w) for w in spelling.split()])
            self.surname_starts.add(key.partition(" ")[0])
            bearers = self.surnames[key]
            if (spelling, person) not in bearers:
                bearers.append((spelling, person))


#: What papers call an office → the offices of the who's-who that it may be, the likeliest first; folded.
_HEADS: Final[tuple[str, ...]] = (
    "prasident",
    "prasidentin",
    "staatsprasident",
    "bundesprasident",
    "konig",
    "emir",
    "sultan",
    "machthaber",
)
_GOVERNMENT: Final[tuple[str, ...]] = (
    "bundeskanzler", "bundeskanzlerin", "ministerprasident", "ministerprasidentin", "premierminister",
    "premierministerin", "regierungschef", "taoiseach",
)  # fmt: skip
_CROWNED_HEADS: Final[tuple[str, ...]] = ("konig", "emir", "sultan", "kaiser", "furst", "grossherzog")
MEANS: Final[dict[str, tuple[str, ...]]] = {
    "prasident": ("prasident", "staatsprasident", "bundesprasident"),
    "kremlchef": ("prasident",),
    "chef": (),
    "staatschef": _HEADS,
    "staatschefin": _HEADS,
    "staatsoberhaupt": _HEADS,
    "machthaber": ("machthaber", "prasident"),
    "diktator": ("machthaber", "prasident"),
    "kanzler": ("bundeskanzler",),
    "kanzlerin": ("bundeskanzlerin",),
    "premier": _GOVERNMENT,
    "premierminister": _GOVERNMENT,
    "premierministerin": _GOVERNMENT,
    "ministerprasident": _GOVERNMENT,
    "ministerprasidentin": _GOVERNMENT,
    "regierungschef": _GOVERNMENT,
    "regierungschefin": _GOVERNMENT,
    "chefdiplomat": ("aussenminister", "bundesaussenminister", "aussenbeauftragter"),
    "chefdiplomatin": ("aussenministerin", "bundesaussenministerin", "aussenbeauftragte"),
    "monarch": _CROWNED_HEADS,
    "monarchin": ("konigin", "kaiserin"),
    "thronfolger": ("kronprinz",),
    "thronfolgerin": ("kronprinzessin",),
    "parteichef": ("vorsitzender", "vorsitzende", "parteivorsitzender", "parteivorsitzende"),
    "parteichefin": ("vorsitzende", "parteivorsitzende"),
}


@cache
def _noble() -> frozenset[str]:
    """The sounds of titles inside a name, which a whole family bears: *Otto Graf Lambsdorff*."""
    return frozenset(
        sound(fold(word)) for word in ("Graf", "Gräfin", "Freiherr", "Freifrau", "Baron", "Prinz")
    )


def _sounds(name: str) -> list[str]:
    return [sound(fold(word)) for word in name.replace("-", " ").split() if word not in PARTICLES]


_NUMERAL: Final = re.compile(r"[IVX]+\.?$")
_ARABIC_ARTICLES: Final[tuple[str, ...]] = ("al-", "el-", "as-", "ash-", "at-", "ad-", "an-", "ar-", "az-")
_CROWNED = ("König", "Königin", "Papst", "Kaiser", "Fürst", "Sultan", "Emir", "Patriarch", "Prinz")


def family_names(name: str, country: str | None) -> list[str]:
    """The short forms by which a paper names someone again: ``Ursula von der Leyen`` → ``von der Leyen``, ``Leyen``.

    Where the family name comes first (China, Korea, Vietnam) it is the first word.
    """
    words = name.split()
    if len(words) > 1 and words[-1][0] in "IVX" and _NUMERAL.match(words[-1]):
        words = words[:-1]
        return [" ".join(words)] if len(words) > 1 else []
    if len(words) > 2 and words[-1] in ("Jr.", "Jr", "junior", "senior"):
        words = words[:-1]
    if len(words) == 1:
        return words
    if country in FAMILY_NAME_FIRST and not words[-1].isupper():
        return [words[0]]
    last = words[-1]
    if country in GIVEN_NAME_TOO:
        return [words[0], last]
    begin = len(words) - 1
    while begin > 1 and words[begin - 1].lower() in PARTICLES:
        begin -= 1
    forms = [" ".join(words[begin:])]
    if begin < len(words) - 1:
        forms.append(last)
    if "-" in last and last.lower().startswith(_ARABIC_ARTICLES):
        forms.append(last[last.index("-") + 1 :])
    return forms


def _term(row: dict[str, str]) -> Term:
    return Term(row["office"], row["country"] or None, row["from"], row["to"], row["sector"] or "GOV")


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once a process."""
    return Gazetteer()
