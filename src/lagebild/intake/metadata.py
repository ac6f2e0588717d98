"""What a page says of itself: title, description, publisher, publication date, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from lagebild.intake.published import from_title, iso_day

_ARTICLE = re.compile(r"\w*(?:Article|Posting|Report)$")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dcterms.created",
    "dc.date.issued", "dcterms.date", "publish-date", "publication_date", "pubdate", "cxenseparse:recs:publishtime",
    "parsely-pub-date", "sailthru.date", "last-modified-date", "date.created", "created",
)  # fmt: skip


@dataclass(frozen=True)
class Metadata:
    """Facts of a page's head; None where it does not say. ``published`` is an ISO day.

    ``body`` is the text of the article as its JSON-LD gives it (schema.org's ``articleBody``).
    """

    title: str | None = None
    description: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None
    titles: tuple[str, ...] = ()


def metadata(tree: etree._Element) -> Metadata:
    """Read a page's head: JSON-LD of the article first, then meta elements, then the article's first ``<time>``."""
    metas = _metas(tree)
    article = _main_article(tree)
    site = metas.get("og:site_name") or _publisher(article) or metas.get("application-name")
    titles = [
        metas.get("og:title"),
        _string(article.get("headline")),
        metas.get("twitter:title"),
        _title(tree),
    ]
    found = tuple(dict.fromkeys(_without_site(t, site) for t in titles if t))
    return Metadata(
        title=found[0] if found else None,
        description=metas.get("og:description")
        or metas.get("description")
        or _string(article.get("description")),
        publisher=_publisher(article) or metas.get("og:site_name") or metas.get("application-name"),
        published=_published(tree, metas, article)
        or next(filter(None, map(from_title, filter(None, titles))), None),
        language=(tree.get("lang") or metas.get("og:locale") or "")[:2].lower() or None,
        url=metas.get("og:url"),
        body=_string(article.get("articleBody")),
        titles=found,
    )


def _metas(tree: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _published(tree: etree._Element, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    """The publication day. Dates of teasers, comments and updates are other dates and do not count."""
    if day := iso_day(_string(article.get("datePublished")) or ""):
        return day
    for name in _DATE_METAS:
        if day := iso_day(metas.get(name, "")):
            return day
    for time in tree.iter("time"):
        names = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
        inside_teaser = any(e.tag in ("aside", "nav", "footer", "li", "a") for e in time.iterancestors())
        if "modif" in names or "update" in names or (inside_teaser and "publish" not in names):
            continue
        if day := iso_day(time.get("datetime") or ""):
            return day
    return None


def _main_article(tree: etree._Element) -> dict[str, Any]:
    """The JSON-LD object of the page's article, {} where there is none.

    Lists of other articles (ItemList, related) stand below it and are not looked into.
    """
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        found += _articles(_loads(script.text), 0)
    dated = [item for item in found if _string(item.get("datePublished"))]
    return next(iter(dated or found), {})


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in kinds):
            yield value
            return
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(key), depth + 1)


def _loads(text: str) -> Any:
    """JSON as pages write it: with raw line breaks and comment marks around it; None where it is none."""
    text = re.sub(r"^\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$", "", text.strip())
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _publisher(article: dict[str, Any]) -> str | None:
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _string(publisher.get("name")) if isinstance(publisher, dict) else _string(publisher)


def _title(tree: etree._Element) -> str | None:
    title = tree.find(".//title")
    return " ".join(title.text_content().split()) if title is not None else None


def _string(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _without_site(title: str, site: str | None) -> str:
    """The title without the name of the site behind it (*… | taz.de*, *… - WELT*)."""
    parts = re.split(r"\s+[|–—-]\s+", title)
    while len(parts) > 1 and _is_site(parts[-1], site):
        parts.pop()
    return title[: title.rfind(parts[-1]) + len(parts[-1])] if len(parts) > 1 else parts[0]


def _is_site(part: str, site: str | None) -> bool:
    """A last part that names the site: like the site name, a domain, a date, or one or two words in capitals."""
    bare = re.sub(r"\W", "", part).lower()
    if site and bare and (bare in re.sub(r"\W", "", site).lower() or re.sub(r"\W", "", site).lower() in bare):
        return True
    return bool(
        re.fullmatch(
            r"[\w-]+\.(?:de|com|org|net|at|ch|eu|info)|[A-Z]{2,6}|\d{1,2}\.\d{1,2}\.\d{4}",
            part,
            re.I if "." in part else 0,
        )
    )
