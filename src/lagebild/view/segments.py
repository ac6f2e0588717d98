"""The article cut where marks begin and end, so that any view can paint it in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lagebild.record import Block, Record, Statement


@dataclass(frozen=True)
class Segment:
    """A stretch of text under the same marks.

    ``statement`` is the innermost statement whose clause covers it, ``triggers`` those
    whose trigger it is, ``ends`` the triggers that end here (where a sign goes).
    """

    text: str
    statement: Statement | None = None
    triggers: tuple[Statement, ...] = ()
    ends: tuple[Statement, ...] = ()


def segments(record: Record, block: Block) -> Iterator[Segment]:
    """The segments of one block, in order; together they are the block's text."""
    begin, end = block.span
    near = [s for s in record.statements if s.trigger[0][0] < end and s.trigger[-1][1] > begin]
    cuts = {begin, end}
    for statement in near:
        for b, e in (*statement.span, *statement.trigger):
            cuts.update(point for point in (b, e) if begin < point < end)
    points = sorted(cuts)
    for b, e in pairwise(points):
        covering = [s for s in near if any(x <= b and e <= y for x, y in s.span)]
        triggers = tuple(s for s in near if any(x <= b and e <= y for x, y in s.trigger))
        innermost = min(covering, key=lambda s: sum(y - x for x, y in s.span), default=None)
        ends = tuple(s for s in triggers if s.trigger[-1][1] == e)
        yield Segment(record.text[b:e], innermost, triggers, ends)
