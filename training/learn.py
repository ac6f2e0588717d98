"""Loss and training loop for gold sentences, the same for teachers and student."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

import torch
from torch import Tensor
from torch.nn import functional as F

from labels import OUTPUTS, UNKNOWN, Batch, Encoded, collate

WEIGHTS = {
    "tag": 1.0,
    "pos": 0.5,
    "entity": 1.5,
    "Rest": 0.3,
    "Mood": 2.0,
    "Tense": 1.0,
    "VerbForm": 0.5,
    "Case": 0.5,
}


def gold_loss(outputs, scores: tuple[list[Tensor], Tensor, Tensor], batch: Batch, drop: float) -> Tensor:
    """Cross entropies of all outputs, heads and labels over what the batch says, in nats a word."""
    classes, arcs, parts = scores
    names = [name for name in OUTPUTS if name != "dep"]
    words = max(1, int((batch.types >= 0).sum()))
    total = torch.zeros(())
    for name, logits in zip(names, classes, strict=True):
        gold = torch.from_numpy(batch.classes[name])
        if (gold != UNKNOWN).any():
            loss = F.cross_entropy(
                logits.flatten(0, 1).float(), gold.flatten(), ignore_index=UNKNOWN, reduction="sum"
            )
            total = total + WEIGHTS.get(name, 0.25) * loss
    heads = torch.from_numpy(batch.heads)
    if (heads != UNKNOWN).any():
        total = total + F.cross_entropy(
            arcs.flatten(0, 1).float(), heads.flatten(), ignore_index=UNKNOWN, reduction="sum"
        )
        place = torch.arange(heads.shape[1]).expand_as(heads)
        known = torch.where((heads < 0) | (heads == heads.shape[1]), place, heads)
        labels = outputs.relations(parts, known, drop)
        gold = torch.from_numpy(batch.classes["dep"])
        total = total + 0.7 * F.cross_entropy(
            labels.flatten(0, 1).float(), gold.flatten(), ignore_index=UNKNOWN, reduction="sum"
        )
    return total / words


def batches(encoded: list[Encoded], words: int, seed: int) -> Iterator[Batch]:
    """Batches of sentences of like length, about `words` padded places each, in random order."""
    draw = random.Random(seed)
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i].types) + draw.uniform(0, 3), i))
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(encoded[i].types) > words:
            groups.append([])
        groups[-1].append(i)
    draw.shuffle(groups)
    for group in groups:
        yield collate([encoded[i] for i in group])


def run(minutes: float, step: Callable[[int, float], float], every: int = 100) -> None:
    """Call `step(number, share of time gone)` until the time is up; print the mean loss."""
    started, losses, number = time.time(), [], 0
    while (done := (time.time() - started) / (60 * minutes)) < 1:
        losses.append(step(number, done))
        number += 1
        if number % every == 0:
            print(f"{done:.2f} step {number} loss {sum(losses[-every:]) / every:.3f}", flush=True)


def rate(done: float, number: int, warm: int = 100) -> float:
    """Share of the full rate: a short rise, then a cosine-like fall to nothing."""
    return min(1.0, (number + 1) / warm) * max(0.01, 1 - done) ** 1.2
