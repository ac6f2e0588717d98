"""Numbers with their units. Registers the component ``lagebild_figures``."""

from __future__ import annotations

from spacy.language import Language

from lagebild.reading.figures.component import Figures

__all__ = ["Figures", "create"]


@Language.factory("lagebild_figures", requires=["doc._.times"], assigns=["doc._.figures"])
def create(nlp: Language, name: str) -> Figures:
    """The component that sets ``doc._.figures``."""
    return Figures()
