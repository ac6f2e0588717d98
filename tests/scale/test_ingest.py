"""Archives read into a store: whole, once, resumable, whatever dies on the way."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lagebild.errors import StoreError
from lagebild.intake import Options
from lagebild.intake.source import Document, Origin
from lagebild.scale.ingest import Summary, ingest
from lagebild.scale.keys import Keys
from lagebild.scale.pool import Pool
from lagebild.scale.work import Batch, Read, read_batch
from lagebild.store import Store, check
from tests.invented import Told, read_record, record
from tests.scale import watching
from tests.scale.watching import Server

TEXT = (
    "Der Außenminister traf am Mittwoch in Wien seinen Kollegen aus Ungarn. "
    "Österreich lieferte {} Tonnen Getreide an die Ukraine, sagte ein Sprecher der Regierung."
)


MEETING = Told("Moskau und Kiew verhandelten.", "CONSULT", ["RUS", "UKR"])
CHECKOUT = Path(__file__).resolve().parents[2]


def stand_in(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
    """A reader that finds the same meeting in every document."""
    for batch in stream:
        yield batch, [read_record(document.key, [MEETING], uri=document.origin.uri) for document in batch]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Thirty articles in two files, with two lines that hold none."""
    lines = [
        json.dumps({"id": f"a{n}", "text": TEXT.format(n), "published": f"2024-0{1 + n % 9}-03"})
        for n in range(30)
    ]
    lines.insert(7, "{broken")
    lines.insert(20, json.dumps({"id": "leer", "text": "  "}))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.jsonl").write_text("\n".join(lines[:16]))
    (tmp_path / "in" / "2.jsonl").write_text("\n".join(lines[16:]))
    return tmp_path / "in"


def rows(store: Store) -> list[dict[str, object]]:
    return Store(store.root).rows("SELECT * EXCLUDE (month) FROM statements ORDER BY document, id")


