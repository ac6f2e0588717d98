"""The most frequent verbs and nouns of a corpus that no event predicate and no decided non-event claims.

    python evaluation/predicate_coverage.py TEXTS.jsonl.gz [--documents 200] [--top 200]

TEXTS holds a JSON object a line with ``text`` or ``originalText``. Prints the share of tokens that the lexicon knows,
then the unclaimed ones by frequency: those are to be decided, as predicate (``lexicon/events/<type>.tsv``) or
as no event (``nonevents.tsv``, with the reason). Nouns are listed only where their form says that somebody does
something (*-ung, -tion, Ge-, -fall, infinitives*), as most other nouns are things.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lagebild
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.words import noun_predicates

DEED = (
    "ung",
    "tion",
    "en",
    "fall",
    "schlag",
    "zug",
    "bruch",
    "griff",
    "tritt",
    "kauf",
    "stoß",
    "gang",
    "streit",
    "ade",
)


def texts(path: Path, most: int) -> Iterator[str]:
    """The texts of the first documents of a JSONL file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        for line in itertools.islice(lines, most):
            entry = json.loads(line)
            yield entry.get("text") or entry["originalText"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--top", type=int, default=200)
    options = parser.parse_args()
    nlp = lagebild.load("de")
    claimed: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    open_: dict[str, Counter[str]] = {"v": Counter(), "n": Counter()}
    for doc in nlp.pipe(texts(options.texts, options.documents), batch_size=16):
        for clause in (*doc._.clauses, *doc._.infinitives):
            if clause.copula is None and clause.predicate.pos_ == "VERB":
                _count(
                    "v",
                    clause.lemma.lower(),
                    clause.lemma.lower() in lexicon.verbs(),
                    claimed,
                    decided,
                    open_,
                )
        for token in doc:
            if token.tag_ == "NN":
                known = bool(noun_predicates(token.text, token.lemma_)[0])
                if known or token.lemma_.endswith(DEED) or token.lemma_.startswith("Ge"):
                    _count("n", token.lemma_, known, claimed, decided, open_)
    for pos, name in (("v", "verbs"), ("n", "nouns of deeds")):
        total = claimed[pos] + decided[pos] + sum(open_[pos].values())
        print(
            f"{name}: {claimed[pos] / max(1, total):.1%} predicates, {decided[pos] / max(1, total):.1%} decided"
        )
        for word, count in open_[pos].most_common(options.top):
            print(f"{count:5} {word}")


def _count(
    pos: str,
    word: str,
    known: bool,
    claimed: Counter[str],
    decided: Counter[str],
    open_: dict[str, Counter[str]],
) -> None:
    if known:
        claimed[pos] += 1
    elif word.lower() in lexicon.nonevents(pos):
        decided[pos] += 1
    else:
        open_[pos][word] += 1


if __name__ == "__main__":
    main()
