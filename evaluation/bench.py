"""How fast and how large: ``python -m evaluation.bench`` (or ``make bench``) writes ``evaluation/benchmarks.md``.

Words a second of every stage and of the whole on one core, beside tokenising alone as the
floor, spaCy's CNN pipeline and HanTa; pages a second and trafilatura alone on the same pages; the store's answers. All in
one run and, ingests aside, one process, on the texts beside the checkout; processor time unless said otherwise.
``--million STORE`` measures the answers of a store of one million invented statements alone.
"""

from __future__ import annotations

import gzip
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from evaluation import costs
from evaluation.growth import growth
from evaluation.neighbours import neighbours
from evaluation.run import HERE, SHARED, lines

Row = tuple[str, str, str]

#: Articles read before the clock runs: patterns are compiled and common words known after them.
WARM = 20
#: Rounds of so many articles each, of which the median counts: a shared machine is now faster, now slower.
ROUNDS, EACH = 5, 150
#: How often one process and two take turns, and how often they read all texts in a turn: an archive is so long that
#: what it takes to start is little of it.
TURNS, LONG = 3, 4
READING = "the whole reading"

HEAD = (
    "# Benchmarks\n\nMade by `make bench` and `make bench-million`, each on one machine in one run; figures of speed "
    "are of that moment, and wall clock is worth little where other work ran beside it.\n"
)


def texts(limit: int = EACH) -> list[str]:
    """Wikinews articles of the quotation set."""
    return [str(doc["originalText"]) for doc in lines(SHARED / "data/quotes/dev.jsonl.gz")][:limit]


def rounds() -> list[list[str]]:
    """Other articles for each round, so that no word is known because a round before it had it."""
    more = (str(doc["originalText"]) for doc in lines(SHARED / "data/quotes/train.jsonl.gz"))
    taken = list(islice(more, WARM, WARM + (ROUNDS - 1) * EACH))
    return [texts(), *(taken[start : start + EACH] for start in range(0, len(taken), EACH))]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def stages() -> Iterator[Row]:
    """Words a second of each step and of other programs on the same documents, after twenty other articles, as in the midst
    of an archive: of each the median of the rounds, in which all take turns."""
    import spacy

    from lagebild.intake import article_from
    from lagebild.reading.reader import Reader

    others = islice(lines(SHARED / "data/quotes/train.jsonl.gz"), WARM)
    for _ in Reader().pipe(article_from(str(doc["originalText"]), published="2020-01-01") for doc in others):
        pass
    floor = spacy.blank("de")
    beside = list(neighbours())
    found: dict[str, list[float]] = {}
    for some in rounds():
        words = sum(len(text.split()) for text in some)
        taken = seconds(lambda some=some: [floor.make_doc(text) for text in some])  # type: ignore[misc]
        found.setdefault("tokenising alone (spaCy's rules)", []).append(words / taken)
        times = steps(some)
        for name, step in times.items():
            found.setdefault(name, []).append(words / step)
        whole = words / sum(times.values())
        found.setdefault(READING, []).append(whole)
        found.setdefault("articles", []).append(len(some) / sum(times.values()))
        for name, rate in beside:
            found.setdefault(name, []).append(rate(some))
            found.setdefault(f"{READING} against {name}", []).append(whole / found[name][-1])
    for name, values in found.items():
        middle = median(values)
        if " against " in name:
            yield (name, f"{middle:.2f}", "×")
        elif name == "articles":
            yield (READING, f"{middle:,.1f}", "articles/s")
        else:
            yield (name, f"{middle:,.0f}", "words/s")
            if name == READING:
                yield (
                    f"{READING}: slowest, fastest round",
                    f"{min(values):,.0f}, {max(values):,.0f}",
                    "words/s",
                )


