"""Tells the parts of an article apart: kicker, headline, lede, byline, dateline, subheading, body, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lagebild.intake.furniture import marks
from lagebild.intake.paragraphs import Paragraph
from lagebild.record import Block, BlockKind

#: A lede is at most this long, in characters, and shorter than the paragraph after it.
_LEDE = 450
#: Words in -t that are no verb, for telling a noun phrase before a colon from a clause.
_NO_VERB = frozenset(
    {"mit", "seit", "statt", "samt", "nicht", "fast", "erst", "jetzt", "selbst", "laut", "trotz"}
)


def label(text: str, paragraphs: Sequence[Paragraph]) -> list[Block]:
    """The blocks of the article; they cover all of ``text`` but white space and never overlap.

    Works on bare paragraphs; the roles that a page gives its paragraphs outrank the guess.
    """
    kinds = list(marks(paragraphs))
    ours = [i for i, kind in enumerate(kinds) if kind is None]
    opening = _opening(paragraphs, ours)
    blocks: dict[int, BlockKind] = {i: kind for i, kind in enumerate(kinds) if kind}
    for n, i in enumerate(ours):
        if i in opening:
            blocks[i] = opening[i]
        else:
            following = paragraphs[ours[n + 1]] if n + 1 < len(ours) else None
            blocks[i] = "subheading" if _is_subheading(paragraphs[i], following) else "body"
    result: list[Block] = []
    for i, paragraph in enumerate(paragraphs):
        if blocks[i] == "headline" and "kicker" not in opening.values():
            result += _split_kicker(paragraph)
        else:
            result.append(Block(blocks[i], (paragraph.begin, paragraph.end)))
    return result


def _opening(paragraphs: Sequence[Paragraph], ours: Sequence[int]) -> dict[int, BlockKind]:
    """Kicker, headline and lede at the head of the article."""
    found: dict[int, BlockKind] = {}
    heads: list[int] = []
    for i in ours[:4]:
        role = paragraphs[i].role
        if role in ("title", "kicker") or (not role and _titular(paragraphs[i])):
            heads.append(i)
        else:
            break
    if not heads or len(heads) == len(ours):
        return dict.fromkeys(heads[:1], "headline")
    if paragraphs[heads[0]].role:
        heads = [i for i in heads if paragraphs[i].role]
    titles = [i for i in heads if paragraphs[i].role == "title"]
    headline = (
        titles[0] if titles else (heads[1] if len(heads) > 1 and _kickerish(paragraphs, heads) else heads[0])
    )
    found[headline] = "headline"
    found.update({i: "kicker" for i in heads if i < headline})
    rest = [i for i in ours if i > headline]
    teasers = [i for i in rest[:3] if paragraphs[i].role == "teaser"]
    if teasers:
        found[teasers[0]] = "lede"
    elif len(rest) > 1 and _is_lede(paragraphs[rest[0]], paragraphs[rest[1]]):
        found[rest[0]] = "lede"
    return found


def _titular(paragraph: Paragraph) -> bool:
    """It can be a headline or kicker: short, no full stop, at most one question or exclamation mark."""
    return paragraph.short and not paragraph.text.rstrip('"“”’»«').endswith((".", "…", ":", ",", ";"))


def _kickerish(paragraphs: Sequence[Paragraph], heads: Sequence[int]) -> bool:
    """Whether the first of two head lines is the kicker: shorter, and a phrase rather than a sentence."""
    first, second = paragraphs[heads[0]], paragraphs[heads[1]]
    return (
        len(first.words) <= 6 and len(first.text) < len(second.text) and not first.text.endswith(("!", "?"))
    )


def _is_lede(paragraph: Paragraph, following: Paragraph) -> bool:
    if paragraph.role not in ("", "teaser"):
        return False
    return len(paragraph.text) <= _LEDE and len(paragraph.text) < len(following.text)


def _is_subheading(paragraph: Paragraph, following: Paragraph | None) -> bool:
    if paragraph.role == "heading":
        return True
    if paragraph.role or following is None or not paragraph.short or not following.prose:
        return False
    if not paragraph.text[:1].isupper() and paragraph.text[:1] not in "„“\"»«'‚0123456789":
        return False
    if paragraph.text.endswith("?"):
        return len(paragraph.words) <= 8
    return not paragraph.text.endswith((".", "!", ":", ",", ";", "…", "-", "–")) and not paragraph.stopped


def _split_kicker(headline: Paragraph) -> list[Block]:
    """Kicker and headline of one line: a noun phrase, a colon, and a title that could stand alone."""
    found = re.match(r"([^:„“\"»«]{3,60}:)\s+(?=[\"„“»«‚']?[A-ZÄÖÜ0-9])", headline.text)
    whole = [Block("headline", (headline.begin, headline.end))]
    if not found:
        return whole
    before = found.group(1)[:-1].split()
    verbal = any(w.islower() and w.endswith("t") and w not in _NO_VERB for w in before)
    if (
        len(before) > 6
        or verbal
        or not before[-1][:1].isupper()
        or len(headline.text[found.end() :].split()) < 3
    ):
        return whole
    middle = headline.begin + found.end()
    return [
        Block("kicker", (headline.begin, headline.begin + found.end(1))),
        Block("headline", (middle, headline.end)),
    ]
