"""The reading views show every statement with sign, source and evidence, and let no text out of its place."""

import io
import re

from rich.console import Console

from lagebild.record import Block, Record
from lagebild.view import html_fragment, html_page, text_view
from lagebild.view.certainty import LOOKS
from lagebild.view.html import html_article
from lagebild.view.segments import segments
from lagebild.view.words import LANGUAGES, words
from tests.invented import Told, record

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
    assert not re.search(r'(?:src|href)="(?!#)', html_page([made]))


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
