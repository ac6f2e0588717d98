"""Fixtures that every room's tests share."""

from pathlib import Path

import pytest

from lagebild import compiled
from lagebild.store import Store
from tests.summit import summit_store

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure() -> None:
    """Compiled modules of other sources would let tests pass or fail that say nothing of these."""
    complaint = compiled.complaint()
    if complaint is not None:
        pytest.exit(complaint, returncode=2)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data sets beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the data sets are not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of ``tests/summit.py``; tests only ask it."""
    return summit_store(tmp_path_factory.mktemp("summit") / "store")
