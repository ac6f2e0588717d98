"""The network in plain numpy: words → their neighbourhood → a bidirectional LSTM → labels
and heads.

It sees sentences in groups, longest first, their words in one row without padding. What depends on a
word alone is computed once per word and kept, so that common words cost one look-up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lagebild.language.de.spelling import standard

from .features import hashes
from .weights import Floats, Weights

Ints = NDArray[np.int64]

#: Words that are worked on at once where none needs another: few enough for the processor's cache.
BLOCK = 128
#: Words on either side that a word is seen with.
_BESIDE = 2
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
        rows = np.array([hashes(standard(word)) for word in words], dtype=np.int64) % self._rows + self._start
        total = np.empty((len(words), self._table.shape[1]), dtype=np.float32)
        for some in _blocks(len(words)):
            scales = self._scale[rows[some]][:, None, :]
            total[some] = np.matmul(scales, self._table[rows[some]].astype(np.float32))[:, 0]
        total -= total.mean(axis=1, keepdims=True)
        total /= np.sqrt((total * total).mean(axis=1, keepdims=True) + 1e-5)
        return total * self._arrays["norm.weight"] + self._arrays["norm.bias"]


@dataclass(slots=True)
class Row:
    """The words of several sentences in one row: all first words, all second words, and so on.

    The sentences are ordered longest first, so that those with a word at place `t` are the first ``active[t]``
    ones; their words stand from ``begins[t]`` on. ``sentence`` and ``place`` say of each word of the row whose it
    is and where it stands in it.
    """

    active: Ints
    begins: Ints
    sentence: Ints
    place: Ints

    @classmethod
    def of(cls, lengths: Ints) -> Row:
        """The row of sentences of these lengths, longest first."""
        steps = np.arange(int(lengths[0]))
        active = np.searchsorted(-lengths, -steps, side="left")
        begins = np.cumsum(active) - active
        place = np.repeat(steps, active)
        return cls(active, begins, np.arange(len(place)) - begins[place], place)

    def square(self, sentences: Ints, lengths: Ints) -> Ints:
        """Where in the row the words of some of its sentences stand: one line a sentence, filled up with its first
        word."""
        steps = np.arange(int(lengths.max()))
        return np.where(steps < lengths[:, None], self.begins[steps], 0) + sentences[:, None]


class Recurrent:
    """A bidirectional LSTM over the sentences of a `Row`.

    sigmoid(x) = (1 + tanh(x / 2)) / 2: with halved weights one tanh serves all gates. The
    output is twice the usual one; whoever reads it has halved weights in return.
    """

    def __init__(self, arrays: dict[str, Floats]) -> None:
        self.size = arrays["forward.hidden"].shape[1]
        ways = ("forward", "backward")
        #: What makes inputs of words: one matrix a gate, those of both directions behind each other. The last row
        #: goes with a 1 behind each word.
        self.inputs = np.concatenate(
            [
                self._gates(np.concatenate([arrays[f"{way}.input"].T, arrays[f"{way}.bias"][None]]))
                for way in ways
            ]
        )
        self._hidden = [self._gates(arrays[f"{way}.hidden"].T) * np.float32(0.5) for way in ways]

    def _gates(self, weights: Floats) -> Floats:
        """One matrix a gate, in the order in, forget, out, new instead of torch's in, forget, new, out.

        Gates that lie apart are quicker to work on than columns of one matrix.
        """
        apart = weights.reshape(len(weights), 4, self.size).transpose(1, 0, 2)[[0, 1, 3, 2]]
        return np.ascontiguousarray(apart * np.array([0.5, 0.5, 0.5, 1.0], dtype=np.float32)[:, None, None])

    def __call__(self, inputs: Floats, row: Row, out: Floats) -> None:
        """Put the states of both directions beside each other into the first columns of `out`.

        `inputs` are those of the words as `row` orders them.
        """
        steps = list(zip(row.active.tolist(), row.begins.tolist(), strict=True))
        self._run(self._hidden[0], inputs[:4], steps, out[:, : self.size])
        self._run(self._hidden[1], inputs[4:], steps[::-1], out[:, self.size : 2 * self.size])

    def _run(self, hidden: Floats, inputs: Floats, steps: list[tuple[int, int]], out: Floats) -> None:
        size, sentences = self.size, max(steps[0][0], steps[-1][0])
        gates = np.empty((4, sentences, size), dtype=np.float32)
        cells = np.zeros((sentences, size), dtype=np.float32)
        states = np.zeros((sentences, size), dtype=np.float32)
        for count, begin in steps:
            z, cell, state = gates[:, :count], cells[:count], states[:count]
            np.matmul(state, hidden, out=z)
            z += inputs[:, begin : begin + count]
            np.tanh(z, out=z)
            z[:3] += 1
            cell *= z[1]
            np.multiply(z[0], z[3], out=state)
            cell += state
            cell *= 0.5
            np.tanh(cell, out=state)
            state *= z[2]
            out[begin : begin + count] = state


@dataclass(slots=True)
class Found:
    """What the network says of a `Row`: the class of each word for each output, and its part in heads and labels."""

    classes: dict[str, Ints]
    parts: Floats


@dataclass(slots=True)
class Scores:
    """Scores of heads: ``arcs`` (sentences, words, words + 1), the last column that of being the root; the two
    ``label`` parts are added and projected once heads are chosen."""

    arcs: Floats
    label_dependent: Floats
    label_head: Floats


@dataclass(slots=True)
class Sight:
    """The words of a text as vectors, one a row, with empty rows around each sentence, and each with its neighbours.

    Behind each vector stands a 1, which biases are multiplied by. A row of ``near`` is five words beside each other;
    ``at`` is the row that has a word of the text in its middle.
    """

    vectors: Floats
    near: Floats
    at: Ints

    @classmethod
    def of(cls, vectors: Floats, words: Ints, lengths: Ints) -> Sight:
        """`words` are rows of `vectors`, sentence by sentence of these lengths."""
        at = np.arange(len(words)) + _BESIDE * np.repeat(np.arange(len(lengths)), lengths)
        width = vectors.shape[1] + 1
        rows = np.zeros((len(words) + _BESIDE * (len(lengths) + 1), width), dtype=np.float32)
        rows[at + _BESIDE, :-1] = vectors[words]
        rows[:, -1] = 1
        shape = (max(0, len(rows) - 2 * _BESIDE), (2 * _BESIDE + 1) * width)
        return cls(rows, np.lib.stride_tricks.as_strided(rows, shape, rows.strides, writeable=False), at)


class Network:
    """Forward pass for one group of sentences."""

    def __init__(self, weights: Weights) -> None:
        arrays = weights.arrays
        self.words = Words(weights)
        self.labels = weights.labels
        self._arrays = arrays
        self._near = _with_bias(arrays["near.weight"], arrays["near.bias"])
        self._recurrent = Recurrent(arrays)
        self._context = 2 * self._recurrent.size
        self._classes = sum(len(names) for name, names in weights.labels.items() if name != "dep")
        out = np.concatenate([arrays["classes.weight"], arrays["arcs.weight"]]).T
        bias = np.concatenate([arrays["classes.bias"], arrays["arcs.bias"]])
        self._outputs = np.ascontiguousarray(
            np.concatenate([out[: self._context] / 2, out[self._context :], bias[None]])
        )
        self._reach = (len(arrays["distance"]) - 1) // 2
        self._out = arrays["dep.weight"].T.copy()

    def __call__(self, sight: Sight, words: Ints, row: Row) -> Found:
        """`words` are places in ``sight.at``, in the order of `row`."""
        seen = np.empty((len(words), len(self._outputs)), dtype=np.float32)
        self._recurrent(self._look(sight, words, seen), row, seen)
        classes = {name: np.empty(len(words), dtype=np.int64) for name in self.labels if name != "dep"}
        parts = np.empty((len(words), self._outputs.shape[1] - self._classes), dtype=np.float32)
        for some in _blocks(len(words)):
            y, start = seen[some] @ self._outputs, 0
            for name, chosen in classes.items():
                stop = start + len(self.labels[name])
                y[:, start:stop].argmax(axis=1, out=chosen[some])
                start = stop
            parts[some] = y[:, self._classes :]
        return Found(classes, parts)

    def _look(self, sight: Sight, words: Ints, seen: Floats) -> Floats:
        """The inputs of the LSTM; the words' own vectors go into the last columns of `seen`."""
        width = self._near.shape[1]
        inputs = np.empty((len(self._recurrent.inputs), len(words), self._recurrent.size), dtype=np.float32)
        for some in _blocks(len(words)):
            at = sight.at[words[some]]
            x = np.ones((len(at), width + 1), dtype=np.float32)
            np.matmul(sight.near[at], self._near, out=x[:, :width])
            np.maximum(x, 0, out=x)
            np.matmul(x, self._recurrent.inputs, out=inputs[:, some])
            seen[some, self._context :] = sight.vectors[at + _BESIDE]
        return inputs

    def arcs(self, parts: Floats) -> Scores:
        """Scores of heads of sentences of like length, filled up; `parts` are those that `Found` has of their words."""
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
        return Scores(arcs, rest[..., :middle], rest[..., middle:])

    def relations(self, scores: Scores, heads: Ints) -> Ints:
        """Class of each word's dependency label, given its head's place (root: its own)."""
        rows, time = heads.shape
        chosen = scores.label_head[np.arange(rows)[:, None], heads]
        pair = np.maximum(scores.label_dependent + chosen, 0).reshape(rows * time, -1)
        found: Ints = (pair @ self._out + self._arrays["dep.bias"]).argmax(axis=1).reshape(rows, time)
        return found


def _with_bias(weight: Floats, bias: Floats) -> Floats:
    """Weights for a row of `Sight.near`: the bias goes with the 1 of the word in the middle."""
    apart = weight.T.reshape(2 * _BESIDE + 1, -1, len(weight))
    whole = np.zeros((len(apart), apart.shape[1] + 1, len(weight)), dtype=np.float32)
    whole[:, :-1] = apart
    whole[_BESIDE, -1] = bias
    return whole.reshape(-1, len(weight))


def _blocks(number: int) -> Iterator[slice]:
    """So many words in blocks."""
    return (slice(i, min(i + BLOCK, number)) for i in range(0, number, BLOCK))
