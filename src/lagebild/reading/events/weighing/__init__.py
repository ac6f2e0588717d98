"""What the rules leave open, weighed by what coded articles teach: is it an event, and who has a part in it.

A question (``event``, ``side``, ``acts``) is answered by a small network, whose inputs are the named features that hold.
The weights are in ``language/de/weights/events.npz``; ``training/statements.py`` learns them from articles coded by hand,
and ``training/why.py`` tells for an article what spoke for and against each draft and each part.
"""

from lagebild.reading.events.weighing.parts import settle_parts, told
from lagebild.reading.events.weighing.standing import Standing, weigh
from lagebild.reading.events.weighing.weights import RULES_ALONE, questions

__all__ = ["RULES_ALONE", "Standing", "questions", "settle_parts", "told", "weigh"]
