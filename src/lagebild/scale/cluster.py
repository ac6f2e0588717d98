"""The same reading on a Ray cluster: batches go out as tasks, results come back in order.

Ray tasks rather than Ray Data: Ray Data gives up a whole run, or drops whole blocks, over a document that
kills its worker each time; here such a batch is halved until the one document is found. Reading needs
nothing else of Ray Data: inputs are streams, not tables, and one writer keeps the store.
"""

from __future__ import annotations

import logging
import re
import socket
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from lagebild.errors import StartError
from lagebild.intake import Options
from lagebild.scale.work import Batch, Read, Readings, read_batch

#: Batches under way for each core of the cluster: one is read while the next is on its way.
_AHEAD = 2
#: Tries of a batch whose worker or machine is lost, by Ray itself, before it is read with care.
_RETRIES = 3
#: Seconds in which the head of a cluster must answer.
_PATIENCE = 10.0


class Cluster:
    """Reads batches on all cores of a Ray cluster; cores that come or go meanwhile are used or done without.

    ``address``: ``auto`` (the cluster of this machine), ``HOST:PORT``, ``ray://HOST:PORT``, or ``local`` (a
    cluster of this machine alone, ended by ``close``). Every machine needs the same version of Lagebild.
    Raises StartError when Ray is not installed or there is no cluster.
    """

    def __init__(self, address: str) -> None:
        self._ray = _connected(address)
        self._task = self._ray.remote(read_batch)

    def reading(self, options: Options) -> Readings:
        """What reads each batch of a stream; a lost worker or machine costs neither record nor duplicate.

        Raises StartError, when it reads, where the cluster's workers cannot read at all.
        """
        return partial(self._read, self._ray.put(options))

    def _read(self, options: Any, stream: Iterable[Batch]) -> Iterator[tuple[Batch, list[Read]]]:
        under_way: deque[tuple[Batch, Any]] = deque()
        for batch in stream:
            under_way.append((batch, self._submit(options, batch, _RETRIES)))
            if len(under_way) > _AHEAD * self._cores():
                yield self._result(options, *under_way.popleft())
        while under_way:
            yield self._result(options, *under_way.popleft())

    def close(self) -> None:
        """Leave the cluster; what is under way is given up."""
        self._ray.shutdown()

    def _cores(self) -> int:
        return max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def _submit(self, options: Any, batch: Batch, retries: int) -> Any:
        return self._task.options(max_retries=retries).remote(batch, options)

    def _result(self, options: Any, batch: Batch, task: Any) -> tuple[Batch, list[Read]]:
        found = self._awaited(task)
        return batch, self._with_care(options, batch) if found is None else found

    def _awaited(self, task: Any) -> list[Read] | None:
        """The results of a task, None when its worker died at every try."""
        try:
            found: list[Read] = self._ray.get(task)
            return found
        except self._ray.exceptions.RayTaskError as error:
            reason = (str(error.cause).splitlines() or [""])[0][:200]
            raise StartError(
                f"the cluster's workers cannot read ({type(error.cause).__name__}: {reason}); "
                "install the same version of Lagebild on every machine"
            ) from error
        except self._ray.exceptions.RayError:
            return None

    def _with_care(self, options: Any, batch: Batch) -> list[Read]:
        """Read a batch that nobody survived in halves, until the one document that kills is alone."""
        if len(batch) == 1:
            found = self._awaited(self._submit(options, batch, 1))
            return found or [batch[0].failure("the reader died on it", keep_raw=True)]
        middle = len(batch) // 2
        halves = [(half, self._submit(options, half, 0)) for half in (batch[:middle], batch[middle:])]
        return [read for half, task in halves for read in self._result(options, half, task)[1]]


def _connected(address: str) -> Any:
    """The module ``ray``, connected. Raises StartError."""
    try:
        import ray
    except ImportError as error:
        raise StartError("Ray is not installed; run: pip install 'lagebild[ray]'") from error
    if found := re.fullmatch(r"\[?([^\[\]/]+)\]?:(\d{1,5})", address.removeprefix("ray://")):
        _reachable(address, found[1], int(found[2]))
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, ignore_reinit_error=True)
    except (ConnectionError, ValueError, RuntimeError) as error:
        reason = (str(error).splitlines() or [""])[0][:200]
        raise StartError(f"no Ray cluster at {address}: {reason}") from error
    return ray


def _reachable(address: str, host: str, port: int) -> None:
    """Raise StartError when nothing answers there: Ray itself would try for minutes."""
    try:
        socket.create_connection((host, port), timeout=_PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise StartError(f"no Ray cluster at {address}: {error}") from error
