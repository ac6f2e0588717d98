"""Whatever the text, the record keeps the contract; the same text gives the same record."""

import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lagebild
from lagebild.errors import InputError
from lagebild.intake import article_from
from lagebild.intake.article import Article
from lagebild.language.clause import Clause
from lagebild.language.tokens import Words
from lagebild.reading import Reader
from lagebild.reading.reader import pipeline
from lagebild.record import Block, Record
from tests.contract import faults

SAMPLE = Path(lagebild.__file__).parent / "samples" / "artikel.txt"

#: Pieces that news is made of, and pieces that break readers, in any order.
PIECES = [
    "Der russische Präsident Wladimir Putin", " traf ", "am Mittwoch", " Kim Jong Un", ", sagte ", "Peskow", ".", " „",
    "“", "»", "\n", "\n\n", " soll ", "geliefert haben", "Waffen", " nicht", "?", "!", " laut Angaben der Agentur ",
    "0,006 Prozent", "1950–53", " –", "(", ")", "Moskau: ", "wenn", "dass ", "beide Länder", "\t", "\u00a0", "\u200b",
    "a" * 300, "ß", "🙂", "\u0301", "12.", "z. B.", "https://example.org/x?y=1", "1.500 Kilometer", "\r\n", "'", '"',
]  # fmt: skip


def test_the_sample_article_is_read() -> None:
    made = lagebild.read(SAMPLE.read_text("utf8"), published="2024-05-17")
    assert faults(made) == []
    kinds = [b.kind for b in made.blocks]
    assert kinds[:3] == ["kicker", "headline", "lede"] and "subheading" in kinds and kinds[-1] == "furniture"
    names = {a.name: a.country for a in made.actors}
    assert names["Armenien"] == "ARM" and names["Aserbaidschan"] == "AZE" and names["Russland"] == "RUS"
    assert {"CONSULT", "REJECT", "ACCUSE"} <= {s.type for s in made.statements}
    assert any("Armenpress" in [a.name for a in s.attribution] for s in made.statements)


def test_what_the_reading_asks_of_words_is_what_the_base_says() -> None:
    text = "Der Prozeß gegen zwölf Männer (3.500 Euro)\n\nbegann, hieß es."
    asked, base = pipeline("de").make_doc(text), lagebild.load("de").make_doc(text)
    for one, other in zip(asked, base, strict=True):
        for name in ("text", "lower_", "is_space", "is_punct", "like_num", "lang_"):
            assert getattr(one, name) == getattr(other, name), (one, name)


def test_whose_estimate_it_is_names_the_source() -> None:
    text = "Aserbaidschan könnte nach Einschätzung westlicher Diplomaten bald Gefangene freilassen."
    found = lagebild.read(text, published="2024-05-17").statements
    assert [[a.name for a in s.attribution] for s in found] == [["westliche Diplomaten"]]


@pytest.mark.parametrize(
    "text", ["Kiew lehnt den Abzug der Truppen ab.", "Der serbische Minister lehnt einen Rücktritt ab."]
)
def test_ones_own_deed_that_one_refuses_is_not_done(text: str) -> None:
    deed = next(s for s in lagebild.read(text).statements if s.type == "RETREAT")
    assert deed.factuality == "CT-"


def test_who_says_that_it_is_out_of_the_question_refuses() -> None:
    made = lagebild.read("Verhandlungen mit Libyen kämen nicht infrage, erklärte Rom.")
    refusal = next(s for s in made.statements if s.type == "REJECT")
    actors = {actor.id: actor.country for actor in made.actors}
    assert [actors[a] for a in refusal.source] == ["ITA"]


def test_a_statement_that_another_clause_breaks_off_keeps_no_full_stop() -> None:
    text = "Russland hat Nordkorea Getreide geliefert, teilte das Außenministerium in Moskau mit."
    (given,) = [s for s in lagebild.read(text, published="2024-05-17").statements if s.type == "AID"]
    assert given.text == "Russland hat Nordkorea Getreide geliefert"


def test_the_same_text_gives_the_same_record() -> None:
    text = SAMPLE.read_text("utf8")
    first = lagebild.read(text, published="2024-05-17").to_json()
    assert lagebild.read(text, published="2024-05-17").to_json() == first
    assert Record.from_json(first).to_json() == first


