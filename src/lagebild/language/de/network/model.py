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
        half = np.repeat(np.array([0.5, 0.5, 0.5, 1.0], dtype=np.float32), size)[:, None]
        matrices = [
            {part: arrays[f"{way}.{part}"][order] for part in ("input", "hidden", "bias")}
            for way in ("forward", "backward")
        ]
        self.inputs = [np.ascontiguousarray((m["input"] * half).T) for m in matrices]
        self.bias = [m["bias"] * half[:, 0] for m in matrices]
        self.hidden = np.ascontiguousarray(
            np.stack([(m["hidden"] * half * np.float32(0.5)).T for m in matrices])
        )

    def __call__(self, x: Floats, back: Ints) -> Floats:
        """`x` is (time, sentences, width), `back` the place of each word counted from the sentence's end."""
        length, rows, width = x.shape
        size = self.size
        flat = x.reshape(-1, width)
        gates = np.empty((length, 2, rows, 4 * size), dtype=np.float32)
        for way, source in enumerate((flat, flat[back])):
            gates[:, way] = (source @ self.inputs[way]).reshape(length, rows, -1)
            gates[:, way] += self.bias[way]
        out = np.empty((length, 2, rows, size), dtype=np.float32)
        cell = np.zeros((2, rows, size), dtype=np.float32)
        new = np.empty_like(cell)
        past = np.empty((2, rows, 4 * size), dtype=np.float32)
        for t in range(length):
            z = gates[t]
            if t:
                z += np.matmul(out[t - 1], self.hidden, out=past)
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


class Network:
    """Forward pass for one group of sentences."""

    def __init__(self, weights: Weights) -> None:
        arrays = weights.arrays
        self.words = Words(weights)
        self.labels = weights.labels
        self._arrays = arrays
        self._near = arrays["near.weight"].T.copy()
        self._recurrent = Recurrent(arrays)
        self._classes = arrays["classes.weight"].T.copy()
        self._arcs = arrays["arcs.weight"].T.copy()
        context = 2 * self._recurrent.size
        self._classes[:context] *= 0.5
        self._arcs[:context] *= 0.5
        self._reach = (len(arrays["distance"]) - 1) // 2
        self._out = arrays["dep.weight"].T.copy()

    def __call__(self, vectors: Floats, lengths: Ints) -> Scores:
        """`vectors` is (time, sentences, width), padded after each sentence's `lengths`."""
        time, rows, _ = vectors.shape
        step = np.arange(time)[:, None]
        back = np.where(step < lengths, lengths - 1 - step, step) * rows + np.arange(rows)
        context = self._recurrent(self._beside(vectors, step < lengths), back.reshape(-1))
        x = np.concatenate([context, vectors], axis=2).transpose(1, 0, 2)
        logits = x.reshape(rows * time, -1) @ self._classes + self._arrays["classes.bias"]
        classes, start = {}, 0
        for name, labels in self.labels.items():
            if name != "dep":
                classes[name] = logits[:, start : start + len(labels)].argmax(axis=1).reshape(rows, time)
                start += len(labels)
        parts = (x.reshape(rows * time, -1) @ self._arcs + self._arrays["arcs.bias"]).reshape(rows, time, -1)
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

    def _beside(self, vectors: Floats, real: NDArray[np.bool_]) -> Floats:
        """Each word seen with the two before and the two after it."""
        time, rows, width = vectors.shape
        padded = np.zeros((time + 4, rows, width), dtype=np.float32)
        padded[2:-2] = vectors * real[..., None]
        five = np.concatenate([padded[i : i + time] for i in range(5)], axis=2).reshape(time * rows, -1)
        x = five @ self._near
        x += self._arrays["near.bias"]
        return np.maximum(x, 0, out=x).reshape(time, rows, -1)

    def relations(self, scores: Scores, heads: Ints) -> Ints:
        """Class of each word's dependency label, given its head's place (root: its own)."""
        rows, time = heads.shape
        chosen = scores.label_head[np.arange(rows)[:, None], heads]
        pair = np.maximum(scores.label_dependent + chosen, 0).reshape(rows * time, -1)
        found: Ints = (pair @ self._out + self._arrays["dep.bias"]).argmax(axis=1).reshape(rows, time)
        return found
