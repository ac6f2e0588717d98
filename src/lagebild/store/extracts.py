"""Extracts: narrow copies of tables, in an order of their own, from which most of a question is answered.

An extract is a few files, its segments; their rows have what it takes to choose or to join, in the order in
which they are asked for. A segment is made of some of the table's files, which its footer names; what files
without a segment have is read from the table itself, and what files are gone is left out, so that an extract is
never behind. Segments may be deleted at any time: then all is read from the table.

A new segment takes in those that are not much larger than itself, so that there are few of them, and adding to
a large store costs little.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lagebild.store.files import quoted

#: What follows from the tables and may be thrown away at any time.
DERIVED = ".derived"

#: What stands between the parts of a joined list.
BETWEEN = chr(31)

#: Words that make the signing, renewing or praising of something a treaty's matter.
_TREATY = r"vertr[aä]g|abkommen|\bpakt|konvention|bündnis|protokoll"

#: Key of an extract's footer under which it says by what rule and of what files it was made.
_MADE_OF = b"lagebild_made_of"

_ROW_GROUP = 8192

#: Columns by whose bounds a reader leaves out rows, a group at once.
_BOUNDED = ("a", "b", "party", "document", "id", "published", "first_day", "last_day", "file")


@dataclass(frozen=True)
class Extract:
    """``columns`` are SQL over the columns of ``table``, by name; ``order`` is that of the rows.

    ``where`` says which rows of the table are in it, ``lists`` which lists of the table its column ``lists``
    holds, together as one text of JSON.
    """

    name: str
    table: str
    columns: dict[str, str]
    order: str
    where: str = "true"
    lists: tuple[str, ...] = ()

    def select(self, source: str, *more: str) -> str:
        """The extract's rows as SQL, taken from what reads as its table does; ``more`` columns come last."""
        columns = ", ".join([*(f"{sql} AS {name}" for name, sql in self.columns.items()), *more])
        return f"SELECT {columns} FROM {source} WHERE {self.where}"


def _joined(column: str) -> str:
    # Parts that are unknown are left out, and a list of nothing else is no list.
    return f"coalesce(array_to_string({column}, chr({ord(BETWEEN)})), '')"


def has(joined: str, part: str = "?") -> str:
    """SQL that is true where a joined list has this among its parts."""
    sign = f"chr({ord(BETWEEN)})"
    return f"contains({sign} || {joined} || {sign}, {sign} || {part} || {sign})"


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


def _lists(names: tuple[str, ...]) -> dict[str, str]:
    # DuckDB reads and hands over texts ten times as fast as lists, and most lists come again and again.
    return {"lists": f"to_json([{', '.join(f'to_json({name})' for name in names)}])::VARCHAR"}


#: What a statement says of its event, as far as it takes to join events: fields of ``dossier.Trace`` as SQL
#: over ``statements``.
TRACE = {
    **_same("document", "id", "begin", "type", "mode"),
    "sides": _joined("parties"),
    "acting": _joined("source_countries"),
    "acted_on": _joined("target_countries"),
    **_same("place", "lat", "lon", "edtf", "first_day", "last_day", "status", "voucher"),
    "sayers": _joined("attribution_keys"),
    "attributed": "len(attribution) > 0",
    "denied": "list_contains(list_transform(replies, lambda reply: reply.kind), 'denies')",
    "answered": "len(replies) > 0",
    "dealt": "len(gives) + len(receives) > 0",
    "treaty": f"type IN ('SUPPORT', 'AGREE') AND regexp_matches(text, '{_TREATY}', 'i')",
    "numbers": "len(figures)",
    "published": "published",
}

#: By whom one is found among the actors of either side that have no country.
_SIDES = {name: _joined(name) for name in ("source_keys", "target_keys")}

#: What a reader is told of a statement, but for lists.
_TOLD = _same("text", "title", "publisher", "factuality", "author")

#: All lists that an answer may tell of a statement: fields of ``dossier.Mention``.
_LISTS = (
    "attribution", "source_names", "source_keys", "target_names", "target_keys", "source_countries", "target_countries",
    "gives", "receives", "replies", "figures",
)  # fmt: skip

#: The statements that pass between two parties, to be joined to events.
TRACES = Extract(
    "traces",
    "pairs",
    _same("a", "b") | TRACE | _SIDES | _TOLD | _lists(_LISTS),
    "a, b, published, document, begin, id",
    lists=_LISTS,
)

#: What is said to somebody rather than done to him, by whom it is said to: ``party`` as in ``pairs``.
SAID_TO = Extract(
    "said_to",
    "pairs",
    {
        "party": "unnest(list_filter(list_transform(list_zip(target_keys, target_countries), "
        "lambda told: coalesce(told[2], told[1])), lambda told: told = a OR told = b))"
    }
    | TRACE
    | _SIDES
    | _TOLD
    | _lists(("attribution",)),
    "party, published, document, begin, id",
    where="quad IN (1, 3)",
    lists=("attribution",),
)

#: All statements by what is searched for and what is shown of them, the latest first.
FINDS = Extract(
    "finds",
    "statements",
    TRACE | {name: _joined(name) for name in ("contexts", "attribution")} | _SIDES | _TOLD | _lists(_LISTS),
    "published DESC NULLS LAST, document, begin, id",
    lists=_LISTS,
)

