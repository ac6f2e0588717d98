"""One German base for all tests of the pack."""

import pytest
from spacy.language import Language

from lagebild.language import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load("de")