def steps(some: list[str]) -> dict[str, float]:
    """Seconds of each step of the reading over articles, so many together as the reader takes."""
    from lagebild.intake import article_from
    from lagebild.language import make_doc
    from lagebild.language.tokens import let_go
    from lagebild.reading.reader import BATCH, pipeline

    nlp = pipeline("de")
    articles = [article_from(text, published="2020-01-01") for text in some]
    taken = dict.fromkeys(("tokens", *nlp.pipe_names), 0.0)
    for batch in (articles[start : start + BATCH] for start in range(0, len(articles), BATCH)):
        readings = [article.reading_text() for article in batch]
        docs: list[Any] = []

        def make(batch: Any = batch, readings: Any = readings, docs: Any = docs) -> None:
            for article, reading in zip(batch, readings, strict=True):
                doc = make_doc(nlp, reading)
                doc._.article = article
                docs.append(doc)

        taken["tokens"] += seconds(make)
        for name, step in nlp.pipeline:
            pipe = step.pipe if hasattr(step, "pipe") else (lambda docs, step=step: map(step, docs))
            taken[name] += seconds(lambda pipe=pipe, docs=docs: docs.__setitem__(slice(None), [*pipe(docs)]))  # type: ignore[misc]
        for doc in docs:
            let_go(doc)
    return taken


def yardsticks() -> Iterator[Row]:
    """What machine and interpreter give for plain work: figures of other machines are to be held against these."""
    import platform

    import numpy as np
    from threadpoolctl import threadpool_limits

    rows, weights = np.ones((128, 405), np.float32), np.ones((405, 112), np.float32)
    words = {str(n): n for n in range(20_000)}
    keys = list(words) * 50

    def look_up() -> None:
        for key in keys:
            words.get(key)

    with threadpool_limits(1, user_api="blas"):
        taken = min(seconds(lambda: [rows @ weights for _ in range(2000)]) for _ in range(3))
    rate = 2 * 2000 * rows.size * weights.shape[1] / taken / 1e9
    yield ("yardstick: products of matrices on one core", f"{rate:.0f}", "GFLOP/s")
    rate = len(keys) / min(seconds(look_up) for _ in range(3)) / 1e6
    yield (f"yardstick: Python {platform.python_version()}, words looked up", f"{rate:.1f}", "million/s")


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
    """Reading archives into stores by one process and by two; what a store of real articles answers."""
    from evaluation.asking import measured
    from lagebild.dossier import settle
    from lagebild.store import Store, compact, stats

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        inputs = [str(archive(root / "once.jsonl", 1)), str(SHARED / "data/articles")]
        yield from processes(str(archive(root / "long.jsonl", LONG)), root)
        yield writing(root / "written")
        ingested(inputs, [root / "store"], 2)
        made = Store(root / "store")
        yield ("articles in the store", str(stats(made)["documents"]), "")
        compact(made)
        settle(made)
        yield from measured(made)


def writing(root: Path) -> Row:
    """Records a second that one process takes in from workers and writes: so many cores have use as read as many."""
    from lagebild.intake import article_from
    from lagebild.reading import Reader
    from lagebild.scale.work import BATCH
    from lagebild.store import Store
    from lagebild.store.ready import ready

    records = list(Reader().pipe(article_from(text, published="2020-01-01") for text in texts()))
    handed_over = [pickle.dumps(ready(records[n : n + BATCH])) for n in range(0, len(records), BATCH)]

    def write() -> None:
        with Store.create(root).writer() as writer:
            for batch in handed_over:
                for made in pickle.loads(batch):
                    writer.take(made)

    taken = seconds(write)
    return ("taking in what workers read, and writing it", f"{len(records) / taken:,.0f}", "articles/s")


def archive(path: Path, times: int) -> Path:
    """An archive of all Wikinews texts, so many times, each time with another last line."""
    with path.open("w", encoding="utf8") as file:
        for n in range(times):
            for name in ("train", "dev"):
                for doc in lines(SHARED / f"data/quotes/{name}.jsonl.gz"):
                    text = f"{doc['originalText']}\n\nAusgabe {n + 1}."
                    file.write(json.dumps({"id": f"{doc['id']}-{n}", "text": text}) + "\n")
    return path


