"""What the rules leave open, weighed by what coded articles teach: is it an event, and who has a part in it.

A question (``event``, ``side``, ``acts``) is answered by adding up the weights of the named features that hold. The
weights stand as a table, ``language/de/weights/events.tsv.gz``, so that whoever disagrees with a record finds the lines
that made it; ``training/statements.py`` learns them (logistic regression) from articles coded by hand.
"""

from lagebild.reading.events.weighing.parts import settle_parts
from lagebild.reading.events.weighing.standing import Standing, weigh
from lagebild.reading.events.weighing.weights import RULES_ALONE, questions

__all__ = ["RULES_ALONE", "Standing", "questions", "settle_parts", "weigh"]
