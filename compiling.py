"""Compile the reading: ``python compiling.py`` (or ``make compile``); ``--remove`` (``make pure``) takes it back.

mypyc turns typed Python into C that does the same in half to two thirds of the time. The compiled modules come to lie beside
their sources, where Python takes them first. `hatch_build.py` does the same for wheels.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import os
import shutil
import sys
import sysconfig
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent
SOURCES = ROOT / "src"
ROOMS = ("language", "reading")
#: With this in the environment nothing is compiled.
SKIP = "LAGEBILD_PURE=1"
#: What stays Python, and why.
LEFT_OUT = {
    **{
        f"language/de/network/{name}.py": "NumPy does its work"
        for name in ("component", "heads", "model", "sentences", "titles", "weights")
    },
    "language/de/pipeline.py": "spaCy reads the annotations of the tokenizer's factory, which compiled functions lack",
    "language/spacy_start.py": "runs once, to change how spaCy is imported",
    "reading/reader.py": "a loop over spaCy's pipeline; its parts are for others to replace",
}
#: Optimisation of the C: a second level takes half as long again to compile and reads no faster.
LEVEL = "1"
#: So many files are all the C put into: each of mypyc's own, one a module, reads the same large headers again.
PARTS = 24


def _state() -> ModuleType:
    """``lagebild.compiled``, without the package and all that it needs around it."""
    spec = importlib.util.spec_from_file_location("_lagebild_compiled", SOURCES / "lagebild" / "compiled.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sources() -> list[Path]:
    """The modules to compile."""
    package = SOURCES / "lagebild"
    found = (path for room in ROOMS for path in sorted((package / room).rglob("*.py")))
    left_out = [package / name for name in LEFT_OUT]
    return [path for path in found if not any(path.is_relative_to(out) for out in left_out)]


def slower(reason: str) -> str:
    """What whoever installs without compiled modules is told."""
    return f"The reading runs as pure Python, at about three fifths of the speed: {reason}."


def why_not() -> str | None:
    """Why nothing can or shall be compiled here; None where it can."""
    if os.environ.get("LAGEBILD_PURE", "0") not in ("", "0"):
        return f"{SKIP} is set"
    compiler = (os.environ.get("CC") or "cc").split()[0]
    if sys.platform != "win32" and not any(shutil.which(name) for name in (compiler, "gcc", "clang")):
        return "there is no C compiler"
    if not (Path(sysconfig.get_path("include")) / "Python.h").is_file():
        return "the headers of Python are missing (Debian has them in python3-dev)"
    return None


def build(into: Path) -> dict[Path, str]:
    """Compile into a folder: the files made, with their places beside the package, as in a wheel.

    Raises RuntimeError where that fails; what mypyc and the compiler say stands before it.
    """
    extensions = _generate(into / "c")
    made = _compile_c(extensions, into)
    state = _state()
    listed = {path.relative_to(state.PACKAGE).as_posix(): state.digest(path) for path in sources()}
    record = into / state.LIST.name
    record.write_text(json.dumps(listed, indent=0) + "\n", encoding="utf8")
    return {**made, record: f"lagebild/{record.name}"}


def _generate(into: Path) -> list[Any]:
    """The C of all modules, as extensions to build."""
    from mypyc.build import mypycify

    paths = [str(path.relative_to(ROOT)) for path in sources()]
    # The checks are those of `make lint`; here types only steer the C, and what has none stays Python's.
    options = ["--config-file=", "--ignore-missing-imports", *paths]
    said = io.StringIO()  # nearly all of it hints at small gains
    try:
        with contextlib.chdir(ROOT), contextlib.redirect_stdout(said):
            return list(
                mypycify(
                    options,
                    opt_level=LEVEL,
                    debug_level="0",
                    multi_file=True,
                    target_dir=str(into),
                    group_name="lagebild",
                )
            )
    except (SystemExit, Exception) as stopped:  # it exits where it refuses, and breaks in ways of its own
        print(said.getvalue(), file=sys.stderr)
        raise RuntimeError("mypyc refuses the sources") from stopped


def _in_parts(files: list[str], into: Path) -> list[str]:
    """A few C files of about one size that hold all the others."""
    parts: list[list[str]] = [[] for _ in range(PARTS)]
    sizes = [0] * PARTS
    for file in sorted(files, key=os.path.getsize, reverse=True):
        smallest = sizes.index(min(sizes))
        parts[smallest].append(file)
        sizes[smallest] += os.path.getsize(file)
    written = [into / f"part{n}.c" for n in range(PARTS)]
    for path, part in zip(written, parts, strict=True):
        path.write_text("".join(f'#include "{Path(file).as_posix()}"\n' for file in part), encoding="utf8")
    return [str(path) for path in written]


def _compile_c(extensions: list[Any], into: Path) -> dict[Path, str]:
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    library = extensions[0]
    library.sources = _in_parts(library.sources, into)
    for extension in extensions:
        extension.extra_compile_args.append("/w" if sys.platform == "win32" else "-w")  # nobody wrote that C
    command = build_ext(Distribution({"name": "lagebild", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(into / "lib"), str(into / "objects")
    command.ensure_finalized()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    command.parallel = cores
    command.build_extensions = lambda: _on_all_cores(command, cores)
    try:
        command.run()
    except Exception as error:
        raise RuntimeError(f"the C compiler fails: {error}") from error
    names = [command.get_ext_filename(extension.name) for extension in extensions]
    return {into / "lib" / name: Path(name).as_posix() for name in names}


def _on_all_cores(command: Any, cores: int) -> None:
    """Build with as many compilers at a time as there are cores; the one large extension holds nearly all files."""
    compile_some = command.compiler.compile

    with ThreadPoolExecutor(cores) as pool:

        def compile_all(files: list[str], **options: Any) -> list[str]:
            if len(files) == 1:
                return list(compile_some(files, **options))
            return [made for some in pool.map(lambda f: compile_some([f], **options), files) for made in some]

        command.compiler.compile = compile_all
        type(command).build_extensions(command)


def install() -> int:
    """Compile and lay the modules beside their sources; how many."""
    with tempfile.TemporaryDirectory(prefix="lagebild-") as folder:
        made = build(Path(folder))
        remove()
        for file, place in made.items():
            shutil.copy(file, SOURCES / place)
    return len(sources())


def remove() -> None:
    """Take the compiled modules away."""
    state = _state()
    state.LIST.unlink(missing_ok=True)
    for kind in (".so", ".pyd"):
        for file in [*SOURCES.glob(f"*{kind}"), *state.PACKAGE.rglob(f"*{kind}")]:
            file.unlink()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--remove", action="store_true", help="remove the compiled modules")
    parser.add_argument(
        "--if-possible", action="store_true", help="it is no failure where nothing can be compiled"
    )
    arguments = parser.parse_args()
    if arguments.remove:
        remove()
        print("The reading runs as pure Python.")
        return 0
    started = time.monotonic()
    reason = why_not()
    try:
        if reason is None:
            print(f"Compiling the reading, which takes some minutes; {SKIP} skips it.")
            number = install()
            print(f"{number} modules compiled in {time.monotonic() - started:.0f} s.")
            return 0
    except RuntimeError as error:
        reason = str(error)
    remove()
    print(slower(reason), file=sys.stderr)
    return 0 if arguments.if_possible else 1


if __name__ == "__main__":
    sys.exit(main())
