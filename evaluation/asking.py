"""How long a store takes to answer: dossiers and pages.

The first question of a process opens the store and reads what lies beside it; it has a line of its own. All others
are asked in that process, first each for the first time, when what it reads may still lie on the disk alone, then
again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median
from urllib.parse import quote

from fastapi.testclient import TestClient

from lagebild.dossier import answer_dossier
from lagebild.export import maps
from lagebild.export.answers import render
from lagebild.store import Store
from lagebild.web import create_app

Row = tuple[str, str, str]

#: Pairs of actors that are asked about: those with most statements, and as many from all the others.
PAIRS = 20

#: Pages but those of two actors.
PAGES = (
    "/", "/network", "/?type=ASSAULT", "/?actor=RUS", "/?actor=RUS&other=UKR&certainty=CT-", "/?text=Armee",
    "/?text=Hafen+Grenze", "/?text=Zebra", "/?text=Regierung+Abkommen+Gas+Zoll", "/?text=Armee&actor=DEU&other=FRA",
    "/?source=Interfax", "/?since=2020-01-01&until=2020-02-01",
)  # fmt: skip


def measured(store: Store) -> Iterator[Row]:
    """Seconds of wall clock and of processor: the median question and the slowest, and the first of the process."""
    started, busy = time.perf_counter(), time.process_time()
    render(answer_dossier(store, "RUS", "PRK", most=100), "text")
    wall, processor = time.perf_counter() - started, time.process_time() - busy
    yield (
        "the first dossier of a process, store opened",
        f"{wall:.2f}, {processor:.2f}",
        "s (wall, processor)",
    )
    found = store.tuples("SELECT a, b FROM pairs GROUP BY a, b ORDER BY count(*) DESC, a, b")
    pairs = [*found[:PAIRS], *found[PAIRS :: max(1, len(found) // PAIRS)]]
    articles = [id_ for (id_,) in store.tuples("SELECT id FROM documents ORDER BY hash(id), id LIMIT 20")]
    render(answer_dossier(store, *found[-1], most=100), "text")
    yield from _figures(
        f"dossier as text, {len(pairs)} pairs",
        [lambda a=a, b=b: render(answer_dossier(store, a, b, most=100), "text") for a, b in pairs],
    )
    maps.warm()  # as `lagebild serve` does before the first reader comes
    with TestClient(create_app(store)) as client:

        def get(path: str) -> None:
            assert client.get(path).status_code == 200, path

        asked = [f"/dossier/{quote(a, safe='')}/{quote(b, safe='')}" for a, b in [found[-1], *pairs]]
        for path in (asked[0], "/", f"/article/{quote(articles[0])}"):
            get(path)  # templates, fonts of the map and the like are read once a process
        for name, paths in (
            (f"page of a dossier, {len(pairs)} pairs", asked[1:]),
            ("page of an article", [f"/article/{quote(id_)}" for id_ in articles[1:]]),
            ("pages of search and network", list(PAGES)),
        ):
            yield from _figures(name, [lambda path=path: get(path) for path in paths])


def _figures(name: str, questions: list[Callable[[], object]]) -> Iterator[Row]:
    for which in ("first asked", "asked again"):
        wall, processor = [], []
        for ask in questions:
            started, busy = time.perf_counter(), time.process_time()
            ask()
            wall.append(time.perf_counter() - started)
            processor.append(time.process_time() - busy)
        for what, taken in (("s (wall)", wall), ("s (processor)", processor)):
            yield f"{name}, {which}: median, slowest", f"{median(taken):.2f}, {max(taken):.2f}", what
