"""Reads a text for its actors without a network, for the tests of this room."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from lagebild.intake.article import Article
from lagebild.reading import places  # noqa: F401  (registers the step)
from lagebild.reading.analysis import ActorFound


@cache
def pipe() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_actors")
    return nlp


@cache
def pipe_with_places() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_places")
    nlp.add_pipe("lagebild_actors")
    return nlp


def read(text: str, published: str | None = "2023-09-12") -> Doc:
    nlp = pipe()
    doc = nlp.make_doc(text)
    doc._.article = Article(text, [], published=published)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def actor(doc: Doc, name: str) -> ActorFound:
    found = [a for a in doc._.actors if a.name == name]
    assert len(found) == 1, [a.name for a in doc._.actors]
    return found[0]


def names(doc: Doc) -> list[str]:
    return [a.name for a in doc._.actors]
