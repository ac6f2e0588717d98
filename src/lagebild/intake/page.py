"""A web page as a list of pieces: every stretch of text between block borders, with its place in the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from lxml import etree
from lxml import html as markup

from lagebild.errors import InputError
from lagebild.lexicon import table

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_SKIPPED = frozenset((
    "audio", "button", "canvas", "dialog", "embed", "head", "iframe", "input", "math", "nav", "noscript", "object",
    "option", "script", "select", "style", "svg", "template", "textarea", "video",
))  # fmt: skip
#: Elements in running text that pages use for a kicker inside a headline.
_INLINE = frozenset({"span", "strong", "em", "b", "small"})
#: Elements that nobody reads. Drawings stay, without their strokes: by the icons in it trafilatura
#: tells a list of links from one of text.
_TEXTLESS = (
    *sorted(_SKIPPED - {"svg"}),
    *("area", "col", "g", "img", "link", "map", "meta", "param", "path", "source", "track", "wbr"),
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Whole class names that hide an element from sight, in the frameworks in use.
_HIDDEN = re.compile(
    r"(?:is-|u-|d-)?(?:hidden|visually-?hidden|invisible|sr-only|screen-?reader(?:-text|-only)?|print-only|d-none|a11y-hidden)",
    re.I,
)
#: Spoken by screen readers behind a link.
_NEW_WINDOW = re.compile(r"\s?\((?:öffnet|Link öffnet) (?:in|im) (?:einem )?neue[mn] (?:Fenster|Tab)\)", re.I)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
#: Attributes in which pages name their elements.
_NAMING = ("class", "id", "itemprop", "data-testid", "data-component", "data-type", "role")
_NAME = re.compile(r"[a-z0-9äöüß]+")
_WORD = re.compile(r"\w+")
_STOPPED = re.compile(r"[.!?…:]['\"“”’»«›‹)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"“”’»«)]*$")
_CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Elements of a page beyond which it is no article page but an attack or a data dump.
_ELEMENTS = 200_000


@dataclass(eq=False)
class Piece:
    """Text between two block borders, white space folded.

    ``tag`` is the nearest block element, ``path`` all elements above it from the inside out,
    ``linked`` the number of characters inside links.
    """

    text: str
    tag: str
    path: list[etree._Element] = field(repr=False)
    linked: int = 0
    kept: bool = False

    @cached_property
    def heading(self) -> etree._Element | None:
        """The heading element that it stands in."""
        return next((e for e in self.path[:6] if e.tag in HEADINGS), None)

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return _WORD.findall(self.text.lower())

    @property
    def link_share(self) -> float:
        """How much of it is link text, 0 to 1."""
        return self.linked / max(1, len(self.text))

    @property
    def stopped(self) -> bool:
        """It ends like a sentence."""
        return _STOPPED.search(self.text[-40:]) is not None


def parse(text: str) -> etree._Element:
    """The tree of a page. Raises InputError when there is nothing in it or far too much."""
    parser = markup.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = markup.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("no article on this page: it is empty or no HTML") from error
    if tree.xpath("count(//*)") > _ELEMENTS:
        raise InputError(f"this page has more than {_ELEMENTS:,} elements; that is no article page")
    return tree


def prune(tree: etree._Element) -> None:
    """Take out of the tree what holds no text for readers: most elements of a page, and all later steps are faster."""
    etree.strip_elements(tree, *_TEXTLESS, with_tail=False)


def pieces(tree: etree._Element) -> list[Piece]:
    """The pieces of the page's body in order; scripts, navigation, buttons and hidden parts left out."""
    body = tree.find("body")
    walker = _Walker()
    walker.walk(tree if body is None else body)
    return walker.pieces


