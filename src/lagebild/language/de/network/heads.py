"""From scores of heads to trees: one root a sentence, no cycles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .weights import Floats

Ints = NDArray[np.int64]


def trees(arcs: Floats, lengths: Ints) -> Ints:
    """Heads of a padded group: `arcs` as in `model.Scores`; a root is its own head.

    The root is the word that gains most by being one; every other word takes its best
    head. Where that closes a cycle, the word of the cycle that loses least by it leaves
    for its best head outside.
    """
    rows, time, _ = arcs.shape
    place = np.arange(time)
    scores = arcs[..., :time]
    scores[:, place, place] = -np.inf
    outside = place >= lengths[:, None]
    np.copyto(scores, -np.inf, where=outside[:, None, :])
    best = scores.max(axis=2)
    gain = np.where(outside, -np.inf, arcs[..., time] - np.where(np.isfinite(best), best, 0))
    root = gain.argmax(axis=1)
    best_head = scores.argmax(axis=2)
    best_head[np.arange(rows), root] = root
    heads: Ints = np.where(outside, root[:, None], best_head)
    for row in np.flatnonzero(~_reach(heads, root).all(axis=1)):
        _mend(heads[row], scores[row], int(root[row]), int(lengths[row]))
    return heads


def _reach(heads: Ints, root: Ints) -> NDArray[np.bool_]:
    """Which words come to the root by following heads; the way is doubled at every step."""
    ahead = heads
    for _ in range(max(1, int(heads.shape[1]).bit_length())):
        ahead = np.take_along_axis(ahead, ahead, axis=1)
    return np.asarray(ahead == root[:, None])


def _mend(heads: Ints, scores: Floats, root: int, length: int) -> None:
    """Break every cycle of one sentence, in place."""
    while True:
        reached = _reach(heads[None, :length], np.array([root]))[0]
        if reached.all():
            return
        cycle = _cycle(heads, int(np.flatnonzero(~reached)[0]))
        # Only heads that already reach the root: each turn makes at least one word reach it.
        outside = np.where(reached, scores[cycle, :length], -np.inf)
        loss = scores[cycle, heads[cycle]] - outside.max(axis=1)
        leaves = int(loss.argmin())
        heads[cycle[leaves]] = int(outside[leaves].argmax())


def _cycle(heads: Ints, start: int) -> Ints:
    """The cycle that following heads from `start` ends in."""
    seen: set[int] = set()
    while start not in seen:
        seen.add(start)
        start = int(heads[start])
    cycle, at = [start], int(heads[start])
    while at != start:
        cycle.append(at)
        at = int(heads[at])
    return np.array(cycle, dtype=np.int64)
