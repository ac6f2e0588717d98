"""The whole training on a CPU: ``python -m training [DATA]``; about three hours on one core.

DATA is the folder of data sets, by default ``../shared/data``. Steps that left their result
in ``training/scratch`` are done again. The lemma and compound tables are written where they
ship; the network is left in ``training/scratch/final.npz``: look at its figures, then copy it
to ``src/lagebild/language/de/weights/network.npz``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: The steps of the network in order: script and arguments.
STEPS = (
    ("pretrain.py", "--minutes", "60"),
    ("teacher.py", "--minutes", "20", "--seed", "1"),
    ("teacher.py", "--minutes", "10", "--seed", "2", "--start", "training/scratch/teacher1.pt"),
    ("silver.py", "--teachers", "1", "2", "--speeches", "100000"),
    ("distil.py", "--minutes", "40"),
    ("distil.py", "--minutes", "4", "--all", "--start", "training/scratch/student.pt", "--rate", "7e-4",
     "--out", "training/scratch/final.npz"),
)  # fmt: skip
#: Tables that need no network; they find the data themselves.
TABLES = ("lemma.py", "compounds.py")


def main() -> None:
    data = sys.argv[1] if len(sys.argv) > 1 else "../shared/data"
    (HERE / "scratch").mkdir(exist_ok=True)
    for script, *arguments in STEPS:
        run(script, "--data", data, *arguments)
    for script in TABLES:
        run(script)


def run(script: str, *arguments: str) -> None:
    """One step in a process of its own, from the root of the repository; stops everything when it fails."""
    print("→", script, *arguments, flush=True)
    subprocess.run([sys.executable, str(HERE / script), *arguments], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main()
