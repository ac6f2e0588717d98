"""Fixtures of this room: a server that a test teaches manners, and an empty store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lagebild.store import Store
from tests.scale.watching import Server


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store")
