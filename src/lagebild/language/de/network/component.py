"""The spaCy side of the network: documents in, annotations written back in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.symbols import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from .heads import trees
from .model import Network, Row, beside
from .neighbours import TELLINGS, free_places, is_bare, is_office, own_tellings
from .sentences import Ints, Text, gather
from .titles import TITLES, hang_titles
from .weights import load

#: The features whose values are outputs of their own; ``Rest`` is all others of a word, joined.
SINGLE = ("Case", "Gender", "Number", "Person", "Tense", "Mood", "VerbForm", "Degree")
#: Tags of finite verbs.
FINITE = ("VVFIN", "VAFIN", "VMFIN")
ATTRIBUTES = [TAG, POS, MORPH, HEAD, DEP, ENT_IOB, ENT_TYPE]
#: Words gathered before groups of sentences are formed, places (with padding) in a group that the LSTM goes
#: through at once, and in one whose heads are scored at once.
GATHERED, GROUP, SQUARE = 16_000, 2048, 1024

Keys = NDArray[np.uint64]


@Language.factory(
    "lagebild_network",
    assigns=["token.tag", "token.pos", "token.morph", "token.head", "token.dep", "doc.ents"],
)
def create(nlp: Language, name: str, weights: str | None = None) -> LagebildNetwork:
    """The component with the weights that ship, or with those of another file."""
    return LagebildNetwork(nlp.vocab, Path(weights) if weights else None)


class LagebildNetwork:
    """Tags, morphology, heads, relations and names of every word, from one trained network.

    Reads words and, where set, sentence starts. Whitespace tokens get tag ``_SP``, relation
    ``dep``, and hang on a neighbour.
    """

    def __init__(self, vocab: Vocab, weights: Path | None = None) -> None:
        self.vocab = vocab
        self.network = Network(load(weights))
        labels = self.network.labels
        self._tags = self._strings(labels["tag"])
        self._deps = self._strings(labels["dep"])
        self._pos = np.array([IDS[name] for name in labels["pos"]], dtype=np.uint64)
        self._kinds = self._strings([label[2:] for label in labels["entity"]])
        self._begins = np.array([label.startswith("B") for label in labels["entity"]])
        self._root = labels["dep"].index("root")
        self._other_root = self._strings(["parataxis"])[0]
        self._titles, self._name = self._strings(list(TITLES)), labels["tag"].index("NE")
        self._noun, self._thing = labels["tag"].index("NN"), labels["pos"].index("NOUN")
        self._relative, self._article = labels["tag"].index("PRELS"), labels["tag"].index("ART")
        self._of_articles = np.array(["PronType=Art" in label.split("|") for label in labels["Rest"]])
        self._title_label = self._strings(["compound"])[0]
        self._finite = [n for n, tag in enumerate(labels["tag"]) if tag in FINITE]
        self._place = self._strings(["LOC"])[0]
        self._tellings = self._strings(list(TELLINGS))
        relations = ("nsubj", "obj", "obl:arg", "appos", "flat", "nmod")
        self._labels = dict(zip(relations, self._strings(list(relations)), strict=True))
        self._space = [
            *self._strings(["_SP"]),
            IDS["SPACE"],
            vocab.morphology.add(""),
            *self._strings(["dep"]),
        ]
        self._morphs: dict[int, int] = {}
        sizes = [len(labels[name]) for name in (*SINGLE, "Rest")]
        self._steps = np.cumprod([1, *sizes[:-1]])

    def _strings(self, names: list[str]) -> Keys:
        return np.array([self.vocab.strings.add(name) if name else 0 for name in names], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1000) -> Iterator[Doc]:
        """Annotate documents, many at a time."""
        gathered: list[Doc] = []
        words = 0
        for doc in stream:
            gathered.append(doc)
            words += len(doc)
            if words >= GATHERED or len(gathered) >= batch_size:
                self._annotate(gathered)
                yield from gathered
                gathered, words = [], 0
        self._annotate(gathered)
        yield from gathered

    def _annotate(self, docs: list[Doc]) -> None:
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        text = gather(docs)
        heads, classes = self._read(text)
        columns = self._columns(text, heads, classes)
        for doc, start, end in zip(docs, text.starts[:-1].tolist(), text.starts[1:].tolist(), strict=True):
            doc.from_array(ATTRIBUTES, columns[start:end])  # type: ignore[arg-type]

    def _read(self, text: Text) -> tuple[Ints, dict[str, Ints]]:
        """Head (as a place in the row of tokens) and classes of every token."""
        unique, back = np.unique(text.keys, return_inverse=True)
        strings = self.vocab.strings
        known = self.network.words(unique.tolist(), strings)
        heads = np.arange(len(text.keys))
        classes = {name: np.zeros(len(heads), dtype=np.int64) for name in self.network.labels}
        lengths = np.diff(text.bounds)
        near = beside(known[back[text.words]], lengths)
        for group in _groups(lengths, GROUP):
            size, first = lengths[group], text.bounds[group]
            row = Row.of(size)
            words = first[row.sentence] + row.place
            tokens = text.words[words]
            found = self.network(near[words], row)
            for name, chosen in found.classes.items():
                classes[name][tokens] = chosen
            for alike in _groups(size, SQUARE):
                square = row.square(alike, size[alike])
                scores = self.network.arcs(found.parts[square])
                chosen = trees(scores.arcs, size[alike])
                real = np.arange(square.shape[1]) < size[alike][:, None]
                here = tokens[square]
                heads[here[real]] = np.take_along_axis(here, chosen, axis=1)[real]
                classes["dep"][here[real]] = self.network.relations(scores, chosen)[real]
        return heads, classes

    def _columns(self, text: Text, heads: Ints, classes: dict[str, Ints]) -> Keys:
        """What is written to the tokens, in the order of ATTRIBUTES."""
        place = np.arange(len(heads))
        # Of two outputs at odds the part of speech is right: a thing is no name (*wirft Berger Untreue vor*).
        classes["tag"][(classes["tag"] == self._name) & (classes["pos"] == self._thing)] = self._noun
        # So are the features: an article is no relative pronoun (*sagte vor Journalisten, der Plan stehe*).
        relative = classes["tag"] == self._relative
        classes["tag"][relative & self._of_articles[classes["Rest"]]] = self._article
        roots = text.real & (heads == place)
        deps = self._deps[classes["dep"]]
        deps[classes["dep"] == self._root] = self._other_root
        deps[roots] = self._deps[self._root]
        for i in np.flatnonzero(text.continues):
            _join(text, int(i), heads, deps, self._other_root)
        titles = np.flatnonzero(np.isin(text.keys, self._titles))
        hang_titles(heads, deps, titles, classes["tag"] == self._name, self._title_label)
        self._neighbours(text, heads, deps, classes)
        columns = np.empty((len(heads), len(ATTRIBUTES)), dtype=np.uint64)
        columns[:, 0], columns[:, 1] = self._tags[classes["tag"]], self._pos[classes["pos"]]
        columns[:, 2], columns[:, 4] = self._morphology(classes), deps
        columns[:, 5], columns[:, 6] = self._entities(text, classes["entity"])
        if not text.real.all():
            _hang_spaces(text, heads)
            for column, value in zip((0, 1, 2, 4), self._space, strict=True):
                columns[~text.real, column] = value
        columns[:, 3] = (heads - place).astype(np.int64).view(np.uint64)
        return columns

    def _neighbours(self, text: Text, heads: Ints, deps: Keys, classes: dict[str, Ints]) -> None:
        """Hang names on the right one of their neighbours (`network/neighbours.py`)."""
        tags, strings = classes["tag"], self.vocab.strings
        named = (tags[1:] == self._name) & (self._kinds[classes["entity"][1:]] == self._place)
        behind = np.flatnonzero(named & (tags[:-1] == self._noun)) + 1
        telling = np.isin(text.keys, self._tellings)
        found = [
            i
            for i in behind.tolist()
            if is_bare(strings[text.keys[i]]) and (telling[i - 1] or is_office(strings[text.keys[i - 1]]))
        ]
        if found:
            free_places(heads, deps, np.array(found), np.isin(tags, self._finite), telling, self._labels)
        tellings = np.flatnonzero(telling)
        if len(tellings):
            names = np.zeros(len(heads), dtype=bool)
            for i in (tellings[tellings + 1 < len(heads)] + 1).tolist():
                word = strings[text.keys[i]]
                names[i] = word[:1].isupper() and word.endswith("s") and tags[i] in (self._name, self._noun)
            own_tellings(heads, deps, tellings, names, self._labels)

    def _morphology(self, classes: dict[str, Ints]) -> Keys:
        """Hash of each word's feature bundle; bundles met before cost one look-up."""
        names = (*SINGLE, "Rest")
        codes = np.zeros(len(classes["tag"]), dtype=np.int64)
        for name, step in zip(names, self._steps, strict=True):
            codes += classes[name] * step
        unique, first, back = np.unique(codes, return_index=True, return_inverse=True)
        for code, at in zip(unique.tolist(), first.tolist(), strict=True):
            if code not in self._morphs:
                labels = [self.network.labels[name][classes[name][at]] for name in names]
                single = [f"{name}={value}" for name, value in zip(SINGLE, labels, strict=False) if value]
                bundle = "|".join(sorted([*single, *filter(None, labels[-1].split("|"))]))
                self._morphs[code] = self.vocab.morphology.add(bundle)
        return np.array([self._morphs[code] for code in unique.tolist()], dtype=np.uint64)[back]

    def _entities(self, text: Text, classes: Ints) -> tuple[Keys, Keys]:
        """IOB codes (1 inside, 2 outside, 3 begin) and kinds; an inside with no like begin begins."""
        kinds = self._kinds[classes]
        kinds[~text.real] = 0
        before = np.concatenate([[0], kinds[:-1]])
        inside = (kinds != 0) & ~self._begins[classes] & (kinds == before)
        inside[text.words[text.bounds[:-1]]] = False
        iob = np.where(kinds == 0, 2, np.where(inside, 1, 3)).astype(np.uint64)
        return iob, kinds


