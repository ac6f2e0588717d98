"""Every question's answer in one shape: named sections of flat rows, as a table, and drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from lagebild.dossier.dossier import Dossier, Figure, Part, asked_events, dossier_of, joined, timeline
from lagebild.dossier.ledger import Entry, ledger
from lagebild.dossier.lines import Line, Report, names, report
from lagebild.dossier.mentions import ALWAYS, Hit, Period
from lagebild.dossier.party import NAME, Party, place_name, resolve
from lagebild.dossier.search import Query, search
from lagebild.dossier.series import COUNTED, QUADS, Edge, monthly, network
from lagebild.record import Language
from lagebild.store import Store, interval

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]

#: The sections of a dossier in the order in which they are told.
SECTIONS = (
    "timeline",
    "deals",
    "treaties",
    "meetings",
    "ledger",
    "announcements",
    "figures",
    "third parties",
    "history",
)


#: Fields of an event, of a report and of a figure that stand in columns of those names.
_LINE = tuple(name for name in Line.__dataclass_fields__ if name != "reports")
_REPORT = tuple(name for name in Report.__dataclass_fields__ if name not in ("document", "statement"))
_FIGURE = ("published", "text", "value", "unit", "approx", "of", "words")

#: The columns of each kind of section; those that are not here have the columns of a timeline.
COLUMNS = {
    "timeline": (*_LINE, "sources", "certainty", "links"),
    "ledger": (
        "when", "type", "who", "whom", "words", "verdict", "asserted", "denied", "confirmed", "independent", "course",
        "links",
    ),
    "figures": (*_FIGURE, "links"),
    "third parties": (*_REPORT, "links"),
    "series": ("month", "n", *QUADS.values(), "tone"),
    "network": tuple(Edge.__dataclass_fields__),
    "search": ("when", "type", "mode", "who", "whom", "place", *_REPORT, "links", "title"),
    "actors": ("key", "name", "kind", "country", "articles"),
}  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A table of an answer; ``empty`` is the key of what to tell a reader when it has no rows (``view/words.toml``).

    ``total`` is how many rows there would be without a limit; ``rows`` are the latest of them, ``columns`` their keys.
    """

    name: str
    rows: tuple[Row, ...]
    empty: str = "section-empty"
    total: int = -1

    def __post_init__(self) -> None:
        if self.total < 0:
            object.__setattr__(self, "total", len(self.rows))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, whether there are rows or not."""
        return tuple(self.rows[0]) if self.rows else COLUMNS.get(self.name, COLUMNS["timeline"])


@dataclass(frozen=True)
class Answer:
    """An answer: ``question`` is the command's name, ``title`` what was asked.

    ``language`` is that of headings and of the names of countries; None: English headings, and
    countries by the names that the articles call them.
    """

    question: str
    title: str
    sections: tuple[Section, ...]
    language: Language | None = None

    def frame(self, section: str | None = None) -> pandas.DataFrame:
        """A section as a table, the first when none is named. Raises KeyError for an unknown one."""
        import pandas

        by_name = {s.name: s for s in self.sections}
        chosen = by_name[section or self.sections[0].name]
        return pandas.DataFrame(chosen.rows, columns=list(chosen.columns))

    def plot(self) -> Any:
        """The answer's first section as an Altair chart: counts for series, network and actors, else events by date.

        An event's bar is as long as its date is wide; one without a date is not drawn.
        """
        import altair

        table = self.frame()
        told = [f"{name}:N" for name in table.columns]
        if self.question == "series":
            long = table.melt("month", list(QUADS.values()), "quad", "events")
            return altair.Chart(long).mark_bar().encode(x="month:T", y="events:Q", color="quad:N")
        if self.question == "network":
            return altair.Chart(table).mark_rect().encode(x="a:N", y="b:N", color="n:Q", tooltip=told)
        if "key" in table:
            return (
                altair.Chart(table)
                .mark_bar()
                .encode(x="articles:Q", y="name:N", color="kind:N", tooltip=told)
            )
        days = [_days(row) for row in self.sections[0].rows]
        table["first"], table["after"] = [d for d, _ in days], [d for _, d in days]
        drawn = altair.Chart(table[table["first"].notna()]).mark_bar(height=8)
        return drawn.encode(x="first:T", x2="after:T", y="type:N", tooltip=told)


def _days(row: Row) -> tuple[str | None, str | None]:
    """From which day to before which day an event's bar goes, or the day of its article where it has no date."""
    first, last = interval(row["when"])
    if first is None and last is None:
        first, last = interval(row.get("published"))
    begin, end = first or last, last or first
    return (begin.isoformat(), (end + timedelta(days=1)).isoformat()) if begin and end else (None, None)


def answer_dossier(
    store: Store,
    a: str,
    b: str,
    today: date | None = None,
    most: int | None = None,
    period: Period = ALWAYS,
    language: Language | None = None,
) -> Answer:
    """``dossier A B`` of the articles of a period, each section's latest ``most`` lines. Raises UnknownActor."""
    first, second = (resolve(store, name, language or "de") for name in (a, b))
    found = dossier_of(store, first, second, today, Part(most), period, language)
    return Answer("dossier", title_of(first, second, language), tuple(_dossier_sections(found)), language)


