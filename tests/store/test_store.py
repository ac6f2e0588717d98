"""A store keeps what it said it stored, once each, and says what is wrong with it."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import duckdb
import polars
import pytest

from lagebild.errors import StoreError
from lagebild.store import Store, check, compact, stats
from lagebild.store.joining import FEW
from lagebild.store.schema import TABLES, VERSION
from tests.invented import Told, record

MEETING = Told("Moskau und Pjöngjang trafen sich.", "CONSULT", ["RUS", "PRK"], when="2023-09-13")
DENIAL = Told(
    "Pjöngjang bestritt die Lieferung.", "REJECT", ["PRK"], ["USA"], mode="deny", links=[("denies", 0)]
)


def filled(root: Path, *records: object, batch: int = 200) -> Store:
    store = Store.create(root)
    with store.writer(batch) as writer:
        for each in records:
            writer.add(each)  # type: ignore[arg-type]
    return Store(root)


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    one = record("eins", [MEETING, DENIAL])
    store = filled(tmp_path / "s", one)
    assert store.record("eins") == one
    row = store.rows("SELECT * FROM statements WHERE type = 'CONSULT'")[0]
    assert row["source_keys"] == ["RUS", "PRK"] and str(row["first_day"]) == "2023-09-13"
    assert store.rows('SELECT "from", "to", kind FROM links') == [
        {"from": "s2", "to": "s1", "kind": "denies"}
    ]
    assert check(store) == []


def test_every_table_answers_in_an_empty_store(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    for table, schema in TABLES.items():
        found = store.query(f'SELECT * FROM "{table}"')
        assert found.num_rows == 0 and set(schema.names) <= set(found.column_names)


def test_the_same_article_twice_is_one(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        assert writer.add(record("eins", [MEETING])) == "added"
        assert writer.add(record("eins", [MEETING])) == "known"
    with store.writer() as writer:
        assert writer.add(record("eins", [MEETING])) == "known"
    assert stats(Store(tmp_path / "s"))["documents"] == 1


def test_a_newer_text_replaces_and_the_old_one_is_kept(tmp_path: Path) -> None:
    uri = "https://example.org/artikel"
    filled(tmp_path / "s", record("alt", [MEETING], uri=uri, retrieved="2023-09-12T10:00:00Z"))
    newer = record(
        "neu", [MEETING, DENIAL], uri=uri, published="2023-10-01", retrieved="2023-10-01T10:00:00Z"
    )
    store = filled(tmp_path / "s", newer)
    assert [r["id"] for r in store.rows("SELECT id FROM documents")] == ["neu"]
    assert store.rows("SELECT DISTINCT document FROM statements") == [{"document": "neu"}]
    kept = store.rows("SELECT document, replaced_by FROM history")
    assert kept == [{"document": "alt", "replaced_by": "neu"}]
    with store.writer() as writer:
        older = record("alt", [MEETING], uri=uri, retrieved="2023-09-12T10:00:00Z")
        assert writer.add(older) == "older"
    assert check(store) == []


def test_a_text_that_was_never_current_is_kept_once(tmp_path: Path) -> None:
    """Whether it comes too late, or is replaced before it was stored."""
    uri = "https://example.org/artikel"
    late = record("erste", [MEETING], uri=uri, retrieved="2023-09-11T10:00:00Z")
    early = record("zweite", [MEETING], uri=uri, retrieved="2023-09-12T10:00:00Z", tail="Neu.")
    last = record("dritte", [MEETING, DENIAL], uri=uri, retrieved="2023-09-13T10:00:00Z")
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        assert [writer.add(each) for each in (early, last, late)] == ["added", "replaced", "older"]
    with store.writer() as writer:
        assert writer.add(late) == "older"
    kept = store.rows("SELECT document, replaced_by FROM history ORDER BY document")
    assert kept == [{"document": name, "replaced_by": "dritte"} for name in ("erste", "zweite")]
    assert [r["id"] for r in store.rows("SELECT id FROM documents")] == ["dritte"]
    assert check(store) == []


def test_an_open_store_sees_what_another_program_adds(tmp_path: Path) -> None:
    reader = filled(tmp_path / "s", record("eins", [MEETING]))
    assert len(reader.rows("SELECT id FROM documents")) == 1
    filled(tmp_path / "s", record("zwei", [MEETING]))
    assert len(reader.rows("SELECT id FROM documents")) == 2


def test_other_articles_of_a_rewritten_file_stay(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", *(record(f"d{n}", [MEETING]) for n in range(5)))
    with store.writer() as writer:
        assert writer.add(record("d2", [MEETING], tail="Neu.")) == "replaced"
    assert sorted(r["id"] for r in store.rows("SELECT id FROM documents")) == ["d0", "d1", "d2", "d3", "d4"]
    assert check(store) == []


def test_compacting_changes_files_not_rows(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", *(record(f"d{n}", [MEETING, DENIAL]) for n in range(6)), batch=2)
    before = store.rows("SELECT * FROM statements ORDER BY document, id")
    assert compact(store) > 0
    assert len(store.files("statements")) == 1
    assert store.rows("SELECT * FROM statements ORDER BY document, id") == before


def test_other_programs_read_the_tables_alone(tmp_path: Path) -> None:
    store = filled(
        tmp_path / "s", record("eins", [MEETING, DENIAL]), record("zwei", [MEETING], published=None)
    )
    pattern = str(store.root / "statements" / "**" / "*.parquet")
    by_duckdb = duckdb.sql(f"SELECT type FROM '{pattern}' ORDER BY document, id").fetchall()
    by_polars = polars.scan_parquet(pattern, hive_partitioning=True).sort("document", "id").collect()
    assert [t for (t,) in by_duckdb] == by_polars["type"].to_list() == ["CONSULT", "REJECT", "CONSULT"]
    assert set(by_polars["month"]) == {"2023-09", "unknown"}


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", record("eins", [MEETING]))
    (store.root / "store.json").write_text(json.dumps({"schema": 99}))
    with pytest.raises(StoreError, match="newer Lagebild"):
        Store(store.root)


def test_an_older_store_is_brought_up_from_its_records(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", record("eins", [MEETING]))
    for path in store.files("statements"):
        path.unlink()
    (store.root / "store.json").write_text(json.dumps({"schema": 0}))
    assert len(Store(store.root).rows("SELECT * FROM statements")) == 1
    assert json.loads((store.root / "store.json").read_text())["schema"] == VERSION


def test_a_damaged_file_costs_only_its_rows(tmp_path: Path) -> None:
    first, second = record("eins", [MEETING]), record("zwei", [MEETING], published="2023-10-01")
    store = filled(tmp_path / "s", first, second)
    broken = next(p for p in store.files("statements") if "2023-09" in str(p))
    broken.write_bytes(broken.read_bytes()[:100])
    again = Store(store.root)
    assert [r["document"] for r in again.rows("SELECT document FROM statements")] == ["zwei"]
    assert again.damaged == [str(broken)]
    assert any("damaged" in fault for fault in check(again))


def test_a_file_that_is_damaged_inside_costs_only_its_rows(tmp_path: Path) -> None:
    """Its footer is whole, so that only who reads the rows finds it out; a store that is open does so too."""
    months = [f"2023-{month:02d}-01" for month in range(1, 5)]
    store = filled(tmp_path / "s", *(record(day, [MEETING], published=day) for day in months))
    assert len(store.rows("SELECT text FROM statements")) == 4
    for broken in (path for path in store.files("statements") if path.parent.name < "month=2023-03"):
        whole = broken.read_bytes()
        broken.write_bytes(whole[:4] + b"\xff" * 1000 + whole[1004:])
    for asked in (store, Store(store.root)):
        assert asked.tuples("SELECT document FROM statements ORDER BY text, document") == [
            (d,) for d in months[2:]
        ]
        assert len(asked.damaged) == 2 and all("month=2023-0" in path for path in asked.damaged)


def test_a_damaged_file_stays_left_out_when_the_store_changes(tmp_path: Path) -> None:
    store = filled(
        tmp_path / "s", record("eins", [MEETING]), record("zwei", [MEETING], published="2023-10-01")
    )
    broken = next(p for p in store.files("statements") if "2023-09" in str(p))
    broken.write_bytes(broken.read_bytes()[:100])
    asked = Store(store.root)
    for n in (1, 2, 3):
        assert len(asked.rows("SELECT document FROM statements")) == n and asked.damaged == [str(broken)]
        filled(store.root, record(f"neu{n}", [MEETING], published="2023-11-01"))


def test_two_writers_are_told_apart(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with store.writer(), pytest.raises(StoreError, match="another program"), Store(store.root).writer():
        pass


def test_no_store_and_other_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="ingest"):
        Store(tmp_path / "nowhere")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("Brief")
    with pytest.raises(StoreError, match="no Lagebild store"):
        Store.create(tmp_path / "letters")


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = filled(tmp_path / "s", record("eins", [MEETING]))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="disk is full"), store.writer() as writer:
        writer.add(record("zwei", [MEETING]))
        monkeypatch.setattr("pyarrow.parquet.write_table", full)
    monkeypatch.undo()
    assert [r["id"] for r in Store(store.root).rows("SELECT id FROM documents")] == ["eins"]


WRITE_FOR_EVER = """
    import sys
    from lagebild.store import Store
    from tests.invented import Told, record
    store = Store.create(sys.argv[1])
    told = Told("Moskau und Kiew verhandelten.", "CONSULT", ["RUS", "UKR"])
    n = len(store.rows("SELECT id FROM documents"))
    with store.writer(batch=10_000) as writer:
        while True:
            for k in range(3):
                writer.add(record(f"d{n}", [told], published=f"2023-0{1 + n % 9}-01"))
                n += 1
            if n % 4 == 0:
                writer.add(record(f"d{n - 2}", [told, told], published="2023-11-01"))
            writer.flush()
            print(n, flush=True)