def _groups(lengths: Ints, most: int) -> Iterator[Ints]:
    """Numbers of sentences, longest first, in groups of like length: at most `most` places when filled up."""
    order = np.argsort(-lengths, kind="stable")
    at = 0
    while at < len(order):
        size = max(1, most // int(lengths[order[at]]))
        yield order[at : at + size]
        at += size


def _join(text: Text, piece: int, heads: Ints, deps: Keys, label: np.uint64) -> None:
    """Hang a piece of a long sentence on the head of the sentence's first word's tree."""
    words = text.words[text.bounds[piece] : text.bounds[piece + 1]]
    root = int(words[heads[words] == words][0])
    target = int(text.words[text.bounds[piece - 1]])
    while int(heads[target]) != target:
        target = int(heads[target])
    heads[root], deps[root] = target, label


def _hang_spaces(text: Text, heads: Ints) -> None:
    """Let whitespace hang on the word before it in its document, or else on the one after."""
    number = np.searchsorted(text.starts, np.arange(len(heads)), side="right") - 1
    spaces = np.flatnonzero(~text.real)
    if not len(text.words):
        heads[spaces] = text.starts[number[spaces]]
        return
    after = np.searchsorted(text.words, spaces)
    left = text.words[np.maximum(after - 1, 0)]
    right = text.words[np.minimum(after, len(text.words) - 1)]
    same = number[spaces]
    beside = np.where((left < spaces) & (number[left] == same), left, right)
    heads[spaces] = np.where(number[beside] == same, beside, text.starts[same])
