"""Marks what is on the page but not in the article."""

from __future__ import annotations

from collections.abc import Sequence

from lagebild.intake.paragraphs import Paragraph
from lagebild.record import BlockKind


def marks(paragraphs: Sequence[Paragraph]) -> list[BlockKind | None]:
    """For every paragraph ``furniture``, ``byline``, ``dateline`` or ``caption``, or None where it is article."""
    return [None] * len(paragraphs)
