"""The pages answer, link, and let nothing of an article run."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from msgspec import structs

from lagebild.errors import StoreError
from lagebild.record import Record
from lagebild.store import Store
from lagebild.web import create_app
from lagebild.web.pages import FIRST_REPORTS, LINES, REPORTS
from tests.invented import Told, record

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}",
    "</title><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
]


@pytest.fixture(scope="module")
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(store), follow_redirects=False) as made:
        yield made


def test_search_finds_and_pages(client: TestClient) -> None:
    page = client.get("/", params={"type": "AID"}).text
    assert "2 statements found" in page and "Granaten" in page
    assert "No statement fits" in client.get("/", params={"text": "Zebra"}).text
    assert "Ein Bericht" in client.get("/").text


def test_behind_the_last_page_stands_the_last(client: TestClient) -> None:
    for number in ("7", "99999999999999999999", "-3"):
        page = client.get("/", params={"type": "AID", "page": number}).text
        assert "2 statements found" in page and "Granaten" in page and "Next page" not in page


def test_the_dossier_has_every_section(client: TestClient) -> None:
    page = client.get("/dossier/RUS/PRK").text
    for name in (
        "timeline",
        "ledger",
        "series",
        "network",
        "map",
        "deals",
        "treaties",
        "history",
        "third-parties",
    ):
        assert f'id="{name}"' in page
    assert "4 independent sources, 6 articles" in page
    assert "came true" in page


def test_permalinks_lead_to_the_statement(client: TestClient) -> None:
    page = client.get("/", params={"type": "AID"}).text
    link = re.findall(r'href="(/statement/[^"]+)"', page)[0]
    answer = client.get(link)
    assert answer.status_code == 303
    place, _, mark = answer.headers["location"].partition("#")
    assert f'id="{mark}"' in client.get(place).text


def test_every_link_of_the_pages_answers(client: TestClient) -> None:
    for start in ("/", "/dossier/RUS/PRK", "/network", "/?type=CONSULT"):
        for link in set(re.findall(r'href="(/[^"#]*)"', client.get(start).text)):
            assert client.get(link.replace("&amp;", "&")).status_code in (200, 303), link


def test_both_languages(client: TestClient) -> None:
    assert "Zeitleiste" in client.get("/dossier/RUS/PRK?lang=de").text
    assert "Zeitleiste" in client.get("/dossier/RUS/PRK", headers={"accept-language": "de-DE"}).text
    assert "Timeline" in client.get("/dossier/RUS/PRK?lang=en").text
    german, english = (client.get(f"/dossier/RUS/PRK?lang={language}").text for language in ("de", "en"))
    assert "Russland – Nordkorea" in german and "Russia – North Korea" in english
    assert "Worte der Zusammenarbeit" in german and "words of cooperation" not in german
    assert "1 unabhängige Quelle, " in german and "1 independent source, " in english
    assert "Nordkorea – Russland" in client.get("/network?lang=de").text
    assert "North Korea – Russia" in client.get("/network?lang=en").text


def test_an_unnamed_source_is_called_so_in_the_language_of_the_page(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(record("a", [Told("Sie trafen sich.", "CONSULT", ["RUS", "PRK"], said_by=["?"])]))
    with TestClient(create_app(fresh)) as browser:
        assert "ungenannte Quelle" in browser.get("/dossier/RUS/PRK?lang=de").text
        assert "unnamed source" in browser.get("/?type=CONSULT&lang=en").text


def test_a_long_dossier_shows_its_latest_and_says_so(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    told = [Told(f"Treffen {n}.", "CONSULT", ["RUS", "PRK"], when=f"{1900 + n}-01-01") for n in range(LINES)]
    papers = [
        record(f"p{n}", [Told("Gipfel.", "AGREE", ["RUS", "PRK"], when="2023-09-13")], publisher=f"Blatt {n}")
        for n in range(REPORTS + 2)
    ]
    with fresh.writer() as writer:
        writer.add(record("a", told, published=None))
        for paper in papers:
            writer.add(paper)
    with TestClient(create_app(fresh)) as browser:
        page = browser.get("/dossier/RUS/PRK").text
    assert f"the latest {LINES} of {LINES + 1}" in page
    shown = page.split('id="timeline"')[1].split("</section>")[0]
    assert "<time>1901-01-01</time>" in shown and "<time>1900-01-01</time>" not in shown
    assert f"{REPORTS + 2 - FIRST_REPORTS} more reports" in page and "2 more reports" in page


def test_a_very_long_story_is_told_period_by_period(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.web.pages.STATEMENTS", 2)
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        for n in range(1, 7):
            told = Told(f"Treffen {n}.", "CONSULT", ["RUS", "PRK"], when=f"2023-0{n}-01")
            writer.add(record(f"a{n}", [told], published=f"2023-0{n}-02"))
    with TestClient(create_app(fresh)) as browser:
        path, seen = "/dossier/RUS/PRK?lang=en", set[str]()
        for _ in range(4):
            page = browser.get(path).text
            seen |= set(re.findall(r"Treffen \d", page))
            found = re.search(r'href="([^"]+until=[^"]+)">Earlier', page)
            path = found[1].replace("&amp;", "&") if found else path
            assert len(re.findall('<blockquote lang="de">Treffen', page.split('id="ledger"')[0])) <= 3
    assert seen == {f"Treffen {n}" for n in range(1, 7)}


def test_an_article_without_a_title_is_called_by_its_first_words(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        told = record("a", [Told("Sie trafen sich.", "CONSULT", ["RUS", "PRK"])], publisher=None)
        writer.add(Record(**{f: getattr(told, f) for f in told.__struct_fields__} | {"title": None}))
    with TestClient(create_app(fresh)) as browser:
        for path in ("/", "/?type=CONSULT", "/dossier/RUS/PRK"):
            assert ">Ein Bericht Sie trafen sich." in browser.get(path).text.replace("\n", " "), path


def test_articles_without_a_date_are_said_to_be_so(tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(record("a", [Told("Sie trafen sich.", "CONSULT", ["RUS", "PRK"])], published=None))
        writer.add(record("b", [Told("Sie sprachen.", "CONSULT", ["RUS", "PRK"])], tail="Sonst nichts."))
    with TestClient(create_app(fresh)) as browser:
        page = browser.get("/dossier/RUS/PRK?lang=de").text
        assert "2 Artikel; 1 davon ohne Datum" in page and "<time>ohne Datum</time>" in page
        assert "<time>undated</time>" in browser.get("/?type=CONSULT&lang=en").text


def test_answers_are_saved_in_the_language_of_the_page(client: TestClient) -> None:
    for language, word in (("de", "Behauptungen und Dementis"), ("en", "Claims and denials")):
        page = client.get(f"/dossier/RUS/PRK?lang={language}").text
        link = next(link for link in re.findall(r'href="(/save/[^"]+)"', page) if "html" in link)
        assert word in client.get(link.replace("&amp;", "&")).text


def test_answers_are_saved_in_every_form(client: TestClient) -> None:
    json.loads(client.get("/save/dossier/RUS/PRK?form=json").text)
    saved = client.get("/save/series/RUS/PRK?form=csv")
    assert saved.text.startswith("month,") and "attachment" in saved.headers["content-disposition"]
    assert client.get("/save/network?form=exe").status_code == 400


def test_bad_questions_are_told_so(client: TestClient) -> None:
    assert client.get("/dossier/RUS/Atlantis").status_code == 400
    assert "Atlantis" in client.get("/dossier/RUS/Atlantis").text
    assert client.get("/", params={"since": "gestern"}).status_code == 400
    assert client.get("/dossier/RUS/PRK", params={"until": "gestern"}).status_code == 400
    assert client.get("/article/nirgends").status_code == 404
    assert client.get("/nowhere").status_code == 404
    assert client.post("/").status_code == 405


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/dossier/RUS/Nordkora", "„Nordkora“ ist kein Land und kein Akteur dieses Speichers. Meinten Sie Nordkorea?"),
        ("/dossier?a=&b=RUS", "Nennen Sie einen Akteur"),
        ("/dossier", "Nennen Sie einen Akteur"),
        ("/dossier/RUS/PRK?section=alles", "„alles“ ist keines von diesen: timeline, deals"),
        ("/?since=gestern", "„gestern“ ist kein Datum"),
        ("/?since=2024-02-01&until=2024-01-01", "2024-02-01 – 2024-01-01: Dieser Zeitraum endet, bevor er beginnt"),
        ("/?type=FUSSBALL", "„FUSSBALL“ ist keines von diesen: AGREE"),
        ("/?page=zwei", "„page=zwei“ lässt sich hier nicht lesen"),
        ("/save/network?form=exe", "„exe“ ist keines von diesen: json, csv, html"),
    ],
)  # fmt: skip
def test_a_page_says_what_is_wrong_with_a_question_in_its_language(
    path: str, told: str, client: TestClient
) -> None:
    answer = client.get(
        path, params={"lang": "de"} if "?" not in path else None, headers={"Accept-Language": "de"}
    )
    assert answer.status_code == 400 and answer.headers["content-type"].startswith("text/html")
    text = " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
    assert told in re.sub(r" ([?.])", r"\1", text)


@pytest.mark.parametrize(
    ("path", "kept", "wrong"),
    [
        ("/?text=Gipfel&actor=RUS&type=AID&since=gestern", {"f-text": "Gipfel", "f-actor": "RUS"}, {"f-since": "gestern"}),
        ("/?actor=Atlantis&place=Wien", {"f-place": "Wien"}, {"f-actor": "Atlantis"}),
        ("/?text=Gipfel&page=zwei", {"f-text": "Gipfel"}, {}),
        ("/dossier?a=RUS&b=&since=2023-01-01", {"d-a": "RUS", "d-since": "2023-01-01"}, {}),
        ("/dossier/RUS/Atlantis", {"d-a": "RUS"}, {"d-b": "Atlantis"}),
        ("/dossier/B%C3%BCndnis%2090~1Gr%C3%BCne/RUS?until=2023", {"d-b": "RUS"}, {"d-until": "2023"}),
        ("/network?since=2023-09-01&until=morgen", {"f-since": "2023-09-01"}, {"f-until": "morgen"}),
    ],
)  # fmt: skip
def test_what_was_typed_stays_in_the_form_of_a_bad_question(
    path: str, kept: dict[str, str], wrong: dict[str, str], client: TestClient
) -> None:
    answer = client.get(path)
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    for name, value in (kept | wrong).items():
        field = re.search(f'<input id="{name}"[^>]*>', answer.text)
        assert field and f'value="{value}"' in field[0]
        assert ("aria-invalid" in field[0]) == (name in wrong)
    assert '<option value="AID" selected>' in answer.text or "type=AID" not in path


def test_who_may_have_been_meant_is_a_link_to_the_same_question(client: TestClient) -> None:
    for path, meant in (
        ("/dossier/RUS/Nordkora?lang=de&until=2023-10-01", "/dossier/RUS/Nordkorea?lang=de&until=2023-10-01"),
        ("/?actor=Nordkora&type=AID&lang=de", "/?actor=Nordkorea&type=AID&lang=de"),
    ):
        link = re.search(r'Meinten Sie <a href="([^"]+)"', client.get(path).text)
        assert link and unescape(link[1]) == meant
        assert client.get(meant).status_code == 200


def test_a_dossier_of_a_period_is_kept_in_every_link(client: TestClient) -> None:
    chosen = client.get("/dossier?a=RUS&b=PRK&since=2023-09-14&until=2023-09-16&lang=en").headers["location"]
    page = client.get(chosen).text
    assert (
        "articles from 2023-09-14 to 2023-09-16" in page
        and 'id="d-since" name="since" value="2023-09-14"' in page
    )
    assert "Kim will Putin am Mittwoch treffen" not in page and "Putin empfing Kim" in page
    saves = [unescape(link) for link in re.findall(r'href="(/save/[^"]+)"', page)]
    assert saves and all("since=2023-09-14&until=2023-09-16" in link for link in saves)
    saved = client.get(next(link for link in saves if "dossier" in link and "json" in link)).json()
    assert {row["published"] for row in saved["third parties"]} <= {"2023-09-14", "2023-09-15", "2023-09-16"}
    assert {len(saved["timeline"])} == {
        len(re.findall('<li>\n<p class="line">', page.split('id="timeline"')[1].split("</section>")[0]))
    }
    assert "2023-09,1" in client.get(next(link for link in saves if "series" in link)).text
    wrong = client.get("/dossier/RUS/PRK?since=2023-09-16&until=2023-09-14")
    assert wrong.status_code == 400 and 'value="2023-09-16"' in wrong.text


def test_the_network_of_a_period(client: TestClient) -> None:
    page = client.get("/network?since=2023-11-01&lang=en").text
    assert "China" in page and "North Korea" not in page
    link = unescape(re.findall(r'href="(/save/network[^"]+csv[^"]+)"', page)[0])
    assert "Nordkorea" not in client.get(link).text and "since=2023-11-01" in link
    assert "No event between two countries" in client.get("/network?until=1900-01-01&lang=en").text


def test_a_store_that_cannot_answer_is_no_bad_question(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with TestClient(create_app(store)) as client:
        store.query = store.tuples = store.rows = lambda *_: (_ for _ in ()).throw(
            StoreError("the disk is gone")
        )  # type: ignore[method-assign]
        answer = client.get("/?lang=de")
    assert (
        answer.status_code == 503
        and "Der Speicher kann nicht antworten" in answer.text
        and "the disk" in answer.text
    )


@pytest.mark.parametrize(
    "name", ["Bündnis 90/Die Grünen", "50 % plus", "A~1B", "Was?", "Erste #1", "Vor & Nach"]
)
def test_every_name_has_pages_of_its_own(name: str, tmp_path: Path) -> None:
    told = record("a", [Told("Moskau warnte sie.", "THREATEN", ["RUS"], ["PRK"])])
    told.actors[1] = structs.replace(told.actors[1], name=name, kind="group", country=None)
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        writer.add(told)
    with TestClient(create_app(store)) as client:
        page = client.get("/dossier", params={"a": "RUS", "b": name, "lang": "en"})
        assert page.status_code == 200 and "1 article" in page.text and "Moskau warnte sie" in page.text
        links = {unescape(link) for link in re.findall(r'href="(/(?:save|dossier)[^"]+)"', page.text)}
        assert len(links) >= 3
        assert all(client.get(link).status_code == 200 for link in links)


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(create_app(Store.create(tmp_path / "s"))) as empty:
        assert "lagebild ingest" in empty.get("/").text
        assert empty.get("/network").status_code == 200
        assert "Nothing passes" in empty.get("/dossier/RUS/PRK").text


def test_headers_forbid_scripts_and_strangers(client: TestClient) -> None:
    for path in ("/", "/dossier/RUS/PRK", "/nowhere", "/static/style.css"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src" not in policy and "unsafe" not in policy
    page = client.get("/dossier/RUS/PRK").text
    assert "<script" not in page and " style=" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_article_gets_out_of_its_place(attack: str, tmp_path: Path) -> None:
    fresh = Store.create(tmp_path / "s")
    told = Told(attack, "CONSULT", ["RUS", "PRK"], when="2023-09-13", said_by=[attack], place=(attack, "RUS"))
    with fresh.writer() as writer:
        writer.add(record(attack, [told], title=attack, publisher=attack, uri=attack))
    with TestClient(create_app(fresh)) as browser:
        for path in ("/", "/?type=CONSULT", "/dossier/RUS/PRK", "/network"):
            page = browser.get(path).text
            assert not re.search(r"<(script|img|svg onload)|49|\son\w+\s*=", _outside_text(page)), path
            for link in re.findall(r'href="([^"]*)"', page):
                assert link.startswith(("/", "#", "?")), link
        links = re.findall(r'href="(/article/[^"]+)"', browser.get("/").text)
        assert browser.get(links[0]).status_code == 200
        assert "<script" not in browser.get("/", params={"text": attack}).text


def _outside_text(page: str) -> str:
    """The tags of a page, with quoted attribute values emptied."""
    return "".join(re.sub(r'"[^"]*"', '""', tag) for tag in re.findall(r"<[^>]*>", page))


def test_a_section_has_a_page_of_its_own(client: TestClient) -> None:
    page = client.get("/dossier/RUS/PRK?section=ledger&lang=de").text
    assert "Russland – Nordkorea: Behauptungen und Dementis" in page and "Granaten" in page
    assert 'href="/dossier/RUS/PRK?lang=de"' in page
    refused = client.get("/dossier/RUS/PRK?section=klatsch")
    assert refused.status_code == 400 and "klatsch" in refused.text


def test_long_sections_lead_to_all_of_their_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.web.pages.SECTION_LINES", 20)
    fresh = Store.create(tmp_path / "s")
    told = [
        Told(f"Treffen {n}.", "CONSULT", ["RUS", "PRK"], when=f"20{n}-01-01")
        for n in range(10, 10 + LINES + 15)
    ]
    with fresh.writer() as writer:
        writer.add(record("a", told, published=None))
    with TestClient(create_app(fresh)) as browser:
        path, seen = "/dossier/RUS/PRK?lang=en", set[str]()
        for wanted in ("all 45", "Earlier lines", "Earlier lines", "Later lines"):
            found = re.findall(rf'href="([^"]+)">{wanted}', browser.get(path).text)
            path = found[0].replace("&amp;", "&")
            seen |= set(re.findall(r"<time>(20\d\d)", browser.get(path).text))
    assert len(seen) == LINES + 15


def test_drawings_lead_to_the_statements_behind_them(tmp_path: Path) -> None:
    told = Told("Sie trafen sich.", "CONSULT", ["RUS", "PRK"], when="2023-09-13", place=("Chasan", "RUS"))
    made = record("a", [told])
    fresh = Store.create(tmp_path / "s")
    with fresh.writer() as writer:
        writer.add(structs.replace(made, places=[structs.replace(made.places[0], lat=42.4, lon=130.6)]))
    with TestClient(create_app(fresh)) as browser:
        page = browser.get("/dossier/RUS/PRK?lang=de").text
        assert ">Chasan</text>" in page and ">Japan</text>" in page
        links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/\?[^"]+)"', page)]
        month = next(link for link in links if "since=2023-09-01&until=2023-09-30" in link)
        place = next(link for link in links if "place=Chasan" in link)
        for link in (month, place):
            assert "1 Aussage" in browser.get(link).text, link
