"""Plain text and JSON lines: what is kept, what is refused, and the parts told apart."""

import gzip
import io
import json
import pickle
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.errors import InputError, LanguageError
from lagebild.intake import (
    Article,
    Failure,
    Limits,
    Options,
    article_from,
    article_of,
    documents,
    read_inputs,
)
from lagebild.intake.documents import files, read_stream
from lagebild.intake.paragraphs import paragraphs
from lagebild.store import Store
from tests.intake.pages import ENGLISH, TEXT, assert_sound, blocks, results


def test_kicker_headline_lede_and_subheading_of_bare_paragraphs():
    assert [kind for kind, _ in blocks(article_from(TEXT))] == [
        "kicker",
        "headline",
        "lede",
        "body",
        "subheading",
        "body",
    ]
    assert blocks(article_from(TEXT))[0][1] == "Gipfel in Genf:"


@pytest.mark.parametrize(
    "headline", ["Minister warnt: Das Gas wird knapp im Winter", "Was der Gipfel bringt: nichts"]
)
def test_a_clause_before_a_colon_is_no_kicker(headline):
    found = blocks(article_from(headline + "\n" + TEXT.partition("\n")[2]))
    assert found[0] == ("headline", headline)


def test_text_is_kept_to_the_character():
    text = "\r\n  Titel ohne Punkt\r\n\r\n\tDie Minister trafen sich in Genf.\u00a0 \x0b Danach reisten sie ab.\r\n"
    article = article_from(text)
    assert article.text == text
    assert_sound(article)


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "Die Außenminister von Norland und Südland haben sich am\n"
        "Mittwoch in Genf auf ein Abkommen über Gaslieferungen\n"
        "geeinigt, wie ein Sprecher am Abend in Genf mitteilte.\n\n"
        "Die Opposition lehnte den Vertrag ab und verlangte von\n"
        "der Regierung, die Preise noch in dieser Woche offen zu\n"
        "legen. Die Regierung wies das zurück.\n"
    )
    assert len(paragraphs(wrapped)) == 2


def test_id_uri_and_date_of_a_json_line(tmp_path):
    file = tmp_path / "dump.jsonl"
    lines = [
        {"text": TEXT, "id": "a-1", "published": "2023-09-13"},
        {"text": TEXT, "uri": "https://beispiel.example/2023/09/14/gas.html", "publisher": "Beispielblatt"},
        {"html": "<p>kein Artikel</p>"},
        {"text": TEXT},
    ]
    file.write_text("\n".join(map(json.dumps, lines)) + "\nkein JSON\n\n[1]\n", "utf8")
    found = list(read_inputs([str(file)]))
    first, second, nothing, bare, broken, listed = found
    assert (first.id, first.identity, first.uri) == ("a-1", "a-1", f"{file}/a-1")
    assert (first.published, first.published_from) == ("2023-09-13", "metadata")
    assert (second.published, second.published_from) == ("2023-09-14", "url")
    assert second.publisher == "Beispielblatt"
    assert isinstance(nothing, Failure) and "no article" in nothing.reason
    assert bare.uri == f"{file}/4"
    assert isinstance(broken, Failure) and broken.name == f"{file}/5"
    assert isinstance(listed, Failure)


