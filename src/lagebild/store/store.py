"""The store: a folder of Parquet tables, asked through DuckDB."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from lagebild.errors import StoreError
from lagebild.record import Record
from lagebild.store.derived import is_whole, read_kept
from lagebild.store.extracts import DERIVED, EXTRACTS, Extract, claims, segments, view
from lagebild.store.files import reading
from lagebild.store.journal import FILES, files_lock, pending, recover, write_whole, writer_lock
from lagebild.store.migrate import migrate
from lagebild.store.schema import TABLES, VERSION
from lagebild.store.writer import Writer

ABOUT = "store.json"

Found = TypeVar("Found")


class Store:
    """A store opened for asking; ``writer()`` opens it for writing.

    Raises StoreError when the folder is no store, is made by a newer Lagebild, or is
    damaged in a way that hides its tables. A damaged Parquet file costs its own rows
    only: it is left out of the answers and named in ``damaged`` once its table is asked.
    """

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root)
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._files: dict[str, tuple[str, ...]] = {}
        self._views: set[str] = set()
        self._seen: int | None = None
        self._lock = threading.Lock()
        self._remembered: dict[str, tuple[int | None, object]] = {}
        self._spoilt: set[Path] = set()
        self._extracts: dict[str, list[Path]] = {}
        self.damaged: list[str] = []
        version = _version(self.root)
        if version > VERSION:
            raise StoreError(
                f"{self.root} was made by a newer Lagebild (schema {version}, this one reads {VERSION}); update Lagebild"
            )
        if version < VERSION or pending(self.root):
            with writer_lock(self.root):
                recover(self.root)
                migrate(self.root, version)

    @classmethod
    def create(cls, root: Path | str) -> Store:
        """Open the store at ``root``, making an empty one where there is none.

        Raises StoreError when ``root`` holds something else.
        """
        root = Path(root)
        try:
            if not (root / ABOUT).exists():
                if root.exists() and (not root.is_dir() or any(p.name[0] != "." for p in root.iterdir())):
                    raise StoreError(f"{root} exists and is no Lagebild store; name another folder")
                root.mkdir(parents=True, exist_ok=True)
                write_whole(root / ABOUT, json.dumps({"schema": VERSION}))
        except OSError as error:
            raise StoreError(
                f"{root}: {error.strerror or error}; name a folder that can be written"
            ) from error
        return cls(root)

    @contextmanager
    def writer(self, batch: int = 200) -> Iterator[Writer]:
        """Write records: ``add`` them; each ``flush`` (every ``batch`` records and at the end) is one change.

        Raises StoreError when another program writes, or when the disk is full; what
        earlier flushes reported as stored stays stored.
        """
        with writer_lock(self.root):
            recover(self.root)
            writer = Writer(self, batch)
            try:
                yield writer
                writer.flush()
            finally:
                writer.close()

    def files(self, table: str) -> list[Path]:
        """The table's Parquet files, in the order of their names."""
        return sorted((self.root / table).glob("**/*.parquet"))

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> pa.Table:
        """The answer to a question in DuckDB's SQL; every table of the schema is a view."""
        # ``sql`` gives Arrow without a copy, ``execute`` rows without binding the question twice.
        return self._ask(
            sql, parameters, lambda ask, *about: ask.sql(about[0], params=about[1]).to_arrow_table()
        )

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The answer as one dict a row."""
        found: list[dict[str, Any]] = self.query(sql, parameters).to_pylist()
        return found

    def tuples(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The answer as one tuple a row: quicker than dicts where there are many."""
        return self._ask(sql, parameters, lambda ask, *about: ask.execute(*about).fetchall())

    def derived(self, name: str, make: Callable[[], pa.Table], by: str) -> pa.Table:
        """What follows from all of the store: made once a state of the store, and found on disk after ``derived.keep``."""

        def found() -> pa.Table:
            there = read_kept(self.derived_path(name), by)
            return there[0] if there else make()

        return self.remembered(name, found)

    def remembered(self, name: str, make: Callable[[], Found]) -> Found:
        """What follows from all of the store, made once a state of the store in this process."""
        changes = self._changes()
        known, made = self._remembered.get(name, (None, None))
        if made is None or changes is None or known != changes:
            made = make()
            self._remembered[name] = changes, made
        return cast("Found", made)

    def derived_path(self, name: str) -> Path:
        """Where what follows from the store's present state lies, whether it is there or not."""
        return self.root / DERIVED / f"{name}-{self._changes()}.parquet"

    def extract_files(self, extract: Extract) -> list[Path]:
        """The files of an extract, but for those found damaged."""
        found = (self.root / DERIVED).glob(f"{extract.name}-*.parquet")
        return sorted(path for path in found if path not in self._spoilt)

    def sound_files(self, table: str) -> dict[str, str]:
        """The table's files whose footers can be read, by their names relative to the store."""
        with files_lock(self.root, exclusive=False), self._lock:
            self._connect(table)
            return self._sound_files(table)

    def trust(self, path: Path) -> None:
        """Read a derived file again that was damaged before it was written anew."""
        self._spoilt.discard(path)

    def _ask(self, sql: str, parameters: Sequence[Any], take: Callable[..., Found]) -> Found:
        """Ask, and take the answer while no file can be moved."""
        with files_lock(self.root, exclusive=False):
            while True:
                try:
                    return self._take(sql, parameters, take)
                except duckdb.Error as error:
                    if not self._give_up_extracts() and not self._give_up_files():
                        raise StoreError(
                            f"{self.root}: {str(error).splitlines()[0]}; try `lagebild store check`"
                        ) from error

    def _take(self, sql: str, parameters: Sequence[Any], take: Callable[..., Found]) -> Found:
        # A cursor of its own: a server asks from several threads at once.
        with self._lock:
            connection = self._connect(sql).cursor()
        return take(connection, sql, [_sound(each) for each in parameters])

    def _give_up_extracts(self) -> bool:
        """Read no extract that cannot be read to its end; returns whether there are others now."""
        with self._lock:
            kept = [path for each in EXTRACTS for path in self.extract_files(each)]
            self._spoilt.update(path for path in kept if not is_whole(path))
            return self._kept_extracts() != self._extracts

    def _give_up_files(self) -> bool:
        """Read no file of a table that cannot be read to its end; returns whether there are others now."""
        with self._lock:
            seen = {path for files in self._files.values() for path in files}
            lost = sorted(path for path in seen.difference(self.damaged) if not is_whole(Path(path)))
            self.damaged += lost
            if lost:
                self._files.clear()
                self._views.clear()
            return bool(lost)

    def _kept_extracts(self) -> dict[str, list[Path]]:
        return {extract.name: self.extract_files(extract) for extract in EXTRACTS}

    def record(self, document: str) -> Record | None:
        """The record of an article, None when the store has none of that id."""
        found = self.rows("SELECT record FROM documents WHERE id = ?", [document])
        return Record.from_json(found[0]["record"]) if found else None

    def _connect(self, asked: str) -> duckdb.DuckDBPyConnection:
        """A connection with views, on the files that are there now, of what ``asked`` names; the caller holds their lock.

        Others are not looked at: most questions are about few of the tables, and a large store has many files.
        """
        changes, kept = self._changes(), self._kept_extracts()
        if self._connection is None:
            self._connection = duckdb.connect(":memory:")
            self._connection.execute("SET enable_progress_bar = false")
            self._connection.execute("SET parquet_metadata_cache = true")
        elif changes is None or changes != self._seen or kept != self._extracts:
            self._views.clear()
        self._seen, self._extracts = changes, kept
        named = asked.lower()
        extracts = [
            extract for extract in EXTRACTS if extract.name in named and extract.name not in self._views
        ]
        for table in TABLES:
            if table in named or any(table == extract.table for extract in extracts):
                self._view_table(self._connection, table)
        for extract in extracts:
            self._connection.execute(self._extract_view(extract, kept[extract.name]))
            self._views.add(extract.name)
        return self._connection

    def _view_table(self, connection: duckdb.DuckDBPyConnection, table: str) -> None:
        """Let the table's view stand on the files that are there now."""
        if table in self._views:
            return
        files = tuple(str(path) for path in self.files(table))
        if self._files.get(table) != files:
            before = self._files.get(table, ())
            known = [path for path in files if path not in self.damaged]
            sound = [path for path in known if path in before or self._readable(path)]
            connection.execute(_view(table, TABLES[table], sound))
            self._files[table] = files
        self._views.add(table)

    def _extract_view(self, extract: Extract, kept: list[Path]) -> str:
        """The SQL of an extract's view by the files of its table that are there now."""
        files = self._sound_files(extract.table)
        claimed = claims(segments(extract, kept), files.keys())
        covered = frozenset().union(*(mine for _, mine in claimed))
        new = [path for name, path in files.items() if name not in covered]
        return view(extract, claimed, reading(extract.table, new) if new else None)

    def _sound_files(self, table: str) -> dict[str, str]:
        """As ``sound_files``, of what is connected."""
        sound = [path for path in self._files.get(table, ()) if path not in self.damaged]
        return {path[len(str(self.root)) + 1 :]: path for path in sound}

    def _changes(self) -> int | None:
        """How many changes the store has seen, None where that cannot be told."""
        try:
            return (self.root / FILES).stat().st_size
        except OSError:
            return None

    def _readable(self, path: str) -> bool:
        """Whether the file is whole as far as its footer says; a broken one is remembered."""
        try:
            pq.read_metadata(path)
        except (OSError, pa.ArrowException):
            self.damaged.append(path)
            return False
        return True


