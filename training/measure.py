"""Figures of a reading against gold sentences: tag, heads, labels, mood, core arguments, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc

from corpus import SINGLE, Sentence
from labels import OUTPUTS
from lagebild.language.de.network.heads import trees
from vocabulary import Vocabulary

#: What the clause figures of the scorer hang on.
CORE = {"nsubj": "subject", "nsubj:pass": "subject", "obj": "object", "obl:arg": "object", "ccomp": "ccomp"}


def read_by(nlp: Language, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences as a spaCy pipeline reads them."""
    docs = [
        Doc(
            nlp.vocab,
            words=s.words,
            spaces=[True] * len(s.words),
            sent_starts=[i == 0 for i in range(len(s.words))],
        )
        for s in sentences
    ]
    return [
        Sentence(
            s.words,
            [t.tag_ for t in doc],
            [t.pos_ for t in doc],
            [t.morph.to_dict() for t in doc],
            [t.head.i for t in doc],
            [t.dep_ for t in doc],
            [t.ent_iob_ + "-" + t.ent_type_ if t.ent_type_ else "O" for t in doc],
        )
        for s, doc in zip(sentences, nlp.pipe(docs), strict=True)
    ]


def read_with(
    model: Callable, sets: dict[str, list[str]], vocabulary: Vocabulary, sentences: list[Sentence]
) -> list[Sentence]:
    """The sentences as a teacher or student reads them in torch."""
    out: list[Sentence] = []
    with torch.inference_mode():
        for s in sentences:
            types = torch.tensor([vocabulary(s.words)])
            classes, arcs, parts = model(types)
            heads = trees(arcs.float().numpy(), np.array([len(s.words)]))
            labels = model.outputs.relations(parts, torch.from_numpy(heads))  # type: ignore[attr-defined]
            names = [name for name in OUTPUTS if name != "dep"]
            found = {
                n: [sets[n][i] for i in c[0].argmax(-1).tolist()] for n, c in zip(names, classes, strict=True)
            }
            deps = [sets["dep"][i] for i in labels[0].argmax(-1).tolist()]
            morph = [
                dict(zip(SINGLE, values, strict=True))
                for values in zip(*(found[n] for n in SINGLE), strict=True)
            ]
            out.append(
                Sentence(s.words, found["tag"], found["pos"], morph, heads[0].tolist(), deps, found["entity"])
            )
    return out


def figures(gold: list[Sentence], found: list[Sentence]) -> dict[str, float]:
    """Shares right (UAS and LAS without punctuation) and F1 of word pairs or spans."""
    hit: dict[str, list[bool]] = {name: [] for name in ("tag", "pos", "uas", "las", "case", "number")}
    sets: dict[str, tuple[set, set]] = {
        n: (set(), set()) for n in ("subject", "object", "ccomp", "mood", "names")
    }
    for n, (s, r) in enumerate(zip(gold, found, strict=True)):
        for i in range(len(s.words) if s.heads is not None else 0):
            _word(n, i, s, r, hit, sets)
        if s.entities is not None:
            sets["names"][0].update((n, *span) for span in spans(s.entities))
            sets["names"][1].update((n, *span) for span in spans(r.entities or []))
    out = {name: sum(values) / len(values) for name, values in hit.items() if values}
    return out | {name: f1(*pair) for name, pair in sets.items() if pair[0]}


def _word(n: int, i: int, s: Sentence, r: Sentence, hit: dict, sets: dict) -> None:
    assert s.heads is not None and r.heads is not None
    if s.labels[i] != "punct":
        hit["uas"].append(r.heads[i] == s.heads[i])
        hit["las"].append(r.heads[i] == s.heads[i] and r.labels[i] == s.labels[i])
    for side, reading in enumerate((s, r)):
        kind = CORE.get(reading.labels[i] or "")
        if kind and reading.heads is not None:
            sets[kind][side].add((n, i, reading.heads[i]))
    if s.pos[i] is None:
        return  # a tree alone
    hit["tag"].append(r.tags[i] == s.tags[i])
    hit["pos"].append(r.pos[i] == s.pos[i])
    mine, theirs = s.morph[i] or {}, r.morph[i] or {}
    for name, key in (("Case", "case"), ("Number", "number")):
        if mine.get(name):
            hit[key].append(theirs.get(name) == mine[name])
    for side, features in enumerate((mine, theirs)):
        if features.get("Mood") == "Sub":
            sets["mood"][side].add((n, i))


def spans(marks: list[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of BIO marks; an inside with no like begin begins."""
    at, kind, places = 0, "", []
    for i, mark in enumerate(marks):
        new = mark.startswith("B") or mark[2:] != kind
        at, kind = (i if new else at), mark[2:]
        places.append((at, kind))
    for (start, label), run in groupby(places):
        if label:
            yield start, start + len(list(run)), label


def f1(gold: set, found: set) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * len(gold & found) / max(1, len(gold) + len(found))


def line(name: str, values: dict[str, float]) -> str:
    """One line of figures."""
    return f"{name:8} " + "  ".join(f"{k} {v:.3f}" for k, v in values.items())
