"""Masked language model of raw German text: the start of the teachers.

    python training/pretrain.py --minutes 45

Every masked word is found among the batch's words and a sample of others. Saves
`scratch/lm.pt` every few minutes, so that a stopped run is of use.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import text
from encoder import Encoder, Optimiser
from vocabulary import TEACHER_ROWS, Vocabulary

LONGEST = 64
BATCH_WORDS = 4096
MASKED = 0.22
SAMPLED = 3000


def corpus(data: Path) -> tuple[Vocabulary, list[np.ndarray]]:
    """Sentences as arrays of type ids: news three times over, speeches once."""
    draw, vocabulary, sentences = random.Random(1), Vocabulary(data), []
    for _ in range(3):
        for words in text.news(data):
            if len(words) >= 3:
                sentences.append(np.array(vocabulary(text.unfuse(words, draw)[:LONGEST]), dtype=np.int32))
    for words in text.speeches(data):
        if len(words) >= 4:
            sentences.append(np.array(vocabulary(text.unfuse(words, draw)[:LONGEST]), dtype=np.int32))
    return vocabulary, sentences


def batches(sentences: list[np.ndarray], seed: int):
    """Batches of sentences of about one length, BATCH_WORDS places each, shuffled."""
    order = np.random.default_rng(seed).permutation(len(sentences))
    pools = np.array_split(order, max(1, len(order) // 20_000))
    for pool in pools:
        ranked = sorted(pool, key=lambda i: len(sentences[i]))
        groups, group = [], []
        for i in ranked:
            if (len(group) + 1) * len(sentences[i]) > BATCH_WORDS:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
        random.Random(seed).shuffle(groups)
        for group in groups:
            yield padded([sentences[i] for i in group])


def padded(arrays: list[np.ndarray]) -> torch.Tensor:
    out = np.full((len(arrays), max(len(a) for a in arrays)), -1, dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scratch", type=Path, default=Path("training/scratch"))
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--start", type=Path, help="go on from this state (an lm.pt of the same texts)")
    parser.add_argument(
        "--epoch", type=int, default=0, help="number of the first pass: the order of its batches"
    )
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    vocabulary, sentences = corpus(args.data)
    counts = np.bincount(np.concatenate(sentences), minlength=len(vocabulary.words))
    print(f"{len(sentences)} sentences, {counts.sum()} words, {len(counts)} types", flush=True)
    # Words seen once or twice are no targets of their own: they share one by their ending.
    rank = np.argsort(-counts, kind="stable")
    target = np.zeros(len(counts), dtype=np.int64)
    kept = 25_000
    target[rank[:kept]] = np.arange(kept)
    endings: dict[str, int] = {}
    for i in rank[kept:]:
        word = vocabulary.words[i]
        target[i] = (
            kept + endings.setdefault(("X" if word[0].isupper() else "x") + word[-3:], len(endings)) % 5000
        )
    size = int(target.max()) + 1
    weight_of = np.bincount(target, weights=counts, minlength=size)
    model = Encoder(
        torch.from_numpy(vocabulary.features(TEACHER_ROWS)), torch.from_numpy(vocabulary.readings())
    )
    output = nn.Embedding(size, 256)
    nn.init.normal_(output.weight, std=0.02)
    offset = nn.Parameter(torch.from_numpy(np.log((weight_of + 1) / (weight_of + 1).sum())).float())
    if args.start:
        resume(args.start, model, output, vocabulary)
    target = torch.from_numpy(target)
    noise = torch.from_numpy(weight_of**0.6)
    log_noise = torch.log(noise / noise.sum()).float()
    bias = nn.ParameterList([offset])
    optimiser = Optimiser([model, output, bias], 1.2e-3)
    started, step, seen, losses, hits, epoch = time.time(), 0, 0, [], [], args.epoch
    saved = started
    while True:
        for types in batches(sentences, epoch):
            done = (time.time() - started) / (60 * args.minutes)
            if done >= 1:
                save(model, output, vocabulary, args.scratch)
                return
            if step % 20 == 0 and (threads := args.scratch / "threads").exists():
                torch.set_num_threads(int(threads.read_text()))
            real = types >= 0
            masked = (torch.rand(types.shape) < MASKED) & real
            if not masked.any():
                continue
            gold = target[types[masked]]
            # One in eight masked words stays visible and one in eight is another word.
            luck = torch.rand(types.shape)
            shown = types.clone()
            swap = masked & (luck < 0.12)
            shown[swap] = types[real][torch.randint(int(real.sum()), (int(swap.sum()),))]
            hidden = model(shown, masked & (luck < 0.88) & ~swap)[0][masked]
            sampled = torch.multinomial(noise, SAMPLED)
            among, back = torch.unique(torch.cat([gold, sampled]), return_inverse=True)
            scores = F.linear(hidden, F.embedding(among, output.weight).bfloat16()).float()
            scores = scores + (offset - log_noise.clamp(max=-7.5))[among]
            loss = F.cross_entropy(scores, back[: len(gold)])
            loss.backward()
            optimiser.step(min(1, (step + 1) / 300) * max(0.03, 1 - done))
            step += 1
            seen += int(real.sum())
            losses.append(loss.item())
            hits.append((scores.argmax(1) == back[: len(gold)]).float().mean().item())
            if step % 100 == 0:
                rate = seen / (time.time() - started)
                means = f"loss {np.mean(losses[-100:]):.3f} hit {np.mean(hits[-100:]):.3f}"
                print(f"{done:.2f} step {step} {means} {rate:.0f} words/s", flush=True)
            if time.time() - saved > 240:
                save(model, output, vocabulary, args.scratch)
                saved = time.time()
        epoch += 1


def resume(path: Path, model: Encoder, output: nn.Embedding, vocabulary: Vocabulary) -> None:
    """Take the weights of a state; its words must be the same, for they number the targets."""
    state = torch.load(path, weights_only=True)
    if state["words"] != vocabulary.words:
        raise SystemExit(f"{path} was made from other texts: start anew, without --start")
    model.load_state_dict(state["model"])
    output.load_state_dict(state["output"])


def save(model: Encoder, output: nn.Embedding, vocabulary: Vocabulary, scratch: Path) -> None:
    state = {k: v for k, v in model.state_dict().items()}
    torch.save({"model": state, "output": output.state_dict(), "words": vocabulary.words}, scratch / "lm.tmp")
    (scratch / "lm.tmp").rename(scratch / "lm.pt")


if __name__ == "__main__":
    main()
