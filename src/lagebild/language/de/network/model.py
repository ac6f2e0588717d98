"""The network in plain numpy: words → their neighbourhood → a bidirectional LSTM → labels
and heads.

It sees sentences in groups of like length, padded. Everything that depends on a word alone
is computed once per word and kept, so that common words cost one look-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .features import FEATURES, hashes
from .weights import Floats, Weights

Ints = NDArray[np.int64]

#: Words kept at most; then the store starts anew, so that memory stays bounded on any text.
STORED = 60_000


class Texts(Protocol):
    """Words by their hashes, such as spaCy's StringStore."""

    def __getitem__(self, key: int, /) -> str: ...


class Words:
    """Vectors of words, by spaCy's hash of the word; unknown ones are computed in one go."""

    def __init__(self, weights: Weights) -> None:
        self._table, self._scale, self._arrays = weights.table, weights.scale, weights.arrays
        self._rows = np.array(weights.rows, dtype=np.int64)
        self._start = np.concatenate([[0], np.cumsum(self._rows)[:-1]])
        self._clear()

    def _clear(self) -> None:
        self._places: dict[int, int] = {}
        self._vectors = np.zeros((1024, self._table.shape[1]), dtype=np.float32)

    def __call__(self, keys: list[int], texts: Texts) -> Floats:
        """One row for each of `keys`; `texts` gives the word of a key."""
        if len(self._places) > STORED:
            self._clear()
        new = [key for key in keys if key not in self._places]
        if new:
            self._add(new, self._embed([texts[key] for key in new]))
        return self._vectors[[self._places[key] for key in keys]]

    def _add(self, keys: list[int], vectors: Floats) -> None:
        start = len(self._places)
        while len(self._vectors) < start + len(keys):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
        self._vectors[start : start + len(keys)] = vectors
        self._places.update(zip(keys, range(start, start + len(keys)), strict=True))

    def _embed(self, words: list[str]) -> Floats:
        rows = np.array([hashes(word) for word in words], dtype=np.int64) % self._rows + self._start
        total = np.zeros((len(words), self._table.shape[1]), dtype=np.float32)
        for i in range(len(FEATURES)):
            total += self._table[rows[:, i]] * self._scale[rows[:, i], None]
        total -= total.mean(axis=1, keepdims=True)
        total /= np.sqrt((total * total).mean(axis=1, keepdims=True) + 1e-5)
        return total * self._arrays["norm.weight"] + self._arrays["norm.bias"]


class Recurrent:
    """A bidirectional LSTM; both directions step together.

    sigmoid(x) = (1 + tanh(x / 2)) / 2: with halved weights one tanh serves all gates. The
    output is twice the usual one; whoever reads it has halved weights in return.
    """

    def __init__(self, arrays: dict[str, Floats]) -> None:
        self.size = size = arrays["forward.hidden"].shape[1]
        # From torch's order (in, forget, new, out) to in, forget, out, new.
        order = np.concatenate(
            [np.arange(2 * size), np.arange(3 * size, 4 * size), np.arange(2 * size, 3 * size)]
        )
        half = np.repeat(np.array([0.5, 0.5, 0.5, 1.0], dtype=np.float32), size)
        ways = ("forward", "backward")
        # The last row of the input's weights goes with the constant 1 (see `Network.project`).
        self.inputs = [
            (np.concatenate([arrays[f"{way}.input"].T, arrays[f"{way}.bias"][None]])[:, order] * half).copy()
            for way in ways
        ]
        hidden = np.stack([arrays[f"{way}.hidden"].T[:, order] * half for way in ways])
        self.hidden = np.ascontiguousarray(hidden * np.float32(0.5))

    def __call__(self, x: Floats, back: Ints) -> Floats:
        """`x` is (time, sentences, width), the last column 1; `back` the place of each word counted from the
        sentence's end."""
        length, rows, width = x.shape
        size = self.size
        flat = x.reshape(-1, width)
        gates = np.empty((2, length * rows, 4 * size), dtype=np.float32)
        for way, source in enumerate((flat, flat[back])):
            np.matmul(source, self.inputs[way], out=gates[way])
        gates = gates.reshape(2, length, rows, 4 * size)
        out = np.empty((length, 2, rows, size), dtype=np.float32)
        cell = np.zeros((2, rows, size), dtype=np.float32)
        new = np.empty_like(cell)
        z = np.zeros((2, rows, 4 * size), dtype=np.float32)
        for t in range(length):
            if t:
                np.matmul(out[t - 1], self.hidden, out=z)
            z += gates[:, t]
            np.tanh(z, out=z)
            z[..., : 3 * size] += 1
            cell *= z[..., size : 2 * size]
            np.multiply(z[..., :size], z[..., 3 * size :], out=new)
            cell += new
            cell *= 0.5
            np.tanh(cell, out=new)
            np.multiply(new, z[..., 2 * size : 3 * size], out=out[t])
        backward = out[:, 1].reshape(-1, size)[back].reshape(length, rows, size)
        return np.concatenate([out[:, 0], backward], axis=2)


