"""Each export holds the store's events in the other program's own terms."""

import csv
import io
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import polars
import pytest
from followthemoney import model
from msgspec import structs
from rich.cells import cell_len

from lagebild.dossier import (
    Answer,
    Query,
    Section,
    answer_actors,
    answer_dossier,
    answer_ledger,
    answer_network,
    answer_search,
    answer_series,
    answer_timeline,
)
from lagebild.export import LINES, charts, export_lines, jsonld
from lagebild.export.answers import FORMATS, render
from lagebild.export.tables import write_parquet
from lagebild.record import Figure, Record
from lagebild.store import Store
from tests.invented import Told, record


def lines(store: Store, form: str) -> list[str]:
    return list(export_lines(store, form))


def test_plover_has_a_line_a_statement(store: Store) -> None:
    found = [json.loads(line) for line in lines(store, "plover")]
    assert len(found) == store.rows("SELECT count(*) AS n FROM statements")[0]["n"]
    arms = next(e for e in found if e["event"] == "AID")
    assert (arms["source"][0]["actor"], arms["target"][0]["actor"]) == ("PRK", "RUS")
    assert arms["lagebild"]["attribution"] == ["Westliche Geheimdienste"]


def test_gdelt_has_a_row_an_event(store: Store) -> None:
    table = list(csv.DictReader(io.StringIO("".join(lines(store, "gdelt"))), delimiter="\t"))
    summit = [row for row in table if row["SQLDATE"] == "20230913"]
    assert len(summit) == 1
    assert (summit[0]["NumArticles"], summit[0]["NumSources"], summit[0]["EventRootCode"]) == ("6", "4", "04")
    assert not any(row["SQLDATE"].startswith("1961") for row in table), "a year is no day"
    delivered = next(row for row in table if row["EventRootCode"] == "07")
    assert (delivered["SQLDATE"], delivered["EDTF"]) == ("20230901", "2023-09")


def test_csv_and_parquet_hold_the_same(store: Store, tmp_path: Path) -> None:
    write_parquet(store, tmp_path / "s.parquet")
    by_parquet = polars.read_parquet(tmp_path / "s.parquet")
    by_csv = list(csv.DictReader(io.StringIO("".join(lines(store, "csv")))))
    assert [row["id"] for row in by_csv] == by_parquet["id"].to_list()
    assert all(len(name) <= 32 for name in by_parquet.columns)


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(
            record("böse", [Told("x", "CONSULT", ["RUS", "PRK"])], title="=HYPERLINK(1)", publisher="@SUM(1)")
        )
    cells = [cell for row in csv.reader(io.StringIO("".join(lines(fresh, "csv")))) for cell in row]
    assert "'=HYPERLINK(1)" in cells and not any(cell[:1] in ("=", "@") for cell in cells)


def test_jsonld_selects_the_words(store: Store) -> None:
    made = record("eins", [Told("Moskau traf Kiew.", "CONSULT", ["RUS", "UKR"])])
    annotation = jsonld.graph(made)["@graph"][-1]
    (target,) = annotation["target"]
    position, quoted = target["selector"]
    assert made.text[position["start"] : position["end"]] == quoted["exact"] == "Moskau traf Kiew."
    assert len(lines(store, "jsonld")) == 10


def test_jsonld_of_a_trigger_in_two_pieces_has_two_targets(store: Store) -> None:
    made = record("eins", [Told("Moskau nahm teil.", "CONSULT", ["RUS", "UKR"])])
    begin = made.text.index("nahm")
    split = structs.replace(made.statements[0], trigger=[(begin, begin + 4), (begin + 5, begin + 9)])
    targets = jsonld.graph(structs.replace(made, statements=[split]))["@graph"][-1]["target"]
    assert [target["selector"][1]["exact"] for target in targets] == ["nahm", "teil"]


#: What the context of the Web Annotation model says of the terms used here (the real one is fetched from w3.org).
ANNOTATION = {
    "oa": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"}, "classifying": "oa:classifying",
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "start": "oa:start", "end": "oa:end",
}  # fmt: skip


