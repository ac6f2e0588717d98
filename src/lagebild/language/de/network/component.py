"""The spaCy side of the network: documents in, annotations written back in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .heads import trees
from .model import Network
from .sentences import Ints, pieces
from .weights import load

#: The features whose values are outputs of their own; ``Rest`` is all others of a word, joined.
SINGLE = ("Case", "Gender", "Number", "Person", "Tense", "Mood", "VerbForm", "Degree")
#: Words in one group of sentences (padded), and words gathered before groups are formed.
GROUP, GATHERED = 3072, 24_000


@Language.factory(
    "lagebild_network",
    assigns=["token.tag", "token.pos", "token.morph", "token.head", "token.dep", "doc.ents"],
)
def create(nlp: Language, name: str, weights: str | None = None) -> LagebildNetwork:
    """The component with the weights that ship, or with those of another file."""
    return LagebildNetwork(nlp.vocab, Path(weights) if weights else None)


class LagebildNetwork:
    """Tags, morphology, heads, relations and names of every word, from one trained network.

    Reads words and, where set, sentence starts. Whitespace tokens get tag ``_SP``, no
    relation, and hang on a neighbour.
    """

    def __init__(self, vocab: Vocab, weights: Path | None = None) -> None:
        self.vocab = vocab
        self.network = Network(load(weights))
        labels = self.network.labels
        self._tags = self._strings(labels["tag"])
        self._deps = self._strings(labels["dep"])
        self._pos = np.array([IDS[name] for name in labels["pos"]], dtype=np.uint64)
        kinds = [label.split("-")[-1] if label != "O" else "" for label in labels["entity"]]
        self._kinds = self._strings(kinds)
        self._morphs: dict[bytes, int] = {}
        self._root = labels["dep"].index("root")

    def _strings(self, names: list[str]) -> NDArray[np.uint64]:
        return np.array([self.vocab.strings.add(name) if name else 0 for name in names], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate documents, many at a time."""
        documents = iter(stream)
        while gathered := _gather(documents, batch_size):
            self._annotate(gathered)
            yield from gathered

    def _annotate(self, docs: list[Doc]) -> None:
        texts = [pieces(doc) for doc in docs]
        starts = np.cumsum([0, *(len(doc) for doc in docs)])
        groups = [
            piece + start for (found, _, _), start in zip(texts, starts, strict=False) for piece in found
        ]
        if not groups:
            groups = []
        keys = np.concatenate([key for _, _, key in texts]) if texts else np.zeros(0, dtype=np.uint64)
        unique, back = np.unique(keys, return_inverse=True)
        strings = self.vocab.strings
        vectors = self.network.words(unique.tolist(), [strings[int(key)] for key in unique])
        found = _Found(int(starts[-1]), list(self.network.labels))
        order = sorted(range(len(groups)), key=lambda i: (-len(groups[i]), i))
        for batch in _batches([groups[i] for i in order]):
            self._group(batch, vectors, back, found)
        for doc, start, (pieces_, continues, _) in zip(docs, starts, texts, strict=False):
            self._write(doc, int(start), pieces_, continues, found)

    def _group(self, batch: list[Ints], vectors: NDArray[np.float32], back: Ints, found: _Found) -> None:
        """Run the network over sentences of like length and keep what it finds."""
        lengths = np.array([len(words) for words in batch], dtype=np.int64)
        time = int(lengths.max())
        tokens = np.zeros((len(batch), time), dtype=np.int64)
        real = np.arange(time) < lengths[:, None]
        flat = np.concatenate(batch)
        tokens[real] = flat
        scores = self.network(np.ascontiguousarray(vectors[back[tokens.T]]), lengths)
        heads = trees(scores.arcs, lengths)
        found.heads[flat] = tokens[np.arange(len(batch))[:, None], heads][real]
        found.classes["dep"][flat] = self.network.relations(scores, heads)[real]
        for name, classes in scores.classes.items():
            found.classes[name][flat] = classes[real]

    def _write(
        self, doc: Doc, start: int, found_pieces: list[Ints], continues: list[int], found: _Found
    ) -> None:
        if not len(doc):
            return
        size = len(doc)
        classes = {name: values[start : start + size] for name, values in found.classes.items()}
        heads = found.heads[start : start + size] - start
        real = np.zeros(size, dtype=bool)
        for i, piece in enumerate(found_pieces):
            real[piece] = True
            if continues[i] >= 0:
                _join(piece, found_pieces[continues[i]], heads)
        deps = self._deps[classes["dep"]]
        place = np.arange(size)
        if not real.all():
            _hang_spaces(real, heads)
        isroot = real & (heads == place)
        deps[isroot] = self._deps[self._root]
        deps[real & ~isroot & (classes["dep"] == self._root)] = self.vocab.strings.add("parataxis")
        tags, pos = self._tags[classes["tag"]], self._pos[classes["pos"]]
        morphs = self._morphology(classes)
        if not real.all():
            space = ~real
            tags[space], pos[space] = self.vocab.strings.add("_SP"), IDS["SPACE"]
            morphs[space], deps[space] = self.vocab.morphology.add(""), self.vocab.strings.add("dep")
        iob, kinds = self._entities(classes["entity"], real, found_pieces)
        offsets = (heads - place).astype(np.int64).view(np.uint64)
        columns = np.stack([tags, pos, morphs, offsets, deps, iob, kinds], axis=1)
        doc.from_array([TAG, POS, MORPH, HEAD, DEP, ENT_IOB, ENT_TYPE], columns)

    def _morphology(self, classes: dict[str, Ints]) -> NDArray[np.uint64]:
        """Hash of each word's feature bundle; bundles met before cost one look-up."""
        names = (*SINGLE, "Rest")
        rows = np.ascontiguousarray(np.stack([classes[name] for name in names], axis=1).astype(np.uint8))
        unique, back = np.unique(rows.view(f"V{rows.shape[1]}").ravel(), return_inverse=True)
        hashes = np.zeros(len(unique), dtype=np.uint64)
        for i, row in enumerate(unique):
            key = row.tobytes()
            if key not in self._morphs:
                labels = [self.network.labels[name][value] for name, value in zip(names, key, strict=True)]
                single = [f"{name}={value}" for name, value in zip(SINGLE, labels, strict=False) if value]
                bundle = "|".join(sorted([*single, *filter(None, labels[-1].split("|"))]))
                self._morphs[key] = self.vocab.morphology.add(bundle)
            hashes[i] = self._morphs[key]
        return hashes[back]

    def _entities(
        self, classes: Ints, real: NDArray[np.bool_], found_pieces: list[Ints]
    ) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """IOB codes (1 inside, 2 outside, 3 begin) and kinds; an inside with no like begin begins."""
        kinds = self._kinds[classes]
        kinds[~real] = 0
        begins = np.array([label.startswith("B") for label in self.network.labels["entity"]])[classes]
        before = np.concatenate([[0], kinds[:-1]]).astype(np.uint64)
        first = np.zeros(len(kinds), dtype=bool)
        first[[int(piece[0]) for piece in found_pieces]] = True
        inside = (kinds != 0) & ~begins & (kinds == before) & ~first
        iob = np.where(kinds == 0, 2, np.where(inside, 1, 3)).astype(np.uint64)
        return iob, kinds


