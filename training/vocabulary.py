"""Word types of the training text as rows of numbers: hashed features and lexicon readings."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import numpy as np

from lagebild.language.de.network.features import FEATURES, hashes

#: Rows of the teacher's hash tables, in the order of FEATURES.
TEACHER_ROWS = (60_000, 600, 8_000, 20_000, 30_000, 40_000, 8_000, 30_000, 1_500)
READINGS = 320
MOST_READINGS = 24


def lexicon_readings(data: Path) -> dict[str, list[int]]:
    """Readings of every form of the morphology list, as ids of its `READINGS` commonest tags.

    The teachers read these; they never ship, and neither does the list.
    """
    forms: dict[str, list[str]] = {}
    with gzip.open(data / "morphology/forms.tsv.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            form, _, tags = line.rstrip("\n").split("\t")
            forms.setdefault(form, []).extend(
                tag for tag in tags.split() if tag.count(":") and tag[0].isupper()
            )
    common = [tag for tag, _ in Counter(tag for tags in forms.values() for tag in tags).most_common(READINGS)]
    ids = {tag: i + 1 for i, tag in enumerate(common)}
    return {form: sorted({ids[tag] for tag in tags if tag in ids}) for form, tags in forms.items()}


def readings_of(word: str, forms: dict[str, list[int]]) -> list[int]:
    """Ids of a word's readings; those of its lower-cased form count apart; 0 is none."""
    if not forms:
        return [0]
    found = list(forms.get(word, ()))
    if not found and "-" in word:
        found = list(forms.get(word.rsplit("-", 1)[-1], ()))
    if not found and word[:1].isupper():
        ends = (word[i:].capitalize() for i in range(3, len(word) - 3))
        found = next((list(forms[end]) for end in ends if end in forms), [])
    low = word.lower()
    if low != word:
        found += [reading + READINGS for reading in forms.get(low, ())]
    return (found or [0])[:MOST_READINGS]


class Vocabulary:
    """Types met so far; `features` and `readings` are arrays with a row for each.

    Without `data` there are no readings: the student has none.
    """

    def __init__(self, data: Path | None = None) -> None:
        self.ids: dict[str, int] = {}
        self.words: list[str] = []
        self.rows: list[list[int]] = []
        self.found: list[list[int]] = []
        self.forms = lexicon_readings(data) if data is not None else {}

    def __call__(self, words: list[str]) -> list[int]:
        return [self._id(word) for word in words]

    def _id(self, word: str) -> int:
        known = self.ids.get(word)
        if known is None:
            known = self.ids[word] = len(self.words)
            self.words.append(word)
            self.rows.append(hashes(word))
            readings = readings_of(word, self.forms)
            self.found.append(readings + [-1] * (MOST_READINGS - len(readings)))
        return known

    def features(self, rows: tuple[int, ...]) -> np.ndarray:
        """Row numbers in one long table: the tables of the features one after another."""
        start = np.cumsum((0, *rows[:-1]))
        hashed = np.array(self.rows, dtype=np.int64).reshape(-1, len(FEATURES))
        return hashed % np.array(rows) + start

    def readings(self) -> np.ndarray:
        """Ids of readings, padded with the id that means nothing (2 · READINGS + 1)."""
        found = np.array(self.found, dtype=np.int64).reshape(-1, MOST_READINGS)
        return np.where(found < 0, 2 * READINGS + 1, found)
