"""How far a run has come, and how long it will still take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from lagebild.intake.documents import files, is_readable, is_url

#: Steps of a run by whose pace the rest is reckoned: the last ones, since what an earlier run read goes by at once.
_LATELY = 200


class Progress:
    """The share of the inputs' bytes that is read, and the time that the rest takes at the present pace.

    Files of inputs are opened with ``open``. Where an input has no size that is known before (a URL, standard
    input), share and time are None. Archives count by their size on disk.
    """

    def __init__(self, inputs: Iterable[str], now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._total = _size(inputs)
        self._behind = 0
        self._size = 0
        self._open: BinaryIO | None = None
        self._steps: deque[tuple[float, float]] = deque([(now(), 0.0)], maxlen=_LATELY)

    def open(self, path: Path) -> BinaryIO:
        """Open the next file; the one before is done."""
        self._behind += self._size
        file = path.open("rb")
        self._open, self._size = file, path.stat().st_size
        return file

    @property
    def share(self) -> float | None:
        """How much of the inputs is read, 0 to 1."""
        if not self._total:
            return None
        here = self._size if self._open is None or self._open.closed else min(self._open.tell(), self._size)
        return min(1.0, (self._behind + here) / self._total)

    def seconds_left(self) -> float | None:
        """Seconds to the end, reckoned from one call to the next; None while nothing can be said."""
        share = self.share
        if share is None:
            return None
        since, before = self._steps[0]
        self._steps.append((self._now(), share))
        pace = (share - before) / max(self._now() - since, 1e-9)
        return (1 - share) / pace if pace > 0 else None


def clock(seconds: float) -> str:
    """A time to wait, for people: ``40 s``, ``12 min``, ``3 h 05 min``.

    >>> clock(11100)
    '3 h 05 min'
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def _size(inputs: Iterable[str]) -> int | None:
    """Bytes of all files of the inputs; None where one is no file."""
    total = 0
    for name in inputs:
        if name == "-" or is_url(name):
            return None
        path = Path(name)
        try:
            read = filter(is_readable, files(path)) if path.is_dir() else [path]
            total += sum(file.stat().st_size for file in read)
        except OSError:
            continue  # it will be named as a failure when its turn comes
    return total
