"""What one worker does: documents in, records out; and the pool of workers that survives a worker's death."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from lagebild.errors import StartError
from lagebild.intake import Article, Failure, Options, article_of
from lagebild.intake.source import Document
from lagebild.record import Record

if TYPE_CHECKING:
    from lagebild.reading import Reader

#: Documents handed to a worker at once: one batch of the language pack's network.
BATCH = 16

Read = Record | Failure
Batch = Sequence[Document]


def read_batch(batch: Batch, options: Options) -> list[Read]:
    """The record of each document, or why there is none, in order.

    An article that breaks the reader costs only itself.
    """
    found = [article_of(document, options) for document in batch]
    articles = [(n, article) for n, article in enumerate(found) if isinstance(article, Article)]
    results: list[Read | None] = [f if isinstance(f, Failure) else None for f in found]
    if not articles:
        return [result for result in results if result is not None]
    from lagebild.reading import Reader

    reader = Reader("de")
    try:
        records = list(reader.pipe(article for _, article in articles))
        for (n, _), record in zip(articles, records, strict=True):
            results[n] = record
    except Exception:
        for n, article in articles:
            results[n] = _read_alone(reader, article, batch[n])
    return [result for result in results if result is not None]


def _read_alone(reader: Reader, article: Article, document: Document) -> Read:
    try:
        return reader.read(article)
    except Exception as error:
        reason = (str(error).splitlines() or [""])[0][:200]
        return document.failure(
            f"an error of ours, please report it: {type(error).__name__}: {reason}", keep_raw=True
        )


def batches(documents: Iterable[Document], size: int = BATCH) -> Iterator[list[Document]]:
    """The documents in groups; holds one group."""
    stream = iter(documents)
    while batch := list(islice(stream, size)):
        yield batch


class Pool:
    """Reads batches in several processes and gives their results in the order of the batches.

    A worker that dies (killed, out of memory) costs nothing but the one document it dies on:
    the batch is read again in a process of its own, and halved until the one is found.
    At most two batches a worker are under way, however many there are to come. Raises StartError
    when workers cannot start at all: no document is to blame for that.
    """

    def __init__(self, workers: int, options: Options) -> None:
        # One worker a core: a second thread for products of matrices would take another's. Read when NumPy is imported,
        # which in a worker is before anything that it is told to do.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self.workers = workers
        self.options = options
        self._pool = self._made(workers)

    def read(self, stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        """Each batch with its results, in order."""
        under_way: deque[tuple[Batch, Future[list[Read]]]] = deque()
        for batch in stream:
            under_way.append((batch, self._submit(batch)))
            if len(under_way) > 2 * self.workers:
                yield self._result(under_way)
        while under_way:
            yield self._result(under_way)

    def close(self) -> None:
        """End the workers; what is under way is given up, so that nobody waits for it."""
        workers = list((self._pool._processes or {}).values())  # none once it is shut down
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()

    def _submit(self, batch: Batch) -> Future[list[Read]]:
        try:
            return self._pool.submit(read_batch, batch, self.options)
        except BrokenProcessPool as error:
            broken: Future[list[Read]] = Future()
            broken.set_exception(error)
            return broken

    def _result(self, under_way: deque[tuple[Batch, Future[list[Read]]]]) -> tuple[Batch, list[Read]]:
        batch, future = under_way.popleft()
        try:
            return batch, future.result()
        except BrokenProcessPool:
            # All futures of a broken pool are lost: read this batch with care, and the later ones anew.
            self.close()
            results = self._with_care(batch)
            self._pool = self._made(self.workers)
            again = [(later, self._submit(later)) for later, _ in under_way]
            under_way.clear()
            under_way.extend(again)
            return batch, results

    def _with_care(self, batch: Batch) -> list[Read]:
        """Read a batch in a process of its own; if that dies too, halve it until the one it dies on is alone."""
        with self._started() as pool:
            try:
                return pool.submit(read_batch, batch, self.options).result()
            except BrokenProcessPool:
                pass
        if len(batch) == 1:
            return [batch[0].failure("the reader died on it", keep_raw=True)]
        middle = len(batch) // 2
        return [*self._with_care(batch[:middle]), *self._with_care(batch[middle:])]

    def _started(self) -> ProcessPoolExecutor:
        """A process that has started. Raises StartError when it does not, not even at the second try."""
        for _ in range(2):
            pool = self._made(1)
            try:
                pool.submit(os.getpid).result()
                return pool
            except BrokenProcessPool:
                pool.shutdown(wait=False)
        raise StartError("the processes that read cannot start; what they say of it stands above")

    @staticmethod
    def _made(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start)


def _start() -> None:
    """Prepare a worker: Ctrl-C is the main process's affair, and the language pack is loaded once."""
    import signal

    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from lagebild.reading import Reader

    Reader("de")


def _end_with_parent() -> None:
    """End this worker when the main process is gone (``kill -9``): it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
