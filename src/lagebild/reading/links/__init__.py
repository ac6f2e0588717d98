"""Denials, confirmations and mentions of one event. Registers the component ``lagebild_links``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.tokens import words_of
from lagebild.reading.links.denials import denials
from lagebild.reading.links.mentions import confirmations, mentions

__all__ = ["Links", "create"]


class Links:
    """Links the events of one article (codebook, section 5); sets ``doc._.links``."""

    def __call__(self, doc: Doc) -> Doc:
        words = words_of(doc)
        same = mentions(words)
        doc._.links = [*denials(words), *confirmations(words, same), *same]
        return doc


@Language.factory("lagebild_links", requires=["doc._.events"], assigns=["doc._.links"])
def create(nlp: Language, name: str) -> Links:
    """The component that sets ``doc._.links``."""
    return Links()
