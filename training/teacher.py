"""A teacher: the pre-trained encoder tuned on treebanks and named entities.

    python training/teacher.py --seed 1 --minutes 5

Every other block of 40 sentences of gsd-dev is kept for the figures printed at the end.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from corpus import Sentence, entity_sentences, fuse, gsd_halves, treebank
from encoder import Encoder, Optimiser
from labels import encode, label_sets
from learn import batches, gold_loss, rate, run
from measure import figures, line, read_with
from news import news_trees
from student import Outputs, Recurrent
from vocabulary import TEACHER_ROWS, Vocabulary


class Teacher(nn.Module):
    """Encoder, a bidirectional LSTM on the mean of its states, and outputs."""

    def __init__(self, vocabulary: Vocabulary, sets: dict[str, list[str]], drop: float = 0.15) -> None:
        super().__init__()
        features, readings = vocabulary.features(TEACHER_ROWS), vocabulary.readings()
        self.encoder = Encoder(torch.from_numpy(features), torch.from_numpy(readings), drop=drop)
        self.mix = nn.Parameter(torch.zeros(len(self.encoder.blocks) + 1))
        self.norms = nn.ModuleList(nn.LayerNorm(256, elementwise_affine=False) for _ in self.mix)
        self.recurrent = Recurrent(512, 200)
        self.outputs = Outputs(400 + 512, sets, 256, 128)
        self.sets = sets

    def forward(
        self, types: Tensor, drop: float = 0.0, blank: float = 0.0
    ) -> tuple[list[Tensor], Tensor, Tensor]:
        """As `Outputs.forward`; in training a share `blank` of the words is masked, as in pre-training."""
        hidden = types < 0
        masked = (torch.rand(types.shape) < blank) & ~hidden if blank else None
        context, states = self.encoder(types, masked)
        weights = self.mix.softmax(0)
        mixed = sum(
            w * norm(state.float()) for w, norm, state in zip(weights, self.norms, states, strict=True)
        )
        x = F.dropout(torch.cat([mixed, context.float()], -1), drop, self.training)
        y = self.recurrent(x.transpose(0, 1), hidden).transpose(0, 1)
        return self.outputs(torch.cat([y, x], -1), hidden, drop)


def gold(data: Path) -> tuple[list[Sentence], list[Sentence], list[Sentence]]:
    """Trees to train on (gsd twice, fused forms apart, news), sentences with names, and the held-out half of gsd-dev."""
    gsd, other = gsd_halves(data)
    trees = gsd + [s for name in ("pud", "hdt-part") for s in treebank(data / f"treebank/{name}.conllu")]
    named = [s for name in ("train", "germeval") for s in entity_sentences(data / f"ner/{name}.jsonl")]
    fused = [fuse(s) for s in trees if s.fused]
    news = news_trees(data, "train")
    return trees + gsd + fused + news, [s for s in named if len(s.words) < 100], other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scratch", type=Path, default=Path("training/scratch"))
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="go on from this teacher (a .pt file)")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    trees, named, other = gold(args.data)
    sets = label_sets(trees)
    vocabulary = Vocabulary(args.data)
    encoded = [encode(s, vocabulary(s.words), sets) for s in trees]
    names = [encode(s, vocabulary(s.words), sets) for s in named]
    dev_names = list(entity_sentences(args.data / "ner/dev.jsonl"))
    news = news_trees(args.data, "report")
    for sentence in other + news + dev_names:
        vocabulary(sentence.words)
    model = Teacher(vocabulary, sets)
    model.encoder.load_state_dict(torch.load(args.scratch / "lm.pt", weights_only=True)["model"])
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True)["model"])
    slow = Optimiser([model.encoder], 2e-4)
    upper = [p for name, p in model.named_parameters() if not name.startswith("encoder") and p.requires_grad]
    fast = torch.optim.AdamW(upper, lr=1.2e-3, weight_decay=0.02, fused=True)
    stream = iter(())

    def step(number: int, done: float) -> float:
        nonlocal stream
        batch = next(stream, None)
        if batch is None:
            stream = batches(encoded + names[number % 6 :: 6], 650, number + args.seed)
            batch = next(stream)
        scores = model(torch.from_numpy(batch.types), 0.25, 0.08)
        loss = gold_loss(model.outputs, scores, batch, 0.2)
        loss.backward()
        slow.step(rate(done, number))
        fast.param_groups[0]["lr"] = 1.2e-3 * rate(done, number)
        torch.nn.utils.clip_grad_norm_(upper, 2.0)
        fast.step()
        fast.zero_grad()
        return loss.item()

    run(args.minutes, step)
    torch.save({"model": model.state_dict(), "sets": sets}, args.scratch / f"teacher{args.seed}.pt")
    model.eval()
    for name, sentences in (("gsd", other), ("news", news), ("names", dev_names)):
        print(line(name, figures(sentences, read_with(model, sets, vocabulary, sentences))), flush=True)


if __name__ == "__main__":
    main()
