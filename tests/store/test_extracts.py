"""Extracts say what the tables say: after any change, in any order of ingest, and where they are damaged."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from lagebild.dossier import Query, dossier, network, search, settle
from lagebild.record import Record
from lagebild.store import EXTRACTS, Store, check, compact, copies, keep_extract
from lagebild.store.extracts import Extract, made_of, segments, write_extract
from tests.invented import Told, record

MEETING = Told("Moskau und Pjöngjang trafen sich.", "CONSULT", ["RUS", "PRK"], when="2023-09-13")
WARNING = Told("Die USA warnten Pjöngjang.", "THREATEN", ["USA"], ["PRK"], said_by=["?"])
DENIAL = Told("Das sei ein Märchen.", "REJECT", ["PRK"], ["USA"], links=[("denies", 1)])
ARTICLES = [
    record(f"d{n}", [MEETING, WARNING, DENIAL][: 1 + n % 3], published=f"2023-1{n % 3}-0{n + 1}", tail=f"Zahl{n}.")
    for n in range(6)
]  # fmt: skip


def filled(root: Path, articles: list[Record], batch: int = 2) -> Store:
    store = Store.create(root)
    with store.writer(batch) as writer:
        for each in articles:
            writer.add(each)
    return Store(root)


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every extract as a question sees it."""
    return {
        extract.name: store.tuples(f"SELECT {', '.join(extract.columns)} FROM {extract.name} ORDER BY ALL")
        for extract in EXTRACTS
    }


def kept(store: Store) -> list[Path]:
    return [path for extract in EXTRACTS for path in store.extract_files(extract)]


def only(store: Store, extract: Extract) -> Path:
    (path,) = store.extract_files(extract)
    return path


