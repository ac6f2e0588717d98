"""Inputs that broke the reader once (``make fuzz`` keeps them), and a few of those to come."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests import fuzz


@pytest.mark.parametrize("path", sorted(fuzz.KEPT.glob("*")), ids=lambda path: path.name)
def test_what_broke_the_reader_once_does_so_no_more(path: Path) -> None:
    fuzz.survive("".join(path.suffixes), path.read_bytes())


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(fuzz.inputs())
def test_an_input_of_any_kind_is_read_or_refused(made: tuple[str, bytes]) -> None:
    fuzz.survive(*made)
