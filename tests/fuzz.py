"""Ten minutes against the whole reader: ``python -m tests.fuzz [MINUTES]`` (or ``make fuzz``).

Hypothesis makes inputs of every kind that intake takes: our own articles and pages (and those of
the data sets, where they are) cut, spliced, doubled and spoilt, fragments of German in any order,
and bytes that are nothing. What breaks the reader, breaks the contract of the record or takes far
too long is made small and kept in ``tests/fuzzed``, whose files ``tests/test_fuzzed.py`` reads for ever.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import sys
import time
from functools import cache
from pathlib import Path

import pyarrow as pa
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import lagebild
from lagebild.errors import InputError
from lagebild.intake import Failure, Options, article_of
from lagebild.intake.documents import read_stream
from lagebild.intake.source import Found, Link
from lagebild.reading import Reader
from lagebild.record import Record
from lagebild.store.rows import rows
from lagebild.store.schema import TABLES
from tests.contract import faults
from tests.intake.pages import PAGE, TEXT
from tests.reading.test_reader import PIECES

KEPT = Path(__file__).resolve().parent / "fuzzed"
SHARED = Path(__file__).resolve().parents[2] / "shared"
#: Processor seconds that an input may take, and those more for each of its bytes.
SECONDS, SECONDS_A_BYTE = 15.0, 1e-3
ENDINGS = (".txt", ".html", ".jsonl", ".rss", ".atom", ".warc", ".warc.gz", ".html.gz", ".xml", "")
#: What spoils: the beginnings and ends of everything, and characters that few expect.
SPOILERS = [
    "<", ">", "&", "&#0;", "&#xD800;", "<!--", "-->", "<![CDATA[", "]]>", "</p>", "<p>", "<script>", "<br>", "<svg>",
    "{", "}", '"', "\\", "\\ud800", "\0", "\x07", "\ufeff", "\ufffd", "\u202e", "\u0301" * 40, "\u2028", "\x85",
    "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 9\r\n", "<rss>", "<entry>", "„", "“", "«", "‚", "‘", "(", ")", "[", "]",
    ".", "...", "…", ":", ";", "-" * 60, " " * 400, "\n" * 30, "A" * 3000, "ſ", "İ", "ŉ", "ﬀ", "𝔗", "١٢", "½", "0" * 40,
    "1e999", "31.02.2023", "99.99.9999", "am 0. Januar", "8:77 Uhr", "-1 Prozent", "1.000.000.000.000.000.000 Euro",
    "der die das", "sagte sagte sagte", "Dr. h. c. mult.", "und", ", dass", "nicht nicht", "er er er", "sich", "zu",
]  # fmt: skip


@cache
def originals() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Texts and pages to spoil."""
    texts = [TEXT, (Path(lagebild.__file__).parent / "samples" / "artikel.txt").read_text("utf8")]
    pages = [PAGE]
    if SHARED.is_dir():
        texts += [path.read_text("utf8")[:4000] for path in sorted((SHARED / "data/articles").glob("*.txt"))]
        found = sorted((SHARED / "data/pages").glob("*.html.gz"))
        pages += [gzip.decompress(path.read_bytes()).decode("utf8", "replace") for path in found]
    return tuple(texts), tuple(pages)


def spoilt(text: str, dice: random.Random) -> str:
    """A text with up to six things done to it."""
    for _ in range(dice.randrange(7)):
        begin, end = sorted(dice.choices(range(len(text) + 1), k=2))
        end = min(end, begin + dice.choice((1, 10, 200, 5000)))
        part = text[begin:end]
        text = dice.choice(
            (
                lambda t, p, b, e: t[:b] + t[e:],
                lambda t, p, b, e: t[:e] + p * dice.randrange(1, 9) + t[e:],
                lambda t, p, b, e: t[:b] + dice.choice(SPOILERS) + t[b:],
                lambda t, p, b, e: t[:b] + dice.choice(SPOILERS) + t[e:],
                lambda t, p, b, e: t[:b] + p[::-1] + t[e:],
                lambda t, p, b, e: (
                    t[:b] + dice.choice((p.upper(), p.lower(), p.title(), p.swapcase())) + t[e:]
                ),
                lambda t, p, b, e: t[:b] + " ".join(dice.sample(p.split(), len(p.split()))) + t[e:],
                lambda t, p, b, e: t[:b] + dice.choice(PIECES) + t[b:],
                lambda t, p, b, e: t[:b] + p.replace(dice.choice(". ,e\n<"), dice.choice(SPOILERS)) + t[e:],
                lambda t, p, b, e: t[:e],
            )
        )(text, part, begin, end)
    return text[:400_000]


