"""A store of one million invented statements: ``python -m evaluation.million STORE [STATEMENTS]``.

For measuring how questions scale (``evaluation.bench``). The articles are nonsense, but their
proportions are those of a news archive, as measured on a store of 867 real articles: ten
statements an article; a fourth have two sides (a fifth of the real ones); few pairs of countries make most of the
news (Zipf); follow-ups tell one event again; a tenth of the articles reprint an agency. They pass
through the store's own writer, so that the tables are what ``lagebild ingest`` makes. The same
number of statements gives the same store.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect
from datetime import date, timedelta
from itertools import accumulate, combinations
from pathlib import Path

import pycountry

from lagebild.dossier import settle
from lagebild.record import (
    QUAD,
    Actor,
    Attribution,
    Block,
    Evidence,
    Figure,
    Link,
    Place,
    Record,
    Source,
    Statement,
    StatementTime,
)
from lagebild.store import Store, compact

FIRST_DAY = date(2015, 1, 1)
MONTHS = 120
A_MONTH_DAYS = 30.4

#: The pairs that lead the news; all others follow by chance.
LEADING = (
    "RUS UKR", "CHN USA", "IRN USA", "ISR PSE", "RUS USA", "PRK USA", "DEU RUS", "DEU USA", "ISR LBN", "SYR TUR",
    "PRK RUS", "DEU FRA", "GRC TUR", "IND PAK", "CHN TWN", "SAU YEM", "AZE ARM", "DEU UKR", "POL RUS", "FRA GBR",
)  # fmt: skip
PAIRS = 3000

#: How often each type and value came in the 867 articles, in a thousand.
TYPES = {"ASSAULT": 238, "COERCE": 107, "ACCUSE": 104, "PROTEST": 99, "SUPPORT": 80, "REQUEST": 78, "CONSULT": 74,
         "REJECT": 40, "AGREE": 38, "RETREAT": 35, "AID": 32, "THREATEN": 18, "COOPERATE": 17, "SANCTION": 17,
         "MOBILIZE": 16, "CONCEDE": 7}  # fmt: skip
VALUES = {"CT+": 775, "PS+": 107, "PR+": 68, "CT-": 23, "Uu": 12, "PR-": 9, "PS-": 6}
MODES = ("visit", "phone", "meet", None, None, None)
SAYERS = ("Sprecher der Regierung", "Außenministerium", "Augenzeugen", "Interfax", "dpa", "Opposition", "?")
NONSENSE = (
    "am Mittwoch hat die Regierung nach Angaben aus Kreisen über den Plan beraten und eine Reihe neuer Schritte "
    "gegen das Abkommen der Nachbarn im Streit um Grenze Hafen Gas Waffen Wahl Gericht Armee Handel Zoll erörtert"
)


class Chance:
    """Draws by weight, always the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._words = NONSENSE.split()
        self._tables: dict[int, tuple[list[str], list[int]]] = {}

    def of(self, weights: dict[str, int]) -> str:
        """A key, as often as its weight says."""
        if id(weights) not in self._tables:
            self._tables[id(weights)] = list(weights), list(accumulate(weights.values()))
        keys, sums = self._tables[id(weights)]
        return keys[bisect(sums, self.random.random() * sums[-1])]

    def words(self, n: int) -> str:
        """So many words of no meaning."""
        return " ".join(self.random.choices(self._words, k=n))


