"""How sure every event is and who says so. Registers the component ``lagebild_certainty``."""

from __future__ import annotations

from spacy.language import Language

from lagebild.reading.certainty.component import Certainty
from lagebild.reading.certainty.moment import bounds

__all__ = ["Certainty", "bounds", "create"]


@Language.factory(
    "lagebild_certainty", requires=["doc._.events", "doc._.clauses", "doc._.speech"], assigns=["doc._.events"]
)
def create(nlp: Language, name: str) -> Certainty:
    """The component that fills time, tense, factuality, author and attribution of every event."""
    return Certainty()
