"""Label sets of all outputs and sentences turned into arrays of class numbers; -100 is "not said"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from corpus import SINGLE, Sentence

UNKNOWN = -100
ENTITIES = ["O", *(f"{mark}-{kind}" for kind in ("PER", "LOC", "ORG", "MISC") for mark in "BI")]
#: Outputs that are a class of each word, in the order of the network's output; "dep" comes last.
OUTPUTS = ("tag", "pos", *SINGLE, "Rest", "entity", "dep")


def rest(feats: dict[str, str | None]) -> str | None:
    """The features that have no output of their own, joined."""
    if "Rest" in feats:
        return None
    return "|".join(f"{k}={v}" for k, v in sorted(feats.items()) if k not in SINGLE)


def label_sets(sentences: list[Sentence]) -> dict[str, list[str]]:
    """Classes of every output that the sentences have at least twice, in a fixed order."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in OUTPUTS}
    for sentence in sentences:
        if sentence.heads is None:
            continue
        for name, values in _values(sentence).items():
            counts[name].update(v for v in values if v is not None)
    sets = {name: sorted(label for label, n in counts[name].items() if n > 1) for name in OUTPUTS}
    return {**sets, "entity": ENTITIES}


def _values(sentence: Sentence) -> dict[str, list[str | None]]:
    size = len(sentence.words)
    morph = [m if m is not None else None for m in sentence.morph]
    values: dict[str, list[str | None]] = {
        "tag": sentence.tags,
        "pos": sentence.pos,
        "dep": sentence.labels,
        "entity": list(sentence.entities) if sentence.entities is not None else [None] * size,
        "Rest": [rest(m) if m is not None else None for m in morph],
    }
    for name in SINGLE:
        values[name] = [m.get(name, "") if m is not None else None for m in morph]
    return values


@dataclass(slots=True)
class Encoded:
    """A sentence as numbers: word types, classes by output, heads (the sentence's length is the root)."""

    types: np.ndarray
    classes: dict[str, np.ndarray]
    heads: np.ndarray


def encode(sentence: Sentence, types: list[int], sets: dict[str, list[str]]) -> Encoded:
    """Numbers for a sentence; labels that no set has are not said."""
    size = len(sentence.words)
    classes = {}
    for name, values in _values(sentence).items():
        ids = {label: i for i, label in enumerate(sets[name])}
        classes[name] = np.array(
            [ids.get(v, UNKNOWN) if v is not None else UNKNOWN for v in values], dtype=np.int64
        )
    if sentence.heads is None:
        heads = np.full(size, UNKNOWN)
    else:
        heads = np.array([size if h == i else h for i, h in enumerate(sentence.heads)])
    return Encoded(np.array(types, dtype=np.int64), classes, heads.astype(np.int64))


@dataclass(slots=True)
class Batch:
    """Padded sentences; `heads` name the root by the padded length."""

    types: np.ndarray
    classes: dict[str, np.ndarray]
    heads: np.ndarray


def collate(encoded: list[Encoded]) -> Batch:
    """Pad sentences to the longest."""
    time = max(len(e.types) for e in encoded)
    types = np.full((len(encoded), time), -1, dtype=np.int64)
    heads = np.full((len(encoded), time), UNKNOWN, dtype=np.int64)
    classes = {name: np.full((len(encoded), time), UNKNOWN, dtype=np.int64) for name in OUTPUTS}
    for row, e in enumerate(encoded):
        size = len(e.types)
        types[row, :size] = e.types
        heads[row, :size] = np.where(e.heads == size, time, e.heads)
        for name in OUTPUTS:
            classes[name][row, :size] = e.classes[name]
    return Batch(types, classes, heads)
