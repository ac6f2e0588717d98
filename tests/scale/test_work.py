"""The processes that read: none is left behind or waited for."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lagebild.scale.pool import Pool

START_A_WORKER = """
import os
from lagebild.scale.pool import Pool
if __name__ == "__main__":
    pool = Pool(1)
    print(*pool._pool._processes, flush=True)
    os.kill(os.getpid(), 9)
"""


def test_a_killed_run_leaves_no_worker_behind(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(START_A_WORKER)
    killed = subprocess.run(
        [sys.executable, "run.py"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    worker = int(killed.stdout)
    assert _comes(lambda: not _is_running(worker))


def test_a_stopped_pool_does_not_wait_for_what_is_under_way() -> None:
    pool = Pool(1)
    under_way = pool._pool.submit(time.sleep, 3600)
    (worker,) = pool._pool._processes.values()
    pool.close()
    # It is cancelled where the worker has not begun with it, else it ends with the worker.
    assert _comes(under_way.done)
    assert under_way.cancelled() or under_way.exception() is not None
    # The pool's own thread may take note of the end first; then the status comes a moment later.
    assert _comes(lambda: worker.exitcode is not None)


def _comes(true: Callable[[], bool]) -> bool:
    """Whether something comes true within a minute."""
    until = time.monotonic() + 60
    while not true() and time.monotonic() < until:
        time.sleep(0.05)
    return true()


def _is_running(process: int) -> bool:
    """Whether there is such a process; one that only waits for its parent to take note of its end is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
