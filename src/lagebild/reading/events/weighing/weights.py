"""The table of weights: for each question its features with their weights, and the bias."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp

#: The name of the bias in the table.
BIAS = "(bias)"


@dataclass(slots=True)
class Question:
    """One logistic model: the weight of each named feature."""

    bias: float = 0.0
    weights: dict[str, float] = field(default_factory=dict)

    def probability(self, features: Iterable[str]) -> float:
        """How likely the answer is yes; features that were never seen weigh nothing."""
        total = self.bias
        weights = self.weights
        for feature in features:
            weight = weights.get(feature)
            if weight is not None:
                total += weight
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


@cache
def questions() -> dict[str, Question]:
    """The questions of the table that ships."""
    found: dict[str, Question] = {}
    path = files("lagebild.language.de") / "weights" / "events.tsv.gz"
    for line in gzip.decompress(path.read_bytes()).decode("utf8").splitlines():
        name, feature, weight = line.split("\t")
        question = found.setdefault(name, Question())
        if feature == BIAS:
            question.bias = float(weight)
        else:
            question.weights[feature] = float(weight)
    return found


#: Weights by which an event is what the rules take for one, and its parts are those that they gave.
RULES_ALONE = {
    "event": Question(-9.0, {f"taken_for={name}": 18.0 for name in ("held", "plain", "rooted")}),
    "side": Question(),
    "acts": Question(),
}
