import pytest

import lagebild


@pytest.fixture(scope="session")
def nlp():
    """The base with the reading steps that certainty reads."""
    from importlib import import_module

    pipeline = lagebild.load("de")
    for step in ("times", "places", "actors", "speech", "certainty"):
        import_module(f"lagebild.reading.{step}")
        pipeline.add_pipe(f"lagebild_{step}")
    return pipeline