def test_failure_keeps_the_line_for_another_try(tmp_path):
    file = tmp_path / "dump.jsonl"
    file.write_bytes(b'{"text": 3}\n')
    (failure,) = read_inputs([str(file)], Options(keep_raw=True))
    assert (failure.raw, failure.suffix) == (b'{"text": 3}\n', ".jsonl")


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("leer.txt", b"", "empty"),
        ("leerzeichen.txt", b" \n\t\n", "empty"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image"),
        ("dokument.html", b"%PDF-1.7 ...", "PDF"),
        ("archiv.txt", b"PK\x03\x04....", "ZIP"),
        ("daten.txt", b"abc\0def" * 100, "binary"),
        ("englisch.txt", ENGLISH.encode(), "language English is not read yet"),
        ("kaputt.txt.gz", gzip.compress(TEXT.encode() * 50)[:-20], "damaged gzip"),
        ("lang.txt", b"Ein sehr langer Satz ohne Ende " * 40_000, "too long"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(tmp_path, name, raw, reason):
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text(TEXT, "utf8")
    failure, article = read_inputs([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert failure.name.endswith(name) and reason in failure.reason and "\n" not in str(failure)
    assert isinstance(article, Article)


def test_too_large_is_not_held():
    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            Endless.given += len(buffer)
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    options = Options(limits=Limits(document_bytes=1_000_000))
    with pytest.raises(InputError, match="larger than 1 MB"):
        results(io.BufferedReader(Endless()), "endlos.txt", options)
    assert Endless.given < 3_000_000


def test_gzip_bomb_stops_at_the_limit(tmp_path):
    file = tmp_path / "bombe.html.gz"
    file.write_bytes(gzip.compress(b"<p>" + b" " * 30_000_000))
    (failure,) = read_inputs([str(file)], Options(limits=Limits(document_bytes=1_000_000)))
    assert "larger than 1 MB" in failure.reason


def test_a_line_too_long_is_passed_over(tmp_path):
    file = tmp_path / "dump.jsonl"
    file.write_bytes(b'{"text": "' + b"x" * 3_000_000 + b'"}\n' + json.dumps({"text": TEXT}).encode())
    failure, article = read_inputs([str(file)], Options(limits=Limits(document_bytes=1_000_000)))
    assert "line 1 is longer" in failure.reason
    assert article.text == TEXT


def test_missing_files_and_folders_without_articles(tmp_path):
    (tmp_path / "x.png").write_bytes(b"")
    gone, folder = read_inputs([str(tmp_path / "fehlt.txt"), str(tmp_path)])
    assert "no such file" in gone.reason
    assert "no readable file" in folder.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_that_a_browser_would_see(tmp_path, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    (article,) = read_inputs([str(file)])
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Berlin, 12. September 2023", "2023-09-12"),
        (
            "Kiew/Moskau (ap), den 3.4.2022 – Die Truppen ziehen ab, sagte der Minister am Abend.",
            "2022-04-03",
        ),
        ("Stand: 22.04.2024, 06:00 Uhr", "2024-04-22"),
        ("Am 29. Januar 1886 meldete Benz seinen Wagen an, und die Welt wurde schneller.", None),
        ("Berlin, 31. Februar 2023", None),
    ],
)
def test_datelines(line, day):
    article = article_from(line + "\n" + TEXT)
    assert article.published == day
    assert article.published_from == ("text" if day else None)


def test_the_option_outranks_all():
    article = article_from("Berlin, 12. September 2023\n" + TEXT, published="2020-01-02")
    assert (article.published, article.published_from) == ("2020-01-02", "option")
    with pytest.raises(InputError, match="not a date"):
        article_from(TEXT, published="morgen")


def test_short_texts_pass_in_any_language():
    assert article_from("The treaty was signed.").text
    with pytest.raises(LanguageError, match="Cyrillic"):
        article_from("Министры подписали договор о поставках газа. " * 5)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=600))
def test_any_text_is_an_article_or_refused(text):
    try:
        article = article_from(text)
    except InputError:
        return
    assert_sound(article)


PIECES = st.sampled_from(
    [
        *TEXT.splitlines(),
        "meistgelesen",
        "Jetzt abonnieren",
        "Von Anna Beispiel",
        "(dpa)",
        "",
        " ",
        "\r\n",
        "Testlabor",
        "12:30",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=14).map("\n".join))
def test_any_order_of_lines_is_covered(text):
    try:
        article = article_from(text)
    except InputError:
        return
    assert article.text == text
    assert_sound(article)


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.warc", "a.xml", "a.warc.gz", "-"]),
)
def test_any_bytes_give_articles_or_failures(raw, name):
    try:
        found = results(io.BytesIO(raw), name, Options())
    except InputError as error:
        assert "\n" not in str(error)
        return
    for result in found:
        if isinstance(result, Article):
            assert_sound(result)
        else:
            assert result.reason and "\n" not in result.reason


def test_documents_are_opened_in_one_place_and_read_in_another(tmp_path):
    """What goes to another process is small, stable, and gives the same article there."""
    file = tmp_path / "dump.jsonl"
    file.write_text(
        json.dumps({"text": TEXT, "id": "a"}) + "\n" + json.dumps({"text": TEXT, "id": "b"}), "utf8"
    )
    first, second = documents([str(file)], Options())
    assert first.key == next(documents([str(file)], Options())).key != second.key
    there = article_of(pickle.loads(pickle.dumps(first)), Options())
    assert there == next(read_inputs([str(file)]))


def test_a_long_dump_is_streamed():
    """Lines come out before the input has an end."""

    def endless():
        while True:
            yield from json.dumps({"text": TEXT}).encode() + b"\n"

    class Pipe(io.RawIOBase):
        source = endless()

        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:] = bytes(islice(self.source, len(buffer)))
            return len(buffer)

    found = read_stream(io.BufferedReader(Pipe()), "-", Options())
    assert [document.origin.uri for document in islice(found, 200)][-1] == "-/200"


def test_a_store_in_a_folder_that_is_read_is_no_part_of_it(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    Store.create(tmp_path / "lagebild-store")
    (tmp_path / "lagebild-store" / "quarantine").mkdir()
    for name in ("b.txt", "quarantine/c.html", "ingested.keys"):
        (tmp_path / "lagebild-store" / name).write_text(TEXT)
    (tmp_path / "laden").mkdir()
    (tmp_path / "laden" / "store.json").write_text('{"schema": 1, "city": "Köln"}')
    (tmp_path / "laden" / "d.txt").write_text(TEXT)
    assert [path.name for path in files(tmp_path)] == ["a.txt", "d.txt", "store.json"]
    assert [each.text for each in read_inputs([str(tmp_path)])][:2] == [TEXT, TEXT]
    assert [path.name for path in files(tmp_path / "lagebild-store" / "quarantine")] == ["c.html"]