def test_an_extract_follows_every_change(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", ARTICLES[:3])
    settle(store)
    assert len(kept(store)) == len(EXTRACTS)
    with store.writer() as writer:
        for each in ARTICLES[3:]:
            writer.add(each)
        writer.add(record("d1", [DENIAL], published="2023-11-02", tail="Berichtigt."))
    told = rows(store)
    for path in kept(store):
        path.unlink()
    assert rows(store) == told
    assert (
        search(store, Query(text="zahl1")).total == 0 and search(store, Query(text="berichtigt")).total == 1
    )


def test_the_order_of_ingest_changes_nothing(tmp_path: Path) -> None:
    made = []
    for name, articles in (("a", ARTICLES), ("b", ARTICLES[::-1])):
        store = filled(tmp_path / name, articles)
        compact(store)
        settle(store)
        found = [store.tuples(f"SELECT * EXCLUDE (file) FROM '{path}'") for path in kept(store)]
        made.append((found, dossier(store, "RUS", "PRK"), search(store, Query())))
    assert made[0] == made[1]


def test_an_actor_without_a_country_is_no_country(tmp_path: Path) -> None:
    told = record(
        "a", [Told("Die Rebellen griffen Kiew an.", "ASSAULT", ["RUS"], ["UKR"], when="2023-09-13")]
    )
    told.actors[0] = structs.replace(told.actors[0], name="Rebellen", kind="group", country=None)
    store = filled(tmp_path / "s", [told])
    for _ in range(2):
        assert network(store) == [] and len(dossier(store, "Rebellen", "UKR").timeline) == 1
        settle(store)


@pytest.mark.parametrize("end", [20, -200])
def test_a_damaged_extract_is_not_missed(end: int, tmp_path: Path) -> None:
    """Neither one without its footer nor one that only breaks where it is read."""
    store = filled(tmp_path / "s", ARTICLES)
    before = rows(store), dossier(store, "RUS", "PRK")
    settle(store)
    for path in kept(store):
        whole = path.read_bytes()
        path.write_bytes(whole[:end] if end > 0 else whole[:4] + b"\xff" * 300 + whole[304:])
    assert any("is damaged" in fault and "compact" in fault for fault in check(Store(store.root)))
    again = Store(store.root)
    assert (rows(again), dossier(again, "RUS", "PRK")) == before
    settle(again)
    assert check(Store(store.root)) == []


def test_an_extract_that_lies_is_found_out(tmp_path: Path) -> None:
    one, other = filled(tmp_path / "a", ARTICLES), filled(tmp_path / "b", ARTICLES[:4])
    settle(one)
    settle(other)
    for extract in EXTRACTS:
        only(other, extract).replace(only(one, extract))
    assert len(check(Store(one.root))) == 0  # made of other files: not a row of it is read
    for extract in EXTRACTS:
        keep_extract(one, extract)
        path = only(one, extract)
        sound = path.read_bytes()
        table = one.query(f"SELECT * FROM '{path}' LIMIT 1")
        write_extract(extract, table, made_of(extract, path), path)
        assert [extract.name in fault for fault in check(Store(one.root))] == [True]
        path.write_bytes(sound)
    assert check(Store(one.root)) == []


def test_a_word_is_found_wherever_it_stands(tmp_path: Path) -> None:
    """As it is written, inside a longer word, with signs, and only where every word is there."""
    store = filled(
        tmp_path / "s", [record("a", [MEETING], tail="Der Öl-Preis der Übersee-Häfen stieg."), *ARTICLES]
    )
    for _ in range(2):
        for text, n in (
            ("hÄfen", 1),
            ("über", 1),
            ("Öl-Preis", 1),
            ("öl Zahl1", 0),
            ("zahl5", 3),
            ("Öl-Preise", 0),
        ):
            assert search(store, Query(text=text)).total == n, text
        settle(store)


def test_an_extract_by_another_rule_is_not_read(tmp_path: Path) -> None:
    """As a later Lagebild finds it that wants other columns."""
    store = filled(tmp_path / "s", ARTICLES)
    settle(store)
    told = rows(store)
    for extract in EXTRACTS:
        path = only(store, extract)
        other = replace(extract, columns={"document": "document"}, where="false")
        write_extract(other, store.query("SELECT 1 AS document"), made_of(extract, path), path)
    assert rows(Store(store.root)) == told


def answers(store: Store) -> tuple[object, ...]:
    pairs = (("RUS", "PRK"), ("USA", "PRK"))
    return (*(dossier(store, *pair) for pair in pairs), network(store), search(store, Query()), copies(store))


def test_a_store_that_is_settled_after_every_change_says_the_same(tmp_path: Path) -> None:
    """New articles, a replaced one that takes its event along, small files joined: as if all were made anew."""
    grown = Store.create(tmp_path / "grown")
    told = [*ARTICLES, record("d2", [WARNING], published="2023-12-03", tail="Berichtigt.")]
    told += [
        record(f"e{n}", [MEETING, DENIAL], published="2023-12-04", tail=f"Nachtrag {n}.") for n in range(20)
    ]
    for n, each in enumerate(told):
        with grown.writer() as writer:
            writer.add(each)
        if n % 3 != 1:
            settle(grown)
    settle(grown)
    whole = filled(tmp_path / "whole", told, batch=100)
    assert answers(Store(grown.root)) == answers(whole)
    assert check(Store(grown.root)) == []
    assert max(len(grown.extract_files(extract)) for extract in EXTRACTS) < 6
    assert len(list((grown.root / "statements" / "month=2023-12").iterdir())) <= 17


def test_a_settled_store_is_left_as_it_is(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", ARTICLES)
    settle(store)
    before = {path: path.stat().st_mtime_ns for path in store.root.rglob("*.parquet")}
    settle(Store(store.root))
    assert before == {path: path.stat().st_mtime_ns for path in store.root.rglob("*.parquet")}


def test_a_small_addition_leaves_large_segments_alone(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", ARTICLES)
    settle(store)
    large = kept(store)
    with store.writer() as writer:
        writer.add(record("neu", [MEETING], published="2023-10-02"))
    settle(store)
    assert set(large) < set(kept(store)) and len(kept(store)) == 2 * len(large)
    assert check(Store(store.root)) == []


def test_files_that_two_segments_have_are_read_once(tmp_path: Path) -> None:
    """As a crash leaves them between putting a new segment in and taking those out that it stands for."""
    store = filled(tmp_path / "s", ARTICLES[:3])
    settle(store)
    first = {path: path.read_bytes() for path in kept(store)}
    with store.writer() as writer:
        for each in ARTICLES[3:]:
            writer.add(each)
    settle(store)
    told = answers(Store(store.root))
    for path, content in first.items():
        path.write_bytes(content)
    assert answers(Store(store.root)) == told and check(Store(store.root)) == []
    settle(Store(store.root))
    for extract in EXTRACTS:
        named = [name for each in segments(extract, store.extract_files(extract)) for name in each.files]
        assert len(named) == len(set(named))


SETTLE_FOR_EVER = """
    import sys
    from lagebild.dossier import settle
    from lagebild.store import Store
    from tests.store.test_extracts import DENIAL, MEETING, WARNING, record
    store = Store(sys.argv[1])
    n = len(store.rows("SELECT id FROM documents"))
    while True:
        with store.writer() as writer:
            for k in range(3):
                writer.add(record(f"d{n}", [MEETING, WARNING, DENIAL], published=f"2023-0{1 + n % 9}-01", tail=f"Z{n}"))
                n += 1
            if n % 4 == 0:
                writer.add(record(f"d{n - 2}", [MEETING], published="2023-11-01", tail="Neu."))
        settle(store)
        print(n, flush=True)
"""


def test_a_store_killed_while_it_settles_answers_right(tmp_path: Path) -> None:
    """Killed at three moments while extracts, copies and events are written, the store opens and answers right."""
    root = filled(tmp_path / "s", ARTICLES).root
    for round_ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(SETTLE_FOR_EVER), str(root)],
            stdout=subprocess.PIPE, text=True, cwd=Path(__file__).resolve().parents[2],
        )  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.06 * round_)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        store = Store(root)
        told = answers(store)
        assert check(store) == []
        aside = root.rename(root.with_name("aside"))
        shutil.copytree(aside, root, ignore=shutil.ignore_patterns(".derived"))
        assert answers(Store(root)) == told
        shutil.rmtree(root)
        aside.rename(root)
    settle(Store(root))
    assert not list((root / ".derived").glob("*.part")) and answers(Store(root)) == told
