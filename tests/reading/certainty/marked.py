"""Example sentences with a marked event, as the rule files of certainty have them.

``Die Regierung plant, Panzer zu [liefern]. = PR+ future PR+``: brackets round the event, then what
it must get: factuality, tense, author, in any order (the first value is the factuality).
``{pokert|REQUEST}`` marks the event whose content it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.reading.analysis import EventFound

_TENSES = ("past", "present", "future", "timeless")


@dataclass
class Expected:
    factuality: str | None
    tense: str | None
    author: str | None


def judged(nlp: Language, example: str, published: str = "2023-09-12") -> tuple[EventFound, Expected]:
    """The marked event after the certainty step, and what the example expects of it."""
    marked, _, wanted = example.partition(" = ")
    above = re.search(r"\{([^|]+)\|([A-Z]+)\}", marked)
    plain = re.sub(r"\{([^|]+)\|[A-Z]+\}", r"\1", marked)
    begin = plain.index("[")
    end = plain.index("]") - 1
    text = plain.replace("[", "").replace("]", "")
    doc = nlp.make_doc(text)
    doc._.published = published
    for name, component in nlp.pipeline:
        if name == "lagebild_certainty":
            doc._.events = _events(doc, begin, end, above)
        doc = component(doc)
    return doc._.events[-1], _expected(wanted)


def _events(doc: Doc, begin: int, end: int, above: re.Match[str] | None) -> list[EventFound]:
    event = _event(doc, begin, end, "ASSAULT")
    if above is None:
        return [event]
    at = doc.text.index(above.group(1))
    event.content_of = _event(doc, at, at + len(above.group(1)), above.group(2))
    return [event.content_of, event]


def _event(doc: Doc, begin: int, end: int, type_: str) -> EventFound:
    inside = [t.i for t in doc if t.idx < end and begin < t.idx + len(t)]
    span = (inside[0], inside[-1] + 1)
    head = doc[inside[-1]]
    clauses = [*doc._.clauses, *doc._.infinitives]
    clause = next((c for c in clauses if c.predicate.i in inside), None) or next(
        (c for c in clauses if c.finite is not None and c.finite.i in inside), None
    )
    nominal = head.pos_ in ("NOUN", "PROPN") and (clause is None or clause.predicate != head)
    if clause is None:
        clause = min((c for c in clauses if head.i in c.tokens), key=lambda c: len(c.tokens), default=None)
    return EventFound([span], [span], type_, clause=clause, nominal=nominal)


def _expected(wanted: str) -> Expected:
    words = wanted.split()
    values = [w for w in words if w not in _TENSES]
    tense = next((w for w in words if w in _TENSES), None)
    return Expected(values[0] if values else None, tense, values[1] if len(values) > 1 else None)
