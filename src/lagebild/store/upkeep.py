"""Looking after a store: is it sound, how large is it, are its files few."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyarrow as pa

from lagebild.errors import StoreError
from lagebild.store.extracts import DERIVED, EXTRACTS
from lagebild.store.files import read_file, write_table
from lagebild.store.journal import Change, recover, writer_lock
from lagebild.store.schema import CURRENT, TABLES
from lagebild.store.store import Store


def check(store: Store) -> list[str]:
    """What is wrong with the store, one line a fault; empty when it is sound.

    Reads every file whole; looks for damaged files, columns that are missing, articles
    stored twice, rows whose article is not there, statements with an actor that is not, and
    derived files that cannot be read or do not say what the tables say.
    """
    faults = [
        fault for table in TABLES for path in store.files(table) for fault in _file_faults(store, table, path)
    ]
    if faults:
        return faults
    for row in store.rows("SELECT id, count(*) AS n FROM documents GROUP BY id HAVING n > 1 ORDER BY id"):
        faults.append(f"the article {row['id']} is stored {row['n']} times")
    for table in CURRENT[1:]:
        orphans = store.rows(
            f'SELECT count(*) AS n FROM "{table}" t WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = t.document)'
        )[0]["n"]
        if orphans:
            faults.append(f"{table}: {orphans} rows belong to no stored article")
    lost = store.rows(
        "SELECT count(*) AS n FROM (SELECT document, unnest(source || target) AS actor FROM statements) s "
        "WHERE NOT EXISTS (SELECT 1 FROM actors a WHERE a.document = s.document AND a.id = s.actor)"
    )[0]["n"]
    if lost:
        faults.append(f"statements: {lost} sides name an actor that is not stored")
    return faults + _derived_faults(store)


def _derived_faults(store: Store) -> list[str]:
    """What is wrong with files that follow from the tables; `compact` makes them anew."""
    faults = []
    for path in sorted((store.root / DERIVED).glob("*.parquet")):
        try:
            read_file(path)
        except (OSError, pa.ArrowException) as error:
            faults.append(f"{path.relative_to(store.root)} is damaged ({str(error).splitlines()[0]})")
    for extract in () if faults else EXTRACTS:
        names = ", ".join(extract.columns)
        told, fresh = (
            store.tuples(f"SELECT count(*), sum(hash({names})) FROM ({rows})")
            for rows in (f"SELECT * FROM {extract.name}", extract.select(extract.table))
        )
        if told != fresh:
            faults.append(f"{DERIVED}/{extract.name}: does not say what {extract.table} says")
    return [f"{fault}; `lagebild store compact` makes it anew" for fault in faults]


def _file_faults(store: Store, table: str, path: Path) -> list[str]:
    relative = path.relative_to(store.root)
    try:
        found = read_file(path)
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        return [f"{relative} is damaged ({reason}); move it away and ingest its month again"]
    missing = [name for name in TABLES[table].names if name not in found.column_names]
    return [f"{relative} lacks the columns {', '.join(missing)}"] if missing else []


def compact(store: Store, most: int = 1) -> int:
    """Join the files of each table and month into one; returns how many files went.

    Only where there are more than ``most`` files; above 1 only the small ones of these are joined, so that a
    store that grows by little does not write its large files anew each time. Rows keep their order. One change a
    month: a crash leaves each month as it was or joined. Raises StoreError when another program writes, or a
    file is damaged.
    """
    gone = 0
    with writer_lock(store.root):
        recover(store.root)
        for month, parts in sorted(_partitions(store, most).items()):
            change = Change(store.root)
            try:
                for (table, folder), paths in sorted(parts.items()):
                    tables = [read_file(path).cast(TABLES[table]) for path in paths]
                    target = change.stage(f"{folder}/{change.name}-0000.parquet")
                    write_table(table, pa.concat_tables(tables), target)
                    for path in paths:
                        change.delete(str(path.relative_to(store.root)))
                        gone += 1
                change.commit()
            except (OSError, pa.ArrowException) as error:
                change.abandon()
                reason = str(error).splitlines()[0]
                raise StoreError(
                    f"{store.root}: {month} was left as it was ({reason}); run `lagebild store check`"
                ) from error
            gone -= len(change.adds)
    return gone


def _partitions(store: Store, most: int) -> dict[str, dict[tuple[str, str], list[Path]]]:
    """Month (or table that is not by month) → table and folder → files to join."""
    found: dict[str, dict[tuple[str, str], list[Path]]] = defaultdict(lambda: defaultdict(list))
    for table in TABLES:
        for path in store.files(table):
            folder = path.parent
            found[folder.name][table, str(folder.relative_to(store.root))].append(path)
    return {
        month: several
        for month, tables in found.items()
        if (several := {at: _small(paths, most) for at, paths in tables.items() if len(paths) > most})
    }


def _small(paths: list[Path], most: int) -> list[Path]:
    """The files that are not larger than all smaller ones together; all of them where one is to be left."""
    if most == 1:
        return paths
    chosen, size = set[Path](), 0
    for path in sorted(paths, key=lambda path: (path.stat().st_size, path.name)):
        if len(chosen) > 1 and path.stat().st_size > size:
            break
        chosen.add(path)
        size += path.stat().st_size
    return [path for path in paths if path in chosen]


def stats(store: Store) -> dict[str, int | str | None]:
    """Rows of each table, bytes on disk, first and last day of publication."""
    counts: dict[str, int | str | None] = {
        table: store.rows(f'SELECT count(*) AS n FROM "{table}"')[0]["n"] for table in TABLES
    }
    days = store.rows(
        "SELECT min(published)::VARCHAR AS first, max(published)::VARCHAR AS last FROM documents"
    )[0]
    size = sum(path.stat().st_size for table in TABLES for path in store.files(table))
    files = sum(len(store.files(table)) for table in TABLES)
    return counts | {"files": files, "bytes": size, "first": days["first"], "last": days["last"]}


__all__ = ["check", "compact", "stats"]
