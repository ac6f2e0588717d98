"""Settling: whatever comes between, a store says what one would that was made at once; a full disk costs nothing."""

import errno
import subprocess
import sys
import textwrap
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.dossier import settle
from lagebild.errors import StoreError
from lagebild.record import Record
from lagebild.store import EXTRACTS, Store, check, compact
from tests.invented import record
from tests.store.test_extracts import DENIAL, MEETING, WARNING, answers, filled, rows

EVENTS = ([MEETING], [WARNING, DENIAL], [MEETING, WARNING], [])

#: An article's number, which of its texts, and the month in which that text came out.
TEXTS = st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(9, 11))

#: What may happen to a store between two questions.
STEPS = st.one_of(
    st.lists(TEXTS, min_size=1, max_size=4),
    st.sampled_from(["settle", "compact", "forget an extract", "open anew"]),
)


def text(number: int, version: int, month: int) -> Record:
    return record(
        f"d{number}",
        EVENTS[version],
        published=f"2023-{month:02d}-0{number + 1}",
        tail=f"Fassung {version}{month}",
    )


@settings(max_examples=6, deadline=None)
@given(st.lists(STEPS, min_size=2, max_size=7))
def test_any_course_of_changes_says_what_a_fresh_store_does(
    steps: list[list[tuple[int, int, int]] | str],
) -> None:
    with TemporaryDirectory() as folder:
        store, told = Store.create(Path(folder) / "grown"), dict[str, Record]()
        for step in steps:
            if step == "settle":
                settle(store)
            elif step == "compact":
                compact(store)
            elif step == "forget an extract":
                for path in store.extract_files(EXTRACTS[len(told) % len(EXTRACTS)])[:1]:
                    path.unlink()
            elif step == "open anew":
                store = Store(store.root)
            else:
                with store.writer(batch=3) as writer:
                    for each in (text(*which) for which in step):
                        writer.add(each)
                        told[each.id] = each
        fresh = filled(Path(folder) / "fresh", list(told.values()))
        for _ in range(2):
            assert rows(store) == rows(fresh)
            assert answers(store) == answers(fresh)
            settle(store)
        assert check(Store(store.root)) == []


def no_space(*_: object, **__: object) -> None:
    """What any write to a full disk raises."""
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("first", [0, 2, 5])
def test_a_disk_that_fills_up_while_a_store_settles(
    first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whichever of the files it happens: one line says so, answers stay right, and the next settling ends the work."""
    store = filled(tmp_path / "s", [text(n, n % 4, 9 + n % 3) for n in range(6)])
    told = answers(store)
    written, write = 0, pq.write_table

    def fills_up(*about: object, **options: object) -> None:
        nonlocal written
        written += 1
        (write if written <= first else no_space)(*about, **options)

    monkeypatch.setattr("pyarrow.parquet.write_table", fills_up)
    with pytest.raises(StoreError, match=r"the disk is full; all articles are stored.*same command again"):
        settle(store)
    monkeypatch.undo()
    assert not list((store.root / ".derived").glob("*.part"))
    assert answers(store) == answers(Store(store.root)) == told and check(Store(store.root)) == []
    settle(store)
    assert answers(Store(store.root)) == told and check(Store(store.root)) == []
    assert len(list((store.root / ".derived").glob("*.parquet"))) == len(EXTRACTS) + 2


WRITE_ALONGSIDE = """
    import sys
    from lagebild.dossier import settle
    from lagebild.errors import StoreError
    from lagebild.store import Store
    from tests.invented import record
    from tests.store.test_extracts import MEETING
    store, stored, refused = Store.create(sys.argv[1]), 0, 0
    while stored < 3:
        try:
            with store.writer() as writer:
                writer.add(record(f"{sys.argv[2]}{stored}", [MEETING], tail=f"Von {sys.argv[2]}: {stored}."))
        except StoreError as error:
            assert "another program" in str(error), error
            refused += 1
            continue
        stored += 1
        try:
            settle(store)
        except StoreError as error:
            assert "another program" in str(error), error
            refused += 1
    print(refused)
"""


def test_two_programs_that_write_at_once(tmp_path: Path) -> None:
    """Each is refused while the other writes or settles, and what either reported as stored is there once."""
    root, checkout = tmp_path / "s", Path(__file__).resolve().parents[2]
    Store.create(root)
    both = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITE_ALONGSIDE), str(root), name],
            stdout=subprocess.PIPE, text=True, cwd=checkout,
        )
        for name in "ab"
    ]  # fmt: skip
    for each in both:
        each.communicate(timeout=120)
    store = Store(root)
    assert [each.returncode for each in both] == [0, 0]
    assert store.tuples("SELECT id FROM documents ORDER BY id") == [
        (f"{w}{n}",) for w in "ab" for n in range(3)
    ]
    assert check(store) == []