@dataclass(slots=True)
class Scores:
    """What the network says of a group of sentences.

    ``classes`` (sentences, words) for each output; ``arcs`` (sentences, words, words + 1)
    scores of heads, the last column that of being the root; the two ``label`` parts are
    added and projected once heads are chosen.
    """

    classes: dict[str, Ints]
    arcs: Floats
    label_dependent: Floats
    label_head: Floats


@dataclass(slots=True)
class Projected:
    """What words bring to the products of the network, whatever stands around them; one row a word.

    ``near`` holds for each of five places (two before to two after) what a word there adds to
    the look at the neighbourhood, ``out`` what it adds to the outputs. The last row of each is
    that of no word at all.
    """

    near: list[Floats]
    out: Floats


class Network:
    """Forward pass for one group of sentences."""

    def __init__(self, weights: Weights) -> None:
        arrays = weights.arrays
        self.words = Words(weights)
        self.labels = weights.labels
        self._arrays = arrays
        width = weights.table.shape[1]
        self._near = [arrays["near.weight"][:, width * i : width * (i + 1)].T.copy() for i in range(5)]
        self._recurrent = Recurrent(arrays)
        self._classes = sum(len(names) for name, names in weights.labels.items() if name != "dep")
        out = np.concatenate([arrays["classes.weight"], arrays["arcs.weight"]]).T.copy()
        self._bias = np.concatenate([arrays["classes.bias"], arrays["arcs.bias"]])
        context = 2 * self._recurrent.size
        self._of_context = out[:context] * np.float32(0.5)
        self._of_word = out[context:].copy()
        self._reach = (len(arrays["distance"]) - 1) // 2
        self._out = arrays["dep.weight"].T.copy()

    def project(self, vectors: Floats) -> Projected:
        """The part of the products that depends on words alone, for the vectors of `words`."""
        near = []
        for place, weight in enumerate(self._near):
            rows = np.zeros((len(vectors) + 1, weight.shape[1] + 1), dtype=np.float32)
            np.matmul(vectors, weight, out=rows[:-1, :-1])
            if place == 2:
                # The middle brings the bias, and the constant that the LSTM's own bias is multiplied by.
                rows[:, :-1] += self._arrays["near.bias"]
                rows[:, -1] = 1
            near.append(rows)
        out = np.empty((len(vectors) + 1, len(self._bias)), dtype=np.float32)
        np.matmul(vectors, self._of_word, out=out[:-1])
        out[-1] = 0
        out += self._bias
        return Projected(near, out)

    def __call__(self, table: Projected, words: Ints, lengths: Ints) -> Scores:
        """`words` (time, sentences) are rows of `table`, its last row after each sentence's `lengths`."""
        time, rows = words.shape
        step = np.arange(time)[:, None]
        back = np.where(step < lengths, lengths - 1 - step, step) * rows + np.arange(rows)
        context = self._recurrent(_beside(table, words), back.reshape(-1))
        y = context.transpose(1, 0, 2).reshape(rows * time, -1) @ self._of_context
        y += table.out[words.T.reshape(-1)]
        classes, start = {}, 0
        for name, labels in self.labels.items():
            if name != "dep":
                classes[name] = y[:, start : start + len(labels)].argmax(axis=1).reshape(rows, time)
                start += len(labels)
        return self._arcs(classes, y[:, self._classes :].reshape(rows, time, -1))

    def _arcs(self, classes: dict[str, Ints], parts: Floats) -> Scores:
        rows, time, _ = parts.shape
        width = self._arrays["root"].shape[0]
        np.maximum(parts[..., : 2 * width], 0, out=parts[..., : 2 * width])
        dependent, head = parts[..., :width], parts[..., width : 2 * width]
        arcs = np.empty((rows, time, time + 1), dtype=np.float32)
        np.matmul(dependent, head.transpose(0, 2, 1), out=arcs[..., :time])
        arcs[..., time] = dependent @ self._arrays["root"]
        distance = (
            np.clip(np.arange(time) - np.arange(time)[:, None], -self._reach, self._reach) + self._reach
        )
        arcs[..., :time] += self._arrays["distance"][distance]
        rest = parts[..., 2 * width :]
        middle = rest.shape[2] // 2
        return Scores(classes, arcs, rest[..., :middle], rest[..., middle:])

    def relations(self, scores: Scores, heads: Ints) -> Ints:
        """Class of each word's dependency label, given its head's place (root: its own)."""
        rows, time = heads.shape
        chosen = scores.label_head[np.arange(rows)[:, None], heads]
        pair = np.maximum(scores.label_dependent + chosen, 0).reshape(rows * time, -1)
        found: Ints = (pair @ self._out + self._arrays["dep.bias"]).argmax(axis=1).reshape(rows, time)
        return found


def _beside(table: Projected, words: Ints) -> Floats:
    """Each word seen with the two before and the two after it; the last column is 1."""
    time, rows = words.shape
    around = np.full((time + 4, rows), len(table.out) - 1, dtype=np.int64)
    around[2:-2] = words
    x = table.near[0][around[:time]]
    for place in range(1, 5):
        x += table.near[place][around[place : place + time]]
    return np.maximum(x, 0, out=x)
