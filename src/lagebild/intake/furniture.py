"""Marks what stands on a page without being part of the article.

Passages are judged by what they look like: rules of the language pack
(``lexicon/furniture/passages.toml``) give points for the publisher speaking of itself, for
imperatives to the reader, prices, heads of lists and the like; then runs of short lines
without a full stop are judged by where they stand. No publisher is known by name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from lagebild.intake.paragraphs import Paragraph
from lagebild.intake.published import from_label
from lagebild.lexicon import rules
from lagebild.record import BlockKind

_DECIDED = 2
#: Longer passages, in words, need a point more: weak signs gather by chance.
_LONG = 60
#: Roles that a page's own markup settles.
_SETTLED: dict[str, BlockKind] = {
    "furniture": "furniture", "caption": "caption", "byline": "byline", "dateline": "dateline",
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """A rule of the language pack; see the head of ``passages.toml``."""

    name: str
    kind: BlockKind
    points: int
    pattern: re.Pattern[str]
    short: int
    voice: bool
    opens: bool
    needs: tuple[str, ...]

    def holds(self, passage: Paragraph) -> bool:
        """Whether the passage looks as the rule says."""
        if len(passage.words) > self.short or not self._may_hold(passage.lower):
            return False
        return self.pattern.search(passage.unquoted if self.voice else passage.text) is not None

    def _may_hold(self, lower: str) -> bool:
        """Whether a passage in small letters has one of the words that the rule needs, if it needs any."""
        for need in self.needs:  # asked of each passage by each rule: a generator costs double
            if need in lower:
                return True
        return not self.needs


@cache
def passage_rules() -> tuple[Rule, ...]:
    """The rules of the German pack."""
    return tuple(
        Rule(
            name=rule["name"],
            kind=cast(BlockKind, rule["kind"]),
            points=rule["points"],
            pattern=re.compile(rule["pattern"]),
            short=rule.get("short", 400),
            voice=rule.get("where", "all") == "voice",
            opens=rule.get("opens", False),
            needs=tuple(rule.get("needs", ())),
        )
        for rule in rules("furniture/passages.toml")
    )


def marks(paragraphs: Sequence[Paragraph]) -> list[BlockKind | None]:
    """For every paragraph ``furniture``, ``byline``, ``dateline`` or ``caption``, or None where it is article."""
    verdicts = [judge(paragraph) for paragraph in paragraphs]
    kinds = [verdict.kind for verdict in verdicts]
    _keep_inner_dates(paragraphs, kinds)
    _mark_repeated(paragraphs, kinds)
    _mark_lists(paragraphs, kinds, verdicts)
    _mark_tail(paragraphs, kinds, verdicts)
    _mark_headings(paragraphs, kinds)
    return kinds


@dataclass(frozen=True)
class Verdict:
    """What one passage looks like by itself: its kind (None: article), points, and whether it heads a list."""

    kind: BlockKind | None = None
    points: int = 0
    opens: bool = False


def judge(paragraph: Paragraph) -> Verdict:
    """Judge one passage by the rules, without its neighbours."""
    if paragraph.role in _SETTLED:
        return Verdict(_SETTLED[paragraph.role], _DECIDED)
    if paragraph.role in ("title", "kicker", "teaser"):
        return Verdict()
    held = [rule for rule in passage_rules() if rule.holds(paragraph)]
    points = sum(rule.points for rule in held)
    opens = any(rule.opens for rule in held)
    decisive = [rule for rule in held if rule.points >= _DECIDED]
    if decisive:
        return Verdict(decisive[0].kind, points, opens)
    if points >= (_DECIDED if len(paragraph.words) <= _LONG else _DECIDED + 1):
        return Verdict("furniture", points, opens)
    if paragraph.role == "link":
        return Verdict("furniture", _DECIDED)
    return Verdict(None, points)


def _keep_inner_dates(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """A line with nothing but a date inside the running text parts a chronicle; it is no dateline."""
    prose = [i for i, p in enumerate(paragraphs) if kinds[i] is None and p.prose]
    for i, paragraph in enumerate(paragraphs):
        inside = bool(prose) and prose[0] < i < prose[-1]
        if inside and kinds[i] == "dateline" and not paragraph.role and not from_label(paragraph.text):
            kinds[i] = None


def _mark_repeated(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """The same short line three times or more is the site's, not the article's."""
    often = Counter(p.text for p in paragraphs if p.short and not p.stopped and not p.text.endswith(":"))
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] is None and often[paragraph.text] >= 3:
            kinds[i] = "furniture"


def _mark_lists(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], verdicts: Sequence[Verdict]
) -> None:
    """The short lines behind the head of a list, up to the next running text.

    The last of several before running text is its subheading, unless the page says otherwise.
    """
    listed = -1
    for i, paragraph in enumerate(paragraphs):
        if verdicts[i].opens:
            listed = 0
        elif paragraph.prose:
            listed = -1
        elif listed >= 0 and kinds[i] is None:
            before_text = i + 1 < len(paragraphs) and paragraphs[i + 1].prose
            if before_text and (paragraph.role == "heading" or (not paragraph.role and listed >= 2)):
                listed = -1
            else:
                kinds[i] = "furniture"
                listed += 1


def _mark_tail(
    paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], verdicts: Sequence[Verdict]
) -> None:
    """Short lines without a full stop behind the last running text, where they are many or stand among furniture."""
    last = max((i for i, p in enumerate(paragraphs) if kinds[i] is None and p.prose), default=None)
    if last is None or paragraphs[last].text.endswith(":"):
        return
    tail = [i for i in range(last + 1, len(paragraphs)) if kinds[i] is None]
    company = any(
        kinds[i] == "furniture" or (kinds[i] is None and verdicts[i].points)
        for i in range(last + 1, len(paragraphs))
    )
    if not tail or not (company or len(tail) >= 3):
        return
    data = sum(re.search(r"\d", paragraphs[i].text) is not None for i in tail)
    if not company and (data > len(tail) / 2 or all(paragraphs[i].role == "item" for i in tail)):
        return  # results, tables and lists that end an article
    for i in tail:
        if not paragraphs[i].stopped or company:
            kinds[i] = "furniture"


def _mark_headings(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """A heading that is followed by nothing but furniture heads that furniture."""
    follower: BlockKind | None = None
    for i in range(len(paragraphs) - 1, 0, -1):
        paragraph = paragraphs[i]
        if kinds[i] is not None:
            follower = kinds[i]
            continue
        heading = paragraph.role == "heading" or (
            not paragraph.role and paragraph.short and not paragraph.stopped
        )
        if heading and follower == "furniture" and not paragraph.stopped and not paragraph.text.endswith(":"):
            kinds[i] = "furniture"
        else:
            follower = None
