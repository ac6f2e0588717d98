"""Who is who across articles, and which texts are copies of one another."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from datasketch import MinHash

from lagebild.record import Actor

#: Number of hash functions; 64 give a standard error of 1/8 of the Jaccard similarity.
PERMUTATIONS = 64

#: Words in a shingle: long enough that two reports of one event in other words share few.
SHINGLE = 4

_WORD = re.compile(r"\w+")


def fold(name: str) -> str:
    """A name for comparing: lower case, no accents, hyphens as blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain.lower()))


def actor_key(actor: Actor) -> str:
    """The identity of an actor across articles: a state's alpha-3, else kind and folded name.

    Persons of one name in two countries stay two.
    """
    if actor.kind == "state" and actor.country:
        return actor.country
    country = f"@{actor.country}" if actor.country and actor.kind != "international" else ""
    return f"{actor.kind}:{fold(actor.known or actor.name)}{country}"


def minhash(text: str) -> list[int]:
    """The MinHash signature of a text's word shingles (Broder 1997), ``PERMUTATIONS`` numbers."""
    words = _WORD.findall(text.lower())
    sketch = MinHash(num_perm=PERMUTATIONS)
    shingles = {
        " ".join(words[i : i + SHINGLE]).encode("utf8") for i in range(max(1, len(words) - SHINGLE + 1))
    }
    sketch.update_batch(sorted(shingles))
    return [int(value) for value in sketch.hashvalues]


def families(signatures: list[list[int]], threshold: float = 0.5) -> list[int]:
    """The family of each text: texts that share at least ``threshold`` of their signature.

    A family is named by its first member's position. Candidates share one of 16 bands of
    four values (an agreement of 0.5 is found with probability 0.64, of 0.7 with 0.99).
    """
    parent = list(range(len(signatures)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    buckets: dict[tuple[int, bytes], list[int]] = {}
    arrays = [np.asarray(signature, dtype=np.uint32) for signature in signatures]
    for i, array in enumerate(arrays):
        for band in range(0, PERMUTATIONS, 4):
            bucket = buckets.setdefault((band, array[band : band + 4].tobytes()), [])
            for j in bucket:
                if root(i) != root(j) and float(np.mean(array == arrays[j])) >= threshold:
                    low, high = sorted((root(i), root(j)))
                    parent[high] = low
            bucket.append(i)
    return [root(i) for i in range(len(signatures))]