def test_all_is_read_once_and_failures_are_kept(archive: Path, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    summary = ingest([str(archive)], store)
    assert (summary.added, summary.failed, summary.known) == (30, 2, 0)
    assert check(Store(store.root)) == [] and len(rows(store)) >= 30
    index = (store.root / "quarantine" / "index.tsv").read_text().splitlines()
    assert len(index) == 2 and "not JSON" in index[0]
    kept = store.root / "quarantine" / index[0].split("\t")[0]
    assert kept.read_text().strip() == "{broken"
    again = ingest([str(archive)], Store(store.root))
    assert (again.added, again.known, again.failed) == (0, 32, 0)


def test_several_processes_give_the_same_store(archive: Path, tmp_path: Path) -> None:
    alone, many = Store.create(tmp_path / "one"), Store.create(tmp_path / "two")
    ingest([str(archive)], alone)
    with closing(Pool(2)) as pool:
        summary = ingest([str(archive)], many, read=pool.reading(Options()))
    assert summary.added == 30
    assert rows(many) == rows(alone)


def test_interrupted_it_keeps_what_was_read_and_goes_on(archive: Path, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")

    def interrupted(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        for number, batch in enumerate(stream):
            if number == 1:
                raise KeyboardInterrupt
            yield batch, read_batch(batch, Options())

    first = ingest([str(archive)], store, read=interrupted)
    assert first.stopped and 0 < first.added < 30
    second = ingest([str(archive)], Store(store.root))
    assert first.added + second.added == 30 and second.known >= first.added
    assert check(Store(store.root)) == []


def test_a_document_that_kills_its_worker_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker is killed from outside while it reads; nothing is lost and nothing comes twice."""
    documents = [Document(Origin(uri=f"d{n}"), TEXT.format(n).encode(), "text") for n in range(12)]
    pool = Pool(1)
    batches = [documents[:4], documents[4:8], documents[8:]]
    results = []
    for number, (batch, found) in enumerate(pool.reading(Options())(batches)):
        results += [(d.origin.uri, type(r).__name__) for d, r in zip(batch, found, strict=True)]
        if number == 0:
            for worker in list(pool._pool._processes.values()):
                os.kill(worker.pid or 0, signal.SIGKILL)
    pool.close()
    assert results == [(f"d{n}", "Ready") for n in range(12)]


def test_workers_that_cannot_start_stop_the_run_with_one_line(tmp_path: Path) -> None:
    """Spawned workers import the main module anew; one from standard input is nowhere to be found again."""
    code = f"""
if __name__ == "__main__":
    from lagebild.intake import Options
    from lagebild.scale.ingest import ingest
    from lagebild.scale.pool import Pool
    from lagebild.store import Store
    try:
        read = Pool(2).reading(Options())
        ingest([{str(tmp_path / "in")!r}], Store.create({str(tmp_path / "s")!r}), read=read)
    except Exception as error:
        print(type(error).__name__, error)
"""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    run = subprocess.run([sys.executable, "-"], input=code, capture_output=True, text=True, check=False)
    assert run.stdout.startswith("StartError the processes that read cannot start")
    assert not (tmp_path / "s" / "quarantine").exists()


def test_an_article_that_breaks_the_reader_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from lagebild.reading import reader

    whole = reader.assemble

    def brittle(doc: object, article: object, reading: object) -> object:
        if "Tonnen 3" in getattr(article, "text", "") or " 3 Tonnen" in getattr(article, "text", ""):
            raise ValueError("broken")
        return whole(doc, article, reading)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "assemble", brittle)
    documents = [Document(Origin(uri=f"d{n}"), TEXT.format(n).encode(), "text") for n in range(5)]
    found = read_batch(documents, Options())
    assert [type(f).__name__ for f in found] == ["Ready", "Ready", "Ready", "Failure", "Ready"]
    assert "broken" in str(found[3])


def test_killed_at_any_moment_nothing_is_lost(archive: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    command = [
        sys.executable,
        "-m",
        "lagebild",
        "ingest",
        str(archive),
        "--into",
        str(store),
        "--workers",
        "1",
    ]
    for wait in (1.0, 4.0):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        run.kill()
        run.wait()
    # Whatever the two killed runs left, the third ends the work (status 1: two lines hold no article).
    last = subprocess.run(command, capture_output=True, text=True, check=False)
    assert last.returncode in (0, 1), last.stderr
    assert "Traceback" not in last.stderr
    opened = Store(store)
    assert opened.rows("SELECT count(DISTINCT id) AS n, count(*) AS m FROM documents") == [{"n": 30, "m": 30}]
    assert check(opened) == []


def test_keys_survive_a_line_cut_short(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "k")
    keys.add(["ab" * 12, "cd" * 12])
    with (tmp_path / "k").open("a") as file:
        file.write("ef" * 5)
    again = Keys(tmp_path / "k")
    assert "ab" * 12 in again and "cd" * 12 in again
    again.add(["12" * 12])
    assert "12" * 12 in Keys(tmp_path / "k") and "ef" * 12 not in Keys(tmp_path / "k")


def test_two_runs_at_once_are_told_apart(archive: Path, tmp_path: Path) -> None:
    """The second is refused in one line and changes nothing; the first ends its work."""
    store = Store.create(tmp_path / "s")
    refused: list[str] = []

    def second(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        for batch in stream:
            with pytest.raises(StoreError, match="another program") as error:
                ingest([str(archive)], Store(store.root), read=stand_in)
            refused.append(str(error.value))
            yield from stand_in([batch])

    summary = ingest([str(archive)], store, read=second)
    assert (summary.added, summary.failed) == (32, 0) and len(refused) == 2 and "\n" not in refused[0]
    assert Store(store.root).rows("SELECT count(*) AS n FROM documents") == [{"n": 32}]
    assert check(Store(store.root)) == []


def test_a_clock_that_stands_still_or_is_set_back_does_no_harm(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a change of the store nor the journal of keys lives by the time of day."""
    store = Store.create(tmp_path / "s")
    times = iter([10**18, 10**18, 9 * 10**17, 9 * 10**17])
    monkeypatch.setattr("lagebild.store.journal.time.time_ns", lambda: next(times))
    for _ in range(4):
        with store.writer() as writer:
            writer.add(record(f"n{len(store.files('documents'))}", [MEETING]))
    assert len(store.files("documents")) == 4 and check(Store(store.root)) == []
    assert Store(store.root).rows("SELECT count(DISTINCT id) AS n FROM documents") == [{"n": 4}]


INGEST_FOR_EVER = """
    import sys
    from lagebild.scale.ingest import Summary, ingest
    from lagebild.store import Store
    from tests.scale.test_ingest import stand_in
    summary = ingest([sys.argv[1]], Store.create(sys.argv[2]), read=stand_in, tell=lambda s: print(s.documents, flush=True))
    print(summary)
"""


def test_killed_at_random_moments_the_store_is_sound_after_each(tmp_path: Path) -> None:
    """``kill -9`` at moments that chance names, and at last the run ends with every article once."""
    lines = [json.dumps({"id": f"a{n}", "text": TEXT.format(n)}) for n in range(3000)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    command = [
        sys.executable,
        "-c",
        textwrap.dedent(INGEST_FOR_EVER),
        str(tmp_path / "in.jsonl"),
        str(tmp_path / "s"),
    ]
    reached = 0
    for _ in range(3):
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT)
        assert run.stdout is not None and run.stdout.readline()
        time.sleep(random.random() / 5)
        run.kill()
        run.communicate()
        store = Store(tmp_path / "s")
        assert check(store) == []
        stored = store.rows("SELECT count(*) AS n FROM documents")[0]["n"]
        assert stored >= reached
        reached = stored
    last = subprocess.run(
        command, capture_output=True, text=True, cwd=CHECKOUT, check=True
    ).stdout.splitlines()
    store = Store(tmp_path / "s")
    assert store.rows("SELECT count(*) AS n, count(DISTINCT id) AS m FROM documents") == [
        {"n": 3000, "m": 3000}
    ]
    assert check(store) == [] and "0 failed" in last[-1]


def test_what_is_not_for_us_is_skipped_counted_and_not_kept(tmp_path: Path) -> None:
    """A picture in a folder and an article in another language: no failure, no quarantine, and once only."""
    english = "The minister said that the government would not send the tanks to the front before the end of the year. "
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "b.txt").write_text(english * 5)
    (tmp_path / "in" / "c.jpg").write_bytes(b"\xff\xd8\xff")
    store = Store.create(tmp_path / "s")
    summary = ingest([str(tmp_path / "in")], store)
    assert (summary.added, summary.skipped, summary.failed) == (1, 2, 0)
    assert "1 × language English" in str(summary) and not (store.root / "quarantine").exists()
    again = ingest([str(tmp_path / "in")], store)
    assert (again.added, again.known, again.skipped) == (0, 2, 1)


def test_reasons_are_counted_by_kind_however_many_they_are(archive: Path, tmp_path: Path) -> None:
    broken = [f'{{"id": {"0" * n}1' for n in range(1, 30)]
    (tmp_path / "broken.jsonl").write_text("\n".join(broken))
    summary = ingest([str(tmp_path / "broken.jsonl")], Store.create(tmp_path / "s"))
    assert summary.failed == 29 and summary.reasons == {"this line is not JSON": 29}


def test_ctrl_c_in_the_midst_of_a_write_stores_nothing_twice(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lagebild.store import journal

    apply = journal._apply

    def interrupted(root: Path, entry: dict[str, object]) -> None:
        monkeypatch.setattr(journal, "_apply", apply)
        signal.raise_signal(signal.SIGINT)
        apply(root, entry)

    monkeypatch.setattr(journal, "_apply", interrupted)
    store = Store.create(tmp_path / "s")
    # A shell that runs the tests in the background has them ignore the signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        summary = ingest([str(archive)], store, read=stand_in)
    finally:
        signal.signal(signal.SIGINT, before)
    assert summary.stopped and check(Store(store.root)) == []
    again = ingest([str(archive)], Store(store.root), read=stand_in)
    assert again.known >= 32 and again.added == 0
    assert Store(store.root).rows("SELECT count(*) AS n, count(DISTINCT id) AS m FROM documents") == [
        {"n": 32, "m": 32}
    ]


def test_what_a_feed_named_is_not_asked_for_again_by_the_next_run(server: Server, tmp_path: Path) -> None:
    """Pages that were dealt with stay so; one that failed, and one that is said to be new, are fetched."""
    entry = f"<url><loc>{server.url}/{{}}</loc><lastmod>{{}}</lastmod></url>"
    server.answers |= {f"/kritik{n}": f"<p>kritik{n}</p>" for n in (1, 2)} | {"/kritik3": 404}

    def run(*changed: str) -> Summary:
        entries = "".join(entry.format(f"kritik{n}", day) for n, day in enumerate(changed, 1))
        (tmp_path / "sitemap.xml").write_text(f"<urlset>{entries}</urlset>")
        return ingest([str(tmp_path / "sitemap.xml")], store, watching.OPEN, read=watching.read)

    store = Store.create(tmp_path / "s")
    first = run("2024-01-01", "2024-01-01", "2024-01-01")
    assert (first.added, first.failed) == (2, 1)
    second = run("2024-01-01", "2024-02-02", "2024-01-01")
    assert (second.added, second.known, second.failed) == (0, 2, 1)
    asked = {path: server.asked[path] for path in ("/kritik1", "/kritik2", "/kritik3", "/robots.txt")}
    assert asked == {"/kritik1": 1, "/kritik2": 2, "/kritik3": 2, "/robots.txt": 2}


def test_the_quarantine_is_tried_again_as_what_it_was(server: Server, tmp_path: Path) -> None:
    """A document keeps its address and date; what is read leaves the quarantine, the rest stays in it once."""
    (tmp_path / "in.jsonl").write_text('{"text": "a"}\n{"text": "b"}')
    entry = f"<url><loc>{server.url}/3</loc><publication_date>2024-01-05</publication_date></url>"
    (tmp_path / "sitemap.xml").write_text(f"<urlset>{entry}</urlset>")
    seen: dict[str, Origin] = {}

    def run(bad: str, *inputs: str) -> tuple[int, int, int]:
        def read(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
            for batch in stream:
                seen.update({document.origin.uri[-1]: document.origin for document in batch})
                yield (
                    batch,
                    [
                        d.failure("bad", True)
                        if d.origin.uri[-1] in bad
                        else read_record(d.key, [MEETING], uri=d.origin.uri)
                        for d in batch
                    ],
                )

        summary = ingest(inputs, Store.create(tmp_path / "s"), watching.OPEN, read=read)
        kept = (quarantine / "index.tsv").read_text().splitlines()
        return summary.added, summary.failed, len(kept)

    quarantine = tmp_path / "s" / "quarantine"
    server.answers["/3"] = 503
    assert run("12", str(tmp_path / "in.jsonl"), str(tmp_path / "sitemap.xml")) == (0, 3, 3)
    server.answers["/3"] = "<p>3</p>"
    assert run("2", str(quarantine)) == (2, 1, 1)
    assert seen["1"].uri == f"{tmp_path}/in.jsonl/1" and seen["3"].published == "2024-01-05"
    assert len(list(quarantine.iterdir())) == 2
    assert run("", str(quarantine)) == (1, 0, 0) and len(list(quarantine.iterdir())) == 1
    assert run("", str(quarantine)) == (0, 0, 0)
