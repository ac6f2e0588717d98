"""One article cut at every byte: as text, page, JSON line and in a compressed archive, it is read or refused."""

import gzip
import io
import json

import pytest

from lagebild.errors import InputError
from lagebild.intake import Article, Failure, Options, article_of
from lagebild.intake.documents import read_stream
from lagebild.reading import Reader
from tests.contract import faults

TEXT = (
    "Österreich lieferte Kiew „40 Tonnen“ Getreide, sagte Außenminister Karl Muster am Mittwoch. Prag bestritt das "
    "am 3. Mai."
)
PAGE = f"<!DOCTYPE html><title>Ein Titel</title><h1>Ein Titel</h1><!-- c --><p>{TEXT}</p>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
HEAD = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: https://example.org/a\r\n"
WARC = f"{HEAD}Content-Length: {len(HTTP)}\r\n\r\n".encode() + HTTP + b"\r\n\r\n"
KINDS = {
    ".txt": TEXT.encode(),
    ".html": PAGE.encode(),
    ".jsonl": json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False).encode(),
    ".jsonl.gz": gzip.compress(json.dumps({"id": "a", "text": TEXT}).encode()),
    ".warc.gz": gzip.compress(WARC),
}


@pytest.mark.parametrize("ending", KINDS)
def test_an_article_cut_at_any_byte_is_read_or_refused_in_one_line(ending: str) -> None:
    """And nothing but the cut article comes out: no second one, and never silence."""
    articles: dict[str, Article] = {}
    whole = KINDS[ending]
    for end in range(len(whole) + 1):
        found = [each for each in _documents(whole[:end], ending) if not _passed_over(each)]
        assert len(found) == 1 or (end == 0 and ending.startswith(".jsonl")), (end, found)
        for result in found:
            if isinstance(result, Failure):
                assert result.reason and "\n" not in result.reason
            else:
                articles[result.text] = result
    assert any("Muster" in text for text in articles)
    for record in Reader("de").pipe(articles.values()):
        assert faults(record) == []


def _passed_over(found: Article | Failure) -> bool:
    """Whether it is what an archive holds besides pages; that it has no page is said once, at its end."""
    return isinstance(found, Failure) and found.passed_over


def _documents(raw: bytes, ending: str) -> list[Article | Failure]:
    """What the commands make of these bytes."""
    options = Options()
    try:
        found = list(read_stream(io.BytesIO(raw), "a" + ending, options))
    except InputError as error:
        found = [Failure("a", str(error))]
    return [each if isinstance(each, Failure) else article_of(each, options) for each in found]
