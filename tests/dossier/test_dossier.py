"""Events, not reports: what the summit store must show in every answer."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from lagebild.dossier import (
    Part,
    Period,
    Query,
    answer_actors,
    answer_dossier,
    around,
    asked_events,
    dossier,
    dossier_of,
    ledger,
    months,
    network,
    resolve,
    search,
    settle,
    steps,
    timeline,
)
from lagebild.errors import UnknownActor
from lagebild.intake import article_from
from lagebild.reading import Reader
from lagebild.store import Store, compact
from tests.invented import Told, record
from tests.summit import summit_store


def test_a_summit_told_by_six_articles_is_one_event(store: Store) -> None:
    meetings = [e for e in dossier(store, "RUS", "PRK").meetings if e.when == "2023-09-13"]
    assert len(meetings) == 1
    assert meetings[0].articles == 6
    assert meetings[0].place == "Wostotschny"


def test_reprints_are_one_source(store: Store) -> None:
    meeting = next(e for e in dossier(store, "RUS", "PRK").meetings if e.when == "2023-09-13")
    # Six articles: the agency's text stands in three of them, so four papers vouch for it.
    assert meeting.independent == 4


def test_the_series_counts_events_in_the_month_they_happened(store: Store) -> None:
    table = months(asked_events(store, ["RUS", "PRK"]))
    september = table[table.month == "2023-09"].iloc[0]
    assert (september.n, september.verbal_coop, september.material_coop) == (1, 1, 0)
    assert september.tone == 1.0
    assert not (table.month == "2023-10").any()


def test_plans_and_speculation_count_only_when_asked_for(store: Store) -> None:
    table = months(asked_events(store, ["RUS", "PRK"]), certainty=("happened", "planned"))
    assert table.set_index("month").loc["2023-10", "n"] == 1


def test_the_past_is_history_not_news(store: Store) -> None:
    found = dossier(store, "RUS", "PRK")
    assert [e.when for e in found.history] == ["1961"]
    assert "1961" not in [e.when for e in found.timeline]
    assert [e.when for e in found.treaties] == ["1961"]


def test_a_plan_that_came_true_and_one_that_is_open(store: Store) -> None:
    notes = {e.when: e.note for e in dossier(store, "RUS", "PRK", today=date(2023, 9, 26)).announcements}
    assert notes == {"2023-09-13": "came true", "2023-10": "open"}
    later = {e.when: e.note for e in dossier(store, "RUS", "PRK", today=date(2024, 1, 1)).announcements}
    assert later["2023-10"] == "no report that it happened"


def test_the_ledger_sets_claim_against_denial(store: Store) -> None:
    entries = ledger(asked_events(store, ["RUS", "PRK"]))
    arms = next(e for e in entries if e.event.type == "AID")
    assert arms.verdict == "disputed"
    assert {r.said_by for r in arms.asserted} == {"Westliche Geheimdienste"}
    assert [(r.said_by, r.published) for r in arms.denied] == [("Nordkorea", "2023-09-16")]
    # Two papers, one source: the claim has one independent voucher.
    assert arms.event.independent == 1
    assert [(r.published, r.factuality, r.said_by) for r in arms.course] == [
        ("2023-09-15", "CT+", "Westliche Geheimdienste"),
        ("2023-09-16", "CT+", "Westliche Geheimdienste"),
        ("2023-09-16", "CT-", "Nordkorea"),
    ]


def test_parties_by_code_name_and_person(store: Store, tmp_path: Path) -> None:
    assert resolve(store, "RUS") == resolve(store, "Russland") == resolve(store, "Russia")
    with pytest.raises(UnknownActor, match="Atlantis"):
        resolve(store, "Atlantis")


def test_an_undated_mention_joins_the_event_of_its_days(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    told = Told("Putin traf Kim.", "CONSULT", ["RUS"], ["PRK"], when="2023-09-13")
    undated = Told("Das Treffen dauerte lange.", "CONSULT", ["RUS", "PRK"])
    with fresh.writer() as writer:
        writer.add(record("a", [told], published="2023-09-13"))
        writer.add(record("b", [undated], published="2023-09-15"))
        writer.add(record("c", [undated], published="2024-03-01"))
    found = asked_events(fresh, ["RUS", "PRK"])
    assert [e.articles for e in found] == [2, 1]


def test_other_places_and_modes_are_other_events(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    visit = Told("Kim besuchte Putin.", "CONSULT", ["PRK"], ["RUS"], when="2023-09-13", mode="visit")
    call = Told("Kim rief Putin an.", "CONSULT", ["PRK"], ["RUS"], when="2023-09-13", mode="phone")
    with fresh.writer() as writer:
        writer.add(record("a", [visit, call]))
    assert len(asked_events(fresh, ["RUS", "PRK"])) == 2


def test_timeline_is_in_order(store: Store) -> None:
    whens = [e.when for e in timeline(store, "RUS") if e.when != "XXXX"]
    assert whens == sorted(whens) and "2023-09-13" in whens


def test_network_counts_events(store: Store) -> None:
    edges = {(e.a, e.b): e.n for e in network(store)}
    assert edges[("Nordkorea", "Russland")] == 2  # the summit and the treaty; the delivery is disputed
    recent = {(e.a, e.b): e.n for e in network(store, first=date(2023, 1, 1))}
    assert recent[("Nordkorea", "Russland")] == 1
    assert edges[("China", "Vereinigte Staaten")] == 1


def test_search_by_every_field(store: Store) -> None:
    assert {m.type for m in search(store, Query(actors=("PRK", "USA"))).mentions} == {"REJECT"}
    assert search(store, Query(types=("AID",))).total == 2
    assert search(store, Query(source="westliche geheimdienste")).total == 2
    assert search(store, Query(place="wostotschny")).total == 3
    assert search(store, Query(since=date(2023, 12, 1))).total == 1
    assert search(store, Query(text="Agentur Meldung", types=("CONSULT",))).total == 3
    assert search(store, Query(factuality=("PR+",))).total == 2
    assert search(store, Query(text="Zebra")).total == 0


@pytest.mark.parametrize("word", ["(a+)+$", "„", "\\", "[", ".*", "\x00", "*", "\ud800"])
def test_a_word_of_signs_means_itself(store: Store, word: str) -> None:
    assert search(store, Query(text=word)).total == 0


def test_an_undated_event_is_of_the_days_of_its_articles(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    told = [
        Told("Sie sprachen.", "CONSULT", ["RUS", "PRK"]),
        Told("Es eilte.", "AID", ["RUS"], ["PRK"], when="2022"),
    ]
    with fresh.writer() as writer:
        writer.add(record("a", told, published="2023-09-12"))
    days = {
        "july": (date(2022, 7, 1), date(2022, 7, 31)),
        "september": (date(2023, 9, 1), None),
        "before": (None, date(2021, 12, 31)),
    }
    found = {
        name: [e.type for e in timeline(fresh, "RUS", since=first, until=last)]
        for name, (first, last) in days.items()
    }
    assert found == {"july": ["AID"], "september": ["CONSULT"], "before": []}


def test_a_state_of_many_names_is_called_by_the_commonest_and_found_by_each(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    met = Told("Sie sprachen.", "CONSULT", ["RUS", "PRK"], place=("Russland", "RUS"))
    with fresh.writer() as writer:
        for n in range(2):
            writer.add(record(f"a{n}", [met], tail=f"Nummer {n}."))
        other = record("alt", [met], tail="Anders.")
        renamed = structs.replace(other.actors[0], name="Sowjetrussland")
        writer.add(structs.replace(other, actors=[renamed, *other.actors[1:]]))
    assert "Russland" in {row["name"] for row in answer_actors(fresh).sections[0].rows}
    assert resolve(fresh, "Sowjetrussland", "en") == resolve(fresh, "RUS", "en")
    (line,) = dossier_of(fresh, resolve(fresh, "RUS"), resolve(fresh, "PRK"), language="en").timeline
    assert (line.who, line.place) == ("Russia, North Korea", "Russia")


def test_a_limit_keeps_the_latest_and_tells_how_many_there_are(store: Store) -> None:
    whole, short = dossier(store, "RUS", "PRK"), dossier(store, "RUS", "PRK", most=1)
    assert len(whole.timeline) > 1 and short.timeline == whole.timeline[-1:]
    assert short.ledger == whole.ledger[-1:] and short.third_parties == whole.third_parties[-1:]
    assert short.totals == whole.totals
    assert whole.totals["timeline"] == len(whole.timeline)
    assert dossier(store, "RUS", "PRK", most=0).timeline == []


def test_a_compacted_store_answers_the_same(tmp_path: Path) -> None:
    fresh = summit_store(tmp_path / "s", batch=2)
    before = dossier(fresh, "RUS", "PRK"), network(fresh), timeline(fresh, "RUS")
    assert compact(fresh) > 0
    settle(fresh)
    again = Store(fresh.root)
    assert (dossier(again, "RUS", "PRK"), network(again), timeline(again, "RUS")) == before
    assert sorted(path.name.split("-")[0] for path in (fresh.root / ".derived").iterdir()) == [
        "copies", "dealings", "finds", "said_to", "traces", "words",
    ]  # fmt: skip
    news = Told("China und die USA sprachen.", "CONSULT", ["CHN", "USA"], when="2024-01-02")
    with again.writer() as writer:
        writer.add(record("neu", [news], published="2024-01-02"))
    assert {(e.a, e.b): e.n for e in network(again)}[("China", "Vereinigte Staaten")] == 2


def test_what_outsiders_say_to_them_in_the_same_articles(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    met = Told("Putin traf Kim.", "CONSULT", ["RUS", "PRK"], when="2023-09-13")
    warned = Told("Die USA warnten Pjöngjang.", "THREATEN", ["USA"], ["PRK"])
    fought = Told("Die USA griffen an.", "ASSAULT", ["USA"], ["PRK"])
    with fresh.writer() as writer:
        writer.add(record("a", [met, warned, fought]))
        writer.add(record("b", [warned]))
    told = dossier(fresh, "RUS", "PRK").third_parties
    assert [(r.document, r.words) for r in told] == [("a", "Die USA warnten Pjöngjang.")]


def test_a_person_is_asked_for_by_name_and_by_identity(tmp_path: Path) -> None:
    """The reader's own record of one sentence: a person acts on a state and on another person."""
    fresh = Store.create(tmp_path / "s")
    article = article_from("Der russische Präsident Wladimir Putin traf am 13. September 2023 in Moskau "
                           "den nordkoreanischen Machthaber Kim Jong Un.", published="2023-09-14")  # fmt: skip
    with fresh.writer() as writer:
        writer.add(Reader().read(article))
    by_state = dossier(fresh, "RUS", "PRK").timeline
    assert len(by_state) == 1
    key = fresh.rows("SELECT DISTINCT key FROM actors WHERE name LIKE '%Putin'")[0]["key"]
    for who in ("Putin", "Wladimir Putin", key):
        assert dossier(fresh, who, "Nordkorea").timeline == by_state
        assert dossier(fresh, "Kim Jong Un", who).timeline == by_state
        assert dossier(fresh, who, "USA").timeline == []


