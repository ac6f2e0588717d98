"""Records and answers for other programs: PLOVER, GDELT-like, CSV, Parquet, JSON-LD, FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.record import Record
from lagebild.store import Store

#: Formats that are written as lines of text; ``parquet`` is a file of its own.
LINES = ("plover", "gdelt", "csv", "jsonld", "ftm", "records")


def export_lines(store: Store, form: str) -> Iterator[str]:
    """All of a store in one of ``LINES``, line by line. Raises KeyError for another format."""
    from lagebild.export import followthemoney, gdelt, jsonld, plover, tables

    by_record = {"plover": plover.lines, "jsonld": jsonld.lines, "ftm": followthemoney.lines}
    if form == "gdelt":
        yield from gdelt.lines(store)
    elif form == "csv":
        yield from tables.csv_lines(store)
    elif form == "records":
        yield from (record.to_json() + "\n" for record in records(store))
    else:
        yield from by_record[form](records(store))


def records(store: Store, batch: int = 100) -> Iterator[Record]:
    """The records of a store by date and id; ``batch`` of them in memory at a time."""
    ids = [row["id"] for row in store.rows("SELECT id FROM documents ORDER BY published NULLS LAST, id")]
    for start in range(0, len(ids), batch):
        part = ids[start : start + batch]
        found = store.rows("SELECT id, record FROM documents WHERE list_contains(?, id)", [part])
        by_id = {row["id"]: row["record"] for row in found}
        yield from (Record.from_json(by_id[id_]) for id_ in part if id_ in by_id)
