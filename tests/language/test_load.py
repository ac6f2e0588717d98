"""What is loaded is out of the garbage collector's sight, and comes back when it is to go."""

import gc

import pytest

from lagebild.language import COLLECT_EVERY, settle
from lagebild.reading import reader
from lagebild.reading.certainty.moment import _BOUNDS, bounds


@pytest.fixture(autouse=True)
def thresholds():
    """The collector as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_what_is_loaded_is_not_walked_through_again() -> None:
    gc.set_threshold(700, 10, 10)
    kept = [[number] for number in range(100)]
    settle()
    assert gc.get_freeze_count() > len(kept)
    assert not any(found is kept for found in gc.get_objects()), "still in the collector's sight"
    assert gc.get_threshold() == (COLLECT_EVERY, 10, 10)


def test_a_collector_that_is_turned_off_stays_off() -> None:
    gc.set_threshold(0)
    settle()
    assert gc.get_threshold()[0] == 0


def test_pipelines_that_are_renewed_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = []
    for _ in range(2):
        monkeypatch.setitem(reader._read, "de", reader.RENEW)
        reader._pipeline_for("de")
        frozen.append(gc.get_freeze_count())
    assert frozen[1] - frozen[0] < 500, "what an old pipeline held in a circle is kept for good"


def test_what_is_known_of_single_words_goes_with_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds("2023-09-12")
    assert len(_BOUNDS) > 0
    monkeypatch.setitem(reader._read, "de", reader.RENEW)
    reader._pipeline_for("de")
    assert len(_BOUNDS) == 0