def processes(feed: str, root: Path) -> Iterator[Row]:
    """How much faster two processes read an archive than one, and how much two runs that have nothing in common do:
    more than these no program gets out of two cores that share their caches."""
    ratios: dict[str, list[float]] = {"two": [], "apart": []}
    rates: dict[str, list[float]] = {"one": [], "two": []}
    largest = 0
    count = len(Path(feed).read_text("utf8").splitlines())
    for n in range(TURNS):
        one, _ = ingested([feed], [root / f"one{n}"], 1)
        two, worker = ingested([feed], [root / f"two{n}"], 2)
        apart, _ = ingested([feed], [root / f"left{n}", root / f"right{n}"], 1)
        ratios["two"].append(one / two)
        ratios["apart"].append(2 * one / apart)
        rates["one"].append(count / one)
        rates["two"].append(count / two)
        largest = max(largest, worker)
    yield ("whole ingest, one process", f"{median(rates['one']):.1f}", "articles/s (wall)")
    yield ("whole ingest, two processes", f"{median(rates['two']):.1f}", "articles/s (wall)")
    yield ("two processes against one", f"{median(ratios['two']):.2f}", "×")
    yield ("two separate runs at once against one", f"{median(ratios['apart']):.2f}", "×")
    yield ("memory of the larger of two workers", str(largest), "MB")


def ingested(inputs: list[str], roots: list[Path], workers: int) -> tuple[float, int]:
    """Seconds of whole `lagebild ingest` runs into new stores, all at once, by the clock on the wall, from the start to the
    end of the last; MB of the largest worker."""
    from evaluation.archive import usage

    largest, started = 0, time.perf_counter()
    command = [sys.executable, "-m", "lagebild", "ingest", *inputs, "--workers", str(workers), "--into"]
    runs = [
        subprocess.Popen([*command, str(root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for root in roots
    ]
    while any(run.poll() is None for run in runs):
        largest = max(largest, *(usage(run.pid).worker for run in runs))
        time.sleep(0.1)
    if any(run.returncode for run in runs):
        sys.exit(f"{' '.join(command)} ended with status {[run.returncode for run in runs]}")
    return time.perf_counter() - started, largest


def million(root: Path) -> Iterator[Row]:
    """The store of ``evaluation.million``, made where there is none."""
    from evaluation.asking import measured
    from evaluation.million import make
    from lagebild.dossier import settle
    from lagebild.store import Store, stats

    if not root.exists():
        make(root)
    opened = Store(root)
    settle(opened)  # where an older Lagebild made it; else there is nothing to do
    found = stats(opened)
    yield ("statements, articles", f"{found['statements']:,}, {found['documents']:,}", "")
    yield ("on disk", f"{int(found['bytes'] or 0) / 1e6:,.0f}", "MB")
    yield from measured(opened)


#: Heading in ``benchmarks.md`` of each run.
WHOLE, MILLION = "Reading, intake, and a store of real articles", "A store of one million invented statements"


def main() -> None:
    if sys.argv[1:2] == ["--million"] and len(sys.argv) == 3:
        heading, rows = MILLION, [*million(Path(sys.argv[2]))]
    elif len(sys.argv) > 1:
        sys.exit("usage: python -m evaluation.bench [--million STORE]")
    elif not SHARED.is_dir():
        sys.exit("no data sets beside the checkout (../shared): nothing to measure")
    else:
        heading, rows = WHOLE, [*yardsticks(), *stages(), *growth("\n\n".join(texts(60))), *pages(), *store()]
    rows.append(("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", "MB"))
    table = "\n".join(
        ["| what | figure | unit |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    )
    note(HERE / "benchmarks.md", heading, table)
    print(table)
    if heading == WHOLE:
        costs.main()


def note(path: Path, heading: str, table: str) -> None:
    """Put a table under its heading, in place of the one of an earlier run; the other stays."""
    kept = dict(part.split("\n", 1) for part in path.read_text("utf8").split("\n## ")[1:])
    kept[heading] = f"\n{table}\n"
    parts = [f"## {name}\n{kept[name].rstrip()}\n" for name in (WHOLE, MILLION) if name in kept]
    path.write_text("\n".join([HEAD, *parts]), encoding="utf8")


if __name__ == "__main__":
    main()
