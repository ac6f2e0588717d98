"""Imports spaCy without its command line, which is most of what importing spaCy takes.

``import spacy`` imports ``spacy.cli`` for the one function ``spacy.info``, and with it rich, requests,
weasel and httpx: 0.4 of 1.0 s and 400 modules, for commands that a reader never gives. While spaCy is
imported here, an empty module stands in for it. Afterwards it is gone, and ``import spacy.cli`` works
as ever; only ``spacy.info`` is missing. Where spaCy is imported already, nothing is done.
"""

from __future__ import annotations

import sys
from types import ModuleType

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def _import_without_commands() -> None:
    for name in _COMMANDS:
        sys.modules[name] = ModuleType(name)
    sys.modules["spacy.cli"].__path__ = []
    sys.modules["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    try:
        import spacy
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
    del spacy.info  # type: ignore[attr-defined]
    if hasattr(spacy, "cli"):
        del spacy.cli


if "spacy" not in sys.modules:
    _import_without_commands()
