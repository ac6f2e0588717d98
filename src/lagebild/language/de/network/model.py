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
#: Words on either side that a word is seen with, and all that are seen at once.
_BESIDE = 2
_SEEN = 2 * _BESIDE + 1
#: Words kept at most, with some 4 kB each; then the store starts anew, so that memory stays bounded on any text.
STORED = 30_000


class Texts(Protocol):
    """Words by their hashes, such as spaCy's StringStore."""

    def __getitem__(self, key: int, /) -> str: ...


class Words:
    """What each word adds to the sums of the network, by spaCy's hash of the word; new ones are computed in one go.

    ``near`` has `_SEEN` rows a word, what it adds to the look at the word two places on, one place on, and so on; ``own``
    has one row, what it adds to its own outputs. Row 0 is no word and adds nothing to others.
    """

    def __init__(self, weights: Weights, near: Floats, own: Floats) -> None:
        self._table, self._scale, self._arrays = weights.table, weights.scale, weights.arrays
        self._rows = np.array(weights.rows, dtype=np.int64)
        self._start = np.concatenate([[0], np.cumsum(self._rows)[:-1]])
        self._near, self._own = near, own
        self._clear()

    def _clear(self) -> None:
        self._places: dict[int, int] = {}
        self.near: Floats = np.zeros((1024 * _SEEN, self._near.shape[1] // _SEEN), dtype=np.float32)
        self.own: Floats = np.zeros((1024, self._own.shape[1]), dtype=np.float32)

    def __call__(self, keys: list[int], texts: Texts) -> Ints:
        """The row of each of `keys`, good until the next call; `texts` gives the word of a key."""
        if len(self._places) > STORED:
            self._clear()
        new = [key for key in keys if key not in self._places]
        if new:
            self._add(new, self._embed([texts[key] for key in new]))
        return np.array([self._places[key] for key in keys], dtype=np.int64)

    def _add(self, keys: list[int], vectors: Floats) -> None:
        start = len(self._places) + 1
        stop = start + len(keys)
        while len(self.own) < stop:
            self.near = np.concatenate([self.near, np.zeros_like(self.near)])
            self.own = np.concatenate([self.own, np.zeros_like(self.own)])
        self.near[start * _SEEN : stop * _SEEN] = (vectors @ self._near).reshape(len(keys) * _SEEN, -1)
        np.matmul(vectors, self._own, out=self.own[start:stop])
        self._places.update(zip(keys, range(start, stop), strict=True))

    def _embed(self, words: list[str]) -> Floats:
        """A vector of each word, with a 1 behind it that biases are multiplied by."""
        rows = np.array([hashes(standard(word)) for word in words], dtype=np.int64) % self._rows + self._start
        total = np.empty((len(words), self._table.shape[1]), dtype=np.float32)
        for some in _blocks(len(words)):
            scales = self._scale[rows[some]][:, None, :]
            total[some] = np.matmul(scales, self._table[rows[some]].astype(np.float32))[:, 0]
        total -= total.mean(axis=1, keepdims=True)
        total /= np.sqrt((total * total).mean(axis=1, keepdims=True) + 1e-5)
        total = total * self._arrays["norm.weight"] + self._arrays["norm.bias"]
        return np.concatenate([total, np.ones((len(words), 1), dtype=np.float32)], axis=1)


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


def beside(words: Ints, lengths: Ints) -> Ints:
    """For each of the words of sentences of these lengths the words around it, in the order in which they stand, 0 where
    there is none."""
    at = np.arange(len(words)) + _BESIDE * np.repeat(np.arange(1, len(lengths) + 1), lengths)
    apart = np.zeros(len(words) + _BESIDE * (len(lengths) + 1), dtype=np.int64)
    apart[at] = words
    found: Ints = apart[at[:, None] + np.arange(-_BESIDE, _BESIDE + 1)]
    return found


class Network:
    """Forward pass for one group of sentences."""

    def __init__(self, weights: Weights) -> None:
        arrays = weights.arrays
        self.labels = weights.labels
        self._arrays = arrays
        self._recurrent = Recurrent(arrays)
        self._context = 2 * self._recurrent.size
        self._classes = sum(len(names) for name, names in weights.labels.items() if name != "dep")
        out = np.concatenate([arrays["classes.weight"], arrays["arcs.weight"]]).T
        bias = np.concatenate([arrays["classes.bias"], arrays["arcs.bias"]])
        self._outputs = np.ascontiguousarray(out[: self._context] / 2)
        own = np.concatenate([out[self._context :], bias[None]])
        self.words = Words(weights, _apart(arrays["near.weight"], arrays["near.bias"]), own)
        self._reach = (len(arrays["distance"]) - 1) // 2
        self._out = arrays["dep.weight"].T.copy()

    def __call__(self, near: Ints, row: Row) -> Found:
        """`near` are rows of ``words``: those of each word and of the words beside it (`beside`), in the order of `row`."""
        states = np.empty((len(near), self._context), dtype=np.float32)
        self._recurrent(self._look(near), row, states)
        classes = {name: np.empty(len(near), dtype=np.int64) for name in self.labels if name != "dep"}
        parts = np.empty((len(near), self._outputs.shape[1] - self._classes), dtype=np.float32)
        for some in _blocks(len(near)):
            y, start = self.words.own.take(near[some, _BESIDE], axis=0), 0
            y += states[some] @ self._outputs
            for name, chosen in classes.items():
                stop = start + len(self.labels[name])
                y[:, start:stop].argmax(axis=1, out=chosen[some])
                start = stop
            parts[some] = y[:, self._classes :]
        return Found(classes, parts)

    def _look(self, near: Ints) -> Floats:
        """The inputs of the LSTM: all words seen beside each other, each by the row of its place among them."""
        width = self.words.near.shape[1]
        inputs = np.empty((len(self._recurrent.inputs), len(near), self._recurrent.size), dtype=np.float32)
        rows = np.ascontiguousarray((near * _SEEN + np.arange(_SEEN)).T)
        for some in _blocks(len(near)):
            x = np.ones((len(near[some]), width + 1), dtype=np.float32)
            np.add.reduce(self.words.near.take(rows[:, some], axis=0), axis=0, out=x[:, :width])
            np.maximum(x, 0, out=x)
            np.matmul(x, self._recurrent.inputs, out=inputs[:, some])
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


def _apart(weight: Floats, bias: Floats) -> Floats:
    """What makes of a word's vector the rows that it has in `Words.near`; the bias is with the word in the middle."""
    apart = weight.reshape(len(weight), _SEEN, -1).transpose(2, 1, 0)
    whole = np.zeros((len(apart) + 1, *apart.shape[1:]), dtype=np.float32)
    whole[:-1] = apart
    whole[-1, _BESIDE] = bias
    return whole.reshape(len(whole), -1)


def _blocks(number: int) -> Iterator[slice]:
    """So many words in blocks."""
    return (slice(i, min(i + BLOCK, number)) for i in range(0, number, BLOCK))
