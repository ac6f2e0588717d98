"""The lexicon's own examples: nearly all of them yield an event of their type, read alone."""

from __future__ import annotations

from collections import Counter

from spacy.language import Language

from lagebild.reading.events.predicates import predicates

#: Read alone, *beide Länder* and *der Plan* have no actor, so that some examples stay silent.
LEAST = 0.8
LEAST_OF_A_TYPE = 0.65


def test_examples_yield_their_type(until_events: Language) -> None:
    entries = predicates()
    read, all_ = Counter[str](), Counter[str]()
    for predicate, doc in zip(
        entries, until_events.pipe([p.example for p in entries], batch_size=128), strict=True
    ):
        all_[predicate.type] += 1
        read[predicate.type] += any(event.type == predicate.type for event in doc._.events)
    assert sum(read.values()) >= LEAST * sum(all_.values())
    assert [kind for kind in all_ if read[kind] < LEAST_OF_A_TYPE * all_[kind]] == []