def _sound(parameter: Any) -> Any:
    """A parameter without half characters, as a shell may hand them over."""
    return (
        parameter.encode("utf8", "surrogatepass").decode("utf8", "replace")
        if isinstance(parameter, str)
        else parameter
    )


def _view(table: str, schema: pa.Schema, files: list[str]) -> str:
    """The SQL that makes a table's view; a table without files is there and empty."""
    if files:
        return f'CREATE OR REPLACE VIEW "{table}" AS SELECT * FROM {reading(table, files)}'
    columns = ", ".join(f'CAST(NULL AS {_sql_type(field.type)}) AS "{field.name}"' for field in schema)
    return f'CREATE OR REPLACE VIEW "{table}" AS SELECT {columns}, CAST(NULL AS VARCHAR) AS month WHERE false'


def _sql_type(kind: pa.DataType) -> str:
    """DuckDB's name of an Arrow type of the schema."""
    if pa.types.is_list(kind):
        return f"{_sql_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        return "STRUCT(" + ", ".join(f'"{f.name}" {_sql_type(f.type)}' for f in kind) + ")"
    names = {"string": "VARCHAR", "date32[day]": "DATE", "double": "DOUBLE", "bool": "BOOLEAN"}
    return names.get(str(kind)) or {"int8": "TINYINT", "int32": "INTEGER", "uint32": "UINTEGER"}[str(kind)]


def _version(root: Path) -> int:
    """The schema of the store at ``root``; raises StoreError where there is none."""
    try:
        about = json.loads((root / ABOUT).read_text("utf8"))
        return int(about["schema"])
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(
            f"{root} is no Lagebild store; make one with `lagebild ingest INPUT --into {root}`"
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f'{root / ABOUT} is damaged; write {{"schema": {VERSION}}} into it') from error
