"""The German pipeline up to the events, built once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from tests.reading import by_rules


@pytest.fixture(scope="session")
def until_events() -> Language:
    """What the rules say; what coded articles add to it is tested in `weighing`."""
    return by_rules.pipeline("times", "places", "actors", "speech", "events")


@pytest.fixture(scope="session")
def events_of(until_events: Language) -> Callable[[str], list[str]]:
    """Events of a text as ``TYPE trigger: sources > targets``, sides by country or name."""

    def read(text: str) -> list[str]:
        return told(until_events(text))

    return read


def told(doc: Doc) -> list[str]:
    """The events of a Doc as lines that a person can read."""
    lines = []
    for event in doc._.events:
        trigger = " ".join(doc[start:stop].text for start, stop in event.trigger)
        source = " ".join(sorted(a.country or a.name for a in event.source)) or "-"
        target = " ".join(sorted(a.country or a.name for a in event.target)) or "-"
        lines.append(f"{event.type} {trigger}: {source} > {target}")
    return lines
