"""Which texts are copies of one another: reprints of an agency, follow-ups with a new first line."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from rensa import RMinHash

from lagebild.store.code import code_of

if TYPE_CHECKING:
    from lagebild.store.store import Store

#: Number of hash functions; 64 give a standard error of 1/8 of the Jaccard similarity.
PERMUTATIONS = 64

#: Signatures of another seed, or of another ``RMinHash.ALGORITHM_VERSION``, cannot be compared: ``schema.VERSION`` is to
#: be raised with either.
_SEED: Final = 1

#: Values of a signature by which candidates are looked for together.
_BAND = 4

#: Name under which a store keeps its families of copies.
COPIES = "copies"

#: Words in a shingle: long enough that two reports of one event in other words share few.
SHINGLE = 4

_WORD = re.compile(r"\w+")


def minhash(text: str) -> list[int]:
    """The MinHash signature of a text's word shingles (Broder 1997), ``PERMUTATIONS`` numbers."""
    words = _WORD.findall(text.lower())
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update({" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))})
    return list(sketch.digest())


def families(signatures: npt.NDArray[np.uint32], threshold: float = 0.5) -> list[int]:
    """The family of each text: texts that share at least ``threshold`` of their signature.

    ``signatures`` has a row a text. A family is named by its first member's row. Candidates share
    one of 16 bands of four values (an agreement of 0.5 is found with probability 0.64, of 0.7 with
    0.99).
    """
    parent = list(range(len(signatures)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for band in range(0, PERMUTATIONS, _BAND):
        for alike in _alike(signatures[:, band : band + _BAND]):
            for n, j in enumerate(alike):
                for i in alike[:n]:
                    if root(i) != root(j) and np.mean(signatures[i] == signatures[j]) >= threshold:
                        low, high = sorted((root(i), root(j)))
                        parent[high] = low
    return [root(i) for i in range(len(signatures))]


def _alike(band: npt.NDArray[np.uint32]) -> list[list[int]]:
    """Rows of the same values, where there are several."""
    # Mixed into one number, so that sorting is quick; other rows that fall together are told apart later.
    mixed = np.zeros(len(band), dtype=np.uint64)
    for column in band.T.astype(np.uint64):
        mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
    order = np.argsort(mixed, kind="stable")
    bounds = np.flatnonzero(np.diff(mixed[order])) + 1
    starts, ends = [0, *bounds.tolist()], [*bounds.tolist(), len(order)]
    return [order[b:e].tolist() for b, e in zip(starts, ends, strict=True) if e - b > 1]


def copies(store: Store) -> dict[str, str]:
    """Article → the first article (by date) of the family of copies that it belongs to; others are not in it."""

    def by_article() -> dict[str, str]:
        table = store.derived(COPIES, lambda: copies_table(store), code_of(__name__))
        return dict(zip(table["document"].to_pylist(), table["family"].to_pylist(), strict=True))

    return store.remembered("family by article", by_article)


def copies_table(store: Store) -> pa.Table:
    """The articles that have copies, each with its family."""
    found = store.query("SELECT id, minhash FROM documents ORDER BY published NULLS LAST, id")
    signatures = found["minhash"].combine_chunks().flatten().to_numpy().reshape(-1, PERMUTATIONS)
    ids, roots = found["id"].to_pylist(), families(signatures)
    size = Counter(roots)
    several = [(id_, ids[root]) for id_, root in zip(ids, roots, strict=True) if size[root] > 1]
    columns = {"document": [d for d, _ in several], "family": [f for _, f in several]}
    return pa.table(columns, schema=pa.schema([("document", pa.string()), ("family", pa.string())]))
