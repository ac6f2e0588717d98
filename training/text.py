"""Raw German text for pre-training and silver: sentences as lists of words.

The splitter is rough on purpose: it only has to give many plausible sentences. The
package's own tokeniser is used for reading, not here.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

TOKEN = re.compile(
    r"\d{1,2}\.(?=\s+[A-ZÄÖÜa-zäöü])"  # 20. Wahlperiode
    r"|\b(?:z\.\s?B|d\.\s?h|u\.\s?a|z\.\s?T|[A-Z])\.(?=\s)"  # abbreviations, initials
    r"|\b(?:Dr|Prof|Nr|Art|Abs|ca|bzw|usw|etc|Mio|Mrd|St|vgl|Hr|Fr|sog|inkl|evtl)\."
    r"|\d+(?:[.,:]\d+)*"
    r"|\w+(?:[-'’:*]\w+)*-?"
    r"|-\w+|\.\.\.|--|[^\w\s]"
)
END = {".", "!", "?", "…"}
CLOSERS = {'"', "“", "”", "«", "»", "'", ")", "]", "’", "‘"}
FUSED = {
    "am": ("an", "dem"), "im": ("in", "dem"), "zum": ("zu", "dem"), "zur": ("zu", "der"),
    "vom": ("von", "dem"), "beim": ("bei", "dem"), "ins": ("in", "das"), "ans": ("an", "das"),
}  # fmt: skip


def sentences_of(text: str) -> Iterator[list[str]]:
    """Sentences of running text; a line break ends one."""
    for line in text.split("\n"):
        words: list[str] = []
        tokens = TOKEN.findall(line)
        for i, token in enumerate(tokens):
            words.append(token)
            following = tokens[i + 1] if i + 1 < len(tokens) else ""
            ended = token in END or (token in CLOSERS and len(words) > 1 and words[-2] in END)
            if (
                ended
                and following not in CLOSERS
                and (not following or following[0].isupper() or not following[0].isalnum())
            ):
                yield words
                words = []
        if words:
            yield words


def unfuse(words: list[str], draw: random.Random) -> list[str]:
    """Some sentences with ``am`` written as ``an dem``, as treebanks have it."""
    if draw.random() > 0.35:
        return words
    out: list[str] = []
    for word in words:
        if word.lower() in FUSED:
            first, second = FUSED[word.lower()]
            out += [first.capitalize() if word[0].isupper() else first, second]
        else:
            out.append(word)
    return out


def json_lines(path: Path) -> Iterator[dict]:
    """The objects of a file of JSON lines, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)


def news(data: Path) -> Iterator[list[str]]:
    """Wikinews articles, SmartData news and tweets, GermEval and WikiANN sentences."""
    for part in ("train", "dev"):
        for document in json_lines(data / f"quotes/{part}.jsonl.gz"):
            for sentence in document["sentences"]:
                yield list(sentence["tokens"])
            yield from sentences_of(
                re.sub(r" \(\d{4}-\d\d-\d\d\)$", "", document["documentName"].split(" - ", 1)[-1])
            )
    for name in ("ner/train.jsonl", "ner/germeval.jsonl", "ner/wikiann.jsonl.gz"):
        for document in json_lines(data / name):
            yield from sentences_of(document["text"])
    for path in sorted((data / "articles").glob("[0-9]*.txt")):
        yield from sentences_of(path.read_text(encoding="utf8"))


def speeches(data: Path) -> Iterator[list[str]]:
    """Bundestag speeches, public domain."""
    with gzip.open(data / "text/bundestag.txt.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            yield from sentences_of(line)
