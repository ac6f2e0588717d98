"""Writing records: to the screen or the next program as they come, to a file only when complete."""

from __future__ import annotations

import errno
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

from lagebild.errors import InputError

if TYPE_CHECKING:
    from lagebild.record import Language, Record

#: Columns of a text view that goes to a file or pipe.
_WIDTH = 100


class Format(StrEnum):
    """How records are written."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


def default_format(output: Path | None) -> Format:
    """Text on a terminal, else JSONL; for a file by its ending."""
    if output is None:
        return Format.TEXT if sys.stdout.isatty() else Format.JSONL
    return {".html": Format.HTML, ".htm": Format.HTML, ".txt": Format.TEXT}.get(
        output.suffix.lower(), Format.JSONL
    )


def to_screen(records: Iterator[Record], form: Format, language: Language) -> None:
    """Write records to standard output, as UTF-8, each as soon as it is read (HTML: all at the end)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    write(records, form, language, sys.stdout)
    sys.stdout.flush()


def to_file(records: Iterator[Record], form: Format, path: Path, language: Language) -> None:
    """Write records to ``path``, which is replaced in one step when all are written.

    Raises InputError, and leaves ``path`` as it was, when there is no record to write.
    """
    with replacing(path) as part:
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            count = write(records, form, language, stream)
        if not count:
            raise InputError(f"nothing was read, so {path} was not written")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to write to; it takes the place of ``path`` when the block ends well.

    Whatever is raised inside leaves ``path`` as it was and nothing beside it.
    """
    target = path.resolve()
    with _blaming(path):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    os.close(handle)
    try:
        yield Path(name)
        with open(name, "rb") as written:
            os.fsync(written.fileno())
        os.chmod(name, target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    """What goes wrong is said of the file that the user named, not of the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def write(records: Iterator[Record], form: Format, language: Language, stream: IO[str]) -> int:
    """Write records in a format; returns how many there were."""
    count = 0
    if form is Format.HTML:
        found = list(records)
        if found:
            from lagebild.view.html import html_page

            stream.write(html_page(found, language))
        return len(found)
    for record in records:
        count += 1
        if form is Format.JSONL:
            stream.write(record.to_json() + "\n")
            stream.flush()
        else:
            from rich.console import Console

            from lagebild.view.terminal import text_view

            text_view(record, Console(file=stream, width=None if stream.isatty() else _WIDTH))
    return count


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