def answer_timeline(
    store: Store,
    asked: Sequence[str],
    language: Language | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Answer:
    """``timeline [A [B]]``, of the events of a period. Raises UnknownActor."""
    rows = tuple(
        flat(entry) for entry in timeline(store, *asked, language=language, since=since, until=until)
    )
    return Answer("timeline", _title(store, asked, language), (Section("timeline", rows),), language)


def answer_ledger(
    store: Store,
    asked: Sequence[str],
    language: Language | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Answer:
    """``ledger [A [B]]``, of the events of a period. Raises UnknownActor."""
    rows = tuple(flat_entry(entry) for entry in ledger(asked_events(store, asked, since, until), language))
    return Answer("ledger", _title(store, asked, language), (Section("ledger", rows),), language)


def answer_series(
    store: Store,
    asked: Sequence[str],
    certainty: Iterable[str] = COUNTED,
    language: Language | None = None,
    since: date | None = None,
    until: date | None = None,
    articles: Period = ALWAYS,
) -> Answer:
    """``series [A [B]]``, of the events of a period, by the articles of another. Raises UnknownActor."""
    rows = tuple(monthly(joined(store, asked, since, until, articles), tuple(certainty)))
    return Answer("series", _title(store, asked, language), (Section("series", rows),), language)


def answer_network(
    store: Store,
    since: date | None = None,
    until: date | None = None,
    language: Language | None = None,
) -> Answer:
    """``network``."""
    rows = tuple(asdict(edge) for edge in network(store, since, until, language=language or "de"))
    title = "Alle Länder" if language == "de" else "All countries"
    return Answer("network", title, (Section("network", rows),), language)


def answer_search(store: Store, query: Query, language: Language | None = None) -> Answer:
    """``search``. Raises UnknownActor."""
    total, found = search(store, query)
    rows = tuple(_hit(m, language) for m in found)
    title = "Suche" if language == "de" else "Search"
    return Answer("search", title, (Section("search", rows, "nothing-found", total),), language)


def answer_actors(store: Store, limit: int = 100, language: Language | None = None) -> Answer:
    """The actors of a store by number of articles: identity, name, kind, country."""
    rows = store.rows(
        f"SELECT key, {NAME} AS name, min(kind) AS kind, min(country) AS country, count(DISTINCT document) AS articles "
        "FROM actors GROUP BY key ORDER BY articles DESC, key LIMIT ?",
        [limit],
    )
    if language:
        for row in rows:
            row["name"] = names([row["name"]], [row["key"]], language)
    title = "Akteure" if language == "de" else "Actors"
    return Answer("search", title, (Section("actors", tuple(rows)),), language)


def flat(entry: Line) -> Row:
    """A line as a row; its reports become one link, ``document#statement``, each."""
    row = {name: getattr(entry, name) for name in _LINE}
    row["sources"] = "; ".join(dict.fromkeys(_voice(r) for r in entry.reports))
    row["certainty"] = ", ".join(dict.fromkeys(r.factuality for r in entry.reports))
    row["links"] = " ".join(_link(r) for r in entry.reports)
    return row


def flat_entry(entry: Entry) -> Row:
    """A ledger entry as a row."""
    event = flat(entry.event)
    return {
        **{k: event[k] for k in ("when", "type", "who", "whom", "words")},
        "verdict": entry.verdict,
        "asserted": _reports(entry.asserted),
        "denied": _reports(entry.denied),
        "confirmed": _reports(entry.confirmed),
        "independent": entry.event.independent,
        "course": "; ".join(dict.fromkeys(_course(r) for r in entry.course)),
        "links": " ".join(
            dict.fromkeys(_link(r) for r in (*entry.asserted, *entry.denied, *entry.confirmed))
        ),
    }


def _dossier_sections(found: Dossier) -> Iterable[Section]:
    rows: dict[str, list[Row]] = {
        name: [flat(entry) for entry in getattr(found, name)]
        for name in ("timeline", "deals", "treaties", "meetings", "announcements", "history")
    }
    rows["ledger"] = [flat_entry(entry) for entry in found.ledger]
    rows["figures"] = [_figure(figure) for figure in found.figures]
    rows["third parties"] = [_found(told) for told in found.third_parties]
    for name in SECTIONS:
        yield Section(name, tuple(rows[name]), total=found.totals[name])


def _found(told: Report) -> Row:
    return {name: getattr(told, name) for name in _REPORT} | {"links": _link(told)}


def _figure(told: Figure) -> Row:
    return {name: getattr(told, name) for name in _FIGURE} | {"links": _link(told)}


def _voice(told: Report) -> str:
    return f"{told.said_by} ({told.paper})" if told.said_by else told.paper


def _reports(reports: Iterable[Report]) -> str:
    return "; ".join(dict.fromkeys(_dated(r.said_by or r.paper, r.published) for r in reports))


def _dated(name: str, published: str | None) -> str:
    return f"{name}, {published}" if published else name


def _course(told: Report) -> str:
    """A step of certainty: ``2023-09-12 CT+ (Interfax)``."""
    day = f"{told.published} " if told.published else ""
    return f"{day}{told.factuality} ({told.said_by or told.paper})"


def _link(told: Report | Figure) -> str:
    return f"{told.document}#{told.statement}"


def _hit(found: Hit, language: Language | None) -> Row:
    """A statement that was searched for, as a row."""
    return {
        "when": found.edtf,
        "type": found.type,
        "mode": found.mode,
        "who": names(found.source_names, found.source_keys, language),
        "whom": names(found.target_names, found.target_keys, language),
        "place": place_name(found.place, language),
        **_found(report(found)),
        "title": found.title,
    }


def title_of(first: Party, second: Party, language: Language | None) -> str:
    """What a dossier on the two is called."""
    if first == second and first.country:
        within = "Akteure untereinander" if language == "de" else "its actors among themselves"
        return f"{first.name}: {within}"
    return f"{first.name} – {second.name}"


def _title(store: Store, asked: Sequence[str], language: Language | None) -> str:
    parties = [resolve(store, name, language or "de") for name in asked]
    if len(parties) >= 2:
        return title_of(parties[0], parties[1], language)
    return parties[0].name if parties else "Alle Akteure" if language == "de" else "All actors"
