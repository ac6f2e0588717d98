"""Counts the nouns and verbs of the speeches for the compound splitter.

    python training/compounds.py

Reads ``../shared/data/text/bundestag.txt.gz`` (official works, public domain) and writes
``weights/nouns.tsv.gz``: lemmas with rounded counts. A word counts as a noun when it stands with a capital
letter at least three times as often as without.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict

from lagebild.language.de.lemma import shipped
from lemma import WEIGHTS, word_counts

#: Least count of a noun and of an infinitive.
NOUN, VERB = 6, 60


def main() -> None:
    counts = word_counts(limit=12_000_000)
    lemmatiser = shipped()
    nouns: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for word, count in counts.items():
        if not word.isalpha() or len(word) < 3:
            continue
        if word[0].isupper() and not word.isupper() and counts[word.lower()] * 3 < count:
            nouns[lemmatiser.lemma(word, "NN").lower()] += count
        elif word.islower() and word.endswith(("en", "ern", "eln")) and count >= VERB:
            verbs[word] += count
    lines = []
    for kind, table, least in (("N", nouns, NOUN), ("V", verbs, VERB)):
        by_count: dict[int, list[str]] = defaultdict(list)
        for word, count in table.items():
            if count >= least:
                by_count[int(float(f"{count:.1g}"))].append(word)
        lines += [f"{kind}\t{count}\t{' '.join(sorted(words))}" for count, words in sorted(by_count.items())]
    path = WEIGHTS / "nouns.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf8"), 9, mtime=0))
    print(f"{path.name}: {len(nouns)} nouns seen, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