#: The words of every article, each once, in small letters: what a search for a word goes through.
WORDS = Extract(
    "words",
    "documents",
    _same("id", "published")
    | {"words": _joined(r"list_sort(list_distinct(regexp_extract_all(lower(text), '[\pL\pN_]+')))")},
    "published DESC NULLS LAST, id",
)

EXTRACTS = (TRACES, SAID_TO, FINDS, WORDS)


@dataclass(frozen=True)
class Segment:
    """A file of an extract: of which files of the table it was made, how many rows it has."""

    path: Path
    files: frozenset[str]
    rows: int


#: A segment, and the files whose rows it is read for.
Claim = tuple[Segment, frozenset[str]]

#: A new segment takes in one that has at most so many times its rows.
_TAKES_IN = 3


def segments(extract: Extract, paths: Iterable[Path]) -> list[Segment]:
    """The segments that can be read, the latest first."""
    found = []
    for path in sorted(paths, key=_state, reverse=True):
        try:
            about = pq.read_metadata(path)
            found.append(Segment(path, _made_of(extract, about), about.num_rows))
        except (OSError, ValueError, pa.ArrowException):
            continue
    return found


def _state(path: Path) -> tuple[int, str]:
    """The state of the store at which a derived file was made: its name ends with it."""
    made = path.stem.rpartition("-")[2]
    return (int(made) if made.isdecimal() else -1), path.name


def claims(found: Iterable[Segment], live: Set[str]) -> list[Claim]:
    """The segments with the files that each is read for: every file of the table that is there once."""
    left, claimed = set(live), []
    for segment in found:
        mine = frozenset(segment.files & left)
        if mine:
            claimed.append((segment, mine))
            left -= mine
    return claimed


def taken_in(claimed: Iterable[Claim], rows: int) -> list[Claim]:
    """The segments that a new one of so many rows takes in: those not much larger, and those that are mostly gone."""
    chosen = []
    by_size = sorted((segment.rows * len(mine) // len(segment.files), segment.path, mine, segment)
                     for segment, mine in claimed)  # fmt: skip
    for size, _, mine, segment in by_size:
        if (rows and size <= _TAKES_IN * rows) or 2 * len(mine) < len(segment.files):
            chosen.append((segment, mine))
            rows += size
    return chosen


def made_of(extract: Extract, path: Path) -> frozenset[str]:
    """The files, relative to the store, that an extract was made of.

    Raises OSError or ArrowException for a damaged file, ValueError for one that an older Lagebild made by another rule.
    """
    return _made_of(extract, pq.read_metadata(path))


def _made_of(extract: Extract, footer: pq.FileMetaData) -> frozenset[str]:
    about = json.loads((footer.metadata or {}).get(_MADE_OF, b"{}"))
    if not isinstance(about, dict) or about.get("by") != extract.select(extract.table):
        raise ValueError(f"an extract {extract.name} that was made by another rule")
    return frozenset(about["of"])


def write_extract(extract: Extract, content: pa.Table, files: Iterable[str], path: Path) -> None:
    """Write an extract made of these files; raises OSError when the disk is full."""
    about = {"by": extract.select(extract.table), "of": sorted(files)}
    footer = {**(content.schema.metadata or {}), _MADE_OF: json.dumps(about).encode()}
    noted = content.replace_schema_metadata(footer)
    bounded = [name for name in _BOUNDED if name in content.column_names]
    pq.write_table(
        noted, path, compression="zstd", row_group_size=_ROW_GROUP, write_statistics=bounded
    )  # with bounds of every text, half of the time of a first question would go into reading them


def whole(extract: Extract, claimed: Iterable[Claim], source: str | None, root: Path) -> str:
    """The SQL of a new segment: what these have and what ``source`` reads; the last column names each row's file."""
    parts = [f"SELECT * FROM {_rows(*claim)}" for claim in claimed]
    if source is not None:
        parts.append(extract.select(source, f"filename[{len(str(root)) + 2}:] AS file"))
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY {extract.order}"


def view(extract: Extract, claimed: Iterable[Claim], source: str | None) -> str:
    """The SQL of an extract's view: what segments are read for, and what ``source`` reads besides."""
    parts = [f"SELECT * EXCLUDE (file) FROM {_rows(*claim)}" for claim in claimed]
    if source is not None or not parts:
        parts.append(extract.select(source or extract.table))
    return f'CREATE OR REPLACE VIEW "{extract.name}" AS {" UNION ALL ".join(parts)}'


def of_files(segment: Segment, files: Iterable[str]) -> str:
    """The SQL of a segment's rows of these files."""
    named = ", ".join(quoted(each) for each in sorted(files))
    return f"(SELECT * FROM {_read(segment)} WHERE file IN ({named}))"


def _rows(segment: Segment, mine: frozenset[str]) -> str:
    """The SQL of what a segment is read for."""
    lost = ", ".join(quoted(each) for each in sorted(segment.files - mine))
    return f"{_read(segment)} WHERE file NOT IN ({lost})" if lost else _read(segment)


def _read(segment: Segment) -> str:
    return f"read_parquet({quoted(str(segment.path))}, hive_partitioning = false)"
