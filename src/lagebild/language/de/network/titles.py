"""*Herr Walther*, *Dr. Sieben*: the name heads the phrase, the form of address hangs on it.

So has the treebank that the base follows, throughout; other treebanks, and so now and then the network,
have it the other way round.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

#: Forms of address that the treebank hangs on the name; offices (*Bundeskanzler*) head their names.
TITLES = ("Herr", "Herrn", "Frau", "Dr.", "Prof.", "Doktor")
#: Words on either side among which what hangs on a title is looked for: its article, a bracket behind the name.
_REACH = 12


def hang_titles(
    heads: Ints, deps: NDArray[np.uint64], titles: Ints, names: NDArray[np.bool_], label: np.uint64
) -> None:
    """Make the name behind a title the head of both, in place.

    `heads` are places in the row of tokens (a root is its own head), `titles` the places of titles in order,
    `names` says which tokens are names; `label` is the relation of a title to its name.
    """
    run: list[int] = []
    for title in titles.tolist():
        run = [*run, title] if run and title == run[-1] + 1 else [title]
        name = title + 1
        if name >= len(heads) or not names[name] or int(heads[name]) not in run:
            continue
        outside = [t for t in run if int(heads[t]) not in run or int(heads[t]) == t]
        if len(outside) != 1:
            continue
        top = outside[0]
        near = np.arange(max(0, run[0] - _REACH), min(len(heads), name + _REACH))
        moved = near[np.isin(heads[near], run)]
        heads[name] = name if heads[top] == top else heads[top]
        deps[name] = deps[top]
        heads[moved[moved != name]] = name
        heads[run], deps[run] = name, label
