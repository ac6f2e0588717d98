"""A disk that is full, in every writer: one line says so, nothing that was stored is lost, the next run goes on."""

import errno
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from lagebild.cli import main
from lagebild.errors import StoreError
from lagebild.scale.ingest import ingest
from lagebild.scale.work import Batch, Read
from lagebild.store import Store, check, compact
from tests.invented import read_record, record
from tests.scale.watching import ALERT, EVENTS, Server, feeds, for_seconds, uris, watch

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def read(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
    """A stand-in for the reader that refuses every fifth document."""
    for batch in stream:
        yield (
            batch,
            [
                read_record(document.origin.uri, [EVENTS["kritik"]], uri=document.origin.uri)
                if int(json.loads(document.raw)["n"]) % 5
                else document.failure("no article", keep_raw=True)
                for document in batch
            ],
        )


@pytest.fixture
def archive(tmp_path: Path) -> str:
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps({"n": n, "text": "x"}) for n in range(50)))
    return str(tmp_path / "in.jsonl")


def full(path: Path) -> Path:
    """Put a file on a full disk; it must not be read, for it has no end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(FULL)
    return path


def no_space(*_: object, **__: object) -> int:
    """What any write to a full disk raises."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_journal_that_cannot_be_written_stops_the_run_and_the_next_goes_on(
    store: Store, archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lagebild.scale.keys.os.fsync", no_space)
    with pytest.raises(StoreError, match="disk is full"):
        ingest([archive], store, read=read)
    monkeypatch.undo()
    assert_goes_on(store, archive)


def test_a_quarantine_that_cannot_be_written_stops_the_run_and_the_next_goes_on(
    store: Store, archive: str
) -> None:
    index = full(store.root / "quarantine" / "index.tsv")
    with pytest.raises(StoreError, match="disk is full"):
        ingest([archive], store, read=read)
    index.unlink()
    assert_goes_on(store, archive)


def assert_goes_on(store: Store, archive: str) -> None:
    """Nothing that was stored is lost, and the same run ends the work."""
    assert check(Store(store.root)) == []
    summary = ingest([archive], Store(store.root), read=read)
    assert not summary.stopped and summary.added + summary.known + summary.failed == 50
    assert Store(store.root).rows("SELECT count(*) AS n FROM documents") == [{"n": 40}]
    assert len((store.root / "quarantine" / "index.tsv").read_text().splitlines()) >= 10


def test_quarantined_bytes_that_cannot_be_written_stop_the_run(
    store: Store, archive: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_bytes", no_space)
    with pytest.raises(StoreError, match="disk is full"):
        ingest([archive], store, read=read)
    monkeypatch.undo()
    assert ingest([archive], Store(store.root), read=read).failed == 10


def test_a_store_that_cannot_be_compacted_is_left_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        with store.writer() as writer:
            writer.add(record(f"d{n}", [EVENTS["kritik"]]))
    before = store.files("documents")

    monkeypatch.setattr("pyarrow.parquet.write_table", no_space)
    with pytest.raises(StoreError, match="left as it was"):
        compact(store)
    assert store.files("documents") == before and check(Store(store.root)) == []


def test_a_store_that_cannot_be_made_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "write_text", no_space)
    with pytest.raises(StoreError, match="No space left"):
        Store.create(tmp_path / "s")


def test_a_watch_waits_until_what_it_has_seen_can_be_noted(server: Server, store: Store) -> None:
    server.feed("kritik1")
    watching, clock, said = watch(store, feeds(server))
    path = full(store.root / "watch" / "seen.keys")
    for_seconds(watching, clock, 300)
    assert "wait to be stored" in said[0] and watching.unstored == 1
    path.unlink()
    for_seconds(watching, clock, 300)
    assert watching.unstored == 0 and uris(store) == ["kritik1"] and server.asked["/kritik1"] == 1


def test_an_alert_that_cannot_be_noted_fires_later(server: Server, store: Store) -> None:
    watching, clock, said = watch(store, feeds(server) + ALERT + 'to = { file = "w.jsonl" }\n')
    server.feed("granaten1")
    (journal,) = (store.root / "watch" / "alerts").iterdir()
    kept = journal.read_bytes()
    journal.unlink()
    full(journal)
    for_seconds(watching, clock, 300)
    assert (
        any("alerts are tried again later" in line for line in said) and not (store.root / "w.jsonl").exists()
    )
    journal.unlink()
    journal.write_bytes(kept)
    for_seconds(watching, clock, 300)
    assert len((store.root / "w.jsonl").read_text().splitlines()) == 1


def test_an_alerts_file_on_a_full_disk_gets_its_line_later(server: Server, store: Store) -> None:
    watching, clock, said = watch(store, feeds(server) + ALERT + 'to = { file = "w.jsonl" }\n')
    server.feed("granaten1")
    target = full(store.root / "w.jsonl")
    for_seconds(watching, clock, 200)
    assert any("no space left" in line for line in said) and watching.undelivered == 1
    target.unlink()
    for_seconds(watching, clock, 200)
    assert json.loads(target.read_text())["type"] == "AID" and watching.undelivered == 0


def test_a_feeds_validators_that_cannot_be_kept_cost_only_a_fetch(
    server: Server, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.feed("kritik1")
    watching, clock, said = watch(store, feeds(server))

    monkeypatch.setattr("lagebild.scale.watch.feeds.write_whole", no_space)
    for_seconds(watching, clock, 1500)
    assert any("fetched whole again" in line for line in said) and uris(store) == ["kritik1"]


def test_records_for_a_full_disk_are_told_of_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("lagebild.cli.output.tempfile.mkstemp", _full_file)
    (tmp_path / "a.txt").write_text("Russland lieferte am Mittwoch Getreide an China, sagte ein Sprecher.")
    with pytest.raises(SystemExit) as ended:
        main(["read", str(tmp_path / "a.txt"), "--output", str(tmp_path / "r.jsonl")])
    said = capsys.readouterr().err
    assert ended.value.code == 1 and "no space left" in said and said.count("\n") == 1
    assert not (tmp_path / "r.jsonl").exists()


def _full_file(dir: Path, prefix: str, suffix: str) -> tuple[int, str]:
    name = str(Path(dir) / f"{prefix}x{suffix}")
    full(Path(name))
    return os.open(name, os.O_WRONLY), name