def test_a_read_article_is_gone_without_the_garbage_collector() -> None:
    article = article_from(
        "Kiew (dpa) – Russland hat die Ukraine angegriffen. „Das war geplant“, sagte Karl Meier."
    )
    Reader().read(article)
    gc.collect()
    gc.disable()
    try:
        before = sum(isinstance(each, Words | Clause) for each in gc.get_objects())
        Reader().read(article)
        assert sum(isinstance(each, Words | Clause) for each in gc.get_objects()) == before
    finally:
        gc.enable()


def test_many_articles_at_once_are_as_one_by_one() -> None:
    text = SAMPLE.read_text("utf8")
    parts = [
        Article(p, [Block("body", (0, len(p)))], published="2024-05-17")
        for p in text.splitlines()
        if p.strip()
    ]
    reader = Reader("de")
    assert [r.to_json() for r in reader.pipe(parts)] == [reader.read(p).to_json() for p in parts]


@pytest.mark.parametrize(
    "text", ["Demnach.", "Demnach:", "Laut.", "So Putin.", "„“", "Zufolge", "Er sagte.", "…", "–"]
)
def test_cues_without_content_are_survived(text: str) -> None:
    assert faults(Reader("de").read(Article(text, [Block("body", (0, len(text)))]))) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=60))
def test_any_text_gives_a_record_that_keeps_the_contract(pieces: list[str]) -> None:
    text = "".join(pieces)
    words = [i for i, c in enumerate(text) if not c.isspace()]
    if not words:
        return
    article = Article(text, [Block("body", (words[0], words[-1] + 1))], published="2023-09-12")
    assert faults(Reader("de").read(article)) == []


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=80))
def test_any_input_is_read_or_refused_in_one_line(pieces: list[str]) -> None:
    try:
        made = lagebild.read("".join(pieces))
    except InputError as refused:
        assert str(refused) and "\n" not in str(refused)
        return
    assert faults(made) == []


def test_all_articles_that_are_here(shared: Path) -> None:
    for path in sorted((shared / "data/articles").glob("*.txt")):
        made = lagebild.read(path.read_text("utf8"), published="2023-09-12")
        assert faults(made) == [], path.name
        assert made.statements, path.name


def test_nothing_comes_from_the_seeds_furniture(shared: Path) -> None:
    path = shared / "data/articles/seed.txt"
    if not path.exists():
        pytest.skip("the seed is not here")
    text = path.read_text("utf8")
    made = lagebild.read(text, published="2023-09-12")
    blocks = [(b.kind, text[slice(*b.span)]) for b in made.blocks]
    assert blocks[0] == ("kicker", "Russisch-nordkoreanische Beziehungen:")
    assert blocks[1][0] == "headline" and blocks[2][0] == "lede"
    assert ("subheading", "Peking diktierte russische Nordkorea-Politik") in blocks
    first = next(i for i, (kind, _) in enumerate(blocks) if kind == "furniture")
    assert blocks[first][1].startswith("taz lesen kann jede:r")
    assert all(kind == "furniture" for kind, _ in blocks[first:])
    assert faults(made) == []


def test_a_quotation_around_furniture_has_a_part_on_each_side() -> None:
    """What stands between two paragraphs without being part of the article is nobody's words."""
    text = (
        "„Wir werden die Lieferung prüfen und danach entscheiden, wie es weitergeht,\n"
        "Jetzt den Newsletter abonnieren\n"
        "denn niemand will diesen Krieg verlängern“, sagte Außenminister Karl Muster am Mittwoch in Wien."
    )
    lines = [
        (0, text.index("\n")),
        (text.index("Jetzt"), text.index("\ndenn")),
        (text.index("denn"), len(text)),
    ]
    blocks = [Block(kind, span) for kind, span in zip(("body", "furniture", "body"), lines, strict=True)]
    made = Reader("de").read(Article(text, blocks, published="2023-09-12"))
    assert faults(made) == []
    quotes = [text[b:e] for quote in made.quotes for b, e in quote.quote]
    assert any("denn niemand" in part for part in quotes) and not any("Newsletter" in part for part in quotes)
