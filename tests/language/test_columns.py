"""A Doc in columns: words, tags, lemmas and sentences as the tokens have them."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from lagebild.language.columns import columns, sentence

WORDS = ["Er", "kam", ".", "Sie", "gingen", "."]


def _doc(**kwargs: object) -> Doc:
    return Doc(Vocab(), WORDS, tags=["PPER", "VVFIN", "$."] * 2, **kwargs)  # type: ignore[arg-type]


def test_columns_say_what_the_tokens_say() -> None:
    doc = _doc(
        sent_starts=[True, False, False, True, False, False], lemmas=["er", "kommen", "", "sie", "gehen", ""]
    )
    found = columns(doc)
    assert found.words == WORDS
    assert found.lowers == [t.lower_ for t in doc]
    assert found.tags == [t.tag_ for t in doc]
    assert found.lemmas == ["er", "kommen", ".", "sie", "gehen", "."]
    assert [(s.start, s.stop) for s in found.sentences] == [(0, 3)] * 3 + [(3, 6)] * 3
    assert [(sentence(t).start, sentence(t).stop) for t in doc] == [(t.sent.start, t.sent.end) for t in doc]
    assert columns(doc) is found


def test_a_doc_without_sentences_is_one() -> None:
    assert {(s.start, s.stop) for s in columns(_doc()).sentences} == {(0, 6)}


def test_an_empty_doc_has_empty_columns() -> None:
    assert columns(Doc(Vocab())).sentences == []
