"""Where a table's rows lie, and how its files are written and read."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lagebild.errors import StoreError
from lagebild.store.schema import WHOLE

#: Rows that a reader takes or skips at once in a table that is sorted by what is asked.
_GROUP = 4096


def place(table: str, month: str) -> str:
    """The folder of a table's rows of a month, relative to the store."""
    return table if table in WHOLE else f"{table}/month={month}"


def write_table(table: str, content: pa.Table, path: Path) -> None:
    """Write a Parquet file of a table; raises OSError when the disk is full."""
    if table in WHOLE:
        order = [(name, "ascending") for name in ("a", "b", "published", "document", "begin")]
        pq.write_table(content.sort_by(order), path, compression="zstd", row_group_size=_GROUP)
    else:
        pq.write_table(content, path, compression="zstd")


def read_file(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """All rows of a Parquet file; raises OSError or ArrowException where it cannot be read to its end."""
    # Not as a data set: for that pyarrow wants all of pandas.
    with pq.ParquetFile(path) as file:
        return file.read(columns)


def reading(table: str, files: Sequence[str], *options: str) -> str:
    """The SQL that reads these files of a table."""
    parted = "hive_partitioning = true, hive_types = {'month': VARCHAR}"
    parting = "hive_partitioning = false" if table in WHOLE else parted
    return f"read_parquet([{', '.join(map(quoted, files))}], {', '.join([parting, *options])})"


def quoted(text: str) -> str:
    """A text in SQL."""
    return "'" + text.replace("'", "''") + "'"


def disk_error(root: Path, error: OSError, lost: str) -> StoreError:
    """The error of a store whose disk does not take what is written; ``lost`` says what that costs."""
    reason = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or str(error)
    return StoreError(f"{root}: {reason}; {lost}: free some space and run the same command again")
