"""Other programs on the same texts, for `bench`: spaCy's convolutional pipeline, and HanTa."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language
from spacy.training import Example

#: Texts that HanTa tags: it is slow, and its rate is the same on all.
FEW = 15


def spacy_cnn() -> Language:
    """spaCy's small CPU pipeline for German (tags, morphology, parser, names) as its quickstart makes it.

    Its weights are untrained, which does not change how long it takes over a word.
    """
    from spacy.cli.init_config import init_config

    parts = ["tagger", "morphologizer", "parser", "ner"]
    nlp = spacy.util.load_model_from_config(init_config(lang="de", pipeline=parts, optimize="efficiency"))
    told = {
        "tags": ["ART", "NN", "VVFIN"],
        "morphs": ["Case=Nom", "Number=Sing", "Mood=Ind"],
        "pos": ["DET", "NOUN", "VERB"],
        "heads": [1, 2, 2],
        "deps": ["det", "nsubj", "ROOT"],
        "entities": ["O", "B-ORG", "O"],
    }
    example = Example.from_dict(nlp.make_doc("Die Regierung schwieg"), told)
    nlp.initialize(lambda: [example])
    return nlp


def neighbours() -> Iterator[tuple[str, Callable[[list[str]], float]]]:
    """Each neighbour that is installed: its name, and what gives its words a second of processor time on texts."""
    nlp = spacy_cnn()

    def by_spacy(texts: list[str]) -> float:
        started = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        return sum(len(text.split()) for text in texts) / (time.process_time() - started)

    by_spacy(["Die Regierung schwieg."])
    yield "spaCy's CNN pipeline", by_spacy
    try:
        from HanTa import HanoverTagger
    except ImportError:
        return
    tagger = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
    floor = spacy.blank("de")

    def by_hanta(texts: list[str]) -> float:
        sentences = [[token.text for token in floor.make_doc(text)] for text in texts[:FEW]]
        started = time.process_time()
        for sentence in sentences:
            tagger.tag_sent(sentence)
        return sum(len(text.split()) for text in texts[:FEW]) / (time.process_time() - started)

    yield "HanTa", by_hanta
