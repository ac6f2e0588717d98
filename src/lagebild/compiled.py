"""Whether the reading runs as compiled modules, and whether these are of the present sources.

``compiling.py`` beside the sources compiles most modules of *language* and *reading* and leaves a list of the sources
that it compiled. Python takes a compiled module before its source, so that a source edited afterwards would change
nothing: `stale` finds such modules, ``python -m lagebild.compiled`` says how things stand.
"""

from __future__ import annotations

import hashlib
import json
import sys
import warnings
from functools import cache
from pathlib import Path
from sysconfig import get_config_var

PACKAGE = Path(__file__).resolve().parent
#: The list of compiled sources with their digests.
LIST = PACKAGE / "compiled.json"
#: How a compiled module's file ends for this Python.
SUFFIX = str(get_config_var("EXT_SUFFIX") or ".so")
#: The compiled code of all modules; each module's own file only points into it.
LIBRARY = PACKAGE.parent / f"lagebild__mypyc{SUFFIX}"

ADVICE = "run `make compile` to compile anew, or `make pure` to work without compiled modules"


def digest(source: Path) -> str:
    """What tells one state of a source from another."""
    return hashlib.sha256(source.read_bytes()).hexdigest()[:16]


def is_compiled() -> bool:
    """Whether there are compiled modules for this Python."""
    return LIBRARY.is_file()


def stale() -> list[str]:
    """The sources, relative to the package, that differ from what was compiled; none where nothing is compiled."""
    if not is_compiled():
        return []
    if not LIST.is_file():
        return [LIST.name]
    known: dict[str, str] = json.loads(LIST.read_text("utf8"))
    return [
        name
        for name, compiled in sorted(known.items())
        if not (PACKAGE / name).is_file() or digest(PACKAGE / name) != compiled
    ]


def complaint() -> str | None:
    """One line for whoever would run compiled modules of other sources; None where all is well."""
    changed = stale()
    if not changed:
        return None
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    return f"compiled modules are not of the present sources ({changed[0]}{more}): {ADVICE}"


def insist() -> None:
    """Stop, with the complaint, where compiled modules of other sources would be measured."""
    found = complaint()
    if found is not None:
        sys.exit(found)


@cache
def warn_if_stale() -> None:
    """Say once a process that compiled modules of other sources are running."""
    found = complaint()
    if found is not None:
        warnings.warn(found, RuntimeWarning, stacklevel=2)


def main() -> int:
    """Print how things stand; 1 where the modules are not compiled or of other sources."""
    found = complaint()
    if found is not None:
        print(found, file=sys.stderr)
        return 1
    if not is_compiled():
        print(
            "The reading runs as pure Python, at about three fifths of the speed: no compiled modules here."
        )
        return 1
    print(f"The reading is compiled ({len(json.loads(LIST.read_text('utf8')))} modules).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
