"""*Gestern griff der Präsident Israel an*: a place right behind an office is what the verb is about, not its name.

Of a place that an office is of, German has the genitive (*der Präsident Israels*) or a preposition; the network, which knows
how *der Präsident Putin* is read, now and then hangs the bare name on the office too.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from lagebild.lexicon import table

Ints = NDArray[np.int64]

#: Last letters by which a name may be a genitive.
_GENITIVE = ("s", "x", "z", "'", "’")


@cache
def _offices() -> tuple[str, ...]:
    return tuple(row["ending"].lower() for row in table("base/office_endings.tsv", ("ending",)))


def is_office(word: str) -> bool:
    """Whether a noun names an office or who governs, by its end: *Außenminister*, *Regierung*."""
    return word.lower().endswith(_offices())


def is_bare(word: str) -> bool:
    """Whether a name does not end as a genitive."""
    return not word.endswith(_GENITIVE)


def free_places(
    heads: Ints,
    deps: NDArray[np.uint64],
    places: Ints,
    verbs: NDArray[np.bool_],
    labels: dict[str, np.uint64],
) -> None:
    """Hang places on the verb before the office that they were hung on, as its object, in place.

    `heads` are places in the row of tokens; `places` those of bare names right behind an office; `verbs` says
    which tokens are finite verbs; ``labels`` are the relations ``nsubj``, ``obj``, ``appos``, ``flat``, ``nmod``.
    """
    names = [labels[name] for name in ("appos", "flat", "nmod")]
    for place in places.tolist():
        office = place - 1
        verb = int(heads[office])
        hung = int(heads[place]) == office and deps[place] in names
        if not hung or deps[office] != labels["nsubj"] or verb >= office or not verbs[verb]:
            continue
        near = slice(verb, min(len(heads), place + 30))
        if not ((heads[near] == verb) & (deps[near] == labels["obj"])).any():
            heads[place], deps[place] = verb, labels["obj"]