def test_jsonld_is_a_graph_that_leads_from_a_statement_to_its_actors(store: Store) -> None:
    """As another program reads it: an RDF graph, asked in SPARQL."""
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph()
    for line in lines(store, "jsonld"):
        document = json.loads(line)
        document["@context"][0] = ANNOTATION
        graph.parse(data=json.dumps(document), format="json-ld")
    found = graph.query("""
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX schema: <https://schema.org/>
        PREFIX lb: <https://w3id.org/lagebild/terms#>
        SELECT DISTINCT ?giver ?taker ?words WHERE {
            ?statement a oa:Annotation; oa:hasBody ?body; oa:hasTarget ?target .
            ?body lb:event "AID"; lb:source [schema:identifier ?giver]; lb:target [schema:identifier ?taker] .
            ?target oa:hasSelector [oa:exact ?words]; oa:hasSource [a schema:NewsArticle] .
        }""")
    assert [tuple(map(str, row)) for row in found] == [
        ("PRK", "RUS", "Nordkorea liefere Granaten an Russland.")
    ]


def test_ftm_events_are_called_by_whole_words(tmp_path: Path) -> None:
    long = ", dass " + " ".join(["Waffenlieferungen"] * 30)
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(record("a", [Told(long, "AID", ["PRK"], ["RUS"])]))
    (event,) = [each for each in map(json.loads, lines(fresh, "ftm")) if each["schema"] == "Event"]
    (name,) = event["properties"]["name"]
    assert name.startswith("AID: dass Waff") and name.endswith("lieferungen …") and len(name) <= 200


def test_ftm_entities_are_valid(store: Store) -> None:
    found = [json.loads(line) for line in lines(store, "ftm")]
    ids = {e["id"] for e in found}
    assert len(ids) == len(found)
    for entity in found:
        proxy = model.get_proxy(entity)
        assert proxy.schema.name == entity["schema"]
        # A property that the schema does not take, or a value it cleans away, would be lost here.
        assert set(proxy.to_dict()["properties"]) == set(entity["properties"])
    events = [e for e in found if e["schema"] == "Event"]
    assert events and all(set(e["properties"]["involved"]) <= ids for e in events)


def test_records_come_back_whole(store: Store) -> None:
    found = [Record.from_json(line) for line in lines(store, "records")]
    assert [r.id for r in found][:2] == ["plan", "bericht"]
    assert all(r == store.record(r.id) for r in found)


