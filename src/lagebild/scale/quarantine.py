"""Inputs that could not be read, kept with the reason so that they can be tried again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from lagebild.intake import Failure


class Quarantine:
    """The folder ``STORE/quarantine``: each failed document as a file, and ``index.tsv``: file, input, reason.

    ``lagebild ingest STORE/quarantine --into STORE`` tries them again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, failure: Failure) -> None:
        """Keep a failed document; one without content is only named in the index."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = "-"
        if failure.raw:
            name = hashlib.blake2b(failure.raw, digest_size=10).hexdigest() + failure.suffix
            (self.folder / name).write_bytes(failure.raw)
        line = "\t".join(
            json.dumps(cell, ensure_ascii=False)[1:-1] for cell in (name, failure.name, failure.reason)
        )
        with (self.folder / "index.tsv").open("a", encoding="utf8") as file:
            file.write(line + "\n")
