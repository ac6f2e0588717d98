"""Prints how many lines of our own code are run to read each text of a JSON list on standard input.

Loads the package from its sources, as nobody can count what compiled modules do. Only our own lines are counted.
"""

import json
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any


def from_sources(package: Path) -> None:
    """Let all modules of a package be loaded from sources, compiled or not."""
    finder = FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES))

    def hook(path: str) -> Any:
        if not Path(path).is_relative_to(package):
            raise ImportError
        return finder(path)

    sys.path_hooks.insert(0, hook)
    sys.path_importer_cache.clear()


class Lines:
    """Counts the lines run in the files of a folder; a loop's line counts each time round."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.run = 0

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        return self.count if frame.f_code.co_filename.startswith(self.folder) else None

    def count(self, frame: FrameType, event: str, _: object) -> Any:
        self.run += event == "line"
        return self.count


def main() -> None:
    texts = json.load(sys.stdin)
    spec = find_spec("lagebild")
    assert spec is not None and spec.origin is not None
    package = Path(spec.origin).parent
    from_sources(package)
    from lagebild.intake import article_from
    from lagebild.reading import Reader

    assert "lagebild__mypyc" not in sys.modules
    reader = Reader("de")
    counts = []
    for text in texts:
        article = article_from(text, published="2023-09-12")
        lines = Lines(package)
        sys.settrace(lines.trace)
        reader.read(article)
        sys.settrace(None)
        counts.append(lines.run)
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
