"""What FEEDS.toml says: the feeds, how politely to poll them, and the alerts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from lagebild.errors import SettingsError
from lagebild.record import Context, EventType, Factuality

#: No feed is polled more often than this, in seconds.
SHORTEST = 60.0


@dataclass(frozen=True)
class Feed:
    """A feed and the seconds between two polls."""

    url: str
    interval: float


@dataclass(frozen=True)
class Target:
    """Where an alert goes; one of the first three is given.

    ``private`` lets a webhook lead to loopback or a private network: the user wrote its address himself.
    """

    file: Path | None = None
    command: tuple[str, ...] = ()
    webhook: str | None = None
    private: bool = False


@dataclass(frozen=True)
class Alert:
    """A saved question. Every field given must hold; ``history`` lets it fire for events long past."""

    name: str
    to: Target
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    history: bool = False


@dataclass(frozen=True)
class Settings:
    """A whole FEEDS.toml. ``delay``: seconds between two requests to one host; ``longest``: cap of the back-off."""

    feeds: tuple[Feed, ...]
    alerts: tuple[Alert, ...] = ()
    delay: float = 5.0
    longest: float = 21_600.0


def load(path: Path) -> Settings:
    """Read a settings file. Raises SettingsError, one line that names the file and what to mend."""
    try:
        return parse(path.read_text("utf8"), path.parent)
    except OSError as error:
        raise SettingsError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 text") from error
    except (tomllib.TOMLDecodeError, SettingsError) as error:
        raise SettingsError(f"{path}: {error}") from error


def parse(text: str, folder: Path) -> Settings:
    """Settings from TOML; paths in it are relative to ``folder``. Raises SettingsError or TOMLDecodeError."""
    table = _Table("", tomllib.loads(text))
    interval = table.seconds("interval", 900.0, SHORTEST)
    settings = Settings(
        feeds=tuple(_feed(each, interval) for each in table.tables("feed")),
        alerts=tuple(_alert(each, folder) for each in table.tables("alert")),
        delay=table.seconds("delay", 5.0, 1.0),
        longest=table.seconds("longest", 21_600.0, SHORTEST),
    )
    table.close()
    if not settings.feeds:
        raise SettingsError('no [[feed]] in it; add one with its url = "https://…"')
    for kind, names in (
        ("feed", [f.url for f in settings.feeds]),
        ("alert", [a.name for a in settings.alerts]),
    ):
        double = next((name for n, name in enumerate(names) if name in names[:n]), None)
        if double is not None:
            raise SettingsError(f"two [[{kind}]] are called {double!r}")
    return settings


def _feed(table: _Table, interval: float) -> Feed:
    feed = Feed(_web_address(table, "url"), table.seconds("interval", interval, SHORTEST))
    table.close()
    return feed


def _alert(table: _Table, folder: Path) -> Alert:
    alert = Alert(
        name=table.text("name"),
        to=_target(_Table(f"{table.place}to.", table.take("to", dict, {})), folder),
        actors=table.words("actors"),
        types=table.words("types", get_args(EventType)),
        contexts=table.words("contexts", get_args(Context)),
        certainty=table.words("certainty", get_args(Factuality)),
        history=table.take("history", bool, False),
    )
    table.close()
    return alert


def _target(table: _Table, folder: Path) -> Target:
    ways = [key for key in ("file", "command", "webhook") if key in table.content]
    if len(ways) != 1:
        raise SettingsError(f"{table.place.rstrip('.')} must name one of file, command and webhook")
    private = table.take("private", bool, False)
    if ways == ["file"]:
        target = Target(file=folder / table.text("file"))
    elif ways == ["command"]:
        target = Target(command=table.words("command"))
        if not target.command:
            raise SettingsError(f"{table.place}command is empty")
    else:
        target = Target(webhook=_web_address(table, "webhook"), private=private)
    table.close()
    return target


def _web_address(table: _Table, key: str) -> str:
    address = table.text(key)
    if not address.startswith(("http://", "https://")):
        raise SettingsError(f"{table.place}{key} must be a web address, not {address[:60]!r}")
    return address


class _Table:
    """One TOML table, taken apart key by key; what is left at ``close`` is a mistake of the user."""

    def __init__(self, place: str, content: Mapping[str, Any]) -> None:
        self.place = place
        self.content = content
        self._taken: set[str] = set()

    def take(self, key: str, kind: type | tuple[type, ...], default: Any) -> Any:
        """The value of a key, checked to be of a type."""
        self._taken.add(key)
        value = self.content.get(key, default)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise SettingsError(f"{self.place}{key} cannot be {value!r}"[:200])
        return value

    def text(self, key: str) -> str:
        """A string that must be there."""
        value: str = self.take(key, str, "")
        if not value.strip() or not value.isprintable():
            raise SettingsError(f"{self.place}{key} is missing or empty")
        return value

    def seconds(self, key: str, default: float, least: float) -> float:
        """A number of seconds, not less than ``least``."""
        value = float(self.take(key, (int, float), default))
        if not least <= value <= 1e8:
            raise SettingsError(f"{self.place}{key} must be at least {least:g} seconds")
        return value

    def words(self, key: str, allowed: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of strings, each of the allowed ones where there are any."""
        found = self.take(key, list, [])
        for each in found:
            if not isinstance(each, str) or not each.strip():
                raise SettingsError(f"{self.place}{key} must be a list of words")
            if allowed and each not in allowed:
                raise SettingsError(f"{self.place}{key}: {each!r} is none of {', '.join(allowed)}")
        return tuple(found)

    def tables(self, key: str) -> list[_Table]:
        """The tables of an array of tables."""
        found = self.take(key, list, [])
        if not all(isinstance(each, dict) for each in found):
            raise SettingsError(f"write [[{key}]] for each {key}")
        return [_Table(f"{key} {n}: ", each) for n, each in enumerate(found, 1)]

    def close(self) -> None:
        """Raise SettingsError when a key was not understood."""
        for key in self.content:
            if key not in self._taken:
                raise SettingsError(f"{self.place}{key!r} is not known here")