def test_the_network_around_a_person_and_a_country(tmp_path: Path) -> None:
    """What the person does, and all that the country does; not what others of the person's country do."""
    met = record("a", [Told("Putin traf Kim.", "CONSULT", ["RUS"], ["PRK"], when="2023-09-13")])
    met.actors[0] = structs.replace(met.actors[0], name="Wladimir Putin", kind="person")
    state = [
        Told("Moskau drohte Kiew.", "THREATEN", ["RUS"], ["UKR"], when="2023-09-14"),
        Told("China sprach mit den USA.", "CONSULT", ["CHN"], ["USA"], when="2023-09-15"),
    ]
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(met)
        writer.add(record("b", state))
    putin, china = resolve(fresh, "Putin"), resolve(fresh, "CHN")
    assert [(e.a, e.b, e.n) for e in around(fresh, (putin, china))] == [
        ("China", "Vereinigte Staaten", 1),
        ("Nordkorea", "Russland", 1),
    ]
    assert [(e.a, e.b) for e in around(fresh, (putin,))] == [("Nordkorea", "Russland")]


def test_a_period_bounds_the_articles(store: Store) -> None:
    period = Period(date(2023, 9, 14), date(2023, 9, 15))
    found = dossier(store, "RUS", "PRK", period=period)
    assert found.articles == 3
    assert {r.document for e in found.timeline for r in e.reports} == {"nachdruck2", "eigener", "vorwurf"}


