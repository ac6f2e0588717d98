"""Sentences read by the teachers: soft labels for a student to learn.

    python training/silver.py --teachers 1 2 --speeches 200000

Writes `scratch/silver/NNN.npz`, each PART sentences of one shuffled order, so that a student
can start on the first parts while later ones are made.
"""

from __future__ import annotations

import argparse
import random
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import text
from labels import OUTPUTS
from pretrain import padded
from teacher import Teacher
from vocabulary import Vocabulary

PART = 8_000
LONGEST = 70
QUOTES = (("„", "“"), ("``", "''"), ("»", "«"), ('"', '"'), ("“", "”"), ("«", "»"), ("''", "''"))


def varied(words: list[str], draw: random.Random) -> list[str]:
    """The sentence in another dress now and then: other quotation marks, no full stop at the end."""
    if draw.random() < 0.1 and len(words) > 3 and words[-1] == ".":
        words = words[:-1]
    if draw.random() < 0.3 and ("„" in words or "“" in words or '"' in words):
        opening, closing = draw.choice(QUOTES)
        out, inside = [], False
        for word in words:
            if word in ("„", "“", "”", '"', "»", "«"):
                out.append(closing if inside else opening)
                inside = not inside
            else:
                out.append(word)
        words = out
    return words


def sentences(data: Path, speeches: int, seed: int) -> list[list[str]]:
    """All news sentences and some of the speeches, in random order."""
    draw = random.Random(seed)
    chosen = [s for s in text.news(data) if 3 <= len(s) <= LONGEST]
    stream = (s for s in text.speeches(data) if 5 <= len(s) <= LONGEST and draw.random() < 0.5)
    chosen += islice(stream, speeches)
    draw.shuffle(chosen)
    return [varied(text.unfuse(s, draw), draw) for s in chosen]


def soft(teachers: list[Teacher], types: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Mean probabilities of the teachers: of heads (rows, time, time + 1), and of all classes side by side."""
    heads = torch.zeros((*types.shape, types.shape[1] + 1))
    outputs = [teacher(types) for teacher in teachers]
    for _, arcs, _ in outputs:
        heads += arcs.float().softmax(-1) / len(teachers)
    best = heads.argmax(-1)
    place = torch.arange(types.shape[1]).expand_as(best)
    best = torch.where(best == types.shape[1], place, best)
    classes = []
    for i in range(len(OUTPUTS) - 1):
        classes.append(sum(F.softmax(out[0][i].float(), -1) for out in outputs) / len(teachers))
    labels = [t.outputs.relations(out[2], best).softmax(-1) for t, out in zip(teachers, outputs, strict=True)]
    classes.append(sum(labels) / len(teachers))
    return heads.half().numpy(), torch.cat(classes, -1).half().numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--scratch", type=Path, default=Path("training/scratch"))
    parser.add_argument("--teachers", type=int, nargs="+", default=[1])
    parser.add_argument("--speeches", type=int, default=200_000)
    parser.add_argument("--share", type=float, default=1.0, help="share of all sentences that is read")
    args = parser.parse_args()
    torch.set_num_threads(1)
    folder = args.scratch / "silver"
    folder.mkdir(exist_ok=True)
    vocabulary = Vocabulary(args.data)
    order = sentences(args.data, args.speeches, 5)
    order = order[: max(1, int(len(order) * args.share))]
    ids = [np.array(vocabulary(words)) for words in order]
    teachers = []
    for number in args.teachers:
        stored = torch.load(args.scratch / f"teacher{number}.pt", weights_only=True)
        teacher = Teacher(vocabulary, stored["sets"]).eval()
        teacher.load_state_dict(stored["model"])
        teachers.append(teacher)
    print(f"{len(order)} sentences, {sum(map(len, ids))} words", flush=True)
    for number, start in enumerate(range(0, len(ids), PART)):
        block = sorted(range(start, min(start + PART, len(ids))), key=lambda i: len(ids[i]))
        write(folder / f"{number:03}.npz", [ids[i] for i in block], vocabulary.words, teachers)
        print(number, flush=True)


def write(path: Path, ids: list[np.ndarray], words: list[str], teachers: list[Teacher]) -> None:
    """One part: words as text (each type once), heads and classes of all sentences end to end."""
    all_heads, all_classes, at = [], [], 0
    while at < len(ids):
        size = max(1, 4000 // len(ids[min(at + 4000 // len(ids[at]), len(ids) - 1)]))
        group = ids[at : at + size]
        with torch.inference_mode():
            heads, classes = soft(teachers, padded(group))
        for i, one in enumerate(group):
            n = len(one)
            all_heads.append(np.concatenate([heads[i, :n, :n], heads[i, :n, -1:]], axis=1).ravel())
            all_classes.append(classes[i, :n])
        at += size
    used, types = np.unique(np.concatenate(ids), return_inverse=True)
    temporary = path.with_suffix(".tmp.npz")
    np.savez(
        temporary,
        words=np.array([words[i] for i in used]),
        types=types.astype(np.int32),
        lengths=np.array([len(i) for i in ids]),
        heads=np.concatenate(all_heads),
        classes=np.concatenate(all_classes),
    )
    temporary.rename(path)


if __name__ == "__main__":
    main()
