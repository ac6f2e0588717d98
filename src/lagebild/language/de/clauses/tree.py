"""The parsed Doc as plain lists: what the clause rules read, at the speed of list access."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.de.lemma import shipped
from lagebild.language.tokens import Words

#: No sentence of real news is longer than this many words.
LONGEST: Final = 300
FINITE: Final = frozenset(["VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"])
NONFINITE: Final = frozenset(["VVINF", "VAINF", "VMINF", "VVIZU", "VVPP", "VAPP", "VMPP"])
VERBS: Final = FINITE | NONFINITE
NOUNS: Final = frozenset(["NN", "NE", "FM", "XY", "CARD"])
#: Tags of common nouns and names alone.
SUBSTANTIVES: Final = frozenset(["NN", "NE"])
#: Relations of a subject to its verb.
SUBJECT: Final = frozenset(["nsubj", "nsubj:pass"])
PRONOUNS: Final = frozenset(["PPER", "PIS", "PDS", "PRELS", "PWS", "PRF", "PPOSS"])
PREPOSITIONS: Final = frozenset(["APPR", "APPRART", "APPO", "APZR"])
PUNCTUATION: Final = frozenset(["$.", "$,", "$("])


_NONE: Final[list[int]] = []


class Tree:
    """Words, tags, morphology and tree of a Doc as lists; all indices are token indices of the Doc.

    ``sentences`` holds half-open ranges; ``children[i]`` is in text order; a root is its own head.
    Heads that would leave the sentence or close a circle are cut, whatever the parser said.
    """

    __slots__ = (
        "children",
        "deps",
        "doc",
        "heads",
        "lemmas",
        "lower",
        "morph",
        "n",
        "sentences",
        "tags",
        "words",
    )

    def __init__(self, doc: Words) -> None:
        self.doc = doc
        self.n = n = len(doc)
        self.words, self.lower, self.tags = doc.words, doc.lowers, doc.tags.copy()
        self.deps = ["root" if dep == "ROOT" else dep for dep in doc.deps]
        self.lemmas = [token.lemma_ for token in doc.tokens]
        self.morph = [morph.features for morph in doc.morphs]
        begins = [token.i for token in doc.tokens if token.is_sent_start or token.i == 0]
        self.sentences = list(self._pieces(begins)) if n else []
        self.heads = self._sound_heads(doc.heads.copy())
        # Words without dependents share one empty list; `_move` never writes to it.
        self.children: list[list[int]] = [_NONE] * n
        for i, head in enumerate(self.heads):
            if head != i:
                if self.children[head] is _NONE:
                    self.children[head] = [i]
                else:
                    self.children[head].append(i)

    def _pieces(self, begins: list[int]) -> Iterator[tuple[int, int]]:
        """The sentences; what is longer than LONGEST is cut, behind a comma if it can be, so that time stays linear."""
        for begin, end in zip(begins, [*begins[1:], self.n], strict=True):
            while end - begin > LONGEST:
                half = range(begin + LONGEST, begin + LONGEST // 2, -1)
                cut = next((i for i in half if self.tags[i - 1] in PUNCTUATION), begin + LONGEST)
                yield begin, cut
                begin = cut
            yield begin, end

    def _sound_heads(self, heads: list[int]) -> list[int]:
        for begin, end in self.sentences:
            for i in range(begin, end):
                if not begin <= heads[i] < end:
                    heads[i] = i
        _cut_circles(heads)
        return heads

    def attach(self, child: int, head: int, dep: str) -> None:
        """Hang `child` under `head` (no circle arises: a head below the child takes the child's place)."""
        at = head
        while self.heads[at] != at and at != child:
            at = self.heads[at]
        if at == child:
            if head == child:
                return
            self._move(head, self.heads[child] if self.heads[child] != child else head)
            self.deps[head] = self.deps[child]
        self._move(child, head)
        self.deps[child] = dep

    def hang(self, child: int, head: int, dep: str) -> None:
        """Hang a word as `attach` does, also for those who read phrases off the words themselves."""
        self.attach(child, head, dep)
        for i in (head, child):
            if (self.heads[i], self.deps[i]) != (self.doc.heads[i], self.doc.deps[i]):
                self.doc.hang(i, self.heads[i], self.deps[i])

    def _move(self, child: int, head: int) -> None:
        old = self.heads[child]
        if old != child:
            self.children[old].remove(child)
        self.heads[child] = head
        if head != child:
            self.children[head] = sorted((*self.children[head], child))

    def preposition(self, i: int) -> int | None:
        """The adposition that governs the phrase of `i`."""
        for child in self.children[i]:
            if self.tags[child] in PREPOSITIONS and self.deps[child] in ("case", "mark", "advmod", "dep"):
                return child
        return None


def relemma(tree: Tree, i: int, tag: str) -> None:
    """Give a word another tag, and the lemma that goes with it."""
    tree.tags[i] = tag
    tree.lemmas[i] = shipped().lemma(tree.words[i], tag)


def _cut_circles(heads: list[int]) -> None:
    """Make a root of one word of every circle, in place."""
    walk = [-1] * len(heads)
    for i in range(len(heads)):
        last = at = i
        while walk[at] < 0:
            walk[at] = i
            last, at = at, heads[at]
        if walk[at] == i:
            # The walk has come back to itself: at a root, or in a circle.
            heads[last] = last
