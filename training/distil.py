"""The student learns what the teachers say of silver sentences, and gold sentences besides.

    python training/distil.py --minutes 20 --out scratch/student.npz

Reads the parts of `scratch/silver` that exist, again and again, so it may start before the
last one is written. The one that ships is shrunk from a larger one, which `--large` makes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np
import spacy
import torch
from torch.nn import functional as F

import lagebild.language.de.network  # noqa: F401  (registers the component)
from corpus import entity_sentences
from labels import OUTPUTS, Encoded, encode, label_sets
from learn import WEIGHTS, batches, gold_loss, rate, run
from measure import figures, line, read_by
from news import news_trees
from student import Sizes, Student, shrunk
from teacher import gold
from vocabulary import Vocabulary

ROWS = (32_000, 600, 6_000, 12_000, 16_000, 16_000, 5_000, 10_000, 1_000)
WORDS = 1200
#: Of the network that ships, and of the larger one that it is shrunk from.
SIZES = Sizes(near=112, cells=64, arc=80, label=48)
LARGE = Sizes(near=160, cells=128, arc=112, label=64)


@dataclass(slots=True)
class Silver:
    """A padded batch: types, probabilities of heads and of all classes side by side."""

    types: torch.Tensor
    heads: torch.Tensor
    classes: torch.Tensor


class Part:
    """One file of silver sentences in memory."""

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        with np.load(path) as stored:
            known = np.array(vocabulary([str(word) for word in stored["words"]]))
            self.types = known[stored["types"]]
            self.lengths = stored["lengths"]
            self.heads, self.classes = stored["heads"], stored["classes"]
        self.words = np.concatenate([[0], np.cumsum(self.lengths)])
        self.cells = np.concatenate([[0], np.cumsum(self.lengths * (self.lengths + 1))])

    def batches(self, seed: int) -> Iterator[Silver]:
        """Batches of sentences of like length (the part is sorted by it), in random order."""
        starts, at = [], 0
        while at < len(self.lengths):
            longest = self.lengths[min(at + WORDS // self.lengths[at], len(self.lengths) - 1)]
            size = max(1, WORDS // int(longest))
            starts.append((at, min(at + size, len(self.lengths))))
            at += size
        for i in np.random.default_rng(seed).permutation(len(starts)):
            yield self._batch(*starts[i])

    def _batch(self, first: int, last: int) -> Silver:
        time = int(self.lengths[first:last].max())
        rows = last - first
        types = np.full((rows, time), -1, dtype=np.int64)
        heads = np.zeros((rows, time, time + 1), dtype=np.float32)
        classes = np.zeros((rows, time, self.classes.shape[1]), dtype=np.float32)
        for row, i in enumerate(range(first, last)):
            n = int(self.lengths[i])
            types[row, :n] = self.types[self.words[i] : self.words[i + 1]]
            classes[row, :n] = self.classes[self.words[i] : self.words[i + 1]]
            square = self.heads[self.cells[i] : self.cells[i + 1]].reshape(n, n + 1)
            heads[row, :n, :n], heads[row, :n, time] = square[:, :n], square[:, n]
        return Silver(torch.from_numpy(types), torch.from_numpy(heads), torch.from_numpy(classes))


def silver_loss(model: Student, batch: Silver, drop: float, blank: float) -> torch.Tensor:
    """Cross entropy against the teachers' probabilities, weighted as gold is."""
    classes, arcs, parts = model(batch.types, drop, blank)
    place = torch.arange(batch.types.shape[1]).expand_as(batch.types)
    best = batch.heads.argmax(-1)
    best = torch.where(best == batch.types.shape[1], place, best)
    scores = [*classes, model.outputs.relations(parts, best, drop)]
    total = -(batch.heads * F.log_softmax(arcs, -1)).sum()
    sizes = [score.shape[-1] for score in scores]
    for name, score, wanted in zip(OUTPUTS, scores, batch.classes.split(sizes, -1), strict=True):
        weight = 0.7 if name == "dep" else WEIGHTS.get(name, 0.25)
        total = total - weight * (wanted * F.log_softmax(score, -1)).sum()
    return total / max(1, int((batch.types >= 0).sum()))


def silver(folder: Path, vocabulary: Vocabulary, model: Student) -> Iterator[Silver]:
    """Batches of all parts there are, part by part, without end."""
    for seed in count():
        for path in sorted(folder.glob("[0-9]*[0-9].npz")):
            part = Part(path, vocabulary)
            model.features = torch.from_numpy(vocabulary.features(model.rows))
            yield from part.batches(seed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scratch", type=Path, default=Path("training/scratch"))
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--out", type=Path, default=Path("training/scratch/student.npz"))
    parser.add_argument(
        "--start", type=Path, help="go on from this student (a .pt file), shrunk if it is larger"
    )
    parser.add_argument(
        "--large", action="store_true", help="a larger student, to be shrunk to the one that ships"
    )
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--gold", action="store_true", help="gold sentences only, no silver")
    args = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)
    trees, named, other = gold(args.data)
    sets = label_sets(trees)
    vocabulary = Vocabulary()
    encoded = [encode(s, vocabulary(s.words), sets) for s in trees]
    names = [encode(s, vocabulary(s.words), sets) for s in named]
    features = torch.from_numpy(vocabulary.features(ROWS))
    sizes = LARGE if args.large else SIZES
    model = Student(features, ROWS, sets, 80, sizes)
    if args.start:
        model.load_state_dict(shrunk(torch.load(args.start, weights_only=True), sizes))
    learn(model, args, silver(args.scratch / "silver", vocabulary, model), encoded, names)
    torch.save(model.state_dict(), args.out.with_suffix(".pt"))
    model.features = torch.from_numpy(vocabulary.features(ROWS))
    model.export(args.out)
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_network", config={"weights": str(args.out)})
    dev_names = list(entity_sentences(args.data / "ner/dev.jsonl"))
    news = news_trees(args.data, "report")
    for name, sentences in (("gsd", other), ("news", news), ("names", dev_names)):
        print(line(name, figures(sentences, read_by(nlp, sentences))), flush=True)


def learn(
    model: Student,
    args: argparse.Namespace,
    teaching: Iterator[Silver],
    encoded: list[Encoded],
    names: list[Encoded],
) -> None:
    """Silver batches, every fifth one gold; the last tenth of the time every other one gold."""
    table = [model.table.weight]
    dense = [p for p in model.parameters() if p is not table[0] and p.requires_grad]
    optimisers = [
        torch.optim.AdamW(dense, lr=args.rate, weight_decay=0.01),
        torch.optim.SparseAdam(table, lr=args.rate),
    ]
    stream = iter(())

    def step(number: int, done: float) -> float:
        nonlocal stream
        if args.gold or number % (2 if done > 0.9 else 5) == 0:
            batch = next(stream, None)
            if batch is None:
                stream = batches(encoded + names[number % 4 :: 4], 800, number)
                batch = next(stream)
            loss = gold_loss(model.outputs, model(torch.from_numpy(batch.types), 0.25, 0.1), batch, 0.15)
        else:
            loss = silver_loss(model, next(teaching), 0.0, 0.05)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(dense, 2.0)
        for optimiser, faster in zip(optimisers, (1, 4), strict=True):
            optimiser.param_groups[0]["lr"] = args.rate * faster * rate(done, number, 200)
            optimiser.step()
            optimiser.zero_grad()
        return loss.item()

    run(args.minutes, step)


if __name__ == "__main__":
    main()
