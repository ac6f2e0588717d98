"""The German base: from text to clauses."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.util import registry

from lagebild.language.de import clauses, compounds, forms, sentences  # noqa: F401  (each registers itself)
from lagebild.language.de.spelling import look_up_standard
from lagebild.language.de.tokenizer import GermanTokenizer

NETWORK = "lagebild.language.de.network"

#: Named in the pipeline's configuration, so that spaCy does not build its own tokenizer first.
TOKENIZER = "lagebild_german_words"


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def _tokenizer() -> Callable[[Language], GermanTokenizer]:
    return lambda nlp: GermanTokenizer(nlp.vocab)


def base() -> Language:
    """A fresh pipeline: tokenizer, sentences, network, lemmas, clauses."""
    nlp = spacy.blank("de", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    look_up_standard(nlp.vocab)
    nlp.add_pipe("lagebild_sentences")
    if find_spec(NETWORK) is not None:
        import_module(NETWORK)
    if Language.has_factory("lagebild_network"):
        nlp.add_pipe("lagebild_network")
    nlp.add_pipe("lagebild_forms")
    nlp.add_pipe("lagebild_clauses")
    return nlp