def test_every_line_format_is_known() -> None:
    assert set(LINES) == {"plover", "gdelt", "csv", "jsonld", "ftm", "records"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_answer_in_every_form_names_the_summit(store: Store, form: str) -> None:
    assert "2023-09-13" in render(answer_dossier(store, "RUS", "PRK"), form)


def test_a_dossier_in_csv_names_its_sections(store: Store) -> None:
    table = list(csv.DictReader(io.StringIO(render(answer_dossier(store, "RUS", "PRK"), "csv"))))
    assert {"timeline", "treaties", "ledger", "history"} <= {row["section"] for row in table}


def test_json_has_no_nan(store: Store) -> None:
    made = render(answer_series(store, ["RUS", "PRK"]), "json")
    json.loads(made, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_pages_escape_what_articles_say(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    told = Told(attack, "CONSULT", ["RUS", "PRK"], when="2023-09-13", said_by=[attack])
    with fresh.writer() as writer:
        writer.add(record("eins", [told], publisher=attack, title=attack))
    for answer in (answer_dossier(fresh, "RUS", "PRK"), answer_ledger(fresh, []), answer_network(fresh)):
        page = render(answer, "html")
        assert "<script" not in page and "<img" not in page


def test_charts_are_drawn(store: Store) -> None:
    assert "<rect" in render(answer_series(store, ["RUS", "PRK"]), "html")
    assert "<line" in render(answer_network(store), "html")
    assert answer_series(store, ["RUS", "PRK"]).plot().to_dict()["mark"]["type"] == "bar"
    assert list(answer_dossier(store, "RUS", "PRK").frame("treaties")["when"]) == ["1961"]


def every_answer(store: Store, a: str, b: str, day: date) -> dict[str, Answer]:
    """Each command's answer on two actors, and what happened until a day."""
    return {
        "dossier": answer_dossier(store, a, b),
        "timeline": answer_timeline(store, [a]),
        "ledger": answer_ledger(store, [a]),
        "series": answer_series(store, [a]),
        "network": answer_network(store, until=day),
        "search": answer_search(store, Query(actors=(a,), until=day)),
        "actors": answer_actors(store),
    }


def test_every_answer_is_a_table_and_drawn_full_or_empty(store: Store, tmp_path: Path) -> None:
    full = every_answer(store, "RUS", "PRK", date(2024, 1, 1))
    empty = every_answer(Store.create(tmp_path / "s"), "PER", "FRA", date(1900, 1, 1))
    for name, answer in full.items():
        told, nothing = answer.frame(), empty[name].frame()
        assert len(told) and not len(nothing) and list(told.columns) == list(nothing.columns), name
        for each in (answer, empty[name]):
            drawn = each.plot().to_dict()
            fields = {value["field"] for value in drawn["encoding"].values() if isinstance(value, dict)}
            rows = next(iter(drawn["datasets"].values()))
            assert all(fields <= row.keys() for row in rows) and bool(rows) == (each is answer), name
        assert render(empty[name], "csv").split("\n")[0] == render(answer, "csv").split("\n")[0]


def test_an_event_is_drawn_as_long_as_its_date_is_wide(store: Store) -> None:
    drawn = next(iter(answer_dossier(store, "RUS", "PRK").plot().to_dict()["datasets"].values()))
    spans = {row["when"]: (row["first"], row["after"]) for row in drawn}
    assert spans["2023-09-13"] == ("2023-09-13", "2023-09-14") and spans["2023-09"] == (
        "2023-09-01",
        "2023-10-01",
    )


def test_a_figure_leads_to_its_statement_and_stands_in_the_first_line(tmp_path: Path) -> None:
    made = record("a", [Told("Es waren 30 Granaten.", "AID", ["PRK"], ["RUS"])], published=None)
    made = structs.replace(made, figures=[Figure("f1", (21, 32), 30.0, None, approx=False, statement="s1")])
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(made)
    answer = answer_dossier(fresh, "RUS", "PRK")
    assert answer.frame("figures")["links"].to_list() == ["a#s1"]
    assert re.search(r"^undated +30 Granaten$", render(answer, "text"), re.MULTILINE)
    assert "?" not in answer.frame("ledger").to_csv()


def test_a_page_tells_events_as_a_list_and_counts_as_a_table(store: Store) -> None:
    """A table of all that is known of an event is too wide to be read."""
    told = render(answer_dossier(store, "RUS", "PRK", language="de"), "html")
    assert "<table" not in told and told.count("<li>") == sum(
        len(s.rows) for s in answer_dossier(store, "RUS", "PRK").sections
    )
    summit = next(part for part in told.split("<li>") if "Wostotschny" in part)
    assert "<time>2023-09-13</time> <strong>Gespräch · Besuch</strong>" in summit
    assert "<dt>unabhängige Quellen</dt><dd>4</dd>" in summit and "<dt>Hinweis" not in summit
    assert "<table" in render(answer_network(store), "html") and "<li>" not in render(
        answer_network(store), "html"
    )


def test_a_series_names_the_months_in_which_something_happened(store: Store) -> None:
    answer = answer_series(store, [])
    assert len(answer.frame()) == 4 and "2023-10," in render(answer, "csv")
    for form in ("text", "html"):
        table = re.sub(r"<svg.*?</svg>", "", render(answer, form), flags=re.DOTALL)
        assert "2023-12" in table and "2023-10" not in table and "(2)" in table


def test_columns_of_text_are_cut_between_words(store: Store) -> None:
    told = render(answer_network(store), "text", 100)
    for word in ("Nordkorea", "Russland", "cooperation", "(Goldstein,"):
        assert word in told
    assert max(map(len, told.splitlines())) <= 100


def test_answers_are_told_in_both_languages(store: Store) -> None:
    """Every heading, column and certainty has its word; what articles say stays as it is."""
    for language, words in (
        ("de", ("Zeitleiste", "unabhängige Quellen: 4", "eingetreten", "Alle Länder", "Nordkorea", "Suche")),
        ("en", ("Timeline", "independent sources: 4", "came true", "All countries", "North Korea", "Search")),
    ):
        answers = [
            answer_dossier(store, "RUS", "PRK", language=language),
            answer_ledger(store, [], language),
            answer_series(store, ["RUS", "PRK"], language=language),
            answer_network(store, language=language),
            answer_search(store, Query(types=("AID",)), language),
            answer_actors(store, language=language),
        ]
        told = {form: "".join(render(answer, form) for answer in answers) for form in ("text", "html")}
        for word in words:
            assert word in told["text"], (language, word)
        assert f'<html lang="{language}">' in told["html"] and words[0] in told["html"]
    empty = answer_dossier(store, "RUS", "FRA", language="de")
    assert "Nichts in diesem Speicher." in render(empty, "text")


def test_a_long_line_is_broken_at_the_width() -> None:
    rows = [{"when": "2023", "type": "AID", "who": "Russland", "words": "Wort " * 40, "note": "漢字" * 60}]
    answer = Answer("timeline", "Titel " * 30, (Section("timeline", tuple(rows)), Section("series", (
        {"month": "2023-09", "n": 7, "tone": float("nan"), "name": "Ein langer Name " * 9},
    ))))  # fmt: skip
    for width in (60, 100):
        lines = render(answer, "text", width).splitlines()
        assert max(cell_len(line) for line in lines) <= width
    assert "\x1b" not in render(Answer("timeline", "\x1b[2J", ()), "text")


def test_nothing_of_the_other_language_is_left_in_an_answer(tmp_path: Path) -> None:
    """Kinds, dates, unnamed sources, steps of certainty, yes and no; codes stay where no language is asked for."""
    told = Told("Sie trafen sich.", "CONSULT", ["RUS", "PRK"], when="2023-21", mode="visit", said_by=["?"])
    denied = Told("Das stimme nicht.", "REJECT", ["RUS"], ["PRK"], when="2023-21", links=[("denies", 0)])
    made = record("a", [told, denied])
    made = structs.replace(made, figures=[Figure("f1", (0, 3), 3.0, "percent", approx=True, statement="s1")])
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(made)
    for form in ("text", "html"):
        german, english, coded = (
            render(answer_dossier(fresh, "RUS", "PRK", language=language), form)
            for language in ("de", "en", None)
        )
        for word in ("Besuch", "Frühjahr 2023", "ungenannte Quelle", "verneint (Russland)", "ja"):
            assert word in german, (form, word)
        for word in ("visit", "unnamed", "CONSULT", "2023-21", "CT-", "True"):
            assert word not in german, (form, word)
        assert "spring 2023" in english and "denied (Russia" in english.replace("Russland", "Russia")
        assert "CONSULT" in coded and "visit" in coded


@pytest.mark.parametrize("names", [2, 3, 9, 40, 80])
def test_no_name_of_a_network_covers_another(names: int) -> None:
    rows = [{"a": f"A{n}", "b": f"B{n}", "n": 1, "tone": 1.0} for n in range(names // 2 + names % 2)]
    drawn = re.findall(
        r'<text x="([\d.]+)" y="([\d.]+)".*?text-anchor="(\w+)"', charts.network(rows, most=80)
    )
    sides = {anchor: sorted(float(y) for _, y, a in drawn if a == anchor) for anchor in ("start", "end")}
    assert len(drawn) == 2 * len(rows) and abs(len(sides["start"]) - len(sides["end"])) <= 1
    assert all(b - a >= 12 for ys in sides.values() for a, b in pairwise(ys))
