"""The store on disk: Parquet tables by month, DuckDB as the engine; identity and copies across articles."""

from lagebild.store.code import code_of
from lagebild.store.copies import COPIES, copies, copies_table
from lagebild.store.dates import interval, month_of
from lagebild.store.derived import changed, keep, keep_extract, kept
from lagebild.store.extracts import BETWEEN, EXTRACTS, FINDS, SAID_TO, TRACE, TRACES, Extract, has
from lagebild.store.identity import actor_key, fold
from lagebild.store.store import Store
from lagebild.store.told import Status
from lagebild.store.upkeep import check, compact, stats

__all__ = [
    "BETWEEN",
    "COPIES",
    "EXTRACTS",
    "FINDS",
    "SAID_TO",
    "TRACE",
    "TRACES",
    "Extract",
    "Status",
    "Store",
    "actor_key",
    "changed",
    "check",
    "code_of",
    "compact",
    "copies",
    "copies_table",
    "fold",
    "has",
    "interval",
    "keep",
    "keep_extract",
    "kept",
    "month_of",
    "stats",
]
