"""Inputs that could not be read, kept with the reason so that they can be tried again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from lagebild.intake import Document, Failure
from lagebild.intake.documents import is_url
from lagebild.intake.source import SUFFIX, Link, Named, Origin
from lagebild.store.journal import write_whole

#: What a failure has in place of a file when it has no content.
_NONE = "-"
_FILE = re.compile(r"[0-9a-f]{20}(\.[a-z]+)")
_KINDS = {suffix: kind for kind, suffix in SUFFIX.items()}


class _Entry(NamedTuple):
    """A line of the index."""

    file: str
    name: str
    reason: str
    origin: str

    @classmethod
    def of(cls, line: str) -> _Entry | None:
        """The entry of a line; None for one that a crash cut short."""
        cells = [*line.split("\t"), ""][:4]
        return cls(*cells) if len(cells) == 4 else None

    def document(self, folder: Path) -> Named | None:
        """What is to be tried again: the kept bytes as they came, or the page at an address."""
        try:
            name = json.loads(f'"{self.name}"')
            origin = Origin(**json.loads(self.origin)) if self.origin else Origin(uri=name)
            found = _FILE.fullmatch(self.file)
            if found:
                return Document(origin, (folder / self.file).read_bytes(), _KINDS[found[1]])
        except (ValueError, TypeError, KeyError, OSError):
            return None
        return Link(origin) if is_url(origin.uri) else None


class Quarantine:
    """The folder ``STORE/quarantine``: each failed document as a file, and ``index.tsv``: file, input, reason, origin.

    ``lagebild ingest STORE/quarantine --into STORE`` tries them again, each as what it was: at its address, with
    the date and title that its feed gave it. What is read then leaves the quarantine. Files and archives that
    could not be opened are named only.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index = folder / "index.tsv"
        self._tried: set[tuple[str, str]] = set()
        self._solved: set[tuple[str, str]] = set()

    def put(self, failure: Failure) -> None:
        """Keep a failed document; one without content is only named in the index."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = _NONE
        if failure.raw:
            file = _file(failure.raw, failure.suffix)
            (self.folder / file).write_bytes(failure.raw)
        known = {key: value for key, value in asdict(failure.origin or Origin()).items() if value}
        entry = _Entry(file, _cell(failure.name), _cell(failure.reason), json.dumps(known) if known else "")
        with self._index.open("a", encoding="utf8") as index:
            index.write("\t".join(entry) + "\n")

    def is_at(self, name: str) -> bool:
        """Whether an input is this folder."""
        return self._index.exists() and Path(name).exists() and self.folder.samefile(name)

    def again(self) -> Iterator[Named]:
        """Everything in it that can be tried again, the documents marked as such."""
        for entry in self._entries():
            found = entry.document(self.folder)
            if found is not None:
                self._tried.add((entry.file, entry.name))
                yield found

    def is_tried(self, document: Document) -> bool:
        """Whether a document comes from here: what an earlier run knows of it does not count."""
        return bool(self._tried) and not self._tried.isdisjoint(_places(document))

    def solved(self, document: Document) -> None:
        """Note that a document is dealt with; ``settle`` takes it out."""
        if self._tried:
            self._solved.update(self._tried.intersection(_places(document)))

    def settle(self) -> None:
        """Take out what was solved; each failure is named once, with its last reason."""
        if not self._solved:
            return
        left = [entry for entry in self._entries() if (entry.file, entry.name) not in self._solved]
        write_whole(self._index, "".join("\t".join(entry) + "\n" for entry in left))
        kept = {entry.file for entry in left}
        for file, _ in self._solved:
            if file not in kept and file != _NONE:
                (self.folder / file).unlink(missing_ok=True)
        self._tried.clear()
        self._solved.clear()

    def _entries(self) -> list[_Entry]:
        """The last entry of each document, in the order in which they first failed."""
        found: dict[tuple[str, str], _Entry] = {}
        for line in self._index.read_text("utf8", "replace").split("\n") if self._index.exists() else ():
            entry = _Entry.of(line)
            if entry is not None:
                found[entry.file, entry.name] = entry
        return list(found.values())


def _file(raw: bytes, suffix: str) -> str:
    return hashlib.blake2b(raw, digest_size=10).hexdigest() + suffix


def _cell(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _places(document: Document) -> set[tuple[str, str]]:
    """Where a document may stand in the index: by its content, and by the address that could not be fetched."""
    name = _cell(document.origin.uri or "-")
    return {(_file(document.raw, document.suffix), name), (_NONE, name)}
