"""The words of the interface in German and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from lagebild.record import Language

LANGUAGES: tuple[Language, ...] = ("en", "de")


@cache
def words(language: Language) -> dict[str, str]:
    """Key → word of the interface; every key is there in both languages."""
    table = tomllib.loads(files("lagebild.view").joinpath("words.toml").read_text("utf8"))
    column = LANGUAGES.index(language)
    return {key: pair[column] for key, pair in table.items()}


def kind(type: str, mode: str | None, says: Mapping[str, str]) -> str:
    """What happened, by PLOVER type and mode, in words (``Gespräch · Besuch``)."""
    return f"{says[type]} · {says.get(f'{type} {mode}', mode)}" if mode else says[type]
