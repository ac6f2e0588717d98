"""The reading views show every statement with sign, source and evidence, and let no text out of its place."""

import io
import re
from importlib.resources import files
from pathlib import Path

import pytest
from msgspec import structs
from rich.console import Console

from lagebild.reading.times import OPEN_WARNING
from lagebild.record import QUAD, Block, Record
from lagebild.view.certainty import LOOKS
from lagebild.view.dates import told_date
from lagebild.view.html import html_article, html_fragment, html_page
from lagebild.view.segments import segments
from lagebild.view.terminal import text_view
from lagebild.view.words import LANGUAGES, kind, words
from tests.invented import Told, record

EVENTS = Path(str(files("lagebild.language"))) / "de/lexicon/events"

HEARSAY = Told(
    "Kim soll eingetroffen sein.", "CONSULT", ["PRK"], ["RUS"], when="2023-09-12", said_by=["Interfax"]
)
DENIED = Told("Moskau bestritt das Geschäft.", "COOPERATE", ["RUS", "PRK"], factuality="CT-")


def shown(made: Record) -> str:
    out = io.StringIO()
    text_view(made, Console(file=out, width=140))
    return out.getvalue()


def test_segments_are_the_block_and_nothing_else() -> None:
    made = record("eins", [HEARSAY, DENIED])
    for block in made.blocks:
        parts = list(segments(made, block))
        assert "".join(p.text for p in parts) == made.text[slice(*block.span)]
    marked = [p for block in made.blocks for p in segments(made, block) if p.ends]
    assert [p.ends[0].id for p in marked] == ["s1", "s2"]


def test_terminal_shows_sign_source_and_time() -> None:
    out = shown(record("eins", [HEARSAY, DENIED]))
    assert "❝ Interfax" in out and "2023-09-12" in out
    assert LOOKS["CT-"].sign in out and "Timeline" in out


def test_page_has_an_anchor_for_every_statement() -> None:
    page = html_page([record("eins", [HEARSAY, DENIED]), record("zwei", [DENIED])])
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and sum(i.endswith("-s1") and "-at-" not in i for i in ids) == 2
    for target in re.findall(r'href="#([^"]+)"', page):
        assert target in ids


def test_page_is_self_contained_and_runs_nothing() -> None:
    attack = '<script>alert(1)</script>"><img src=http://evil.example onerror=alert(1)>'
    made = record('a" onclick="x', [Told(attack, "CONSULT", ["RUS", "PRK"], said_by=[attack])], title=attack)
    for page in (html_page([made]), html_fragment(made)):
        assert "<script" not in page and "<img" not in page and 'onclick="x' not in page
    assert "default-src 'none'" in html_page([made])
    assert ' src="' not in page
    links = set(
        re.findall(r'href="([^#][^"]*)"', page)
    )  # nothing but the way to the original, which nobody fetches
    assert links == {"https://example.org/a&#34; onclick=&#34;x"}


def test_furniture_is_left_out() -> None:
    made = record("eins", [HEARSAY], tail="Jetzt spenden")
    last = made.blocks[-1]
    cut = Record(**{f: getattr(made, f) for f in made.__struct_fields__} | {
        "blocks": [*made.blocks[:-1], Block("furniture", last.span)]
    })  # fmt: skip
    assert "Jetzt spenden" not in html_page([cut]) and "Jetzt spenden" not in shown(cut)


def test_no_text_steers_the_terminal() -> None:
    out = shown(record("eins", [Told("Moskau\x1b[2J traf \x9b31m Kiew.", "CONSULT", ["RUS", "UKR"])]))
    assert "\x1b[2J" not in out and "\x9b" not in out


def test_both_languages_have_every_word() -> None:
    assert words("en").keys() == words("de").keys()
    for language in LANGUAGES:
        assert set(LOOKS) <= words(language).keys()
    german = html_article(record("eins", [HEARSAY]), "de")
    assert "Tatsache" in german and "Zeitleiste" in german


def test_a_record_without_statements_says_so() -> None:
    assert "No statement" in html_page([record("eins", [])])
    assert "No statement" in shown(record("eins", []))


def test_notebooks_get_the_fragment() -> None:
    made = record("eins", [HEARSAY])
    assert made._repr_html_() == html_fragment(made)
    frame = made.statements_frame()
    assert list(frame["attribution"]) == [["Interfax"]] and list(frame["source"]) == [["Nordkorea"]]


def test_every_mode_of_the_lexicon_has_its_words() -> None:
    says = words("de")
    told = {
        (path.stem.upper(), line.split("\t")[4])
        for path in EVENTS.glob("*.tsv")
        if path.stem.upper() in QUAD
        for line in path.read_text("utf8").splitlines()
        if not line.startswith("#") and line.count("\t") >= 6
    }
    assert len(told) > 50
    for type_, mode in told:
        assert mode == "-" or f"{type_} {mode}" in says, (type_, mode)
    assert kind("CONSULT", "visit", says) == "Gespräch · Besuch" and kind("AID", None, says) == "Hilfe"


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-09-13T10:30", "2023-09-13, 10:30"),
        ("1950/1953", "1950 – 1953"),
        ("../2023-05", "bis 2023-05"),
        ("2022-02-24/..", "seit 2022-02-24"),
        ("2023-21", "Frühjahr 2023"),
        ("2023-34", "2. Quartal 2023"),
        ("199X", "1990er Jahre"),
        ("19XX", "1900 – 1999"),
        ("1961~", "etwa 1961"),
        ("XXXX-05-12", "05-12 (Jahr unbekannt)"),
        ("XXXX", "ohne Datum"),
        ("irgendwann", "irgendwann"),
    ],
)
def test_dates_are_told_in_words(edtf: str, told: str) -> None:
    assert told_date(edtf, words("de")) == told


def test_the_page_tells_kinds_and_dates_in_its_language() -> None:
    visit = Told("Kim reiste an.", "CONSULT", ["PRK"], ["RUS"], when="2023-21", mode="visit")
    german, english = (html_article(record("eins", [visit]), language) for language in ("de", "en"))
    assert "Gespräch · Besuch" in german and "Frühjahr 2023" in german and "visit" not in _read(german)
    assert "consultation · visit" in english and "spring 2023" in english


def _read(page: str) -> str:
    """What is to be read on a page: without its tags."""
    return re.sub(r"<[^>]*>", " ", page)


def test_the_way_to_the_original_is_an_address_of_the_web() -> None:
    page = html_article(record("eins", [HEARSAY], uri="https://example.org/bericht"))
    assert '<a href="https://example.org/bericht" rel="noreferrer">Original</a>' in page
    assert "Original" not in html_article(record("eins", [HEARSAY], uri="javascript:alert(1)"))


def test_warnings_are_told_in_the_language_of_the_page() -> None:
    made = record("eins", [HEARSAY], published=None)
    made = structs.replace(
        made, warnings=[OPEN_WARNING, "published date 'gestern' not understood", "ein anderer Hinweis"]
    )
    german, english = (html_article(made, language) for language in LANGUAGES[::-1])
    assert (
        "Erscheinungstag unbekannt" in german
        and "Erscheinungstag &#39;gestern&#39; nicht verstanden" in german
    )
    assert "not understood" in english and "ein anderer Hinweis" in english and OPEN_WARNING in english
    assert "not understood" not in german and OPEN_WARNING not in german
