"""A teacher: the pre-trained encoder tuned on treebanks and named entities.

    python training/teacher.py --seed 1 --minutes 5

`--all` trains on the whole of gsd-dev; without it, every other block of 40 sentences is
kept for the figures printed at the end.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from corpus import Sentence, entity_sentences, fuse, gsd_halves, treebank
from encoder import Encoder, Optimiser
from labels import encode, label_sets
from learn import batches, gold_loss, rate, run
from measure import figures, line, read_with
from student import Outputs
from vocabulary import TEACHER_ROWS, Vocabulary


class Teacher(nn.Module):
    """Encoder and outputs."""

    def __init__(self, vocabulary: Vocabulary, sets: dict[str, list[str]], drop: float = 0.1) -> None:
        super().__init__()
        features, readings = vocabulary.features(TEACHER_ROWS), vocabulary.readings()
        self.encoder = Encoder(torch.from_numpy(features), torch.from_numpy(readings), drop=drop)
        self.outputs = Outputs(256, sets, 192, 96)
        self.sets = sets

    def forward(self, types: Tensor, drop: float = 0.0) -> tuple[list[Tensor], Tensor, Tensor]:
        """As `Outputs.forward`."""
        return self.outputs(self.encoder(types).float(), types < 0, drop)


def gold(data: Path, everything: bool) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    """Trees to train on (gsd twice, fused forms apart), sentences with names, and the held-out half of gsd-dev."""
    half, other = gsd_halves(data)
    gsd = half + other if everything else half
    trees = gsd + [s for name in ("pud", "hdt-part") for s in treebank(data / f"treebank/{name}.conllu")]
    named = [s for name in ("train", "germeval") for s in entity_sentences(data / f"ner/{name}.jsonl")]
    fused = [fuse(s) for s in trees if s.fused]
    return trees + gsd + fused, [s for s in named if len(s.words) < 100], other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scratch", type=Path, default=Path("training/scratch"))
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    trees, named, other = gold(args.data, args.all)
    sets = label_sets(trees)
    vocabulary = Vocabulary(args.data)
    encoded = [encode(s, vocabulary(s.words), sets) for s in trees]
    names = [encode(s, vocabulary(s.words), sets) for s in named]
    dev_names = list(entity_sentences(args.data / "ner/dev.jsonl"))
    for sentence in other + dev_names:
        vocabulary(sentence.words)
    model = Teacher(vocabulary, sets)
    model.encoder.load_state_dict(torch.load(args.scratch / "lm.pt", weights_only=True)["model"])
    slow = Optimiser([model.encoder], 4e-4)
    fast = torch.optim.AdamW(model.outputs.parameters(), lr=2e-3, weight_decay=0.02)
    stream = iter(())

    def step(number: int, done: float) -> float:
        nonlocal stream
        batch = next(stream, None)
        if batch is None:
            stream = batches(encoded + names[number % 4 :: 4], 1200, number + args.seed)
            batch = next(stream)
        loss = gold_loss(model.outputs, model(torch.from_numpy(batch.types), 0.25), batch, 0.2)
        loss.backward()
        slow.step(rate(done, number))
        fast.param_groups[0]["lr"] = 2e-3 * rate(done, number)
        torch.nn.utils.clip_grad_norm_(model.outputs.parameters(), 2.0)
        fast.step()
        fast.zero_grad()
        return loss.item()

    run(args.minutes, step)
    torch.save({"model": model.state_dict(), "sets": sets}, args.scratch / f"teacher{args.seed}.pt")
    model.eval()
    for name, sentences in (("gsd", other), ("names", dev_names)):
        print(line(name, figures(sentences, read_with(model, sets, vocabulary, sentences))), flush=True)


if __name__ == "__main__":
    main()
