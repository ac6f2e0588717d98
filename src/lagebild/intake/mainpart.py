"""Finds the article among the pieces of a page.

Where the page makes it plain, by its layout or its metadata, its own structure says which
words are the main text; else trafilatura does. The structure then says where the article
begins and ends, what was lost (teasers, subheadings) and what stands inside it without
being part of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from lagebild.errors import InputError
from lagebild.intake.furniture import judge
from lagebild.intake.metadata import Metadata
from lagebild.intake.page import Piece, signature, signature_role
from lagebild.intake.paragraphs import Paragraph

#: Shorter than this, trafilatura's quick way may have taken a teaser for the article.
_LITTLE = 0.5
#: The share of what a page gives as its article's body that must stand on it as running text.
_STANDS = 0.8
#: The share of the page's running text that one element must hold to be the article without more ado.
_NEARLY_ALL = 0.8
#: How many pieces before and behind the text are looked at for its credits.
_CLOSE = 3
#: A piece counts as main text when this share of its word sequences is in trafilatura's output.
_SHARED = 0.6
#: An element with more than this share of the article's characters holds the article; what its names
#: say is about the page, not about the piece.
_HOLDS = 0.4
#: Elements above a piece whose names are asked what it is.
_NEAR = 5


def main_text(tree: etree._Element, pieces: Sequence[Piece], body: str | None = None) -> str:
    """The main text of a page, a line a paragraph; "" where none is found.

    Where one element holds nearly all running text of the page side by side, that is the article. A
    ``body`` (``Metadata.body``) counts where it stands on the page and is a good part of it. Else trafilatura,
    dear as it is: its quick way first; the thorough one where the page has much more running text.
    """
    prose = [i for i, piece in enumerate(pieces) if is_prose(piece)]
    there = sum(len(pieces[i].text) for i in prose)
    kept = _in_one_box(pieces, prose, there) | _of_body(pieces, prose, body or "", there)
    if not kept:
        return _by_trafilatura(tree, there)
    return "\n".join(pieces[i].text for i in sorted(kept | _credits(pieces, kept)))


def _in_one_box(pieces: Sequence[Piece], prose: Sequence[int], there: int) -> set[int]:
    """The paragraphs and lists side by side in the element that holds nearly all running text, if one does."""
    sizes: Counter[etree._Element] = Counter()
    for i in prose:
        if len(pieces[i].path) > 1:
            sizes[pieces[i].path[1]] += len(pieces[i].text)
    box, size = max(sizes.items(), key=lambda item: item[1], default=(None, 0))
    if box is None or size < _NEARLY_ALL * there:
        return set()
    return {i for i, piece in enumerate(pieces) if piece.link_share < 0.5 and _stands_in(piece, box)}


def _stands_in(piece: Piece, box: etree._Element) -> bool:
    """Whether a piece is a heading in the box, a paragraph right in it, or in a list or quotation there."""
    if piece.heading is not None:
        return box in piece.path[1:4]
    above = piece.path[1:3]
    if piece.tag not in ("p", "li", "blockquote", "div") or not above:
        return False
    return above[0] is box or (above[0].tag in ("ul", "ol", "blockquote") and above[-1] is box)


def _of_body(pieces: Sequence[Piece], prose: Sequence[int], body: str, there: int) -> set[int]:
    """The running text that the page gives as its article's body, if that stands on it."""
    if not body or len(body) < _LITTLE * there:
        return set()
    keep_shared([pieces[i] for i in prose], body)
    found = {i for i in prose if pieces[i].kept}
    return found if sum(len(pieces[i].text) for i in found) >= _STANDS * len(body) else set()


def _credits(pieces: Sequence[Piece], kept: set[int]) -> set[int]:
    """What stands close before and behind the text and is known for a byline, a date, a credit or furniture."""
    text = [i for i in kept if pieces[i].heading is None] or sorted(kept)
    first, last = min(text), max(text)
    close = {*range(max(0, first - _CLOSE), first), *range(last + 1, min(len(pieces), last + 1 + _CLOSE))}
    return {
        i
        for i in close
        if pieces[i].link_share < 0.5 and judge(Paragraph(pieces[i].text, 0)).kind is not None
    }


def _by_trafilatura(tree: etree._Element, there: int) -> str:
    """The main text by trafilatura, on a page with so many characters of running text."""
    import trafilatura

    best = ""
    for fast in (True, False):
        try:
            found = trafilatura.bare_extraction(
                tree, fast=fast, include_comments=False, include_tables=True, with_metadata=False
            )
        except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, etree.LxmlError):
            continue
        text = str(getattr(found, "text", None) or "")
        best = max(best, text, key=len)
        if len(best) >= _LITTLE * there:
            break
    return best


