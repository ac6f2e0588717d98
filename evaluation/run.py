"""Run every scorer that has its data and write one table: ``python -m evaluation.run``.

Reads the data sets and scorers from ``../shared`` (absent parts are skipped and said so),
writes the records it scored to ``evaluation/runs/`` and the table to ``evaluation/results.md``.
Speed is of one core, on the machine that runs this, in the moment of the run.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
RUNS = HERE / "runs"
GOLD = HERE / "gold"


@dataclass(frozen=True)
class Job:
    """One scorer on one data set, the figures to take from what it prints, and what to reach."""

    name: str
    gold: Path
    scorer: str
    inputs: Callable[[], Iterator[dict[str, object]]] | Path
    """Input lines to make a JSONL file of, or a folder of pages."""
    wanted: dict[str, tuple[str, float, bool]]
    """Figure → (pattern with one group in the scorer's output, bound, higher is better)."""


def lines(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a JSONL file, gzipped or not."""
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        yield json.loads(line)


def articles(ids: set[str]) -> Iterator[dict[str, object]]:
    """The plain-text articles with these ids as input lines."""
    for path in sorted((SHARED / "data/articles").glob("*.txt")):
        if path.stem in ids:
            about = json.loads(path.with_suffix(".json").read_text("utf8"))
            # Titles are left to the reader to find, as with any plain text.
            yield {"id": path.stem, "text": path.read_text("utf8"), "published": about.get("published")}


def quotes_input() -> Iterator[dict[str, object]]:
    for doc in lines(SHARED / "data/quotes/dev.jsonl.gz"):
        yield {"id": doc["id"], "text": doc["originalText"]}


def times_input() -> Iterator[dict[str, object]]:
    for doc in lines(SHARED / "data/times/dev.jsonl"):
        yield {"id": doc["id"], "text": doc["text"], "published": doc["published"]}


def gold_ids(path: Path) -> set[str]:
    return {str(doc["id"]) for doc in lines(path)} if path.exists() else set()


#: What articles that were not tuned on must reach: type, dyad and statement F1, factuality and attribution.
UNSEEN = (0.60, 0.50, 0.35, 0.80, 0.85)


def coded_input(gold: Path) -> Iterator[dict[str, object]]:
    """The articles of the quotation set that are coded in a file of the gold folder."""
    published = {str(doc["id"]): doc.get("published") for doc in lines(gold)}
    for part in ("train", "dev"):
        for doc in lines(SHARED / f"data/quotes/{part}.jsonl.gz"):
            name = str(doc["id"])
            if name in published:
                yield {"id": doc["id"], "text": doc["originalText"], "published": published[name]}


def coded_job(name: str) -> Job:
    """One file of coded articles of the quotation set."""
    gold = GOLD / f"{name}.jsonl"
    return statements_job(f"statements: {name} articles", gold, UNSEEN, lambda: coded_input(gold))


def sentences_job(half: str) -> Job:
    """One half of the single sentences, each read as an article of its own."""
    gold = GOLD / f"sentences-{half}.jsonl"
    return statements_job(
        f"statements: sentences, {half} half",
        gold,
        UNSEEN,
        lambda: ({"id": doc["id"], "text": doc["text"]} for doc in lines(gold)),
    )


def statements_job(
    name: str,
    gold: Path,
    bounds: tuple[float, float, float, float, float],
    inputs: Callable[[], Iterator[dict[str, object]]] | None = None,
) -> Job:
    type_, dyad, statement, factuality, attribution = bounds
    return Job(
        name,
        gold,
        "statements.py",
        inputs or (lambda: articles(gold_ids(gold))),
        {
            "type F1": (r"^type .*F1 ([\d.]+)", type_, True),
            "dyad F1": (r"^dyad .*F1 ([\d.]+)", dyad, True),
            "statement F1": (r"^statement .*F1 ([\d.]+)", statement, True),
            "factuality agrees": (r"^factuality +agrees ([\d.]+)", factuality, True),
            "attribution agrees": (r"^attribution +agrees ([\d.]+)", attribution, True),
        },
    )


def jobs() -> list[Job]:
    """All measurements, in the order of the table."""
    data = SHARED / "data"
    return [
        Job(
            "pages (40 real pages)",
            data / "pages/gold.jsonl",
            "pages.py",
            data / "pages",
            {
                "text F1": (r"^text .*F1 ([\d.]+)", 0.97, True),
                "pages under 0.9": (r"^pages under 0.9: (\d+)", 4, False),
            },
        ),
        Job(
            "times (117 articles)",
            data / "times/dev.jsonl",
            "times.py",
            times_input,
            {
                "value F1": (r"^value .*F1 ([\d.]+)", 0.82, True),
                "strict F1": (r"^strict .*F1 ([\d.]+)", 0.84, True),
                "relaxed F1": (r"^relaxed .*F1 ([\d.]+)", 0.92, True),
            },
        ),
        Job(
            "quotes (150 articles)",
            data / "quotes/dev.jsonl.gz",
            "quotes.py",
            quotes_input,
            {
                "joint F1": (r"^joint +P.*F1 ([\d.]+)", 0.72, True),
                "quote F1": (r"^quote +P.*F1 ([\d.]+)", 0.80, True),
                "speaker F1": (r"^speaker +P.*F1 ([\d.]+)", 0.78, True),
                "quote+speaker F1": (r"^quote\+speaker +P.*F1 ([\d.]+)", 0.62, True),
            },
        ),
        statements_job(
            "statements: seed", SHARED / "gold/statements.seed.jsonl", (0.80, 0.70, 0.60, 0.90, 0.90)
        ),
        statements_job("statements: tuned half", GOLD / "tuned.jsonl", UNSEEN),
        statements_job("statements: held-out half", GOLD / "heldout.jsonl", UNSEEN),
        coded_job("fresh"),
        coded_job("studied"),
        sentences_job("study"),
        sentences_job("report"),
    ]


def read_records(job: Job, path: Path) -> tuple[int, float]:
    """Read the job's inputs with the command line; returns words and seconds."""
    words = 0
    if isinstance(job.inputs, Path):
        feeds = sorted(job.inputs.glob("*.html.gz"))
    else:
        feed = path.with_suffix(".input.jsonl")
        feeds = [feed]
        with feed.open("w", encoding="utf8") as file:
            for line in job.inputs():
                words += len(str(line["text"]).split())
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    started = time.perf_counter()
    with path.open("wb") as out:
        subprocess.run([*READ, *map(str, feeds)], stdout=out, env=_one_core(), check=False)
    return words, time.perf_counter() - started


READ = [sys.executable, "-m", "lagebild", "read", "--format", "jsonl"]


def _one_core() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def score(job: Job) -> list[tuple[str, str, str, str, str]]:
    """The rows of one job: measure, figure, found, bound, reached."""
    if not job.gold.exists():
        return [(job.name, "–", "data not here", "", "")]
    gold = job.gold
    if gold.suffix == ".gz":
        gold = RUNS / gold.stem
        gold.write_bytes(gzip.decompress(job.gold.read_bytes()))
    records = RUNS / (re.sub(r"\W+", "-", job.name) + ".jsonl")
    words, seconds = read_records(job, records)
    command = [sys.executable, str(SHARED / "score" / job.scorer), str(gold), str(records)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(printed)
    found = [
        _row(job.name, figure, pattern, bound, up, printed)
        for figure, (pattern, bound, up) in job.wanted.items()
    ]
    if words > 10_000:
        found.append((job.name, "words/s, whole reading with start", f"{words / seconds:,.0f}", "", ""))
    return found


def base() -> list[tuple[str, str, str, str, str]]:
    """The language base on the treebank: what it says on the blocks that training leaves out, its speed on all."""
    treebank = SHARED / "data/treebank/gsd-dev.conllu"
    if not treebank.exists():
        return [("base (gsd-dev)", "–", "data not here", "", "")]
    with tempfile.TemporaryDirectory() as folder:
        unseen = Path(folder) / "unseen.conllu"
        unseen.write_text(_unseen(treebank.read_text(encoding="utf8")), encoding="utf8")
        judged = _judge_base(unseen)
    name = "base (unseen half of gsd-dev)"
    wanted = [
        ("tag", r"^tag ([\d.]+)", 0.960),
        ("lemma", r"lemma ([\d.]+)$", 0.965),
        *((f"{k} F1", rf"^{k} .*F1 ([\d.]+)", b) for k, b in BASE_BOUNDS.items()),
    ]
    rows = [_row(name, figure, pattern, bound, True, judged) for figure, pattern, bound in wanted]
    speed = _row("base (gsd-dev)", "words/s", r", (\d+) words/s", 20_000, True, _judge_base(treebank))
    return [*rows, speed]


def _unseen(treebank: str) -> str:
    """Every other block of sentences, those that `gsd_halves` in ``training/corpus.py`` keeps for the report."""
    sentences = treebank.strip().split("\n\n")
    return "\n\n".join(s for i, s in enumerate(sentences) if i // BLOCK % 2) + "\n\n"


def _judge_base(treebank: Path) -> str:
    command = [sys.executable, str(SHARED / "score/german.py"), str(treebank)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True, env=_one_core()).stdout
    print(printed)
    return printed


#: Sentences in a block of the treebank that is trained on as a whole or not at all.
BLOCK = 40
BASE_BOUNDS = {"mood": 0.90, "predicate": 0.92, "subject": 0.85, "object": 0.75, "complement": 0.80}


def _row(
    name: str, figure: str, pattern: str, bound: float, up: bool, printed: str
) -> tuple[str, str, str, str, str]:
    match = re.search(pattern, printed, re.MULTILINE)
    if match is None:
        return (name, figure, "not printed", f"{bound:g}", "no")
    value = float(match[1])
    reached = value >= bound if up else value <= bound
    return (name, figure, match[1], f"{bound:g}", "yes" if reached else "no")


def start_up() -> list[tuple[str, str, str, str, str]]:
    """Cold start: the median of three whole processes, seconds."""
    article = SHARED / "data/articles/seed.txt"
    runs = {"--help": ([*READ[:3], "--help"], 0.3), "one article, cold": ([*READ, str(article)], 3.0)}
    found = []
    for figure, (command, bound) in runs.items():
        if figure != "--help" and not article.exists():
            continue
        times = []
        for _ in range(4):
            started = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True, env=_one_core())
            times.append(time.perf_counter() - started)
        median = sorted(times[1:])[1]
        found.append(
            ("start-up", figure, f"{median:.2f} s", f"{bound:g} s", "yes" if median <= bound else "no")
        )
    return found


#: Seconds by the clock on the wall within which a store answers: of all articles here, and of a million statements.
ANSWERS = {
    "a store of real articles": {
        "dossier as text": 0.5,
        "page of a dossier": 0.2,
        "pages of search and network": 0.2,
    },
    "A store of one million": {
        "dossier as text": 1.0,
        "page of a dossier": 0.5,
        "pages of search and network": 0.5,
    },
}


def answers() -> list[tuple[str, str, str, str, str]]:
    """The slowest answers of stores, as the benchmarks have measured them (`benchmarks.md`), in either round."""
    found = []
    for section in (HERE / "benchmarks.md").read_text("utf8").split("\n## ")[1:]:
        title = section.splitlines()[0]
        for what, bound in next((b for name, b in ANSWERS.items() if name in title), {}).items():
            slowest = [
                float(match[1])
                for match in re.finditer(
                    rf"^\| {what}.*?\| [\d.]+, ([\d.]+) \| s \(wall\)", section, re.MULTILINE
                )
            ]
            if slowest:
                row = (f"{max(slowest):.2f} s", f"{bound:g} s", "yes" if max(slowest) <= bound else "no")
                found.append((title, f"{what}, slowest", *row))
    return found


def write(rows: list[tuple[str, str, str, str, str]]) -> None:
    """``evaluation/results.md``."""
    table = ["| what | figure | found | to reach | reached |", "| --- | --- | --- | --- | --- |"]
    table += [f"| {' | '.join(row)} |" for row in rows]
    head = (
        "# Results\n\nMade by `make evaluate`; the scorers and data are those of the data sets beside the checkout.\n"
        "The base's weights have seen every other block of gsd-dev; what is said of the base is of the rest.\n\n"
    )
    (HERE / "results.md").write_text(head + "\n".join(table) + "\n", encoding="utf8")
    print("\n".join(table))


def main() -> None:
    if not SHARED.is_dir():
        sys.exit("no data sets beside the checkout (../shared): nothing to measure")
    RUNS.mkdir(exist_ok=True)
    rows = base()
    for job in jobs():
        rows += score(job)
    write(rows + start_up() + answers())


if __name__ == "__main__":
    main()
