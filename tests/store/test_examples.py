"""The examples of docs/store.md run as they stand there, on the summit store."""

import re
from pathlib import Path

import duckdb
import pytest

from lagebild.store import Store

DOCS = Path(__file__).resolve().parents[2] / "docs" / "store.md"
FOUND = re.findall(r"```(sql|python)\n(.*?)```", DOCS.read_text("utf8"), re.S)
RUNNABLE = [(kind, code) for kind, code in FOUND if "spark" not in code]


def run(kind: str, code: str, store: Store) -> list[tuple[object, ...]]:
    code = code.replace("STORE/", f"{store.root.as_posix()}/")
    if kind == "sql":
        return duckdb.connect().sql(code.strip().rstrip(";")).fetchall()
    names: dict[str, object] = {}
    exec(code, names)
    table = names["found"]
    rows = table.rows() if hasattr(table, "rows") else table.itertuples(index=False, name=None)  # type: ignore[attr-defined]
    return [tuple(row) for row in rows]


def test_the_docs_have_an_example_for_each_program() -> None:
    assert [kind for kind, _ in RUNNABLE] == ["sql", "sql", "python", "python"]
    assert "open_dataset" in DOCS.read_text("utf8") and "spark.read" in DOCS.read_text("utf8")


@pytest.mark.parametrize("number", [0, 2])
def test_events_by_type(number: int, store: Store) -> None:
    assert run(*RUNNABLE[number], store) == [("CONSULT", 6), ("SUPPORT", 2)]


@pytest.mark.parametrize("number", [1, 3])
def test_what_passes_between_two(number: int, store: Store) -> None:
    rows = run(*RUNNABLE[number], store)
    assert len(rows) == 11
    assert rows[0][:3] == ("2023-09-13", "CONSULT", "planned")


def test_columns_that_other_languages_read_are_plain(store: Store) -> None:
    """R and Spark cannot be run here: what their examples touch are texts, dates and lists of texts."""
    kinds = {
        name: str(kind)
        for name, kind, *_ in duckdb.sql(
            f"DESCRIBE SELECT * FROM '{store.root.as_posix()}/pairs/*.parquet'"
        ).fetchall()
    }
    for name in ("a", "b", "edtf", "type", "status", "text"):
        assert kinds[name] == "VARCHAR"
    assert kinds["published"] == "DATE" and kinds["source_countries"] == "VARCHAR[]"
