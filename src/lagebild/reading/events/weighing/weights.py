"""The questions, each a small network whose inputs have names, and the file that they ship in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]

#: All weights are whole numbers of thousandths: their sums are the same on every machine.
UNIT: Final = 1000


def _bias_alone() -> Ints:
    return np.zeros((1, 1), dtype=np.int32)


def _no_unit() -> Ints:
    return np.zeros(0, dtype=np.int32)


@dataclass(slots=True)
class Question:
    """A network of one hidden layer: features that hold → hidden units → how likely the answer is yes.

    ``rows`` says where in ``table`` the weights of a feature stand; row 0 is the bias. The first column is what a feature
    adds to the answer at once, each other what it adds to a hidden unit. A unit above zero adds its part in ``out`` to the
    answer. Without hidden units it is a logistic regression.
    """

    rows: dict[str, int] = field(default_factory=dict)
    table: Ints = field(default_factory=_bias_alone)
    out: Ints = field(default_factory=_no_unit)

    @classmethod
    def straight(cls, bias: float, weights: dict[str, float]) -> Question:
        """A question without hidden units."""
        table = np.array([[bias], *([weight] for weight in weights.values())])
        return cls(
            {name: n for n, name in enumerate(weights, 1)}, np.rint(table * UNIT).astype(np.int32), _no_unit()
        )

    def probabilities(self, examples: list[list[str]]) -> list[float]:
        """How likely the answer is yes, for lists of features that hold; those that were never seen weigh nothing."""
        if not examples:
            return []
        rows = self.rows
        begins: list[int] = []
        found: list[int] = []
        for features in examples:
            begins.append(len(found))
            found.append(0)
            for feature in features:
                row = rows.get(feature)
                if row is not None:
                    found.append(row)
        weights = self.table.take(np.fromiter(found, np.intp, len(found)), axis=0)
        sums = np.add.reduceat(weights, begins, axis=0, dtype=np.int32)
        hidden = (np.maximum(sums[:, 1:], 0).astype(np.int64) * self.out).sum(axis=1)
        totals: list[float] = ((sums[:, 0].astype(np.int64) * UNIT + hidden) / UNIT**2).tolist()
        return [1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))) for total in totals]

    def probability(self, features: list[str]) -> float:
        """The same of one list."""
        return self.probabilities([features])[0]


@cache
def questions() -> dict[str, Question]:
    """The questions that ship: ``event``, ``side``, ``acts``."""
    path = files("lagebild.language.de") / "weights" / "events.npz"
    found: dict[str, Question] = {}
    with path.open("rb") as file:
        arrays = np.load(file)
        for key in arrays.files:
            name, part = key.split(".")
            question = found.setdefault(name, Question())
            if part == "names":
                lines = bytes(arrays[key]).decode("utf8").split("\n")
                question.rows = {feature: n for n, feature in enumerate(lines, 1)}
            elif part == "table":
                question.table = arrays[key].astype(np.int32)
            else:
                question.out = arrays[key].astype(np.int32)
    return found


#: Weights by which an event is what the rules take for one, and its parts are those that they gave.
RULES_ALONE: Final = {
    "event": Question.straight(-9.0, {f"taken_for={name}": 18.0 for name in ("held", "plain", "rooted")}),
    "side": Question(),
    "acts": Question(),
}
