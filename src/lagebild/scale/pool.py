"""Processes of this machine that read batches; the pool outlives the death of one of them.

This module imports little, so that a program can start its workers first: they load the language pack while it gets
ready itself.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Final

from lagebild.errors import StartError

if TYPE_CHECKING:
    from lagebild.intake import Options
    from lagebild.scale.work import Batch, Read, Readings

    #: Reads batches in a process of its own.
    Reading = Callable[[Batch], list[Read]]

#: Batches under way for each worker: one is read, the others wait while the main process writes.
_AHEAD: Final = 4


class Pool:
    """Reads batches in several processes and gives their results in the order of the batches.

    A worker that dies (killed, out of memory) costs nothing but the one document it dies on:
    the batch is read again in a process of its own, and halved until the one is found.
    However many there are to come, a few batches a worker are under way. Raises StartError
    when workers cannot start at all: no document is to blame for that.
    """

    def __init__(self, workers: int) -> None:
        # One worker a core: a second thread for products of matrices would take another's. Read when NumPy is imported,
        # which in a worker is before anything that it is told to do.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self.workers = workers
        self._pool = self._made(workers)
        for _ in range(workers):
            self._pool.submit(os.getpid)  # a worker starts when there is something to do

    def reading(self, options: Options) -> Readings:
        """What reads each batch of a stream: the batch with its results, in order."""
        from lagebild.scale.work import read_batch

        return partial(self._read, partial(read_batch, options=options))

    def _read(self, reading: Reading, stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        under_way: deque[tuple[Batch, Future[list[Read]]]] = deque()
        for batch in stream:
            under_way.append((batch, self._submit(reading, batch)))
            if len(under_way) > _AHEAD * self.workers:
                yield self._result(reading, under_way)
        while under_way:
            yield self._result(reading, under_way)

    def close(self) -> None:
        """End the workers; what is under way is given up, so that nobody waits for it."""
        workers = list((self._pool._processes or {}).values())  # none once it is shut down
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()

    def _submit(self, reading: Reading, batch: Batch) -> Future[list[Read]]:
        try:
            return self._pool.submit(reading, batch)
        except BrokenProcessPool as error:
            broken: Future[list[Read]] = Future()
            broken.set_exception(error)
            return broken

    def _result(
        self, reading: Reading, under_way: deque[tuple[Batch, Future[list[Read]]]]
    ) -> tuple[Batch, list[Read]]:
        batch, future = under_way.popleft()
        try:
            return batch, future.result()
        except BrokenProcessPool:
            # All futures of a broken pool are lost: read this batch with care, and the later ones anew.
            self.close()
            results = self._with_care(reading, batch)
            self._pool = self._made(self.workers)
            again = [(later, self._submit(reading, later)) for later, _ in under_way]
            under_way.clear()
            under_way.extend(again)
            return batch, results

    def _with_care(self, reading: Reading, batch: Batch) -> list[Read]:
        """Read a batch in a process of its own; if that dies too, halve it until the one it dies on is alone."""
        with self._started() as pool:
            try:
                return pool.submit(reading, batch).result()
            except BrokenProcessPool:
                pass
        if len(batch) == 1:
            return [batch[0].failure("the reader died on it", keep_raw=True)]
        middle = len(batch) // 2
        return [*self._with_care(reading, batch[:middle]), *self._with_care(reading, batch[middle:])]

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
