"""Records made ready for the store: their rows as columns, and what tells one article from another.

Making them is most of the work of storing, and may be done anywhere: whoever reads articles in another process
hands over columns, not records, which take longer to pass on than to write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lagebild.record import Record
from lagebild.store.dates import month_of
from lagebild.store.files import place
from lagebild.store.rows import rows
from lagebild.store.schema import CURRENT, KEY, TABLES


@dataclass(frozen=True, slots=True)
class Known:
    """What a writer keeps of an article that is stored or about to be: addresses and texts by a mark of each."""

    id: str
    uri: bytes
    digest: bytes
    retrieved: str
    month: str


class Columns:
    """The rows of some records by table; no two of the records have the same id."""

    def __init__(self, tables: dict[str, pa.RecordBatch]) -> None:
        self._tables = tables

    @property
    def records(self) -> int:
        """How many records these are the rows of."""
        return int(self._tables["documents"].num_rows)

    def rows(self, table: str, ids: pa.Array | None = None) -> pa.RecordBatch:
        """The rows of a table, of these articles alone if any are given."""
        found = self._tables[table]
        return found if ids is None else found.filter(pc.is_in(found.column(KEY[table]), value_set=ids))

    def __reduce__(self) -> tuple[Any, ...]:
        # As Arrow's own messages: one copy of bytes a table, where columns on their own are pickled one by one.
        return _from_messages, (
            {name: table.serialize().to_pybytes() for name, table in self._tables.items()},
        )


def _from_messages(messages: dict[str, bytes]) -> Columns:
    read = pa.ipc.read_record_batch
    return Columns({name: read(message, TABLES[name]) for name, message in messages.items()})


@dataclass(frozen=True, slots=True)
class Ready:
    """A record that is ready to be stored. Its rows are among the columns that it shares with others.

    ``words``: how many the article has.
    """

    known: Known
    words: int
    columns: Columns


def ready(records: Iterable[Record]) -> list[Ready]:
    """Make records ready for a store, in their order."""
    found: list[Ready] = []
    together: dict[str, Record] = {}
    for record in records:
        if record.id in together:  # another text of the same article
            found += _columns(list(together.values()))
            together = {}
        together[record.id] = record
    return found + _columns(list(together.values()))


def by_folder(table: str, made: Collection[Ready]) -> Iterator[tuple[str, pa.Table]]:
    """The rows of these records for a table, by the folder that they go to; no two records have the same id."""
    rows = pa.Table.from_batches([columns.rows(table, of) for columns, of in _sources(made)], TABLES[table])
    place_of = {each.known.id: place(table, each.known.month) for each in made}
    folders = sorted(set(place_of.values()))
    if len(folders) > 1:
        number = {folder: n for n, folder in enumerate(folders)}
        by_id = pa.array([number[folder] for folder in place_of.values()])
        numbers = by_id.take(pc.index_in(rows[KEY[table]], pa.array(place_of))).to_numpy()
        rows = rows.take(np.argsort(numbers, kind="stable"))
        ends = np.cumsum(np.bincount(numbers, minlength=len(folders))).tolist()
    else:
        ends = [rows.num_rows]
    for folder, begin, end in zip(folders, [0, *ends], ends, strict=False):
        if end > begin:
            yield folder, rows.slice(begin, end - begin)


def _sources(made: Iterable[Ready]) -> list[tuple[Columns, pa.Array | None]]:
    """The columns that hold these records, each with their ids, or with None where it holds no others."""
    found: dict[int, tuple[Columns, list[str]]] = {}
    for each in made:
        found.setdefault(id(each.columns), (each.columns, []))[1].append(each.known.id)
    return [
        (columns, pa.array(ids) if len(ids) < columns.records else None) for columns, ids in found.values()
    ]


def _columns(records: list[Record]) -> list[Ready]:
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        for table, of_one in rows(record).items():
            tables[table] += of_one
    batches = {name: pa.RecordBatch.from_pylist(tables[name], schema=TABLES[name]) for name in CURRENT}
    columns = Columns(batches)
    return [Ready(_known(document), document["words"], columns) for document in tables["documents"]]


def _known(document: dict[str, Any]) -> Known:
    """What is kept of an article, from its row of ``documents``."""
    uri, text = mark(document["uri"]), mark(document["digest"])
    return Known(document["id"], uri, text, document["retrieved"] or "", month_of(document["published"]))


def mark(text: str | None) -> bytes:
    """Sixteen bytes that stand for a text, none for none: two texts of one mark are not to be expected."""
    return blake2b(text.encode("utf8", "surrogatepass"), digest_size=16).digest() if text else b""