def wrapped(text: str, page: str, ending: str, dice: random.Random) -> bytes:
    """The bytes of an input of this kind."""
    raw = page if ending.startswith((".html", ".xml")) else text
    if ending == ".jsonl":
        about = dice.choice(({}, {"published": dice.choice(SPOILERS)}, {"title": text[:80], "id": text[:9]}))
        lines = [json.dumps({dice.choice(("text", "html")): part, **about}) for part in (text, page[:50_000])]
        return spoilt("\n".join(lines), dice).encode("utf8", "replace")
    if ending in (".rss", ".atom"):
        item = f"<item><title>{text[:60]}</title><link>https://example.org/{len(text)}</link><description>{text}</description></item>"
        raw = spoilt(f'<rss version="2.0"><channel><title>Blatt</title>{item}{item}</channel></rss>', dice)
    if ending.startswith(".warc"):
        body = page.encode("utf8", "replace")
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: https://example.org/a\r\n"
        record = f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
        return b"".join(gzip.compress(record) if ending.endswith("gz") else record for _ in range(2))
    data = raw.encode(dice.choice(("utf8", "utf8", "utf-16", "cp1252")), "replace")
    return gzip.compress(data) if ending.endswith(".gz") else data


@st.composite
def inputs(draw: st.DrawFn) -> tuple[str, bytes]:
    """The ending of a file and its bytes."""
    dice = draw(st.randoms(use_true_random=False))
    ending = draw(st.sampled_from(ENDINGS))
    texts, pages = originals()
    text = draw(
        st.one_of(
            st.sampled_from(texts).map(lambda t: spoilt(t, dice)),
            st.lists(st.sampled_from(PIECES + SPOILERS), max_size=120).map("".join),
            st.text(max_size=300),
        )
    )
    raw = wrapped(text, spoilt(draw(st.sampled_from(pages)), dice), ending, dice)
    if draw(st.integers(0, 3)) == 0:
        flips = bytearray(raw)
        for _ in range(min(len(flips), draw(st.integers(1, 20)))):
            flips[dice.randrange(len(flips))] = dice.randrange(256)
        raw = bytes(flips[: dice.randrange(len(flips) + 1)]) if dice.random() < 0.3 else bytes(flips)
    return ending, raw


def opened(ending: str, raw: bytes) -> list[Found]:
    """The documents of an input, as ``lagebild.intake.documents`` gives them."""
    found: list[Found] = []
    try:
        named = read_stream(io.BytesIO(raw), "fuzzed" + ending, Options())
        found.extend(each for each in named if not isinstance(each, Link))  # nothing is fetched while fuzzing
    except InputError as error:
        found.append(Failure("fuzzed", str(error)))
    return found


def survive(ending: str, raw: bytes) -> None:
    """Read an input as every command does; AssertionError where something is not as it must be."""
    began = time.process_time()
    for found in opened(ending, raw):
        result = found if isinstance(found, Failure) else article_of(found, Options())
        if isinstance(result, Failure):
            assert result.reason and "\n" not in result.reason
            continue
        record = Reader("de").read(result)
        assert faults(record) == []
        assert Record.from_json(record.to_json()) == record
        for table, lines in rows(record).items():
            pa.Table.from_pylist(lines, schema=TABLES[table])
    taken = time.process_time() - began
    assert taken < SECONDS + SECONDS_A_BYTE * len(raw), f"{taken:.0f} s for {len(raw)} bytes"


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    until, start, tried = time.monotonic() + 60 * minutes, random.randrange(2**32), [0]
    last: list[tuple[str, bytes]] = []
    while time.monotonic() < until:

        @seed(start + tried[0])
        @settings(max_examples=50, deadline=None, database=None, suppress_health_check=list(HealthCheck),
                  phases=[Phase.generate, Phase.shrink])  # fmt: skip
        @given(inputs())
        def survives(made: tuple[str, bytes]) -> None:
            tried[0] += 1
            last[:] = [made]
            if time.monotonic() < until + 120:
                survive(*made)

        try:
            survives()
        except Exception:
            ending, raw = last[0]  # Hypothesis has run the smallest one last
            KEPT.mkdir(exist_ok=True)
            path = KEPT / (hashlib.blake2b(raw, digest_size=6).hexdigest() + ending)
            path.write_bytes(raw)
            print(f"kept as {path}", file=sys.stderr)
            raise
        print(f"{tried[0]} inputs", flush=True)


if __name__ == "__main__":
    main()
