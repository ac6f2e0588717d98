"""Small files joined as they come: a writer adds a file to a folder with every flush, and readers open them all."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

import pyarrow as pa

from lagebild.store.files import read_file
from lagebild.store.journal import Change
from lagebild.store.schema import TABLES

#: Files of a folder that are left beside one another; one more, and they are joined.
FEW = 8
#: Bytes of a file that is left alone: joining larger ones would need too much memory.
LARGE = 16_000_000


class Folders:
    """What lies in the folders that a writer adds to. Only he changes them meanwhile: he holds the store.

    A folder of n flushes has about ``FEW`` + log₂ n files, and each row is written again about log₂ n times.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[str, dict[str, int]] = {}

    def to_join(self, folder: str, gone: Collection[str]) -> list[str]:
        """The files, relative to the store, that the next one of this folder shall take in; ``gone`` go anyway.

        The smallest ones, and larger ones as long as those before make up as much.
        """
        sizes = {name: size for name, size in self._in(folder).items() if size < LARGE and name not in gone}
        if len(sizes) < FEW:
            return []
        found: list[str] = []
        total = 0
        for name, size in sorted(sizes.items(), key=lambda item: (item[1], item[0])):
            if (len(found) >= FEW and size > total) or total + size > LARGE:
                break
            found.append(name)
            total += size
        return sorted(found) if len(found) > 1 else []

    def read(self, table: str, names: list[str]) -> list[pa.Table]:
        """The rows of these files; none at all when one is damaged: that one is left out from now on."""
        found = []
        for name in names:
            try:
                found.append(read_file(self._root / name).cast(TABLES[table]))
            except (OSError, pa.ArrowException):
                self._in(os.path.dirname(name)).pop(name, None)
                return []
        return found

    def follow(self, change: Change) -> None:
        """Note what a change that was made added and took away."""
        for names, is_there in ((change.adds, True), (change.deletes, False)):
            for name in names:
                folder = self._folders.get(os.path.dirname(name))
                if folder is None:
                    continue  # it will be looked at when it is needed
                if is_there:
                    folder[name] = (self._root / name).stat().st_size
                else:
                    folder.pop(name, None)

    def _in(self, folder: str) -> dict[str, int]:
        found = self._folders.get(folder)
        if found is None:
            paths = (self._root / folder).glob("*.parquet")
            found = {f"{folder}/{path.name}": path.stat().st_size for path in paths}
            self._folders[folder] = found
        return found