def test_what_one_article_says_twice_did_not_come_true(tmp_path: Path) -> None:
    met = {"type": "CONSULT", "source": ["RUS", "PRK"], "when": "2023-09-13"}
    plan, done = Told("Sie wollen reden.", **met, factuality="PR+"), Told("Sie redeten.", **met)
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        writer.add(record("a", [plan, done], published="2023-09-13"))
    assert dossier(store, "RUS", "PRK").announcements == []
    with store.writer() as writer:
        writer.add(record("b", [plan], published="2023-09-12", tail="Vorher."))
    assert [e.note for e in dossier(store, "RUS", "PRK").announcements] == ["came true"]


def test_one_section_is_told_page_by_page(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    told = [Told(f"Treffen {n}.", "CONSULT", ["RUS", "PRK"], when=f"2023-0{n}-01") for n in range(1, 8)]
    with store.writer() as writer:
        writer.add(record("a", told, published="2023-09-12"))
    parties = resolve(store, "RUS"), resolve(store, "PRK")
    pages = [dossier_of(store, *parties, part=Part(3, page, "timeline")) for page in (1, 2, 3, 4)]
    assert [[e.when[6] for e in page.timeline] for page in pages] == [
        ["5", "6", "7"],
        ["2", "3", "4"],
        ["1"],
        [],
    ]
    assert all(page.meetings == [] and page.totals["meetings"] == 7 for page in pages)


def test_countries_are_called_in_the_language_asked_for(store: Store) -> None:
    (event,) = (e for e in timeline(store, "USA", "CHN", language="en") if e.type == "ACCUSE")
    assert (event.who, event.whom) == ("China", "United States")
    assert (timeline(store, "USA", "CHN")[0].whom) == "USA"


def test_a_country_with_itself_has_a_title_of_its_own(store: Store) -> None:
    for language, title in (
        ("de", "Russland: Akteure untereinander"),
        ("en", "Russia: its actors among themselves"),
    ):
        assert answer_dossier(store, "RUS", "Russland", language=language).title == title  # type: ignore[arg-type]


def test_certainty_moves_when_something_else_is_said(store: Store) -> None:
    arms = next(e for e in ledger(asked_events(store, ["RUS", "PRK"])) if e.event.type == "AID")
    assert steps(arms) == [("2023-09-15", ("CT+",)), ("2023-09-16", ("CT+", "CT-"))]


def test_what_articles_without_a_date_say_is_joined_within_one_and_its_copies(tmp_path: Path) -> None:
    """Nothing says that others without a date are of the same days."""
    meeting = Told("Moskau und Pjöngjang trafen sich.", "CONSULT", ["RUS", "PRK"])
    store, other = (
        Store.create(tmp_path / "s"),
        "Ein Blatt von anderswo schreibt es mit vielen eigenen Worten.",
    )
    with store.writer() as writer:
        for name, tail in (("a", ""), ("b", other), ("c", "Rest.")):
            writer.add(
                record(name, [meeting, meeting], published=None, tail=tail, title=tail or "Ein Bericht")
            )
    found = timeline(store, "RUS", "PRK")
    assert [[r.document for r in each.reports] for each in found] == [["a", "a", "c", "c"], ["b", "b"]]


def test_kosovo_is_a_country_though_iso_does_not_list_it(tmp_path: Path) -> None:
    empty = Store.create(tmp_path / "s")
    assert [resolve(empty, name).country for name in ("Kosovo", "XKX")] == ["XKX", "XKX"]
    assert resolve(empty, "XKX", "en").name == "Kosovo"
