"""Which version of the code made what is kept on disk."""

from __future__ import annotations

import hashlib
import importlib
import inspect
from functools import cache


@cache
def code_of(*modules: str) -> str:
    """A mark of these modules as they are written: what another version of them made is to be made anew."""
    written = "".join(inspect.getsource(importlib.import_module(name)) for name in modules)
    return hashlib.blake2b(written.encode(), digest_size=16).hexdigest()
