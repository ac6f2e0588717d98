"""What happened and who acts on whom. The door: the component ``lagebild_events``."""

from __future__ import annotations

from spacy.language import Language

from lagebild.reading.events.component import Events
from lagebild.reading.events.weighing import RULES_ALONE, questions

__all__ = ["Events"]


@Language.factory("lagebild_events", requires=["doc._.clauses"], assigns=["doc._.events"])
def create(nlp: Language, name: str, weighed: bool = True) -> Events:
    """The step; ``weighed`` false leaves everything to the rules, whatever coded articles teach."""
    return Events(questions() if weighed else RULES_ALONE)
