"""An archive of invented articles, read: ``python -m evaluation.archive [ARTICLES] [WORKERS]`` (``make bench-archive``).

It writes ``evaluation/archive.md``, anew with every row. Invented articles, every one with names,
places, numbers and dates of its own, are read into a store; at each mark (100, 300, 1,000 …) the
rate since the last one and the memory of all processes are noted. 100,000 articles take most of an
hour on one core. Where other work runs beside it, the rate by processor time is the one that counts.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from lagebild.intake import Options
from lagebild.scale.ingest import Summary, ingest
from lagebild.scale.pool import Pool
from lagebild.store import Store

HERE = Path(__file__).resolve().parent

STATES = (
    ("Deutschland", "deutsche"), ("Frankreich", "französische"), ("Polen", "polnische"), ("Russland", "russische"),
    ("China", "chinesische"), ("Indien", "indische"), ("Nordkorea", "nordkoreanische"), ("Japan", "japanische"),
    ("Ungarn", "ungarische"), ("Serbien", "serbische"), ("Israel", "israelische"), ("Ägypten", "ägyptische"),
    ("Brasilien", "brasilianische"), ("Kanada", "kanadische"), ("Schweden", "schwedische"), ("Kenia", "kenianische"),
)  # fmt: skip
PLACES = (
    "Wien",
    "Genf",
    "Brüssel",
    "Warschau",
    "Peking",
    "Kairo",
    "Nairobi",
    "Ottawa",
    "Oslo",
    "Doha",
    "Belgrad",
)
GOODS = (
    "Getreide",
    "Munition",
    "Medikamente",
    "Stahl",
    "Erdgas",
    "Impfstoff",
    "Panzer",
    "Saatgut",
    "Drohnen",
)
OFFICES = (
    "Außenministerin",
    "Verteidigungsministerin",
    "Regierungssprecherin",
    "Botschafterin",
    "Präsidentin",
)
SAID = (
    "{who} habe {tons} Tonnen {goods} an {whom} geliefert, sagte {name} am {weekday} in {place}.",
    "Die {adjective} Regierung wies den Vorwurf zurück, sie wolle {whom} mit {goods} erpressen.",
    "{name} kündigte an, im {month} nach {place} zu reisen und dort über {goods} zu verhandeln.",
    "Nach Angaben der {adjective} {office} starben bei Kämpfen nahe {place} mindestens {tons} Menschen.",
    "{who} und {whom} könnten den Vertrag von {place} bis {year} erneuern, hieß es aus Kreisen um {name}.",
    "„Wir werden {whom} nicht im Stich lassen“, sagte {name} der Zeitung „Blatt {year}“.",
)
SYLLABLES = (
    ("Ber", "Hal", "Kor", "Lin", "Mar", "Ost", "Ram", "Tel"), ("den", "ga", "lo", "min", "ra", "sen", "ti"),
    ("bach", "ek", "hardt", "ić", "kow", "mann", "ow", "stein"),
)  # fmt: skip
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")
MONTHS = ("Januar", "März", "April", "Juni", "August", "Oktober", "Dezember")


def articles(count: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Invented articles of three sentences and a title; the same ones for the same seed."""
    dice = random.Random(seed)
    surnames = ["".join(parts) for parts in product(*SYLLABLES)]
    for n in range(count):
        (who, adjective), (whom, _) = dice.sample(STATES, 2)
        facts = {
            "who": who, "adjective": adjective, "whom": whom,
            "name": f"{dice.choice('ABCDEFGHJKLM')}. {dice.choice(surnames)}",
            "tons": str(dice.randrange(2, 90_000)), "goods": dice.choice(GOODS), "place": dice.choice(PLACES),
            "office": dice.choice(OFFICES), "weekday": dice.choice(WEEKDAYS), "month": dice.choice(MONTHS),
            "year": str(dice.randrange(1990, 2040)),
        }  # fmt: skip
        text = " ".join(sentence.format(**facts) for sentence in dice.sample(SAID, 3))
        day = date(2015, 1, 1) + timedelta(days=dice.randrange(3650))
        yield {"id": f"n{n}", "text": f"{facts['goods']} für {whom}\n{text}", "published": day.isoformat()}


@dataclass(frozen=True)
class Usage:
    """What a run takes: resident MB of a process and of its largest child, processor seconds of all."""

    own: int
    worker: int
    seconds: float


def usage(here: int | None = None) -> Usage:
    """What a process, by its number, or else this one, and its children take at this moment."""
    here = here or os.getpid()
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    megabytes, seconds = {here: 0, 0: 0}, 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf8", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        process, parent = int(stat.parent.name), int(fields[1])
        if here in (process, parent):
            megabytes[process] = int(fields[21]) * page // 1_048_576
            seconds += sum(int(ticks) for ticks in fields[11:15]) / tick
    return Usage(megabytes.pop(here), max(megabytes.values()), seconds)


def marks(count: int) -> list[int]:
    """100, 300, 1,000, 3,000 … up to ``count``, which ends them."""
    return [n for power in range(2, 9) for n in (10**power, 3 * 10**power) if n < count] + [count]


class Table:
    """The rows of a run, written to ``archive.md`` as they come."""

    def __init__(self, count: int, workers: int) -> None:
        self._to_come = marks(count)
        self._last = (0, time.perf_counter(), usage().seconds)
        self._lines = [
            "# An archive", "",
            f"Made by `make bench-archive`: invented articles of about 45 words read into one store by {workers} "
            f"process{'es' if workers > 1 else ''}.",
            "MB are resident memory when so many articles were read; the rates are those since the row above.", "",
            "| articles | articles/s (wall) | articles/s of processor time | MB | MB of the largest worker |",
            "| --- | --- | --- | --- | --- |",
        ]  # fmt: skip

    def tell(self, summary: Summary) -> None:
        """Add a row when the next mark is reached."""
        if not self._to_come or summary.documents < self._to_come[0]:
            return
        self._to_come.pop(0)
        now, used = time.perf_counter(), usage()
        more = summary.documents - self._last[0]
        wall, processor = more / (now - self._last[1]), more / (used.seconds - self._last[2])
        self._last = (summary.documents, now, used.seconds)
        self._lines.append(
            f"| {summary.documents:,} | {wall:.1f} | {processor:.1f} | {used.own} | {used.worker or '–'} |"
        )
        print(self._lines[-1], flush=True)
        (HERE / "archive.md").write_text("\n".join(self._lines) + "\n", encoding="utf8")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "all.jsonl"
        with feed.open("w", encoding="utf8") as file:
            for article in articles(count):
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
        with closing(Pool(workers)) if workers > 1 else nullcontext() as pool:
            ingest(
                [str(feed)],
                Store.create(Path(folder) / "store"),
                tell=Table(count, workers).tell,
                read=pool.reading(Options()) if pool else None,
            )


if __name__ == "__main__":
    main()
