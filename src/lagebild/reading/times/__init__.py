"""Time expressions of German news, found and resolved: a spaCy component that also works in a blank pipeline.

>>> import spacy
>>> nlp = spacy.blank("de")
>>> _ = nlp.add_pipe("lagebild_times")
>>> doc = nlp.make_doc("Am Montag wurde der Vertrag unterzeichnet.")
>>> doc._.published = "2023-09-13"
>>> [(doc.text[t.begin : t.end], t.value, t.edtf) for t in nlp(doc)._.times]
[('Montag', '2023-09-11', '2023-09-11')]

Types and values follow TIMEX3 as German news corpora use it: prepositions stay outside, articles
inside; *vor drei Jahren* is a DURATION (P3Y) whose EDTF date is the year it leads to.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.reading.times.edtf import edtf
from lagebild.reading.times.event import event_time
from lagebild.reading.times.tagger import OPEN_WARNING, Times, resolve

__all__ = ["OPEN_WARNING", "Times", "edtf", "event_time", "resolve"]


@Language.factory("lagebild_times", assigns=["doc._.times"])
def create(nlp: Language, name: str) -> Times:
    """The component; reads ``doc._.article`` or ``doc._.published``, tags and clauses where they are set."""
    return Times()


for _name, _default in (("published", None), ("eras", []), ("time_warnings", [])):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)
