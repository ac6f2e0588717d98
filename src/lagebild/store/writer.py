"""Writing records into a store, batch by batch."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyarrow as pa
import pyarrow.compute as pc

from lagebild.record import Record
from lagebild.store.files import disk_error, place, read_file, write_table
from lagebild.store.joining import Folders
from lagebild.store.journal import Change, uninterrupted
from lagebild.store.ready import Known, Ready, by_folder, mark, ready
from lagebild.store.schema import CURRENT, KEY, TABLES

if TYPE_CHECKING:
    from lagebild.store.store import Store

#: Rows of what is stored that are looked at together.
_ROWS = 4096

Outcome = Literal["added", "replaced", "known", "older"]


class Writer:
    """Adds records to a store; made by ``Store.writer``.

    Memory: one batch of records, and about 350 bytes for every article in the store.
    """

    def __init__(self, store: Store, batch: int) -> None:
        self._store = store
        self._batch = batch
        self._folders = Folders(store.root)
        self._waiting: dict[str, Ready] = {}
        self._gone: dict[str, Known] = {}
        #: texts that were never current in the store, each with the id of the article that is
        self._past: list[tuple[Ready, str]] = []
        self._by_id: dict[str, Known] = {}
        self._by_uri: dict[bytes, Known] = {}
        stored = "SELECT id, uri, digest, coalesce(retrieved, ''), month FROM documents"
        for part in store.query(stored).to_batches(
            max_chunksize=_ROWS
        ):  # all rows at once would take more than is kept
            for id_, uri, text, retrieved, in_month in zip(
                *(c.to_pylist() for c in part.columns), strict=True
            ):
                self._remember(Known(id_, mark(uri), mark(text), retrieved, in_month))
        self._told = {mark(text) for (text,) in store.tuples("SELECT digest FROM history")}

    def add(self, record: Record) -> Outcome:
        """Take a record; it is stored when the next ``flush`` returns.

        The same text of the same article changes nothing ("known"). Another text under the
        same address or id replaces the stored one, which goes to ``history``, unless it was
        retrieved before the stored one ("older": it goes to ``history`` itself).
        """
        (made,) = ready([record])
        return self.take(made)

    def take(self, made: Ready) -> Outcome:
        """Like ``add``, of a record that was made ready before."""
        new = made.known
        old = self._by_id.get(new.id) or (self._by_uri.get(new.uri) if new.uri else None)
        if old is None:
            self._take(made)
            return "added"
        if old.digest == new.digest:
            return "known"
        if new.retrieved and old.retrieved > new.retrieved:
            self._keep(made, old.id)
            return "older"
        self._forget(old, new)
        self._take(made)
        return "replaced"

    def flush(self) -> None:
        """Store what was added; when this returns it survives a crash. Ctrl-C waits until it is done."""
        if self._waiting or self._gone or self._past:
            with uninterrupted():
                self._flush()

    def _flush(self) -> None:
        change = Change(self._store.root)
        try:
            if self._gone or self._past:
                self._take_out(change)
            self._write(change)
            change.commit()
            self._folders.follow(change)
        except OSError as error:
            change.abandon()
            lost = f"{len(self._waiting)} articles were not stored, all earlier ones are"
            raise disk_error(self._store.root, error, lost) from error
        self.close()

    def close(self) -> None:
        """Forget what was not flushed."""
        self._waiting.clear()
        self._gone.clear()
        self._past.clear()

    def _take(self, made: Ready) -> None:
        self._waiting[made.known.id] = made
        self._remember(made.known)
        if len(self._waiting) >= self._batch:
            self.flush()

    def _keep(self, made: Ready, current: str) -> None:
        """Take a text that is no longer current, once, for ``history``."""
        if made.known.digest in self._told:
            return
        self._told.add(made.known.digest)
        self._past.append((made, current))
        if len(self._past) >= self._batch:
            self.flush()

    def _remember(self, known: Known) -> None:
        known = replace(known, retrieved=sys.intern(known.retrieved), month=sys.intern(known.month))
        self._by_id[known.id] = known
        if known.uri:
            self._by_uri[known.uri] = known

    def _forget(self, old: Known, new: Known) -> None:
        self._by_id.pop(old.id, None)
        self._by_uri.pop(old.uri, None)
        waiting = self._waiting.pop(old.id, None)
        if waiting is None:
            self._gone[old.id] = old
        else:
            self._keep(waiting, new.id)

    def _write(self, change: Change) -> None:
        """Stage the waiting records' rows, one file a table and month, with what is to be joined there."""
        for table in CURRENT:
            for folder, new in by_folder(table, self._waiting.values()):
                joined = self._folders.to_join(folder, change.deletes)
                older = self._folders.read(table, joined)
                _stage(change, table, folder, pa.concat_tables([*older, new]))
                for name in joined if older else ():
                    change.delete(name)

    def _take_out(self, change: Change) -> None:
        """Stage the removal of replaced articles, and all old texts for ``history``."""
        ids = pa.array(sorted(self._gone))
        marks = ", ".join("?" * len(ids))
        old = self._store.rows(
            f"SELECT id AS document, uri, digest, text, record FROM documents WHERE id IN ({marks})",
            ids.to_pylist(),
        )
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for row in old:
            successor = self._by_uri.get(mark(row["uri"])) or self._by_id.get(row["document"])
            row |= {"replaced_by": successor.id if successor else None, "replaced_at": now}
        for made, current in self._past:
            (row,) = made.columns.rows("documents", pa.array([made.known.id])).to_pylist()
            kept = {"document": row["id"]} | {key: row[key] for key in ("uri", "digest", "text", "record")}
            old.append(kept | {"replaced_by": current, "replaced_at": now})
        if old:
            _stage(
                change,
                "history",
                place("history", "unknown"),
                pa.Table.from_pylist(old, schema=TABLES["history"]),
            )
        months = sorted({known.month for known in self._gone.values()})
        for table in CURRENT:
            for folder in dict.fromkeys(place(table, each) for each in months):
                for path in sorted((self._store.root / folder).glob("*.parquet")):
                    self._rewrite(change, table, folder, path, ids)

    def _rewrite(self, change: Change, table: str, folder: str, path: Path, ids: pa.Array) -> None:
        """Stage a file without the rows of these articles, if it has any."""
        key = KEY[table]
        keys = read_file(path, [key])[key]
        keep = pc.invert(pc.is_in(keys, value_set=ids))
        if pc.all(keep).as_py():
            return
        left = read_file(path).filter(keep)
        if left.num_rows:
            _stage(change, table, folder, left.cast(TABLES[table]))
        change.delete(str(path.relative_to(self._store.root)))


def _stage(change: Change, table: str, folder: str, content: pa.Table) -> None:
    """Write a Parquet file that the change will move in."""
    path = change.stage(f"{folder}/{change.name}-{len(change.adds):04d}.parquet")
    write_table(table, content, path)
