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
    rows, time = heads.shape
    first = time * np.arange(rows)[:, None]
    ahead = heads + first
    for _ in range(max(1, time.bit_length())):
        ahead = ahead.take(ahead)
    return np.asarray(ahead == root[:, None] + first)


def _mend(heads: Ints, scores: Floats, root: int, length: int) -> None:
    """Break every cycle of one sentence, in place."""
    while True:
        ahead: list[int] = heads[:length].tolist()
        reached = _reaching(ahead, root)
        if all(reached):
            return
        cycle = _cycle(ahead, reached.index(False))
        # Only heads that already reach the root: each turn makes at least one word reach it.
        outside = np.where(reached, scores[cycle, :length], -np.inf)
        loss = scores[cycle, heads[cycle]] - outside.max(axis=1)
        leaves = int(loss.argmin())
        heads[cycle[leaves]] = int(outside[leaves].argmax())


def _reaching(ahead: list[int], root: int) -> list[bool]:
    """Which words of one sentence come to the root by following heads."""
    reached: list[bool | None] = [None] * len(ahead)
    reached[root] = True
    for start in range(len(ahead)):
        way, at = [], start
        while reached[at] is None:
            reached[at] = False  # as it is, where the way comes back to it
            way.append(at)
            at = ahead[at]
        for passed in way:
            reached[passed] = reached[at]
    return [found is True for found in reached]


def _cycle(ahead: list[int], start: int) -> list[int]:
    """The cycle that following heads from `start` ends in."""
    seen: set[int] = set()
    while start not in seen:
        seen.add(start)
        start = ahead[start]
    cycle, at = [start], ahead[start]
    while at != start:
        cycle.append(at)
        at = ahead[at]
    return cycle
