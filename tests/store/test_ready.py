"""Records as columns: nothing is lost on the way from a worker, and every row goes to its month."""

import pickle
from pathlib import Path

from lagebild.store import Store
from lagebild.store.ready import by_folder, ready
from lagebild.store.schema import CURRENT
from tests.invented import Told, record

MEETING = Told("Moskau und Pjöngjang trafen sich.", "CONSULT", ["RUS", "PRK"], when="2023-09-13")


def test_columns_come_whole_out_of_another_process() -> None:
    made = ready([record("a", [MEETING]), record("b", [])])
    there: list[object] = pickle.loads(pickle.dumps(made))
    assert [each.known for each in there] == [each.known for each in made]  # type: ignore[attr-defined]
    first, second = (each.columns for each in there)  # type: ignore[attr-defined]
    assert first is second and first.records == 2
    for table in CURRENT:
        assert first.rows(table).equals(made[0].columns.rows(table))


def test_two_texts_of_one_article_do_not_share_columns(tmp_path: Path) -> None:
    made = ready([record("a", [MEETING]), record("a", [MEETING], tail="Neu."), record("b", [MEETING])])
    assert made[0].columns is not made[1].columns and made[1].columns is made[2].columns
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        assert [writer.take(each) for each in made] == ["added", "replaced", "added"]
    opened = Store(store.root)
    assert opened.rows("SELECT count(*) AS n FROM statements") == [{"n": 2}]
    assert opened.rows("SELECT document, replaced_by FROM history") == [{"document": "a", "replaced_by": "a"}]


def test_rows_go_to_the_folder_of_their_month_in_their_order() -> None:
    days = ["2023-09-12", "2024-01-01", "2023-09-30", None]
    made = ready(record(str(n), [MEETING], published=day) for n, day in enumerate(days))
    found = {folder: table["id"].to_pylist() for folder, table in by_folder("documents", made)}
    assert found == {
        "documents/month=2023-09": ["0", "2"],
        "documents/month=2024-01": ["1"],
        "documents/month=unknown": ["3"],
    }
    assert [folder for folder, _ in by_folder("pairs", made)] == ["pairs"]
