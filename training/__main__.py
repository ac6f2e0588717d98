"""The whole training on a CPU: ``python -m training``; about five hours on one core.

The tables of lemmas, compounds and event weights are written where they ship (the last read with the network that
ships); the network is left in ``training/scratch/final.npz``: look at its figures, then copy it to
``src/lagebild/language/de/weights/network.npz``. ``--share 0.02`` goes through all steps in
a fiftieth of the time, to see that they run; it leaves the tables alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: Tables made without training a network; they find the data themselves.
TABLES = ("lemma.py", "compounds.py", "statements.py")
#: Sentences of speeches that the teachers read beside all news.
SPEECHES = 100_000


def steps(scratch: Path, share: float) -> list[tuple[str, ...]]:
    """The steps of the network in order, script and arguments; minutes and sentences times `share`."""

    def minutes(whole: float) -> tuple[str, str]:
        return "--minutes", f"{whole * share:.2f}"

    shrunk = ("--start", str(scratch / "large.pt"))
    return [
        ("pretrain.py", *minutes(120)),
        ("teacher.py", *minutes(40), "--seed", "1"),
        ("teacher.py", *minutes(25), "--seed", "2", "--start", str(scratch / "teacher1.pt")),
        (
            "silver.py",
            "--teachers",
            "2",
            "--speeches",
            str(int(SPEECHES * share)),
            "--share",
            str(share),
        ),
        ("distil.py", *minutes(40), "--large", "--out", str(scratch / "large.npz")),
        ("distil.py", *minutes(40), *shrunk, "--out", str(scratch / "final.npz")),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument(
        "--scratch", type=Path, default=HERE / "scratch", help="folder for what is in between"
    )
    parser.add_argument("--share", type=float, default=1.0, help="share of the time that each step takes")
    args = parser.parse_args()
    args.scratch.mkdir(exist_ok=True)
    for script, *arguments in steps(args.scratch.resolve(), args.share):
        run(script, "--data", str(args.data), "--scratch", str(args.scratch.resolve()), *arguments)
    for script in TABLES if args.share == 1 else ():
        run(script)


def run(script: str, *arguments: str) -> None:
    """One step in a process of its own, from the root of the repository; stops everything when it fails."""
    print("→", script, *arguments, flush=True)
    subprocess.run([sys.executable, str(HERE / script), *arguments], cwd=HERE.parent, check=True)


if __name__ == "__main__":
    main()