def article_paragraphs(pieces: Sequence[Piece], text: str, known: Metadata) -> list[tuple[str, str]]:
    """The article as (text, role) in reading order, the title first; roles are those of ``Paragraph``.

    Raises InputError when the page holds no article.
    """
    keep_shared(pieces, text)
    prose = [i for i, piece in enumerate(pieces) if piece.kept and is_prose(piece)]
    if not prose:
        raise InputError("no article on this page")
    title = _title(pieces, known, prose[0])
    holders = _holders([pieces[i] for i in prose])
    first = next((i for i in prose if title is None or i >= title.stop), prose[0])
    recover(pieces, first, prose[-1], holders)
    lede = _lede(pieces, title.stop if title else max(0, first - 15), first, known, holders)
    head = _head(pieces, title, known, holders)
    begin = title.stop if title and first >= title.stop else 0
    return head + _body(pieces[begin:], pieces[lede] if lede is not None else None, holders, known, head)


def keep_shared(pieces: Sequence[Piece], text: str) -> None:
    """Mark the pieces whose words trafilatura kept, by shared sequences of three words."""
    words = re.findall(r"\w+", text.lower())
    triples = set(zip(words, words[1:], words[2:], strict=False))
    lines = Counter(" ".join(re.findall(r"\w+", line.lower())) for line in text.splitlines())
    for piece in pieces:
        if len(piece.words) < 4:
            piece.kept = lines[" ".join(piece.words)] > 0
            continue
        own = list(zip(piece.words, piece.words[1:], piece.words[2:], strict=False))
        piece.kept = sum(triple in triples for triple in own) >= _SHARED * len(own)


def is_prose(piece: Piece) -> bool:
    """Running text rather than a title or list entry."""
    return piece.stopped and len(piece.words) >= 12 and piece.link_share < 0.5


def recover(pieces: Sequence[Piece], first: int, last: int, holders: Holders) -> None:
    """Keep what trafilatura lost between the first and the last paragraph: subheadings and paragraphs
    that stand beside kept ones in the page and look like them."""
    homes = Counter(piece.path[1] for piece in pieces[first : last + 1] if piece.kept and len(piece.path) > 1)
    for i in range(first, last + 1):
        piece = pieces[i]
        if piece.kept or len(piece.path) < 2 or piece.link_share > 0.3 or _role(piece, holders):
            continue
        beside = homes[piece.path[1]] > 0
        if piece.heading is not None and len(piece.words) <= 15:
            piece.kept = beside or _between_kept(pieces, i)
        elif piece.tag == "p" and is_prose(piece):
            piece.kept = beside


def _between_kept(pieces: Sequence[Piece], i: int) -> bool:
    return 0 < i < len(pieces) - 1 and pieces[i - 1].kept and pieces[i + 1].kept


def _title(pieces: Sequence[Piece], known: Metadata, first: int) -> range | None:
    """The pieces of the headline: those of the heading most like the titles of the metadata, an h1 before others."""
    best, best_score = None, 0.0
    for group in _headings(pieces[: first + 3]):
        words = [word for i in group for word in pieces[i].words]
        score = max((_alike(words, re.findall(r"\w+", t.lower())) for t in known.titles), default=0.0)
        score += 0.3 * (pieces[group.start].heading.tag == "h1")  # type: ignore[union-attr]
        if score > best_score + 0.01:
            best, best_score = group, score
    if best_score >= 0.5:
        return best
    above = [group for group in _headings(pieces[:first]) if first - group.stop < 12]
    return above[-1] if above and pieces[above[-1].start].heading.tag in ("h1", "h2") else None  # type: ignore[union-attr]


def _headings(pieces: Sequence[Piece]) -> list[range]:
    """The runs of pieces that stand in one heading element."""
    groups: list[range] = []
    for i, piece in enumerate(pieces):
        if piece.heading is None:
            continue
        if groups and groups[-1].stop == i and pieces[i - 1].heading is piece.heading:
            groups[-1] = range(groups[-1].start, i + 1)
        else:
            groups.append(range(i, i + 1))
    return groups


def _head(
    pieces: Sequence[Piece], title: range | None, known: Metadata, holders: Holders
) -> list[tuple[str, str]]:
    """Kicker and headline. A heading of several pieces is kicker and headline; so is a piece before it that the
    page names so."""
    if title is None:
        return [(known.title, "title")] if known.title else []
    parts = [pieces[i].text.strip(" -–|:") for i in title]
    kicker = " ".join(parts[:-1]) if len(parts) > 1 and len(pieces[title.start].words) <= 10 else ""
    before = pieces[title.start - 1] if title.start else None
    if not kicker and before and _role(before, holders) == "kicker" and len(before.words) <= 10:
        kicker = before.text
    headline = parts[-1] if len(parts) > 1 and kicker else " ".join(pieces[i].text for i in title)
    return [(kicker, "kicker"), (headline, "title")] if kicker else [(headline, "title")]


