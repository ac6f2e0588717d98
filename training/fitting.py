"""Fits the questions about events: a network of one hidden layer over named features, for `statements.py`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from lagebild.reading.events.weighing.weights import UNIT, Question

Floats = NDArray[np.float32]

#: In how many examples a feature must have been seen.
SEEN = 4
#: So many networks that differ in nothing but chance are learned; their mean is less a matter of chance than one.
RUNS = 3
#: Examples a step, the highest rate of Adam (Kingma and Ba 2015; it falls to nothing), decay of weights.
BATCH, RATE, DECAY = 256, 2e-3, 1e-3


@dataclass(slots=True)
class Examples:
    """Features, answers and weights of one question."""

    features: list[list[str]] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(self, features: list[str], answer: bool, weight: float) -> None:
        self.features.append(features)
        self.answers.append(answer)
        self.weights.append(weight)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a question is learned: hidden units, passes over the examples, and the shares of features and of hidden units that
    each step leaves out (dropout, Srivastava and others 2014)."""

    hidden: int
    passes: int
    features_out: float = 0.5
    units_out: float = 0.2


def fit(examples: Examples, shape: Shape) -> Question:
    """The question fitted to its examples, in whole thousandths: the mean of `RUNS` networks, side by side in one."""
    names, rows = _matrix(examples.features)
    answers, weights = np.array(examples.answers, np.float32), np.array(examples.weights, np.float32)
    learned = []
    for seed in range(RUNS):
        learner = _Learner(len(names), shape, seed)
        learner.learn(rows, answers, weights)
        learned.append(learner.values)
    straight = np.mean([np.concatenate([each["bias"], each["straight"]]) for each in learned], axis=0)
    units = [np.concatenate([each["threshold"][None], each["units"]]) for each in learned]
    table = np.rint(np.concatenate([straight[:, None], *units], axis=1) * UNIT).astype(np.int32)
    out = np.concatenate([each["out"] for each in learned]) / RUNS
    at = {name: n for n, name in enumerate(names, 1)}
    return Question(at, table, np.rint(out * UNIT).astype(np.int32))


def _matrix(features: list[list[str]]) -> tuple[list[str], csr_matrix]:
    """The names of the features that count, and for each example a row with a one where a feature holds."""
    seen = Counter(feature for each in features for feature in set(each))
    names = sorted(feature for feature, n in seen.items() if n >= SEEN)
    at = {name: n for n, name in enumerate(names)}
    columns: list[int] = []
    begins = [0]
    for each in features:
        columns += sorted({at[feature] for feature in each if feature in at})
        begins.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    return names, csr_matrix((ones, columns, begins), (len(features), len(names)))


class _Learner:
    """The weights of one network while they are learned, with the moments that Adam keeps of their gradients."""

    def __init__(self, features: int, shape: Shape, seed: int) -> None:
        self.shape = shape
        self.random = np.random.default_rng(seed)
        self.values: dict[str, Floats] = {
            "units": (self.random.normal(size=(features, shape.hidden)) * 0.05).astype(np.float32),
            "threshold": np.zeros(shape.hidden, np.float32),
            "out": (self.random.normal(size=shape.hidden) * 0.1).astype(np.float32),
            "straight": np.zeros(features, np.float32),
            "bias": np.zeros(1, np.float32),
        }
        self._mean = {name: np.zeros_like(value) for name, value in self.values.items()}
        self._square = {name: np.zeros_like(value) for name, value in self.values.items()}

    def learn(self, rows: csr_matrix, answers: Floats, weights: Floats) -> None:
        """Go through the examples in another order each pass."""
        count = rows.shape[0]
        steps = self.shape.passes * -(-count // BATCH)
        step = 0
        for _ in range(self.shape.passes):
            order = self.random.permutation(count)
            for start in range(0, count, BATCH):
                some = order[start : start + BATCH]
                step += 1
                gradients = self._gradients(self._thinned(rows[some]), answers[some], weights[some])
                self._step(gradients, step, RATE * (1 - step / (steps + 1)))

    def _thinned(self, rows: csr_matrix) -> csr_matrix:
        """The rows with a share of the features left out and the others raised to make up for it."""
        share = self.shape.features_out
        kept = (self.random.random(rows.nnz) >= share).astype(np.float32) / (1 - share)
        return csr_matrix((rows.data * kept, rows.indices, rows.indptr), rows.shape)

    def _gradients(self, rows: csr_matrix, answers: Floats, weights: Floats) -> dict[str, Floats]:
        """Of the weighted mean of the logistic loss."""
        values, share = self.values, self.shape.units_out
        before = rows @ values["units"] + values["threshold"]
        kept = ((self.random.random(before.shape) >= share) / (1 - share)).astype(np.float32)
        hidden = np.maximum(before, 0) * kept
        total = hidden @ values["out"] + rows @ values["straight"] + values["bias"]
        wrong = (1 / (1 + np.exp(-np.clip(total, -30, 30))) - answers) * weights / len(answers)
        back = np.outer(wrong, values["out"]) * kept * (before > 0)
        return {
            "units": rows.T @ back,
            "threshold": back.sum(axis=0),
            "out": hidden.T @ wrong,
            "straight": rows.T @ wrong,
            "bias": wrong.sum(keepdims=True),
        }

    def _step(self, gradients: dict[str, Floats], step: int, rate: float) -> None:
        for name, gradient in gradients.items():
            mean = self._mean[name] = 0.9 * self._mean[name] + 0.1 * gradient
            square = self._square[name] = 0.999 * self._square[name] + 0.001 * gradient**2
            change = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            if name in ("units", "straight"):
                change += DECAY * self.values[name]
            self.values[name] -= rate * change
