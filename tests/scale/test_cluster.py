"""Reading on a Ray cluster of two nodes, one of which is killed in mid-run."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from lagebild.errors import StartError
from lagebild.intake import Options
from lagebild.intake.source import Document, Origin
from lagebild.scale.cluster import Cluster
from lagebild.scale.ingest import ingest
from lagebild.scale.work import Batch, Read
from lagebild.store import Store, check

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'lagebild[ray]'")

TEXT = "Der Außenminister traf am Mittwoch in Wien seinen Kollegen. Österreich lieferte {} Tonnen Getreide an die Ukraine."


@pytest.fixture(scope="module")
def nodes() -> Iterator[object]:
    """A cluster of this machine with two nodes of one core each."""
    from ray.cluster_utils import Cluster as Nodes

    made = Nodes(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 100_000_000})
    yield made
    ray.shutdown()
    made.shutdown()


def test_a_node_killed_in_mid_run_costs_no_record_and_no_duplicate(nodes: object, tmp_path: Path) -> None:
    """The store is the same, row for row, as one machine makes it."""
    lines = [
        json.dumps({"id": f"a{n}", "text": TEXT.format(n), "published": "2024-05-03"}) for n in range(96)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    other = nodes.add_node(num_cpus=1, object_store_memory=100_000_000)  # type: ignore[attr-defined]
    cluster = Cluster(nodes.address)  # type: ignore[attr-defined]

    def killing(stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        for number, found in enumerate(cluster.reading(Options())(stream)):
            if number == 1:
                nodes.remove_node(other, allow_graceful=False)  # type: ignore[attr-defined]
            yield found

    many, alone = Store.create(tmp_path / "many"), Store.create(tmp_path / "alone")
    summary = ingest([str(tmp_path / "in.jsonl")], many, read=killing)
    ingest([str(tmp_path / "in.jsonl")], alone)
    assert (summary.added, summary.failed, summary.known) == (96, 0, 0)
    assert check(Store(many.root)) == []
    for table in ("documents", "statements", "actors", "sentences"):
        assert _rows(many, table) == _rows(alone, table)


def test_a_document_that_kills_its_worker_costs_only_itself(
    nodes: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(batch: Batch, options: Options) -> list[Read]:
        import os
        import signal

        if any(document.raw == b"tot" for document in batch):
            os.kill(os.getpid(), signal.SIGKILL)
        return [document.failure("read") for document in batch]

    cluster = Cluster(nodes.address)  # type: ignore[attr-defined]
    cluster._task = ray.remote(deadly)
    batch = [Document(Origin(uri=str(n)), b"tot" if n == 2 else b"gut", "text") for n in range(4)]
    ((_, found),) = cluster.reading(Options())([batch])
    assert [str(read) for read in found] == ["0: read", "1: read", "2: the reader died on it", "3: read"]
    assert getattr(found[2], "raw", None) == b"tot"


def test_without_a_cluster_one_line_says_so() -> None:
    for address in ("127.0.0.1:1", "ray://127.0.0.1:1"):
        with pytest.raises(StartError, match=r"no Ray cluster at .*127\.0\.0\.1:1"):
            Cluster(address)


def _rows(store: Store, table: str) -> list[dict[str, object]]:
    return Store(store.root).rows(f'SELECT * FROM "{table}" ORDER BY ALL')