def _alike(a: Sequence[str], b: Sequence[str]) -> float:
    """Dice overlap of two bags of words."""
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / max(1, len(a) + len(b))


@dataclass(frozen=True)
class Holders:
    """The elements that hold a good part of the article, and the names that a good part of its paragraphs bear.

    What either says is about the page or its layout, not about one piece.
    """

    elements: frozenset[etree._Element]
    names: frozenset[str]

    def hold(self, element: etree._Element) -> bool:
        """Whether the element's names say nothing about a single piece in it."""
        return element in self.elements or signature(element) in self.names


def _holders(prose: Sequence[Piece]) -> Holders:
    sizes: Counter[etree._Element] = Counter()
    names: Counter[str] = Counter()
    for piece in prose:
        for element in piece.path:
            sizes[element] += len(piece.text)
        for name in {signature(element) for element in piece.path[:_NEAR]}:
            names[name] += len(piece.text)
    total = sum(len(piece.text) for piece in prose)
    return Holders(
        frozenset(element for element, size in sizes.items() if size > _HOLDS * total),
        frozenset(name for name, size in names.items() if name and size > _HOLDS * total),
    )


def _role(piece: Piece, holders: Holders) -> str:
    """What the page's markup says the piece is, "" where it is silent; the nearest element decides."""
    for n, element in enumerate(piece.path[:_NEAR]):
        if n and element in holders.elements:
            return ""
        if element.tag in ("figure", "figcaption"):
            return "caption"
        if element.tag in ("aside", "footer", "nav"):
            return "furniture"
        role = signature_role(element)
        if role and role != "title" and not holders.hold(element):
            return role
    return ""


def _lede(pieces: Sequence[Piece], begin: int, first: int, known: Metadata, holders: Holders) -> int | None:
    """The teaser between headline and text: named so by the page, or like its description, or alone there."""
    description = re.findall(r"\w+", (known.description or "").lower())
    candidates = [
        i
        for i in range(begin, min(first + 1, begin + 40))
        if _may_be_lede(pieces[i], holders) and not _says_title(pieces[i], known)
    ]
    for i in candidates:
        if _role(pieces[i], holders) == "lede" or _contained(pieces[i].words, description) > 0.8:
            return i
    return next(
        (i for i in candidates if i < first and pieces[i].tag in ("p", "h2", "h3", "div", "header")), None
    )


def _says_title(piece: Piece, known: Metadata) -> bool:
    """Whether a piece only repeats a title of the page."""
    return any(_alike(piece.words, re.findall(r"\w+", title.lower())) > 0.75 for title in known.titles)


def _may_be_lede(piece: Piece, holders: Holders) -> bool:
    if _role(piece, holders) not in ("", "lede") or piece.link_share > 0.3:
        return False
    if judge(Paragraph(piece.text, 0)).kind is not None:
        return False
    return 6 <= len(piece.words) <= 90 and (piece.stopped or len(piece.words) >= 8)


def _contained(words: Sequence[str], other: Sequence[str]) -> float:
    """Share of ``words`` that is in ``other``, as bags."""
    return sum((Counter(words) & Counter(other)).values()) / max(1, len(words))


def _body(
    pieces: Sequence[Piece],
    lede: Piece | None,
    holders: Holders,
    known: Metadata,
    head: Sequence[tuple[str, str]],
) -> list[tuple[str, str]]:
    """Lede and kept pieces in order with their roles. What was said before word for word, and lines that only
    repeat the title, are left out."""
    said = {text for text, _ in head}
    found: list[tuple[str, str]] = []
    for piece in pieces:
        if not (piece.kept or piece is lede):
            continue
        role = "teaser" if piece is lede else _paragraph_role(piece, holders)
        if len(piece.words) > 3:
            if piece.text in said or (
                len(piece.words) <= 25 and piece is not lede and _says_title(piece, known)
            ):
                continue
            if role in ("", "heading", "teaser"):
                said.add(piece.text)
        found.append((piece.text, role))
    return found


def _paragraph_role(piece: Piece, holders: Holders) -> str:
    role = _role(piece, holders)
    if role in ("furniture", "caption", "byline", "dateline"):
        return role
    if piece.link_share > 0.8:
        return "link"
    if piece.heading is not None:
        return "heading"
    if any(e.tag == "li" for e in takewhile(lambda e: e not in holders.elements, piece.path)):
        return "link" if piece.link_share > 0.4 and not piece.stopped else "item"
    return ""


def as_paragraphs(parts: Sequence[tuple[str, str]]) -> tuple[str, list[Paragraph]]:
    """The canonical text of a page, paragraphs joined by line ends, and the paragraphs in it."""
    found: list[Paragraph] = []
    offset = 0
    for text, role in parts:
        found.append(Paragraph(text, offset, role))
        offset += len(text) + 1
    return "\n".join(text for text, _ in parts), found
