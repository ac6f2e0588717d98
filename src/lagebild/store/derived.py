"""Putting on disk what follows from a store's tables, and finding what changed since.

Every file is written beside the one of an earlier state and takes its place in one step; a crash leaves the one
or the other. Nothing here is needed for a right answer, only for a fast one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from lagebild.store.extracts import (
    DERIVED,
    Extract,
    claims,
    of_files,
    segments,
    taken_in,
    whole,
    write_extract,
)
from lagebild.store.files import disk_error, read_file, reading
from lagebild.store.journal import files_lock, flush, writer_lock

if TYPE_CHECKING:
    from lagebild.store.store import Store

#: Keys of a file's footer under which it says of what files of a table it was made, and by which code.
_OF, _BY = b"lagebild_of", b"lagebild_by"


def keep(store: Store, name: str, make: Callable[[], pa.Table], table: str, by: str) -> None:
    """Put what follows from the store's present state on disk, in place of that of earlier states.

    What is there for this state stays. ``table`` is the table that it follows from; ``kept`` tells which of its
    files were there. ``by`` marks the code that makes it (``code_of``). Raises StoreError when another program
    writes, or the disk is full.
    """
    with writer_lock(store.root):
        path = store.derived_path(name)
        if read_kept(path, by) is not None:
            return
        of = json.dumps(sorted(store.sound_files(table))).encode()
        made = make()
        noted = made.replace_schema_metadata({**(made.schema.metadata or {}), _OF: of, _BY: by.encode()})
        _put(store, path, lambda part: pq.write_table(noted, part, compression="zstd"), _files(store, name))


def kept(store: Store, name: str, by: str) -> tuple[pa.Table, frozenset[str]] | None:
    """What this code kept last, of whatever state, and the files of its table that were there then."""
    return next(filter(None, (read_kept(path, by) for path in _files(store, name))), None)


def read_kept(path: Path, by: str) -> tuple[pa.Table, frozenset[str]] | None:
    """What a kept file has and of what files it was made; None where it is not there, damaged, or by other code."""
    try:
        found = read_file(path)
        about = found.schema.metadata or {}
        return (found, frozenset(json.loads(about[_OF]))) if about[_BY] == by.encode() else None
    except (OSError, pa.ArrowException, KeyError, ValueError):
        return None


def keep_extract(store: Store, extract: Extract) -> None:
    """Bring an extract up to the store's present state: a segment of the files that have none, and of small segments.

    Raises StoreError when another program writes, or the disk is full.
    """
    with writer_lock(store.root):
        live = store.sound_files(extract.table)
        there = store.extract_files(extract)
        claimed = claims(segments(extract, there), live.keys())
        covered = frozenset().union(*(mine for _, mine in claimed))
        new = [live[name] for name in sorted(live.keys() - covered)]
        path = store.derived_path(extract.name)
        merged = taken_in(claimed, sum(pq.read_metadata(each).num_rows for each in new))
        if new or merged:  # one that this state has is not written over, but taken in
            merged += [claim for claim in claimed if claim[0].path == path and claim not in merged]
        of = frozenset(live.keys() - covered).union(*(mine for _, mine in merged))
        stay = {segment.path for segment, _ in claimed} - {segment.path for segment, _ in merged}
        gone = [each for each in _files(store, extract.name) if each not in stay]
        if not of:
            _put(store, None, None, gone)
            return
        source = reading(extract.table, new, "filename = true") if new else None
        content = store.query(whole(extract, merged, source, store.root))
        _put(store, path, lambda part: write_extract(extract, content, of, part), gone)


def changed(store: Store, extract: Extract, since: frozenset[str]) -> tuple[str, str] | None:
    """SQL of an extract's rows that came, and of those that went, since its table had these files.

    None where it cannot be told any more.
    """
    live = store.sound_files(extract.table)
    came = [live[name] for name in sorted(live.keys() - since)]
    went, left = [], set(since - live.keys())
    for segment in segments(extract, store.extract_files(extract)):
        if mine := segment.files & left:
            went.append(f"SELECT {', '.join(extract.columns)} FROM {of_files(segment, mine)}")
            left -= mine
    if left:
        return None
    nothing = f"SELECT * FROM {extract.name} WHERE false"
    news = extract.select(reading(extract.table, came)) if came else nothing
    return news, " UNION ALL ".join(went) or nothing


def is_whole(path: Path) -> bool:
    """Whether a file can be read to its end."""
    try:
        read_file(path)
    except (OSError, pa.ArrowException):
        return False
    return True


def _files(store: Store, name: str) -> list[Path]:
    """The kept files of that name, the latest last written first."""
    found = (store.root / DERIVED).glob(f"{name}-*.parquet")
    return sorted(found, key=lambda path: (len(path.name), path.name), reverse=True)


def _put(store: Store, path: Path | None, write: Callable[[Path], None] | None, gone: Iterable[Path]) -> None:
    """Write a file, put it in its place, and take out those that it stands for; the caller holds the writer's lock."""
    folder = store.root / DERIVED
    part = None
    try:
        for left in folder.glob("*.part"):  # of a program that was killed
            left.unlink()
        if path and write:
            folder.mkdir(exist_ok=True)
            part = path.with_suffix(".part")
            write(part)
            flush(part)
        with files_lock(store.root, exclusive=True):
            if path and part:
                part.replace(path)
            for old in gone:
                if old != path:
                    old.unlink(missing_ok=True)
    except OSError as error:
        if part:
            part.unlink(missing_ok=True)
        lost = "all articles are stored, but questions are slower than they could be"
        raise disk_error(store.root, error, lost) from error
    if path:
        store.trust(path)
