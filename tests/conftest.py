"""Fixtures that every room's tests share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data sets beside the checkout; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the data sets are not on this machine")
    return SHARED
