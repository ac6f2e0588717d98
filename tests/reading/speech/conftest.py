"""A pipeline that reads German up to speech."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import lagebild
import lagebild.reading.speech


@pytest.fixture(scope="session")
def nlp() -> Language:
    pipeline = lagebild.load("de")
    pipeline.add_pipe("lagebild_speech")
    return pipeline


@pytest.fixture
def read(nlp: Language) -> Callable[[str], Doc]:
    return nlp
