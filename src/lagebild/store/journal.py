"""Changes to a store that happen whole or not at all.

A change writes its files into ``.staging/``, flushes them to disk, and then writes one
journal entry that lists what is to be moved in and what is to be taken out. The entry is
the moment of truth: from then on the change is made, and if the program dies before all
files are in place, the next one that opens the store finishes it. Files of a change
without an entry are thrown away.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lagebild.errors import StoreError

try:
    import fcntl
except ImportError:  # pragma: no cover – Windows has no flock; one writer is then the user's care
    fcntl = None  # type: ignore[assignment]

STAGING = ".staging"
JOURNAL = ".journal"
#: Locked by who reads or changes the set of files; has one line for every change.
FILES = ".files"


@contextmanager
def writer_lock(root: Path) -> Iterator[None]:
    """Hold the store for writing; raises StoreError when another program holds it."""
    with (root / ".writer").open("a") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise StoreError(
                    f"{root} is being written to by another program; wait for it to end, then try again"
                ) from error
        yield


@contextmanager
def files_lock(root: Path, *, exclusive: bool) -> Iterator[None]:
    """Readers share the set of files; a change takes it alone for the moment of the moves."""
    try:
        file = (root / FILES).open("a")
    except OSError:  # a store on a read-only disk is not being changed
        yield
        return
    with file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
        yield


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C, and SIGTERM where it is to do the same, until the block has ended: then it is raised.

    A change that was interrupted half way would be finished by the next opener and made once more by this one.
    """
    came: list[int] = []
    held = [signal.SIGINT, signal.SIGTERM] if threading.current_thread() is threading.main_thread() else []
    held = [each for each in held if signal.getsignal(each) is signal.default_int_handler]
    for each in held:
        signal.signal(each, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for each in held:
            signal.signal(each, signal.default_int_handler)
    if came:
        raise KeyboardInterrupt


class Change:
    """One change: files to come and files to go, applied together by ``commit``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        # Unlike every other even where the clock is set back.
        self.name = f"{time.time_ns():016x}-{os.getpid()}-{secrets.token_hex(4)}"
        self.folder = root / STAGING / self.name
        self.adds: list[str] = []
        self.deletes: list[str] = []

    def stage(self, relative: str) -> Path:
        """The path at which to write the file that will be ``relative`` to the store's root."""
        path = self.folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        self.adds.append(relative)
        return path

    def delete(self, relative: str) -> None:
        """Take a file of the store out when the change is made."""
        self.deletes.append(relative)

    def commit(self) -> None:
        """Make the change. When this returns, it is on disk and survives a crash."""
        if not self.adds and not self.deletes:
            return
        for relative in self.adds:
            flush(self.folder / relative)
        entry: dict[str, object] = {"name": self.name, "adds": self.adds, "deletes": self.deletes}
        write_whole(self.root / JOURNAL / f"{self.name}.json", json.dumps(entry))
        _apply(self.root, entry)

    def abandon(self) -> None:
        """Throw the staged files away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def recover(root: Path) -> None:
    """Finish the changes that were made but not put in place; drop those that were not made.

    The caller holds the writer's lock.
    """
    for path in sorted((root / JOURNAL).glob("*.json")):
        try:
            entry = json.loads(path.read_text("utf8"))
        except ValueError as error:
            raise StoreError(
                f"{path} is damaged; move it away to open the store without that change"
            ) from error
        _apply(root, entry)
    shutil.rmtree(root / STAGING, ignore_errors=True)


def pending(root: Path) -> bool:
    """Whether a change waits to be finished."""
    return any((root / JOURNAL).glob("*.json"))


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all, and on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf8")
    flush(part)
    os.replace(part, path)
    flush(path.parent)


def _apply(root: Path, entry: dict[str, object]) -> None:
    """Put a journalled change in place; doing it again changes nothing."""
    name, adds, deletes = str(entry["name"]), entry["adds"], entry["deletes"]
    assert isinstance(adds, list) and isinstance(deletes, list)
    folders = set()
    with files_lock(root, exclusive=True):
        for relative in adds:
            staged, target = root / STAGING / name / relative, root / relative
            if staged.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(staged, target)
                folders.add(target.parent)
        for relative in deletes:
            (root / relative).unlink(missing_ok=True)
            folders.add((root / relative).parent)
        for folder in sorted(folders):
            if folder.exists():
                flush(folder)
        with (root / FILES).open("a") as file:
            file.write("\n")  # one line a change: by its size readers see that there was one
    (root / JOURNAL / f"{name}.json").unlink(missing_ok=True)
    shutil.rmtree(root / STAGING / name, ignore_errors=True)


def flush(path: Path) -> None:
    """Push a file's or folder's data to disk."""
    flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) if path.is_dir() else os.O_RDONLY
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