"""


def test_a_killed_writer_loses_nothing_reported(tmp_path: Path) -> None:
    """Killed at six moments spread over its work, the store opens and has every article reported."""
    root = tmp_path / "s"
    checkout = Path(__file__).resolve().parents[2]
    for round_ in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITE_FOR_EVER), str(root)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=checkout,
        )
        assert writer.stdout is not None
        reported = int(writer.stdout.readline())
        time.sleep(0.013 * round_ * round_)
        os.kill(writer.pid, signal.SIGKILL)
        rest = writer.communicate()[0].split()
        # The last line may be cut short by the kill: only whole lines are reports.
        reported = max([reported, *(int(n) for n in rest[:-1])])
        store = Store(root)
        ids = {r["id"] for r in store.rows("SELECT id FROM documents")}
        assert ids >= {f"d{n}" for n in range(reported)}
        assert check(store) == []


def test_small_files_are_joined_as_they_come(tmp_path: Path) -> None:
    """However often a writer flushes, a folder has few files, and the rows are those that were added."""
    store = Store.create(tmp_path / "s")
    with store.writer(batch=1) as writer:
        for n in range(70):
            writer.add(record(f"d{n}", [MEETING, DENIAL]))
    assert all(len(store.files(table)) <= FEW + 4 for table in TABLES)
    assert check(Store(store.root)) == []
    assert Store(store.root).rows("SELECT count(*) AS n, count(DISTINCT id) AS m FROM documents") == [
        {"n": 70, "m": 70}
    ]


def test_a_damaged_file_is_not_joined(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", *(record(f"d{n}", [MEETING]) for n in range(FEW)), batch=1)
    damaged = store.files("documents")[0]
    damaged.write_bytes(b"PAR1")
    with store.writer() as writer:
        writer.add(record("new", [MEETING]))
    assert damaged.exists() and len(store.files("documents")) == FEW + 1
    assert len(store.files("statements")) == 1


def test_large_files_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.store.joining.LARGE", 10)
    store = filled(tmp_path / "s", *(record(f"d{n}", [MEETING]) for n in range(FEW + 3)), batch=1)
    assert len(store.files("documents")) == FEW + 3
