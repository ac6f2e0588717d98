"""How fast and how large: ``python -m evaluation.bench`` (or ``make bench``) writes ``evaluation/benchmarks.md``.

Words a second of every stage and of the whole on one core, beside tokenising alone as the
floor; pages a second and trafilatura alone on the same pages; the store's answers. All in
one process and one run, on the texts beside the checkout; processor time unless said otherwise.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from evaluation.growth import growth
from evaluation.run import HERE, SHARED, lines

Row = tuple[str, str, str]


def texts(limit: int = 150) -> list[str]:
    """Wikinews articles of the quotation set."""
    return [str(doc["originalText"]) for doc in lines(SHARED / "data/quotes/dev.jsonl.gz")][:limit]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def stages() -> Iterator[Row]:
    """Words a second of each step on the same documents, after one article to warm up."""
    import spacy

    from lagebild.intake import article_from
    from lagebild.language import make_doc
    from lagebild.reading.reader import pipeline

    nlp = pipeline("de")
    articles = [article_from(text, published="2020-01-01") for text in texts()]
    readings = [article.reading_text() for article in articles]
    words = sum(len(reading.text.split()) for reading in readings)
    nlp(make_doc(nlp, readings[0]))
    floor = spacy.blank("de")
    taken = seconds(lambda: [floor.make_doc(reading.text) for reading in readings])
    yield ("tokenising alone (spaCy's rules)", f"{words / taken:,.0f}", "words/s")
    docs = []

    def make() -> None:
        for article, reading in zip(articles, readings, strict=True):
            doc = make_doc(nlp, reading)
            doc._.article = article
            docs.append(doc)

    total = seconds(make)
    yield ("tokens", f"{words / total:,.0f}", "words/s")
    for name, step in nlp.pipeline:
        taken = seconds(lambda step=step: docs.__setitem__(slice(None), list(step.pipe(docs)) if hasattr(step, "pipe")
                                                          else [step(doc) for doc in docs]))  # fmt: skip
        total += taken
        yield (name, f"{words / taken:,.0f}", "words/s")
    yield ("the whole reading", f"{words / total:,.0f}", "words/s")
    yield ("the whole reading", f"{len(docs) / total:,.1f}", "articles/s")


def pages() -> Iterator[Row]:
    """Intake of real pages, and trafilatura alone on them."""
    import trafilatura

    from lagebild.intake import Options, article_of
    from lagebild.intake.source import Document, Origin

    raw = [gzip.decompress(path.read_bytes()) for path in sorted((SHARED / "data/pages").glob("*.html.gz"))]
    taken = seconds(lambda: [trafilatura.extract(page) for page in raw])
    yield ("trafilatura alone", f"{len(raw) / taken:.1f}", "pages/s")
    taken = seconds(lambda: [article_of(Document(Origin(), page, "html"), Options()) for page in raw])
    yield ("intake of pages", f"{len(raw) / taken:.1f}", "pages/s")


def store() -> Iterator[Row]:
    """A store of all Wikinews texts and the articles: wall seconds of ingesting, a dossier, pages of the web."""
    from fastapi.testclient import TestClient

    from lagebild.dossier import answer_dossier
    from lagebild.scale import ingest
    from lagebild.store import Store, compact
    from lagebild.web import create_app

    with tempfile.TemporaryDirectory() as folder:
        made = Store.create(Path(folder) / "store")
        feed = Path(folder) / "all.jsonl"
        with feed.open("w", encoding="utf8") as file:
            for name in ("train", "dev"):
                for doc in lines(SHARED / f"data/quotes/{name}.jsonl.gz"):
                    file.write(json.dumps({"id": doc["id"], "text": doc["originalText"]}) + "\n")
        summary = ingest([str(feed), str(SHARED / "data/articles")], made, workers=2)
        yield ("ingest, two processes", f"{summary.documents / summary.seconds:.1f}", "articles/s (wall)")
        compact(made)
        opened = Store(made.root)
        answer_dossier(opened, "RUS", "UKR")
        for a, b in (("RUS", "UKR"), ("USA", "IRN"), ("DEU", "USA")):
            started = time.perf_counter()
            answer_dossier(opened, a, b)
            yield (
                f"dossier {a} {b}, {summary.added} articles",
                f"{time.perf_counter() - started:.2f}",
                "s (wall)",
            )
        with TestClient(create_app(opened)) as client:
            for path in ("/", "/?type=ASSAULT", "/dossier/RUS/UKR", "/network"):
                client.get(path)
                started = time.perf_counter()
                client.get(path)
                yield (f"page {path}", f"{time.perf_counter() - started:.2f}", "s (wall)")


def main() -> None:
    if not SHARED.is_dir():
        sys.exit("no data sets beside the checkout (../shared): nothing to measure")
    rows = [*stages(), *growth("\n\n".join(texts(60))), *pages(), *store()]
    rows.append(("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", "MB"))
    table = ["| what | figure | unit |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    head = "# Benchmarks\n\nMade by `make bench` on one machine in one run; figures of speed are of that moment.\n\n"
    (HERE / "benchmarks.md").write_text(head + "\n".join(table) + "\n", encoding="utf8")
    print("\n".join(table))


if __name__ == "__main__":
    main()
