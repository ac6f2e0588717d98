"""Progress of a run: the share of the bytes, the time left, and silence where nobody watches."""

import gzip
from pathlib import Path

import pytest

from lagebild.cli import main
from lagebild.cli.ingest import _line
from lagebild.intake import Options, documents
from lagebild.scale.ingest import Summary, ingest
from lagebild.scale.progress import Progress, clock
from lagebild.store import Store

LINE = '{"text": "Der Außenminister traf am Mittwoch in Wien seinen Kollegen aus Ungarn, sagte er."}\n'


def test_share_and_time_left_grow_with_the_bytes_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINE * 3000)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.jsonl").write_text(LINE * 3000)
    time = [0.0]
    inputs = [str(tmp_path / "a.jsonl"), str(tmp_path / "b")]
    progress = Progress(inputs, lambda: time[0])
    shares, left = [], []
    for n, _ in enumerate(documents(inputs, Options(), progress.open), 1):
        time[0] = n / 100
        if n % 500 == 0:
            shares.append(progress.share)
            left.append(progress.seconds_left())
    assert shares == pytest.approx([n / 12 for n in range(1, 13)], abs=0.03)
    assert left == pytest.approx([60 - 5 * n for n in range(1, 13)], abs=2.5)


def test_what_went_by_at_once_is_forgotten(tmp_path: Path) -> None:
    """The first half was read by an earlier run; the time left is soon that of the pace of now."""
    (tmp_path / "a.jsonl").write_text(LINE * 8000)
    time = [0.0]
    progress = Progress([str(tmp_path)], lambda: time[0])
    for n, _ in enumerate(documents([str(tmp_path)], Options(), progress.open), 1):
        time[0] += 0.0 if n < 4000 else 1.0
        if n % 10 == 0:
            left = progress.seconds_left()
        if n == 7000:
            break
    assert left == pytest.approx(1000, rel=0.1)


def test_without_a_known_size_nothing_is_claimed(tmp_path: Path) -> None:
    for inputs in (["-"], ["https://example.org/feed"], []):
        progress = Progress(inputs)
        assert progress.share is None and progress.seconds_left() is None
    assert "left" not in _line(Summary(added=3, seconds=1.5), Progress(["-"]))


def test_archives_count_by_their_size_on_disk(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(gzip.compress((LINE * 50).encode()))
    progress = Progress([str(tmp_path / "in")])
    told: list[str] = []
    ingest(
        [str(tmp_path / "in")],
        Store.create(tmp_path / "s"),
        tell=lambda summary: told.append(_line(summary, progress)),
        progress=progress,
        read=lambda stream: ((batch, [d.failure("no") for d in batch]) for batch in stream),
    )
    assert told[-1].startswith("50 documents") and "100%, 0 s left" in told[-1]


def test_times_for_people() -> None:
    assert [clock(s) for s in (7.4, 75, 3599, 3600, 90_000)] == [
        "7 s",
        "1 min",
        "1 h 00 min",
        "1 h 00 min",
        "25 h 00 min",
    ]


def test_off_a_terminal_only_the_summary_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leer.txt").write_text(" ")
    with pytest.raises(SystemExit) as ended:
        main(["ingest", str(tmp_path / "leer.txt"), "--into", str(tmp_path / "s"), "--workers", "1"])
    said = capsys.readouterr()
    assert ended.value.code == 1 and said.out == "" and "\x1b" not in said.err
    assert [line[:10] for line in said.err.splitlines()] == ["lagebild: "] * 3
