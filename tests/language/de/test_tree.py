"""Trees of very long sentences."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from lagebild.language.de.clauses.tree import LONGEST, Tree
from lagebild.language.tokens import words_of


@pytest.mark.parametrize("comma", [0, LONGEST - 10])
def test_an_endless_sentence_is_cut_into_pieces(comma: int) -> None:
    n = 3 * LONGEST + 7
    words = ["," if comma and i == comma else "und" for i in range(n)]
    tags = ["$," if word == "," else "KON" for word in words]
    doc = Doc(
        spacy.blank("de").vocab,
        words=words,
        tags=tags,
        heads=[0] * n,
        deps=["dep"] * n,
        sent_starts=[i == 0 for i in range(n)],
    )
    tree = Tree(words_of(doc))
    assert [begin for begin, _ in tree.sentences[1:]] == [end for _, end in tree.sentences[:-1]]
    assert tree.sentences[-1][1] == n
    assert max(end - begin for begin, end in tree.sentences) <= LONGEST
    assert tree.sentences[0][1] == (comma + 1 if comma else LONGEST)
    assert all(begin <= tree.heads[i] < end for begin, end in tree.sentences for i in range(begin, end))
