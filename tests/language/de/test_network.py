"""The network component: what it must never do, and plain sentences it must get right."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import lagebild.language.de.network
from lagebild.language.de.network.features import hashes, shape
from lagebild.language.de.network.heads import trees
from lagebild.language.de.network.model import Row, beside
from lagebild.language.de.network.neighbours import free_places, is_bare, is_office, own_tellings
from lagebild.language.de.network.sentences import LONGEST, gather
from lagebild.language.de.network.titles import hang_titles


@pytest.fixture(scope="module")
def nlp() -> Language:
    assert lagebild.language.de.network.LagebildNetwork
    pipeline = spacy.blank("de")
    pipeline.add_pipe("lagebild_network")
    return pipeline


def read(nlp: Language, text: str) -> Doc:
    """A sentence, words set off by blanks, read by the network alone."""
    words = text.split(" ")
    doc = Doc(nlp.vocab, words=words, sent_starts=[i == 0 for i in range(len(words))])
    return nlp(doc)


def one_root_each(doc: Doc) -> bool:
    return all(sum(token.head == token for token in sentence) == 1 for sentence in doc.sents)


def test_tags_features_and_heads_of_a_plain_sentence(nlp: Language) -> None:
    doc = read(nlp, "Der Minister hat die Vorwürfe am Montag zurückgewiesen .")
    assert [token.tag_ for token in doc] == ["ART", "NN", "VAFIN", "ART", "NN", "APPRART", "NN", "VVPP", "$."]
    assert doc[1].head.text == "zurückgewiesen"
    assert (doc[1].dep_, doc[4].dep_, doc[2].dep_) == ("nsubj", "obj", "aux")
    assert doc[2].morph.get("Mood") == ["Ind"]
    assert doc[4].morph.get("Case") == ["Acc"]
    assert doc[1].pos_ == "NOUN"


def test_konjunktiv_in_reported_speech(nlp: Language) -> None:
    doc = read(nlp, "Sie sagte , der Angriff sei gescheitert .")
    assert doc[5].morph.get("Mood") == ["Sub"]
    assert doc[6].dep_ == "ccomp"
    assert doc[6].head.text == "sagte"


def test_an_article_is_no_relative_pronoun(nlp: Language) -> None:
    doc = read(nlp, "Die Ministerin sagte vor Journalisten , der Plan stehe .")
    assert (doc[6].tag_, doc[6].morph.get("PronType")) == ("ART", ["Art"])
    doc = read(nlp, "Der Plan , der vor Journalisten verkündet wurde , steht .")
    assert doc[3].tag_ == "PRELS"


def test_names(nlp: Language) -> None:
    doc = read(nlp, "Angela Merkel reiste am Dienstag nach Moskau .")
    assert [(e.text, e.label_) for e in doc.ents] == [("Angela Merkel", "PER"), ("Moskau", "LOC")]


@pytest.mark.parametrize(
    "words", [[], [" "], ["\n", " ", "\n"], ["ja"], ["."], ["\n", "Ja", " ", ".", "\n\n", "Nein", "."]]
)
def test_odd_documents_are_annotated_whole(nlp: Language, words: list[str]) -> None:
    doc = nlp(Doc(nlp.vocab, words=words))
    assert len(doc) == len(words)
    for token in doc:
        assert token.tag_
        assert token.is_space == (token.tag_ == "_SP")
        assert not token.head.is_space or all(t.is_space for t in doc)
    if words:
        assert one_root_each(doc)


def test_a_very_long_sentence_is_one_tree(nlp: Language) -> None:
    words = [*(["Haus", "und"] * 2600)[:-1], "."]
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[i == 0 for i in range(len(words))]))
    assert len(list(doc.sents)) == 1
    assert one_root_each(doc)
    assert np.diff(gather([doc]).bounds).max() <= LONGEST


def test_batch_and_single_give_the_same(nlp: Language) -> None:
    texts = ["Wir warten .", "Er sagt , dass sie morgen kommt .", "Nein !", "Der alte Mann schläft im Haus ."]
    alone = [read(nlp, text) for text in texts]
    starts = [[i == 0 for i in range(len(text.split(" ")))] for text in texts]
    docs = [Doc(nlp.vocab, words=t.split(" "), sent_starts=s) for t, s in zip(texts, starts, strict=True)]
    for one, many in zip(alone, nlp.pipe(docs), strict=True):
        assert [(t.tag_, t.head.i, t.dep_, str(t.morph)) for t in one] == [
            (t.tag_, t.head.i, t.dep_, str(t.morph)) for t in many
        ]


def test_sentence_starts_are_kept(nlp: Language) -> None:
    words = ["Wir", "warten", ".", "Er", "kommt", "nicht", "."]
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False, False, False]))
    assert [sentence.start for sentence in doc.sents] == [0, 3]


def test_a_row_holds_first_words_first_and_knows_whose_they_are() -> None:
    row = Row.of(np.array([3, 2, 2, 1]))
    assert row.active.tolist() == [4, 3, 1]
    assert list(zip(row.sentence.tolist(), row.place.tolist(), strict=True)) == [
        *[(0, 0), (1, 0), (2, 0), (3, 0)],
        *[(0, 1), (1, 1), (2, 1)],
        (0, 2),
    ]
    assert row.square(np.array([0, 2]), np.array([3, 2])).tolist() == [[0, 4, 7], [2, 6, 2]]


def test_a_word_is_seen_with_its_neighbours_in_the_sentence() -> None:
    near = beside(np.array([5, 6, 7]), np.array([2, 1]))
    assert near.tolist() == [[0, 0, 5, 6, 0], [0, 5, 6, 0, 0], [0, 0, 7, 0, 0]]


def test_cycles_are_broken_where_it_costs_least() -> None:
    arcs = np.zeros((1, 4, 5), dtype=np.float32)
    arcs[0, 0, 4] = 9
    arcs[0, 1, 2], arcs[0, 2, 1] = 5, 5
    arcs[0, 2, 0] = 4
    arcs[0, 3, 1] = 3
    assert trees(arcs, np.array([4])).tolist() == [[0, 2, 0, 1]]


def test_random_scores_always_give_trees() -> None:
    arcs = np.random.default_rng(3).normal(size=(60, 17, 18)).astype(np.float32)
    lengths = np.random.default_rng(4).integers(1, 18, 60)
    for heads, length in zip(trees(arcs, lengths), lengths, strict=True):
        assert sum(heads[:length] == np.arange(length)) == 1
        ahead = heads[:length]
        for _ in range(5):
            ahead = ahead[ahead]
        assert len(set(ahead.tolist())) == 1


def test_features_do_not_depend_on_digits_but_on_shape() -> None:
    assert hashes("1950")[0] == hashes("2023")[0]
    assert hashes("Reise")[0] == hashes("reise")[0]
    assert shape("Reise") != shape("reise")
    assert len(hashes("a" * 100_000)) == len(hashes("a"))


def test_a_form_of_address_hangs_on_the_name() -> None:
    # der Rat von Herrn Dr. Weber: Herrn (3) headed Dr. (4) and Weber (5).
    heads = np.array([1, 1, 3, 1, 3, 3])
    deps = np.arange(6, dtype=np.uint64)
    hang_titles(heads, deps, np.array([3, 4]), np.arange(6) == 5, np.uint64(9))
    assert heads.tolist() == [1, 1, 5, 5, 5, 1]
    assert deps.tolist() == [0, 1, 2, 9, 9, 3]


def test_a_title_without_a_name_stays() -> None:
    heads, deps = np.array([1, 1, 1]), np.arange(3, dtype=np.uint64)
    hang_titles(heads, deps, np.array([0]), np.zeros(3, dtype=bool), np.uint64(9))
    assert heads.tolist() == [1, 1, 1] and deps.tolist() == [0, 1, 2]


LABELS = {
    name: np.uint64(n)
    for n, name in enumerate(("nsubj", "obj", "obl:arg", "appos", "flat", "nmod", "root", "obl"), 1)
}


@pytest.mark.parametrize(
    ("verb", "label", "head", "relation"),
    [(1, "nsubj", 1, "obj"), (4, "nsubj", 2, "appos"), (1, "obl", 2, "appos")],
    ids=["behind the verb", "before the verb", "no subject"],
)
def test_a_bare_place_behind_an_office_is_the_object(verb: int, label: str, head: int, relation: str) -> None:
    # Heute griff Präsident Israel an: token 2 is the office, 3 the place
    heads = np.array([verb, verb, verb, 2, verb])
    deps = np.array([LABELS[name] for name in ("obl", "root", label, "appos", "root")], dtype=np.uint64)
    free_places(heads, deps, np.array([3]), np.arange(5) == verb, np.zeros(5, dtype=bool), LABELS)
    assert (heads[3], deps[3]) == (head, LABELS[relation])


def test_a_bare_place_behind_a_telling_is_the_object() -> None:
    # griff (one token) die Armee, nach Angaben Odessa an
    heads = np.array([0, 0, 0, 2, 0])
    deps = np.array([LABELS[name] for name in ("root", "nsubj", "obl", "nmod", "root")], dtype=np.uint64)
    tellings = np.arange(5) == 2
    free_places(heads, deps, np.array([3]), np.arange(5) == 0, tellings, LABELS)
    assert (heads[3], deps[3]) == (0, LABELS["obj"])


def test_a_place_is_whom_a_verb_with_an_object_is_for() -> None:
    # hatte die Regierung (one token) Kenia Hilfe zugesichert
    heads = np.array([4, 4, 1, 4, 4])
    deps = np.array([LABELS[name] for name in ("obl", "nsubj", "flat", "obj", "root")], dtype=np.uint64)
    free_places(heads, deps, np.array([2]), np.arange(5) == 0, np.zeros(5, dtype=bool), LABELS)
    assert (heads[2], deps[2]) == (4, LABELS["obl:arg"])


def test_a_genitive_says_whose_statement_it_is() -> None:
    # hat nach Angaben Kiews Soldaten verlegt
    heads = np.array([5, 2, 5, 4, 2, 5])
    deps = np.array([LABELS[name] for name in ("obl", "obl", "obl", "nmod", "nmod", "root")], dtype=np.uint64)
    own_tellings(heads, deps, np.array([2]), np.arange(6) == 3, LABELS)
    assert heads.tolist() == [5, 2, 5, 2, 5, 5]
    assert (deps[3], deps[4]) == (LABELS["nmod"], LABELS["obj"])


def test_what_an_office_and_a_bare_name_are() -> None:
    assert is_office("Außenminister") and is_office("Regierung") and not is_office("Stadt")
    assert is_bare("Israel") and not is_bare("Israels") and not is_bare("Belarus")