class _Walker:
    """Gathers running text until a block border cuts it."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._stack: list[etree._Element] = []
        #: for each element of the stack: whether it parts text, whether it is a link to elsewhere
        self._marks: list[tuple[bool, bool]] = []
        self._text: list[str] = []
        self._linked = 0
        self._links = 0

    def walk(self, root: etree._Element) -> None:
        """Walk the tree without recursion: pages nest as deep as they like."""
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            tag = element.tag
            if not isinstance(tag, str):
                continue
            if event == "start":
                if tag in _SKIPPED or _is_hidden(element):
                    events.skip_subtree()
                    self._stack.append(element)
                    self._marks.append((tag in _BLOCKS, False))
                    continue
                self._open(element, tag)
            else:
                self._close()
                if element is not root and element.tail:
                    self._add(element.tail)
        self._cut()

    def _open(self, element: etree._Element, tag: str) -> None:
        parts = tag in _BLOCKS or (tag in _INLINE and signature_role(element) == "kicker")
        away = tag == "a" and _leads_away(element)
        if parts:
            self._cut()
        self._stack.append(element)
        self._marks.append((parts, away))
        if away:
            self._links += 1
        if tag == "br":
            self._line_break(element)
        if element.text:
            self._add(element.text)

    def _close(self) -> None:
        parts, away = self._marks.pop()
        if parts:
            self._cut()
        if away:
            self._links -= 1
        self._stack.pop()

    def _add(self, text: str) -> None:
        self._text.append(text)
        if self._links:
            self._linked += len(text.strip())

    def _line_break(self, element: etree._Element) -> None:
        """A double break parts paragraphs; so does a single one behind a long sentence."""
        previous = element.getprevious()
        double = previous is not None and previous.tag == "br" and not (previous.tail or "").strip()
        so_far = "".join(self._text).strip()
        if double or (len(so_far) > 100 and _SENTENCE_END.search(so_far[-40:])):
            self._cut(self._stack[:-1])
        else:
            self._text.append(" ")

    def _cut(self, stack: list[etree._Element] | None = None) -> None:
        if not self._text:
            return
        text = "".join(self._text)
        if not text.isascii():
            text = _INVISIBLE.sub("", text)
        text = " ".join(text.split())
        if "(" in text:
            text = _NEW_WINDOW.sub("", text)
        if text:
            path = list(reversed(self._stack if stack is None else stack))
            tag = next((e.tag for e in path if e.tag in _BLOCKS), "body")
            self.pieces.append(Piece(text, tag, path, min(self._linked, len(text))))
        self._text = []
        self._linked = 0


def signature(element: etree._Element) -> str:
    """The names that the page gives an element, as ``-lower-case-words-``."""
    names = " ".join([value for key in _NAMING if (value := element.get(key))])
    return _signature(names) if names else ""


@lru_cache(maxsize=1 << 14)
def _signature(names: str) -> str:
    return "-" + "-".join(_NAME.findall(_CAMEL.sub("-", names[:400]).lower())) + "-"


@cache
def _vocabulary() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {row["name"]: row["role"] for row in table("furniture/markup.tsv", ("name", "role"))}
    names = "|".join(map(re.escape, sorted(roles, key=lambda name: (-len(name), name))))
    return re.compile(f"(?<=-)(?:{names})(?=-)"), roles


def signature_role(element: etree._Element) -> str:
    """The role that an element's names announce, "" where they announce none; furniture outranks, else the last."""
    return _role_of(signature(element))


@lru_cache(maxsize=1 << 14)
def _role_of(names: str) -> str:
    pattern, roles = _vocabulary()
    found = [roles[name] for name in pattern.findall(names)]
    return "furniture" if "furniture" in found else found[-1] if found else ""


def _leads_away(element: etree._Element) -> bool:
    """A link to another page; jumps inside the page do not count."""
    return bool(element.get("href")) and not element.get("href", "").startswith("#")


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _CONCEALED.search(style):
        return True
    names = element.get("class")
    return bool(names) and _names_hide(names) and element.tag not in ("body", "main", "article")


@lru_cache(maxsize=1 << 14)
def _names_hide(names: str) -> bool:
    """Whether one of these class names hides what bears it."""
    return any(_HIDDEN.fullmatch(name) for name in names.split())
