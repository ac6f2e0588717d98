"""Events, not reports: what the summit store must show in every answer."""

from datetime import date
from pathlib import Path

import pytest

from lagebild.dossier import (
    Query,
    asked_for,
    count,
    dossier,
    events,
    ledger,
    months,
    network,
    resolve,
    search,
    timeline,
)
from lagebild.errors import UnknownActor
from lagebild.store import Store
from tests.invented import Told, record


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
    table = months(asked_for(store, ["RUS", "PRK"]))
    september = table[table.month == "2023-09"].iloc[0]
    assert (september.n, september.verbal_coop, september.material_coop) == (1, 1, 0)
    assert september.tone == 1.0
    assert not (table.month == "2023-10").any()


def test_plans_and_speculation_count_only_when_asked_for(store: Store) -> None:
    table = months(asked_for(store, ["RUS", "PRK"]), certainty=("happened", "planned"))
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
    entries = ledger(store, asked_for(store, ["RUS", "PRK"]))
    arms = next(e for e in entries if e.event.type == "AID")
    assert arms.verdict == "disputed"
    assert {r.said_by for r in arms.asserted} == {"Westliche Geheimdienste"}
    assert [(r.said_by, r.published) for r in arms.denied] == [("Nordkorea", "2023-09-16")]
    # Two papers, one source: the claim has one independent voucher.
    assert arms.event.independent == 1
    assert arms.course[0] == "2023-09-15 CT+ (Westliche Geheimdienste)"


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
    found = events(asked_for(fresh, ["RUS", "PRK"]))
    assert [e.articles for e in found] == [2, 1]


def test_other_places_and_modes_are_other_events(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    visit = Told("Kim besuchte Putin.", "CONSULT", ["PRK"], ["RUS"], when="2023-09-13", mode="visit")
    call = Told("Kim rief Putin an.", "CONSULT", ["PRK"], ["RUS"], when="2023-09-13", mode="phone")
    with fresh.writer() as writer:
        writer.add(record("a", [visit, call]))
    assert len(events(asked_for(fresh, ["RUS", "PRK"]))) == 2


def test_timeline_is_in_order(store: Store) -> None:
    whens = [e.when for e in timeline(store, "RUS") if e.when != "XXXX"]
    assert whens == sorted(whens) and "2023-09-13" in whens


def test_network_counts_events(store: Store) -> None:
    edges = {(e.a, e.b): e.n for e in network(store)}
    assert edges[("Nordkorea", "Russland")] == 1  # the summit; the delivery is disputed
    assert edges[("China", "Vereinigte Staaten")] == 1


def test_search_by_every_field(store: Store) -> None:
    assert {m.type for m in search(store, Query(actors=("PRK", "USA")))} == {"REJECT"}
    assert count(store, Query(types=("AID",))) == 2
    assert count(store, Query(source="westliche geheimdienste")) == 2
    assert count(store, Query(place="wostotschny")) == 3
    assert count(store, Query(since=date(2023, 12, 1))) == 1
    assert count(store, Query(text="Agentur Meldung", types=("CONSULT",))) == 3
    assert count(store, Query(factuality=("PR+",))) == 2
    assert count(store, Query(text="Zebra")) == 0
