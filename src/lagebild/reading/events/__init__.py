"""What happened and who acts on whom. The door: the component ``lagebild_events``."""

from __future__ import annotations

from spacy.language import Language

from lagebild.reading.events.component import Events

__all__ = ["Events"]


@Language.factory("lagebild_events", requires=["doc._.clauses"], assigns=["doc._.events"])
def create(nlp: Language, name: str) -> Events:
    return Events()
