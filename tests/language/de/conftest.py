"""One German base for all tests of the pack."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language import load
from lagebild.language.clause import Clause
from lagebild.language.de.clauses import clauses_of
from lagebild.language.tokens import words_of


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load("de")


@pytest.fixture(scope="session")
def read() -> Callable[[str], dict[str, Clause]]:
    vocab = spacy.blank("de").vocab

    def read(tree: str) -> dict[str, Clause]:
        """Clauses by predicate of a sentence given as lines of word, tag, head (from 1; 0: root), relation, features."""
        rows = [line.split() for line in tree.strip().splitlines()]
        doc = Doc(
            vocab,
            words=[row[0] for row in rows],
            tags=[row[1] for row in rows],
            lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
            heads=[int(row[2]) - 1 if row[2] != "0" else i for i, row in enumerate(rows)],
            deps=[row[3] for row in rows],
            morphs=["" if len(row) < 5 or row[4] == "_" else row[4] for row in rows],
            sent_starts=[i == 0 for i in range(len(rows))],
        )
        return {clause.predicate.text: clause for found in clauses_of(words_of(doc)) for clause in found}

    return read