class Archive:
    """Invented articles, one after another."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = Chance(seed)
        self.random = self.chance.random
        codes = sorted(country.alpha_3 for country in pycountry.countries)
        rest = [" ".join(pair) for pair in combinations(codes, 2) if " ".join(pair) not in LEADING]
        self.random.shuffle(rest)
        pairs = [*LEADING, *rest][:PAIRS]
        self.pairs = {pair: int(1e6 / rank**0.9) for rank, pair in enumerate(pairs, 1)}
        self.last_event: dict[str, tuple[str, str | None, date]] = {}
        self.agency = ""

    def article(self, number: int, day: date) -> Record:
        """One article of about ten statements."""
        if self.agency and self.random.random() < 0.1:
            return self._reprint(number, day)
        made = _Made(self, number, day)
        for _ in range(self.random.randint(4, 16)):
            made.tell()
        record = made.record()
        if self.random.random() < 0.2:
            self.agency = record.to_json()
        return record

    def _reprint(self, number: int, day: date) -> Record:
        """The latest agency report in another paper: the same text, dated alike."""
        told = Record.from_json(self.agency)
        own = {"id": f"m{number:06d}", "source": _source(number, self.random)}
        return Record(**{name: getattr(told, name) for name in told.__struct_fields__} | own)


class _Made:
    """An article in the making."""

    def __init__(self, archive: Archive, number: int, day: date) -> None:
        self.archive, self.number, self.day = archive, number, day
        self.random, self.chance = archive.random, archive.chance
        self.text = self.chance.words(6).capitalize()
        self.spans = [(0, len(self.text))]
        self.actors: dict[tuple[str, str], Actor] = {}
        self.places: dict[str, Place] = {}
        self.statements: list[Statement] = []
        self.figures: list[Figure] = []
        self.links: list[Link] = []

    def tell(self) -> None:
        """One more sentence with its statement."""
        two_sided = self.random.random() < 0.25
        pair = self.chance.of(self.archive.pairs)
        source, target = self.random.sample(pair.split(), 2)
        kind, mode, when = self._event(pair)
        value = self.chance.of(VALUES)
        said_by = self.random.choice(SAYERS) if self.random.random() < 0.27 else None
        span = self._sentence(self.chance.words(self.random.randint(8, 24)).capitalize() + ".")
        name = f"s{len(self.statements) + 1}"
        self.statements.append(
            Statement(
                id=name, trigger=[(span[0], span[0] + 6)], span=[span], text=self.text[slice(*span)],
                type=kind, quad=QUAD[kind], mode=mode,  # type: ignore[arg-type]
                tense="future" if value == "PR+" else "past",
                factuality=value, author="Uu" if said_by else value,  # type: ignore[arg-type]
                source=[self._actor(source)], target=[self._actor(target)] if two_sided else [],
                place=self._place(source) if self.random.random() < 0.08 else None,
                time=StatementTime(when.isoformat() if self.random.random() < 0.5 else "XXXX"),
                attribution=[Attribution(said_by)] if said_by else [], evidence=[Evidence("invented", span)],
            )
        )  # fmt: skip
        if kind == "REJECT" and len(self.statements) > 1:
            self.links.append(Link("denies", name, f"s{len(self.statements) - 1}"))
        if self.random.random() < 0.3:
            amount = float(self.random.randint(2, 900))
            self.figures.append(Figure(f"f{name}", span, amount, "percent", statement=name))

    def record(self) -> Record:
        """The article as it stands."""
        return Record(
            id=f"m{self.number:06d}", source=_source(self.number, self.random), text=self.text,
            title=self.text[slice(*self.spans[0])], published=self.day.isoformat(), published_from="option",
            blocks=[Block("headline", self.spans[0]), *(Block("body", span) for span in self.spans[1:])],
            sentences=self.spans, actors=list(self.actors.values()), places=list(self.places.values()),
            statements=self.statements, figures=self.figures, links=self.links,
        )  # fmt: skip

    def _sentence(self, words: str) -> tuple[int, int]:
        begin = len(self.text) + 1
        self.text += "\n" + words
        self.spans.append((begin, len(self.text)))
        return self.spans[-1]

    def _event(self, pair: str) -> tuple[str, str | None, date]:
        """What the pair did last, told again, or something new of these days."""
        last = self.archive.last_event.get(pair)
        if last and self.random.random() < 0.4 and (self.day - last[2]).days < 20:
            return last
        day = self.day - timedelta(days=int(self.random.expovariate(0.5)))
        kind = self.chance.of(TYPES)
        event = kind, self.random.choice(MODES) if kind == "CONSULT" else None, day
        self.archive.last_event[pair] = event
        return event

    def _actor(self, country: str) -> str:
        """A state, or somebody of it."""
        kind = self.random.choices(("state", "person", "organisation"), (60, 25, 15))[0]
        which = self.random.randint(1, 4) if kind != "state" else 0
        name = {"state": country, "person": f"Vorname {country.title()}{which}"}.get(
            kind, f"Amt {which} {country}"
        )
        made = Actor(f"a{len(self.actors) + 1}", name, kind, country=country, mentions=[self.spans[-1]])  # type: ignore[arg-type]
        return self.actors.setdefault((country, name), made).id

    def _place(self, country: str) -> str:
        made = Place(f"p{len(self.places) + 1}", f"Stadt {country}", country, 50.0, 10.0, [self.spans[-1]])
        return self.places.setdefault(country, made).id


def _source(number: int, chance: random.Random) -> Source:
    return Source(f"https://example.org/{number}", f"Blatt {min(60, int(chance.paretovariate(0.8)))}")


def make(root: Path, statements: int = 1_000_000) -> Store:
    """Write the store at ``root``, month after month, and join its files."""
    articles = statements // 10
    archive = Archive()
    store = Store.create(root)
    with store.writer(batch=max(1, articles // MONTHS)) as writer:
        for number in range(articles):
            day = FIRST_DAY + timedelta(days=int(number / articles * MONTHS * A_MONTH_DAYS))
            writer.add(archive.article(number, day))
    compact(Store(root))
    settle(Store(root))
    return Store(root)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m evaluation.million STORE [STATEMENTS]")
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1_000_000)
