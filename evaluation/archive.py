"""An archive of invented articles, read: ``python -m evaluation.archive [ARTICLES] [WORKERS]`` (``make bench-archive``).

It writes ``evaluation/archive.md``. Invented articles, every one with names, places, numbers and
dates of its own, are read into a store; at each power of ten the rate since the last one and the
memory of all processes are noted. 100,000 articles take most of an hour on one core.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

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


def memory() -> tuple[int, int]:
    """Resident memory in MB: of this process, and of the largest of its children."""
    here = os.getpid()
    children = [0]
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue  # it has ended
        if int(lines["PPid"]) == here and "VmRSS" in lines:
            children.append(int(lines["VmRSS"].split()[0]) // 1024)
    own = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_048_576
    return own, max(children)


def growth(count: int, workers: int) -> Iterator[tuple[str, str, str, str]]:
    """Articles, articles a second since the row before, MB here, MB of the largest worker; one row a power of ten."""
    from lagebild.scale import Summary, ingest
    from lagebild.store import Store

    rows: list[tuple[str, str, str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "all.jsonl"
        with feed.open("w", encoding="utf8") as file:
            for article in articles(count):
                file.write(json.dumps(article, ensure_ascii=False) + "\n")
        last = [0, time.perf_counter()]
        marks = [n for n in (10**2, 10**3, 10**4, 10**5, 10**6) if n < count] + [count]

        def tell(summary: Summary) -> None:
            if not marks or summary.documents < marks[0]:
                return
            marks.pop(0)
            now = time.perf_counter()
            own, worker = memory()
            rate = (summary.documents - last[0]) / (now - last[1])
            last[:] = [summary.documents, now]
            rows.append((f"{summary.documents:,}", f"{rate:.1f}", str(own), str(worker) if worker else "–"))
            print(*rows[-1], sep="\t", flush=True)

        ingest([str(feed)], Store.create(Path(folder) / "store"), workers=workers, tell=tell)
    yield from rows


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rows = list(growth(count, workers))
    head = (
        "# An archive\n\nMade by `make bench-archive`: invented articles of about 45 words read into one store by "
        f"{workers} process{'es' if workers > 1 else ''}.\nMB are resident memory when so many articles were read.\n\n"
        "| articles | articles/s since the row above | MB | MB of the largest worker |\n| --- | --- | --- | --- |\n"
    )
    (HERE / "archive.md").write_text(
        head + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n", encoding="utf8"
    )


if __name__ == "__main__":
    main()
