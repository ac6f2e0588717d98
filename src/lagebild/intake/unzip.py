"""Reading from files, pipes and gzip without trusting their size."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, cast

from lagebild.errors import InputError

GZIP = b"\x1f\x8b"
#: A line this many times longer than a document may be is an attack or a wrong file: stop reading it.
_HOPELESS = 64


def opened(stream: IO[bytes]) -> io.BufferedReader:
    """The stream, decompressed if it begins like gzip."""
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    )
    if buffered.peek(2)[:2] == GZIP:
        return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=buffered)))
    return buffered


def read_bounded(stream: IO[bytes], limit: int) -> bytes:
    """All bytes of the stream; raises InputError when there are more than ``limit``, or gzip is damaged."""
    pieces: list[bytes] = []
    length = 0
    try:
        while piece := stream.read(1 << 16):
            length += len(piece)
            if length > limit:
                raise InputError(f"larger than {limit / 1e6:g} MB; split it or give it as JSONL")
            pieces.append(piece)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"damaged gzip data ({error})") from error
    return b"".join(pieces)


def lines(stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of the stream with their numbers from 1; None for a line longer than ``limit`` bytes.

    Holds one line. Raises InputError where gzip is damaged or a line has no end in sight.
    """
    number = 0
    try:
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) <= limit or line.endswith(b"\n"):
                yield number, line
                continue
            yield number, None
            skipped = len(line)
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                skipped += len(rest)
                if skipped > _HOPELESS * limit:
                    raise InputError(f"line {number} does not end; the rest is not read")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"damaged gzip data after line {number} ({error})") from error
