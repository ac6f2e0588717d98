"""Whatever the text, the base reads it, and says the same every time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.de.clauses import clauses_of
from lagebild.language.tokens import words_of

WORDS = [
    "der",
    "Mann",
    "sagte",
    ",",
    "dass",
    "er",
    "ist",
    "gekommen",
    "und",
    "wird",
    ".",
    "„",
    "“",
    "zu",
    "haben",
    "die",
    "nicht",
    "so",
    ":",
    "wenn",
    "sollte",
    "Krieg",
    "5.",
    "ab",
    "?",
    " ",
    "\n",
    "kann",
    "den",
    "in",
]
TAGS = [
    "NN",
    "NE",
    "ART",
    "VVFIN",
    "VAFIN",
    "VMFIN",
    "VVINF",
    "VVPP",
    "VAINF",
    "VVIZU",
    "PTKZU",
    "PTKVZ",
    "KOUS",
    "KOUI",
    "KON",
    "PRELS",
    "PRELAT",
    "PWS",
    "PWAV",
    "PPER",
    "PRF",
    "$,",
    "$.",
    "$(",
    "APPR",
    "ADV",
    "ADJD",
    "ADJA",
    "PAV",
    "_SP",
]
DEPS = [
    "ROOT",
    "nsubj",
    "obj",
    "obl",
    "aux",
    "aux:pass",
    "cop",
    "conj",
    "cc",
    "ccomp",
    "acl",
    "advcl",
    "xcomp",
    "mark",
    "case",
    "det",
    "nmod",
    "appos",
    "parataxis",
    "compound:prt",
    "punct",
    "expl",
    "advmod",
    "dep",
    "flat",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80))
def test_reads(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for clause in (*doc._.clauses, *doc._.infinitives):
        assert clause.tokens == sorted(set(clause.tokens))
        assert clause.lemma and repr(clause)
        assert all(
            isinstance(token._.parts, list) for token in doc[clause.predicate.i : clause.predicate.i + 1]
        )
        parents = set()
        while clause.parent is not None:
            assert id(clause) not in parents
            parents.add(id(clause))
            clause = clause.parent


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_tree(nlp: Language, data: st.DataObject) -> None:
    """Tags and trees that no parser would give break nothing, and give the same clauses again."""
    n = data.draw(st.integers(1, 25))

    def some(values: list[str]) -> list[str]:
        return data.draw(st.lists(st.sampled_from(values), min_size=n, max_size=n))

    heads = [data.draw(st.integers(0, i)) for i in range(n)]
    doc = Doc(nlp.vocab, words=some(WORDS), tags=some(TAGS), deps=some(DEPS), heads=heads)
    first = [repr(clause) for found in clauses_of(words_of(doc)) for clause in found]
    assert first == [repr(clause) for found in clauses_of(words_of(doc)) for clause in found]


def test_empty_and_blank(nlp: Language) -> None:
    for text in ("", " ", "\n\n", ".", "–"):
        assert nlp(text)._.clauses == []