class _Found:
    """Heads (as places in the whole batch) and classes of every token of a batch of documents."""

    def __init__(self, size: int, names: list[str]) -> None:
        self.heads = np.arange(size)
        self.classes = {name: np.zeros(size, dtype=np.int64) for name in names}


def _gather(documents: Iterator[Doc], most: int) -> list[Doc]:
    """The next documents, up to `most` of them and about GATHERED words."""
    gathered: list[Doc] = []
    words = 0
    for doc in islice(documents, most):
        gathered.append(doc)
        words += len(doc)
        if words >= GATHERED:
            break
    return gathered


def _batches(groups: list[Ints]) -> Iterator[list[Ints]]:
    """Runs of sentences, longest first, of at most GROUP places when padded."""
    batch: list[Ints] = []
    for group in groups:
        if batch and (len(batch) + 1) * len(batch[0]) > GROUP:
            yield batch
            batch = []
        batch.append(group)
    if batch:
        yield batch


def _join(piece: Ints, before: Ints, heads: Ints) -> None:
    """Hang a piece of a long sentence on the root of the piece before it."""
    root = piece[heads[piece] == piece]
    target = int(before[0])
    while int(heads[target]) != target and target in before:
        target = int(heads[target])
    heads[root] = target


def _hang_spaces(real: NDArray[np.bool_], heads: Ints) -> None:
    """Let every whitespace token depend on the word before it, the first ones on the word after."""
    words = np.flatnonzero(real)
    spaces = np.flatnonzero(~real)
    if not len(words):
        heads[:] = 0
        return
    heads[spaces] = words[np.maximum(np.searchsorted(words, spaces) - 1, 0)]
