"""Reading inputs of any size into a store."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from lagebild.dossier import settle
from lagebild.errors import StoreError
from lagebild.intake import Failure, Options
from lagebild.intake.documents import documents
from lagebild.intake.source import Document, Found
from lagebild.scale.keys import Keys
from lagebild.scale.progress import Progress
from lagebild.scale.quarantine import Quarantine
from lagebild.scale.work import Batch, Read, Readings, batches, read_batch
from lagebild.store import Store
from lagebild.store.files import disk_error
from lagebild.store.writer import Writer

#: Records between two writes to disk, each of which adds a file to every table and month that they are of.
FLUSH = 500
#: Reasons that the closing lines show, the most frequent first.
_SHOWN = 10


@dataclass
class Summary:
    """What came of a run; ``stopped`` says that it was interrupted.

    ``skipped`` counts what is not for us (a picture in an archive, an article in another language), ``known``
    what an earlier run dealt with; ``reasons`` counts by reason what was skipped or failed; ``unsettled`` says
    why the store answers slower than it could, empty where it does not.
    """

    added: int = 0
    replaced: int = 0
    known: int = 0
    skipped: int = 0
    failed: int = 0
    words: int = 0
    seconds: float = 0.0
    stopped: bool = False
    unsettled: str = ""
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def documents(self) -> int:
        """Documents dealt with, those passed over included."""
        return self.added + self.replaced + self.known + self.skipped + self.failed

    def __str__(self) -> str:
        """The closing lines of a run."""
        rate = self.documents / self.seconds if self.seconds else 0.0
        lines = [
            f"{self.added} added, {self.replaced} replaced, {self.known} known already, "
            f"{self.skipped} skipped, {self.failed} failed; "
            f"{self.words} words in {self.seconds:.0f} s ({rate:.1f} documents/s)"
        ]
        lines += [f"  {n} × {reason}" for reason, n in self.reasons.most_common(_SHOWN)]
        if len(self.reasons) > _SHOWN:
            lines.append(f"  and {len(self.reasons) - _SHOWN} other reasons")
        if self.stopped:
            lines.append("stopped; the same command goes on from here")
        if self.unsettled:
            lines.append(self.unsettled)
        return "\n".join(lines)


def ingest(
    inputs: Iterable[str],
    store: Store,
    options: Options | None = None,
    tell: Callable[[Summary], None] = lambda summary: None,
    read: Readings | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Read inputs into a store; what an earlier run dealt with is passed over.

    ``tell`` is called after every batch. ``read`` reads batches elsewhere (``Pool.reading``, ``Cluster.reading``), by
    default this process does. ``progress`` is kept of the inputs' bytes, if given.
    KeyboardInterrupt stops the run after storing what was read. Memory is bounded by the
    batches under way, and by about 450 bytes for each document in the store.
    Raises StoreError when the store cannot be written, StartError when no worker can start.
    """
    options = replace(options or Options(), keep_raw=True)
    opener = {"opener": progress.open} if progress else {}

    def found(run: Run) -> Iterator[Found]:
        given = (run.quarantine.again() if run.quarantine.is_at(name) else name for name in inputs)
        return documents(given, options, visited=run.visited, **opener)

    return ingest_documents(found, store, options, tell, read)


def ingest_documents(
    found: Callable[[Run], Iterable[Found]],
    store: Store,
    options: Options,
    tell: Callable[[Summary], None] = lambda summary: None,
    read: Readings | None = None,
) -> Summary:
    """Like ``ingest``, of documents that the caller finds.

    ``found`` is given the run, which knows what was dealt with before. When all are stored, the store is settled,
    so that it answers fast.
    """
    reading = read or _here(options)
    with store.writer(batch=10 * FLUSH) as writer:
        run = Run(store, writer, tell)
        try:
            for batch, results in reading(batches(run.fresh(found(run)))):
                run.take(batch, results)
            run.flush()
        except KeyboardInterrupt:
            run.summary.stopped = True
        finally:
            run.flush()
        run.settle()
    if not run.summary.stopped:
        try:
            settle(store)
        except StoreError as error:
            run.summary.unsettled = str(error)
    run.summary.seconds = time.monotonic() - run.started
    return run.summary


def _here(options: Options) -> Readings:
    """Reading in this process."""
    return lambda stream: ((batch, read_batch(batch, options)) for batch in stream)


class Run:
    """The state of one run: what is dealt with, what waits for the next write."""

    def __init__(self, store: Store, writer: Writer, tell: Callable[[Summary], None]) -> None:
        self.summary = Summary()
        self.started = time.monotonic()
        self._writer = writer
        self._tell = tell
        self._root = store.root
        self._keys = Keys(store.root / "ingested.keys")
        self.quarantine = Quarantine(store.root / "quarantine")
        self._waiting: list[str] = []

    def fresh(self, found: Iterable[Found]) -> Iterator[Document]:
        """The documents that were not dealt with before."""
        for each in found:
            if isinstance(each, Failure):
                self._failed(each)
            elif each.key in self._keys and not self.quarantine.is_tried(each):
                self.summary.known += 1
            else:
                yield each

    def visited(self, key: str) -> bool:
        """Whether the page behind a link was dealt with before; counts it as known."""
        known = key in self._keys
        self.summary.known += known
        return known

    def take(self, batch: Batch, results: list[Read]) -> None:
        """Store the results of a batch, now or with the next write."""
        for document, result in zip(batch, results, strict=True):
            if not isinstance(result, Failure) or result.passed_over:
                self.quarantine.solved(document)
            if isinstance(result, Failure):
                self._failed(result)
            else:
                outcome = self._writer.take(result)
                self.summary.added += outcome == "added"
                self.summary.replaced += outcome == "replaced"
                self.summary.known += outcome in ("known", "older")
                self.summary.words += result.words
            self._waiting.append(document.key)
            if document.via:
                self._waiting.append(document.via)
        if len(self._waiting) >= FLUSH:
            self.flush()
        self.summary.seconds = time.monotonic() - self.started
        self._tell(self.summary)

    def flush(self) -> None:
        """Put what waits on disk, then note it as dealt with."""
        self._writer.flush()
        with self._disk():
            self._keys.add(self._waiting)
        self._waiting.clear()

    def settle(self) -> None:
        """Take out of the quarantine what was read now; the records are on disk."""
        with self._disk():
            self.quarantine.settle()

    def _failed(self, failure: Failure) -> None:
        self.summary.reasons[_kind(failure.reason)] += 1
        if failure.passed_over:
            self.summary.skipped += 1
            return
        with self._disk():
            self.quarantine.put(failure)
        self.summary.failed += 1

    @contextmanager
    def _disk(self) -> Iterator[None]:
        """Notes beside the tables: what cannot be written there is read again by the next run."""
        try:
            yield
        except OSError as error:
            raise disk_error(self._root, error, "what was read last will be read again") from error


def _kind(reason: str) -> str:
    """A reason without what differs from one document to the next, so that their number stays small."""
    return re.sub(r"\s*\(.*\)|\b\d[\d.,]*\s*|'.*'", "", reason)
