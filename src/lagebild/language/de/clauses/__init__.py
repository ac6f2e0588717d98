"""Clauses of German: verb groups, arguments, relations. The door: the component ``lagebild_clauses``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.de.clauses.builder import clauses_of
from lagebild.language.tokens import read_words

__all__ = ["ClauseBuilder", "clauses_of"]


@Language.factory(
    "lagebild_clauses",
    requires=["token.tag", "token.dep", "token.head", "token.lemma", "token.morph"],
    assigns=["doc._.clauses", "doc._.infinitives"],
)
def create(nlp: Language, name: str) -> ClauseBuilder:
    return ClauseBuilder()


class ClauseBuilder:
    """Sets ``doc._.clauses`` (with a finite verb) and ``doc._.infinitives`` (without one)."""

    def __call__(self, doc: Doc) -> Doc:
        put = doc._
        put.clauses, put.infinitives = clauses_of(read_words(doc))
        return doc
