"""All statements as one flat table, for R, Stata and spreadsheets: CSV or Parquet.

Lists become texts joined by ``; ``; names are short enough for Stata (32 characters).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lagebild.export.answers import defused
from lagebild.store import Store

_LISTS = (
    "contexts", "source_names", "source_countries", "target_names", "target_countries", "attribution",
)  # fmt: skip
_PLAIN = (
    "document", "id", "published", "publisher", "title", "type", "mode", "quad", "place", "place_country", "edtf",
    "first_day", "last_day", "tense", "factuality", "author", "trigger", "text",
)  # fmt: skip


def _sql() -> str:
    lists = ", ".join(f"array_to_string({name}, '; ') AS {name}" for name in _LISTS)
    return (
        f"SELECT {', '.join(_PLAIN)}, {lists} FROM statements ORDER BY published NULLS LAST, document, begin"
    )


def csv_lines(store: Store) -> Iterator[str]:
    """The table as CSV (RFC 4180, UTF-8), line by line."""
    table = store.query(_sql())
    yield ",".join(table.column_names) + "\n"
    for batch in table.to_batches(max_chunksize=1000):
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows([defused(value) for value in row.values()] for row in batch.to_pylist())
        yield out.getvalue()


def write_parquet(store: Store, path: Path) -> None:
    """The table as one Parquet file; raises OSError when it cannot be written."""
    table: pa.Table = store.query(_sql())
    pq.write_table(table, path, compression="zstd")
