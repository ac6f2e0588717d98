"""The words of a Doc as objects of our own: they say what spaCy's tokens say."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

import lagebild.reading.times  # noqa: F401  (registers the extensions of the reading steps)
from lagebild.language import load
from lagebild.language.found import Found
from lagebild.language.tokens import Words, read_words, sentence, sentences_back, words_of

WORDS = ["Er", "kam", ".", "Sie", "gingen", "."]
TEXT = """Kiew (dpa) – Russlands Präsident Wladimir Putin hat am Montag in Moskau 300 ukrainische Soldaten freigelassen.

„Das war, nach allem, was man hört, nicht geplant“, sagte ein Sprecher des Außenministeriums, der ungenannt bleiben
wollte. Er lehnte es ab, Fragen zu den Staats- und Regierungschefs der EU zu beantworten!  Warum auch?
"""
#: what spaCy's tokens and ours have in common
SAME = ("i", "idx", "text", "lower_", "tag_", "pos_", "dep_", "lemma_", "ent_type_", "whitespace_")
SAME += ("is_punct", "is_space", "is_alpha", "like_num")


def _doc(**kwargs: object) -> Doc:
    return Doc(Vocab(), WORDS, tags=["PPER", "VVFIN", "$."] * 2, **kwargs)  # type: ignore[arg-type]


def _says_the_same(doc: Doc) -> None:
    words = read_words(doc)
    assert len(words) == len(doc)
    for ours, theirs in zip(words, doc, strict=True):
        assert [getattr(ours, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        assert ours.head is words[theirs.head.i]
        for name in ("lefts", "rights", "children", "subtree"):
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)]
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        for name in (
            "Case",
            "Number",
            "Gender",
            "Person",
            "Tense",
            "Mood",
            "VerbForm",
            "PronType",
            "Nothing",
        ):
            assert ours.morph.get(name, ["none"]) == theirs.morph.get(name, ["none"])
    for ours, theirs in zip(words, doc, strict=True):
        if doc.has_annotation("SENT_START"):
            assert (sentence(ours).start, sentence(ours).stop) == (theirs.sent.start, theirs.sent.end)
        below = [theirs.is_ancestor(other) for other in doc]
        assert [ours.is_ancestor(other) for other in words] == below


def test_words_of_a_read_text_say_what_its_tokens_say() -> None:
    _says_the_same(load()(TEXT))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 11), min_size=1, max_size=12))
def test_any_tree_is_the_same(heads: list[int]) -> None:
    """Heads that lie before a word, so that there is no circle, in any crossing."""
    tree = [min(head, i) for i, head in enumerate(heads)]
    deps = ["ROOT" if head == i else "dep" for i, head in enumerate(tree)]
    _says_the_same(Doc(Vocab(), [f"w{i}" for i in tree], heads=tree, deps=deps))


def test_columns_say_what_the_tokens_say() -> None:
    doc = _doc(
        sent_starts=[True, False, False, True, False, False], lemmas=["er", "kommen", "", "sie", "gehen", ""]
    )
    found = words_of(doc)
    assert found.words == WORDS
    assert found.lowers == [t.lower_ for t in doc]
    assert found.tags == [t.tag_ for t in doc]
    assert found.lemmas == ["er", "kommen", ".", "sie", "gehen", "."]
    assert [(s.start, s.stop) for s in found.sentences] == [(0, 3)] * 3 + [(3, 6)] * 3
    assert [sentences_back(found[4], number) for number in (0, 1, 2)] == [3, 0, 0]


def test_words_are_made_once_and_anew_when_the_base_has_read() -> None:
    doc = _doc()
    words = words_of(doc)
    assert words_of(doc) is words
    doc[0].tag_ = "NE"
    assert words_of(doc)[0].tag_ == "PPER"
    assert read_words(doc)[0].tag_ == "NE" and words_of(doc) is not words


def test_a_doc_without_sentences_is_one() -> None:
    assert {(s.start, s.stop) for s in words_of(_doc()).sentences} == {(0, 6)}


def test_an_empty_doc_has_no_words() -> None:
    words = words_of(Doc(Vocab()))
    assert (len(words), words.sentences, list(words)) == (0, [], [])


def test_neighbours_end_with_the_doc() -> None:
    words = words_of(_doc())
    assert words[1].nbor().text == "." and words[1].nbor(-1).text == "Er"
    for i, step in ((0, -1), (5, 1)):
        try:
            words[i].nbor(step)
        except IndexError:
            continue
        raise AssertionError


def test_what_is_set_on_the_doc_is_read_on_its_words_and_the_other_way_round() -> None:
    doc = spacy.blank("de")("Das ist gut.")
    words = Words(doc)
    assert words._.actor_at == {} and words._.actor_at is doc._.actor_at
    doc._.blocks = [("body", 0, 4)]
    assert words._.blocks == [("body", 0, 4)]
    words._.clauses.append("a clause")  # type: ignore[arg-type]
    assert doc._.clauses == ["a clause"]


def test_every_name_of_found_is_an_extension() -> None:
    names = {name for name in vars(Found) if not name.startswith("_")}
    assert len(names) > 15 and all(Doc.has_extension(name) for name in names)
