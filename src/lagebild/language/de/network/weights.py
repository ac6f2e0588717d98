"""The file of weights: one `.npz` with 8-bit tables, 16-bit matrices and the label sets as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Weights:
    """Arrays by name, ready to multiply with, and what their rows and columns stand for.

    ``table`` and ``scale`` are the hashed embeddings: 8-bit rows and one factor a row.
    ``labels`` maps each output (``tag``, ``pos``, ``Case``, …, ``dep``, ``entity``) to the
    names of its classes in order; ``rows`` are the sizes of the hash tables.
    """

    table: NDArray[np.int8]
    scale: Floats
    arrays: dict[str, Floats]
    labels: dict[str, list[str]]
    rows: list[int]


def load(path: Path | None = None) -> Weights:
    """The weights that ship with the package, or those of another file."""
    if path is None:
        with as_file(files("lagebild.language.de") / "weights" / "network.npz") as shipped:
            return load(shipped)
    with np.load(path) as stored:
        meta: dict[str, Any] = json.loads(stored["meta"].tobytes().decode("utf8"))
        arrays = {
            name: stored[name].astype(np.float32)
            for name in stored.files
            if name not in ("meta", "table", "scale")
        }
        return Weights(
            stored["table"], stored["scale"].astype(np.float32), arrays, meta["labels"], meta["rows"]
        )


def save(
    path: Path, table: Floats, arrays: dict[str, Floats], labels: dict[str, list[str]], rows: list[int]
) -> None:
    """Write what `load` reads; the table is rounded to 8 bits a number, row by row."""
    scale = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
    coarse = np.round(table / scale[:, None]).astype(np.int8)
    meta = np.frombuffer(
        json.dumps({"labels": labels, "rows": rows}, ensure_ascii=False).encode("utf8"), dtype=np.uint8
    )
    half = {name: array.astype(np.float16) for name, array in arrays.items()}
    np.savez_compressed(path, meta=meta, table=coarse, scale=scale.astype(np.float16), **half)  # type: ignore[arg-type]
