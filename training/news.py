"""Trees of news sentences, corrected by hand, as stand-off: the sentences themselves stay where they are.

`trees/news.tsv` has a line for each sentence: the first twelve digits of the SHA-1 of its words (joined by blanks),
`train` or `report`, the head of each word (counted from 1, the root's is 0), the relations, and what else was
corrected (``12:tag=PTKVZ 5:Case=Dat``). The words are found again in the raw text by that key, so that no text of others
is kept here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import text
from corpus import SINGLE, Sentence

TREES = Path(__file__).resolve().parent / "trees/news.tsv"
#: A word of whose features nothing is said.
UNSAID: dict[str, str | None] = {**dict.fromkeys(SINGLE), "Rest": None}


def key(words: list[str]) -> str:
    """What a sentence is known by."""
    return hashlib.sha1(" ".join(words).encode(), usedforsecurity=False).hexdigest()[:12]


def news_trees(data: Path, part: str) -> list[Sentence]:
    """The corrected sentences of `part` (``train``, ``report``) that the raw text has, in the order of the file."""
    words = _words(data)
    lines = {line.split("\t", 1)[0]: line for line in _lines() if line.split("\t")[1] == part}
    return [_sentence(words[name], line) for name, line in lines.items() if name in words]


@cache
def _words(data: Path) -> dict[str, list[str]]:
    """The words of every sentence that has a tree, by its key."""
    wanted = {line.split("\t", 1)[0] for line in _lines()}
    return {name: found for found in text.news(data) if (name := key(found)) in wanted}


def _lines() -> Iterator[str]:
    for line in TREES.read_text(encoding="utf8").split("\n"):
        if line and not line.startswith("#"):
            yield line


def _sentence(words: list[str], line: str) -> Sentence:
    _, _, heads, labels, corrections = line.split("\t")
    size = len(words)
    tags: list[str | None] = [None] * size
    morph: list[dict[str, str | None] | None] = [None] * size
    for correction in corrections.split():
        place, value = correction.split(":")
        name, value = value.split("=")
        if name == "tag":
            tags[int(place) - 1] = value
        else:
            morph[int(place) - 1] = {**UNSAID, **(morph[int(place) - 1] or {}), name: value}
    places = [int(head) - 1 for head in heads.split()]
    return Sentence(
        words, tags, [None] * size, morph, [i if h < 0 else h for i, h in enumerate(places)],
        list(labels.split()), None, "news",
    )  # fmt: skip
