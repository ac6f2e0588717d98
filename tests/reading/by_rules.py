"""The whole reading by the rules alone, for tests of what a rule says whatever coded articles teach."""

from __future__ import annotations

import importlib
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

import lagebild
from lagebild.intake import Article, article_from
from lagebild.language import make_doc
from lagebild.reading.assemble import assemble
from lagebild.reading.reader import STEPS
from lagebild.record import Record


@cache
def pipeline(*steps: str) -> Language:
    """The German pack with reading steps, the events by the rules alone."""
    nlp = lagebild.load("de")
    for step in steps:
        importlib.import_module(f"lagebild.reading.{step}")
        nlp.add_pipe(f"lagebild_{step}", config={"weighed": False} if step == "events" else {})
    return nlp


def analysed(text: str, published: str | None = None, steps: tuple[str, ...] = STEPS) -> Doc:
    """The Doc of a plain text behind reading steps."""
    nlp, article = pipeline(*steps), article_from(text, published=published)
    doc = make_doc(nlp, article.reading_text())
    doc._.article = article
    return nlp(doc)


def read(text: str, published: str | None = None) -> Record:
    """The record of a plain text."""
    doc = analysed(text, published)
    article: Article = doc._.article
    return assemble(doc, article, article.reading_text())
