"""Bringing a store that an older Lagebild made to today's schema.

Every stored article keeps its whole record as JSON (``documents.record``), so a migration
writes all tables anew from the records, as one change: a crash leaves the old store or the
new one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa

from lagebild.errors import StoreError
from lagebild.record import Record
from lagebild.store.files import read_file, write_table
from lagebild.store.journal import Change, write_whole
from lagebild.store.ready import by_folder, ready
from lagebild.store.schema import CURRENT, VERSION


def migrate(root: Path, version: int) -> None:
    """Rewrite the store's tables if their schema is older; the caller holds the writer's lock.

    Raises StoreError when an old record cannot be read.
    """
    if version >= VERSION:
        return
    change = Change(root)
    try:
        for path in sorted((root / "documents").glob("**/*.parquet")):
            _rewrite(change, read_file(path, ["record"])["record"].to_pylist())
    except (OSError, ValueError, pa.ArrowException) as error:
        change.abandon()
        raise StoreError(
            f"{root}: a table of schema {version} cannot be read ({error}); restore it first"
        ) from error
    for table in CURRENT:
        for path in sorted((root / table).glob("**/*.parquet")):
            change.delete(str(path.relative_to(root)))
    change.commit()
    write_whole(root / "store.json", json.dumps({"schema": VERSION}))


def _rewrite(change: Change, lines: list[str]) -> None:
    """Stage the rows of one file's records, one file a table and month."""
    made = ready(Record.from_json(line) for line in lines)
    for table in CURRENT:
        for folder, found in by_folder(table, made):
            path = change.stage(f"{folder}/{change.name}-{len(change.adds):05d}.parquet")
            write_table(table, found, path)
