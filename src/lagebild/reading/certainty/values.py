"""FactBank values and how they combine.

A value is a certainty (CT certain, PR probable, PS possible) with a polarity, or ``Uu``. An
event under several words has the weakest of their certainties, and their signs multiply
(Saurí and Pustejovsky 2009): planned and negated is ``PR-``, denied and negated is ``CT+``.
"""

from __future__ import annotations

from functools import cache
from typing import Final, cast

from lagebild.record import Factuality

_LEVEL: Final = {"CT": 3, "PR": 2, "PS": 1}
_NAME: Final = {level: name for name, level in _LEVEL.items()}

VALUES: Final[tuple[Factuality, ...]] = ("CT+", "PR+", "PS+", "PS-", "PR-", "CT-", "Uu")


def positive(value: Factuality) -> bool:
    """Whether the value says yes, however firmly; ``Uu`` does not."""
    return value.endswith("+")


def negative(value: Factuality) -> bool:
    """Whether the value says no, however firmly."""
    return value.endswith("-")


def negate(value: Factuality) -> Factuality:
    """The opposite of a value; nothing is the opposite of ``Uu``."""
    if value == "Uu":
        return value
    return cast(Factuality, value[:2] + ("-" if positive(value) else "+"))


@cache
def combine(outer: Factuality, inner: Factuality) -> Factuality:
    """The value of an event that has `inner` where it stands, under a context that has `outer`."""
    if "Uu" in (outer, inner):
        return "Uu"
    level = _NAME[min(_LEVEL[outer[:2]], _LEVEL[inner[:2]])]
    return cast(Factuality, level + ("+" if positive(outer) == positive(inner) else "-"))


def overrule(outer: Factuality, inner: Factuality) -> Factuality:
    """As `combine`, but a clear no is no surer or less sure for the plan it ends: *das geplante Treffen wird abgesagt*."""
    return outer if outer == "CT-" and positive(inner) else combine(outer, inner)


@cache
def weaken(value: Factuality, context: Factuality) -> Factuality:
    """`value`, no surer than `context`, with its own sign."""
    if "Uu" in (value, context):
        return "Uu"
    return cast(Factuality, _NAME[min(_LEVEL[value[:2]], _LEVEL[context[:2]])] + value[2])
