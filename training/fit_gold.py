"""A student trained on gold sentences alone: the first network, and the figure to beat."""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
import torch

import lagebild.language.de.network  # noqa: F401  (registers the component)
from corpus import entity_sentences, fuse, gsd_halves, treebank
from labels import encode, label_sets
from learn import batches, gold_loss, rate, run
from measure import figures, line, read_by
from student import Student
from vocabulary import Vocabulary

ROWS = (16_000, 500, 4_000, 8_000, 8_000, 8_000, 3_000, 6_000, 800)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scratch", type=Path, default=Path("training/scratch"))
    parser.add_argument("--minutes", type=float, default=7)
    args = parser.parse_args()
    torch.manual_seed(2)
    torch.set_num_threads(1)
    half, other = gsd_halves(args.data)
    trees = half + [
        s for name in ("pud", "hdt-part") for s in treebank(args.data / f"treebank/{name}.conllu")
    ]
    named = [s for name in ("train", "germeval") for s in entity_sentences(args.data / f"ner/{name}.jsonl")]
    dev_named = list(entity_sentences(args.data / "ner/dev.jsonl"))
    fused = [fuse(s) for s in trees if s.fused]
    sets = label_sets(trees + fused)
    vocabulary = Vocabulary(args.data)
    encoded = [encode(s, vocabulary(s.words), sets) for s in trees + half + fused]
    names = [encode(s, vocabulary(s.words), sets) for s in named if len(s.words) < 100]
    model = Student(torch.from_numpy(vocabulary.features(ROWS)), ROWS, sets)
    table = list(model.table.parameters())
    dense = [p for p in model.parameters() if p is not table[0] and p.requires_grad]
    optimisers = [
        torch.optim.AdamW(dense, lr=3e-3, weight_decay=0.02),
        torch.optim.SparseAdam(table, lr=3e-3),
    ]
    stream = iter(())

    def step(number: int, done: float) -> float:
        nonlocal stream
        batch = next(stream, None)
        if batch is None:
            stream = batches(encoded + names[number % 4 :: 4], 500, number)
            batch = next(stream)
        scores = model(torch.from_numpy(batch.types), 0.33, 0.15)
        loss = gold_loss(model.outputs, scores, batch, 0.2)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(dense, 2.0)
        for optimiser, fast in zip(optimisers, (3e-3, 1.2e-2), strict=True):
            optimiser.param_groups[0]["lr"] = fast * rate(done, number)
            optimiser.step()
            optimiser.zero_grad()
        return loss.item()

    run(args.minutes, step)
    path = args.scratch / "gold.npz"
    model.export(path)
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_network", config={"weights": str(path)})
    print(line("gsd", figures(other, read_by(nlp, other))))
    print(line("names", figures(dev_named, read_by(nlp, dev_named))))


if __name__ == "__main__":
    main()
