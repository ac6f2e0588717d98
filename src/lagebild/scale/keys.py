"""The journal of documents that were dealt with, so that a stopped run goes on where it was."""

from __future__ import annotations

import os
from pathlib import Path


class Keys:
    """Keys of documents (``Document.key``) that are stored or quarantined.

    Appended only after the store has their records on disk: a crash in between has a document
    read again, never lost, and the store knows it when it comes a second time. Memory: about
    100 bytes a document.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: set[bytes] = set()
        if path.exists():
            # A line cut short by a crash is no key, and is left out.
            self._known = {
                bytes.fromhex(line) for line in path.read_text("ascii", "replace").split() if _whole(line)
            }

    def __contains__(self, key: str) -> bool:
        return bytes.fromhex(key) in self._known

    def add(self, keys: list[str]) -> None:
        """Note documents as dealt with; on disk when this returns."""
        new = [key for key in keys if key not in self]
        if not new:
            return
        with self.path.open("a", encoding="ascii") as file:
            # Begin on a line of its own, whatever a crash left behind.
            file.write("\n" + "\n".join(new) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self._known.update(bytes.fromhex(key) for key in new)


def _whole(line: str) -> bool:
    return len(line) == 24 and all(c in "0123456789abcdef" for c in line)
